"""The story: everything in it is made up and says so, its sums are right, and what it uses leads back to it."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from playbook.library import Library
from playbook.pages.site import Site
from playbook.pages.told import Chapter, plan_told
from project import ROOT

PLOT: dict[str, Any] = json.loads((ROOT / "data" / "example" / "plot.json").read_text(encoding="utf-8"))
PAGES = sorted((ROOT / "docs" / "story").glob("*.md"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in PAGES}
YEARS = range(4)


def years(offer: dict[str, Any], shares: float = 1) -> list[float]:
    """Return what an offer pays in each of four years, with the shares at a part of their value."""
    signed = [*offer["sign_on"], 0, 0, 0, 0]
    cash = offer["base"] * (100 + offer["bonus_percent"]) / 100
    return [cash + signed[year] + shares * offer["shares"] * offer["vests"][year] / 100 for year in YEARS]


def four(company: str, when: str, shares: float = 1) -> float:
    """Return what a company's first or final offer pays in four years."""
    return sum(years(PLOT["offers"][company][when], shares))


def money(amount: float) -> str:
    """Return an amount as it is written in the story."""
    return f"{round(amount):,}"


def said(chapter: str, *amounts: float) -> bool:
    """Tell whether a chapter names all of these amounts."""
    return all(money(amount) in TEXTS[chapter] for amount in amounts)


# ---- made up, and ten weeks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("chapter", sorted(TEXTS))
def test_every_chapter_says_that_it_is_made_up(chapter: str) -> None:
    """Who opens one chapter alone learns that nobody in it is real."""
    assert re.search(r"\bmade up\b", TEXTS[chapter], re.IGNORECASE)


def test_it_takes_ten_weeks() -> None:
    """From the notice to the signature it is ten weeks to the day."""
    assert date.fromisoformat(PLOT["signature"]) - date.fromisoformat(PLOT["notice"]) == timedelta(weeks=10)
    assert "ten weeks to the day" in TEXTS["signature"]


# ---- the sums -----------------------------------------------------------------------------------------------------


def test_the_money_of_the_layoff() -> None:
    """Severance, two weeks more, and the weeks that the money lasts."""
    layoff = PLOT["layoff"]
    week = layoff["base"] / 52
    severance = layoff["severance_weeks"] * week
    more = date.fromisoformat(layoff["last_day_agreed"]) - date.fromisoformat(layoff["last_day_offered"])
    assert said("notice", severance, more.days / 7 * week, layoff["savings"] + severance)
    assert f"**{int((layoff['savings'] + severance) / layoff['spends_a_week'])} weeks**" in TEXTS["notice"]


def test_the_count_of_tries() -> None:
    """The table of tries and first calls is the plot's, and adds up."""
    rows = [f"| {way['way']} | {way['tries']} | {way['first_calls']} |" for way in PLOT["funnel"]]
    tries, calls = (sum(way[what] for way in PLOT["funnel"]) for what in ("tries", "first_calls"))
    assert [row for row in rows if row not in TEXTS["list"]] == []
    assert f"| **Together** | **{tries}** | **{calls}** |" in TEXTS["list"]
    assert f"{tries} tries" in TEXTS["index"]


def test_the_dates_and_the_three_moves() -> None:
    """The overlap goes from twelve days short to seven days, move by move."""
    dates = {company: dict(known) for company, known in PLOT["dates"].items()}
    overlaps = [overlap(dates)]
    for move in PLOT["moves"]:
        dates[move["company"]].update({name: value for name, value in move.items() if name not in ("company", "move")})
        overlaps.append(overlap(dates))
    assert overlaps == [-12, -4, 3, 7]
    assert all(
        words in TEXTS["dates"] for words in ("Twelve days short", "four days short", "three days", "Seven days")
    )
    assert f"is {overlaps[-1] - overlaps[0]} days" in TEXTS["dates"]


def overlap(dates: dict[str, dict[str, Any]]) -> int:
    """Return the days from the latest arrival to the earliest end of the offers."""
    arrivals = {name: arrival(known) for name, known in dates.items()}
    ends = (ending(known, arrivals[name]) for name, known in dates.items())
    return (min(ends) - max(arrivals.values())).days


def arrival(known: dict[str, Any]) -> date:
    """Return the day on which an offer comes."""
    return date.fromisoformat(known["onsite"]) + timedelta(days=known["answers_after"])


def ending(known: dict[str, Any], arrives: date) -> date:
    """Return the day on which an offer ends: as agreed, or after the days it is open."""
    return date.fromisoformat(known["ends"]) if "ends" in known else arrives + timedelta(days=known["open_for"])


@pytest.mark.parametrize("company", ["alder", "birch", "cedar"])
def test_the_offers_year_by_year(company: str) -> None:
    """The table of the three offers has each year, the total and the average."""
    pays = years(PLOT["offers"][company]["first"])
    cells = [*map(money, pays), f"**{money(sum(pays))}**", money(sum(pays) / 4)]
    assert f"| **{company.title()}** | {' | '.join(cells)} |" in TEXTS["offers"]


@pytest.mark.parametrize("company", ["alder", "birch", "cedar"])
def test_what_the_rounds_moved(company: str) -> None:
    """The last table of the rounds has four years of the first offer and of the final one."""
    row = rf"\| {company.title()} \|.*\| {money(four(company, 'first'))} \| \*\*{money(four(company, 'final'))}\*\* \|"
    assert re.search(row, TEXTS["rounds"])


def test_why_it_was_alder() -> None:
    """Two years, four years and shares at half are compared as they are."""
    alder, birch = (PLOT["offers"][company]["final"] for company in ("alder", "birch"))
    assert said("signature", sum(years(alder)[:2]), sum(years(birch)[:2]), sum(years(alder)), sum(years(birch)))
    assert said("signature", four("alder", "final", 0.5), four("birch", "final", 0.5))
    assert said(
        "offers", sum(years(PLOT["offers"]["alder"]["first"])[:2]), four("birch", "first") - four("alder", "first")
    )


def test_what_an_early_yes_would_have_cost() -> None:
    """A yes to the first offer, and to the first number of the best, is compared with what was signed."""
    final = four("alder", "final")
    assert said("signature", final, final - four("cedar", "first"), final - four("alder", "first"))
    assert f"{money((final - four('alder', 'first')) / 4)} a year" in TEXTS["signature"]


def test_the_options_of_the_startup() -> None:
    """The price of all options, and their part of the company."""
    options = PLOT["options"]["cedar"]
    assert said("offers", options["number"] * options["strike"])
    assert options["number"] / options["fully_diluted"] == 0.001
    assert "A tenth of a percent" in TEXTS["offers"]


# ---- what it uses -------------------------------------------------------------------------------------------------


def test_what_the_story_uses_leads_back(site: Site, library: Library) -> None:
    """Every script, question, lever and checklist that a chapter links says on its page that the story uses it."""
    told = plan_told({f"story/{name}.md": text for name, text in TEXTS.items()})
    kinds = (*library.scripts, *library.questions, *library.levers, *library.checklists, *library.red_flags)
    used = {entry.id: site.places[entry.id].page for entry in kinds if entry.id in told}
    assert len(used) >= 40
    assert [id for id, page in used.items() if "Used in the story" not in site.pages[page].markdown] == []


def test_chapters_are_found_by_their_links() -> None:
    """Only pages of the story count, each once, and the chapters come in the order of their titles."""
    sources = {
        "story/b.md": '---\ntitle: "2. Later"\n---\n{{ link("hello") }} {{ link("hello", "again") }}',
        "story/a.md": "---\ntitle: 1. First\n---\n{{ url('hello') }}",
        "ask/x.md": '---\ntitle: X\n---\n{{ link("hello") }}',
    }
    assert plan_told(sources) == {"hello": (Chapter("story/a.md", "1. First"), Chapter("story/b.md", "2. Later"))}


def test_the_whole_calls_have_the_sums_of_the_story(library: Library) -> None:
    """What is offered, asked and reached on the calls is what the plot says, in thousands or in full."""
    calls = {call.id: " ".join([*(line.words for line in call.lines), call.ending]) for call in library.calls}
    first, final = (PLOT["offers"]["alder"][when] for when in ("first", "final"))
    assert (
        f"a hundred and {round(years(first)[0] / 1000) - 100:d}".replace("55", "fifty-five") in calls["offer-call-good"]
    )
    assert f"base of {PLOT['offers']['cedar']['first']['base'] // 1000}" in calls["counter-call-good"]
    assert f"base is {final['base'] // 1000}" in calls["counter-call-good"]
    assert money((final["base"] - first["base"]) * (100 + first["bonus_percent"]) / 100) in calls["counter-call-good"]
    assert f"on {PLOT['layoff']['base'] // 1000}," in calls["first-recruiter-call-clumsy"]
