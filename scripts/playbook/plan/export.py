"""What the browser needs to make the plan again for other weeks and hours, by the same rules."""

import json
from collections.abc import Mapping

from playbook import __version__
from playbook.models import Topic
from playbook.plan import schedule
from playbook.plan.choose import choose
from playbook.plan.guide import Guide, in_order_of_themes
from playbook.plan.places import Place
from playbook.plan.rounds import spaced

RULES = {
    "mock": schedule.MOCK,
    "slack_percent": schedule.SLACK_PERCENT,
    "longest": schedule.LONGEST,
    "stride": schedule.STRIDE,
    "words": schedule.WORDS,
}
"""The numbers and reasons of the rules; the rules themselves stand in schedule.py and in schedule.js."""


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
