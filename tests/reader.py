"""A reader at a built desk: a tab of a real browser, with a watch on everything that must not happen."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from browser import BASE, DOWNLOADS
from test_browser import STARTED, Watch, violations

KEY = f"offer-playbook:{BASE}/:notes"
LIST = "checklists/manager-questions/"
FIRST = "incidents-last-three"
SECOND = "hours-last-week"

in_both = pytest.mark.parametrize("reader", ["chromium", "firefox"], indirect=True)
"""A journey that is taken in Firefox too."""


@dataclass
class Reader:
    """One tab."""

    home: str
    page: Page
    watch: Watch

    def visit(self, address: str = LIST) -> None:
        """Open a page and wait until its behaviours have started."""
        self.page.goto(f"{self.home}/{address}")
        self.settle()

    def settle(self) -> None:
        """Wait until every behaviour of the page has started."""
        self.page.evaluate(STARTED)

    def add_company(self, name: str) -> None:
        """Add a company with the switch and choose it."""
        self.page.locator(".pb-switch").click()
        self.page.get_by_label("Add a company").fill(name)
        self.page.keyboard.press("Enter")

    def choose(self, name: str) -> None:
        """Choose a company that is there."""
        self.page.locator(".pb-switch").click()
        self.page.locator("dialog").get_by_role("button", name=name, exact=True).click()

    def question(self, id: str) -> Locator:
        """Return a question of the page."""
        return self.page.locator(f"[data-question={id}]").first

    def answer(self, id: str, mark: str, who: str = "", note: str = "") -> None:
        """Answer a question."""
        question = self.question(id)
        question.get_by_label(mark, exact=True).first.check()
        if who or note:
            if not question.locator(".pb-said").is_visible():
                question.get_by_role("button", name="Notes").click()
            question.get_by_label("Who answered").first.fill(who)
            question.get_by_label("What they said").first.fill(note)

    def mark(self, id: str) -> str:
        """Return the mark that is set."""
        return str(self.question(id).locator(".pb-marks").first.locator("input:checked").get_attribute("value"))

    def stored(self) -> dict[str, Any]:
        """Return the records in the browser's storage: path -> text."""
        raw = self.page.evaluate(f"localStorage.getItem('{KEY}')")
        return {path: record[0] for path, record in json.loads(raw)["records"].items()} if raw else {}

    def download(self, button: str) -> str:
        """Press a button and return the text of the file that it hands over."""
        press = self.page.get_by_role("button", name=button)
        if not is_firefox(self.page):
            with self.page.expect_download() as download:
                press.click()
            return Path(download.value.path()).read_text(encoding="utf-8")
        folder = Path(DOWNLOADS.name)
        press.click()
        while not (files := list(folder.iterdir())) or any(file.suffix == ".part" for file in files):
            self.page.wait_for_timeout(50)
        text = files[0].read_text(encoding="utf-8")
        files[0].unlink()
        return text

    def save(self, path: Path) -> dict[str, Any]:
        """Take everything along as a file."""
        self.visit("yours/notes/")
        path.write_text(self.download("Save everything as a file"), encoding="utf-8")
        file: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return file

    def open(self, path: Path) -> None:
        """Open a file and see what it would change."""
        self.visit("yours/notes/")
        self.page.locator("input[type=file]").set_input_files(path)
        self.page.locator("[data-changes] *").first.wait_for()

    def violations(self) -> list[str]:
        """Return what breaks accessibility now."""
        return violations(self.page)


def is_firefox(page: Page) -> bool:
    """Return whether a page is open in Firefox."""
    browser = page.context.browser
    return browser is not None and browser.browser_type.name == "firefox"


def reader_in(window: BrowserContext, home: str) -> Reader:
    """Open a tab."""
    page = window.new_page()
    page.set_default_timeout(5000)
    watch = Watch(home)
    watch.follow(page)
    return Reader(home, page, watch)


@contextmanager
def reading(browser: Browser, home: str, **options: Any) -> Iterator[Reader]:  # noqa: ANN401 - as the browser takes them
    """Give a reader in a window of its own; nothing that must not happen may have happened."""
    window = browser.new_context(**options)
    reader = reader_in(window, home)
    yield reader
    assert reader.watch.seen == []
    window.close()
