"""Entries about the offer: stages, levers, scripts with their blanks, and whole calls."""

from typing import Literal

from pydantic import Field

from playbook.models.entry import Entry
from playbook.models.words import AnyId, Channel, Id, LeverId, Priority, StageId, Strict, Text, ThemeId


class Stage(Entry):
    """Where you are with one company, from lead to decided."""

    name: Text = Field(description="Name of the stage, the title of a column on the board.")
    meaning: Text = Field(description="How you know that a company is at this stage.")
    next: tuple[Text, ...] = Field((), description="What to do while it is there, in order.")
    seed: bool = Field(False, description="True for the stages the original essay names.")


class Blank(Entry):
    """A gap in a script that you fill in before you speak."""

    word: Id = Field(description="The word in braces: `company` for {company}.")
    label: Text = Field(description="What to fill in, as the label of a form field.")
    example: Text = Field(description="An example that is no real company's, person's or amount.")


class Lever(Entry):
    """One negotiable term of an offer."""

    name: Text = Field(description="Short name, as in 'Sign-on bonus'.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its page.")
    what: Text = Field(description="What the term is.")
    costs_them: Text = Field("", description="What moving it costs the company, and who must agree.")
    moves_when: Text = Field("", description="When it moves, and when it does not.")
    how_to_ask: Text = Field("", description="How to ask for it, in words you can say.")
    watch_for: Text | None = Field(None, description="The catch to look for in the written terms.")
    priority: Priority = Field("should", description="How much it usually matters.")


class Turn(Strict):
    """One exchange: what they may say and what you answer."""

    they: Text = Field(description="What they may say, or (What happens instead.) in round brackets.")
    you: Text = Field(description="What you answer; may have blanks such as {company} and directions such as (Wait.).")


class Script(Entry):
    """Words to say in one situation."""

    name: Text = Field(description="Short name of the situation, as in 'They ask what you expect'.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its page.")
    situation: Text = Field(description="The situation in one or two sentences.")
    stage: tuple[StageId, ...] = Field((), description="Stages at which it comes up; none means any.")
    channel: tuple[Channel, ...] = Field(("call",), description="How it is said.")
    goal: Text = Field(description="What you want to have at the end of it.")
    subject: Text | None = Field(None, description="Subject, if it is sent as an email; may have blanks.")
    say: tuple[Text, ...] = Field(
        min_length=1,
        description="Lines to say, in order; may have blanks such as {company} and directions such as (Wait.).",
    )
    turns: tuple[Turn, ...] = Field((), description="If they say this, you say that.")
    avoid: tuple[Text, ...] = Field((), description="What not to say or do, and why.")
    why: Text = Field("", description="Why it works.")
    levers: tuple[LeverId, ...] = Field((), description="Levers it moves.")
    priority: Priority = Field("should", description="`must` scripts are worth practicing aloud.")


class CallLine(Strict):
    """What somebody says on a call, and what it does there."""

    who: Literal["they", "you"] = Field(description="Who says it.")
    words: Text = Field(description="What is said; may have directions such as (Wait.).")
    note: Text = Field("", description="What the line does, or what it costs.")
    see: tuple[AnyId, ...] = Field((), description="Entries it comes from, to open beside it.")


class Call(Entry):
    """A whole call from hello to goodbye, with a comment beside each line that matters."""

    name: Text = Field(description="Short name, as in 'The offer call, done well'.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its page.")
    situation: Text = Field(description="Who calls and what each side wants, in two or three sentences.")
    lines: tuple[CallLine, ...] = Field(min_length=2, description="The call, line by line.")
    ending: Text = Field(description="What came of it.")
