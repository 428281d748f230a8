"""The files of the site that are no pages: the library as JSON, the sheets as PDF, and what docs/ holds besides."""

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from playbook import __version__
from playbook.book.blocks import Book
from playbook.book.chapters import make_book
from playbook.book.epub import bind_epub
from playbook.builder.browser import facts_js, plan_json
from playbook.clock import day
from playbook.library import Library
from playbook.models import KINDS
from playbook.pages.places import Place
from playbook.pages.site import Site
from playbook.paper.forms import plan_forms
from playbook.paper.press import Press, compile_sheets, make_press
from playbook.paper.sheets import Imprint, Printable, plan_sheets
from playbook.reading.saved_notes import notes_schema

CACHE = Path(".cache", "print")
"""Where compiled sheets are kept, below the root of the project."""


def make_files(site: Site, root: Path, timestamp: int) -> dict[str, bytes]:
    """Return every file by its name in the site; `timestamp` is the date of the data in seconds since 1970.

    Raises ProblemsFound for a sheet that cannot be set.
    """
    imprint, guide = make_imprint(timestamp), site.guide
    owned = replace(imprint, owner=guide.who)
    press = make_press(root, root / CACHE, timestamp)
    planned: list[Printable] = [*plan_sheets(guide.library, imprint, guide.profile), *plan_forms(guide.library, owned)]
    with ThreadPoolExecutor(1) as aside:  # pages are read for the book while Typst sets the sheets
        bound = aside.submit(_book, site, root, owned, press) if site.has_book else None
        sheets = compile_sheets(planned, press, site.library) | (bound.result() if bound else {})
    press.forget_oldest()
    copied = {name: path.read_bytes() for name, path in site.files.items()}
    made = {name: text.encode() for name, text in site.made.items()}
    printed = {f"print/{name}": pdf for name, pdf in sheets.items()}
    own = {
        "library.json": library_json(site.library, site.places),
        "plan.json": plan_json(site.guide, site.places),
        "assets/js/facts.js": facts_js(site.library),
        "notes.schema.json": notes_schema(),
    }
    dated = _calendar(site, timestamp) if site.guide.profile.time.start else {}
    return {**copied, **made, **printed, **{name: text.encode() for name, text in own.items()}, **dated}


def try_templates(site: Site, root: Path, timestamp: int) -> None:
    """Set one sheet with each template of paper, so that a mistake in one of yours need not wait for all sheets.

    Raises ProblemsFound for what cannot be set.
    """
    imprint, library = make_imprint(timestamp), site.library
    cover = Book(title="Book", subtitle="", address="", parts=(), index=(), imprint=imprint)
    planned: list[Printable] = [*plan_sheets(library, imprint), *plan_forms(library, imprint), cover]
    one_each = {sheet.template: sheet for sheet in planned}
    compile_sheets(one_each.values(), make_press(root, root / CACHE, timestamp), library, ["a4"])


def _calendar(site: Site, timestamp: int) -> dict[str, bytes]:
    from playbook.builder.calendar import write_calendar  # noqa: PLC0415 - slow to load, and a plan without dates has none

    calendar = write_calendar(site.guide.plan, site.library, timestamp)
    return {"calendar.ics": calendar} if calendar else {}


def _book(site: Site, root: Path, imprint: Imprint, press: Press) -> dict[str, bytes]:
    """Return the book on each paper and as EPUB; the press keeps what it set by everything that it was set from."""
    book = make_book(site, root, imprint)
    return compile_sheets([book], press, site.library) | {"book.epub": bind_epub(book, root, press.timestamp)}


def make_imprint(timestamp: int) -> Imprint:
    """Return what stands on every sheet, with the version and the date of the data."""
    return Imprint(f"Offer Playbook {__version__}, data of {day(timestamp)}")


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
