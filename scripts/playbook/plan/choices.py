"""What the questions of a page can be chosen by: only what at least one of them has."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from playbook.library import RANK, Library
from playbook.models import Question, RedFlag, Stage
from playbook.models.words import Interviewer
from playbook.plan.select import Group


@dataclass(frozen=True)
class Choices:
    """The offers of a filter, each in the order of the library."""

    people: tuple[str, ...]
    stages: tuple[Stage, ...]
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
        stages=tuple(stage for stage in library.stages if stage.id in stages),
        red_flags=tuple(red_flag for red_flag in library.red_flags if red_flag.id in red_flags),
        priorities=tuple(priority for priority in RANK if priority in priorities),
        count=len(questions),
    )


def every_question(library: Library) -> Group:
    """Return all questions as one group."""
    return Group("", None, library.questions)
