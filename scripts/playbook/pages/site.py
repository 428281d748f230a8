"""The whole site as pages of Markdown, in memory: what the MkDocs hook and the export both show."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playbook.library import Library
from playbook.models import Profile
from playbook.models.colours import palette
from playbook.models.settings import Settings
from playbook.pages.configuration import COLOURS, edit_base
from playbook.pages.page import Context, Rendered, render_page
from playbook.pages.places import Place, plan_hidden_pages, plan_places
from playbook.pages.render import Renderer
from playbook.pages.sources import Source, other_files, plan_sources
from playbook.pages.told import STORY, plan_told
from playbook.pages.worked import published_example
from playbook.plan.guide import Guide, plan_guide
from playbook.problems import Mark, Problem, ProblemsFound
from playbook.reading.load import load_library
from playbook.reading.names import check_names
from playbook.reading.validate import ModelFile
from playbook.reading.your_profile import load_profile
from playbook.reading.your_settings import check_settings, load_settings


@dataclass(frozen=True)
class Page:
    """A rendered page and the file to edit for it, relative to the project."""

    markdown: str
    source: str
    listed: bool = True
    """False for a page that no list and no search shows: it only says that you hide what would be there."""


@dataclass(frozen=True)
class Site:
    """Every page by its name in docs/, and every other file of docs/ by its name."""

    guide: Guide
    places: Mapping[str, Place]
    pages: Mapping[str, Page]
    files: Mapping[str, Path]
    settings: Settings = field(default_factory=Settings)
    root: Path = Path()
    """The project it is made of."""
    has_book: bool = False
    """True if the guide as one book is made too; pages lead to it only then."""
    made: Mapping[str, str] = field(default_factory=dict)
    """Text of the files that a template makes, by name."""
    notices: tuple[Problem, ...] = ()
    """What an owner should know, but nothing that stops a build."""

    @property
    def library(self) -> Library:
        """The library in the order of this guide."""
        return self.guide.library

    @property
    def listed(self) -> list[str]:
        """The pages of the navigation."""
        return [name for name, page in self.pages.items() if page.listed]

    @property
    def unlisted(self) -> frozenset[str]:
        """The pages that only answer old links."""
        return frozenset(self.pages).difference(self.listed)

    @property
    def yours(self) -> bool:
        """True if you hide something or have pages of your own, so that a heading we link to may be missing."""
        return bool(self.library.hidden) or any(page.source.startswith("my/") for page in self.pages.values())


@dataclass(frozen=True)
class Draft:
    """A site that is loaded, checked and planned, of which each page can be rendered."""

    root: Path
    settings: ModelFile[Settings]
    sources: Mapping[str, Source]
    renderer: Renderer
    context: Context
    notices: tuple[Problem, ...]

    def page(self, name: str) -> tuple[Page, tuple[Problem, ...]]:
        """Return a page and its notices; raises ProblemsFound for a template that cannot be rendered."""
        source = self.sources[name]
        rendered = render_page(self.renderer, self.context, name, source.template, **source.names)
        page = Page(_with_source(rendered.markdown, source.edit), source.edit, source.listed)
        return page, tuple(_followed(rendered, source))


def plan_site(root: Path, repository: str = "", *, book: bool = False) -> Draft:
    """Load, check and plan everything below `root`.

    `repository` counts where `my/site.yml` names none; with `book` the pages lead to the guide as one book.
    Raises ProblemsFound with all problems of the data.
    """
    general, settings, profile, read = _load(root)
    guide = plan_guide(general, profile)
    library = guide.library
    places, hidden_pages = plan_places(library), plan_hidden_pages(library)
    repository = (settings.value.repository or repository).rstrip("/")
    base = edit_base(repository, settings.value.branch)
    renderer = Renderer(root)
    sources = plan_sources(root, library, hidden_pages)
    told = plan_told({name: renderer.source(source.template) for name, source in sources.items() if STORY in name})
    context = Context(library, places, guide, base, repository, hidden_pages, told, has_book=book)
    return Draft(root, settings, sources, renderer, context, (*library.notices, *read))


def render_site(root: Path, repository: str = "", *, book: bool = False) -> Site:
    """Load, check and plan everything below `root`, as `plan_site` does, and render every page.

    Raises ProblemsFound with all problems of the data or, if there are none, of the pages and templates.
    """
    return render_pages(plan_site(root, repository, book=book))


def render_pages(draft: Draft) -> Site:
    """Return the whole site; raises ProblemsFound with all problems of the pages and templates."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    followed: list[Problem] = []
    for name in draft.sources:
        try:
            pages[name], notices = draft.page(name)
            followed.extend(notices)
        except ProblemsFound as found:
            problems.extend(found.problems)
    context, settings = draft.context, draft.settings
    lost = [] if problems else list(_missing_anchors(context.places, pages, context.library))
    problems.extend(problem for problem in lost if not problem.mark.path.startswith("my/"))
    problems.extend(check_settings(settings, pages))
    if problems:
        raise ProblemsFound(problems)
    colours = palette(settings.value.colours)
    coloured = {COLOURS: draft.renderer.render("colours.css", colours=colours)} if colours else {}
    made = coloured | published_example(draft.root)
    told = tuple(sorted([*draft.notices, *followed, *lost]))
    return Site(
        context.guide,
        context.places,
        pages,
        other_files(draft.root),
        settings.value,
        draft.root,
        context.has_book,
        made,
        told,
    )


def load_guide(root: Path) -> Guide:
    """Return the library in the order of the profile, for what needs no pages; problems are raised as ever."""
    library, _, profile, _ = _load(root)
    return plan_guide(library, profile)


def _load(root: Path) -> tuple[Library, ModelFile[Settings], Profile, list[Problem]]:
    """Return the library, the settings, the profile and notices of it, or all problems of all."""
    problems = list(check_names(root))
    notices: list[Problem] = []
    settings = load_settings(root, problems)
    try:
        library = load_library(root)
    except ProblemsFound as found:
        raise ProblemsFound([*problems, *found.problems]) from found
    profile = load_profile(root, library, problems, notices)
    if problems:
        raise ProblemsFound(problems)
    return library, settings, profile, notices


def _followed(rendered: Rendered, source: Source) -> Iterator[Problem]:
    for id, successor in rendered.followed:
        yield Problem(Mark(source.edit), "", "", f"`{id}` is retired", f"`{successor}` is shown; write that")


def _with_source(markdown: str, source: str) -> str:
    """Say in the front matter which file the page's edit link opens, so that every builder agrees on it."""
    line = f"source: {json.dumps(source)}\n"
    return f"---\n{line}{markdown[4:]}" if markdown.startswith("---\n") else f"---\n{line}---\n\n{markdown}"


ANCHOR = re.compile(r"""(?:\bid="|\{#)([a-z0-9-]+)["}]""")
"""How a page says that it has an id."""


def _missing_anchors(places: Mapping[str, Place], pages: Mapping[str, Page], library: Library) -> Iterator[Problem]:
    """Every id is an anchor on its page, so that no link to it can lead nowhere."""
    empty = {theme.id for theme in library.themes if theme.id not in library.by_theme}
    expected: dict[str, list[str]] = {}
    for id in sorted(places.keys() - empty):
        expected.setdefault(places[id].page, []).append(id)
    for name in sorted(expected.keys() - pages.keys()):
        ids = expected[name]
        wrong = f"is not there, but is the place of `{ids[0]}`" + (f" and {len(ids) - 1} more" if ids[1:] else "")
        yield Problem(Mark(f"docs/{name}"), "", "", wrong, "write the page")
    for name, page in pages.items():
        ids = expected.get(name, [])
        there = set(ANCHOR.findall(page.markdown)) if ids else set()
        lost = [id for id in ids if id not in there]
        if lost:
            wrong = f"does not show `{lost[0]}`" + (f" and {len(lost) - 1} more" if lost[1:] else "")
            yield Problem(Mark(page.source), "", "", f"{wrong}, whose place it is", "call {{ themes() }} there")
