"""What a plan is: weeks of tasks, and what was left out."""

from dataclasses import dataclass
from datetime import date
from typing import get_args

from playbook.models.words import Round
from playbook.plan.choose import Because, LeftOut


@dataclass(frozen=True)
class Task:
    """One thing to do in a week: a drill, a mock interview of a round, or a review."""

    kind: str
    minutes: int
    why: str
    topic: str | None = None
    drill: str | None = None
    round: Round | None = None


@dataclass(frozen=True)
class Week:
    """What to do in one week, with the minutes that stay free."""

    number: int
    starts: date | None
    tasks: tuple[Task, ...]
    free: int

    @property
    def minutes(self) -> int:
        """The minutes of all tasks."""
        return sum(task.minutes for task in self.tasks)

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of its topics, each once."""
        return tuple(dict.fromkeys(task.topic for task in self.tasks if task.topic))


@dataclass(frozen=True)
class Plan:
    """What to prepare, when and why, what was left out and why; all times in minutes."""

    rounds: tuple[Round, ...]
    weeks: tuple[Week, ...]
    left_out: tuple[LeftOut, ...]
    available: int
    musts: int
    musts_missing: int
    weeks_for_musts: int | None
    """Weeks of these hours that all musts need; none if even half a year is too short."""

    @property
    def minutes(self) -> int:
        """The minutes of everything planned."""
        return sum(week.minutes for week in self.weeks)

    @property
    def free(self) -> int:
        """The minutes that stay free."""
        return self.available - self.minutes

    def missing(self, because: Because) -> tuple[LeftOut, ...]:
        """Return what was left out for one kind of reason; KeyError for one that there is not."""
        if because not in get_args(Because):
            raise KeyError(because)
        return tuple(left for left in self.left_out if left.because == because)

    def week_of(self, topic: str) -> int | None:
        """Return the number of the first week with a drill of a topic."""
        return next((week.number for week in self.weeks for task in week.tasks if task.topic == topic), None)
