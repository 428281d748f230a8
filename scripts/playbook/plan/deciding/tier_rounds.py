"""The rounds of the tiers: whom to show which offer now, at most twice each, and when to stop."""

from collections.abc import Iterable
from dataclasses import dataclass

TARGETS = {1: (1, 2), 2: (2, 3), 3: (1, 2)}
"""Round -> the tiers that are asked in it."""

MOST_ASKS = 2


@dataclass(frozen=True)
class Standing:
    """How one open offer stands."""

    id: str
    tier: int
    kept: int
    """What it is compared by."""
    base: int
    final: bool = False
    asks: int = 0
    asked_in: int = 0
    """The last round in which the company was asked."""


@dataclass(frozen=True)
class Asking:
    """The round that is due, the offer that is shown in it, and who is asked; 0: the rounds are over."""

    round: int = 0
    shown: str = ""
    ask: tuple[str, ...] = ()


def plan_round(standings: Iterable[Standing]) -> Asking:
    """Return the first round in which somebody is still to be asked."""
    offers = sorted(standings, key=lambda one: (one.tier, one.id))
    for number in TARGETS:
        asking = _round(number, offers)
        if asking.ask:
            return asking
    return Asking()


def _round(number: int, offers: list[Standing]) -> Asking:
    shown = _shown(number, offers)
    if shown is None:
        return Asking()
    ask = tuple(one.id for one in offers if _is_asked(one, shown, number))
    return Asking(number, shown.id, ask)


def _shown(number: int, offers: list[Standing]) -> Standing | None:
    """Return the offer of a round: the best of tier 3, then the best of the others, then the best of all."""
    wanted = {1: [one for one in offers if one.tier == 3] or offers, 2: [one for one in offers if one.tier < 3]}
    return max(wanted.get(number, offers), key=lambda one: (one.kept, -one.tier, one.id), default=None)


def _is_asked(one: Standing, shown: Standing, number: int) -> bool:
    """Tell whether an offer can be bettered by the one shown: in the whole, or in its base."""
    helps = shown.kept > one.kept or shown.base > one.base
    asked = one.final or one.asks >= MOST_ASKS or one.asked_in >= number
    return one.id != shown.id and one.tier in TARGETS[number] and helps and not asked
