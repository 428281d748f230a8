"""The tables of the worked examples, all worked out from the made-up search, so that no page contradicts another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from playbook.models.notes import Company, Notes
from playbook.plan.deciding.compare import Basis, Comparison, Row, compare_offers
from playbook.plan.deciding.dates import Known, Usual, Window, overlap, window
from playbook.plan.deciding.facts import current_offer
from playbook.plan.deciding.offer_terms import read_terms
from playbook.plan.deciding.pay import PARTS, YEARS, Pay
from playbook.plan.deciding.timeline import basis_of


@dataclass(frozen=True)
class Line:
    """One line of a table: its name, an amount for each year, and the total."""

    name: str
    years: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Sheet:
    """One company's offer, part by part."""

    company: str
    parts: tuple[Line, ...]
    row: Row
    hours: int
    weeks: int


@dataclass(frozen=True)
class Step:
    """One move of the example: whom it concerns, the windows after it, and the overlap."""

    company: str
    does: str
    windows: Mapping[str, Window]
    overlap: int
    first_end: date
    last_arrival: date


@dataclass(frozen=True)
class Proposed:
    """What one company proposes at first."""

    company: str
    screen: date
    onsite: date
    answers_after: int
    open_for: int
    window: Window


@dataclass(frozen=True)
class Round:
    """An average year at each company after a round of the tiers, in the order of the companies."""

    averages: Mapping[str, int]


@dataclass(frozen=True)
class Example:
    """Everything that the worked examples show."""

    sheets: tuple[Sheet, ...]
    comparison: Comparison
    two_years: Comparison
    signed: Mapping[str, Row]
    signed_two_years: Comparison
    proposed: tuple[Proposed, ...]
    before: Step
    steps: tuple[Step, ...]
    rounds: tuple[Round, ...]


LABELS = {
    "base": "base",
    "bonus": "bonus",
    "sign_on": "sign-on",
    "benefits": "benefits",
    "equity": "shares",
    "refresher": "more shares",
}


def plan_example(
    search: Notes, signed: Notes, dates: Mapping[str, Known], moves: tuple[tuple[str, str, Known], ...]
) -> Example:
    """Work everything out; `moves` are what each company's dates are after a move: company, what it does, dates."""
    basis = basis_of(search)
    long, two = replace(basis, stay=12 * YEARS), replace(basis, stay=24)
    first, last = search.saved.date(), signed.saved.date()
    shown = [one for one in search.companies if one.offers]
    final = _compared(signed, last, long)
    return Example(
        sheets=tuple(_sheet(one, first, basis) for one in shown),
        comparison=_compared(search, first, long),
        two_years=_compared(search, first, two),
        signed={row.id: row for row in final.rows},
        signed_two_years=_compared(signed, last, two),
        proposed=tuple(_proposed(one, dates[one.id]) for one in reversed(shown)),
        before=_step("", "", dates),
        steps=_steps(dates, moves),
        rounds=tuple(_round(signed, day, long) for day in _days(signed)),
    )


def _compared(notes: Notes, day: date, basis: Basis) -> Comparison:
    offers = {one.id: offer for one in notes.companies if (offer := current_offer(one, day))}
    return compare_offers(offers, basis)


def _sheet(one: Company, day: date, basis: Basis) -> Sheet:
    offer = current_offer(one, day) or one.offers[0]
    pay = Pay(read_terms(offer))
    lines = (
        Line(LABELS[name], tuple(pay.year(name, year) for year in range(1, YEARS + 1)), pay.together((name,)))
        for name in PARTS
    )
    row = compare_offers({one.id: offer}, basis).rows[0]
    return Sheet(one.name, tuple(line for line in lines if line.total), row, int(offer.hours), int(offer.weeks))


def _proposed(one: Company, known: Known) -> Proposed:
    screen = next(item.day for item in one.interviews if item.kind == "screen")
    onsite = known.onsite or date.min
    seen = window(known, onsite, Usual())
    return Proposed(one.name, date.fromisoformat(screen), onsite, known.answers_after or 0, known.open_for or 0, seen)


def _steps(dates: Mapping[str, Known], moves: tuple[tuple[str, str, Known], ...]) -> tuple[Step, ...]:
    now, steps = dict(dates), []
    for company, does, known in moves:
        now[company] = known
        steps.append(_step(company, does, now))
    return tuple(steps)


def _step(company: str, does: str, known: Mapping[str, Known]) -> Step:
    windows = {id: window(one, date.min + timedelta(weeks=1), Usual()) for id, one in known.items()}
    first_end, last_arrival = min(one.ends for one in windows.values()), max(one.arrives for one in windows.values())
    return Step(company.title(), does, windows, overlap(windows), first_end, last_arrival)


def _days(signed: Notes) -> list[date]:
    """Return the days on which the offers were others than before: first all together, then round by round."""
    said = [[date.fromisoformat(offer.said_on) for offer in one.offers] for one in signed.companies if one.offers]
    first = max(days[0] for days in said)
    return [first, *sorted({day for days in said for day in days if day > first})]


def _round(signed: Notes, day: date, basis: Basis) -> Round:
    return Round({row.id: row.average for row in _compared(signed, day, basis).rows})
