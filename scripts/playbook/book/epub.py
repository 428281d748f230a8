"""The EPUB adapter: the book for screens of any size, one file a chapter, through the templates of templates/epub/."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment

from playbook.book.blocks import Book
from playbook.pages.loaders import loader_for
from playbook.pages.template_errors import Missing, template_problem
from playbook.problems import ProblemsFound

FRAME = (
    "META-INF/container.xml",
    "package.opf",
    "contents.xhtml",
    "cover.xhtml",
    "cover.svg",
    "questions.xhtml",
    "style.css",
)
"""The files beside the chapters, each made by the template that has the last part of its name."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive: the first that it can say, so that the same book has the same bytes."""


def epub_folders(root: Path) -> tuple[Path, Path]:
    """Return the folders of what decides how the EPUB looks: ours, then yours, which comes before it."""
    return root / "templates" / "epub", root / "my" / "templates" / "epub"


def bind_epub(book: Book, root: Path, timestamp: int) -> bytes:
    """Return the book as EPUB 3; `timestamp` is the date of the data in seconds since 1970.

    Raises ProblemsFound with the file and line of a template that cannot be rendered.
    """
    try:
        return _archived(_files(book, root, timestamp))
    except Exception as error:
        problem = template_problem(error, root)
        if problem is None:
            raise
        raise ProblemsFound([problem]) from error


def _files(book: Book, root: Path, timestamp: int) -> dict[str, str]:
    environment = Environment(
        loader=loader_for(root), autoescape=True, undefined=Missing, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["file"] = file_of
    environment.globals |= {
        "book": book,
        "identifier": uuid5(NAMESPACE_URL, f"{book.address} {book.title}").urn,
        "modified": datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    files = {name: environment.get_template(f"epub/{Path(name).name}").render() for name in FRAME}
    template = environment.get_template("epub/chapter.xhtml")
    for part in book.parts:
        for chapter in part["chapters"]:
            files[file_of(chapter["label"])] = template.render(chapter=chapter)
    return files


def file_of(label: str) -> str:
    """Return the address inside the EPUB of a label of the book, which is `folder/page.md` or `folder/page.md#id`."""
    page, _, anchor = label.partition("#")
    return f"page.{page.removesuffix('.md').replace('/', '.')}.xhtml" + (f"#{anchor}" if anchor else "")


def _archived(files: dict[str, str]) -> bytes:
    """Return the archive of these files, with its kind first and readable, as the standard has it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", EARLIEST), "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), text, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()
