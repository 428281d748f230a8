"""A profile from its file to the pages: what it may hold, how mistakes are answered, which pages say so."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, get_args, get_origin

import pdfplumber
import pytest
from annotated_types import Le
from icalendar import Calendar
from pydantic import BaseModel

from guides import GUIDE, profile_in, read_profile, small_library
from playbook.builder.calendar import write_calendar
from playbook.builder.published import make_files
from playbook.models import Prepare, Profile
from playbook.models.words import Refers
from playbook.pages.site import Site, render_site
from playbook.paper.sheets import Imprint, plan_sheets
from playbook.plan.guide import plan_guide
from playbook.problems import ProblemsFound
from playbook.reading.load import load_library
from playbook.reading.names import check_names
from project import ROOT, write_files

FULL = """
role: backend
level: senior
language: go
prepare: {weeks: 5, hours_per_week: 10, start: 2027-01-04}
rounds: [coding, system-design, project-review]
red_flags: [constant-firefighting, high-churn]
levers: [equity, level, remote]
work_style: [quiet-blocks]
criteria: [ask-learning]
loved: [ask-users]
hated: [ask-deadlines]
"""


def leaves(model: type[BaseModel]) -> list[tuple[str, list[Any]]]:
    """Return the parts of the type of every field, nested models included."""
    found: list[tuple[str, list[Any]]] = []
    for name, info in model.model_fields.items():
        parts = list(parts_of([*info.metadata, info.annotation]))
        nested = [part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)]
        found += leaves(nested[0]) if nested else [(name, parts)]
    return found


def parts_of(parts: list[Any]) -> Iterator[Any]:
    """Go through everything that a type is made of."""
    for part in parts:
        yield part
        yield from parts_of([*getattr(part, "__metadata__", ()), *get_args(part)])


def test_no_field_can_hold_a_name_or_an_amount() -> None:
    """Every field is a word of a closed list, an id of the library, a date or a number up to 60."""
    for name, parts in leaves(Profile):
        closed = any(str(get_origin(part)) == "typing.Literal" for part in parts)
        id = any(isinstance(part, Refers) for part in parts)
        small = int in parts and any(isinstance(part, Le) and part.le <= 60 for part in parts)
        assert closed or id or small or date in parts, name
        assert (str in parts) <= id, f"{name} could hold any text"


@pytest.mark.parametrize("text", ["", "# role: backend\n\n  # level: senior\n"], ids=["empty", "only comments"])
def test_a_file_that_says_nothing_is_no_profile(text: str, tmp_path: Path) -> None:
    """A starter whose lines are all comments gives everybody's guide."""
    assert read_profile(text, small_library(), tmp_path) == Profile()


def test_an_update_never_breaks_a_profile(tmp_path: Path) -> None:
    """What is renamed is followed and what is retired is left out, each with a notice."""
    (tmp_path / "my").mkdir()
    (tmp_path / "my" / "profile.yml").write_text("red_flags: [high-churn, fires, nothing-left]\n", encoding="utf-8")
    profile, notices = profile_in(tmp_path, small_library())
    assert profile.red_flags == ("high-churn", "firefighting")
    assert list(map(str, notices)) == [
        "my/profile.yml:1:25: red_flags[2]: `fires` is retired; `firefighting` is used instead; write that",
        "my/profile.yml:1:32: red_flags[3]: `nothing-left` is retired; it is left out; delete it",
    ]


def test_what_you_hide_is_left_out_of_your_profile(tmp_path: Path) -> None:
    """Hiding an entry that the profile names is no mistake."""
    shutil.copytree(GUIDE / "data", tmp_path / "data")
    (tmp_path / "my" / "data").mkdir(parents=True)
    (tmp_path / "my" / "data" / "hide.yml").write_text("hide: [firefighting, python]\n", encoding="utf-8")
    (tmp_path / "my" / "profile.yml").write_text("red_flags: [firefighting]\nlanguage: python\n", encoding="utf-8")
    library = load_library(tmp_path)
    profile, notices = profile_in(tmp_path, library)
    assert profile == Profile()
    assert "you hide `firefighting`" in str(notices[1])
    assert plan_guide(library, profile).plan.weeks


MISTAKES = {
    "red_flags: [long-hour]": "1:13: red_flags[1]: `long-hour` is not among the red flags; did you mean `long-hours`?",
    "language: golang": "1:11: language: `golang` is not among the languages; did you mean `go`?",
    "levers: [remote, remote]": "1:18: levers[2]: `remote` stands twice; keep the one in the right place",
    "role: back-end": "1:7: role: `back-end` is not allowed; did you mean `backend`?",
    "rounds: coding": "1:9: rounds: must be a list; write it as [one, two], or as lines that start with a hyphen",
    "company: Initech": "1:1: company: is no field here; use one of",
    "prepare: {hours: 5}": "1:11: prepare.hours: is no field here; did you mean `hours_per_week`?",
    "prepare: {weeks: 99}": "1:18: prepare.weeks: 99 is out of range; the limit is 26",
    "prepare: {start: soon}": "1:18: prepare.start: must be a date; write it as 2026-01-31, without quotes",
    "criteria: [flags-pace]": "1:12: criteria[1]: `flags-pace` groups red flags; did you mean `ask-pace`?",
    "loved: [prep-coding]": "1:9: loved[1]: `prep-coding` groups topics; use one of `ask-growth`, `ask-pace`",
    "- role: backend": "1:1: has no fields; write `field: value` lines",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_answered_with_its_place(text: str, tmp_path: Path) -> None:
    """Line, column, field, what is wrong and the nearest name."""
    with pytest.raises(ProblemsFound) as found:
        read_profile(text, small_library(), tmp_path)
    assert str(found.value).startswith(f"my/profile.yml:{MISTAKES[text]}"), str(found.value)


def test_all_mistakes_are_answered_at_once(tmp_path: Path) -> None:
    """Two wrong ids are two problems."""
    with pytest.raises(ProblemsFound) as found:
        read_profile("levers: [equty]\nred_flags: [churn]\n", small_library(), tmp_path)
    assert len(found.value.problems) == 2


@pytest.mark.parametrize(
    ("name", "instead"),
    [("profile.yaml", "profile.yml"), ("site.yaml", "site.yml"), ("doc", "docs"), ("README.md", ""), ("plans", "")],
)
def test_a_name_that_is_nearly_right_is_answered(name: str, instead: str, tmp_path: Path) -> None:
    """What would be overlooked in my/ is a problem; what is called quite otherwise is nobody's business."""
    write_files(tmp_path, {f"my/{name}": "role: backend\n"})
    said = [str(problem) for problem in check_names(tmp_path)]
    assert said == ([f"my/{name}:1:1: is not read under this name; rename it to my/{instead}"] if instead else [])


def test_the_example_of_the_page_is_a_profile(tmp_path: Path) -> None:
    """What the page about the profile shows can be copied as it is."""
    page = (ROOT / "docs" / "yours" / "profile.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert example
    root = whole_project(tmp_path, example[1])
    assert render_site(root).guide.profile.red_flags


def whole_project(folder: Path, profile: str) -> Path:
    """Return a project like this one whose owner has a profile."""
    for name in ("data", "docs", "templates"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "my").mkdir()
    (folder / "my" / "profile.yml").write_text(profile, encoding="utf-8")
    return folder


UNLIKE = {
    "everything": FULL,
    "intern, front end": "role: frontend\nlevel: intern\nlanguage: python\nprepare: {weeks: 2}\n",
    "levers only": "levers: [remote, vacation]\n",
    "style only": "work_style: [fixed-hours]\n",
    "red flags only": "red_flags: [constant-firefighting]\n",
    "time only": "prepare: {weeks: 9}\n",
}


@pytest.fixture(scope="module")
def everybodys(site: Site) -> dict[str, str]:
    """Return the pages without a profile."""
    return {name: page.markdown for name, page in site.pages.items()}


@pytest.mark.parametrize("who", UNLIKE)
def test_a_page_says_that_it_is_yours_if_and_only_if_it_is(
    who: str, everybodys: dict[str, str], tmp_path: Path
) -> None:
    """Pages that differ from everybody's have the note, all others are the same."""
    mine = {
        name: page.markdown for name, page in render_site(whole_project(tmp_path, UNLIKE[who]), book=True).pages.items()
    }
    assert set(mine) == set(everybodys)
    changed = {name for name in mine if mine[name] != everybodys[name]}
    assert changed == {name for name in mine if "pb-yours-note" in mine[name]}
    assert changed
    assert "about/index.md" not in changed
    assert all('href="#everybody"' in mine[name] for name in changed & {"prepare/plan.md"})


def test_one_line_helps(tmp_path: Path) -> None:
    """A single red flag changes the questions that reveal it."""
    pages = render_site(whole_project(tmp_path, "red_flags: [constant-firefighting]\n")).pages
    assert "constant firefighting is your first red flag" in pages["ask/pace.md"].markdown


def test_criteria_stand_on_their_worksheet(tmp_path: Path) -> None:
    """What a job must have is named where criteria are written down, with a link to the questions about it."""
    page = render_site(whole_project(tmp_path, "criteria: [ask-learning, ask-hours]\n")).pages[
        "get-the-interview/criteria.md"
    ]
    assert "2 criteria are named in your profile" in page.markdown
    assert page.markdown.index("#ask-learning") < page.markdown.index("#ask-hours")


def test_a_plan_that_is_too_short_says_so(tmp_path: Path) -> None:
    """The page says what does not fit and how many weeks would do, all of it inside the warning."""
    page = render_site(whole_project(tmp_path, "prepare: {weeks: 1, hours_per_week: 6}\n")).pages["prepare/plan.md"]
    warning = next(line for line in page.markdown.splitlines() if line.startswith("    The musts alone take"))
    assert re.search(r"At 6 hours a week all musts need \d+ weeks\.", warning)


def test_sheets_say_whose_they_are(tmp_path: Path) -> None:
    """The person and what comes first stand on the sheet; everybody's sheets have no such line."""
    library = small_library()
    profile = read_profile("level: senior\nrole: backend\nred_flags: [high-churn]\n", library, tmp_path)
    imprint = Imprint("f")
    mine = {
        sheet.name: sheet.imprint.owner for sheet in plan_sheets(plan_guide(library, profile).library, imprint, profile)
    }
    assert mine["peer-questions-pocket"] == "Senior back-end engineer. Red flags first: high churn"
    assert mine["the-day-full"] == "Senior back-end engineer"
    assert {sheet.imprint.owner for sheet in plan_sheets(library, imprint, Profile())} == {""}


def dated(weeks: int = 3) -> Profile:
    """Return a profile with a first day."""
    return Profile(prepare=Prepare(weeks=weeks, hours_per_week=8, start=date(2026, 12, 28)))


def test_the_calendar_is_read_back(tmp_path: Path) -> None:
    """Each week is one entry over its seven days that blocks nothing and names every drill."""
    library = small_library()
    plan = plan_guide(library, dated()).plan
    written = write_calendar(plan, library, 0)
    assert written
    events = Calendar.from_ical(written.decode()).events
    assert [event.decoded("dtstart") for event in events] == [date(2026, 12, 28), date(2027, 1, 4), date(2027, 1, 11)]
    assert [(event.decoded("dtend") - event.decoded("dtstart")).days for event in events] == [7, 7, 7]
    assert {str(event["transp"]) for event in events} == {"TRANSPARENT"}
    for week, event in zip(plan.weeks, events, strict=True):
        assert str(event["description"]).count("[ ]") == len(week.tasks)
    assert all(len(line) <= 75 for line in written.splitlines())
    assert written.count(b"\r\n") == len(written.splitlines())


def test_the_calendar_is_stable() -> None:
    """The same input gives the same bytes, and a week keeps its UID when the plan changes."""
    library = small_library()
    short, long = (plan_guide(library, dated(weeks)).plan for weeks in (2, 4))
    assert write_calendar(short, library, 7) == write_calendar(short, library, 7)
    ids = [
        [str(event["uid"]) for event in Calendar.from_ical((write_calendar(plan, library, 7) or b"").decode()).events]
        for plan in (short, long)
    ]
    assert ids[1][:2] == ids[0]
    assert len(set(ids[1])) == 4


def test_without_a_first_day_there_is_no_calendar() -> None:
    """A plan that does not know its dates makes none up."""
    library = small_library()
    assert write_calendar(plan_guide(library, Profile()).plan, library, 0) is None


def test_the_site_serves_plan_and_calendar(small: Path) -> None:
    """The files stand beside the pages, the page of the plan links the calendar, and the PDFs say whose they are."""
    texts = {
        "my/profile.yml": "prepare: {start: 2027-01-04}\nred_flags: [constant-firefighting]\n",
        "docs/prepare/plan.md": (ROOT / "docs" / "prepare" / "plan.md").read_text(encoding="utf-8"),
    }
    write_files(small, texts)
    site = render_site(small)
    files = make_files(site, small, 0)
    assert 'href="../../calendar.ics"' in site.pages["prepare/plan.md"].markdown
    assert files["calendar.ics"].startswith(b"BEGIN:VCALENDAR")
    made = json.loads(files["plan.json"])
    assert [drill["id"] for drill in made["drills"]] == list(site.library.drills)
    printed = pdfplumber.open(BytesIO(next(pdf for name, pdf in files.items() if name.endswith("pocket-a4.pdf"))))
    assert "Red flags first: constant firefighting" in printed.pages[0].extract_text()


@pytest.mark.parametrize(
    ("template", "text"),
    [("note.html", '{{ counts["levres"] }}'), ("plan.md", '{{ plan().missing("to long") }}')],
    ids=["a count", "a kind of reason"],
)
def test_a_word_that_nothing_is_counted_by_is_no_silent_nothing(template: str, text: str, tmp_path: Path) -> None:
    """A typo in a template of yours fails the build where it would print nothing."""
    root = whole_project(tmp_path, "red_flags: [constant-firefighting]\n")
    write_files(root, {f"my/templates/partials/{template}": f"{text}\n"})
    with pytest.raises((ProblemsFound, KeyError), match=r"levres|to long"):
        render_site(root)
