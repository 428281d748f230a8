"""The guide as an e-book: an EPUB that readers and checkers accept."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from playbook.book.blocks import Book
from playbook.book.chapters import make_book
from playbook.book.epub import bind_epub
from playbook.builder.published import make_imprint
from playbook.pages.site import Site, render_site
from playbook.problems import ProblemsFound
from project import ROOT
from test_paper import HOSTILE, IMPRINT, question

XHTML = "{http://www.w3.org/1999/xhtml}"
WHEN = 1_800_000_000


@pytest.fixture(scope="module")
def book(site: Site) -> Book:
    """Return the real book."""
    return make_book(site, ROOT, make_imprint(WHEN))


@pytest.fixture(scope="module")
def epub(book: Book) -> bytes:
    """Return the real book as EPUB."""
    return bind_epub(book, ROOT, WHEN)


def files_of(epub: bytes) -> dict[str, bytes]:
    """Return the files of an EPUB by name."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages_of(epub: bytes) -> dict[str, ElementTree.Element]:
    """Return the pages of an EPUB by name."""
    return {
        name: ElementTree.fromstring(text)  # noqa: S314 - made here
        for name, text in files_of(epub).items()
        if name.endswith(".xhtml")
    }


def test_an_epub_says_what_it_is(epub: bytes, book: Book) -> None:
    """Its kind comes first and unpacked; title, language, date and who can read it are named; all files are listed."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    files = files_of(epub)
    package = ElementTree.fromstring(files["package.opf"])  # noqa: S314 - made here
    said = {element.tag.rpartition("}")[2]: element.text for element in package.iter() if element.text}
    said |= {element.get("property", ""): str(element.text) for element in package.iter() if element.get("property")}
    assert (said["title"], said["language"], said["dcterms:modified"]) == (book.title, "en-US", "2027-01-15T08:00:00Z")
    assert said["schema:accessMode"] == "textual"
    assert said["schema:accessibilityHazard"] == "none"
    listed = {href for element in package.iter() if (href := element.get("href"))}
    assert listed == {name for name in files if name not in ("mimetype", "package.opf", "META-INF/container.xml")}


def test_every_link_of_the_epub_leads_somewhere(epub: bytes, book: Book) -> None:
    """The contents name every chapter, each link inside meets a place, and nothing runs or comes from elsewhere."""
    pages = pages_of(epub)
    ids = {name: [id for element in page.iter() if (id := element.get("id"))] for name, page in pages.items()}
    assert [name for name, found in ids.items() if len(found) != len(set(found))] == []
    lost = []
    for name, page in pages.items():
        for link in page.iter(f"{XHTML}a"):
            target, _, anchor = link.get("href", "").partition("#")
            if "://" not in target and (target not in pages or (anchor and anchor not in ids[target])):
                lost.append(f"{name}: {link.get('href')}")
        assert not [element.tag for element in page.iter() if element.tag in (f"{XHTML}script", f"{XHTML}img")]
        assert len(list(page.iter(f"{XHTML}h1"))) == 1, name
    assert lost == []
    contents = {link.get("href") for link in pages["contents.xhtml"].iter(f"{XHTML}a")}
    assert contents == set(pages) - {"cover.xhtml", "contents.xhtml"}
    assert len(contents) == sum(len(part["chapters"]) for part in book.parts) + 1


def test_the_same_book_has_the_same_bytes(epub: bytes, book: Book) -> None:
    """The EPUB is made twice without a difference."""
    assert bind_epub(book, ROOT, WHEN) == epub


@pytest.mark.parametrize("text", HOSTILE, ids=["typst", "markup", "letters", "word", "lines"])
def test_any_text_is_itself_in_the_epub(text: str, small: Path, write: Callable[[str, str], None]) -> None:
    """Markup and foreign letters stay text."""
    write("my/data/questions/mine.yml", question(text))
    pages = pages_of(bind_epub(make_book(render_site(small), small, IMPRINT), small, 0))
    shown = " ".join(" ".join("".join(page.itertext()).split()) for page in pages.values())
    assert " ".join(text.split()) in shown


def checker() -> list[str]:
    """Return the command that checks an EPUB; Debian installs a Java archive that cannot be started by itself."""
    found = shutil.which("epubcheck")
    if found is None:
        pytest.skip("epubcheck is not installed (Debian, Ubuntu: apt-get install epubcheck)")
    jar = Path(found).resolve()
    return ["java", "-jar", str(jar)] if jar.suffix == ".jar" else [found]


def test_epubcheck_finds_nothing(epub: bytes, tmp_path: Path) -> None:
    """The checker of the standard has no error and no warning."""
    path = tmp_path / "book.epub"
    path.write_bytes(epub)
    done = subprocess.run([*checker(), str(path)], capture_output=True, text=True, check=False)
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr, done.stderr
    assert done.returncode == 0


def test_code_keeps_its_lines(book: Book) -> None:
    """What is to be typed stands in the book as it stands on the page."""
    codes = [block["text"] for block in blocks_of(book.parts) if block.get("kind") == "code"]
    assert any(str(text).startswith("- id: my-manager-questions\n  name: ") for text in codes)


def blocks_of(value: object) -> Iterator[dict[str, object]]:
    """Go through all blocks of a book."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from blocks_of(part)


def test_parts_of_a_line_do_not_run_together(book: Book) -> None:
    """What the site sets in frames of its own has a mark between; a blank is followed by its full stop."""
    lines = ["".join(run["text"] for run in block["runs"]) for block in blocks_of(book.parts) if "runs" in block]  # type: ignore[attr-defined]
    assert "must · Ask: recruiter · At: Applied, Screen · Look it up first" in lines
    assert any("I’m deciding on date." in line for line in lines)


def test_a_page_can_stay_out_of_the_book(small: Path, write: Callable[[str, str], None]) -> None:
    """`book: false` leaves a page out, and nothing else does."""
    for told in ("book: false", "book: true"):
        write("my/docs/mine.md", f"---\ntitle: Mine\n{told}\n---\n\n# Mine\n\nMy very own words.\n")
        chapters = str(make_book(render_site(small), small, IMPRINT).parts)
        assert ("My very own words" in chapters) == (told == "book: true")


def test_a_broken_template_of_yours_is_answered_with_its_place(
    book: Book, small: Path, write: Callable[[str, str], None]
) -> None:
    """A name that is not there in a template of the EPUB is a problem at its line, as on a page."""
    write(
        "my/templates/epub/cover.xhtml",
        '{% extends "epub/page.xhtml" %}\n{% block body %}\n{{ nothing }}\n{% endblock %}\n',
    )
    with pytest.raises(ProblemsFound) as found:
        bind_epub(book, small, WHEN)
    assert [problem.mark for problem in found.value.problems] == [("my/templates/epub/cover.xhtml", 3, 1)]


def test_the_book_has_a_cover(epub: bytes) -> None:
    """A shelf shows a picture of the title, which is in the book like any other file."""
    files = files_of(epub)
    assert b'properties="cover-image"' in files["package.opf"]
    picture = ElementTree.fromstring(files["cover.svg"])  # noqa: S314 - made here
    assert "Offer Playbook" in "".join(picture.itertext())


def test_quotation_marks_stand_once(book: Book) -> None:
    """A quoted line has one pair, blanks in it or not."""
    lines = ["".join(run["text"] for run in block["runs"]) for block in blocks_of(book.parts) if "runs" in block]  # type: ignore[attr-defined]
    quoted = [line for line in lines if "\u201c" in line]
    assert len(quoted) > 100
    assert [line for line in quoted if "\u201c\u201c" in line or "\u201d\u201c" in line] == []
