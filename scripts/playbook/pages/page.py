"""One page: what its template can call, and the Markdown it becomes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from markupsafe import Markup

from playbook.library import Library
from playbook.models import Blank, Checklist, Entry, Pattern, Theme
from playbook.models.blanks import Piece, only_directs, split_line
from playbook.models.words import Interviewer, Moment
from playbook.pages.escape import escape
from playbook.pages.folding import Folded, fold
from playbook.pages.places import Place, relative_url
from playbook.pages.reference import plan_references
from playbook.pages.render import Renderer
from playbook.pages.template_errors import UnknownEntryError
from playbook.pages.terms import Terms
from playbook.pages.told import Chapter
from playbook.pages.worked import load_example
from playbook.pages.yours import Changes, below_title
from playbook.plan.choices import Choices, every_question, plan_choices
from playbook.plan.deciding.made_up import Example
from playbook.plan.guide import Guide
from playbook.plan.listings import plan_listings
from playbook.plan.ordering import FIRST, Asked, Wish, order_questions
from playbook.plan.select import Group, plan_groups
from playbook.plan.wording import MOMENTS, PEOPLE


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
    told: Mapping[str, tuple[Chapter, ...]] = field(default_factory=dict)
    """Id of an entry -> the chapters of the story that use it."""
    has_book: bool = False
    """True if the guide as one book is made too."""

    @cached_property
    def terms(self) -> Terms:
        """What finds the terms of the glossary in a text."""
        return Terms(self.library.glossary)

    @cached_property
    def blanks(self) -> Mapping[str, Blank]:
        """The word of a blank -> the blank."""
        return {blank.word: blank for blank in self.library.blanks}


@dataclass(frozen=True)
class Rendered:
    """A page as Markdown, and the retired entries it names, each with the entry that is shown instead."""

    markdown: str
    followed: tuple[tuple[str, str], ...]


def render_page(renderer: Renderer, context: Context, page: str, template: str, **names: object) -> Rendered:
    """Return a page, with a note below its title if the profile changed something on it.

    Raises ProblemsFound with the file and line of a template that cannot be rendered.
    """
    tools = PageTools(page, renderer, context)
    markdown = renderer.render(template, **(tools.names() | names))
    if tools.changes.found:
        note = renderer.render("partials/note.html", **(tools.names() | tools.changes.note()))
        markdown = below_title(markdown, note)
    return Rendered(markdown, tuple(sorted(tools.followed.items())))


@dataclass
class PageTools:
    """What a template can call; one page's worth, as links depend on where they stand."""

    page: str
    renderer: Renderer
    context: Context
    followed: dict[str, str] = field(default_factory=dict)
    """Id of a retired entry that the page names -> the entry that is shown instead."""
    explained: set[str] = field(default_factory=set)
    """Terms that the page has already explained: the first occurrence gets the tooltip."""

    @cached_property
    def changes(self) -> Changes:
        """What the profile changed on the page."""
        return Changes(self.page, self.context.guide)

    def names(self) -> dict[str, object]:
        """Return the names a template sees."""
        return {
            "library": self.context.library,
            "page": self.page,
            "has_book": self.context.has_book,
            "link": self.link,
            "url": self.url,
            "file": self.file,
            "edit_url": self.edit_url,
            "entry": self.entry,
            "themes": self.themes,
            "theme": self.theme,
            "groups": self.groups,
            "folded": self.folded,
            "first": self.first,
            "people": PEOPLE,
            "moments": MOMENTS,
            "choices": self.choices,
            "code_of": self.code_of,
            "everything": every_question(self.context.library),
            "was": self.was,
            "text": self.text,
            "spoken": self.spoken,
            "only_directs": only_directs,
            "part": self.part,
            "glossary": self.glossary,
            "as_of": self.as_of,
            "told": self.told,
            "example": self.example,
            **self.changes.names(),
            "references": plan_references,
            "within": escape_within,
            "repository": plain_address(self.context.repository),
        }

    def part(self, template: str, **names: object) -> Markup:
        """Render a template with the names of this page."""
        return self.renderer.part(template, **(self.names() | names))

    def inline(self, macro: str, *values: object) -> Markup:
        """Return a piece of a line."""
        return self.renderer.inline(macro, *values)

    def entry(self, id: str) -> Entry:
        """Return the entry with this id, also if you hide it."""
        library = self.context.library
        entries = {**library.hidden, **library.by_id} if library.hidden else library.by_id
        return entries[self._current(id, entries)]

    def url(self, id: str) -> str:
        """Return the link to an entry, or to something with an id inside one, from this page.

        For what you hide it is the page on which it would stand.
        """
        places, hidden = self.context.places, self.context.hidden_pages
        id = self._current(id, {**places, **hidden} if hidden else places)
        return self.file(hidden[id]) if id in hidden else places[id].seen_from(self.page)

    def link(self, id: str, words: str | None = None) -> Markup:
        """Return a link to an entry, in its name or in other words; the words alone if you hide it."""
        said = words or title_of(self.entry(id))
        if id in self.context.hidden_pages:
            return escape_within(said)
        return self.inline("link", self.url(id), said)

    def _current(self, id: str, known: Mapping[str, object]) -> str:
        """Return the id, or that of its successor if it is retired."""
        if id in known:
            return id
        successor = self.context.library.retired.get(id)
        if successor is None or successor not in known:
            raise UnknownEntryError(id, known)
        self.followed[id] = successor
        return successor

    def file(self, path: str) -> str:
        """Return the link from this page to a file of the site or to another page's source name."""
        return relative_url(self.page, path)

    def edit_url(self, id: str) -> str | None:
        """Return where the file that an entry comes from can be edited, if that is known."""
        base, origins = self.context.edit_base, self.context.library.origins
        return base + origins[id].path if base else None

    def themes(self) -> Markup:
        """Render every theme whose page this is, with all its entries."""
        mine = [theme for theme in self.context.library.themes if theme.page == self.page]
        return self.part("partials/themes.md", shown=mine)

    def told(self, id: str) -> tuple[Chapter, ...]:
        """Return the chapters of the story that use an entry, but for this page itself."""
        return tuple(chapter for chapter in self.context.told.get(id, ()) if chapter.page != self.page)

    def example(self) -> Example:
        """Return the worked examples of the made-up search."""
        return load_example(self.renderer.root)

    def as_of(self, day: str) -> Markup:
        """Say on which day, as 2026-01-31, the facts below were checked, and to check them again."""
        return self.part("partials/as_of.html", day=date.fromisoformat(day))

    def glossary(self) -> Markup:
        """Render all terms of the glossary."""
        return self.part("partials/glossary.html")

    def theme(self, id: str) -> tuple[Entry, ...]:
        """Return the entries of a theme."""
        return self.context.library.by_theme.get(id, ())

    def folded(self, group: Theme, shown: Iterable[Theme]) -> Folded:
        """Return the entries of a theme: those that stand open on this page, and those that are one tap away."""
        by_theme = self.context.library.by_theme
        on_page = sum(len(by_theme.get(theme.id, ())) for theme in shown)
        return fold(by_theme.get(group.id, ()), group.of, on_page)

    def first(self, person: Interviewer, moment: Moment | None = None) -> tuple[Asked, ...]:
        """Return the few questions for somebody at a moment, each with its reason."""
        wish = Wish((person,), moment)
        mine = order_questions(wish, self.context.library)[:FIRST]
        self.changes.compare(
            [asked.question for asked in mine],
            [asked.question for asked in order_questions(wish, self.context.guide.general)[:FIRST]],
        )
        return mine

    def groups(self, checklist: Checklist) -> tuple[Group, ...]:
        """Return what a checklist shows, by heading."""
        return plan_groups(checklist, self.context.library)

    def code_of(self, pattern: Pattern) -> tuple[tuple[str, str], ...]:
        """Return the code of a pattern by the name of the language, the reader's own first."""
        return plan_listings(pattern, self.context.guide.profile)

    def choices(self, groups: Iterable[Group]) -> Choices:
        """Return what the questions of some groups can be chosen by."""
        return plan_choices(groups, self.context.library)

    def was(self, id: str) -> tuple[str, ...]:
        """Return the ids of retired entries that this one replaces: what was noted under them is still shown."""
        return self.context.library.earlier_ids.get(id, ())

    def text(self, value: str) -> Markup:
        """Return plain text with the first occurrence on the page of each glossary term explained."""
        pieces = list(self.context.terms.split(value, self.explained))
        if len(pieces) == 1:
            return escape(value)
        return Markup().join(
            self.inline("term", piece, term.meaning) if term else escape_within(piece) for piece, term in pieces
        )

    def spoken(self, line: str) -> Markup:
        """Return a line of a script with its blanks and stage directions marked."""
        return Markup().join(map(self._piece, split_line(line)))

    def _piece(self, piece: Piece) -> Markup:
        if piece.kind == "blank":
            return self.inline("blank", self.context.blanks[piece.text])
        return self.inline("direction", piece.text) if piece.kind == "direction" else escape_within(piece.text)


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
