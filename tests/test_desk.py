"""The guide as a tool: whole journeys of a reader in a real browser."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser import BASE, LateHandler, SlowHandler, served
from desk import make_desk
from playbook.builder.build import build_site
from playbook.builder.export import export_site
from playbook.reading.saved_notes import read_notes
from project import ROOT
from reader import FIRST, KEY, LIST, SECOND, Reader, in_both, reader_in, reading
from test_hostile import HOSTILE

SCRIPTS = "themes/say-first-call/"
BOARD = "get-the-interview/tracker/"


def prepare_two(reader: Reader) -> None:
    """Note answers at two companies: a pattern at one, one bad answer at the other."""
    reader.visit()
    reader.add_company("Northwind")
    reader.answer(FIRST, "Bad", "Sam", "It is always like that.")
    reader.answer(SECOND, "Bad", "Kim", "I never stop.")
    reader.add_company("Initech")
    reader.answer(FIRST, "Bad", "Robin")
    reader.answer(SECOND, "Does not apply")


@in_both
def test_a_manager_call_at_two_companies_survives_everything(reader: Reader, tmp_path: Path) -> None:
    """Answer, compare, save, wipe, open: all is there again, and the commands read the same file."""
    prepare_two(reader)
    before = reader.stored()
    reader.visit("checklists/scorecard/")
    rows = {
        row: reader.page.locator(f"tr[data-flag={row}] td").all_inner_texts()[:2] for row in ("constant-firefighting",)
    }
    assert rows == {"constant-firefighting": ["Ask again", "Pattern"]}
    file = reader.save(tmp_path / "notes.json")
    assert [company["name"] for company in file["companies"]] == ["Initech", "Northwind"]
    reader.page.get_by_role("button", name="Delete everything").click()
    reader.page.locator("dialog").get_by_role("button", name="Delete everything").click()
    expect(reader.page.locator("[data-held]")).to_have_text("Nothing noted yet.")
    assert reader.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('offer'))") == []
    reader.open(tmp_path / "notes.json")
    reader.page.get_by_role("button", name="Make these changes").click()
    assert reader.stored() == before
    taken = read_notes(tmp_path / "notes.json")
    assert [answer.who for answer in taken.companies[1].answers] == ["Kim", "Sam"]


@in_both
def test_saving_what_was_opened_gives_the_same_file(reader: Reader, tmp_path: Path) -> None:
    """A file goes in and out unchanged, but for the moment it was saved."""
    prepare_two(reader)
    first = reader.save(tmp_path / "first.json")
    reader.open(tmp_path / "first.json")
    assert "what is here is the same or newer" in reader.page.locator("[data-changes]").inner_text()
    reader.page.evaluate("localStorage.clear(); sessionStorage.clear()")
    reader.open(tmp_path / "first.json")
    reader.page.get_by_role("button", name="Make these changes").click()
    second = reader.save(tmp_path / "second.json")
    assert first | {"saved": ""} == second | {"saved": ""}


def test_just_reading_asks_for_nothing(reader: Reader) -> None:
    """Without a company there is one quiet button beside a question; it leads to a company and on."""
    reader.visit()
    assert reader.stored() == {}
    assert reader.question(FIRST).get_by_role("radio").count() == 0
    reader.question(FIRST).get_by_role("button", name="Note an answer").click()
    reader.page.get_by_label("Add a company").fill("Northwind")
    reader.page.keyboard.press("Enter")
    expect(reader.question(FIRST).get_by_label("Not asked")).to_be_focused()


def test_answers_belong_to_the_company_chosen(reader: Reader) -> None:
    """Each company has its own answers, ticks and blanks; drills belong to the reader."""
    prepare_two(reader)
    assert [reader.mark(FIRST), reader.mark(SECOND)] == ["bad", "does-not-apply"]
    reader.choose("Northwind")
    assert [reader.mark(FIRST), reader.mark(SECOND)] == ["bad", "bad"]
    expect(reader.page.locator("[data-progress] span")).to_have_text("2 of 2 done, 100 %")
    reader.choose("Initech")
    expect(reader.page.locator("[data-progress] span")).to_have_text("1 of 1 done, 100 %")
    reader.visit("prepare/coding/")
    reader.page.locator("[data-tick=two-pointers-pair]").check()
    reader.choose("Northwind")
    expect(reader.page.locator("[data-tick=two-pointers-pair]")).to_be_checked()


def test_what_does_not_apply_does_not_count(reader: Reader) -> None:
    """An item is open, done or does not apply; the last is left out of the percentage."""
    reader.visit("checklists/before-first-call/")
    expect(reader.page.locator("[data-progress] span")).to_have_text("0 of 1 done, 0 %")
    reader.page.get_by_label(re.compile("Does not apply: Know")).check()
    expect(reader.page.locator("[data-progress] span")).to_have_text("Nothing applies")
    reader.page.locator("[data-tick]").check()
    expect(reader.page.locator("[data-progress] span")).to_have_text("1 of 1 done, 100 %")
    assert not reader.page.get_by_label(re.compile("Does not apply: Know")).is_checked()


def test_two_people_who_agree_make_a_pattern(reader: Reader) -> None:
    """One bad answer says ask again, two by the same person too, and by two people it is a pattern."""
    verdict = reader.page.locator("tr[data-flag=constant-firefighting] td").first
    reader.visit()
    reader.add_company("Northwind")
    for who, said in (("Sam", "Ask again"), ("sam ", "Ask again"), ("Kim", "Pattern")):
        reader.visit()
        reader.answer(FIRST, "Bad", "Sam")
        reader.answer(SECOND, "Bad", who)
        reader.visit("checklists/scorecard/")
        expect(verdict).to_have_text(said)


def test_later_good_answers_of_others_lift_a_bad_one(reader: Reader) -> None:
    """One bad answer stays until two other people have answered well after it."""
    verdict = reader.page.locator("tr[data-flag=constant-firefighting] td").first
    reader.visit()
    reader.add_company("Northwind")
    reader.answer(FIRST, "Bad", "Sam")
    reader.answer(SECOND, "Good", "Kim")
    reader.visit("checklists/scorecard/")
    expect(verdict).to_have_text("Ask again")
    reader.visit()
    reader.question(SECOND).get_by_role("button", name="Notes").click()
    reader.question(SECOND).get_by_role("button", name="Another person answered").click()
    reader.page.keyboard.type("Robin")
    reader.question(SECOND).locator(".pb-person").nth(1).get_by_label("Good").check()
    reader.visit("checklists/scorecard/")
    expect(verdict).to_have_text("Good since")


@in_both
def test_mine_come_first_and_each_company_has_a_line(reader: Reader) -> None:
    """Red flags marked and ordered on the worksheet stand on top of the scorecard, which says what to do next."""
    reader.visit("ask/your-red-flags/")
    reader.page.locator("details summary").first.click()
    for name in ("Constant firefighting", "Insane hours"):
        reader.page.get_by_label(f"My red flag: {name}").check()
    mine = reader.page.locator("[data-mine-list] > li:visible strong")
    expect(mine).to_have_text(["Constant firefighting", "Insane hours"])
    reader.page.get_by_role("button", name="Up: Insane hours").click()
    expect(mine).to_have_text(["Insane hours", "Constant firefighting"])
    prepare_two(reader)
    reader.visit("checklists/scorecard/")
    rows = reader.page.locator("[data-scorecard] tbody th a")
    assert rows.all_inner_texts()[:2] == ["Insane hours", "Constant firefighting"]
    lines = reader.page.locator("[data-sums] > li")
    expect(lines).to_have_count(2)
    expect(lines.last).to_contain_text("Northwind: 1 pattern: Constant firefighting")
    expect(lines.last).to_contain_text("1 to ask again: Insane hours. 0 of yours unasked")
    expect(lines.first).to_contain_text("Initech: 0 patterns. 1 to ask again: Constant firefighting")
    reader.visit("ask/your-red-flags/")
    reader.page.get_by_role("button", name="Not mine: Constant firefighting").click()
    expect(mine).to_have_text(["Insane hours"])


@in_both
def test_several_people_can_answer_one_question(reader: Reader) -> None:
    """Each answer has its own mark, name and note, and can be taken away again."""
    reader.visit()
    reader.add_company("Northwind")
    reader.answer(FIRST, "Good", "Sam", "We wrote it up.")
    reader.question(FIRST).get_by_role("button", name="Another person answered").click()
    reader.page.keyboard.type("Kim")
    second = reader.question(FIRST).locator(".pb-person").nth(1)
    second.get_by_label("Bad").check()
    expect(reader.question(FIRST).get_by_role("button", name="Notes (2)")).to_be_visible()
    second.get_by_role("button", name="Remove this answer").click()
    expect(reader.question(FIRST).get_by_role("button", name="Notes (1)")).to_be_visible()


def test_a_question_is_ticked_as_long_as_anybody_has_judged_it(reader: Reader) -> None:
    """The tick follows all answers together, not the last one that was touched."""
    tick = reader.page.locator(f"[data-tick={FIRST}]")
    reader.visit()
    reader.add_company("Northwind")
    reader.answer(FIRST, "Good", "Sam")
    reader.question(FIRST).get_by_role("button", name="Another person answered").click()
    second = reader.question(FIRST).locator(".pb-person").nth(1)
    second.get_by_label("Does not apply").check()
    expect(tick).to_be_checked()
    second.get_by_role("button", name="Remove this answer").click()
    expect(tick).to_be_checked()
    reader.answer(FIRST, "Does not apply")
    expect(tick).not_to_be_checked()
    assert reader.stored()[f"tick/northwind/{FIRST}"] == "does-not-apply"


@in_both
def test_a_choice_of_questions_stands_in_the_address(reader: Reader) -> None:
    """Filters combine, are counted and hold no name and no note; whoever opens the address sees the same questions."""
    reader.visit("checklists/choose/")
    reader.add_company("Northwind")
    count = reader.page.locator("[data-count]")
    expect(count).to_have_text("3 of 3 questions")
    reader.page.get_by_label("You meet").select_option("manager")
    expect(count).to_have_text("2 of 3 questions")
    reader.page.get_by_label("Minutes left").fill("2")
    expect(count).to_have_text("1 of 3 questions")
    address = reader.page.url
    assert address.endswith(f"/checklists/choose/?to=manager&minutes=2&ids={FIRST}")
    reader.visit(address.removeprefix(f"{reader.home}/").replace(FIRST, f"{SECOND}+{FIRST}"))
    expect(count).to_have_text("2 of 3 questions, as in the link")
    shown = reader.page.locator(".pb-checklist > li:visible")
    assert [item.get_attribute("data-question") for item in shown.all()] == [SECOND, FIRST]
    reader.page.get_by_role("button", name="Start again").click()
    expect(count).to_have_text("3 of 3 questions")
    assert reader.page.url.endswith("/checklists/choose/")


@in_both
def test_my_five_minutes_are_two_questions_by_my_red_flags(reader: Reader) -> None:
    """Five minutes give the best two; what is asked already comes last, my red flags come first."""
    reader.visit("checklists/choose/")
    shown = reader.page.locator(".pb-checklist > li:visible")
    reader.page.get_by_role("button", name="My five minutes").click()
    expect(reader.page.locator("[data-count]")).to_have_text("2 of 3 questions")
    assert [item.get_attribute("data-question") for item in shown.all()] == [FIRST, SECOND]
    reader.visit("checklists/scorecard/")
    reader.page.get_by_label("My red flag: Insane hours").check()
    reader.visit("checklists/choose/?minutes=2&sort=mine")
    assert [item.get_attribute("data-question") for item in shown.all()] == [SECOND]
    reader.add_company("Northwind")
    reader.answer(SECOND, "Good")
    reader.visit("checklists/choose/?sort=mine")
    assert [item.get_attribute("data-question") for item in shown.all()] == [FIRST, "without-a-theme", SECOND]


PAPER = """() => { window.print = () => { window.paper = [document.body.dataset.print,
  ...['.pb-checklist > li:not([hidden])', '[data-question] .pb-printed', '[data-tick]:checked']
    .map(one => [...document.querySelectorAll(one)].map(element => element.textContent))]; } }"""


@in_both
@pytest.mark.parametrize(("button", "printed"), [("Print, blank", ""), ("Print, with notes", "Bad. Sam. Always.")])
def test_exactly_the_selection_is_printed(reader: Reader, button: str, printed: str) -> None:
    """The selection goes to paper as a blank form, or with answers and notes."""
    reader.visit()
    reader.add_company("Northwind")
    reader.answer(FIRST, "Bad", "Sam", "Always.")
    reader.page.get_by_label("Minutes left").fill("2")
    expect(reader.page.locator("[data-count]")).to_have_text("1 of 2 questions")
    reader.page.evaluate(PAPER)
    reader.page.get_by_role("button", name=button).click()
    how, items, notes, ticks = reader.page.evaluate("window.paper")
    assert len(items) == 1
    assert "".join(notes) == printed
    assert (how, len(ticks)) == (("filled", 1) if printed else ("blank", 0))
    reader.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert reader.page.locator(".pb-printed").count() == 0
    expect(reader.page.locator(f"[data-tick={FIRST}]")).to_be_checked()


def test_the_rest_is_folded_and_goes_while_one_chooses(chromium: Browser, built_site: Path) -> None:
    """The real list opens with ten; the rest is one tap away and counts once it is open; a choice hides it."""
    with served(built_site) as home, reading(chromium, home) as reader:
        reader.visit(LIST)
        expect(reader.page.locator(".pb-checklist > li:visible")).to_have_count(10)
        expect(reader.page.locator("[data-progress] span")).to_have_text("0 of 10 done, 0 %")
        reader.page.locator("details.pb-group > summary").first.click()
        expect(reader.page.locator("[data-progress] span")).not_to_have_text("0 of 10 done, 0 %")
        reader.page.get_by_label("Minutes left").fill("10")
        expect(reader.page.locator(".pb-checklist > li:visible")).to_have_count(4)
        expect(reader.page.locator("[data-rest]:visible")).to_have_count(0)
        reader.page.get_by_role("button", name="Start again").click()
        expect(reader.page.locator("[data-rest]:visible")).not_to_have_count(0)


def test_the_best_few_are_those_of_the_company(reader: Reader) -> None:
    """Whoever changes the company gets what is still open there."""
    shown = reader.page.locator(".pb-checklist > li:visible")
    reader.visit("checklists/choose/?minutes=2&sort=mine")
    reader.add_company("Northwind")
    reader.answer(FIRST, "Good")
    assert [item.get_attribute("data-question") for item in shown.all()] == [FIRST]
    reader.add_company("Initech")
    assert [item.get_attribute("data-question") for item in shown.all()] == [FIRST]
    reader.choose("Northwind")
    expect(shown).not_to_have_attribute("data-question", FIRST)


def test_the_scorecard_goes_to_paper_whole(reader: Reader) -> None:
    """Every company and every verdict stands on the sheet, however many there are."""
    prepare_two(reader)
    for number in range(5):
        reader.add_company(f"Company of a long name, {number}")
    reader.visit("checklists/scorecard/")
    reader.page.set_viewport_size({"width": 700, "height": 990})
    reader.page.evaluate("window.print = () => {}")
    reader.page.get_by_role("button", name="Print the scorecard").click()
    reader.page.emulate_media(media="print")
    for words in ("Pattern", "Ask again"):
        expect(reader.page.locator("[data-scorecard]").get_by_text(words, exact=True).first).to_be_visible()
    assert reader.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    frame = reader.page.locator("[data-scorecard]").bounding_box()
    assert frame is not None
    assert frame["x"] + frame["width"] <= 700
    assert reader.page.locator(".pb-printed").count() == 0


@in_both
def test_blanks_are_filled_once_for_a_company(reader: Reader) -> None:
    """What is filled in appears in every line, belongs to the company, and is copied as plain text."""
    reader.visit(SCRIPTS)
    reader.add_company("Northwind")
    reader.page.get_by_role("button", name="Fill in the blanks").click()
    reader.page.get_by_label("Recruiter's first name").fill("Alex")
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("button", name="Fill in the blanks")).to_be_focused()
    expect(reader.page.locator(".pb-turns")).to_contain_text("I understand, Alex.")
    reader.page.get_by_role("button", name="Copy").click()
    expect(reader.page.locator(".pb-status")).to_have_text("Copied.")
    assert pasted(reader) == "Thanks Alex. I do not have a number in mind.\n\nWhat is the range for [role]?"
    reader.add_company("Initech")
    assert "recruiter" in reader.page.locator("[data-say]").inner_text()


def pasted(reader: Reader) -> str:
    """Return what a reader gets who pastes now."""
    reader.page.evaluate("document.querySelector('article').append(document.createElement('textarea'))")
    place = reader.page.locator("article > textarea")
    place.press("ControlOrMeta+V")
    return place.input_value()


@in_both
def test_a_script_can_be_read_calmly_on_a_call(reader: Reader) -> None:
    """The lines fill the screen, what they may say opens in place, Escape goes back."""
    reader.visit(SCRIPTS)
    reader.page.get_by_role("button", name="Show large").click()
    view = reader.page.get_by_role("dialog", name="They ask what you expect")
    size = view.bounding_box()
    assert size is not None
    assert (size["width"], size["height"]) == (1280, 720)
    view.locator("summary").click()
    expect(view.get_by_text("I understand,")).to_be_visible()
    assert reader.violations() == []
    reader.page.keyboard.press("Escape")
    expect(view).to_have_count(0)


WAYS = [(browser, way) for browser in ("chromium", "firefox") for way in ("mouse", "keyboard", "menu")]
WAYS.remove(("firefox", "mouse"))  # its driver never lets go of what is dragged


@pytest.mark.parametrize(("reader", "way"), WAYS, indirect=["reader"])
def test_a_company_moves_on_the_board(reader: Reader, way: str) -> None:
    """Dragging, the arrow keys and the menu on the card do the same, and can be undone."""
    reader.visit(BOARD)
    reader.add_company("Northwind")
    card, onsite = reader.page.locator("[data-card=northwind]"), reader.page.locator("[data-column=onsite]")
    name = card.get_by_role("button", name="Northwind")
    if way == "mouse":
        drag(reader, card, onsite)
    elif way == "keyboard":
        name.focus()
        reader.page.keyboard.press("ArrowRight")
        expect(name).to_be_focused()
    else:
        card.get_by_label("Move Northwind to").select_option("Onsite")
    expect(onsite.locator("[data-card=northwind]")).to_be_visible()
    expect(reader.page.locator(".pb-status")).to_contain_text("Northwind moved to Onsite.")
    reader.page.get_by_role("button", name="Undo").click()
    expect(onsite.locator("[data-card=northwind]")).to_have_count(0)


def drag(reader: Reader, card: Locator, column: Locator) -> None:
    """Take a card by its edge and let go over a column."""
    start, end = card.bounding_box(), column.bounding_box()
    assert start is not None and end is not None  # noqa: PT018 - both or none
    reader.page.mouse.move(start["x"] + 3, start["y"] + start["height"] / 2)
    reader.page.mouse.down()
    reader.page.mouse.move(end["x"] + 30, end["y"] + 90, steps=12)
    reader.page.mouse.up()


@in_both
def test_a_card_holds_what_one_needs(reader: Reader) -> None:
    """Tier, next step, dates, people and notes are kept; a company can be removed, and that be undone."""
    reader.visit(BOARD)
    reader.add_company("Northwind")
    reader.page.get_by_role("button", name="Northwind", exact=True).click()
    form = reader.page.locator("dialog")
    for label, text in {"Next step": "Send dates", "By when": "2027-01-15", "People": "Sam", "Notes": "Warm"}.items():
        form.get_by_label(label, exact=True).fill(text)
    form.get_by_label("Tier").select_option("1")
    assert reader.violations() == []
    form.get_by_role("button", name="Done").click()
    assert "Tier 1, by 2027-01-15\nSend dates" in reader.page.locator("[data-card=northwind]").inner_text().replace(
        "\n\n", "\n"
    )
    reader.page.get_by_role("button", name="Northwind", exact=True).click()
    form.get_by_role("button", name="Remove this company").click()
    reader.page.get_by_role("button", name="Remove", exact=True).click()
    expect(reader.page.locator("[data-card]")).to_have_count(0)
    reader.page.get_by_role("button", name="Undo").click()
    expect(reader.page.locator("[data-card]")).to_contain_text("Send dates")


def test_a_renamed_question_keeps_its_answers(reader: Reader) -> None:
    """What was noted under an id that is retired now shows at the entry that replaces it."""
    records = {"company/northwind/name": ["Northwind", 1], "answer/northwind/incidents-of-old/1/mark": ["bad", 2]}
    reader.visit()
    reader.page.evaluate("raw => localStorage.setItem(...raw)", [KEY, notes(records)])
    reader.visit("checklists/scorecard/")
    expect(reader.page.locator("tr[data-flag=constant-firefighting] td").first).to_have_text("Ask again")
    reader.visit()
    reader.choose("Northwind")
    assert reader.mark(FIRST) == "bad"


def test_a_renamed_question_mixes_no_two_people(reader: Reader) -> None:
    """Where both the old and the new entry have an answer, each keeps its own person and words."""
    old, new = "answer/northwind/incidents-of-old/1", f"answer/northwind/{FIRST}/1"
    records = {"company/northwind/name": ["Northwind", 1], f"{new}/mark": ["good", 2]}
    records |= {f"{old}/mark": ["bad", 2], f"{old}/who": ["Sam", 2], f"{old}/note": ["Always.", 2]}
    reader.visit()
    reader.page.evaluate("raw => localStorage.setItem(...raw)", [KEY, notes(records)])
    reader.visit()
    kept = {path.removeprefix("answer/northwind/"): text for path, text in reader.stored().items() if text}
    kept.pop("company/northwind/name")
    assert kept == {
        f"{FIRST}/1/mark": "good",
        f"{FIRST}/incidents-of-old/mark": "bad",
        f"{FIRST}/incidents-of-old/who": "Sam",
        f"{FIRST}/incidents-of-old/note": "Always.",
    }


def notes(records: dict[str, list[object]], version: int = 1) -> str:
    """Return what the storage holds for some records."""
    return json.dumps({"format": "offer-playbook-notes", "version": version, "records": records})


@in_both
@pytest.mark.parametrize(("way", "kept"), [("Add to", ["Initech", "Northwind"]), ("Replace", ["Initech"])])
def test_a_file_is_added_or_put_in_place_and_taken_back(
    reader: Reader, tmp_path: Path, way: str, kept: list[str]
) -> None:
    """The preview says what would change; both ways can be undone."""
    reader.visit()
    reader.add_company("Initech")
    reader.save(tmp_path / "initech.json")
    reader.page.evaluate("localStorage.clear()")
    reader.visit()
    reader.add_company("Northwind")
    reader.open(tmp_path / "initech.json")
    reader.page.get_by_label(re.compile(way)).check()
    preview = reader.page.locator("[data-changes]").inner_text()
    assert "Initech: 2 added, 0 changed, 0 removed" in preview
    assert ("Northwind: 0 added, 0 changed, 2 removed" in preview) == (way == "Replace")
    assert reader.violations() == []
    reader.page.get_by_role("button", name="Make these changes").click()
    assert sorted(names(reader)) == kept
    reader.page.get_by_role("button", name="Undo").click()
    expect(reader.page.locator(".pb-status")).to_have_text("Undone.")
    assert names(reader) == ["Northwind"]


def test_an_undo_keeps_what_was_noted_meanwhile(reader: Reader, tmp_path: Path) -> None:
    """Only what the file changed is taken back, and only where it still stands."""
    reader.visit()
    reader.add_company("Initech")
    reader.save(tmp_path / "initech.json")
    reader.page.evaluate("localStorage.clear()")
    reader.open(tmp_path / "initech.json")
    reader.page.get_by_role("button", name="Make these changes").click()
    reader.page.evaluate(
        """async (home) => (await import(`${home}/assets/js/notes.js`)).store.put(
            {"company/initech/note": "Warm", "company/initech/name": "Initech Ltd", "company/hooli/name": "Hooli"})""",
        reader.home,
    )
    reader.page.get_by_role("button", name="Undo").click()
    expect(reader.page.locator(".pb-status")).to_have_text("Undone.")
    kept = {path: text for path, text in reader.stored().items() if text}
    assert kept == {
        "company/initech/note": "Warm",
        "company/initech/name": "Initech Ltd",
        "company/hooli/name": "Hooli",
    }


def test_the_choice_of_a_way_keeps_the_focus(reader: Reader, tmp_path: Path) -> None:
    """Whoever chooses by keyboard how a file is taken in stays where they are."""
    reader.visit()
    reader.add_company("Initech")
    reader.save(tmp_path / "initech.json")
    reader.open(tmp_path / "initech.json")
    reader.page.get_by_label(re.compile("Add to")).focus()
    reader.page.keyboard.press("ArrowDown")
    expect(reader.page.get_by_label(re.compile("Replace"))).to_be_focused()
    expect(reader.page.get_by_label(re.compile("Replace"))).to_be_checked()


def test_a_renamed_company_keeps_what_is_noted_about_it(reader: Reader) -> None:
    """Another company of the old name is another company; the same name again is the same one."""
    reader.visit(BOARD)
    reader.add_company("Foo")
    reader.page.locator("[data-card]").get_by_role("button", name="Foo").click()
    reader.page.locator("dialog").get_by_label("Name", exact=True).fill("Bar")
    reader.page.locator("dialog").get_by_role("button", name="Done").click()
    for name in ("Foo", "bar"):
        reader.add_company(name)
    expect(reader.page.locator("[data-card] .pb-card-name")).to_have_text(["Bar", "Foo"])
    assert sorted(names(reader)) == ["Bar", "Foo"]


def test_every_stage_of_the_library_can_be_chosen_everywhere(reader: Reader) -> None:
    """The form of a company has the columns of the board, on a page without a board too."""
    reader.visit(BOARD)
    columns = reader.page.locator("[data-column] h3").all_inner_texts()
    reader.visit()
    reader.add_company("Northwind")
    reader.page.locator(".pb-switch").click()
    reader.page.get_by_role("button", name="Edit Northwind").click()
    assert reader.page.locator("dialog").get_by_label("Stage").locator("option").all_inner_texts() == columns


def names(reader: Reader) -> list[str]:
    """Return the names of the companies in the storage."""
    return [text for path, text in reader.stored().items() if path.endswith("/name") and text]


def test_much_that_is_here_alone_is_said(reader: Reader, tmp_path: Path) -> None:
    """When much has changed since the last file, the switch reminds; saving a file ends it."""
    records = {f"tick/-/item-{number}": ["done", 5] for number in range(30)}
    reader.visit()
    reader.page.evaluate("raw => localStorage.setItem(...raw)", [KEY, notes(records)])
    reader.visit()
    reader.page.locator(".pb-switch").click()
    expect(reader.page.get_by_text("30 changes are in this browser alone.")).to_be_visible()
    assert reader.violations() == []
    reader.save(tmp_path / "notes.json")
    reader.visit()
    reader.page.locator(".pb-switch").click()
    assert reader.page.locator(".pb-reminder").count() == 0


ADDRESSES = [
    "?to=<script>window.pwned=1</script>",
    "?minutes=1e9&sort=javascript:window.pwned=1",
    "?flag=__proto__&stage=%00",
    "?minutes=-5",
    '#"><img src=x onerror=window.pwned=1>',
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_hostile_address_chooses_nothing(reader: Reader, address: str) -> None:
    """What the page does not offer is left out."""
    reader.visit(f"checklists/choose/{address}")
    expect(reader.page.locator("[data-count]")).to_have_text("3 of 3 questions")
    assert reader.page.evaluate("window.pwned === undefined")


@in_both
def test_hostile_text_in_every_input_stays_text(reader: Reader, tmp_path: Path) -> None:
    """Whatever is typed is shown as typed on every page, in the file and in the preview, and runs nothing."""
    text = " ".join(HOSTILE)
    reader.visit()
    reader.add_company(text[:80])
    reader.answer(FIRST, "Bad", text[:80], text)
    reader.visit(SCRIPTS)
    reader.page.get_by_role("button", name="Fill in the blanks").click()
    reader.page.get_by_label("Role").fill(text[:200])
    for address in (LIST, "checklists/scorecard/", BOARD, SCRIPTS, "checklists/choose/"):
        reader.visit(address)
    reader.visit("checklists/scorecard/")
    reader.page.get_by_role("button", name="Ask again").first.click()
    assert text[100:300] in reader.page.locator("dialog").inner_text()
    reader.save(tmp_path / "notes.json")
    assert read_notes(tmp_path / "notes.json").companies[0].answers[0].note == text[:4000]
    reader.page.evaluate("localStorage.clear()")
    reader.open(tmp_path / "notes.json")
    reader.page.get_by_text("Every change").click()
    assert text[:80].strip() in reader.page.locator("[data-changes]").inner_text()
    assert reader.page.evaluate("window.pwned === undefined")


BAD_FILES = {
    "no JSON": "<script>window.pwned = 1</script>",
    "of something else": '{"name": "package"}',
    "newer": '{"format": "offer-playbook-notes", "version": 99}',
    "with a bad id": '{"format": "offer-playbook-notes", "version": 1, "companies": [{"id": "__proto__/x"}]}',
    "with a list that is none": '{"format": "offer-playbook-notes", "version": 1, "companies": {"id": 1}}',
    "with a bad mark": '{"format": "offer-playbook-notes", "version": 1, "companies": [{"id": "a", "name": "A", '
    '"changed": {"name": "2026-01-01T00:00:00Z"}, "answers": '
    '[{"question": "q", "key": "1", "mark": "<b>", "changed": {"mark": "2026-01-01"}}]}]}',
    "without a time": '{"format": "offer-playbook-notes", "version": 1, "companies": [{"id": "a", "name": "A"}]}',
    "null": "null",
    "with a name that every object has": '{"format": "offer-playbook-notes", "version": 1, "companies": '
    '[{"id": "a", "name": "A", "changed": {"name": "2026-01-01T00:00:00Z"}, "answers": [{"question": "constructor", '
    '"key": "1", "words": "?", "mark": "<b>", "changed": {"mark": "2026-01-01"}}]}]}',
    "with a version that is no text": '{"format": "offer-playbook-notes", "version": {"toString": 1}}',
    "with an id that is no text": '{"format": "offer-playbook-notes", "version": 1, "companies": [{"id": '
    '{"toString": 1}}]}',
    "with a time that is no text": '{"format": "offer-playbook-notes", "version": 1, "companies": [{"id": "a", '
    '"name": "A", "changed": {"name": {"toString": 1}}}]}',
    "nested deeply": '{"format": "offer-playbook-notes", "version": ' + "[" * 200_000 + "]" * 200_000 + "}",
    "too large": " " * 10_000_001,
    "with weeks that are none": '{"format": "offer-playbook-notes", "version": 1, "plan": {"weeks": "abc", '
    '"changed": {"weeks": "2026-01-01T00:00:00Z"}}}',
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_file_that_is_wrong_changes_nothing(reader: Reader, tmp_path: Path, kind: str) -> None:
    """The page says what is wrong; nothing is taken from it."""
    (tmp_path / "bad.json").write_text(BAD_FILES[kind], encoding="utf-8")
    reader.visit()
    reader.add_company("Northwind")
    before = reader.stored()
    reader.open(tmp_path / "bad.json")
    assert reader.page.locator("[data-changes]").inner_text().startswith("Nothing was changed:")
    assert reader.stored() == before
    assert reader.page.evaluate("window.pwned === undefined")


STATES = [("light", "none", 1280), ("dark", "none", 320), ("light", "active", 390)]


@pytest.mark.parametrize(("scheme", "forced", "width"), STATES)
def test_every_state_is_accessible(chromium: Browser, desk: str, scheme: str, forced: str, width: int) -> None:
    """With companies, answers, notes and dialogs open, light, dark and in forced colours, narrow and wide."""
    options = {"color_scheme": scheme, "forced_colors": forced, "viewport": {"width": width, "height": 800}}
    with reading(chromium, desk, reduced_motion="reduce", **options) as reader:
        prepare_two(reader)
        reader.page.evaluate("scrollTo(0, 0)")  # nothing half under the header, which would count as too small
        found = reader.violations()
        for address in (
            SCRIPTS,
            BOARD,
            "checklists/scorecard/",
            "checklists/choose/?minutes=5",
            "yours/notes/",
            "prepare/coding/",
        ):
            reader.visit(address)
            found += reader.violations()
            assert not reader.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), address
        for address, name in (
            (SCRIPTS, "Fill in"),
            ("checklists/scorecard/", "Pattern"),
            (BOARD, "Initech"),
            ("yours/notes/", "Delete everything"),
        ):
            reader.visit(address)
            reader.page.locator(".pb-main").get_by_role("button", name=name).first.click()
            found += reader.violations()
            assert not reader.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), address
        reader.visit()
        reader.page.locator(".pb-switch").click()
        found += reader.violations()
        assert found == []


SMALL = """[...document.querySelectorAll('.pb-switch, .pb-main :is(button, select, label:has(input)), '
  + '.pb-main input:not([type=checkbox], [type=radio]), '
  + 'dialog :is(button, select, input, textarea, label:has(input))')]
  .filter(one => one.checkVisibility()).map(one => [one, one.getBoundingClientRect()])
  .filter(([one, size]) => size.height < 24 || size.width < 24).map(([one]) => one.outerHTML.slice(0, 120))"""


def test_everything_to_touch_is_large_enough(chromium: Browser, desk: str) -> None:
    """Each control is at least 24 pixels high and wide on a phone."""
    with reading(chromium, desk, viewport={"width": 390, "height": 800}) as reader:
        prepare_two(reader)
        small = reader.page.evaluate(SMALL)
        for address in (
            SCRIPTS,
            BOARD,
            "checklists/scorecard/",
            "yours/notes/",
            "negotiate/scripts/blanks/",
            "checklists/before-first-call/",
        ):
            reader.visit(address)
            small += reader.page.evaluate(SMALL)
        reader.page.locator(".pb-switch").click()
        assert small + reader.page.evaluate(SMALL) == []


STANDS = """document.addEventListener('readystatechange', () => requestAnimationFrame(() =>
  requestAnimationFrame(() => window.stands = performance.now())), {once: true})"""
SHIFTS = """since => new Promise(done => { const moved = [];
  const ours = (node) => node && (node.nodeType === 1 ? node : node.parentElement)?.closest('.pb-main, .pb-header');
  new PerformanceObserver(list => { for (const shift of list.getEntries()) for (const source of shift.sources)
    if (shift.startTime > since && ours(source.node)) moved.push(source.node.className || source.node.nodeName); })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(moved), 300); })"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_shifts_when_the_scripts_start(chromium: Browser, desk_site: Path, width: int) -> None:
    """With and without notes, every page keeps its place; it stands complete before the scripts come."""
    with (
        served(desk_site, LateHandler) as home,
        reading(chromium, home, viewport={"width": width, "height": 900}) as reader,
    ):
        reader.page.add_init_script(STANDS)
        pages = (
            "",
            LIST,
            "ask/pace/",
            SCRIPTS,
            BOARD,
            "checklists/scorecard/",
            "checklists/choose/",
            "yours/notes/",
            "prepare/coding/",
        )
        for noted in (False, True):
            for address in pages:
                reader.visit(address)
                stands = reader.page.evaluate("window.stands")
                assert stands, address
                assert reader.page.evaluate(SHIFTS, stands) == [], (address, noted)
            prepare_two(reader)


PAINTED = """() => performance.getEntriesByType('paint')[0].startTime
  < performance.getEntriesByType('navigation')[0].responseEnd - 300"""


@pytest.mark.parametrize("width", [320, 390, 800, 1000, 1280])
def test_nothing_shifts_while_a_page_comes(chromium: Browser, built_site: Path, width: int) -> None:
    """A header and a form that are painted bit by bit keep each part in its place."""
    with (
        served(built_site, SlowHandler) as home,
        reading(chromium, home, viewport={"width": width, "height": 900}) as reader,
    ):
        reader.visit()
        assert reader.page.evaluate(SHIFTS, 0) == []
        assert reader.page.evaluate(PAINTED)


@pytest.mark.parametrize("address", [LIST, "checklists/scorecard/", "yours/notes/", BOARD, SCRIPTS])
def test_no_control_is_dead_without_scripts(chromium: Browser, desk: str, address: str) -> None:
    """Without JavaScript a page shows no control that does nothing."""
    window = chromium.new_context(java_script_enabled=False)
    page = window.new_page()
    page.goto(f"{desk}/{address}")
    assert (
        page.locator(".pb-main :is(button, select):visible, .pb-main input:not([type=checkbox]):visible").count() == 0
    )
    heights = page.locator("[data-answers]").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert all(height == 0 for height in heights)
    window.close()


def test_two_copies_under_one_host_keep_apart(chromium: Browser, tmp_path: Path) -> None:
    """Notes lie under the path of the copy they were made in."""
    root = make_desk(tmp_path / "project")
    for name in ("one", "two"):
        build_site(root, root / "site")
        (root / "site").rename(tmp_path / name)
    (tmp_path / name).rename(tmp_path / "both.two")
    both = tmp_path / "both"
    both.mkdir()
    (tmp_path / "one").rename(both / "one")
    (tmp_path / "both.two").rename(both / "two")
    with served(both) as home, reading(chromium, f"{home}") as reader:
        reader.visit(f"one/{LIST}")
        reader.add_company("Northwind")
        reader.visit(f"two/{LIST}")
        expect(reader.page.locator(".pb-switch")).to_have_text("My companies")
        keys = reader.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('offer')).sort()")
        assert keys == [f"offer-playbook:{BASE}/one/:company", f"offer-playbook:{BASE}/one/:notes"]


@in_both
def test_two_tabs_hold_two_companies(reader: Reader) -> None:
    """Each tab has its own company, and what is noted in one appears in the other."""
    reader.visit()
    reader.add_company("Northwind")
    other = reader_in(reader.page.context, reader.home)
    other.visit()
    other.add_company("Initech")
    other.answer(FIRST, "Good")
    reader.answer(FIRST, "Bad")
    expect(reader.page.locator(".pb-switch")).to_have_text("Northwind")
    assert (reader.mark(FIRST), other.mark(FIRST)) == ("bad", "good")
    other.choose("Northwind")
    reader.question(FIRST).get_by_label("Mixed").check()
    expect(other.question(FIRST).get_by_label("Mixed")).to_be_checked()
    assert other.watch.seen == []


def test_the_export_has_every_part(tmp_path: Path) -> None:
    """Another builder gets the scripts, the styles and the setting that loads them."""
    root = make_desk(tmp_path / "project")
    export_site(root, tmp_path / "out", 0)
    config = (tmp_path / "out" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "assets/js/start.js" in config
    written = {path.name for path in (ROOT / "docs/assets/js").iterdir()}
    assert {path.name for path in (tmp_path / "out/docs/assets/js").iterdir()} == written | {"facts.js"}
