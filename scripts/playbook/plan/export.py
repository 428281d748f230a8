"""What the browser needs to make a plan for other weeks and hours by the same rules."""

import json
from dataclasses import asdict

from playbook.library import RANK
from playbook.models import Topic
from playbook.plan import rounds, schedule
from playbook.plan.guide import Guide, in_order_of_themes
from playbook.plan.weeks import Plan

RULES = {
    "steps": RANK,
    "pattern": rounds.PATTERN,
    "rounds": rounds.ROUNDS,
    "beginners": rounds.BEGINNERS,
    "designers": rounds.DESIGNERS,
    "said": rounds.SAID,
    "mock": schedule.MOCK,
    "slack_percent": schedule.SLACK_PERCENT,
    "longest": schedule.LONGEST,
    "stride": schedule.STRIDE,
}
"""The tables and numbers of the rules; the rules themselves stand in choose.py and schedule.py."""


def plan_json(guide: Guide) -> str:
    """Return the profile, the rules, the topics in their order and the plan that comes of them."""
    content = {
        "profile": guide.profile.model_dump(mode="json", exclude_none=True),
        "rules": RULES,
        "topics": [topic_data(topic) for topic in in_order_of_themes(guide.library)],
        "plan": plan_data(guide.plan),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def topic_data(topic: Topic) -> dict[str, object]:
    """Return the fields of a topic that decide over the plan."""
    kept = {"id", "name", "priority", "rounds", "roles", "levels", "after", "drills"}
    data = topic.model_dump(mode="json", include=kept)
    return {**data, "drills": [{"id": drill.id, "minutes": drill.minutes} for drill in topic.drills]}


def plan_data(plan: Plan) -> dict[str, object]:
    """Return a plan as plain values."""
    data = asdict(plan)
    for week in data["weeks"]:
        week["starts"] = week["starts"].isoformat() if week["starts"] else None
    return data
