"""The pages of companies as somebody uses them who decides between three offers."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, CDPSession, expect

from playbook.reading.saved_notes import read_notes
from reader import Reader, in_both, reading

MINE = "companies/"
OFFERS = "companies/offers/"
DATES = "companies/dates/"

THREE = {
    "Alder": {"tier": "1", "Base": "100,000", "Target bonus": "10%", "Share of it that you expect, %": "100",
              "Paid at the start": "20k", "equity": "100k", "schedule": "", "ends": "2099-04-09"},
    "Birch": {"tier": "2", "Base": "$95k", "Paid at the start": "40000", "Paid in year two": "25000",
              "equity": "160,000", "schedule": "5-15-40-40", "ends": "2099-04-02"},
    "Cedar": {"tier": "3", "Base": "105000", "ends": "2099-04-02"},
}  # fmt: skip
"""Three offers as somebody types them."""


def add_offer(reader: Reader, name: str) -> int:
    """Add a company with its offer on its page; return how many steps that took."""
    page, typed = reader.page, dict(THREE[name])
    reader.add_company(name)
    reader.visit(f"companies/company/?id={name.lower()}")
    opened(reader, "Where you stand", "Offer")
    page.get_by_label("Tier").select_option(typed.pop("tier"))
    page.get_by_label("Stage").select_option("offer")
    page.get_by_role("button", name="Add their offer").click()
    form = page.locator("[data-offer-form]")
    form.get_by_label("State").select_option("written")
    form.get_by_label("Last day to answer").fill(typed.pop("ends"))
    if equity := typed.pop("equity", ""):
        form.get_by_label("What they give").select_option("value")
        form.get_by_label("Value of the whole grant").fill(equity)
        form.get_by_label("Schedule").select_option(typed.pop("schedule"))
    for label, text in typed.items():
        form.get_by_label(label, exact=True).fill(text)
    return 8 + 3 * bool(equity) + len(typed)


def opened(reader: Reader, *titles: str) -> None:
    """Open sections of a company's page and wait until they are filled."""
    for title in titles:
        reader.page.locator("[data-list] > details > summary", has_text=title).click()
        reader.page.locator("[data-list] > details[open]", has_text=title).locator("[data-form] > *").first.wait_for()


def show_example(reader: Reader) -> None:
    """Show the made-up search in this tab."""
    reader.page.get_by_role("button", name="Show me with an example").click()
    reader.page.locator(".pb-example").wait_for()
    reader.settle()


def rows_of(reader: Reader) -> dict[str, list[str]]:
    """Return the table of offers: title of a line -> its cells."""
    lines = reader.page.locator("[data-outcome] tbody tr").all()
    return {line.locator("th").inner_text(): line.locator("td").all_inner_texts() for line in lines}


@in_both
def test_three_offers_two_years_and_shares_at_half(reader: Reader, tmp_path: Path) -> None:
    """The whole journey: type three offers, see which wins and why, save, wipe, open, and all is there."""
    page = reader.page
    reader.visit(MINE)
    steps = sum(add_offer(reader, name) for name in THREE)
    reader.visit(OFFERS)
    assert "Marks first" in page.locator("[data-outcome]").inner_text()
    page.get_by_role("button", name="Show the totals anyway").click()
    expect(page.locator(".pb-verdict-line")).to_contain_text("Birch leads Alder by 45,000.")
    page.get_by_label("I think I'll stay").select_option("24")
    page.get_by_label("Shares count at, %").fill("50")
    expect(page.locator(".pb-verdict-line")).to_contain_text("Birch")
    rows = rows_of(reader)
    assert rows["Four years"] == ["560,000", "605,000", "420,000"]
    assert rows["With shares at 50%"] == ["510,000", "525,000", "420,000"]
    assert rows["If you leave after 24 months"] == ["265,000", "271,000", "210,000"]
    assert steps + 4 <= 60, "steps for three offers and the answer"
    before = reader.stored()
    file = reader.save(tmp_path / "notes.json")
    assert file["version"] == 2
    assert read_notes(tmp_path / "notes.json").companies[1].offers[0].schedule == "5-15-40-40"
    page.get_by_role("button", name="Delete everything").click()
    page.locator("dialog").get_by_role("button", name="Delete everything").click()
    reader.open(tmp_path / "notes.json")
    page.get_by_role("button", name="Make these changes").click()
    assert reader.stored() == before


def test_the_example_leaves_your_own_notes_alone(reader: Reader) -> None:
    """The made-up search is shown in this tab, says so, and is gone without a trace."""
    page = reader.page
    reader.visit(MINE)
    reader.add_company("Northwind")
    mine = reader.stored()
    reader.visit(MINE)
    show_example(reader)
    expect(page.locator(".pb-example")).to_contain_text("made-up search")
    cards = page.locator(".pb-move-card")
    expect(cards.first.get_by_role("heading")).to_contain_text("Round 1")
    assert page.locator(".pb-move-card h3 a").all_inner_texts() == ["Birch", "Alder", "Cedar"]
    reader.visit(OFFERS)
    assert rows_of(reader)["Four years"] == ["560,000", "605,000", "420,000"]
    assert rows_of(reader)["Points for the rest"] == ["31", "22", "24"]
    reader.visit(DATES)
    expect(page.locator(".pb-verdict-line")).to_contain_text("Overlap: 7 days")
    assert reader.stored() == mine
    page.get_by_role("button", name="Back to my own notes").click()
    expect(page.locator(".pb-example")).to_have_count(0)
    reader.visit(MINE)
    expect(page.locator(".pb-move-card h3")).to_contain_text("Northwind")
    assert reader.stored() == mine


def test_the_one_request_that_makes_the_dates_meet(reader: Reader) -> None:
    """Two companies that do not meet: the request that wins the most days comes first."""
    page = reader.page
    reader.visit(MINE)
    for name, ends in (("Early", 2), ("Late", 0)):
        reader.add_company(name)
        reader.visit(f"companies/company/?id={name.lower()}")
        opened(reader, "Where you stand", "Offer")
        page.get_by_label("Stage").select_option("offer" if ends else "onsite")
        if ends:
            page.get_by_role("button", name="Add their offer").click()
            soon = date.today() + timedelta(days=ends)
            page.get_by_label("Last day to answer").fill(soon.isoformat())
    reader.visit(DATES)
    expect(page.locator(".pb-verdict-line")).to_contain_text("You never hold all of them at once")
    expect(page.locator("ol li").first).to_contain_text("More time from Early")


def test_a_company_leads_to_everything_about_it(reader: Reader) -> None:
    """Its page has the move, the interviews, the offer, all answers with a search, and what is unasked."""
    page = reader.page
    reader.visit(MINE)
    show_example(reader)
    reader.visit("companies/company/?id=cedar")
    expect(page.locator(".pb-company-name")).to_have_text("Cedar")
    opened(reader, "Interviews", "Offer", "Answers", "Still to ask")
    expect(page.locator(".pb-said-list li")).to_have_count(4)
    page.get_by_label("Search the answers").fill("saturday")
    expect(page.locator(".pb-said-list li:visible")).to_have_count(1)
    assert page.locator("summary", has_text="Onsite, 2027-03-16").count() == 1
    expect(page.locator("[data-pay]")).to_contain_text("An average year comes to 105,000")
    expect(page.locator(".pb-switch")).to_have_text("Cedar")


def test_they_improved_it_is_a_new_version(reader: Reader) -> None:
    """A better offer starts as a copy, counts from then on, and can be taken away again."""
    page = reader.page
    reader.visit(MINE)
    add_offer(reader, "Cedar")
    page.get_by_role("button", name="They improved it").click()
    page.locator("[data-offer-form]").nth(1).get_by_label("Base", exact=True).fill("112000")
    expect(page.locator("[data-pay]")).to_contain_text("112,000")
    page.get_by_role("button", name="Remove this version").click()
    expect(page.locator("[data-pay]")).to_contain_text("105,000")


def test_a_half_filled_offer_says_what_is_missing(reader: Reader) -> None:
    """What can be shown is shown, and what is missing or wrong is named."""
    page = reader.page
    reader.visit(MINE)
    add_offer(reader, "Cedar")
    page.get_by_label("Base", exact=True).fill("-5")
    expect(page.locator(".pb-wrong")).to_have_text("Base can't be below zero.")
    page.get_by_label("Base", exact=True).fill("")
    expect(page.locator(".pb-wrong")).to_have_text("Base is missing.")
    page.get_by_label("Base", exact=True).fill("lots")
    expect(page.locator(".pb-wrong")).to_have_text("Base can't be read as a number.")


def test_two_roles_at_one_company(reader: Reader) -> None:
    """Each is a company of its own, told apart by the role."""
    page = reader.page
    reader.visit(MINE)
    reader.add_company("Alder")
    reader.visit("companies/company/?id=alder")
    opened(reader, "Where you stand", "Offer")
    page.get_by_label("Role").fill("Platform")
    opened(reader, "Print, calendar, remove")
    page.get_by_role("button", name="Another role there").click()
    page.wait_for_url("**/?id=alder-2")
    reader.settle()
    reader.visit(MINE)
    titles = page.locator(".pb-move-card h3 a").all_inner_texts()
    assert sorted(titles) == ["Alder", "Alder, Platform"]


def test_the_calendar_knows_its_entries_again(reader: Reader) -> None:
    """The same interview keeps its id, and a change raises its number."""
    page = reader.page
    reader.visit(MINE)
    add_offer(reader, "Alder")
    opened(reader, "Interviews", "Print, calendar, remove")
    page.get_by_role("button", name="Add an interview").click()
    page.locator("summary", has_text="Other").click()
    for label, text in (("Day", "2099-03-23"), ("Time", "09:30"), ("Place or link", "4th floor; ask for Ruth")):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Whom you meet").select_option("manager")
    first = Calendar.from_ical(reader.download("Calendar file"))
    page.wait_for_timeout(1100)
    page.get_by_label("Time", exact=True).fill("11:15")
    second = Calendar.from_ical(reader.download("Calendar file"))
    events = [{str(event["uid"]): event for event in file.events} for file in (first, second)]
    assert list(events[0]) == list(events[1]) == ["interview-1.alder@offer-playbook", "offer.alder@offer-playbook"]
    before, after = (one["interview-1.alder@offer-playbook"] for one in events)
    assert int(str(after["sequence"])) > int(str(before["sequence"]))
    assert after.start == datetime(2099, 3, 23, 11, 15)
    assert str(after["location"]) == "4th floor; ask for Ruth"
    assert "checklists/manager-questions/" in str(after["description"])
    assert events[1]["offer.alder@offer-playbook"].start == date(2099, 4, 9)


@pytest.mark.parametrize("address", [MINE, OFFERS, DATES, "companies/company/?id=alder"])
def test_everybody_can_use_them(reader: Reader, address: str) -> None:
    """Nothing breaks a rule of accessibility, with nothing noted and with a whole search."""
    reader.visit(address)
    assert reader.violations() == []
    reader.visit(MINE)
    show_example(reader)
    reader.visit(address)
    assert reader.violations() == []
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_table_can_be_taken_to_a_spreadsheet(reader: Reader) -> None:
    """As CSV and as Markdown, with what a spreadsheet would run kept as text."""
    page = reader.page
    reader.visit(MINE)
    show_example(reader)
    reader.visit(OFFERS)
    assert '"Four years","560,000","605,000","420,000"' in reader.download("Save as CSV")
    assert "| Four years | 560,000 | 605,000 | 420,000 |" in reader.download("Save as Markdown")
    made = page.evaluate(
        "import('/offer-playbook/assets/js/deciding/tables.js').then((it) => it.csv([['=1+1', '-5', '@x']]))"
    )
    assert json.dumps(made) == json.dumps('"\'=1+1","-5","\'@x"\r\n')


BOARD = "get-the-interview/tracker/"


def two_on_the_board(reader: Reader) -> None:
    """Note one company that is wanted more and one whose step is overdue."""
    reader.visit(BOARD)
    for name, tier, due in (("Alder", "1", "2099-01-01"), ("Birch", "2", "2020-01-15")):
        reader.add_company(name)
        reader.page.get_by_role("button", name=name, exact=True).first.click()
        form = reader.page.locator("dialog")
        form.get_by_label("Tier").select_option(tier)
        form.get_by_label("By when").fill(due)
        form.get_by_role("button", name="Done").click()
    reader.visit(BOARD)


def test_the_board_marks_what_is_overdue_and_can_go_by_date(reader: Reader) -> None:
    """Overdue is a word and not only a color; the order is remembered; each card leads to its page."""
    two_on_the_board(reader)
    page = reader.page
    expect(page.locator(".pb-overdue")).to_contain_text("overdue since 2020-01-15")
    names = page.locator("[data-card] .pb-card-name")
    expect(names).to_have_text(["Alder", "Birch"])
    page.get_by_label("Order").select_option("due")
    expect(names).to_have_text(["Birch", "Alder"])
    reader.visit(BOARD)
    expect(names).to_have_text(["Birch", "Alder"])
    assert '"Birch","","screen","2","","2020-01-15",""' in reader.download("Save as CSV")
    assert reader.violations() == []
    page.get_by_label("Everything about Birch").click()
    expect(page.locator(".pb-company-name")).to_have_text("Birch")


def test_the_board_and_the_pages_print(reader: Reader) -> None:
    """On paper the cards and tables stand, without the controls."""
    two_on_the_board(reader)
    page = reader.page
    page.emulate_media(media="print")
    assert page.locator("[data-card=birch]").is_visible()
    assert not page.locator("[data-card=birch] select").is_visible()
    reader.visit(MINE)
    assert page.locator(".pb-move-card").first.is_visible()


def test_a_card_follows_a_finger(chromium: Browser, desk: str) -> None:
    """Press for a moment and drag: the company moves; a quick swipe moves nothing."""
    with reading(chromium, desk, has_touch=True, viewport={"width": 390, "height": 844}) as reader:
        two_on_the_board(reader)
        session = reader.page.context.new_cdp_session(reader.page)
        for hold, moved in ((0, 0), (600, 1)):
            card = reader.page.locator("[data-card=alder]")
            card.scroll_into_view_if_needed()
            start, goal = card.bounding_box(), reader.page.locator("[data-column=onsite]").bounding_box()
            assert start is not None and goal is not None  # noqa: PT018 - both or none
            x, y = start["x"] + start["width"] - 8, start["y"] + 12
            touch(session, "touchStart", x, y)
            reader.page.wait_for_timeout(hold)
            touch(session, "touchMove", x, y + 20)
            touch(session, "touchMove", goal["x"] + 20, goal["y"] + 12)
            touch(session, "touchEnd")
            expect(reader.page.locator("[data-column=onsite] [data-card=alder]")).to_have_count(moved)


def touch(session: CDPSession, kind: str, *place: float) -> None:
    """Put a finger on the glass, move it, or lift it."""
    points = [{"x": place[0], "y": place[1]}] if place else []
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_one_list_can_be_started_over(reader: Reader) -> None:
    """Its ticks are open again, and that can be undone."""
    reader.visit("checklists/before-first-call/")
    tick = reader.page.locator("[data-tick]").first
    tick.check()
    reader.page.get_by_role("button", name="Start this list over").click()
    expect(tick).not_to_be_checked()
    reader.page.get_by_role("button", name="Undo").click()
    expect(tick).to_be_checked()


def test_notes_under_an_earlier_address_can_be_taken_over(reader: Reader) -> None:
    """What lies under another path of the same host is offered, shown first, and taken."""
    page = reader.page
    reader.visit("yours/notes/")
    old = {"company/foo/name": ["Foo", 1], "company/foo/stage": ["screen", 1]}
    raw = json.dumps({"format": "offer-playbook-notes", "version": 1, "records": old})
    page.evaluate("raw => localStorage.setItem('offer-playbook:/my-guide/:notes', raw)", raw)
    reader.visit("yours/notes/")
    expect(page.locator("[data-moved]")).to_contain_text("Under /my-guide/ this browser has 2 more notes.")
    page.get_by_role("button", name="Take them over").click()
    page.get_by_role("button", name="Make these changes").click()
    assert reader.stored()["company/foo/name"] == "Foo"
    expect(page.locator("[data-kept]")).to_contain_text("This browser has")
