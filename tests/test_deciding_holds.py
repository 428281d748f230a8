"""What must hold of every offer, every set of dates and every state, whatever the numbers are."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from deciding import TODAY, company_of, offer_of
from playbook.models.notes import Company
from playbook.models.offers import Offer
from playbook.plan.deciding.amounts import SCALE, read_amount
from playbook.plan.deciding.compare import Basis, compare_offers, stretches
from playbook.plan.deciding.dates import Known, Reach, Usual, overlap, plan_dates
from playbook.plan.deciding.facts import Situation
from playbook.plan.deciding.moves import plan_moves
from playbook.plan.deciding.offer_terms import read_terms
from playbook.plan.deciding.pay import PARTS, YEARS, Pay, View
from playbook.reading.load import load_library
from project import ROOT

LIBRARY = load_library(ROOT)
SEEDS = range(40)


def some_offer(seed: int, scale: int = 1) -> Offer:
    """Return an offer made of chance, all its amounts of money times `scale`."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    kind = chance.choice(["", "value", "units", "options"])
    fields = {
        "base": scale * chance.randint(50_000, 250_000),
        "bonus": f"{chance.randint(0, 30)}%",
        "bonus_paid": chance.randint(0, 120),
        "sign_on_1": scale * chance.choice([0, 10_000, 33_333]),
        "yours_after_1": chance.choice([0, 12, 24]),
        "sign_on_2": scale * chance.choice([0, 7_777]),
        "clawback": chance.choice(["", "full", "part"]),
        "equity": kind,
        "equity_value": scale * chance.randint(1, 400_000),
        "units": chance.randint(1, 9_999),
        "unit_price": scale * chance.randint(1, 300),
        "strike": scale * chance.randint(0, 50),
        "schedule": chance.choice(["", "even", "5-15-40-40", "33-33-33"]),
        "years": chance.choice(["", "3", "4", "5"]),
        "cliff": chance.choice([0, 6, 12]),
        "vests": chance.choice(["", "month", "quarter", "year"]),
        "refresher": scale * chance.choice([0, 9_001]),
        "benefits": scale * chance.choice([0, 3_210]),
    }
    return offer_of(fields)


def pay_of(offer: Offer) -> Pay:
    """Return what an offer pays."""
    return Pay(read_terms(offer), View())


@pytest.mark.parametrize("seed", SEEDS)
def test_years_parts_and_total_are_one_sum(seed: int) -> None:
    """The years, and the parts, add up to the total without a unit lost."""
    pay = pay_of(some_offer(seed))
    assert sum(pay.years) == pay.total == pay.together(PARTS)
    for year in range(1, YEARS + 1):
        assert sum(pay.year(name, year) for name in PARTS) == pay.years[year - 1]


@pytest.mark.parametrize("seed", SEEDS)
def test_ten_times_the_money_is_ten_times_the_total(seed: int) -> None:
    """Scaling all amounts scales what comes out, but for rounding to the unit."""
    once, ten = pay_of(some_offer(seed)).total, pay_of(some_offer(seed, 10)).total
    assert abs(ten - 10 * once) <= 5 * len(PARTS)


@pytest.mark.parametrize("seed", SEEDS)
def test_staying_and_better_shares_never_cost_anything(seed: int) -> None:
    """Pay before any clawback grows with each month, and with the price of shares."""
    pay = pay_of(some_offer(seed))
    paid = [sum(pay.part(name, month) for name in PARTS) for month in range(1, 12 * YEARS + 1)]
    assert paid == sorted(paid)
    at = [Pay(pay.terms, View(percent * SCALE)).total for percent in (0, 50, 100, 150)]
    assert at == sorted(at)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_wins_by_the_order_of_the_table(seed: int) -> None:
    """The order of companies changes nothing, and the same offers give the same answer."""
    offers = {name: some_offer(seed * 10 + n) for n, name in enumerate("abc")}
    basis = Basis(stay=24, shares=80)
    forth, back = compare_offers(offers, basis), compare_offers(dict(reversed(offers.items())), basis)
    assert (forth.leader, forth.against) == (back.leader, back.against)
    assert sorted(forth.rows, key=lambda row: row.id) == sorted(back.rows, key=lambda row: row.id)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_offer_never_lowers_the_best(seed: int) -> None:
    """What the leader keeps only grows when an offer is added."""
    offers = {name: some_offer(seed * 10 + n) for n, name in enumerate("abc")}
    best = [max(row.kept for row in compare_offers(dict(list(offers.items())[:n]), Basis()).rows) for n in (1, 2, 3)]
    assert best == sorted(best)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_month_belongs_to_somebody(seed: int) -> None:
    """The stretches cover four years without a gap, and no two neighbors have the same leader."""
    found = stretches(pay_of(some_offer(seed)), pay_of(some_offer(seed + 1)), "a", "b")
    assert [one.first for one in found] == [1, *(one.last + 1 for one in found[:-1])]
    assert found[-1].last == 12 * YEARS
    assert all(one.ahead != other.ahead for one, other in pairwise(found))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_share_price_that_decides_does_decide(seed: int) -> None:
    """One per cent before the turn the leader leads, and at the turn it does not."""
    offers = {name: some_offer(seed * 10 + n) for n, name in enumerate("ab")}
    table = compare_offers(offers, Basis())
    for other in table.against:
        if other.leader_shares is not None:
            mine, theirs = (Pay(read_terms(offers[id])) for id in (table.leader, other.other))
            turned, before = (leaving_at(mine, other.leader_shares + more) for more in (0, 1))
            assert turned <= theirs.leaving(48)
            assert other.leader_shares + 1 == 100 or before > theirs.leaving(48)


def leaving_at(pay: Pay, percent: int) -> int:
    """Return what four years pay with shares at so many per cent."""
    return Pay(pay.terms, View(percent * SCALE)).leaving(48)


@pytest.mark.parametrize("text", ["", " ", "x", "-1", "1e5", "∞", "٣", "1" * 30, "0x10", "--5", "5-", ".5", "1."])
def test_what_is_no_number_is_zero_and_says_why(text: str) -> None:
    """Nothing that is typed breaks a sum."""
    amount = read_amount(text)
    assert amount.wrong
    assert amount.value == 0


def some_dates(seed: int) -> dict[str, Known]:
    """Return what is known of three companies, by chance."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return {
        name: Known(
            stage="onsite",
            onsite=_by_chance(chance),
            answers_after=chance.choice([None, 3, 7]),
            open_for=chance.choice([None, 2, 14]),
        )
        for name in "abc"
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gain_of_a_move_is_what_the_sum_says(seed: int) -> None:
    """Moves gain something, the best comes first, and a day later for all changes no overlap."""
    known = some_dates(seed)
    made = plan_dates(known, TODAY, Usual(), Reach())
    assert [move.gain for move in made.moves] == sorted((move.gain for move in made.moves), reverse=True)
    before = overlap(made.windows)
    assert all(move.gain > 0 and move.overlap == before + move.gain for move in made.moves)
    later = {id: replace(one, arrives=_next(one.arrives), ends=_next(one.ends)) for id, one in made.windows.items()}
    assert overlap(later) == made.overlap == before


def _by_chance(chance: random.Random) -> date | None:
    return chance.choice([None, TODAY + timedelta(days=chance.randint(-5, 20))])


def _next(day: date) -> date:
    return day + timedelta(days=1)


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_has_an_open_offer_has_a_next_move(seed: int) -> None:
    """In every state each company that is open and past the first step has exactly one move."""
    companies = tuple(some_company(seed * 10 + n, f"c{n}") for n in range(4))
    situation = Situation(companies, Basis(walk_away=90_000 * SCALE), TODAY)
    found = [one.company for one in plan_moves(situation, LIBRARY.moves)]
    assert sorted(found) == sorted(one.id for one in companies)
    assert found == [one.company for one in plan_moves(replace(situation, companies=companies[::-1]), LIBRARY.moves)]


def some_company(seed: int, name: str) -> Company:
    """Return an open company in a state by chance."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    stage = chance.choice(["lead", "applied", "screen", "onsite", "offer"])
    offer = {
        "state": chance.choice(["said", "written", "final"]),
        "base": chance.randint(70_000, 140_000),
        "ends": (TODAY + timedelta(days=chance.randint(-1, 9))).isoformat(),
    }
    fields = {
        "stage": stage,
        "tier": chance.randint(1, 3),
        "asks": chance.randint(0, 2),
        "asked": (TODAY - timedelta(days=chance.randint(0, 4))).isoformat(),
        "heard": (TODAY - timedelta(days=chance.randint(0, 30))).isoformat(),
        **({"offer": offer} if stage == "offer" else {}),
    }
    return company_of(name, fields)
