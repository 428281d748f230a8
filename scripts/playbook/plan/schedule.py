"""The plan, week by week: which drills fit into the hours, with reviews, mock interviews and slack.

The rules, which docs/assets/js/schedule.js follows in the page for other hours: each week gives its last minutes to a
review, every second week and the last one also to a mock interview, and a tenth of all time stays free in the last
week. Drills come in one order: the first drill of every must, then the second ones, and so on, then the shoulds, then
the coulds; what is made for your role or level comes whole. They are laid into the weeks in this order, and if there is
more time than drills, all weeks get their share. One that does not fit into what is left of a week begins the next; one
that no longer fits at all is left out, and after it nothing less important is taken, nor more of its topic, nor what
builds on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle

from playbook.library import RANK
from playbook.models import Drill, Prepare, Profile, Topic
from playbook.models.words import Round
from playbook.plan.choose import Because, Choice, LeftOut, choose
from playbook.plan.rounds import expected_rounds
from playbook.plan.weeks import Plan, Task, Week

MOCK = 60
SLACK_PERCENT = 10
LONGEST = 26
STRIDE = 15
"""Minutes of a mock interview, the part of all time that stays free, the most weeks of a profile, and by how many
minutes weeks grow until everything fits."""

WORDS = {
    "mock": "solving while somebody watches is a skill of its own",
    "review": "what you got wrong is what you learn from",
    "must": "a must, but the weeks are too short",
    "later": "comes after what matters more, and there was no time left",
    "too long": "takes longer in one go than the {longest} minutes that a week of yours has for drills",
}
"""Why something stands in a week or was left out."""


@dataclass(frozen=True)
class Candidate:
    """A drill that could be planned, and why."""

    choice: Choice
    drill: Drill


Missing = tuple[Candidate, Because]


def plan_schedule(topics: Sequence[Topic], profile: Profile) -> Plan:
    """Return the plan that fits the time of the profile."""
    time, rounds = profile.time, expected_rounds(profile)
    choices, not_yours = choose(topics, profile)
    candidates = by_importance(choices)
    rooms = _rooms(time.weeks, time)
    packed, missing = _spread(candidates, rooms)
    musts = [candidate for candidate in candidates if candidate.choice.step == 0]
    late = [candidate for candidate, because in missing if candidate.choice.step == 0 and because == "no time"]
    return Plan(
        rounds=rounds,
        weeks=tuple(_weeks(packed, time, rounds)),
        left_out=(*_left_out(missing, max(rooms)), *not_yours, *_without_drills(choices)),
        available=time.weeks * time.hours_per_week * 60,
        musts=_sum(musts),
        musts_missing=_sum(late),
        weeks_for_musts=_weeks_for(musts, time) if late else time.weeks,
    )


def _review(time: Prepare) -> int:
    return 30 if time.hours_per_week >= 5 else 15 if time.hours_per_week >= 2 else 0


def _has_mock(week: int, weeks: int, time: Prepare) -> bool:
    return time.hours_per_week >= 4 and (week % 2 == 0 or week == weeks)


def _rooms(weeks: int, time: Prepare) -> list[int]:
    """Return the minutes for drills in each week."""
    hours = time.hours_per_week * 60
    rooms = [hours - _review(time) - MOCK * _has_mock(week, weeks, time) for week in range(1, weeks + 1)]
    rooms[-1] -= min(weeks * hours * SLACK_PERCENT // 100, rooms[-1])
    return rooms


def by_importance(choices: Sequence[Choice]) -> list[Candidate]:
    """Return the drills of the chosen topics in the order in which they are laid into the weeks."""
    found = [
        (choice.step, 0 if choice.whole else depth, place, depth, Candidate(choice, drill))
        for place, choice in enumerate(choices)
        for depth, drill in enumerate(choice.topic.drills)
    ]
    return [candidate for *_, candidate in sorted(found, key=lambda item: item[:4])]


def _spread(candidates: Sequence[Candidate], rooms: Sequence[int]) -> tuple[list[list[Candidate]], list[Missing]]:
    """Lay drills into the weeks; if there is more time than they need, about as many minutes into each week."""
    needed, given = _sum(candidates), sum(rooms)
    for more in range(0, max(rooms), STRIDE) if needed < given else ():
        packed, missing = _pack(candidates, [min(room, room * needed // given + more) for room in rooms])
        if not missing:
            return packed, missing
    return _pack(candidates, rooms)


def _pack(candidates: Sequence[Candidate], rooms: Sequence[int]) -> tuple[list[list[Candidate]], list[Missing]]:
    """Lay drills into the weeks; return also those that do not fit, each with a word for the reason."""
    weeks: list[list[Candidate]] = [[] for _ in rooms]
    missing: list[Missing] = []
    left = list(rooms)
    begun: set[str] = set()
    starved: set[str] = set()
    week, lowest = 0, max(RANK.values())
    for candidate in candidates:
        topic, step, minutes = candidate.choice.topic, candidate.choice.step, candidate.drill.minutes
        waits = step > lowest or topic.id in starved or any(id in starved - begun for id in topic.after)
        place = next((number for number in range(week, len(rooms)) if left[number] >= minutes), None)
        if minutes > max(rooms):
            missing.append((candidate, "too long"))
        elif waits or place is None:
            missing.append((candidate, "no time"))
            starved.add(topic.id)
            lowest = min(lowest, step)
        else:
            weeks[place].append(candidate)
            left[place] -= minutes
            begun.add(topic.id)
            week = place
    return weeks, missing


def _without_drills(choices: Sequence[Choice]) -> Iterator[LeftOut]:
    for choice in choices:
        if not choice.topic.drills:
            yield LeftOut(choice.topic.id, (), 0, "no drills", "has no drills: read it when you need it")


def _weeks(packed: list[list[Candidate]], time: Prepare, rounds: tuple[Round, ...]) -> Iterator[Week]:
    mocks = cycle(rounds)
    for number, candidates in enumerate(packed, start=1):
        tasks = [_drill(candidate) for candidate in candidates]
        if _has_mock(number, time.weeks, time):
            tasks.append(Task("mock", MOCK, WORDS["mock"], round=next(mocks)))
        if minutes := _review(time):
            tasks.append(Task("review", minutes, WORDS["review"]))
        free = time.hours_per_week * 60 - sum(task.minutes for task in tasks)
        yield Week(number, time.start + timedelta(weeks=number - 1) if time.start else None, tuple(tasks), free)


def _drill(candidate: Candidate) -> Task:
    choice = candidate.choice
    return Task("drill", candidate.drill.minutes, choice.why, topic=choice.topic.id, drill=candidate.drill.id)


def _left_out(missing: Sequence[Missing], longest: int) -> Iterator[LeftOut]:
    groups: dict[tuple[str, Because], list[Candidate]] = {}
    for candidate, because in missing:
        groups.setdefault((candidate.choice.topic.id, because), []).append(candidate)
    for (topic, because), candidates in groups.items():
        if because == "too long":
            why = WORDS["too long"].format(longest=longest)
        else:
            why = WORDS["later" if candidates[0].choice.step else "must"]
        yield LeftOut(topic, tuple(candidate.drill.id for candidate in candidates), _sum(candidates), because, why)


def _sum(candidates: Sequence[Candidate]) -> int:
    return sum(candidate.drill.minutes for candidate in candidates)


def _weeks_for(musts: list[Candidate], time: Prepare) -> int | None:
    for weeks in range(time.weeks + 1, LONGEST + 1):
        if all(because == "too long" for _, because in _pack(musts, _rooms(weeks, time))[1]):
            return weeks
    return None
