"""Entries about finding out what a job is like: red and green flags, the questions that show them, and shortlists."""

from typing import Annotated

from pydantic import Field, StringConstraints

from playbook.models.entry import Entry
from playbook.models.words import (
    GreenFlagId,
    Interviewer,
    Moment,
    Priority,
    QuestionId,
    RedFlagId,
    StageId,
    Strict,
    Text,
    ThemeId,
    WorkStyle,
)

Keyword = Annotated[str, StringConstraints(pattern=r"^\S+( \S+){0,2}$", max_length=30)]
"""One to three words."""


class RedFlag(Entry):
    """A way in which a job can be bad to live with."""

    name: Text = Field(description="Short name, as in 'Constant firefighting'.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its page.")
    summary: Text = Field(description="One or two sentences: what it is.")
    living_with: Text = Field("", description="What it is like to live with, week by week.")
    see: tuple[Text, ...] = Field((), description="Signs you can see without asking anybody.")
    noise: Text = Field("", description="When a sign is only noise and no reason to worry.")
    act: Text = Field("", description="What to do if you find it: ask whom, negotiate what, or walk away.")
    clashes_with: tuple[WorkStyle, ...] = Field((), description="Ways of working that it makes impossible.")
    seed: bool = Field(False, description="True for the red flags the original essay names.")


class GreenFlag(Entry):
    """Something that a healthy place does, and by which you know it."""

    name: Text = Field(description="Short name, as in 'People leave on time'.")
    summary: Text = Field(description="One or two sentences: what it is, and why it is good to live with.")
    see: tuple[Text, ...] = Field((), description="Signs you can see without asking anybody.")


class Question(Entry):
    """Something you ask the employer, and how to hear the answer."""

    ask: Text = Field(description="The words to say, in at most 30 words, with one purpose.")
    keyword: Keyword | None = Field(
        None, description="What it is about, in one to three words to find it by on a sheet; a shortlist needs it."
    )
    lead_in: Text | None = Field(None, description="A sentence to say before it, where the question needs one.")
    to: tuple[Interviewer, ...] = Field(min_length=1, description="Whom to ask.")
    stage: tuple[StageId, ...] = Field((), description="Stages at which to ask it; none means any.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its page.")
    why: Text | None = Field(None, description="One sentence: what the answer tells you.")
    reveals: tuple[RedFlagId, ...] = Field((), description="Ids of the red flags that the answer can reveal.")
    shows: tuple[GreenFlagId, ...] = Field((), description="Ids of the green flags that a good answer shows.")
    listen_for: tuple[Text, ...] = Field((), description="Good answers, in the words that a person would say.")
    worry_if: tuple[Text, ...] = Field((), description="Bad answers, in the words that a person would say.")
    seen_good: tuple[Text, ...] = Field((), description="What you notice when it is well, beside the words.")
    seen_bad: tuple[Text, ...] = Field((), description="What you notice when it is not, beside the words.")
    follow_up: tuple[Text, ...] = Field((), description="What to say next when the answer is vague.")
    priority: Priority = Field("should", description="`must` questions come first when time is short.")
    sensitive: bool = Field(False, description="True if it is asked only with the offer in hand.")
    research_first: bool = Field(False, description="True if your own research could answer it; look before you ask.")


class Pick(Strict):
    """One question of a shortlist."""

    question: QuestionId = Field(description="The question; it has a keyword, and is for the person of the list.")
    because: Text = Field(description="Why it comes here, as one short sentence.")


class Shortlist(Entry):
    """The questions for one person at one moment, the first ones first, chosen by hand."""

    to: Interviewer = Field(description="Whom you meet.")
    moment: Moment = Field(description="When you meet them.")
    picks: tuple[Pick, ...] = Field(min_length=1, description="The questions in order.")
