"""The guide for one person: the library in their order, their plan, and what everybody sees instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.library import Library
from playbook.models import Checklist, Profile, Topic
from playbook.plan.rank import rank_library
from playbook.plan.reasons import Reason
from playbook.plan.schedule import plan_schedule
from playbook.plan.weeks import Plan
from playbook.plan.whose import who, whose


@dataclass(frozen=True)
class Guide:
    """Everything that is decided before a page is rendered."""

    profile: Profile
    library: Library
    general: Library
    """The library in your order, and in everybody's."""
    reasons: dict[str, Reason]
    plan: Plan
    general_plan: Plan

    @property
    def plan_is_yours(self) -> bool:
        """Whether the plan is another one than everybody's."""
        return self.plan != self.general_plan

    @property
    def who(self) -> str:
        """The person it is for; empty if the profile does not say."""
        return who(self.profile, self.library)

    def whose(self, checklist: Checklist) -> str:
        """Return for whom a checklist is and what comes first on it."""
        return whose(checklist, self.profile, self.library)


def plan_guide(library: Library, profile: Profile) -> Guide:
    """Return the guide for a profile; for an empty one it is everybody's."""
    ranked = rank_library(library, profile)
    topics = in_order_of_themes(library)
    plan = plan_schedule(topics, profile)
    general = plan_schedule(topics, Profile())
    planned = dict(_planned(plan)) if plan != general else {}
    return Guide(profile, ranked.library, library, {**ranked.reasons, **planned}, plan, general)


def in_order_of_themes(library: Library) -> tuple[Topic, ...]:
    """Return the topics as the pages show them; what is planned first starts from this order."""
    places = {theme.id: index for index, theme in enumerate(library.themes)}
    return tuple(sorted(library.topics, key=lambda topic: places.get(topic.theme or "", len(places))))


def _planned(plan: Plan) -> Iterator[tuple[str, Reason]]:
    for left in plan.left_out:
        yield left.topic, Reason("left-out", left.why)
    for week in reversed(plan.weeks):
        for task in week.tasks:
            if task.topic:
                yield task.topic, Reason("planned", f"week {week.number}: {task.why}")
