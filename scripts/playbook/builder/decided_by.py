"""What the pages of companies need of the library: moves with their words, usual days, criteria, questions to ask."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from playbook.library import Library
from playbook.models import NextMove, Question, Script
from playbook.pages.page import title_of
from playbook.pages.places import Place
from playbook.plan.deciding.saying import WORDS
from playbook.plan.deciding.timeline import reach_of, usual_of

DECIDED_BY = "deciding.json"
"""Name of the file in the site."""


def deciding_json(library: Library, places: Mapping[str, Place]) -> str:
    """Return it as the modules in docs/assets/js/deciding/ take it."""
    content = {
        "moves": [_move(move) for move in library.moves],
        "usual": _camel(asdict(usual_of(library.durations))),
        "reach": _camel(asdict(reach_of(library.moves))),
        "words": WORDS,
        "criteria": [{"id": one.id, "name": one.name, "about": one.about} for one in library.criteria],
        "places": {id: _place(id, library, places) for id in _linked(library) if id in places},
        "lines": {script.id: script.say for script in _scripts(library)},
        "flags": [_flag(flag.id, flag.name, library) for flag in library.red_flags],
        "asked": {question.id: _question(question, places) for question in _to_ask(library)},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _move(move: NextMove) -> dict[str, object]:
    kept = {"id", "name", "do", "why", "urgency", "when", "does", "days", "script", "lever", "checklist"}
    return move.model_dump(mode="json", include=kept, exclude_none=True, exclude_defaults=True)


def _linked(library: Library) -> Iterable[str]:
    """Return the ids that a page of companies leads to."""
    named = (id for move in library.moves for id in (move.script, move.lever, move.checklist) if id)
    lists = (checklist.id for checklist in library.checklists if checklist.id.endswith("-questions"))
    return dict.fromkeys([*named, *lists])


def _scripts(library: Library) -> list[Script]:
    named = {move.script for move in library.moves}
    return [script for script in library.scripts if script.id in named]


def _place(id: str, library: Library, places: Mapping[str, Place]) -> dict[str, str]:
    return {"name": title_of(library.by_id[id]), "address": places[id].address}


def _flag(id: str, name: str, library: Library) -> dict[str, object]:
    return {"id": id, "name": name, "questions": [one.id for one in library.questions_by_red_flag.get(id, ())]}


def _to_ask(library: Library) -> list[Question]:
    """Return the questions that nobody should forget: those of a shortlist, or else those that come first."""
    picked = {pick.question for shortlist in library.shortlists for pick in shortlist.picks}
    return [one for one in library.questions if one.id in picked or (not picked and one.priority == "must")]


def _question(question: Question, places: Mapping[str, Place]) -> dict[str, object]:
    return {"ask": question.ask, "to": question.to, "address": places[question.id].address}


def _camel(fields: Mapping[str, object]) -> dict[str, object]:
    parts = {name: name.split("_") for name in fields}
    return {parts[name][0] + "".join(map(str.title, parts[name][1:])): value for name, value in fields.items()}
