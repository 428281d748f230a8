"""What the scripts in the browser need to know: facts of the library, and the plan's rules and drills."""

import json
from collections.abc import Mapping
from typing import get_args

from playbook import __version__
from playbook.library import Library
from playbook.models import Topic
from playbook.models.words import Interviewer, Moment
from playbook.pages.places import Place
from playbook.plan import schedule
from playbook.plan.choose import choose
from playbook.plan.guide import Guide, in_order_of_themes
from playbook.plan.ordering import LIFTED, MINUTES_EACH, Wish, order_questions
from playbook.plan.rounds import spaced

RULES = {
    "mock": schedule.MOCK,
    "slack_percent": schedule.SLACK_PERCENT,
    "longest": schedule.LONGEST,
    "stride": schedule.STRIDE,
    "words": schedule.WORDS,
}
"""The numbers and reasons of the rules; the rules themselves stand in schedule.py and in schedule.js."""


def facts_js(library: Library) -> str:
    """Return a module of what the working parts of every page need of the library."""
    facts = {
        "STAGES": [{"id": stage.id, "name": stage.name} for stage in library.stages],
        "MINUTES_EACH": MINUTES_EACH,
        "LIFTED": LIFTED,
    }
    return "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in facts.items())


def order_json(library: Library) -> str:
    """Return the order of questions for each person, or anybody, at each moment, or any: places in one list of ids."""
    places = {question.id: place for place, question in enumerate(library.questions)}
    lists = {
        person: {moment: _order(person, moment, library, places) for moment in ("", *get_args(Moment))}
        for person in ("", *get_args(Interviewer))
    }
    content = {"ids": list(places), "lists": lists}
    return json.dumps(content, separators=(",", ":")) + "\n"


def _order(person: str, moment: str, library: Library, places: Mapping[str, int]) -> list[int]:
    wish = Wish((person,) if person else (), moment or None)  # type: ignore[arg-type]
    return [places[asked.question.id] for asked in order_questions(wish, library)]


def plan_json(guide: Guide, places: Mapping[str, Place]) -> str:
    """Return what does not depend on the time: the rules, the rounds, and the drills in order of importance."""
    choices, _ = choose(in_order_of_themes(guide.library), guide.profile)
    content = {
        "version": __version__,
        "rules": RULES,
        "rounds": {round: spaced(round) for round in guide.plan.rounds},
        "topics": {choice.topic.id: _topic(choice.topic, places) for choice in choices},
        "drills": [_drill(candidate) for candidate in schedule.by_importance(choices)],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _topic(topic: Topic, places: Mapping[str, Place]) -> dict[str, object]:
    return {"name": topic.name, "address": places[topic.id].address, "after": topic.after}


def _drill(candidate: schedule.Candidate) -> dict[str, object]:
    drill, choice = candidate.drill, candidate.choice
    return {
        "id": drill.id,
        "do": drill.do,
        "minutes": drill.minutes,
        "topic": choice.topic.id,
        "step": choice.step,
        "why": choice.why,
    }
