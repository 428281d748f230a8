"""Where every page comes from: a file of yours, of ours, or a template for what has no file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from playbook.library import Library
from playbook.models import KINDS
from playbook.pages.places import more_page
from playbook.pages.reference import plan_references
from playbook.reading.files import find_files


@dataclass(frozen=True)
class Source:
    """A template, the file that its page's edit link opens, and the names that only it needs."""

    template: str
    edit: str
    names: Mapping[str, object]
    listed: bool = True


def plan_sources(root: Path, library: Library, hidden_pages: Mapping[str, str]) -> dict[str, Source]:
    """Return the source of every page by its name in docs/; `hidden_pages` as in `plan_hidden_pages`."""
    written = {name: Source(f"docs/{name}", path, {}) for name, path in _written(root)}
    made = [*_generated(library, set(written)), *_hidden(library, hidden_pages), *_references(root)]
    sources = dict(written)
    for name, source in made:
        sources.setdefault(name, source)
    return sources


def _references(root: Path) -> Iterator[tuple[str, Source]]:
    """Pages about every field, where the pages about your copy are."""
    if (root / "docs/yours/reference").is_dir():
        for reference in plan_references():
            source = f"docs/yours/reference/examples/{reference.name}.yml"
            yield (
                f"yours/reference/{reference.name}.md",
                Source("pages/reference.md", source, {"reference": reference}),
            )


def _hidden(library: Library, hidden_pages: Mapping[str, str]) -> Iterator[tuple[str, Source]]:
    """A page that is hidden still answers the links to it."""
    for entry in library.hidden.values():
        yield hidden_pages[entry.id], Source("pages/hidden.md", "my/data/hide.yml", {"entry": entry}, listed=False)


def _written(root: Path) -> Iterator[tuple[str, str]]:
    for folder in ("docs", "my/docs"):
        for path in (path for path in find_files(root, folder) if path.suffix == ".md"):
            yield path.relative_to(root / folder).as_posix(), path.relative_to(root).as_posix()


def other_files(root: Path) -> dict[str, Path]:
    """Return what docs/ and my/docs/ hold besides pages: name in the site -> file, yours in place of ours."""
    found = ((path, root / folder) for folder in ("docs", "my/docs") for path in find_files(root, folder))
    return {path.relative_to(folder).as_posix(): path for path, folder in found if path.suffix != ".md"}


def _generated(library: Library, written: set[str]) -> Iterator[tuple[str, Source]]:
    for checklist in library.checklists:
        source = library.origins[checklist.id].path
        yield f"checklists/{checklist.id}.md", Source("pages/checklist.md", source, {"checklist": checklist})
    for language in library.languages:
        source = library.origins[language.id].path
        yield f"prepare/languages/{language.id}.md", Source("pages/language.md", source, {"language": language})
    for theme in library.themes:
        page = theme.page or f"themes/{theme.id}.md"
        if page not in written and theme.id in library.by_theme:
            source = library.origins[theme.id].path
            shown = [other for other in library.themes if (other.page or f"themes/{other.id}.md") == page]
            yield page, Source("pages/theme.md", source, {"shown": shown})
    for kind in KINDS:
        entries = [entry for entry in library.by_theme.get(None, ()) if type(entry) is KINDS[kind]]
        if entries:
            source = library.origins[entries[0].id].path
            yield more_page(kind), Source("pages/more.md", source, {"kind": kind, "entries": entries})
