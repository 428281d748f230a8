"""What stands on each form to fill in by hand."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from playbook.library import RANK, Library
from playbook.models import Column, Form, Row
from playbook.paper.letters import all_printed
from playbook.paper.sheets import Field, Imprint, fields


@dataclass(frozen=True)
class FormSheet:
    """A form, ready to be laid out."""

    id: str
    title: str
    moment: str
    summary: str
    upright: bool
    columns: tuple[dict[str, object], ...]
    rows: tuple[dict[str, object], ...]
    header: tuple[Field, ...]
    below: tuple[str, ...]
    imprint: Imprint
    template: str = "form"

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.id

    def data(self) -> dict[str, object]:
        """Return the form as plain values."""
        return all_printed(asdict(self))


def plan_forms(library: Library, imprint: Imprint) -> Iterator[FormSheet]:
    """Go through every form of the library."""
    for form in library.forms:
        yield FormSheet(
            id=form.id,
            title=form.name,
            moment=form.moment,
            summary=form.summary,
            upright=form.upright,
            columns=tuple(map(_column, form.columns)),
            rows=tuple(_rows(form, library)),
            header=fields(form.heads),
            below=form.below,
            imprint=replace(imprint, address=f"{imprint.address}/checklists/on-paper/") if imprint.address else imprint,
        )


def _column(column: Column) -> dict[str, object]:
    return {"title": column.title, "hint": column.hint or "", "share": column.share, "boxes": column.boxes}


def _rows(form: Form, library: Library) -> Iterator[dict[str, object]]:
    for row in (*form.rows, *_rows_of_levers(form, library), *[None] * form.empty_rows):
        yield {"label": row.label if row else "", "hint": (row.hint or "") if row else ""}


def _rows_of_levers(form: Form, library: Library) -> list[Row]:
    if form.rows_from is None:
        return []
    levers = sorted(library.levers, key=lambda lever: RANK[lever.priority])
    return [Row(label=lever.name) for lever in levers[: form.rows_most]]
