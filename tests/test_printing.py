"""What the browser makes of a page on paper: no menus, all of it open, boxes drawn, nothing lost, its address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import served
from paper import SIZES, PageOfText, read_pages, smallest_type, squeezed
from playbook.load import load_library


@pytest.fixture(scope="module")
def address(built_small: Path) -> Iterator[str]:
    """Return the address of the small site."""
    with served(built_small / "site") as home:
        yield home


@pytest.fixture(params=["a4", "letter"])
def paper(request: pytest.FixtureRequest) -> str:
    """Return each paper."""
    return str(request.param)


def printed(chromium: Browser, address: str, paper: str, *, tick: bool = False) -> list[PageOfText]:
    """Return a page as the browser prints it, from the dark scheme."""
    page = chromium.new_page(color_scheme="dark")
    page.goto(address, wait_until="networkidle")
    if tick:
        page.locator("input[data-tick]").first.check()
    pdf = page.pdf(format="A4" if paper == "a4" else "Letter")
    page.close()
    return read_pages(pdf)


@pytest.mark.parametrize("path", ["checklists/manager-questions/", "ask/pace/"])
def test_a_page_of_questions_is_good_on_paper(
    chromium: Browser, address: str, built_small: Path, path: str, paper: str
) -> None:
    """All questions with what to listen for are there in order, in black, inside the margins, without menus."""
    pages = printed(chromium, address + path, paper)
    text = "".join(page.text for page in pages)
    assert all(abs(page.width - SIZES[paper][0]) < 1.5 and abs(page.height - SIZES[paper][1]) < 1.5 for page in pages)
    questions = [q for q in load_library(built_small).questions if squeezed(q.ask) in text]
    assert len(questions) >= 2
    assert [sign for q in questions for sign in (*q.listen_for, *q.worry_if) if squeezed(sign) not in text] == []
    assert [word for word in ("Search", "Skiptocontent", "Backtotop", "Edit", "USLetter(PDF)") if word in text] == []
    assert squeezed(path) in text[text.rindex("https://") :]
    assert all(box[0] > 30 and box[2] < page.width - 30 for page in pages for box in page.boxes)
    assert smallest_type(pages) > 5.9
    inks = {str(c["non_stroking_color"]) for page in pages for c in page.visible}
    assert not [ink for ink in inks if "1.0" in ink or "(1" in ink], "no white letters from the dark scheme"


def test_a_tick_is_printed(chromium: Browser, address: str) -> None:
    """What is ticked on the screen is crossed on paper."""
    path = f"{address}checklists/before-first-call/"
    blank, ticked = (printed(chromium, path, "a4", tick=tick)[0].text.count("×") for tick in (False, True))
    assert (blank, ticked) == (0, 1)
