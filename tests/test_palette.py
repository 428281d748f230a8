"""Light and dark: as the system has it until somebody chooses, then as chosen."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import served
from reader import Reader, in_both

FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)


def scheme(page: Page) -> str:
    """Return which colours a page has, and with it the scroll bars."""
    shown = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return {"rgb(255, 255, 255)": "light", "rgb(23, 30, 32)": "dark"}[shown]


@in_both
def test_what_was_chosen_holds_on_every_page(reader: Reader) -> None:
    """The button says where it leads, works by keyboard, keeps the focus, and is remembered."""
    page = reader.page
    reader.visit("")
    assert scheme(page) == "light"
    page.get_by_role("button", name="Switch to dark").focus()
    page.keyboard.press("Enter")
    assert scheme(page) == "dark"
    assert page.evaluate("document.getAnimations().filter(one => /color/.test(one.transitionProperty)).length") == 0
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Switch to light"
    reader.visit("glossary/")
    assert scheme(page) == "dark"
    page.emulate_media(color_scheme="light")
    assert scheme(page) == "dark"
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Switch to light").click()
    assert scheme(page) == "light"
    assert page.get_by_role("button", name="Switch to light").is_hidden()


def test_the_system_decides_until_somebody_chooses(desk: str, chromium: Browser) -> None:
    """A dark system gets dark pages before any script file has arrived, and a change of the system is followed."""
    page = chromium.new_page(color_scheme="dark")
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{desk}/glossary/")
    assert scheme(page) == "dark"
    page.unroute("**/*.js")
    page.goto(f"{desk}/glossary/", wait_until="networkidle")
    page.emulate_media(color_scheme="light")
    assert scheme(page) == "light"
    page.close()


def test_a_browser_that_keeps_nothing_still_switches(desk: str, chromium: Browser) -> None:
    """Where storage is forbidden, a choice holds for the page."""
    page = chromium.new_page()
    page.add_init_script(FORBIDDEN)
    page.goto(f"{desk}/glossary/", wait_until="networkidle")
    page.get_by_role("button", name="Switch to dark").click()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    assert scheme(page) == "dark"
    page.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_element_is_styled_more_than_once_on_average(built_site: Path, chromium: Browser, colours: str) -> None:
    """On the longest page the start of all scripts costs no second round over everything, as the theme's own did."""
    with served(built_site) as home:
        page = chromium.new_page(color_scheme=colours)  # type: ignore[arg-type]
        chromium.start_tracing(page=page, categories=["devtools.timeline"])
        page.goto(f"{home}/ask/pace/", wait_until="networkidle")
        events = json.loads(chromium.stop_tracing())["traceEvents"]
        elements = page.evaluate("document.querySelectorAll('*').length")
        page.close()
    styled = sum(event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree")
    assert elements > 1000
    assert elements / 4 < styled < elements
