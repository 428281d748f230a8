"""Entries to read and to group by: resources, glossary terms and themes."""

from datetime import date
from typing import Literal

from pydantic import Field

from playbook.models.entry import Entry
from playbook.models.words import PageName, Price, Text, ThemeId, Url

Grouped = Literal["red_flags", "questions", "topics", "scripts", "levers", "calls", "resources"]


class Resource(Entry):
    """Something by somebody else that is worth reading, watching or using."""

    name: Text = Field(description="Its title.")
    theme: ThemeId | None = Field(None, description="Theme it belongs to; decides its group.")
    author: Text | None = Field(None, description="Who made it.")
    url: Url | None = Field(None, description="Where it is; none for a book or for practice.")
    format: Text = Field("article", description="Article, book, repository, course, tool, talk, thread, law …")
    price: Price = Field("free", description="What it costs to use.")
    why: Text = Field(description="Why it is worth your time.")
    when: Text = Field(description="When in your search to use it.")
    checked: date | None = Field(None, description="Day on which it was last known good.")
    seed: bool = Field(False, description="True for the links of the original essay.")


class Term(Entry):
    """A word of the trade, shown as a tooltip where it occurs."""

    term: Text = Field(description="The word or abbreviation as it is written in text.")
    also: tuple[Text, ...] = Field((), description="Other spellings that get the same tooltip.")
    meaning: Text = Field(description="What it means, in one or two plain sentences.")


class Theme(Entry):
    """A group of entries of one kind that belong on one page."""

    name: Text = Field(description="The heading of the group.")
    of: Grouped = Field(description="The kind of entries in it.")
    page: PageName | None = Field(None, description="The page in docs/ that shows it, as in 'ask/pace.md'.")
    summary: Text = Field("", description="One or two sentences under the heading.")
