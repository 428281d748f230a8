"""The library in your order, with the reason for every entry that stands elsewhere than for everybody.

Your concerns take turns: the best question of the first one, of the second and so on, then the second best of each.
For each of your red flags the two best questions to each person count as musts. What is for other roles or levels
comes last.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from playbook.library import RANK, Library
from playbook.models import Entry, Profile, Question
from playbook.plan.concerns import Concern, concerns_of
from playbook.plan.reasons import Reason, plan_reasons

LIFTED = 2
LAST = len(RANK)
"""Questions to each person that one red flag makes musts; the step of what is for others."""

Any = TypeVar("Any", bound=Entry)
Key = tuple[int, ...]


@dataclass(frozen=True)
class Ranked:
    """The library in your order, and the reasons by id of the entry."""

    library: Library
    reasons: Mapping[str, Reason]


def rank_library(library: Library, profile: Profile) -> Ranked:
    """Return the library in the order of a profile; an empty one changes nothing."""
    concerns = concerns_of(profile, library)
    reasons = plan_reasons(library, profile, concerns)
    turns = _turns(concerns)
    others = {id for id, reason in reasons.items() if reason.about == "others"}
    ranked = replace(
        library,
        questions=tuple(_with_yours_first(question, profile) for question in _by(library.questions, turns, others)),
        scripts=_by(library.scripts, _script_places(library, profile), others),
        levers=_by(library.levers, _places(profile.levers), set()),
        red_flags=_by(library.red_flags, _red_flag_places(library, profile), set()),
        languages=_by(library.languages, _places([profile.language] if profile.language else []), set()),
        feared=profile.red_flags,
        steps=dict.fromkeys(_lifted(concerns), 0) | dict.fromkeys(others, LAST),
    )
    return Ranked(ranked, reasons)


def _by(entries: tuple[Any, ...], places: Mapping[str, Key], others: set[str]) -> tuple[Any, ...]:
    """Return entries with those that have a place first, in its order, and those for others last."""

    def key(entry: Any) -> tuple[bool, bool, Key]:
        return entry.id in others, entry.id not in places, places.get(entry.id, ())

    return tuple(sorted(entries, key=key))


def _places(ids: Iterable[str]) -> dict[str, Key]:
    return {id: (index,) for index, id in enumerate(ids)}


def _turns(concerns: Iterable[Concern]) -> dict[str, Key]:
    """Return question id -> its turn and the concern whose turn it is."""
    found: dict[str, Key] = {}
    for index, concern in enumerate(concerns):
        for turn, question in enumerate(concern.questions):
            found[question.id] = min((turn, index), found.get(question.id, (turn, index)))
    return found


def _lifted(concerns: Iterable[Concern]) -> Iterator[str]:
    """Go through the shoulds that count as musts: of the two best questions of a red flag to each person."""
    for concern in concerns:
        asked: dict[str, int] = {}
        for question in concern.questions if concern.brief else ():
            if question.priority == "should" and any(asked.get(person, 0) < LIFTED for person in question.to):
                yield question.id
            for person in question.to:
                asked[person] = asked.get(person, 0) + 1


def _red_flag_places(library: Library, profile: Profile) -> dict[str, Key]:
    clashing = [flag.id for flag in library.red_flags if set(flag.clashes_with) & set(profile.work_style)]
    return _places(dict.fromkeys([*profile.red_flags, *clashing]))


def _script_places(library: Library, profile: Profile) -> dict[str, Key]:
    return {
        script.id: (min(profile.levers.index(id) for id in script.levers if id in profile.levers),)
        for script in library.scripts
        if set(script.levers) & set(profile.levers)
    }


def _with_yours_first(question: Question, profile: Profile) -> Question:
    """Return a question whose first red flag, under which lists group it, is one of yours if any is."""
    mine = [id for id in profile.red_flags if id in question.reveals]
    return question.model_copy(update={"reveals": tuple(dict.fromkeys([*mine, *question.reveals]))})
