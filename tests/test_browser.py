"""Every page in a real browser: no foreign request, no violation of the policy, no error, accessible."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from browser import served
from playbook.builder.build import build_site
from project import make_small
from test_hostile import HOSTILE, fill

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

EVERYTHING = {"runOnly": {"type": "tag", "values": RULES}}
OF_COLORS = ["color-contrast", "link-in-text-block"]
"""What depends on the look of a class alone, takes most of the time, and may differ between light and dark."""
COLORS = {"runOnly": {"type": "rule", "values": OF_COLORS}}
ALL_BUT_COLORS = {**EVERYTHING, "rules": {rule: {"enabled": False} for rule in OF_COLORS}}

HANGS_OVER = """document.documentElement.scrollWidth > window.innerWidth ||
    [...document.querySelectorAll(".pb-entry, .pb-ticks > li")].some((one) => one.scrollWidth > one.clientWidth)"""
"""An entry that is laid out late is cut off at its edge, so that the window alone does not tell."""

STARTED = "import(document.querySelector('script[src$=\"start.js\"]').src).then((start) => start.started)"
"""Fulfilled when every behavior of the page has started."""

PARTS = 4
"""The pages are visited in so many parts, which can run side by side."""


@dataclass
class Watch:
    """Listens to a page for everything that must not happen."""

    home: str
    seen: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Start to listen."""
        page.on("request", lambda request: self.note("request", request.url, request.url.startswith(self.home)))
        page.on("console", lambda message: self.note("console", message.text, message.type not in {"error", "warning"}))
        page.on("pageerror", lambda error: self.note("error", str(error)))
        page.on("dialog", lambda dialog: self.note("dialog", dialog.message))

    def note(self, kind: str, what: str, allowed: bool = False) -> None:
        """Keep what must not happen."""
        if not allowed and not what.startswith("data:"):
            self.seen.append(f"{kind}: {what}")


def addresses(site: Path) -> list[str]:
    """Return the address of every page below a site."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def context(browser: Browser, scheme: str, width: int) -> BrowserContext:
    """Return a new window in light or dark."""
    return browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_quiet_and_accessible(built_site: Path, chromium: Browser, part: int) -> None:
    """No page asks another host, breaks the policy, reports an error, fails a check of axe or scrolls sideways.

    Colors are looked at, light and dark, on pages that together have every class of element; 320 pixels are 1280 at
    four times the size.
    """
    found: list[str] = []
    colored = of_every_look(built_site)
    with served(built_site) as home, context(chromium, "light", 1280) as window:
        page = window.new_page()
        watch = Watch(home)
        watch.follow(page)
        for address in addresses(built_site)[part::PARTS]:
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(f"{home}/{address}")
            page.evaluate(STARTED)
            seen = violations(page, ALL_BUT_COLORS)
            for scheme in ("light", "dark") if address in colored else ():
                page.emulate_media(color_scheme=scheme)
                seen += [f"{scheme}: {violation}" for violation in violations(page, COLORS)]
            page.emulate_media(color_scheme="light")
            page.set_viewport_size({"width": 320, "height": 900})
            seen += ["scrolls sideways"] if page.evaluate(HANGS_OVER) else []
            found += [f"/{address}: {one}" for one in seen]
    assert watch.seen == []
    assert found == []


def of_every_look(site: Path) -> set[str]:
    """Return pages, as few as chance gives, that together have every class that any element of the site has."""
    looks = {address: classes_of(site, address) for address in addresses(site)}
    chosen: set[str] = set()
    missing = set().union(*looks.values())
    while missing:
        best = max(looks, key=lambda address: len(looks[address] & missing))
        chosen.add(best)
        missing -= looks[best]
    return chosen


def classes_of(site: Path, address: str) -> set[str]:
    """Return the classes on a page, each with the tag that has it."""
    path = site / address
    text = (path if path.is_file() else path / "index.html").read_text(encoding="utf-8")
    tags = re.findall(r"<(\w+)(?: [^>]*?class=\"([^\"]*)\")?", text)
    return {f"{tag} {name}" for tag, names in tags for name in (names or "").split() or [""]}


def violations(page: Page, rules: Mapping[str, object] = EVERYTHING) -> list[str]:
    """Return what axe finds on a page: rule and first place."""
    result = Axe().run(page, options={"resultTypes": ["violations"], **rules})
    return [f"{found['id']}: {found['nodes'][0]['html'][:200]}" for found in result.response["violations"]]


def test_every_box_to_tick_has_a_name_and_size(built_site: Path, chromium: Browser) -> None:
    """A checkbox is called what its line says, can be reached by keyboard and is large enough to hit."""
    with served(built_site) as home, context(chromium, "light", 390) as window:
        page = window.new_page()
        page.goto(f"{home}/checklists/manager-questions/")
        boxes = page.locator("article input[type=checkbox]")
        assert boxes.count() > 45
        label = page.locator("article label.pb-tick").first
        first = page.get_by_role("checkbox", name=label.inner_text().strip())
        first.focus()
        page.keyboard.press("Space")
        assert first.is_checked()
        size = label.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 24


def test_every_page_is_complete_without_scripts(built_site: Path, chromium: Browser) -> None:
    """Without JavaScript a page shows its text, its boxes and what lies behind its headings."""
    with served(built_site) as home:
        window = chromium.new_context(java_script_enabled=False)
        page = window.new_page()
        page.goto(f"{home}/checklists/manager-questions/")
        page.locator("summary").first.click()
        assert page.locator("details[open] .pb-good li").first.is_visible()
        window.close()


def test_hostile_text_runs_nothing_in_the_browser(chromium: Browser, tmp_path: Path) -> None:
    """All hostile texts at once, in every field: nothing runs, nothing is asked for, nothing breaks the policy."""
    root = make_small(tmp_path / "project")
    fill(root, lambda text: " ".join([text, *HOSTILE]))
    build_site(root, root / "site")
    with served(root / "site") as home, context(chromium, "light", 1280) as window:
        page = window.new_page()
        watch = Watch(home)
        watch.follow(page)
        for address in addresses(root / "site"):
            page.goto(f"{home}/{address}")
            page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
            assert page.evaluate("window.pwned === undefined"), address
        page.goto(f"{home}/")
        page.get_by_role("link", name="Search").click()
        page.get_by_role("searchbox").press_sequentially("firefighting")
        page.locator(".pb-found a").first.wait_for()
        assert page.evaluate("window.pwned === undefined")
    assert watch.seen == []


def test_the_index_waits_until_somebody_turns_to_the_search(built_site: Path, chromium: Browser) -> None:
    """A page is read without the largest file of the site; a search fetches it and finds."""
    with served(built_site) as home:
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{home}/ask/pace/", wait_until="networkidle")
        assert [url for url in asked if "search_index" in url] == []
        page.get_by_role("link", name="Search").click()
        page.get_by_role("searchbox").fill("exploding offer")
        page.locator(".pb-found a").first.wait_for()
        assert [url for url in asked if "search_index" in url] == [f"{home}/search/search_index.json"]
        page.close()
