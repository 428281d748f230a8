"""Which topics to prepare, in which order and why; the hours come later.

The rules: a topic is chosen if it fits your role and level and is tested in a round you expect, or if a chosen topic
comes after it, which makes it as important as that one. If the first of its rounds is not among yours, it counts one
step less; if it is made for your role or level and all of its rounds are yours, one step more. For managers behavioural
topics count one step more and system design one step less. All musts come before all shoulds. Within these, the round
that has had least time so far gives its next topic, and what a topic builds on comes before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from playbook.library import RANK
from playbook.models import Profile, Topic
from playbook.models.words import Round
from playbook.plan.rounds import expected_rounds, listed, manages, misfit, named, weight_of

STEPS = sorted(RANK, key=lambda priority: RANK[priority])
"""The priorities, the most important first."""


@dataclass(frozen=True)
class Choice:
    """A topic to prepare; `step` is 0 for musts, 1 for shoulds, 2 for coulds."""

    topic: Topic
    round: Round
    step: int
    why: str

    @property
    def whole(self) -> bool:
        """Whether all its drills are as important as the first, because it is made for your role or level."""
        return bool(self.topic.roles or self.topic.levels)


Because = Literal["no time", "too long", "no drills", "not tested", "not for you"]
"""Kinds of reasons for which something is not in a plan."""


@dataclass(frozen=True)
class LeftOut:
    """Drills of a topic that are not in the plan, their minutes, and why: a word for grouping and a sentence."""

    topic: str
    drills: tuple[str, ...]
    minutes: int
    because: Because
    why: str


def choose(topics: Sequence[Topic], profile: Profile) -> tuple[tuple[Choice, ...], tuple[LeftOut, ...]]:
    """Return the topics to prepare, in order, and those that are not for you."""
    fitting = {topic.id: topic for topic in topics if not misfit(topic, profile)}
    choices: dict[str, Choice] = {}
    for topic in sorted(fitting.values(), key=lambda topic: _step(topic, profile)):
        if _tested(topic, profile):
            _take(topic, None, fitting, choices, profile)
    left = tuple(_left(topic, profile) for topic in topics if topic.id not in choices)
    return tuple(_ordered([choices[topic.id] for topic in topics if topic.id in choices], profile)), left


def _tested(topic: Topic, profile: Profile) -> list[Round]:
    expected = expected_rounds(profile)
    return [round for round in topic.rounds if round in expected] if topic.rounds else list(expected[:1])


def _step(topic: Topic, profile: Profile) -> int:
    expected = expected_rounds(profile)
    tested = [round for round in topic.rounds if round in expected]
    less = (tested[:1] != list(topic.rounds[:1])) + (manages(profile) and tested[:1] == ["system-design"])
    made_for_you = bool(topic.roles or topic.levels) and set(topic.rounds) <= set(expected)
    more = made_for_you or (manages(profile) and tested[:1] == ["behavioural"] and not less)
    return min(max(RANK[topic.priority] + less - more, 0), max(RANK.values()))


def _take(
    topic: Topic, needed: Choice | None, fitting: dict[str, Topic], choices: dict[str, Choice], profile: Profile
) -> None:
    """Choose a topic and what it builds on; the first to need a topic decides how important it is."""
    if topic.id in choices:
        return
    tested, own = _tested(topic, profile), _step(topic, profile)
    if tested and (needed is None or own <= needed.step):
        choice = Choice(topic, tested[0], own, _why(topic, own, tested))
    else:
        assert needed  # noqa: S101 - what is not tested is only taken for something else
        choice = Choice(
            topic, tested[0] if tested else needed.round, needed.step, f"comes before “{needed.topic.name}”"
        )
    choices[topic.id] = choice
    for id in topic.after:
        if id in fitting:
            _take(fitting[id], choice, fitting, choices, profile)


def _why(topic: Topic, step: int, tested: list[Round]) -> str:
    yours = [*(["role"] if topic.roles else []), *(["level"] if topic.levels else [])]
    whom = f" for your {listed(yours)}" if yours else ""
    where = f"tested in {named(tested)}" if topic.rounds else "helps in every round"
    return f"{STEPS[step]}{whom}, {where}"


def _left(topic: Topic, profile: Profile) -> LeftOut:
    other = misfit(topic, profile)
    why = other or f"is tested in {named(topic.rounds)}, which you do not expect"
    drills = tuple(drill.id for drill in topic.drills)
    return LeftOut(topic.id, drills, minutes_of(topic), "not for you" if other else "not tested", why)


def minutes_of(topic: Topic) -> int:
    """Return the minutes of all drills of a topic."""
    return sum(drill.minutes for drill in topic.drills)


def _ordered(choices: list[Choice], profile: Profile) -> Iterator[Choice]:
    given = dict.fromkeys(expected_rounds(profile), 0)
    placed: set[str] = set()
    for step in sorted(set(RANK.values())):
        pending = [choice for choice in choices if choice.step == step]
        pending.sort(key=lambda choice: not choice.whole)
        while pending:
            waiting = [round for round in given if any(choice.round == round for choice in pending)]
            poorest = min(waiting, key=lambda each: given[each] / weight_of(each, profile))
            choice = _first(next(choice for choice in pending if choice.round == poorest), pending, placed)
            pending.remove(choice)
            placed.add(choice.topic.id)
            given[choice.round] += minutes_of(choice.topic)
            yield choice


def _first(choice: Choice, pending: list[Choice], placed: set[str]) -> Choice:
    """Return the choice itself, or the first of what it builds on that is still to come."""
    for id in choice.topic.after:
        before = next((other for other in pending if other.topic.id == id), None)
        if before and id not in placed:
            return _first(before, pending, placed)
    return choice
