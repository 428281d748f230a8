"""Entries about finding out what a job is like: red flags and the questions that reveal them."""

from pydantic import Field

from playbook.models.entry import Entry
from playbook.models.words import Interviewer, Priority, RedFlagId, StageId, Text, ThemeId, WorkStyle


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


class Question(Entry):
    """Something you ask the employer, and how to hear the answer."""

    ask: Text = Field(description="The words to say, in at most 30 words, with one purpose.")
    to: tuple[Interviewer, ...] = Field(min_length=1, description="Whom to ask.")
    stage: tuple[StageId, ...] = Field((), description="Stages at which to ask it; none means any.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its page.")
    why: Text | None = Field(None, description="One sentence: what the answer tells you.")
    reveals: tuple[RedFlagId, ...] = Field((), description="Ids of the red flags that the answer can reveal.")
    listen_for: tuple[Text, ...] = Field((), description="Signs of a good answer, as a person would say them.")
    worry_if: tuple[Text, ...] = Field((), description="Signs of a bad answer, as a person would say them.")
    follow_up: tuple[Text, ...] = Field((), description="What to say next when the answer is vague.")
    priority: Priority = Field("should", description="`must` questions come first when time is short.")
    research_first: bool = Field(False, description="True if your own research could answer it; look before you ask.")
