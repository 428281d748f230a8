"""Entries that the next move and the dates are decided by: moves with their conditions, durations, and criteria."""

from typing import Annotated, Literal

from pydantic import Field

from playbook.models.entry import Entry
from playbook.models.words import ChecklistId, LeverId, Refers, Strict, Text

Fact = Literal[
    "kind",
    "stage",
    "tier",
    "outcome",
    "signed-elsewhere",
    "offer",
    "days-left",
    "best",
    "equal-to-best",
    "below-walk-away",
    "others-open",
    "to-come",
    "better-to-come",
    "all-end-tomorrow",
    "asks",
    "waiting",
    "quiet",
    "answer-late",
    "round",
    "rounds-over",
    "interview-in",
    "overdue",
    "has-next",
]
"""What is known of a company at its next move; plan/deciding/facts.py works them out."""


class Condition(Strict):
    """What one fact must be for a move to be the next one."""

    fact: Fact = Field(description="Name of the fact.")
    among: tuple[Text, ...] = Field((), description="It is one of these words.")
    at_least: int | None = Field(None, description="It is this number or more.")
    at_most: int | None = Field(None, description="It is this number or less.")


class NextMove(Entry):
    """What to do now with one company, if all conditions hold; the first that fits counts."""

    name: Text = Field(description="What to do, in a few words.")
    do: Text = Field(description="How to do it, in one or two sentences.")
    why: Text = Field(description="Why it is the next move.")
    urgency: int = Field(ge=1, le=9, description="1 is today, 9 can wait; decides the order of companies.")
    when: tuple[Condition, ...] = Field((), description="All of these hold.")
    does: Literal["", "stall", "more-time", "hurry"] = Field("", description="The change of dates that it makes.")
    days: int | None = Field(None, ge=1, le=60, description="The most days that such a change can be expected to win.")
    script: Annotated[str, Refers("scripts")] | None = Field(None, description="What to say.")
    lever: LeverId | None = Field(None, description="What to move.")
    checklist: ChecklistId | None = Field(None, description="What to go through first.")


class Duration(Entry):
    """What a step of a process usually takes, used where a company has not said."""

    name: Text = Field(description="The step, as in 'Onsite to answer'.")
    takes: Text = Field(description="What it takes, in words.")
    step: Literal["to-screen", "to-onsite", "to-offer", "open-for"] | None = Field(
        None, description="The step of the sum that it stands in for."
    )
    days: int | None = Field(None, ge=1, le=120, description="Days to count with.")


class Criterion(Entry):
    """Something that counts beside the money."""

    name: Text = Field(description="One word or two.")
    about: Text = Field(description="What it means, in the words of a worksheet.")
