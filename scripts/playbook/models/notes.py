"""The one file that a reader takes along; docs/assets/js/save-file.js writes and open-file.js reads the same."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from playbook.models.offers import Amount, Changed, Day, Deciding, Interview, Mark, Offer, Rate, Weighed, Written
from playbook.models.words import Id, Strict

VERSION = 2
"""Version 2 brought offers, interviews and what they are decided by; a file of version 1 is one without them."""


class Answer(Strict):
    """What one person at a company answered to a question."""

    question: Id = Field(description="Id of the question.")
    words: Written = Field("", description="The question as it was worded when it was asked.")
    mark: Literal["", "good", "mixed", "bad", "does-not-apply"] = Field("", description="Judgement; none: not asked.")
    who: Written = Field("", description="Who answered.")
    note: Written = Field("", description="What they said.")
    key: Id = Field(description="Tells the answers of several people to one question apart.")
    changed: Changed


class Tick(Strict):
    """The state of an item, a drill or a question on a checklist; what is open is not listed."""

    item: Id = Field(description="Id of the item.")
    state: Literal["done", "does-not-apply"] = Field(description="What it is.")
    changed: AwareDatetime = Field(description="When it was last changed.")


class FilledBlank(Strict):
    """What stands in a blank of the scripts."""

    blank: Id = Field(description="The word of the blank.")
    text: Written = Field(description="What to say there.")
    changed: AwareDatetime = Field(description="When it was last changed.")


class MarkedRedFlag(Strict):
    """A red flag that is the reader's own."""

    red_flag: Id = Field(description="Id of the red flag.")
    order: Annotated[str, StringConstraints(pattern=r"^\d{1,15}$")] = Field(description="The lowest is feared most.")
    changed: AwareDatetime = Field(description="When it was last changed.")


class PlannedTime(Strict):
    """The time that the reader planned with in the browser; what is unset is as in the guide."""

    weeks: Annotated[str, StringConstraints(pattern=r"^\d{0,2}$")] = Field("", description="Weeks of preparation.")
    hours_per_week: Annotated[str, StringConstraints(pattern=r"^\d{0,2}$")] = Field("", description="Hours a week.")
    start: Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d\d-\d\d)?$")] = Field("", description="First day.")
    changed: Changed


class Owned(Strict):
    """What belongs to a company or to none."""

    ticks: tuple[Tick, ...] = Field((), description="What is done or does not apply.")
    blanks: tuple[FilledBlank, ...] = Field((), description="Blanks filled in.")


class Company(Owned):
    """A company and everything noted about it; two roles at one company stand as two."""

    id: Id = Field(description="Permanent name, made of the company's name.")
    name: Annotated[Written, StringConstraints(min_length=1)] = Field(description="Name of the company.")
    role: Written = Field("", description="The role, which tells two at one company apart.")
    present: Literal["", "yes"] = Field("", description="`yes` for your present job or another fallback.")
    outcome: Literal["", "signed", "declined", "rejected", "silent"] = Field("", description="How it ended, if it did.")
    tier: Literal["", "1", "2", "3"] = Field("", description="How much you want it: 1 is the dream.")
    stage: Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")] = Field(
        "", description="Id of the stage you are at."
    )
    next: Written = Field("", description="Next step.")
    due: Written = Field("", description="By when.")
    contacts: Written = Field("", description="People and how to reach them.")
    note: Written = Field("", description="Anything else.")
    answer_on: Day = Field("", description="The day on which they said they would answer or make the offer.")
    answers_after: Amount = Field("", description="Days from the onsite to the offer, as they say.")
    open_for: Amount = Field("", description="Days that their offer stays open, as they say.")
    heard: Day = Field("", description="The day you last heard from them.")
    asked: Day = Field("", description="The day you last asked them for more.")
    asks: Annotated[str, StringConstraints(pattern=r"^\d?$")] = Field("", description="How often you asked for more.")
    round: Literal["", "1", "2", "3"] = Field("", description="The last round of the tiers in which you asked them.")
    interviews: tuple[Interview, ...] = Field((), description="Calls and interviews.")
    offers: tuple[Offer, ...] = Field((), description="The versions of their offer; the last one counts.")
    marks: tuple[Mark, ...] = Field((), description="Marks for your criteria.")
    answers: tuple[Answer, ...] = Field((), description="Answers to questions.")
    changed: Changed


class Notes(Strict):
    """Everything a reader noted in the browser."""

    format: Literal["offer-playbook-notes"] = Field(description="Says what the file is.")
    version: Literal[2] = Field(description="Version of the format.")
    saved: AwareDatetime = Field(description="When the file was saved.")
    plan: PlannedTime | None = Field(None, description="The time to prepare, if it is another than the guide's.")
    red_flags: tuple[MarkedRedFlag, ...] = Field((), description="The reader's own red flags.")
    deciding: Deciding | None = Field(None, description="What all offers are decided by.")
    rates: tuple[Rate, ...] = Field((), description="Exchange rates.")
    criteria: tuple[Weighed, ...] = Field((), description="What counts beside the money.")
    companies: tuple[Company, ...] = Field((), description="Companies.")
    no_company: Owned = Field(default=Owned(), description="What belongs to no company: drills, for example.")
