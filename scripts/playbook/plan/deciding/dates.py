"""When offers come and end, whether all are open at once, and which single move would gain the most days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True)
class Known:
    """What is known of one company's dates; none: unknown."""

    stage: str = ""
    screen: date | None = None
    onsite: date | None = None
    answer: date | None = None
    """The day on which they said the offer would come."""
    answers_after: int | None = None
    """Days from the onsite to the offer."""
    arrived: date | None = None
    """The day the offer came."""
    open_for: int | None = None
    ends: date | None = None
    final: bool = False
    """True if they have said that the day is fixed."""


@dataclass(frozen=True)
class Usual:
    """Days that steps usually take, for what is unknown."""

    to_screen: int = 7
    to_onsite: int = 17
    to_offer: int = 7
    open_for: int = 7


@dataclass(frozen=True)
class Reach:
    """The most days that each move can be expected to win."""

    stall: int = 8
    more_time: int = 7
    hurry: int = 4


@dataclass(frozen=True)
class Window:
    """When an offer comes and ends; guesses say so."""

    arrives: date
    ends: date
    arrival_guessed: bool
    end_guessed: bool


@dataclass(frozen=True)
class Move:
    """One thing to ask of one company, and the days that all offers are open together then."""

    company: str
    does: str
    """`stall`, `more-time` or `hurry`."""
    days: int
    """The days asked for."""
    gain: int
    overlap: int


@dataclass(frozen=True)
class Dates:
    """All windows and what they come to; no overlap without two companies."""

    windows: Mapping[str, Window]
    overlap: int | None = None
    first_end: str = ""
    last_arrival: str = ""
    moves: tuple[Move, ...] = ()


SCREENED = ("onsite", "offer")
"""Stages after the screen."""


def plan_dates(known: Mapping[str, Known], today: date, usual: Usual = Usual(), reach: Reach = Reach()) -> Dates:
    """Return the windows of all companies and the moves, the best first."""
    windows = {id: window(one, today, usual) for id, one in known.items()}
    if len(windows) < 2:
        return Dates(windows)
    before = overlap(windows)
    moves = [move for move in _moves(known, windows, today, usual, reach, before) if move.gain > 0]
    moves.sort(key=lambda move: (-move.gain, ORDER.index(move.does), move.company))
    first_end = min(windows, key=lambda one: (windows[one].ends, one))
    last_arrival = max(windows, key=lambda one: (windows[one].arrives, one))
    return Dates(windows, before, first_end, last_arrival, tuple(moves))


ORDER = ("stall", "more-time", "hurry")
"""The kindest first."""


def overlap(windows: Mapping[str, Window]) -> int:
    """Return the days from the latest arrival to the earliest end; fewer than none if some offer is gone by then."""
    return (min(one.ends for one in windows.values()) - max(one.arrives for one in windows.values())).days


def window(known: Known, today: date, usual: Usual) -> Window:
    """Return when an offer comes and ends, as known, as said, or as it usually goes."""
    arrives, guessed = _arrival(known, today, usual)
    if known.ends:
        return Window(arrives, max(known.ends, arrives), guessed, end_guessed=False)
    stays = known.open_for if known.open_for is not None else usual.open_for
    return Window(arrives, arrives + timedelta(days=stays), guessed, known.open_for is None)


def _arrival(known: Known, today: date, usual: Usual) -> tuple[date, bool]:
    said = known.arrived or known.answer
    if said:
        return said, False
    takes = known.answers_after if known.answers_after is not None else usual.to_offer
    onsite, guessed = _onsite(known, today, usual)
    return onsite + timedelta(days=takes), guessed or known.answers_after is None


def _onsite(known: Known, today: date, usual: Usual) -> tuple[date, bool]:
    if known.onsite:
        return known.onsite, False
    if known.screen:
        return max(known.screen + timedelta(days=usual.to_onsite), today), True
    if known.stage in SCREENED:
        return today, True
    return today + timedelta(days=usual.to_screen + usual.to_onsite), True


def _moves(  # noqa: PLR0913, PLR0917 - one look at everything
    known: Mapping[str, Known],
    windows: Mapping[str, Window],
    today: date,
    usual: Usual,
    reach: Reach,
    before: int,
) -> Iterator[Move]:
    for id, one in known.items():
        for does, days, moved in possible(one, windows[id], today, usual, reach):
            after = overlap({**windows, id: moved})
            yield Move(id, does, days, after - before, after)


def possible(known: Known, now: Window, today: date, usual: Usual, reach: Reach) -> Iterator[tuple[str, int, Window]]:
    """Return what can be asked of a company: the move, its days, and the window then."""
    here = known.arrived is not None
    if not here and _onsite(known, today, usual)[0] > today:
        yield "stall", reach.stall, _later(now, reach.stall, known)
    if not known.final and now.ends >= today:
        yield "more-time", reach.more_time, replace(now, ends=now.ends + timedelta(days=reach.more_time))
    soonest = max(today, _onsite(known, today, usual)[0]) + timedelta(days=1)
    days = min(reach.hurry, (now.arrives - soonest).days)
    if not here and days > 0:
        yield "hurry", days, _later(now, -days, known)


def _later(now: Window, days: int, known: Known) -> Window:
    """Return a window that comes so many days later; an end that is fixed stays where it is."""
    moved = timedelta(days=days)
    arrives = now.arrives + moved
    ends = max(now.ends, arrives) if known.ends else now.ends + moved
    return replace(now, arrives=arrives, ends=ends)
