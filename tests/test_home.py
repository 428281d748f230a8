"""The first page: what somebody in a hurry taps, every tool, and what a reader left behind."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from browser import served
from reader import reading

TASKS = {
    "five minutes with a manager": "ask/five-minutes/",
    "the manager list on paper": "print/manager-questions-pocket-a4.pdf",
    "salary expectations": "#expectations-asked-first",
    "an offer that runs out": "#answer-an-exploding-offer",
    "red flags into questions": "ask/your-red-flags/",
    "choose, filter and share": "checklists/choose/",
    "the scorecard": "checklists/scorecard/",
    "notes, saved and opened": "yours/notes/",
    "words with blanks": "negotiate/scripts/",
    "the plan": "prepare/plan/",
    "the board": "get-the-interview/tracker/",
    "compare offers": "companies/offers/",
    "do the offers meet": "companies/dates/",
    "the next move": "companies/",
    "paper of every kind": "checklists/on-paper/",
    "a copy without tools": "yours/web/",
}


def test_every_task_starts_one_tap_from_home(built_site: Path) -> None:
    """Whatever people come for, the first page has the link to where it begins."""
    home = (built_site / "index.html").read_text(encoding="utf-8")
    links = set(re.findall(r'href="([^"]+)"', home))
    missing = [task for task, end in TASKS.items() if not any(link.endswith(end) for link in links)]
    assert missing == []


def test_who_has_been_here_sees_their_companies(built_site: Path, chromium: Browser) -> None:
    """The first page names each company with what is next, and says when that is overdue; a newcomer sees no gap."""
    with served(built_site) as home, reading(chromium, home) as reader:
        reader.visit("")
        place = reader.page.locator("[data-home]")
        assert place.evaluate("one => one.offsetHeight") == 0
        reader.add_company("Northwind")
        expect(place).to_contain_text("Northwind. No next step yet")
        reader.page.evaluate(
            "import(new URL('notes.js', document.querySelector('[src$=\"start.js\"]').src))"
            ".then(notes => notes.changeCompany('northwind', { next: 'Send dates', due: '2020-03-06' }))"
        )
        expect(place).to_contain_text("Overdue: Send dates, Mar 6")
        expect(place.get_by_role("link", name="Next moves")).to_be_visible()
