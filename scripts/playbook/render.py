"""Rendering: the library and the pages of docs/ become Markdown, through the templates."""

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateRuntimeError
from jinja2.environment import TemplateModule
from jinja2.utils import missing
from markupsafe import Markup

from playbook.blanks import split_blanks
from playbook.changes import Changes, below_title
from playbook.escape import escape, front_matter
from playbook.library import Library
from playbook.loaders import loader_for
from playbook.models import Checklist, Entry
from playbook.plan.choices import Choices, every_question, plan_choices
from playbook.plan.guide import Guide
from playbook.plan.places import Place, relative_url
from playbook.plan.reference import plan_references
from playbook.plan.rounds import spaced
from playbook.plan.select import Group, plan_groups
from playbook.plan.terms import Terms
from playbook.plan.words import day, hours
from playbook.problems import Mark, Problem, ProblemsFound, suggest

UNSAFE_FILTERS = ("safe", "join", "e", "escape", "forceescape", "xmlattr", "urlize", "format", "replace", "striptags")
"""Filters that make or mix markup themselves; without them no template can undo the escape."""


class Missing(StrictUndefined):
    """Says what is missing in the words of the data."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_obj is missing:
            return f"`{self._undefined_name}` is no name that a page knows"
        return f"`{self._undefined_name}` is no field of a {type(self._undefined_obj).__name__}"


class UnknownEntryError(TemplateRuntimeError):
    """A template names an entry that is not there."""

    def __init__(self, id: str, known: Iterable[str]) -> None:
        super().__init__(f"`{id}` is no entry")
        self.todo = suggest(id, known)


@dataclass(frozen=True)
class Context:
    """What every page may use, beside what belongs to it alone."""

    library: Library
    places: Mapping[str, Place]
    guide: Guide
    edit_base: str = ""
    """Address that the path of a file is added to for editing it; empty if there is none."""
    repository: str = ""
    """Address of the repository; empty if nobody says it."""
    hidden_pages: Mapping[str, str] = field(default_factory=dict)
    """Id of something hidden -> the page on which it would stand."""


class Renderer:
    """Renders pages; yours come before ours, file by file."""

    def __init__(self, root: Path, context: Context) -> None:
        self.root = root
        self.context = context
        self.terms = Terms(context.library.glossary)
        self.followed: set[tuple[str, str, str]] = set()
        """Page, id of a retired entry it names, and the entry that is shown instead."""
        self.environment = Environment(
            loader=loader_for(root),
            undefined=Missing,
            autoescape=True,
            finalize=escape,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            comment_start_string="{%#",  # {#id} is how Markdown names a heading
            comment_end_string="#%}",
        )
        for name in UNSAFE_FILTERS:
            self.environment.filters.pop(name)
        self.blanks = {blank.word: blank for blank in context.library.blanks}
        self.environment.filters |= {
            "front_matter": front_matter,
            "words": " ".join,
            "spaced": spaced,
            "hours": hours,
            "day": day,
        }

    @cached_property
    def _inline(self) -> TemplateModule:
        return self.environment.get_template("partials/inline.html").module

    def render(self, page: str, template: str, **extra: object) -> str:
        """Return the Markdown of a page.

        Raises ProblemsFound with the file and line of a template that cannot be rendered.
        """
        tools = PageTools(page, self)
        try:
            markdown = self.environment.get_template(template).render(tools.names(), **extra)
            return below_title(markdown, tools.note()) if tools.changes.found else markdown
        except Exception as error:
            found = self._template_line(error)
            if found is None:
                raise
            todo = getattr(error, "todo", "correct the template; CONTRIBUTING.md lists what one can call")
            problem = Problem(Mark(*found), "", "", str(error).rstrip("."), todo)
            raise ProblemsFound([problem]) from error

    def inline(self, macro: str, *values: object) -> Markup:
        """Return what a macro of partials/inline.html makes of the values."""
        made: Markup = getattr(self._inline, macro)(*values)
        return made

    def part(self, template: str, **names: object) -> Markup:
        """Return a part of a page that is rendered on its own."""
        return Markup(self.environment.get_template(template).render(**names))  # noqa: S704 - escaped by then

    def _template_line(self, error: Exception) -> tuple[str, int] | None:
        """Return the file and line at fault, or None if the fault lies in our code."""
        name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
        if isinstance(error, TemplateError) and name and line:
            return self._shown(name), line
        frames = list(self._template_frames(error))
        ours_last = not frames or frames[-1] != traceback.extract_tb(error.__traceback__)[-1]
        if not frames or (ours_last and not isinstance(error, TemplateError)):
            return ("templates", 1) if isinstance(error, TemplateError) else None
        return self._shown(frames[-1].filename), frames[-1].lineno or 1

    def _template_frames(self, error: Exception) -> Iterator[traceback.FrameSummary]:
        package = Path(__file__).parent
        for frame in traceback.extract_tb(error.__traceback__):
            path = Path(frame.filename)
            if path.suffix != ".py" and path.is_relative_to(self.root) and not path.is_relative_to(package):
                yield frame

    def _shown(self, name: str) -> str:
        path = Path(name)
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else name


@dataclass
class PageTools:
    """What a template can call; one page's worth, as links depend on where they stand."""

    page: str
    renderer: Renderer
    explained: set[str] = field(default_factory=set)
    """Terms that the page has already explained: the first occurrence gets the tooltip."""

    @cached_property
    def changes(self) -> Changes:
        """What the profile changed on the page."""
        return Changes(self.page, self.renderer.context.guide)

    def names(self) -> dict[str, object]:
        """Return the names a template sees."""
        return {
            "library": self.renderer.context.library,
            "page": self.page,
            "link": self.link,
            "url": self.url,
            "file": self.file,
            "edit_url": self.edit_url,
            "entry": self.entry,
            "themes": self.themes,
            "theme": self.theme,
            "groups": self.groups,
            "choices": self.choices,
            "everything": every_question(self.renderer.context.library),
            "was": self.was,
            "text": self.text,
            "spoken": self.spoken,
            "part": self.part,
            "glossary": self.glossary,
            **self.changes.names(),
            "references": plan_references,
            "within": escape_within,
            "repository": plain_address(self.renderer.context.repository),
        }

    def note(self) -> Markup:
        """Return what the profile changed on the page, and what everybody sees there."""
        return self.part("partials/note.html", **self.changes.note())

    def part(self, template: str, **names: object) -> Markup:
        """Render a template with the names of this page."""
        return self.renderer.part(template, **(self.names() | names))

    def inline(self, macro: str, *values: object) -> Markup:
        """Return a piece of a line."""
        return self.renderer.inline(macro, *values)

    def entry(self, id: str) -> Entry:
        """Return the entry with this id, also if you hide it."""
        library = self.renderer.context.library
        entries = {**library.hidden, **library.by_id} if library.hidden else library.by_id
        return entries[self._current(id, entries)]

    def url(self, id: str) -> str:
        """Return the link to an entry, or to something with an id inside one, from this page.

        For what you hide it is the page on which it would stand.
        """
        places, hidden = self.renderer.context.places, self.renderer.context.hidden_pages
        id = self._current(id, {**places, **hidden} if hidden else places)
        return self.file(hidden[id]) if id in hidden else places[id].seen_from(self.page)

    def link(self, id: str, words: str | None = None) -> Markup:
        """Return a link to an entry, in its name or in other words; the words alone if you hide it."""
        said = words or title_of(self.entry(id))
        if id in self.renderer.context.hidden_pages:
            return escape_within(said)
        return self.inline("link", self.url(id), said)

    def _current(self, id: str, known: Mapping[str, object]) -> str:
        """Return the id, or that of its successor if it is retired."""
        if id in known:
            return id
        successor = self.renderer.context.library.retired.get(id)
        if successor is None or successor not in known:
            raise UnknownEntryError(id, known)
        self.renderer.followed.add((self.page, id, successor))
        return successor

    def file(self, path: str) -> str:
        """Return the link from this page to a file of the site or to another page's source name."""
        return relative_url(self.page, path)

    def edit_url(self, id: str) -> str | None:
        """Return where the file that an entry comes from can be edited, if that is known."""
        base, origins = self.renderer.context.edit_base, self.renderer.context.library.origins
        return base + origins[id].path if base else None

    def themes(self) -> Markup:
        """Render every theme whose page this is, with all its entries."""
        mine = [theme for theme in self.renderer.context.library.themes if theme.page == self.page]
        return self.part("partials/themes.md", shown=mine)

    def glossary(self) -> Markup:
        """Render all terms of the glossary."""
        return self.part("partials/glossary.html")

    def theme(self, id: str) -> tuple[Entry, ...]:
        """Return the entries of a theme."""
        return self.renderer.context.library.by_theme.get(id, ())

    def groups(self, checklist: Checklist) -> tuple[Group, ...]:
        """Return what a checklist shows, by heading."""
        return plan_groups(checklist, self.renderer.context.library)

    def choices(self, groups: Iterable[Group]) -> Choices:
        """Return what the questions of some groups can be chosen by."""
        return plan_choices(groups, self.renderer.context.library)

    def was(self, id: str) -> tuple[str, ...]:
        """Return the ids of retired entries that this one replaces: what was noted under them is still shown."""
        return self.renderer.context.library.earlier_ids.get(id, ())

    def text(self, value: str) -> Markup:
        """Return plain text with the first occurrence on the page of each glossary term explained."""
        pieces = list(self.renderer.terms.split(value, self.explained))
        if len(pieces) == 1:
            return escape(value)
        return Markup().join(
            self.inline("term", piece, term.meaning) if term else escape_within(piece) for piece, term in pieces
        )

    def spoken(self, line: str) -> Markup:
        """Return a line of a script with its blanks marked."""
        blanks = self.renderer.blanks
        return Markup().join(
            self.inline("blank", blanks[piece]) if is_blank else escape_within(piece)
            for piece, is_blank in split_blanks(line)
        )


def plain_address(url: str) -> str:
    """Return an address that can stand in code as it is, unless it has characters that an address rarely has."""
    return Markup(url) if re.fullmatch(r"[A-Za-z0-9:/._~-]+", url) else url  # noqa: S704 - nothing special in it


def escape_within(piece: str) -> Markup:
    """Escape a piece of a longer line: unlike a whole text it keeps the spaces at its ends."""
    lead = " " if piece[:1].isspace() else ""
    trail = " " if piece[-1:].isspace() and piece.strip() else ""
    return Markup(lead + escape(piece) + trail)  # noqa: S704 - spaces around what is escaped


def title_of(entry: Entry) -> str:
    """Return what an entry is called: the words of a question, the term of the glossary, else its name."""
    for name in ("ask", "term", "label", "name"):
        if title := getattr(entry, name, None):
            return str(title)
    return entry.id
