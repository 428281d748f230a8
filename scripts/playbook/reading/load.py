"""The door: data files and yours become one validated library, or one list of problems."""

from pathlib import Path

from playbook.library import Library
from playbook.models import KINDS, Entry
from playbook.problems import Mark, Problem, ProblemsFound
from playbook.reading.check import check_records
from playbook.reading.hidden import without
from playbook.reading.overlay import Overlay, lay_over
from playbook.reading.records import Record, read_records, validate
from playbook.reading.retired import follow


def load_library(root: Path) -> Library:
    """Read `data/` and `my/data/` below `root`.

    Raises ProblemsFound with everything that is wrong in any file.
    """
    problems: list[Problem] = []
    unreadable: set[str] = set()
    ours = read_records(root, "data", problems, unreadable)
    overlay = lay_over(root, ours, problems, unreadable)
    records, notices = overlay.records, list(overlay.notices)
    good = []
    for record in records:
        entry, wrong = validate(record)
        problems.extend(wrong)
        if entry:
            good.append((record, follow(record, entry, overlay.successors, notices)))
    problems.extend(check_records(list(records), good, unreadable))
    if not records and not problems:
        problems.append(Problem(Mark("data"), "", "", "has no entries", "restore the folder from the repository"))
    if problems:
        raise ProblemsFound(problems)
    return _library(good, overlay, notices)


def _library(good: list[tuple[Record, Entry]], overlay: Overlay, notices: list[Problem]) -> Library:
    active = [(record, entry) for record, entry in good if entry.status == "active"]
    shown = [(record, without(entry, overlay.hidden)) for record, entry in active if entry.id not in overlay.hidden]
    kinds = {kind: tuple(entry for record, entry in shown if record.kind == kind) for kind in KINDS}
    return Library(
        **kinds,  # type: ignore[arg-type]
        origins={entry.id: record.mark for record, entry in active},
        hidden={entry.id: entry for _, entry in active if entry.id in overlay.hidden},
        retired=overlay.successors,
        notices=tuple(sorted(set(notices))),
    )
