"""The plan made again in the page: the same rules as in the build, shown by the same cases."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from browser import served
from guides import plan_table, read_profile, small_library
from playbook.builder.browser import plan_json
from playbook.builder.calendar import write_calendar
from playbook.library import Library
from playbook.models import Prepare, Profile
from playbook.pages.places import Place
from playbook.plan.choose import LeftOut
from playbook.plan.guide import in_order_of_themes, plan_guide
from playbook.plan.schedule import plan_schedule
from playbook.plan.weeks import Plan, Task, Week
from project import ROOT
from reader import Reader, in_both, reading

CASES = sorted((ROOT / "tests" / "profiles").glob("*.yml"))
PLAN = "prepare/plan/"
OF_TIME = ("no time", "too long")

UNLIKE: tuple[dict[str, Any], ...] = (
    {},
    {"role": "frontend", "level": "intern", "language": "python"},
    {"role": "backend", "level": "staff", "language": "go"},
    {"role": "engineering-manager"},
    {"rounds": ("take-home", "behavioural")},
)

IN_THE_PAGE = """async ([base, data, times]) => {
    const { schedule } = await import(`${base}/assets/js/schedule.js`);
    return times.map((time) => schedule(data, time));
}"""

AS_CALENDAR = """async ([base, data, time, start, now]) => {
    const [{ schedule }, { calendar }, { hours, named }] = await Promise.all(
        ["schedule", "calendar", "weeks"].map((name) => import(`${base}/assets/js/${name}.js`)));
    const line = (task) => `[ ] ${task.minutes} min, ${named(task, data)}`;
    return calendar(schedule(data, time).weeks, Date.parse(start), now * 1000, data.version, hours, line);
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser, desk: str) -> Iterator[Page]:
    """Return a page of a site, in which its modules can be loaded."""
    page = chromium.new_page()
    page.goto(f"{desk}/{PLAN}")
    yield page
    page.close()


@pytest.fixture
def reader(reader: Reader) -> Reader:
    """Return a reader who opens the plan."""
    reader.visit(PLAN)
    return reader


def data_for(profile: Profile, library: Library) -> dict[str, Any]:
    """Return what the page gets for a profile."""
    guide = plan_guide(library, profile)
    data: dict[str, Any] = json.loads(plan_json(guide, {topic.id: Place("a.md", topic.id) for topic in library.topics}))
    return data


def plans_in(page: Page, desk: str, profile: Profile, library: Library, times: list[Prepare]) -> list[Plan]:
    """Return the plans that the page makes, in the shape of the build's."""
    wanted = [{"weeks": time.weeks, "hours_per_week": time.hours_per_week} for time in times]
    made = page.evaluate(IN_THE_PAGE, [desk, data_for(profile, library), wanted])
    return [_plan(one, profile) for one in made]


def _plan(made: dict[str, Any], profile: Profile) -> Plan:
    keys = ("kind", "minutes", "why", "topic", "round")
    weeks = [
        Week(
            week["number"],
            None,
            tuple(Task(**{key: task.get(key) for key in keys}, drill=task.get("id")) for task in week["tasks"]),
            week["free"],
        )
        for week in made["weeks"]
    ]
    left = [LeftOut(**{**one, "drills": tuple(one["drills"])}) for one in made["left_out"]]
    numbers = {name: made[name] for name in ("available", "musts", "musts_missing", "weeks_for_musts")}
    return Plan(rounds=plan_schedule((), profile).rounds, weeks=tuple(weeks), left_out=tuple(left), **numbers)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_page_decides_what_the_build_decides(case: Path, page: Page, desk: str, tmp_path: Path) -> None:
    """The table of cases of the build holds in the page too; what is not for you does not depend on the time."""
    said, library = yaml.safe_load(case.read_text(encoding="utf-8")), small_library()
    profile = read_profile(yaml.safe_dump(said["profile"]), library, tmp_path) if said["profile"] else Profile()
    (plan,) = plans_in(page, desk, profile, library, [profile.time])
    expected = said["expected"]["plan"]
    of_time = [line for line in expected["left_out"] if any(f", {because}: " in line for because in OF_TIME)]
    assert yaml.safe_load(yaml.safe_dump(plan_table(plan))) == expected | {"left_out": of_time}


@pytest.mark.parametrize("said", UNLIKE, ids=lambda said: "-".join(map(str, said.values())) or "nobody")
def test_every_time_gives_the_same_plan_in_page_and_build(
    said: dict[str, Any], page: Page, desk: str, library: Library
) -> None:
    """For the real topics, in each number of weeks and in few and many hours, both make the very same plan."""
    times = [Prepare(weeks=weeks, hours_per_week=hours) for weeks in range(1, 27) for hours in (1, 2, 4, 7, 10, 25, 60)]
    profile = Profile.model_validate(said)
    topics = in_order_of_themes(library)
    for time, plan in zip(times, plans_in(page, desk, profile, library, times), strict=True):
        built = plan_schedule(topics, profile.model_copy(update={"prepare": time}))
        of_time = tuple(left for left in built.left_out if left.because in OF_TIME)
        assert plan_table(plan) == plan_table(built) | {
            "left_out": plan_table(Plan((), (), of_time, 0, 0, 0, None))["left_out"]
        }, time


def test_the_calendar_is_the_same_file(library: Library, page: Page, desk: str) -> None:
    """The page writes the calendar byte for byte as the build does."""
    profile = Profile(prepare=Prepare(weeks=6, hours_per_week=8, start=date(2027, 2, 22)))
    time = {"weeks": 6, "hours_per_week": 8}
    text = page.evaluate(AS_CALENDAR, [desk, data_for(profile, library), time, "2027-02-22", 1_800_000_000])
    built = write_calendar(plan_guide(library, profile).plan, library, 1_800_000_000)
    assert built
    assert text.encode() == built


def give(reader: Reader, weeks: str, hours: str, start: str = "") -> None:
    """Fill in the time."""
    for label, number in (("Weeks", weeks), ("Hours a week", hours)):
        place = reader.page.get_by_label(label, exact=True)
        place.press("ControlOrMeta+A")
        place.press_sequentially(number)
    reader.page.get_by_label("First day").fill(start)
    reader.page.get_by_label("First day").blur()


def headings(reader: Reader) -> list[str]:
    """Return the headings of the plan's weeks."""
    return [text.rstrip("#") for text in reader.page.locator("h2[id^=week-]").all_inner_texts()]


@in_both
def test_other_weeks_make_the_plan_anew_and_are_kept(reader: Reader, tmp_path: Path) -> None:
    """The weeks, ticks and a calendar follow; a reload and a file keep them; one click leads back to the guide's."""
    usual = headings(reader)
    reader.page.locator("[data-tick]").first.check()
    ticked = reader.page.locator("[data-tick]").first.get_attribute("data-tick")
    give(reader, "2", "6", "2027-01-04")
    expect(reader.page.locator("#week-3")).to_have_count(0)
    expect(reader.page.locator(".pb-status")).to_have_text("Plan for 2 weeks of 6 hours.")
    assert headings(reader) == ["Week 1, from January 4, 2027", "Week 2, from January 11, 2027"]
    assert reader.page.locator(f"[data-tick={ticked}]").is_checked()
    listed = reader.page.locator(".pb-contents [href*='#week-']:visible")
    assert [text.split(",")[0].strip() for text in listed.all_inner_texts()] == ["Week 1", "Week 2"]
    assert reader.violations() == []
    calendar = Calendar.from_ical(reader.download("Save as a calendar"))
    assert [str(event.start) for event in calendar.events] == ["2027-01-04", "2027-01-11"]
    file = reader.save(tmp_path / "notes.json")
    assert {name: file["plan"][name] for name in ("weeks", "hours_per_week", "start")} == {
        "weeks": "2",
        "hours_per_week": "6",
        "start": "2027-01-04",
    }
    reader.page.evaluate("localStorage.clear()")
    reader.open(tmp_path / "notes.json")
    reader.page.get_by_role("button", name="Make these changes").click()
    reader.visit(PLAN)
    expect(reader.page.locator("#week-2")).to_have_text("Week 2, from January 11, 2027")
    expect(reader.page.locator(".pb-status")).to_be_empty()
    reader.page.get_by_role("button", name="As in this guide").click()
    expect(reader.page.locator("#week-3")).to_have_count(1)
    assert headings(reader) == usual
    assert reader.page.locator(f"[data-tick={ticked}]").is_checked()


def test_a_time_too_short_is_said(chromium: Browser, built_site: Path) -> None:
    """On the real guide an hour in one week is not enough, and the page says so and what would do."""
    with served(built_site) as home, reading(chromium, home) as reader:
        reader.visit(PLAN)
        give(reader, "1", "1")
        expect(reader.page.locator(".admonition.warning")).to_contain_text("The musts alone take")
        expect(reader.page.locator(".pb-status")).to_contain_text("too short for every must")
        expect(reader.page.locator("[data-left] details").first).to_contain_text("topics")
        assert reader.violations() == []


@in_both
def test_a_calendar_needs_a_first_day(reader: Reader) -> None:
    """Without one the page asks for it and leads there."""
    reader.page.get_by_role("button", name="Save as a calendar").click()
    expect(reader.page.locator(".pb-status")).to_have_text("Give the first day first.")
    expect(reader.page.get_by_label("First day")).to_be_focused()


@pytest.mark.parametrize("weeks", ["0", "27", "-1", "1e9", "<b>2", "two"])
def test_a_time_that_cannot_be_counts_as_none(weeks: str, reader: Reader) -> None:
    """Whatever the storage holds, the plan of the guide stays."""
    usual = headings(reader)
    reader.page.evaluate(
        """async ([home, weeks]) => (await import(`${home}/assets/js/notes.js`)).store.put({"plan/-/weeks": weeks})""",
        [reader.home, weeks],
    )
    reader.visit(PLAN)
    assert headings(reader) == usual
    assert reader.page.get_by_label("Weeks", exact=True).input_value() == "5"


def test_a_plan_that_cannot_be_fetched_stays_as_it_was(reader: Reader) -> None:
    """Without a connection the page says so, and tries again at the next change."""
    usual = headings(reader)
    reader.page.route("**/plan.json", lambda route: route.abort())
    give(reader, "2", "6")
    expect(reader.page.locator(".pb-status")).to_contain_text("cannot be made now")
    assert headings(reader) == usual
    reader.page.unroute("**/plan.json")
    give(reader, "3", "6")
    expect(reader.page.locator("#week-4")).to_have_count(0)
    reader.watch.seen.clear()
