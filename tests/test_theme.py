"""The theme's script comes when somebody needs it, and far entries are laid out late: nobody reads any other page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import served

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
HERE = "document.querySelector('.md-top:not([hidden])') !== null"
LONGEST = "checklists/manager-questions/"
WHOLE = "[...document.querySelectorAll('.pb-checklist > li')].every(one => one.style.contentVisibility)"

PLACES = """() => [...document.querySelectorAll("article *")]
    .filter((one) => !one.closest("table, .md-typeset__scrollwrap"))
    .map((one) => `${one.tagName} ${one.className} ${one.getBoundingClientRect().top}`)"""


class Reading:
    """One tab, and which scripts of the theme it has asked for."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self.asked: list[str] = []
        page.on("request", lambda request: self.note(request.url))

    def note(self, url: str) -> None:
        """Keep what is asked of the theme."""
        if "/bundle." in url:
            self.asked.append(url)

    def visit(self, address: str) -> None:
        """Come from another page and let everything come that comes by itself."""
        self.page.goto(f"{self.home}/404.html")
        self.page.goto(f"{self.home}/{address}", wait_until="networkidle")

    def scroll(self, *steps: int) -> None:
        """Scroll as a finger does, by the event alone; steps are in pixels."""
        for pixels in steps:
            self.page.evaluate("by => scrollBy(0, by)", pixels)
            self.page.wait_for_timeout(100)

    def until(self, condition: str) -> None:
        """Wait for a condition; the browser's own waiting would need what the policy forbids."""
        for _ in range(100):
            if self.page.evaluate(f"Boolean({condition})"):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(condition)

    def top(self, id: str) -> float:
        """Return how far below the upper edge of the window an element is."""
        return float(self.page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", id))


@pytest.fixture
def phone(built_site: Path, chromium: Browser) -> Iterator[Reading]:
    """Return a tab on a phone."""
    with served(built_site) as home:
        page = chromium.new_page(viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
        yield Reading(page, home)
        page.close()


def test_reading_needs_nothing_of_the_theme(phone: Reading) -> None:
    """To read on, to open, to tick, to note and to type costs no byte of it."""
    phone.visit(LONGEST)
    phone.until(WHOLE)
    phone.page.get_by_label("Minutes left").press_sequentially("90")
    phone.scroll(1500)
    phone.page.locator("article label.pb-tick:visible").last.tap()
    phone.page.locator("article details.pb-more summary:visible").last.tap()
    assert phone.page.locator("details[open] .pb-good li").first.is_visible()
    assert phone.asked == []


NEEDS: dict[str, Callable[[Reading], None]] = {
    "the way back up": lambda reading: reading.scroll(1500, -100),
    "the menu": lambda reading: reading.page.locator("header [for=__drawer]").tap(),
    "a key": lambda reading: reading.page.keyboard.press("Tab"),
    "a mouse": lambda reading: reading.page.mouse.move(200, 300),
}


@pytest.mark.parametrize("need", NEEDS)
def test_whoever_needs_the_theme_gets_it_at_once(phone: Reading, need: str) -> None:
    """Each thing that it is for brings it, once, and it works on the page that is there."""
    phone.visit(LONGEST)
    NEEDS[need](phone)
    phone.until("window.document$")
    phone.page.keyboard.press("Escape")
    phone.scroll(1500, -200)
    phone.until(HERE)
    assert len(phone.asked) == 1


def test_the_search_opens_ready_to_type(phone: Reading) -> None:
    """A tap on the glass opens the search and the keyboard, although the theme is not there yet."""
    phone.visit("ask/pace/")
    phone.page.locator("header [for=__search]").first.tap()
    phone.page.keyboard.type("exploding offer")
    phone.page.locator(".md-search-result__item a").first.wait_for()


def test_the_first_key_counts(phone: Reading) -> None:
    """A slash leads to the search although the script that knows so is not there yet."""
    phone.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    phone.visit("ask/pace/")
    phone.page.keyboard.press("/")
    phone.until("document.activeElement.matches('.md-search__input')")


AGAIN: dict[str, Callable[[Reading], None]] = {
    "a key": lambda reading: reading.page.keyboard.press("Tab"),
    "the search": lambda reading: reading.page.locator(".md-search__input").dispatch_event("focusin"),
}


@pytest.mark.parametrize("need", AGAIN)
def test_a_theme_that_did_not_come_is_asked_for_again(phone: Reading, need: str) -> None:
    """On a connection that fails for a moment the next need brings it, and no key from before comes back."""
    phone.visit("ask/pace/")
    phone.page.route("**/bundle.*", lambda route: route.abort())
    phone.page.keyboard.press("/")
    phone.page.wait_for_timeout(300)
    AGAIN[need](phone)
    phone.page.wait_for_timeout(300)
    phone.page.unroute("**/bundle.*")
    AGAIN[need](phone)
    phone.until("window.document$")
    assert len(phone.asked) == 3
    assert phone.page.evaluate("document.activeElement.matches('.md-search__input')") is False


@pytest.mark.parametrize("window", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_when_the_theme_comes(built_site: Path, chromium: Browser, window: dict[str, int]) -> None:
    """Tables, code and all that follows them stay where they were."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(built_site.rglob("*/index.html"))}
    chosen = [path for path, text in texts.items() if "<table" in text or "<pre" in text][::4]
    assert len(chosen) > 10
    with served(built_site) as home:
        page = chromium.new_page(viewport=window)  # type: ignore[arg-type]
        reading = Reading(page, home)
        for path in chosen:
            reading.visit(path.relative_to(built_site).as_posix().removesuffix("index.html") + "#whole")
            before = page.evaluate(PLACES)
            page.keyboard.press("Shift")
            reading.until("window.document$")
            page.wait_for_timeout(100)
            assert page.evaluate(PLACES) == before, path
        page.close()


@pytest.mark.parametrize("name", ["chromium", "firefox"])
@pytest.mark.parametrize("address", [LONGEST, "ask/terms/", "negotiate/scripts/levers/"])
def test_a_jump_lands_where_it_should(
    request: pytest.FixtureRequest, built_site: Path, name: str, address: str
) -> None:
    """Entries that are not laid out yet stand in nobody's way: not of an address, not of a link in the page."""
    browser: Browser = request.getfixturevalue(name)
    with served(built_site) as home:
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        page.add_init_script("window.requestIdleCallback = undefined")
        reading = Reading(page, home)
        reading.visit(address)
        late = "getComputedStyle([...document.querySelectorAll('.pb-entry, .pb-checklist > li')].at(-1))"
        assert page.evaluate(f"{late}.contentVisibility") == "auto"
        ids = page.evaluate("[...document.querySelectorAll('article :is(h2, h3)[id]')].map(one => one.id)")
        reading.visit(f"{address}#{ids[2]}")
        right = reading.top(ids[2])
        assert 0 < right < 100
        for id in [ids[len(ids) // 2], ids[-3]]:
            reading.visit(f"{address}#{id}")
            assert abs(reading.top(id) - right) <= 1
            reading.visit(address)
            page.evaluate("id => document.querySelector(`article [href='#${id}'], nav [href='#${id}']`).click()", id)
            page.wait_for_timeout(200)
            assert abs(reading.top(id) - right) <= 1
        page.close()


def test_a_long_page_is_whole_soon(phone: Reading) -> None:
    """What was left for later on a phone is laid out while it is idle, with nobody scrolling there."""
    phone.visit(LONGEST)
    phone.until(WHOLE)
    assert phone.page.evaluate("scrollY") == 0
