"""Offers side by side: which leads, by how much, and at which share price or length of stay that turns."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from playbook.models.offers import Offer
from playbook.plan.deciding.amounts import SCALE, rounded
from playbook.plan.deciding.offer_terms import HUNDRED, read_terms
from playbook.plan.deciding.pay import CASH, EQUITY, YEARS, Pay, View

MONTHS = 12 * YEARS
MOST = 1000
"""Shares are looked at up to ten times their value."""


@dataclass(frozen=True)
class Basis:
    """What offers are compared by; amounts in millionths."""

    currency: str = ""
    rates: Mapping[str, int] = field(default_factory=dict)
    """Currency -> what one unit of it is in yours."""
    walk_away: int = 0
    """The average year below which you would walk away; 0: you have set none."""
    stay: int = MONTHS
    """Months that you think you will stay."""
    shares: int = 100
    """Per cent of their value at which you count shares."""


@dataclass(frozen=True)
class Row:
    """One offer in numbers, whole units of your currency."""

    id: str
    base: int
    years: tuple[int, ...]
    total: int
    average: int
    cash: int
    benefits: int
    equity: int
    cents_an_hour: int | None
    at_shares: int
    """The total with shares at your own part of their value."""
    at_half: int
    at_zero: int
    kept: int
    """What you keep if you leave after the months of the basis, with shares at your part."""
    below: bool
    """True if an average year is below your walk-away point."""
    wrong: tuple[tuple[str, str], ...]
    comparable: bool


@dataclass(frozen=True)
class Stretch:
    """Months of stay, both counted, in which one offer has paid more; nobody's if both have paid the same."""

    first: int
    last: int
    ahead: str


@dataclass(frozen=True)
class Against:
    """The leading offer against one other."""

    other: str
    gap: int
    """What the leader keeps more."""
    equal: bool
    """True if the two are less than five per cent apart."""
    stretches: tuple[Stretch, ...]
    leader_shares: int | None
    """Per cent of their value at or below which the leader's shares lose the lead; none: never."""
    other_shares: int | None
    """Per cent of their value at or above which the other's shares take the lead; none: not below ten times."""
    both_below: int | None
    """Per cent at or below which it turns when the shares of both fall alike."""
    both_above: int | None
    """Per cent at or above which it turns when the shares of both rise alike."""


@dataclass(frozen=True)
class Comparison:
    """All offers, in the order given, and the leading one against each other, the nearest first."""

    rows: tuple[Row, ...]
    leader: str = ""
    against: tuple[Against, ...] = ()


def compare_offers(offers: Mapping[str, Offer], basis: Basis) -> Comparison:
    """Compare offers, each by the id of its company."""
    pays = {id: Pay(read_terms(offer), View(HUNDRED, _rate(offer, basis) or SCALE)) for id, offer in offers.items()}
    rows = tuple(_row(id, pay, offers[id], basis) for id, pay in pays.items())
    ranked = sorted((row for row in rows if row.comparable), key=lambda row: (-row.kept, row.id))
    if not ranked:
        return Comparison(rows)
    leader, *others = ranked
    against = tuple(_against(leader, other, pays, basis) for other in others)
    return Comparison(rows, leader.id, against)


def _rate(offer: Offer, basis: Basis) -> int | None:
    """Return the rate of an offer's currency, if it needs none or has one."""
    if offer.currency in ("", basis.currency):
        return SCALE
    return basis.rates.get(offer.currency)


def _row(id: str, pay: Pay, offer: Offer, basis: Basis) -> Row:
    rate = _rate(offer, basis)
    wrong = pay.terms.wrong + ((("currency", "no-rate"),) if rate is None else ())
    return Row(
        id=id,
        base=pay.part("base", 12),
        years=pay.years,
        total=pay.total,
        average=pay.average,
        cash=pay.together(CASH),
        benefits=pay.together(("benefits",)),
        equity=pay.together(EQUITY),
        cents_an_hour=pay.cents_an_hour,
        at_shares=at(pay, basis.shares).total,
        at_half=at(pay, 50).total,
        at_zero=at(pay, 0).total,
        kept=at(pay, basis.shares).leaving(basis.stay),
        below=pay.average * SCALE < basis.walk_away,
        wrong=wrong,
        comparable=pay.terms.complete and rate is not None,
    )


def at(pay: Pay, percent: int) -> Pay:
    """Return the same offer with its shares at so many per cent of their value."""
    return Pay(pay.terms, replace(pay.view, shares=percent * SCALE))


def nearly_equal(one: int, other: int) -> bool:
    """Tell whether two amounts are less than five per cent of the larger apart."""
    return abs(one - other) * 20 < max(one, other) or one == other


def _against(leader: Row, other: Row, pays: Mapping[str, Pay], basis: Basis) -> Against:
    first, second = pays[leader.id], pays[other.id]

    def ahead(mine: int, theirs: int) -> bool:
        """Tell whether the leader still leads with the shares of each at so many per cent."""
        return at(first, mine).leaving(basis.stay) > at(second, theirs).leaving(basis.stay)

    now = basis.shares
    down, up = range(now - 1, -1, -1), range(now + 1, MOST + 1)
    return Against(
        other=other.id,
        gap=leader.kept - other.kept,
        equal=nearly_equal(leader.kept, other.kept),
        stretches=tuple(stretches(at(first, now), at(second, now), leader.id, other.id)),
        leader_shares=_turns(down, lambda percent: not ahead(percent, now)),
        other_shares=_turns(up, lambda percent: not ahead(now, percent)),
        both_below=_turns(down, lambda percent: not ahead(percent, percent)),
        both_above=_turns(up, lambda percent: not ahead(percent, percent)),
    )


def _turns(percents: Iterable[int], turned: Callable[[int], bool]) -> int | None:
    return next((percent for percent in percents if turned(percent)), None)


def stretches(first: Pay, second: Pay, one: str, other: str) -> list[Stretch]:
    """Return who has paid more, for each length of stay from one month on."""
    found: list[Stretch] = []
    for month in range(1, MONTHS + 1):
        mine, theirs = first.leaving(month), second.leaving(month)
        ahead = one if mine > theirs else other if theirs > mine else ""
        if found and found[-1].ahead == ahead:
            found[-1] = replace(found[-1], last=month)
        else:
            found.append(Stretch(month, month, ahead))
    return found


def average_of(total: int) -> int:
    """Return an average year of a total."""
    return rounded(total, YEARS)
