"""The made-up search of data/example/, read for the worked examples."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from playbook.kept import kept
from playbook.plan.deciding.dates import Known
from playbook.plan.deciding.made_up import Example, plan_example
from playbook.reading.saved_notes import read_notes

FOLDER = Path("data", "example")
CHANGES = {"onsite": "onsite", "answers_after": "answers_after", "ends": "ends"}


def published_example(root: Path) -> dict[str, str]:
    """Return the search as a file of the site, by its name: what pages show instead of your own notes."""
    path = root / FOLDER / "search.json"
    return {"example.json": path.read_text(encoding="utf-8")} if path.exists() else {}


def load_example(root: Path) -> Example:
    """Return the worked examples of the project at `root`; they are worked out once for the same search."""
    read = b"".join(path.name.encode() + path.read_bytes() for path in sorted((root / FOLDER).glob("*.json")))
    return kept(root, "example", read, lambda: _worked_out(root / FOLDER))


def _worked_out(folder: Path) -> Example:
    plot: dict[str, Any] = json.loads((folder / "plot.json").read_text(encoding="utf-8"))
    dates = {name: _known(known) for name, known in plot["dates"].items()}
    now, moves = dict(dates), []
    for move in plot["moves"]:
        name = move["company"]
        now[name] = replace(now[name], **{CHANGES[key]: _value(move[key]) for key in CHANGES if key in move})
        moves.append((name, move["move"], now[name]))
    return plan_example(read_notes(folder / "search.json"), read_notes(folder / "signed.json"), dates, tuple(moves))


def _known(known: dict[str, Any]) -> Known:
    return Known(
        screen=date.fromisoformat(known["screen"]),
        onsite=date.fromisoformat(known["onsite"]),
        answers_after=known["answers_after"],
        open_for=known["open_for"],
    )


def _value(value: str | int) -> date | int:
    return value if isinstance(value, int) else date.fromisoformat(value)
