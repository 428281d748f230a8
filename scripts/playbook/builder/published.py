"""The files of the site that are no pages: the library as JSON, the sheets as PDF, and what docs/ holds besides."""

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from playbook import __version__
from playbook.book.chapters import make_book
from playbook.book.epub import bind_epub
from playbook.builder.address import site_address
from playbook.builder.browser import facts_js, order_json, plan_json
from playbook.builder.decided_by import DECIDED_BY, deciding_json
from playbook.builder.lighter import without_comments
from playbook.clock import day
from playbook.library import Library
from playbook.models import KINDS
from playbook.pages.places import Place
from playbook.pages.site import Site
from playbook.paper.forms import plan_forms
from playbook.paper.press import compile_sheets, make_press
from playbook.paper.sheets import PAPERS, Imprint, Printable, plan_sheets
from playbook.reading.saved_notes import notes_schema

PRINT = "print"
"""The folder of the site that sheets are in."""

SCRIPTS = "assets/js/"
"""Where our scripts are, below docs/ and in the site."""

CACHE = Path(".cache", "print")
"""Where compiled sheets are kept, below the root of the project."""


def make_files(site: Site, root: Path, timestamp: int) -> dict[str, bytes]:
    """Return every file by its name in the site; `timestamp` is the date of the data in seconds since 1970.

    Raises ProblemsFound for a sheet that cannot be set.
    """
    return files_without_paper(site, timestamp) | print_all(site, root, timestamp)


def print_all(site: Site, root: Path, timestamp: int) -> dict[str, bytes]:
    """Return every sheet, and the book if there is one, by its name in the site; raises ProblemsFound."""
    press = make_press(root, root / CACHE, timestamp)
    with ThreadPoolExecutor(1) as aside:  # pages are read for the book while Typst sets the sheets
        bound = aside.submit(_book, site, root, _owned(site, timestamp), timestamp) if site.has_book else None
        sheets = compile_sheets(planned_sheets(site, timestamp).values(), press, site.library)
        sheets |= bound.result() if bound else {}
    press.forget_oldest()
    return {f"{PRINT}/{name}": pdf for name, pdf in sheets.items()}


def names_on_paper(site: Site, timestamp: int) -> tuple[str, ...]:
    """Return the names of everything that `print_all` makes, before any of it is made."""
    names = planned_sheets(site, timestamp)
    book = [f"{PRINT}/book.epub"] if site.has_book else []
    return (*(f"{PRINT}/{name}-{paper}.pdf" for name in names for paper in PAPERS), *book)


def files_without_paper(site: Site, timestamp: int) -> dict[str, bytes]:
    """Return every file but the PDFs by its name in the site."""
    copied = {name: _as_sent(name, path) for name, path in site.files.items()}
    texts = {
        **site.made,
        "library.json": library_json(site.library, site.places),
        "order.json": order_json(site.library),
        "plan.json": plan_json(site.guide, site.places),
        DECIDED_BY: deciding_json(site.library, site.places),
        "assets/js/facts.js": facts_js(site.library),
        "notes.schema.json": notes_schema(),
    }
    dated = _calendar(site, timestamp) if site.guide.profile.time.start else {}
    return copied | {name: text.encode() for name, text in texts.items()} | dated


def _as_sent(name: str, path: Path) -> bytes:
    """Return a file of docs/ as the site has it; scripts of your own stay as they are."""
    ours = name.startswith(SCRIPTS) and name.endswith(".js") and "my" not in path.parts[-len(Path(name).parts) - 2 :]
    return without_comments(path.read_text(encoding="utf-8")).encode() if ours else path.read_bytes()


def planned_sheets(site: Site, timestamp: int) -> dict[str, Printable]:
    """Return every sheet and form by its name, before any is set."""
    guide = site.guide
    sheets: list[Printable] = [
        *plan_sheets(guide.library, make_imprint(timestamp, site_address(site.root, site.settings)), guide.profile),
        *plan_forms(guide.library, _owned(site, timestamp)),
    ]
    return {sheet.name: sheet for sheet in sheets}


def print_sheet(site: Site, root: Path, timestamp: int, name: str) -> bytes | None:
    """Return one sheet that somebody asks for by its name below print/; none if there is no such sheet.

    Raises ProblemsFound for a sheet that cannot be set.
    """
    stem, _, paper = name.removesuffix(".pdf").rpartition("-")
    sheet = planned_sheets(site, timestamp).get(stem)
    if sheet is None or paper not in PAPERS:
        return None
    return compile_sheets([sheet], make_press(root, root / CACHE, timestamp), site.library, [paper])[name]


def _owned(site: Site, timestamp: int) -> Imprint:
    return replace(make_imprint(timestamp, site_address(site.root, site.settings)), owner=site.guide.who)


def try_templates(site: Site, root: Path, timestamp: int) -> None:
    """Set one sheet with each template of paper, so that a mistake in one of yours need not wait for all sheets.

    Raises ProblemsFound for what cannot be set.
    """
    imprint, library = make_imprint(timestamp), site.library
    planned: list[Printable] = [*plan_sheets(library, imprint), *plan_forms(library, imprint)]
    one_each = {sheet.template: sheet for sheet in planned}
    compile_sheets(one_each.values(), make_press(root, root / CACHE, timestamp), library, ["a4"])


def _calendar(site: Site, timestamp: int) -> dict[str, bytes]:
    from playbook.builder.calendar import write_calendar  # noqa: PLC0415 - slow to load, and a plan without dates has none

    calendar = write_calendar(site.guide.plan, site.library, timestamp)
    return {"calendar.ics": calendar} if calendar else {}


def _book(site: Site, root: Path, imprint: Imprint, timestamp: int) -> dict[str, bytes]:
    """Return the guide as an e-book."""
    return {"book.epub": bind_epub(make_book(site, root, imprint), root, timestamp)}


def make_imprint(timestamp: int, address: str = "") -> Imprint:
    """Return what stands on every sheet: version and date of the data, and the address of the guide."""
    return Imprint(f"Offer Playbook {__version__}, data of {day(timestamp)}", address=address)


def library_json(library: Library, places: Mapping[str, Place]) -> str:
    """Return the whole library for other tools: a list for each kind, each entry with its address in the site."""
    kinds = {
        kind: [
            entry.model_dump(mode="json", exclude_none=True) | {"address": places[entry.id].address}
            for entry in library.of(kind)
        ]
        for kind in KINDS
    }
    return json.dumps(kinds, ensure_ascii=False, separators=(",", ":")) + "\n"
