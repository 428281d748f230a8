"""The guide as a tool for somebody without a mouse: everything is reached, seen, left and come back to."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from reader import FIRST, LIST, Reader, in_both

BOARD = "get-the-interview/tracker/"

PAGES = [LIST, "checklists/scorecard/", BOARD, "themes/say-first-call/", "prepare/plan/", "yours/notes/"]

FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body || one === document.documentElement) return null;
  const inside = one.type === "date" && window.stops?.has(one); // its own button, with a ring of the browser's
  const ring = inside || [one, one.closest("label")].filter(Boolean).map((each) => getComputedStyle(each))
    .some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1);
  window.stops ??= new Map();
  if (!window.stops.has(one)) window.stops.set(one, window.stops.size);
  const size = one.getBoundingClientRect();
  const header = document.querySelector(".pb-header").getBoundingClientRect();
  const seen = Boolean(one.closest(".pb-header, .pb-skip")) || size.bottom > header.bottom - 1;
  return { number: window.stops.get(one), name: one.outerHTML.slice(0, 90), ring, seen,
    after: [...window.stops.keys()].every((other) =>
      other === one || !other.isConnected || other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) };
}"""

MISSED = """[...document.querySelectorAll(
    ".pb-switch, .pb-main :is(a[href], button, select, textarea, summary, input)")]
  .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && (one.type !== "radio" || one.checked))
  .filter((one) => !window.stops.has(one)).map((one) => one.outerHTML.slice(0, 90))"""


def wait_for_focus(place: Locator) -> None:
    """Wait until a place has the focus of the page, whether or not the page has that of the window."""
    place.page.wait_for_function("one => one === document.activeElement", arg=place.element_handle())


def add_two(reader: Reader) -> None:
    """Add two companies and answer a question, by keyboard alone."""
    reader.visit()
    reader.page.locator(".pb-switch").focus()
    for name in ("Northwind", "Initech"):
        reader.page.keyboard.press("Enter")
        reader.page.get_by_label("Add a company").focus()
        reader.page.keyboard.type(name)
        reader.page.keyboard.press("Enter")
        wait_for_focus(reader.page.locator(".pb-switch"))
    reader.question(FIRST).get_by_label("Not asked").focus()
    for _ in range(3):
        reader.page.keyboard.press("ArrowRight")
    assert reader.mark(FIRST) == "bad"


@in_both
@pytest.mark.parametrize("address", PAGES)
def test_tab_goes_through_everything_in_order(reader: Reader, address: str) -> None:
    """Each stop has a ring that is seen, each comes after the one before, and the end of the page is reached."""
    add_two(reader)
    reader.visit(address)
    wrong, last = [], -1
    for _ in range(250):
        reader.page.keyboard.press("Tab")
        stop = reader.page.evaluate(FOCUSED)
        if stop is None or stop["number"] < last:
            break
        last = stop["number"]
        wrong += [stop] if not (stop["ring"] and stop["seen"] and stop["after"]) else []
    else:
        pytest.fail("the way has no end")
    assert wrong == []
    assert reader.page.evaluate(MISSED) == []


@in_both
def test_an_answer_with_a_note_needs_no_mouse(reader: Reader) -> None:
    """From the mark on: the notes open, are written, another person is added and taken away, and they close."""
    add_two(reader)
    question, press = reader.question(FIRST), reader.page.keyboard.press
    press("Tab")
    press("Enter")
    wait_for_focus(question.get_by_label("Who answered"))
    reader.page.keyboard.type("Sam")
    press("Tab")
    reader.page.keyboard.type("Always.")
    press("Tab")
    press("Enter")
    wait_for_focus(question.get_by_label("Who answered").nth(1))
    question.get_by_role("button", name="Remove this answer").focus()
    press("Space")
    wait_for_focus(question.get_by_label("Who answered"))
    question.get_by_role("button", name="Notes (1)").focus()
    press("Enter")
    expect(question.get_by_label("Who answered")).to_have_count(0 if question.locator(".pb-said").count() == 0 else 1)
    expect(question.locator(".pb-said")).to_be_hidden()


@in_both
def test_the_card_has_the_focus_again_after_its_form(reader: Reader) -> None:
    """Whatever is changed in the form, one comes back to the card, or to the button that adds one if it is gone."""
    add_two(reader)
    reader.visit(BOARD)
    card = reader.page.locator("[data-card=initech]").get_by_role("button")
    for leave in ("Escape", "Done"):
        card.focus()
        reader.page.keyboard.press("Enter")
        form = reader.page.get_by_role("dialog", name="Initech")
        form.get_by_label("Next step").fill(f"Call, {leave}")
        if leave == "Done":
            form.get_by_role("button", name="Done").press("Enter")
        else:
            reader.page.keyboard.press(leave)
        expect(reader.page.locator("[data-card=initech]")).to_contain_text(f"Call, {leave}")
        wait_for_focus(card)
    card.press("Enter")
    reader.page.get_by_role("button", name="Remove this company").press("Enter")
    reader.page.get_by_role("button", name="Remove", exact=True).press("Enter")
    wait_for_focus(reader.page.locator(".pb-main").get_by_role("button", name="Add a company"))


@in_both
def test_a_dialog_gives_back_the_focus(reader: Reader) -> None:
    """Each dialog keeps the focus while it is open, and returns it to what opened it."""
    add_two(reader)
    for address, opener, way in (
        ("themes/say-first-call/", "Fill in the blanks", "Tab"),
        ("themes/say-first-call/", "On a call", "Tab"),
        ("checklists/scorecard/", "Ask again: Constant firefighting at Initech", "Tab"),
        ("yours/notes/", "Delete everything", "Shift+Tab"),  # it opens with the focus on Cancel, the last
    ):
        reader.visit(address)
        button = reader.page.locator(".pb-main").get_by_role("button", name=opener)
        button.press("Enter")
        dialog = reader.page.locator("dialog")
        for _ in range(dialog.locator("button, input, summary").count() - 1):
            reader.page.keyboard.press(way)
            assert dialog.locator(":focus").count() == 1
        reader.page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        wait_for_focus(button)


def test_a_file_is_taken_in_and_back_without_a_mouse(reader: Reader, tmp_path: Path) -> None:
    """After each choice the focus is where one goes on; what can be undone stays until one has seen it."""
    add_two(reader)
    reader.save(tmp_path / "notes.json")
    reader.page.evaluate("localStorage.clear()")
    for choice in ("Cancel", "Make these changes"):
        reader.open(tmp_path / "notes.json")
        wait_for_focus(reader.page.locator("[data-changes]"))
        reader.page.get_by_role("button", name=choice).press("Enter")
        wait_for_focus(reader.page.locator("[data-open]"))
    status = reader.page.locator(".pb-status")
    for name in ("Undo", "Close this message"):
        expect(status.get_by_role("button", name=name)).to_be_visible()
    press_last(status, "Undo")
    expect(status).to_have_text("Undone.")
    wait_for_focus(reader.page.locator("[data-open]"))
    assert [path for path, text in reader.stored().items() if text and path.startswith("company/")] == []


def press_last(status: Locator, name: str) -> None:
    """Press a button of the message, coming from where the focus is."""
    status.get_by_role("button", name=name).focus()
    status.get_by_role("button", name=name).press("Enter")


@in_both
def test_what_can_be_undone_stays_until_it_is_closed(reader: Reader) -> None:
    """A message with an undo has no time limit; closing it gives the focus back."""
    reader.page.clock.install()
    add_two(reader)
    reader.visit(BOARD)
    name = reader.page.locator("[data-card=initech]").get_by_role("button")
    name.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.clock.run_for(120_000)
    expect(reader.page.locator(".pb-status")).to_contain_text("Initech moved")
    press_last(reader.page.locator(".pb-status"), "Close this message")
    expect(reader.page.locator(".pb-status")).to_be_empty()
    wait_for_focus(name)
