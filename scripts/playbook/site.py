"""The whole site as pages of Markdown, in memory: what the MkDocs hook and the export both show."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from playbook.library import Library
from playbook.load import load_library
from playbook.models import KINDS
from playbook.plan.guide import Guide, plan_guide
from playbook.plan.places import Place, more_page, plan_places
from playbook.problems import Mark, Problem, ProblemsFound
from playbook.profile import load_profile
from playbook.render import Context, Renderer


@dataclass(frozen=True)
class Page:
    """A rendered page and the file to edit for it, relative to the project."""

    markdown: str
    source: str


@dataclass(frozen=True)
class Site:
    """Every page by its name in docs/, and every other file of docs/ by its name."""

    guide: Guide
    places: Mapping[str, Place]
    pages: Mapping[str, Page]
    files: Mapping[str, Path]
    notices: tuple[Problem, ...] = ()
    """What is worth knowing though nothing is wrong."""

    @property
    def library(self) -> Library:
        """The library in the order of this guide."""
        return self.guide.library


@dataclass(frozen=True)
class _Source:
    template: str
    edit: str
    names: Mapping[str, object]


def render_site(root: Path, edit_base: str = "") -> Site:
    """Load everything below `root` and render every page.

    Raises ProblemsFound with all problems of the data or, if there are none, of the pages and templates.
    """
    general = load_library(root)
    profile, notices = load_profile(root, general)
    guide = plan_guide(general, profile)
    library = guide.library
    places = plan_places(library)
    renderer = Renderer(root, Context(library, places, guide, edit_base))
    sources = _sources(root, library)
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    for name, source in sources.items():
        try:
            markdown = renderer.render(name, source.template, **source.names)
            pages[name] = Page(_with_source(markdown, source.edit), source.edit)
        except ProblemsFound as found:
            problems.extend(found.problems)
    problems.extend([] if problems else _missing_anchors(places, pages, library))
    if problems:
        raise ProblemsFound(problems)
    return Site(guide, places, pages, _files(root), notices)


def _with_source(markdown: str, source: str) -> str:
    """Say in the front matter which file the page's edit link opens, so that every builder agrees on it."""
    line = f"source: {json.dumps(source)}\n"
    return f"---\n{line}{markdown[4:]}" if markdown.startswith("---\n") else f"---\n{line}---\n\n{markdown}"


def _sources(root: Path, library: Library) -> dict[str, _Source]:
    """Return where each page comes from: a file of yours, of ours, or a template for what has no file."""
    written = {name: _Source(f"docs/{name}", path, {}) for name, path in _written(root)}
    return {**written, **{name: source for name, source in _generated(library, set(written)) if name not in written}}


def _written(root: Path) -> Iterator[tuple[str, str]]:
    for folder in ("docs", "my/docs"):
        for path in sorted((root / folder).rglob("*.md")):
            yield path.relative_to(root / folder).as_posix(), path.relative_to(root).as_posix()


def _files(root: Path) -> dict[str, Path]:
    folders = [root / "docs", root / "my" / "docs"]
    found = ((path, folder) for folder in folders for path in sorted(folder.rglob("*")))
    return {
        path.relative_to(folder).as_posix(): path for path, folder in found if path.is_file() and path.suffix != ".md"
    }


def _generated(library: Library, written: set[str]) -> Iterator[tuple[str, _Source]]:
    for checklist in library.checklists:
        source = library.origins[checklist.id].path
        yield f"checklists/{checklist.id}.md", _Source("pages/checklist.md", source, {"checklist": checklist})
    for language in library.languages:
        source = library.origins[language.id].path
        yield f"prepare/languages/{language.id}.md", _Source("pages/language.md", source, {"language": language})
    for theme in library.themes:
        page = theme.page or f"themes/{theme.id}.md"
        if page not in written and theme.id in library.by_theme:
            source = library.origins[theme.id].path
            shown = [other for other in library.themes if (other.page or f"themes/{other.id}.md") == page]
            yield page, _Source("pages/theme.md", source, {"shown": shown})
    for kind in KINDS:
        entries = [entry for entry in library.by_theme.get(None, ()) if type(entry) is KINDS[kind]]
        if entries:
            source = library.origins[entries[0].id].path
            yield more_page(kind), _Source("pages/more.md", source, {"kind": kind, "entries": entries})


def _missing_anchors(places: Mapping[str, Place], pages: Mapping[str, Page], library: Library) -> Iterator[Problem]:
    """Every id is an anchor on its page, so that no link to it can lead nowhere."""
    empty = {theme.id for theme in library.themes if theme.id not in library.by_theme}
    expected = {id: place for id, place in places.items() if id not in empty}
    for name in sorted({place.page for place in expected.values()} - set(pages)):
        ids = sorted(id for id, place in expected.items() if place.page == name)
        wrong = f"is not there, but is the place of `{ids[0]}`" + (f" and {len(ids) - 1} more" if ids[1:] else "")
        yield Problem(Mark(f"docs/{name}"), "", "", wrong, "write the page")
    for name, page in pages.items():
        ids = sorted(id for id, place in expected.items() if place.page == name)
        lost = [id for id in ids if f'id="{id}"' not in page.markdown and f"{{#{id}}}" not in page.markdown]
        if lost:
            wrong = f"does not show `{lost[0]}`" + (f" and {len(lost) - 1} more" if lost[1:] else "")
            yield Problem(Mark(page.source), "", "", f"{wrong}, whose place it is", "call {{ themes() }} there")
