"""Forms: tables on paper to fill in by hand."""

from typing import Literal

from pydantic import Field

from playbook.models.entry import Entry
from playbook.models.words import Strict, Text


class Column(Strict):
    """One column of a form."""

    title: Text = Field(description="Head of the column.")
    hint: Text | None = Field(None, description="A few words below the head: what to write.")
    share: int = Field(1, ge=1, le=20, description="Its width, as a share of the sum of all.")
    boxes: tuple[Text, ...] = Field((), description="Boxes to tick in each row, by their labels.")


class Row(Strict):
    """One row of a form that has a label."""

    label: Text = Field(description="What the row is about.")
    hint: Text | None = Field(None, description="A few words below the label.")


class Form(Entry):
    """A table to print and to fill in by hand."""

    name: Text = Field(description="Title of the form.")
    moment: Text = Field(description="When to use it, as in 'Every Sunday evening'.")
    summary: Text = Field("", description="How to use it, in one or two sentences.")
    upright: bool = Field(False, description="True for a sheet that is higher than wide.")
    heads: tuple[Text, ...] = Field((), description="What one fills in at the head, as in 'Week of'.")
    columns: tuple[Column, ...] = Field(min_length=1, max_length=12, description="The columns in order.")
    rows: tuple[Row, ...] = Field((), description="Rows with a label in the first column.")
    rows_from: Literal["levers"] | None = Field(
        None, description="A kind of entries that each get a row below `rows`, by their names."
    )
    rows_most: int | None = Field(None, ge=1, description="At most so many of those, the most important first.")
    empty_rows: int = Field(0, ge=0, le=40, description="Rows without a label, after the others.")
    below: tuple[Text, ...] = Field((), description="Questions to answer in lines below the table.")
