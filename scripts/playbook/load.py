"""The door: data files and yours become one validated library, or one list of problems."""

from pathlib import Path

from pydantic import ValidationError

from playbook.check import check_records
from playbook.explain import explain
from playbook.library import Library
from playbook.models import KINDS, Entry
from playbook.overlay import lay_over
from playbook.problems import Mark, Problem, ProblemsFound
from playbook.records import Record, read_records


def load_library(root: Path) -> Library:
    """Read `data/` and `my/data/` below `root`.

    Raises ProblemsFound with everything that is wrong in any file.
    """
    problems: list[Problem] = []
    unreadable: set[str] = set()
    ours = read_records(root, "data", problems, unreadable)
    records, hidden = lay_over(root, ours, problems, unreadable)
    validated = {id(record): _validate(record, problems) for record in records}
    good = [(record, entry) for record in records if (entry := validated[id(record)])]
    problems.extend(check_records(records, good, unreadable))
    if not records and not problems:
        problems.append(Problem(Mark("data"), "", "", "has no entries", "restore the folder from the repository"))
    if problems:
        raise ProblemsFound(problems)
    return _library(good, hidden)


def _validate(record: Record, problems: list[Problem]) -> Entry | None:
    model = KINDS[record.kind]
    try:
        return model.model_validate(record.fields)
    except ValidationError as error:
        details = error.errors(include_url=False)
        for detail in details:
            location = detail["loc"]
            if detail["type"] == "too_short" and any(other["loc"][:-1] == location for other in details):
                continue  # short only because its items are wrong, which is said of each
            wrong, todo = explain(detail, model, record.written.get(location))
            key = detail["type"] == "extra_forbidden"
            problems.append(record.problem(location, wrong, todo, key=key))
        return None


def _library(good: list[tuple[Record, Entry]], hidden: frozenset[str]) -> Library:
    shown = [(record, entry) for record, entry in good if entry.status == "active" and entry.id not in hidden]
    kinds = {kind: tuple(_without(entry, hidden) for record, entry in shown if record.kind == kind) for kind in KINDS}
    origins = {entry.id: record.mark for record, entry in shown}
    retired = {entry.id: entry.replaced_by for _, entry in good if entry.status == "retired"}
    return Library(**kinds, origins=origins, retired=retired)  # type: ignore[arg-type]


def _without(entry: Entry, hidden: frozenset[str]) -> Entry:
    """Return the entry with no reference to anything hidden."""
    if not hidden:
        return entry
    kept: dict[str, object] = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, tuple) and any(isinstance(item, str) and item in hidden for item in value):
            kept[name] = tuple(item for item in value if item not in hidden)
        elif isinstance(value, str) and name in {"theme", "replaced_by"} and value in hidden:
            kept[name] = None
    return entry.model_copy(update=kept)
