"""What the browser makes of a page on paper: no menus, all of it open, boxes drawn, nothing lost, its address."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import served
from paper import SIZES, PageOfText, fonts_embedded, read_pages, smallest_type, squeezed, tags
from playbook.builder.build import build_site
from playbook.library import Library
from project import make_small, write_files
from reader import FIRST, Reader, reading

FOOT = 45
"""How high the margin is that the address and the number of the page stand in, in points."""

PAGES = ["checklists/manager-questions/", "ask/pace/"]

LONG = "".join(f"| {row} | cell{row}end |\n" for row in range(120))
OPENED = (
    "---\ntitle: Opened\n---\n\n# Opened\n\n"
    '??? note "Folded"\n\n    Text in the fold.\n\n'
    '=== "First tab"\n\n    Text of one.\n\n=== "Second tab"\n\n    Text of two.\n\n'
    f"| Row | Cell |\n|---|---|\n{LONG}\n"
    "[Elsewhere](https://example.org/a/long/address?with=a&query=1)\n"
)

NOTES = ["Żółć, Łódź, Việt Nam", "Київ, Привет", "Ελλάδα", "株式会社", "<b>no</b> &amp; {{ 7 * 7 }} \\ \" '", "W" * 300]


@dataclass(frozen=True)
class Printed:
    """A page on paper, and what is on it in the browser."""

    pdf: bytes = field(repr=False)
    pages: list[PageOfText] = field(repr=False)
    questions: list[str]
    headings: list[str]

    @property
    def bodies(self) -> list[str]:
        """The text of each sheet of paper without its foot."""
        return [page.text_above(FOOT) for page in self.pages]

    @property
    def feet(self) -> list[str]:
        """The foot of each sheet of paper."""
        return [page.text_below(FOOT) for page in self.pages]

    @property
    def text(self) -> str:
        """All text but the feet."""
        return "".join(self.bodies)


SHOWN = """selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility())
  .map(one => one.dataset.question || one.textContent)"""


def paper_of(page: Page, paper: str) -> Printed:
    """Return a page as the browser prints it."""
    pdf = page.pdf(format="A4" if paper == "a4" else "Letter", tagged=True)
    page.emulate_media(media="print")
    headings = [squeezed(words).rstrip("#") for words in page.evaluate(SHOWN, ":is(h1, h2, h3, h4)")]
    return Printed(pdf, read_pages(pdf), page.evaluate(SHOWN, "[data-question]"), headings)


@pytest.fixture(scope="module", params=["a4", "letter"])
def paper(request: pytest.FixtureRequest) -> str:
    """Return each paper."""
    return str(request.param)


@pytest.fixture(scope="module")
def home(built_site: Path) -> Iterator[str]:
    """Return the address of the real site."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a small site with a page of all that opens, and a long table."""
    root = make_small(tmp_path_factory.mktemp("opened") / "project")
    config = root / "mkdocs.yml"
    tabs = "  - pymdownx.superfences\n  - pymdownx.tabbed: {alternate_style: true}\n"
    text = config.read_text(encoding="utf-8").replace("  - pymdownx.superfences\n", tabs)
    write_files(root, {"mkdocs.yml": text, "docs/opened.md": OPENED})
    build_site(root, root / "site")
    with served(root / "site") as address:
        yield address


@pytest.fixture(scope="module", params=PAGES)
def printed(request: pytest.FixtureRequest, chromium: Browser, home: str, paper: str) -> Printed:
    """Return each page of questions on paper, from the dark scheme."""
    with reading(chromium, home, color_scheme="dark") as reader:
        reader.visit(request.param)
        return paper_of(reader.page, paper)


def test_a_page_of_questions_is_as_good_as_a_sheet(printed: Printed, paper: str) -> None:
    """It meets what a sheet must: its paper, margins, order, type, whole questions, no lonely heading, fonts, tags."""
    size = SIZES[paper]
    assert all(abs(page.width - size[0]) < 1.5 and abs(page.height - size[1]) < 1.5 for page in printed.pages)
    assert all(box[0] > 30 and box[2] < page.width - 30 for page in printed.pages for box in page.boxes)
    assert all(box[1] > 11 and box[3] < page.height - 11 for page in printed.pages for box in page.boxes)
    assert [pair for page in printed.pages for pair in page.overlaps()] == []
    assert smallest_type(printed.pages) > 6.9
    assert not [body for body in printed.bodies if body.endswith(tuple(printed.headings))]
    assert fonts_embedded(printed.pdf)
    found = tags(printed.pdf)
    assert found["/H1"] == 1
    assert found["/LI"] >= len(printed.questions)
    inks = {str(c["non_stroking_color"]) for page in printed.pages for c in page.visible}
    assert not [ink for ink in inks if "1.0" in ink or "(1" in ink], "no white letters from the dark scheme"
    menus = ("Skiptocontent", "Backtotop", "Goodandbadanswers", "Print,blank", "USLetter(PDF)")
    assert [word for word in menus if word in printed.text] == []


def test_all_questions_are_there_in_order_and_whole(printed: Printed, library: Library) -> None:
    """Each question follows the one before it, and what to listen for stands on the same sheet of paper."""
    assert len(printed.questions) > 5
    number, place = 0, 0
    for id in printed.questions:
        question = library.by_id[id]
        words = squeezed(question.ask)  # type: ignore[attr-defined]
        while number < len(printed.bodies) and words not in printed.bodies[number][place:]:
            number, place = number + 1, 0
        assert number < len(printed.bodies), f"{id} is missing or out of order"
        place = printed.bodies[number].index(words, place)
        signs = (*question.listen_for, *question.worry_if)  # type: ignore[attr-defined]
        assert [sign for sign in signs if squeezed(sign) not in printed.bodies[number]] == [], id


def test_every_sheet_says_where_it_is_from(printed: Printed) -> None:
    """The address of the page, the date and the number are at the foot of each, and nowhere else."""
    count = len(printed.pages)
    assert count > 1
    for number, foot in enumerate(printed.feet, 1):
        assert foot.startswith(f"{number}/{count}https://offerplaybook.github.io/offerplaybook/")
        assert "/,20" in foot
    assert "offerplaybook.github.io" not in printed.text


def test_without_scripts_the_address_stands_at_the_end(chromium: Browser, home: str, paper: str) -> None:
    """Where no script runs the page ends with its address, once, and is numbered all the same."""
    with reading(chromium, home, java_script_enabled=False) as reader:
        reader.page.goto(f"{home}/{PAGES[1]}")
        pages = read_pages(reader.page.pdf(format="A4" if paper == "a4" else "Letter"))
    text = "".join(page.text_above(FOOT) for page in pages)
    assert [page.text_below(FOOT) for page in pages] == [f"{n}/{len(pages)}" for n in range(1, len(pages) + 1)]
    assert text.count("offerplaybook.github.io") == 1
    assert text.rindex("offerplaybook.github.io") > len(text) - 100


def test_the_foot_follows_the_page(reader: Reader) -> None:
    """A page that is reached by a link is printed with its own address."""
    reader.visit()
    reader.page.locator("a[href*='ask/pace']").first.evaluate("link => link.click()")
    reader.page.locator("h1", has_text="Pace").wait_for()
    reader.settle()
    feet = paper_of(reader.page, "a4").feet
    assert all("/ask/pace/" in foot for foot in feet)


def test_any_address_stays_text(reader: Reader) -> None:
    """Quotes, braces, line ends and letters of any kind cannot leave the foot, whoever wrote them."""
    hostile = 'https://x.example/"}} body { display: none } @page{/*\\\n</style>Київ'
    reader.visit()
    text = paper_of(reader.page, "a4").text
    reader.page.evaluate(
        """async words => { document.querySelector("article").append(Object.assign(document.createElement("p"),
          { className: "pb-address", textContent: words }));
        const src = document.querySelector("script[src$='start.js']").src;
        (await import(new URL("look.js", src).href)).start(); }""",
        hostile,
    )
    hostile_paper = paper_of(reader.page, "a4")
    assert hostile_paper.text == text, "the page is as it was"
    assert all(squeezed(hostile) in foot for foot in hostile_paper.feet)


def test_what_opens_is_open_and_tables_go_on(chromium: Browser, opened: str, paper: str) -> None:
    """Folds are open, tabs follow each other with their names, long tables repeat their heads and split no row."""
    with reading(chromium, opened) as reader:
        reader.visit("opened/")
        printed = paper_of(reader.page, paper)
    parts = ["Folded", "Text in the fold.", "First tab", "Text of one.", "Second tab", "Text of two."]
    assert [part for part in parts if squeezed(part) not in printed.text] == []
    assert squeezed("(https://example.org/a/long/address?with=a&query=1)") in printed.text
    assert len(printed.pages) > 2
    for row in range(120):
        assert any(f"{row}cell{row}end" in body for body in printed.bodies)
    assert all("RowCell" in body for body in printed.bodies if "end" in body)
    assert [pair for page in printed.pages for pair in page.overlaps()] == []


@pytest.fixture
def reader(chromium: Browser, desk: str) -> Iterator[Reader]:
    """Return a reader of the small site that scripts make into tools."""
    with reading(chromium, desk) as one:
        yield one


@pytest.mark.parametrize("how", ["Print, blank", "Print, with notes"])
def test_notes_in_any_letters_are_printed_or_left_out(reader: Reader, how: str) -> None:
    """Ticks, names and notes stand on paper as they were written, inside the margins; a blank form has none."""
    reader.visit()
    reader.add_company("Zażółć Ελλάς Привет 株式会社 <i>")
    reader.answer(FIRST, "Bad", "Sam", " ".join(NOTES))
    reader.page.evaluate("window.print = () => {}")
    reader.page.get_by_role("button", name=how).click()
    printed = paper_of(reader.page, "a4")
    written = [squeezed(words) for words in ["Zażółć Ελλάς Привет", "<i>", *NOTES] if "株" not in words]
    there = [words for words in written if words in printed.text]
    assert there == (written if how.endswith("notes") else [])
    assert printed.text.count("×") == (1 if how.endswith("notes") else 0)
    assert all(box[0] > 30 and box[2] < page.width - 30 for page in printed.pages for box in page.boxes)
    assert [pair for page in printed.pages for pair in page.overlaps()] == []
