"""Every sheet of the real library, on both papers, is what one would be glad to hold."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL.Image import Image

from paper import (
    SIZES,
    PageOfText,
    accessible,
    broken_rules,
    broken_rules_too,
    fonts_embedded,
    heard_out_of_order,
    read_pages,
    smallest_type,
    squeezed,
    tags,
)
from playbook.builder.published import CACHE, make_imprint
from playbook.paper.forms import FormSheet, plan_forms
from playbook.paper.press import compile_sheets, make_press
from playbook.paper.sheets import PAPERS, Printable, Sheet, plan_sheets
from playbook.reading.load import load_library
from project import ROOT

LIBRARY = load_library(ROOT)
IMPRINT = make_imprint(1_800_000_000)
SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in plan_sheets(LIBRARY, IMPRINT)}
FORMS: dict[str, FormSheet] = {form.name: form for form in plan_forms(LIBRARY, IMPRINT)}
ALL = [(name, paper) for name in (*SHEETS, *FORMS) for paper in PAPERS]
PRINTED: dict[str, bytes] = {}
READ: dict[str, list[PageOfText]] = {}


def pdf_of(name: str, paper: str) -> bytes:
    """Return the PDF of a sheet, compiled once."""
    if not PRINTED:
        PRINTED.update(
            compile_sheets([*SHEETS.values(), *FORMS.values()], make_press(ROOT, ROOT / CACHE, 1_800_000_000))
        )
    return PRINTED[f"{name}-{paper}.pdf"]


def pages_of(name: str, paper: str) -> list[PageOfText]:
    """Return the pages of a sheet, read once."""
    key = f"{name}-{paper}"
    if key not in READ:
        READ[key] = read_pages(pdf_of(name, paper))
    return READ[key]


every_sheet = pytest.mark.parametrize(("name", "paper"), ALL, ids=str)


def test_there_are_sheets_of_every_detail() -> None:
    """Table, pocket, full, cards and booklet are all in use, and there are forms."""
    assert {sheet.detail for sheet in SHEETS.values()} == {"table", "pocket", "full", "cards", "fold"}
    assert len(SHEETS) > 30
    assert len(FORMS) >= 4


@every_sheet
def test_it_fits_its_paper(name: str, paper: str) -> None:
    """Each page has the size of the paper; cards have two at most, a full list of things to do has one."""
    pages = pages_of(name, paper)
    sizes = {tuple(sorted((round(page.width), round(page.height)))) for page in pages}
    assert sizes == {tuple(sorted(map(round, SIZES[paper])))}
    assert len(pages) <= most_pages(name)


def most_pages(name: str) -> int:
    """Return how many pages a sheet may have: only questions and scripts with all that helps to hear them go on."""
    kinds = {item.kind for group in SHEETS[name].groups for item in group.items} if name in SHEETS else set()
    if name in SHEETS and SHEETS[name].detail == "cards":
        return 2
    return 8 if name in SHEETS and SHEETS[name].detail == "full" and kinds & {"question", "script"} else 1


@every_sheet
def test_a_copier_keeps_every_letter(name: str, paper: str) -> None:
    """In black and white alone, at the resolution of a fax, each character still has ink."""
    for page, bitmap in zip(pages_of(name, paper), bitmaps(pdf_of(name, paper)), strict=True):
        scale = bitmap.width / page.width
        boxes = zip(page.visible, page.boxes, strict=True)
        assert [found["text"] for found, box in boxes if not inked(bitmap, [edge * scale for edge in box])] == []


def bitmaps(pdf: bytes) -> list[Image]:
    """Return each page in black and white, cut at half of full brightness."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=2, grayscale=True).to_pil().convert("L") for page in document]
    return [page.point(lambda brightness: 255 if brightness > 127 else 0) for page in pages]


def inked(bitmap: Image, box: list[float]) -> bool:
    """Tell whether anything within a box is black."""
    left, top, right, bottom = (int(edge) for edge in box)
    darkest, _ = bitmap.crop((left, top, right + 2, bottom + 2)).getextrema()
    return darkest == 0


@every_sheet
def test_nothing_lies_outside_the_margins(name: str, paper: str) -> None:
    """Every character keeps at least 4 millimetres from the edge, which printers cannot reach."""
    for page in pages_of(name, paper):
        left, right = min(box[0] for box in page.boxes), max(box[2] for box in page.boxes)
        top, bottom = min(box[1] for box in page.boxes), max(box[3] for box in page.boxes)
        assert min(left, top, page.width - right, page.height - bottom) > 11


@every_sheet
def test_nothing_overlaps(name: str, paper: str) -> None:
    """No two characters lie on each other."""
    for page in pages_of(name, paper):
        assert list(page.overlaps()) == []


@every_sheet
def test_the_type_can_be_read(name: str, paper: str) -> None:
    """No type is smaller than 6.9 points; the questions of a pocket page have at least 9."""
    pages = pages_of(name, paper)
    assert smallest_type(pages) > 6.9
    if name in SHEETS and SHEETS[name].detail == "pocket":
        words = squeezed(SHEETS[name].groups[0].items[0].title)
        start = pages[0].text.index(words)
        assert float(pages[0].visible[start]["size"]) > 8.9  # type: ignore[arg-type]


@every_sheet
def test_everything_is_there_in_order(name: str, paper: str) -> None:
    """All items follow each other in the text of the PDF, none is cut in two, and the version is at the foot."""
    pages = pages_of(name, paper)
    texts = [page.text for page in pages]
    assert all(squeezed(IMPRINT.footer) in text for text in texts)
    page, place = 0, 0
    for item in [item for group in SHEETS[name].groups for item in group.items] if name in SHEETS else ():
        words = squeezed(item.title)
        while page < len(texts) and words not in texts[page][place:]:
            page, place = page + 1, 0
        assert page < len(texts), f"{item.id} is missing or out of order"
        place = texts[page].index(words, place) + len(words)
        if SHEETS[name].detail == "full":
            signs = [*item.good, *item.bad, *item.seen_good, *item.seen_bad, *item.follow_up]
            assert [sign for sign in signs if squeezed(sign) not in texts[page]] == []


@every_sheet
def test_no_page_is_nearly_empty(name: str, paper: str) -> None:
    """No page has only a few lines, and no heading stands alone at the end of one."""
    for page in pages_of(name, paper):
        assert page.lines > 4
    if name in SHEETS:
        titles = tuple(squeezed(group.title) for group in SHEETS[name].groups if group.title)
        for text in (page.text for page in pages_of(name, paper)):
            body = text[: text.rindex(squeezed(IMPRINT.footer))]
            assert not titles or SHEETS[name].detail == "fold" or not body.endswith(titles)


@pytest.mark.parametrize(("name", "paper"), [(name, paper) for name, paper in ALL if name.endswith("-full")], ids=str)
def test_what_stays_empty_can_be_written_on(name: str, paper: str) -> None:
    """Every page of a full sheet has text or lines to write on down to its foot."""
    for page in pages_of(name, paper):
        assert any(page.height - 130 < line < page.height - 36 for line in page.ruled)


@every_sheet
def test_everybody_can_read_it(name: str, paper: str) -> None:
    """It is tagged as PDF/UA-1, with title, language, headings and labelled boxes; two independent checkers agree."""
    pdf = pdf_of(name, paper)
    assert accessible(pdf) == []
    assert heard_out_of_order(pdf) == []
    assert broken_rules(pdf) == []
    assert broken_rules_too(pdf) == []
    assert fonts_embedded(pdf)
    found = tags(pdf)
    assert found.get("/H1") == 1
    if name in SHEETS and SHEETS[name].detail in ("table", "pocket", "full"):
        items = sum(len(group.items) for group in SHEETS[name].groups)
        assert found.get("/LBody", 0) >= items
        assert found.get("/Lbl", 0) >= items
    if name in FORMS:
        assert found.get("/TH", 0) >= len(FORMS[name].columns)


@pytest.mark.parametrize("missing", ["Lang", "StructTreeRoot"])
def test_both_checkers_see_what_is_missing(missing: str) -> None:
    """A sheet that lost its language, or what it is made of, passes neither."""
    harmed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of("manager-questions-pocket", "a4"))) as document:
        del document.Root[f"/{missing}"]
        document.save(harmed)
    assert broken_rules(harmed.getvalue()) != []
    assert broken_rules_too(harmed.getvalue()) != []


def test_two_presses_print_the_same_bytes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same sheets give the same bytes, without a cache too."""
    some = [
        next(sheet for sheet in SHEETS.values() if sheet.detail == detail) for detail in ("pocket", "cards", "fold")
    ]
    sheets: list[Printable] = [*some, *list(FORMS.values())[:1]]
    for sheet in sheets:
        presses = [make_press(ROOT, tmp_path_factory.mktemp("cache"), 1_800_000_000) for _ in range(2)]
        assert len({press.print(sheet, "a4") for press in presses}) == 1
