"""What stands on each sheet of paper."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from playbook.blanks import split_blanks
from playbook.library import Library
from playbook.models import Checklist, Entry, Item, Profile, Question, Script
from playbook.models.words import Detail
from playbook.plan.select import plan_groups
from playbook.plan.whose import whose

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Name in the file's name -> name of the paper in Typst."""

CLOSING = {
    "questions": ("The pattern you saw", "What to ask again, and whom", "Your decision"),
    "scripts": ("What they offered, in their words", "What you asked for", "Next step, and by when"),
    "items": ("What is still open", "Next step, and by when"),
}

Pieces = tuple[tuple[str, bool], ...]
"""A line of a script: pieces of text, each with whether it is a blank."""


@dataclass(frozen=True)
class SheetTurn:
    """One exchange of a script."""

    they: Pieces
    you: Pieces


@dataclass(frozen=True)
class SheetItem:
    """One thing to tick on paper; only a question has signs, only a script has lines."""

    kind: str
    title: str
    why: str = ""
    who: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
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

    name: str
    title: str
    moment: str
    summary: str
    detail: Detail
    footer: str
    closing: tuple[str, ...]
    groups: tuple[SheetGroup, ...]
    whose: str = ""
    """For whom it is and what was chosen; empty on everybody's sheets."""

    def data(self) -> dict[str, object]:
        """Return the sheet as plain values."""
        return asdict(self)


def plan_sheets(library: Library, footer: str, profile: Profile | None = None) -> Iterator[Sheet]:
    """Go through every sheet of every checklist; `footer` names the version and the date of the data."""
    for checklist in library.checklists:
        line = whose(checklist, profile, library) if profile else ""
        for detail in checklist.details:
            yield replace(plan_sheet(checklist, detail, library, footer), whose=line)


def plan_sheet(checklist: Checklist, detail: Detail, library: Library, footer: str) -> Sheet:
    """Return what stands on one sheet; a pocket sheet has the most important entries alone."""
    most = checklist.pocket_most if detail == "pocket" else None
    groups = plan_groups(checklist, library, most)
    return Sheet(
        name=f"{checklist.id}-{detail}",
        title=checklist.name,
        moment=checklist.moment,
        summary=checklist.summary,
        detail=detail,
        footer=footer,
        closing=CLOSING[checklist.select.kind if checklist.select else "items"],
        groups=tuple(SheetGroup(group.title, tuple(map(_item, group.entries))) for group in groups),
    )


def _item(entry: Entry | Item) -> SheetItem:
    if isinstance(entry, Question):
        return SheetItem(
            "question",
            entry.ask,
            who=", ".join(entry.to),
            good=entry.listen_for,
            bad=entry.worry_if,
            follow_up=entry.follow_up,
        )
    if isinstance(entry, Script):
        turns = tuple(SheetTurn(_pieces(turn.they), _pieces(turn.you)) for turn in entry.turns)
        return SheetItem("script", entry.name, say=tuple(map(_pieces, entry.say)), turns=turns)
    assert isinstance(entry, Item)  # noqa: S101 - what plan_groups returns
    return SheetItem("item", entry.do, why=entry.why or "")


def _pieces(line: str) -> Pieces:
    return tuple(split_blanks(line))
