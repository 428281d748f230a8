"""The export in another builder: what works in a page that MkDocs built works there too."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import canary
from browser import served
from desk import make_desk
from playbook.builder.export import export_site
from reader import FIRST, SECOND, reading


def test_the_working_parts_work_where_zensical_builds(chromium: Browser, tmp_path: Path) -> None:
    """Answers, ticks, the scorecard, a choice, blanks, the board, the plan and the file are all there."""
    if reason := canary.installed():
        pytest.skip(f"Zensical cannot be installed here ({reason})")
    export_site(make_desk(tmp_path / "project"), tmp_path / "export", 0)
    built = canary.build_with_zensical(tmp_path / "export")
    assert built.returncode == 0, built.stderr
    with served(tmp_path / "export" / "site") as home, reading(chromium, home) as reader:
        page = reader.page
        reader.visit()
        reader.add_company("Northwind")
        reader.answer(FIRST, "Bad", "Sam", "Three at night")
        reader.answer(SECOND, "Good")
        reader.visit()
        assert (reader.mark(FIRST), reader.mark(SECOND)) == ("bad", "good")
        reader.visit("checklists/scorecard/")
        expect(page.locator("tr[data-flag=constant-firefighting] td").first).to_have_text("Ask again")
        reader.visit("checklists/choose/?minutes=5")
        expect(page.locator("[data-count]")).to_contain_text("2 of")
        reader.visit("get-the-interview/tracker/")
        page.get_by_label("Move Northwind to").select_option("onsite")
        expect(page.locator("[data-column=onsite] [data-card]")).to_have_count(1)
        reader.visit("prepare/plan/")
        page.get_by_label("Weeks", exact=True).fill("2")
        page.get_by_label("Weeks", exact=True).blur()
        expect(page.locator("#week-3")).to_have_count(0)
        page.locator("[data-tick]").first.check()
        file = reader.save(tmp_path / "notes.json")
    assert [company["name"] for company in file["companies"]] == ["Northwind"]
    assert file["companies"][0]["stage"] == "onsite"
    assert file["plan"]["weeks"] == "2"
    assert len(file["no_company"]["ticks"]) == 1
