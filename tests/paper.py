"""What can be measured on a PDF: pages, type, margins, overlaps, tags."""

import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pdfplumber
import pdfua
import pikepdf
from page import validate_pdf_bytes

SIZES = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
"""Width and height in points, upright."""

COLUMN = 16
"""Only characters in one column of this many points are compared with each other, as a book has a million of them."""


@dataclass(frozen=True)
class PageOfText:
    """One page: its size and its characters in the order of reading."""

    width: float
    height: float
    characters: tuple[dict[str, object], ...] = field(repr=False)
    ruled: tuple[float, ...] = field(default=(), repr=False)
    """How far from the top each drawn line begins."""

    @cached_property
    def text(self) -> str:
        """The text without white space, as lines may break anywhere."""
        return squeezed("".join(str(character["text"]) for character in self.characters))

    def text_above(self, height: float) -> str:
        """Return the text without the lowest `height` points."""
        return self._text_of(lambda bottom: bottom <= self.height - height)

    def text_below(self, height: float) -> str:
        """Return only the text in the lowest `height` points."""
        return self._text_of(lambda bottom: bottom > self.height - height)

    def _text_of(self, wanted: Callable[[float], bool]) -> str:
        return squeezed("".join(str(c["text"]) for c in self.characters if wanted(float(c["bottom"]))))  # type: ignore[arg-type]

    @cached_property
    def boxes(self) -> list[tuple[float, float, float, float]]:
        """Left, top, right and bottom of each visible character."""
        return [
            (float(c["x0"]), float(c["top"]), float(c["x1"]), float(c["bottom"]))  # type: ignore[arg-type]
            for c in self.visible
        ]

    @cached_property
    def visible(self) -> list[dict[str, object]]:
        """The characters that one can see."""
        return [character for character in self.characters if squeezed(str(character["text"]))]

    @property
    def lines(self) -> int:
        """How many lines of text there are, the foot included."""
        return len({round(box[3]) for box in self.boxes})

    def overlaps(self) -> Iterator[str]:
        """Go through the pairs of characters that lie on each other; letters set close to each other may a little."""
        columns: dict[int, list[int]] = {}
        for second in sorted(range(len(self.boxes)), key=lambda index: self.boxes[index][1]):
            box = self.boxes[second]
            across = range(int(box[0] // COLUMN), int(box[2] // COLUMN) + 1)
            for first in {first for column in across for first in columns.get(column, ())}:
                same_line = abs(self.boxes[first][3] - box[3]) < 0.5
                if _covered(self.boxes[first], box) > (0.7 if same_line else 0.15):
                    yield f"{self.visible[first]['text']} {self.visible[second]['text']}"
            for column in across:
                still = [first for first in columns.get(column, ()) if self.boxes[first][3] > box[1]]
                columns[column] = [*still, second]


def _covered(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return width * height / max(min(areas), 0.01)


DRAWN = {"\u2018": "'", "\u2019": "'", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
"""Characters that stand on paper for what was typed."""

SQUEEZED = str.maketrans({**DRAWN, **dict.fromkeys("-\u2010\u00ad\u200b\ufffe\x02", "")})


def squeezed(text: str) -> str:
    """Return text as it was typed, but without white space, hyphens and places to break: lines may end anywhere."""
    return "".join(text.translate(SQUEEZED).split())


def read_pages(pdf: bytes, numbers: list[int] | None = None) -> list[PageOfText]:
    """Return the pages of a PDF, or those with these numbers from 1 on."""
    with pdfplumber.open(io.BytesIO(pdf), pages=numbers) as document:
        return [
            PageOfText(
                float(page.width),
                float(page.height),
                tuple(page.chars),
                tuple(float(drawn["top"]) for drawn in (*page.lines, *page.rects)),
            )
            for page in document.pages
        ]


def smallest_type(pages: list[PageOfText]) -> float:
    """Return the smallest size of a character in points."""
    return min(float(character["size"]) for page in pages for character in page.characters)  # type: ignore[arg-type]


def fonts_embedded(pdf: bytes) -> bool:
    """Return whether every font is in the file; a font of type 3 holds its letters itself."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [item for item in document.objects if _is_type(item, "/Font")]
        drawn = {str(item.FontDescriptor.FontName) for item in fonts if _draws_its_letters(item)}
        described = [item for item in document.objects if _is_type(item, "/FontDescriptor")]
        return bool(described) and all(
            {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys()) or str(item.FontName) in drawn
            for item in described
        )


def _draws_its_letters(font: pikepdf.Object) -> bool:
    return font.get("/Subtype") == "/Type3" and "/CharProcs" in font and "/FontDescriptor" in font


def tags(pdf: bytes) -> dict[str, int]:
    """Return how often each structure type occurs."""
    found: dict[str, int] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item:
                name = str(item["/S"])
                found[name] = found.get(name, 0) + 1
    return found


def accessible(pdf: bytes) -> list[str]:
    """Return what is missing of what every sheet needs for readers that speak."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        with document.open_metadata() as metadata:
            declared = metadata.get("pdfuaid:part") == "1"
        needs = {
            "a language": str(root.get("/Lang", "")) != "",
            "marked content": bool(root.MarkInfo.Marked),
            "a structure": "/StructTreeRoot" in root,
            "a title": str(document.docinfo.get("/Title", "")) != "",
            "the title in the window": bool(root.ViewerPreferences.DisplayDocTitle),
            "the claim PDF/UA-1": declared,
            "the order of tabs": all(page.get("/Tabs") == "/S" for page in document.pages if "/Annots" in page),
        }
    return [need for need, there in needs.items() if not there]


def heard_out_of_order(pdf: bytes) -> list[str]:
    """Return where the tags, in which order the text is read aloud, leave the order in which it is drawn."""
    heard: dict[tuple[int, int], list[int]] = {}

    def listen(item: object, page: tuple[int, int]) -> None:
        if isinstance(item, pikepdf.Array):
            for part in item:
                listen(part, page)
        elif isinstance(item, pikepdf.Dictionary):
            page = item.Pg.objgen if "/Pg" in item else page
            listen(item.get("/MCID", item.get("/K")), page)
        elif item is not None:
            heard.setdefault(page, []).append(int(item))  # type: ignore[call-overload]

    with pikepdf.open(io.BytesIO(pdf)) as document:
        listen(document.Root.StructTreeRoot.K, (0, 0))
        pages: list[list[int]] = [heard.get(page.obj.objgen, []) for page in document.pages]
    return [
        f"page {number}: {places}" for number, places in enumerate(pages, 1) if not places or places != sorted(places)
    ]


def broken_rules(pdf: bytes) -> list[str]:
    """Return which rules of PDF/UA-1 `page` finds broken, of the 104 that a program can check."""
    return [f"{failure.rule_id} {failure.message}" for failure in validate_pdf_bytes(pdf, profile="ua1").failures]


def broken_rules_too(pdf: bytes) -> list[str]:
    """Return which ones `pdfua` finds broken: fewer rules, written by others; a minute for the book."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return [f"{finding.rule_id} {finding.message}" for finding in pdfua.validate(file.name).findings]


def _is_type(item: object, name: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == name
