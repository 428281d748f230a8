"""What the questions of a page can be chosen by: only what at least one of them has."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from playbook.library import RANK, Library
from playbook.models import Checklist, Question, RedFlag, Selection
from playbook.models.words import Interviewer, Moment
from playbook.plan.ordering import STAGES
from playbook.plan.select import Group, plan_groups


@dataclass(frozen=True)
class Choices:
    """The offers of a filter, each in the order of the library."""

    people: tuple[str, ...]
    moments: tuple[str, ...]
    red_flags: tuple[RedFlag, ...]
    priorities: tuple[str, ...]
    count: int


def plan_choices(groups: Iterable[Group], library: Library) -> Choices:
    """Return what the questions in `groups` can be chosen by."""
    questions = [entry for group in groups for entry in group.entries if isinstance(entry, Question)]
    people = {person for question in questions for person in question.to}
    stages = {stage for question in questions for stage in question.stage}
    red_flags = {red_flag for question in questions for red_flag in question.reveals}
    priorities = {question.priority for question in questions}
    return Choices(
        people=tuple(person for person in get_args(Interviewer) if person in people),
        moments=tuple(moment for moment in get_args(Moment) if stages & STAGES[moment]),
        red_flags=tuple(red_flag for red_flag in library.red_flags if red_flag.id in red_flags),
        priorities=tuple(priority for priority in RANK if priority in priorities),
        count=len(questions),
    )


def every_question(library: Library) -> tuple[Group, ...]:
    """Return all questions: the first ones for anybody, and the rest by red flag."""
    everything = Selection(kind="questions", group_by="red-flag")
    return plan_groups(Checklist(id="choose", name="Choose", moment="Any time.", select=everything), library)
