"""The frame of a page: our own, in one folder, and the guide is whole without it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import served
from desk import make_desk
from playbook.builder.build import build_site
from project import ROOT
from reader import FIRST, reader_in

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
LONGEST = "checklists/manager-questions/"
FRAME = "theme:\n  name: null\n  custom_dir: templates/theme\n  static_templates: [404.html]\n"


def test_the_guide_is_whole_in_another_frame(chromium: Browser, tmp_path: Path) -> None:
    """One setting takes our frame off: pages, answers, ticks and the scorecard work in a theme that MkDocs brings."""
    root = make_desk(tmp_path / "project")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert FRAME in config
    (root / "mkdocs.yml").write_text(config.replace(FRAME, "theme: readthedocs\n"), encoding="utf-8")
    build_site(root, root / "site")
    with served(root / "site") as home, chromium.new_context() as window:
        reader = reader_in(window, home)  # what a foreign theme says in the console is not ours
        reader.visit()
        reader.page.locator("details.pb-more summary").first.click()
        expect(reader.page.locator("details[open] .pb-good li").first).to_be_visible()
        reader.page.locator(".pb-switch").dispatch_event("click")
        reader.page.get_by_label("Add a company").fill("Northwind")
        reader.page.keyboard.press("Enter")
        reader.answer(FIRST, "Bad", "Sam", "Three at night")
        reader.visit("checklists/scorecard/")
        expect(reader.page.locator("tr[data-flag=constant-firefighting] td").first).to_have_text("Ask again")


def test_only_the_frame_knows_the_frame() -> None:
    """Nothing but its own folder names a part of it that a page could be without."""
    folders = [ROOT / "templates" / "partials", ROOT / "templates" / "pages", ROOT / "scripts"]
    files = [path for folder in folders for path in folder.rglob("*.*") if path.suffix in {".html", ".md", ".py"}]
    parts = ("pb-frame", "pb-header", "pb-menu", "pb-contents", "pb-footer", "pb-onward")
    assert len(files) > 100
    assert [path for path in files if any(part in path.read_text(encoding="utf-8") for part in parts)] == []


@pytest.fixture
def phone(desk: str, chromium: Browser) -> Iterator[Page]:
    """Return a tab on a phone, without scripts."""
    page = chromium.new_page(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page.goto(f"{desk}/{LONGEST}")
    yield page
    page.close()


def test_the_menu_opens_on_the_places_without_scripts(phone: Page) -> None:
    """On a phone one tap shows every place, and the pages of the one that you are in."""
    phone.get_by_role("button", name="Menu").click()
    menu = phone.locator(".pb-menu")
    expect(menu.get_by_role("link", name="Home")).to_be_in_viewport()
    expect(menu.get_by_role("link", name="Scorecard")).to_be_visible()
    menu.get_by_role("button", name="Close").click()
    expect(menu).to_be_hidden()


def test_what_is_tapped_in_the_frame_is_large_enough(phone: Page) -> None:
    """Menu, search and places are at least 44 pixels high on a phone."""
    sizes = phone.locator(".pb-header :is(a, button):visible").evaluate_all(
        "all => all.map(one => Math.min(one.offsetHeight, one.offsetWidth))"
    )
    assert len(sizes) > 2
    assert min(sizes) >= 44


def test_nothing_moves_while_a_page_loads(desk: str, chromium: Browser) -> None:
    """Neither the typeface nor the switch pushes what somebody already reads."""
    for window in (PHONE, DESKTOP):
        page = chromium.new_page(viewport=window)  # type: ignore[arg-type]
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => moved += one.value))"
            ".observe({ type: 'layout-shift', buffered: true })"
        )
        page.goto(f"{desk}/get-the-interview/tracker/", wait_until="networkidle")
        assert page.evaluate("moved") < 0.02
        page.close()
