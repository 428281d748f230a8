"""The few questions for these people at this moment: the one order that pages, paper, command and browser share.

What you fear comes first, one question for each of your first red flags. Then come the picks of the shortlists, those
of several people in turns. The rest is spread over the red flags: one of each before a second of any. Among the first
ten no red flag has more than two, and nothing sensitive stands before the offer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import get_args

from playbook.library import RANK, Library
from playbook.models import Pick, Question
from playbook.models.words import Interviewer, Moment
from playbook.plan.wording import ordinal, within

MINUTES_EACH = 2.5
"""What a question takes with its answer and one follow-up."""

FIRST = 10
OF_ONE_FLAG = 2
LIFTED = 3
"""How many are the few, how many of these one red flag may have, and for how many of your red flags one comes up."""

STAGES: dict[Moment, frozenset[str]] = {
    "first-call": frozenset({"applied", "screen"}),
    "screen": frozenset({"screen"}),
    "onsite": frozenset({"onsite"}),
    "offer": frozenset({"offer", "decided"}),
}
"""Moment -> the stages of a search at which it comes."""

USUAL: dict[str, Moment] = {"recruiter": "first-call"}
"""Whom you mostly meet at another moment than in the loop."""


@dataclass(frozen=True)
class Wish:
    """Whom you meet, when, and what it is to be about, in ids; nothing means anything."""

    to: tuple[Interviewer, ...] = ()
    moment: Moment | None = None
    red_flags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question in its place, and why it stands there, as a sentence."""

    question: Question
    because: str


def order_questions(wish: Wish, library: Library) -> tuple[Asked, ...]:
    """Return every question that fits a wish, the first ones first."""
    fitting = {question.id: question for question in library.questions if _fits(question, wish)}
    found: dict[str, Asked] = {}
    for asked in (*_picked(wish, fitting, library), *_spread(wish, fitting, library)):
        found.setdefault(asked.question.id, asked)
    lifted = _lifted(list(found.values()), library)
    every = [lifted.get(id, found[id]) for id in dict.fromkeys([*lifted, *found])]
    return tuple(_evened([asked for asked in every if _about(asked.question, wish)]))


def how_many(minutes: int | None) -> int | None:
    """Return how many questions fit into some minutes; none for as many as there are."""
    return None if minutes is None else max(1, int(minutes / MINUTES_EACH))


def usual_moment(person: Interviewer) -> Moment:
    """Return when you mostly meet somebody."""
    return USUAL.get(person, "onsite")


def _ids(all_asked: Iterable[Asked]) -> set[str]:
    return {asked.question.id for asked in all_asked}


def _fits(question: Question, wish: Wish) -> bool:
    """Tell whether a question is for one of these people and not too early or too late at this moment."""
    if wish.to and not set(wish.to) & set(question.to):
        return False
    return wish.moment is None or _comes_at(question, wish.moment)


def _comes_at(question: Question, moment: Moment) -> bool:
    if question.sensitive:
        return moment == "offer"
    return not question.stage or bool(STAGES[moment] & set(question.stage))


def _about(question: Question, wish: Wish) -> bool:
    """Tell whether a question is about what is wanted."""
    conditions = (
        (wish.red_flags, question.reveals),
        (wish.themes, (question.theme,)),
        (wish.priority, (question.priority,)),
    )
    return all(set(wanted) & set(found) for wanted, found in conditions if wanted)


def _picked(wish: Wish, fitting: dict[str, Question], library: Library) -> Iterator[Asked]:
    """Go through the picks for everybody you meet, in turns; what you changed, hide or may not ask yet is left out."""
    lists = [_picks(person, wish.moment, library) for person in wish.to or get_args(Interviewer)]
    for pick in (pick for turn in zip_longest(*lists) for pick in turn if pick):
        question = fitting.get(pick.question) or _early(pick, wish, library)
        if question and (not question.sensitive or wish.moment == "offer"):
            yield Asked(question, pick.because)


def _early(pick: Pick, wish: Wish, library: Library) -> Question | None:
    """Return the question of a pick that its stages would not let in: whoever picked it wanted it at this moment."""
    found = library.by_id.get(pick.question)
    return found if isinstance(found, Question) and (not wish.to or set(wish.to) & set(found.to)) else None


def _picks(person: Interviewer, moment: Moment | None, library: Library) -> tuple[Pick, ...]:
    """Return the picks for a person at a moment; where nobody chose for it, those for when you mostly meet them."""
    lists = {each.moment: each.picks for each in library.shortlists if each.to == person}
    return lists.get(moment or usual_moment(person)) or lists.get(usual_moment(person)) or ()


def _spread(wish: Wish, fitting: dict[str, Question], library: Library) -> Iterator[Asked]:
    """Go through all that fits: one of each red flag, by importance, then a second of each; what comes later, last."""
    picked = {asked.question.id: asked.question for asked in _picked(wish, fitting, library)}
    seen: Counter[str | None] = Counter(question.reveals[0] for question in picked.values() if question.reveals)
    moments = {wish.moment} if wish.moment else {usual_moment(person) for person in wish.to or ("peer",)}
    places = _places(library)
    keys: dict[str, tuple[bool, bool, int, int, int]] = {}
    for question in sorted(fitting.values(), key=library.step):
        if question.id not in picked:
            about, step = next(iter(question.reveals), question.theme), library.step(question)
            late = not any(_comes_at(question, moment) for moment in moments)
            keys[question.id] = late, step >= len(RANK), seen[about], step, places.get(about, len(places))
            seen[about] += 1
    for question_id in sorted(keys, key=keys.__getitem__):
        yield Asked(fitting[question_id], _why(fitting[question_id], library))


def _places(library: Library) -> dict[str | None, int]:
    """Return the place of each red flag: what you fear, what the essay names, the others."""
    flags = sorted(library.red_flags, key=lambda flag: not flag.seed)
    return {id: place for place, id in enumerate(dict.fromkeys([*library.feared, *(flag.id for flag in flags)]))}


def _why(question: Question, library: Library) -> str:
    flag = library.by_id.get(next(iter(question.reveals), ""))
    name = getattr(flag, "name", "")
    return question.why or (f"It can show {within(name)}." if name else "")


def _lifted(ordered: list[Asked], library: Library) -> dict[str, Asked]:
    """Return the first question for each of your first red flags, by its id."""
    lifted: dict[str, Asked] = {}
    for index, flag in enumerate(library.feared[:LIFTED]):
        mine = (each.question for each in ordered if flag in each.question.reveals)
        question = next((each for each in mine if not each.sensitive and each.id not in lifted), None)
        if question:
            name = within(str(getattr(library.by_id.get(flag), "name", flag)))
            lifted[question.id] = Asked(question, f"It can show {name}, your {ordinal(index)} red flag.")
    return lifted


def _evened(ordered: list[Asked]) -> Iterator[Asked]:
    """Go through all, with what would be a third of one red flag among the first ten after these."""
    few: list[Asked] = []
    counts: Counter[str] = Counter()
    for asked in ordered:
        flags = asked.question.reveals[:1]
        if len(few) < FIRST and all(counts[flag] < OF_ONE_FLAG for flag in flags):
            few.append(asked)
            counts.update(flags)
    first = _ids(few)
    yield from few
    yield from (asked for asked in ordered if asked.question.id not in first)
