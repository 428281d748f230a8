"""Offers, dates and next moves: the cases are right, and Python and the pages make the same of them."""

import operator
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser import served
from deciding import EPOCH, IN_THE_PAGE, TODAY, cases, company_of, compared, for_page, in_days, notes_of, plain
from playbook.plan.deciding.dates import Reach, Usual
from playbook.plan.deciding.facts import Situation
from playbook.plan.deciding.moves import plan_moves
from playbook.plan.deciding.saying import WORDS
from playbook.plan.deciding.timeline import basis_of, reach_of, usual_of
from playbook.reading.load import load_library
from project import ROOT

OFFERS, DATES, MOVES = (cases(kind) for kind in ("offers", "dates", "moves"))
LIBRARY = load_library(ROOT)
NAME = operator.itemgetter("name")


def moves_of(case: dict[str, Any]) -> list[list[Any]]:
    """Return the next moves of a case: company, move, days left, whose offer is shown."""
    companies = tuple(company_of(id, fields) for id, fields in case["companies"].items())
    situation = Situation(companies, basis_of(notes_of(case.get("by", {}))), TODAY)
    return [[one.company, one.move.id, one.days_left, one.shown] for one in plan_moves(situation, LIBRARY.moves)]


@pytest.mark.parametrize("case", OFFERS, ids=NAME)
def test_offers_come_to_what_was_worked_out(case: dict[str, Any]) -> None:
    """Each number that a case names is the number."""
    made = compared(case)
    rows = {row["id"]: row for row in made["rows"]}
    expected = dict(case["expect"])
    assert made["leader"] == expected.pop("leader", made["leader"])
    against = {one["other"]: one for one in made["against"]}
    assert expected.pop("said", made["said"]) == made["said"]
    for other, fields in expected.pop("against", {}).items():
        assert {name: against[other][name] for name in fields} == fields
    for id, fields in expected.items():
        assert {name: rows[id][name] for name in fields} == fields


@pytest.mark.parametrize("case", DATES, ids=NAME)
def test_dates_come_to_what_was_worked_out(case: dict[str, Any]) -> None:
    """The overlap, who sets it, the best move and the days of each company are as a case names them."""
    made, expected = in_days(case), dict(case["expect"])
    if "best" in expected:
        best = made["moves"][0] if made["moves"] else None
        found = [best["company"], best["does"], best["gain"]] if best else None
        assert found == expected.pop("best")
    for id, (arrives, ends) in expected.pop("windows", {}).items():
        window = made["windows"][id]
        start = (TODAY - EPOCH).days
        assert [window["arrives"] - start, window["ends"] - start] == [arrives, ends]
    assert {name: made[name] for name in expected} == expected


@pytest.mark.parametrize("case", MOVES, ids=NAME)
def test_each_company_has_the_next_move_that_it_should(case: dict[str, Any]) -> None:
    """In the order of urgency, with nothing for a company that needs nothing."""
    found = moves_of(case)
    assert [f"{company}: {move.removeprefix('move-')}" for company, move, _, _ in found] == case["expect"]
    if "shown" in case:
        assert {shown for *_, shown in found if shown} == {case["shown"]}


@pytest.fixture(scope="module")
def in_the_page(chromium: Browser) -> Iterator[list[Any]]:
    """Return what the modules of the pages make of all cases, in one page load."""
    given = [
        for_page(kind, case) for kind, all in (("offers", OFFERS), ("dates", DATES), ("moves", MOVES)) for case in all
    ]
    usual, reach = Usual(), Reach()
    page = chromium.new_page()
    with served(ROOT / "docs" / "assets") as home:
        page.goto(f"{home}/pictures/tiers.svg")
        moves = [move.model_dump(mode="json") for move in LIBRARY.moves]
        arguments = [f"{home}/js/deciding", given, camel(asdict(usual)), camel(asdict(reach)), moves, WORDS]
        yield page.evaluate(IN_THE_PAGE, arguments)
    page.close()


def camel(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields in the names of JavaScript."""
    return {
        name.split("_")[0] + "".join(part.title() for part in name.split("_")[1:]): value
        for name, value in fields.items()
    }


def test_pages_compare_offers_as_python_does(in_the_page: list[Any]) -> None:
    """Every number of every case is the same, exactly."""
    for case, made in zip(OFFERS, in_the_page, strict=False):
        assert plain(made) == compared(case), case["name"]


def test_pages_count_days_as_python_does(in_the_page: list[Any]) -> None:
    """Every window and every move of every case is the same."""
    for case, made in zip(DATES, in_the_page[len(OFFERS) :], strict=False):
        assert plain(made) == in_days(case), case["name"]


def test_pages_find_the_next_moves_as_python_does(in_the_page: list[Any]) -> None:
    """Every company of every case has the same move, in the same order."""
    for case, made in zip(MOVES, in_the_page[len(OFFERS) + len(DATES) :], strict=True):
        assert made == moves_of(case), case["name"]


def test_there_are_enough_cases() -> None:
    """Forty offers, thirty sets of dates and sixty states, each with a name of its own."""
    assert (len(OFFERS) >= 40, len(DATES) >= 30, len(MOVES) >= 60) == (True, True, True)
    names = [case["name"] for case in (*OFFERS, *DATES, *MOVES)]
    assert len(names) == len(set(names))


def test_every_move_is_the_next_one_in_some_case() -> None:
    """No move is dead: each has a case in which it is what to do."""
    found = {move for case in MOVES for _, move, _, _ in moves_of(case)}
    assert [move.id for move in LIBRARY.moves if not move.does and move.id not in found] == []


def test_the_library_has_the_usual_days() -> None:
    """What the sums fall back to is what the library says."""
    assert usual_of(LIBRARY.durations) == Usual()
    assert reach_of(LIBRARY.moves) == Reach()
