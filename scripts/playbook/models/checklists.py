"""Checklists: their own items, or a selection over the library."""

from typing import Literal

from pydantic import Field, model_validator

from playbook.models.entry import Entry
from playbook.models.words import (
    AnyId,
    ChecklistId,
    Detail,
    Id,
    Interviewer,
    Priority,
    RedFlagId,
    StageId,
    Strict,
    Text,
    ThemeId,
)


class Item(Strict):
    """One thing to do or to have, with a box to tick."""

    id: Id = Field(description="Permanent name in kebab-case, unique in the whole library; the key of its tick.")
    do: Text = Field(description="What to do, as a short imperative sentence.")
    why: Text | None = Field(None, description="Why, or how you know that it is done.")
    see: tuple[AnyId, ...] = Field((), description="Entries that help with it.")


class Section(Strict):
    """A group of items under one heading."""

    title: Text = Field(description="Heading of the section.")
    items: tuple[Item, ...] = Field(min_length=1, description="The items in order.")


class Selection(Strict):
    """Which entries of the library a checklist shows; every condition given must hold."""

    kind: Literal["questions", "scripts", "levers"] = Field(description="The kind of entries to select from.")
    to: tuple[Interviewer, ...] = Field((), description="Questions for any of these people.")
    stage: tuple[StageId, ...] = Field((), description="Entries for any of these stages.")
    reveals: tuple[RedFlagId, ...] = Field((), description="Questions that reveal any of these red flags.")
    themes: tuple[ThemeId, ...] = Field((), description="Entries of any of these themes.")
    priority: tuple[Priority, ...] = Field((), description="Entries of any of these priorities.")
    ids: tuple[AnyId, ...] = Field((), description="Exactly these entries, in this order.")
    most: int | None = Field(
        None, ge=1, description="At most this many, the most important first; by person, this many for each."
    )
    group_by: Literal["red-flag", "theme", "person", "none"] = Field(
        "theme", description="What the headings are; `person` gives the first questions for each one you meet."
    )


class Checklist(Entry):
    """A list to tick in the browser and to print."""

    name: Text = Field(description="Title of the checklist.")
    moment: Text = Field(description="When to use it, as in 'The evening before the call'.")
    summary: Text = Field("", description="What it is for, in one or two sentences.")
    sections: tuple[Section, ...] = Field((), description="Its own items; or give `select`.")
    select: Selection | None = Field(None, description="A selection over the library; or give `sections`.")
    details: tuple[Detail, ...] = Field(
        ("pocket", "full"),
        description="The sheets printed of it: table copy, pocket page, full sheet, script cards, booklet to fold.",
    )
    heads: tuple[Text, ...] = Field(
        ("Company", "Who", "Date"),
        description="What one fills in at the head of its sheets; `[]` for nothing.",
    )
    pocket_most: int = Field(16, ge=1, description="How many entries a pocket page, cards or a booklet have at most.")
    full_most: int | None = Field(None, ge=1, description="How many entries a full sheet has at most; none means all.")
    folded_with: tuple[ChecklistId, ...] = Field((), description="Checklists that follow it in the booklet to fold.")

    @model_validator(mode="after")
    def has_one_content(self) -> "Checklist":
        """A checklist has either items or a selection, never both and never none."""
        if bool(self.sections) == bool(self.select):
            raise ValueError("give either `sections` or `select`")
        return self
