"""What an offer pays: month by month, year by year, and what you keep if you leave.

Each part is rounded to whole units at the end of each month that is asked for, counted from the first day, so that the
years add up to the total exactly.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from playbook.plan.deciding.amounts import SCALE, rounded
from playbook.plan.deciding.offer_terms import HUNDRED, Schedule, Terms

YEARS = 4
"""All offers are compared over four years."""

PARTS = ("base", "bonus", "sign_on", "benefits", "equity", "refresher")
CASH = ("base", "bonus", "sign_on")
EQUITY = ("equity", "refresher")

Ratio = tuple[int, int]
"""Numerator and denominator of an amount in whole units."""


@dataclass(frozen=True)
class View:
    """How an offer is looked at: the shares at a part of their value, and the rate into your currency."""

    shares: int = HUNDRED
    """Per cent of the value of shares, in millionths."""
    rate: int = SCALE
    """What one unit of the offer's currency is in yours, in millionths."""


@dataclass(frozen=True)
class Pay:
    """What an offer pays in one view of it."""

    terms: Terms
    view: View = View()

    def part(self, name: str, months: int, *, leaving: bool = False) -> int:
        """Return what one of PARTS has paid after some months, in whole units of your currency."""
        amount = self._signed(months, leaving=leaving) if name == "sign_on" else _AMOUNTS[name](self, months)
        return rounded(amount[0] * self.view.rate, amount[1] * SCALE)

    def year(self, name: str, year: int) -> int:
        """Return what one of PARTS pays in a year, counted from 1."""
        return self.part(name, 12 * year) - self.part(name, 12 * (year - 1))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """What each year pays in all."""
        return tuple(sum(self.year(name, year) for name in PARTS) for year in range(1, YEARS + 1))

    @cached_property
    def total(self) -> int:
        """What all years pay together."""
        return sum(self.years)

    @cached_property
    def average(self) -> int:
        """What an average year pays."""
        return rounded(self.total, YEARS)

    @cached_property
    def cents_an_hour(self) -> int | None:
        """Hundredths of a unit for each hour of an average year; none if the hours are unknown."""
        hours = self.terms.hours * self.terms.weeks
        return rounded(self.total * 100 * SCALE * SCALE, YEARS * hours) if hours else None

    def together(self, names: tuple[str, ...]) -> int:
        """Return what some of PARTS pay in all years."""
        return sum(self.part(name, 12 * YEARS) for name in names)

    def leaving(self, months: int) -> int:
        """Return what you have and keep if you leave after some months."""
        return sum(self.part(name, months, leaving=True) for name in PARTS)

    def _signed(self, months: int, *, leaving: bool) -> Ratio:
        kept = [self._kept(payment.amount, months - payment.starts, payment.yours_after, leaving=leaving)
                for payment in self.terms.sign_on if months > payment.starts]  # fmt: skip
        whole = 1
        for _, denominator in kept:
            whole *= denominator
        return sum(numerator * (whole // denominator) for numerator, denominator in kept), whole * SCALE

    def _kept(self, amount: int, held: int, yours_after: int, *, leaving: bool) -> Ratio:
        if not leaving or held >= yours_after:
            return amount, 1
        return (amount * held, yours_after) if self.terms.part_back else (0, 1)


def grant(pay: Pay) -> Ratio:
    """Return what the whole grant is worth in this view."""
    terms, shares = pay.terms, pay.view.shares
    if terms.equity == "value":
        return terms.value * shares, SCALE * HUNDRED
    if terms.equity == "units":
        return terms.units * terms.price * shares, SCALE * SCALE * HUNDRED
    gain = max(0, terms.price * shares - terms.strike * HUNDRED) if terms.equity == "options" else 0
    return terms.units * gain, SCALE * SCALE * HUNDRED


def vested(schedule: Schedule, months: int) -> Ratio:
    """Return the part of a grant that has vested after some months."""
    if months < schedule.cliff:
        return 0, 1
    steps = months - months % schedule.every
    full, rest = divmod(steps, 12)
    begun = schedule.parts[full] if full < len(schedule.parts) else 0
    return sum(schedule.parts[:full]) * 12 + begun * rest, schedule.whole * 12


def _equity(pay: Pay, months: int) -> Ratio:
    worth, part = grant(pay), vested(pay.terms.schedule, months)
    return worth[0] * part[0], worth[1] * part[1]


def _refresher(pay: Pay, months: int) -> Ratio:
    return pay.terms.refresher * pay.view.shares * max(0, months - 12), SCALE * HUNDRED * 12


def _bonus(pay: Pay, months: int) -> Ratio:
    return pay.terms.bonus[0] * (months // 12), pay.terms.bonus[1]


_AMOUNTS: dict[str, Callable[[Pay, int], Ratio]] = {
    "base": lambda pay, months: (pay.terms.base * months, SCALE * 12),
    "bonus": _bonus,
    "benefits": lambda pay, months: (pay.terms.benefits * months, SCALE * 12),
    "equity": _equity,
    "refresher": _refresher,
}
