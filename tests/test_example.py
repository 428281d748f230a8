"""The made-up search: what the browser would have saved says the same as the plot, and goes through both readers."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from playbook.models.notes import Notes
from playbook.reading.saved_notes import read_notes
from project import ROOT

EXAMPLE = ROOT / "data" / "example"
PLOT: dict[str, Any] = json.loads((EXAMPLE / "plot.json").read_text(encoding="utf-8"))
NAMES = ("alder", "birch", "cedar")


@pytest.fixture(scope="module")
def search() -> Notes:
    """Return the search on the day on which all first offers are open."""
    return read_notes(EXAMPLE / "search.json")


@pytest.fixture(scope="module")
def signed() -> Notes:
    """Return the search after the signature."""
    return read_notes(EXAMPLE / "signed.json")


def test_offers_are_those_of_the_plot(search: Notes, signed: Notes) -> None:
    """Base, sign-on, shares and schedule of each first and final offer stand in the plot too."""
    for name in NAMES:
        first, *_, final = next(one for one in signed.companies if one.id == name).offers
        assert next(one for one in search.companies if one.id == name).offers[0].base == first.base
        for offer, when in ((first, "first"), (final, "final")):
            plot = PLOT["offers"][name][when]
            assert offer.base == str(plot["base"])
            assert [offer.sign_on_1, offer.sign_on_2] == [str(amount) for amount in plot["sign_on"]] + [""] * (
                2 - len(plot["sign_on"])
            )
            value = int(offer.units or 0) * int(float(offer.unit_price or 0)) if name != "cedar" else 0
            assert value == plot["shares"]


def test_days_are_those_of_the_plot(search: Notes) -> None:
    """Screens, onsites, arrivals and ends are those after the three moves of the plot."""
    moves = {move["company"]: move for move in PLOT["moves"] if "onsite" in move}
    ends = {move["company"]: move["ends"] for move in PLOT["moves"] if "ends" in move}
    for name in NAMES:
        company = next(one for one in search.companies if one.id == name)
        days = {interview.kind: interview.day for interview in company.interviews}
        assert days["screen"] == PLOT["dates"][name]["screen"]
        assert days["onsite"] == moves.get(name, {}).get("onsite", PLOT["dates"][name]["onsite"])
        offer, plot = company.offers[0], PLOT["dates"][name]
        hurried = next((move for move in PLOT["moves"] if move["company"] == name and "answers_after" in move), plot)
        arrives = date.fromisoformat(days["onsite"]) + timedelta(days=hurried["answers_after"])
        assert offer.said_on == arrives.isoformat()
        assert offer.ends == ends.get(name, (arrives + timedelta(days=plot["open_for"])).isoformat())


def test_the_marks_are_those_of_the_story(search: Notes) -> None:
    """The sums of the criteria that a chapter names come out of the file."""
    sums = {one.name: sum(int(mark.mark) for mark in one.marks) for one in search.companies if one.marks}
    told = (ROOT / "docs" / "story" / "offers.md").read_text(encoding="utf-8")
    assert ", ".join(f"{name} {sums[name]}" for name in ("Alder", "Cedar", "Birch")) in told


def test_the_search_goes_on_in_the_second_file(search: Notes, signed: Notes) -> None:
    """The second file has everything of the first, a week later."""
    assert [one.id for one in search.companies] == [one.id for one in signed.companies]
    assert {one.outcome for one in signed.companies} == {"signed", "declined", "rejected", "silent"}
    for early, late in zip(search.companies, signed.companies, strict=True):
        assert early.answers == late.answers
        assert early.interviews == late.interviews[: len(early.interviews)]
