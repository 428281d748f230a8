"""Entries about preparing: prep topics with their drills, and notes on interview languages."""

from datetime import date

from pydantic import Field

from playbook.models.entry import Entry
from playbook.models.words import (
    Id,
    Minutes,
    Priority,
    ResourceId,
    Round,
    Strict,
    TermId,
    Text,
    ThemeId,
    TopicId,
    Url,
)


class Drill(Strict):
    """A practice exercise that fits into one sitting."""

    id: Id = Field(description="Permanent name in kebab-case, unique in the whole library; the key of its tick.")
    do: Text = Field(description="What to do, so concretely that you can start now.")
    minutes: Minutes = Field(description="How long it takes, in minutes.")
    strong_answer: tuple[Text, ...] = Field((), description="What a strong answer covers, to check yours against.")


class Service(Strict):
    """A real product that can play the part of an abstract component."""

    name: Text = Field(description="Name of the product, as in 'HAProxy'.")
    differs: Text = Field(description="How it differs from its neighbors and when you would name it.")


class Failure(Strict):
    """One way a component fails and what to do about it."""

    mode: Text = Field(description="What goes wrong.")
    remedy: Text = Field(description="What prevents or softens it.")


class KnownProblem(Strict):
    """A publicly known problem to practice on."""

    name: Text = Field(description="Its name, as in 'Two Sum'.")
    where: Text = Field(description="Where it is, as in 'LeetCode 1'.")
    url: Url = Field(description="Its address.")
    minutes: Minutes = Field(description="How long it may take you, in minutes.")


class Code(Strict):
    """The same few lines in the languages that people interview in; each runs as it stands."""

    python: Text = Field(description="In Python.")
    java: Text = Field(description="In Java, to stand inside a class.")
    javascript: Text = Field(description="In JavaScript.")
    cpp: Text = Field(description="In C++17, with the standard library in reach.")
    go: Text = Field(description="In Go.")


class Pattern(Strict):
    """The template of a coding pattern: what to write without thinking, so that you can think about the rest."""

    invariant: Text = Field(description="What is true at each step; the sentence to say while you write.")
    cost: Text = Field(description="Time and space.")
    slip: Text = Field(description="The usual mistake.")
    problems: tuple[KnownProblem, ...] = Field(min_length=3, max_length=6, description="From the first to a hard one.")
    code: Code = Field(description="The template itself.")


class Topic(Entry):
    """Something to prepare, with a reason, an end and drills."""

    name: Text = Field(description="Short name, as in 'Consistent hashing'.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its page.")
    rounds: tuple[Round, ...] = Field((), description="Rounds in which it is tested; none means any.")
    priority: Priority = Field("should", description="`must` topics are planned first.")
    why: Text = Field(description="Why it is worth the time.")
    know: tuple[Text, ...] = Field((), description="What to know, one point each.")
    terms: tuple[TermId, ...] = Field((), description="Terms of art that an interviewer listens for, each in its text.")
    services: tuple[Service, ...] = Field((), description="Named services for a component of a design.")
    failures: tuple[Failure, ...] = Field((), description="Failure modes and their remedies.")
    pattern: Pattern | None = Field(None, description="Its template in code, if it is a coding pattern.")
    drills: tuple[Drill, ...] = Field((), description="Exercises with minutes.")
    done_when: Text | None = Field(None, description="How you know that you can stop.")
    after: tuple[TopicId, ...] = Field((), description="Topics to do before this one.")
    resources: tuple[ResourceId, ...] = Field((), description="Resources to read or practice with.")
    as_of: date | None = Field(None, description="Day on which facts that age were last checked.")


class Note(Strict):
    """One thing about a language that shows depth when it comes up."""

    id: Id = Field(description="Permanent name in kebab-case, unique in the whole library.")
    point: Text = Field(description="The fact in a few words.")
    detail: Text = Field(description="Enough to explain it when asked.")
    mention_when: Text = Field(description="The moment in an interview at which it fits.")
    as_of: date | None = Field(None, description="Day on which a fact that ages was last checked.")


class Language(Entry):
    """A programming language to interview in."""

    name: Text = Field(description="Name of the language.")
    choose_if: Text = Field(description="Who should interview in it, and what it costs them.")
    notes: tuple[Note, ...] = Field((), description="Things that show depth.")
    concurrency: Text | None = Field(None, description="How threads, tasks and locks are done in it.")
    resources: tuple[ResourceId, ...] = Field((), description="Resources to read.")
