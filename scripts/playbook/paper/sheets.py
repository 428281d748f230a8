"""What stands on each sheet of a checklist."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Protocol

from playbook.library import Library
from playbook.models import Checklist, Entry, Item, Lever, Profile, Question, Script
from playbook.models.blanks import Piece, split_line
from playbook.models.words import Detail
from playbook.paper.letters import all_printed
from playbook.plan.select import Group, plan_groups
from playbook.plan.whose import whose

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Name in the file's name -> name of the paper in Typst."""

CLOSING = {
    "questions": ("The pattern you saw", "What to ask again, and whom", "Your decision"),
    "scripts": ("What they offered, in their words", "What you asked for", "Next step, and by when"),
    "levers": ("What you ask for first", "What you would give for it", "Where you walk away"),
    "items": ("What is still open", "Next step, and by when"),
}

OPEN = ("table",)
"""Details that others see, so that nothing of yours stands on them."""

ON_THE_TABLE = 5
IF_THERE_IS_TIME = 3
"""How many questions a table copy has room to note, and how many stand below these."""

SHORT = {"Date", "Week of"}
"""What takes less room at the head than a name."""

Pieces = tuple[Piece, ...]
"""A line of a script in its pieces."""


class Printable(Protocol):
    """Something to print: its data, and the Typst template that lays them out."""

    @property
    def name(self) -> str:
        """The name of the file, without paper and ending."""

    @property
    def template(self) -> str:
        """The name of the template, without ending."""

    def data(self) -> dict[str, object]:
        """Return what the template shows as plain values; what comes from an entry stands beside its `id`."""


@dataclass(frozen=True)
class Imprint:
    """What stands on every sheet, whatever it is about."""

    footer: str
    """The version and the date of the data."""
    owner: str = ""
    """One line that says whose sheets these are; empty for everybody's."""
    address: str = ""
    """Where in the guide the page of the sheet is, without https://."""


@dataclass(frozen=True)
class Field:
    """Something to fill in at the head, or filled in already."""

    label: str
    share: int
    value: str = ""
    id: str = ""
    """The option that filled it in."""


def fields(heads: Iterable[str], values: Mapping[str, str] | None = None) -> tuple[Field, ...]:
    """Return what stands at the head; `values` fill some of it in, as options of a command would."""
    given = values or {}
    labels = dict.fromkeys([*heads, *(label for label, value in given.items() if value)])
    return tuple(
        Field(label, 3 if label in SHORT else 4, given.get(label, ""), f"--{label.lower()}" if given else "")
        for label in labels
    )


@dataclass(frozen=True)
class SheetTurn:
    """One exchange of a script."""

    they: Pieces
    you: Pieces


@dataclass(frozen=True)
class SheetItem:
    """One thing to tick on paper; only a question has signs, only a script has lines."""

    id: str
    kind: str
    title: str
    why: str = ""
    who: str = ""
    keyword: str = ""
    lead_in: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    seen_good: tuple[str, ...] = ()
    seen_bad: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()
    say: tuple[Pieces, ...] = ()
    turns: tuple[SheetTurn, ...] = ()


@dataclass(frozen=True)
class SheetGroup:
    """Items under one heading."""

    title: str
    items: tuple[SheetItem, ...]


@dataclass(frozen=True)
class Sheet:
    """A checklist in one detail, ready to be laid out."""

    id: str
    title: str
    moment: str
    summary: str
    detail: Detail
    header: tuple[Field, ...]
    closing: tuple[str, ...]
    groups: tuple[SheetGroup, ...]
    left_out: int
    """How many entries of the checklist have no room on it."""
    imprint: Imprint

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.id}-{self.detail}"

    @property
    def template(self) -> str:
        """Each detail is laid out by the template of its name."""
        return self.detail

    def data(self) -> dict[str, object]:
        """Return the sheet as plain values."""
        return all_printed(asdict(self))


def plan_sheets(library: Library, imprint: Imprint, profile: Profile | None = None) -> Iterator[Sheet]:
    """Go through every sheet of every checklist; those of a profile say whose they are and what was chosen."""
    for checklist in library.checklists:
        line = whose(checklist, profile, library) if profile else imprint.owner
        for detail in checklist.details:
            owner = "" if detail in OPEN else line
            yield plan_sheet(checklist, detail, library, replace(imprint, owner=owner))


def plan_sheet(
    checklist: Checklist,
    detail: Detail,
    library: Library,
    imprint: Imprint,
    header: tuple[Field, ...] | None = None,
) -> Sheet:
    """Return what stands on one sheet; where the room is limited, the most important entries."""
    most = checklist.full_most if detail == "full" else checklist.pocket_most
    if detail == "fold":
        groups = tuple(_folded(checklist, library))
    elif detail == "cards":
        groups = tuple(_spoken(plan_groups(checklist, library), most))
    elif detail == "table":
        groups = tuple(_on_the_table(plan_groups(checklist, library, ON_THE_TABLE + IF_THERE_IS_TIME)))
    else:
        groups = plan_groups(checklist, library, most)
    return Sheet(
        id=checklist.id,
        title=checklist.name,
        moment=checklist.moment,
        summary=checklist.summary,
        detail=detail,
        header=fields(checklist.heads) if header is None else header,
        closing=CLOSING[checklist.select.kind if checklist.select else "items"],
        groups=tuple(
            SheetGroup(group.title, tuple(_item(entry, library) for entry in group.entries)) for group in groups
        ),
        left_out=0 if detail == "fold" else _count(plan_groups(checklist, library)) - _count(groups),
        imprint=imprint,
    )


def _at_its_page(imprint: Imprint, checklist: Checklist, library: Library) -> Imprint:
    """Return the imprint with the address of the page of a checklist; one of your own making has none."""
    known = imprint.address and checklist.id in library.by_id
    return replace(imprint, address=f"{imprint.address}/checklists/{checklist.id}/") if known else imprint


def _on_the_table(groups: tuple[Group, ...]) -> Iterator[Group]:
    """Go through the first questions and those for which there may be time: neither says what it could show."""
    entries = [entry for group in groups for entry in group.entries]
    yield Group("", None, tuple(entries[:ON_THE_TABLE]))
    if rest := entries[ON_THE_TABLE : ON_THE_TABLE + IF_THERE_IS_TIME]:
        yield Group("If there is time", None, tuple(rest))


def _folded(checklist: Checklist, library: Library) -> Iterator[Group]:
    """Go through the parts of a booklet: this checklist and those folded in with it, without their own headings."""
    others = [library.by_id[id] for id in checklist.folded_with if id in library.by_id]
    for part in (checklist, *others):
        assert isinstance(part, Checklist)  # noqa: S101 - what `folded_with` names
        found = (entry for group in plan_groups(part, library, part.pocket_most) for entry in group.entries)
        yield Group(part.name, part.id, tuple(found)[: part.pocket_most])


def _spoken(groups: tuple[Group, ...], most: int | None) -> Iterator[Group]:
    """Go through the scripts that are for speaking: a card beside the phone needs no email."""
    for group in groups:
        spoken = [entry for entry in group.entries if not _only_written(entry)]
        yield replace(group, entries=tuple(spoken[:most]))


def _only_written(entry: Entry | Item) -> bool:
    return isinstance(entry, Script) and not {"call", "in-person"} & set(entry.channel)


def _count(groups: tuple[Group, ...]) -> int:
    return sum(len(group.entries) for group in groups)


def _item(entry: Entry | Item, library: Library) -> SheetItem:
    if isinstance(entry, Question):
        return SheetItem(
            entry.id,
            "question",
            entry.ask,
            who=", ".join(entry.to),
            keyword=entry.keyword or "",
            lead_in=entry.lead_in or "",
            good=entry.listen_for,
            bad=entry.worry_if,
            seen_good=entry.seen_good,
            seen_bad=entry.seen_bad,
            follow_up=entry.follow_up,
        )
    if isinstance(entry, Script):
        labels = {blank.word: blank.label for blank in library.blanks}
        turns = tuple(SheetTurn(_pieces(turn.they, labels), _pieces(turn.you, labels)) for turn in entry.turns)
        say = tuple(_pieces(line, labels) for line in entry.say)
        return SheetItem(entry.id, "script", entry.name, why=entry.goal, say=say, turns=turns)
    if isinstance(entry, Lever):
        return SheetItem(entry.id, "lever", entry.name, why=entry.what)
    assert isinstance(entry, Item)  # noqa: S101 - what plan_groups returns
    return SheetItem(entry.id, "item", entry.do, why=entry.why or "")


def _pieces(line: str, labels: Mapping[str, str]) -> Pieces:
    """Return a line in its pieces, each blank as people call it."""
    pieces = split_line(line)
    return tuple(
        piece._replace(text=labels.get(piece.text, piece.text)) if piece.kind == "blank" else piece for piece in pieces
    )
