"""One order of questions for each person and moment, and everything that asks for it gets the same."""

import json
import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.builder.browser import order_json
from playbook.library import Library
from playbook.models import Profile, Question, RedFlag, Script, Shortlist
from playbook.models.asking import Pick
from playbook.models.words import Interviewer, Moment
from playbook.pages.site import Site
from playbook.paper.sheets import Imprint, plan_sheet, plan_sheets
from playbook.plan.custom import plan_lines, plan_wish
from playbook.plan.guide import plan_guide
from playbook.plan.ordering import FIRST, OF_ONE_FLAG, Wish, order_questions, usual_moment
from playbook.plan.select import plan_groups
from playbook.reading.load import load_library
from project import ROOT

PEOPLE: tuple[Interviewer, ...] = get_args(Interviewer)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
IMPRINT = Imprint("Guide, data of a day")

every_meeting = pytest.mark.parametrize(
    ("person", "moment"), [(person, moment) for person in PEOPLE for moment in (None, *MOMENTS)], ids=str
)


@cache
def real() -> Library:
    """Return the library of this repository."""
    return load_library(ROOT)


def ids(wish: Wish, library: Library | None = None) -> list[str]:
    """Return the ids of the questions for a wish, in order."""
    return [asked.question.id for asked in order_questions(wish, library or real())]


@pytest.mark.parametrize("person", PEOPLE)
def test_everything_gives_the_same_first_questions(person: Interviewer, site: Site) -> None:
    """The five-minutes page, the list, the sheets, the command and the browser have the same few in the same order."""
    library = site.library
    few = ids(Wish((person,)), library)[:FIRST]
    (checklist,) = [each for each in library.checklists if each.id == f"{person}-questions"]
    listed = [entry.id for entry in plan_groups(checklist, library)[0].entries]
    pocket, table, full = (
        [item.id for group in plan_sheet(checklist, detail, library, IMPRINT).groups for item in group.items]
        for detail in ("pocket", "table", "full")
    )
    command = plan_wish(Wish((person,)), library, minutes=25).select
    order = json.loads(order_json(library))
    browser = [order["ids"][place] for place in order["lists"][person][""]]
    taught = re.findall(r'href="[^"]*#([a-z0-9-]+)">', shortlist_of(site, person))
    assert listed == few == pocket == full[:FIRST] == browser[:FIRST] == taught[:FIRST]
    assert table == few[: len(table)]
    assert command is not None
    assert list(command.ids) == few


def shortlist_of(site: Site, person: Interviewer) -> str:
    """Return what the five-minutes page shows for somebody at the usual moment."""
    page = site.pages["ask/five-minutes.md"].markdown
    start = page.index(f'id="{person}-{usual_moment(person)}"')
    return page[page.index("<ol>", start) : page.index("</section>", start)]


@every_meeting
def test_the_few_are_for_this_person_now(person: Interviewer, moment: Moment | None) -> None:
    """Each question names the person, none is too early, no red flag has more than two of ten, each has a reason."""
    few = order_questions(Wish((person,), moment), real())[:FIRST]
    assert all(person in asked.question.to for asked in few)
    assert moment == "offer" or not any(asked.question.sensitive for asked in few)
    flags = [asked.question.reveals[0] for asked in few if asked.question.reveals]
    assert all(flags.count(flag) <= OF_ONE_FLAG for flag in flags)
    assert all(asked.because for asked in few)
    assert len(few) >= 4


@settings(max_examples=60, deadline=None)
@given(flags=st.lists(st.sampled_from([flag.id for flag in real().red_flags]), max_size=5, unique=True), data=st.data())
def test_your_red_flags_come_up_and_nothing_is_lost(flags: list[str], data: st.DataObject) -> None:
    """With any red flags in a profile the same questions are there; those that show the first ones stand in front."""
    wish = Wish((data.draw(st.sampled_from(PEOPLE)),), data.draw(st.sampled_from([None, *MOMENTS])))
    library = plan_guide(real(), Profile(red_flags=tuple(flags))).library
    mine, everybodys = order_questions(wish, library), ids(wish)
    assert sorted(asked.question.id for asked in mine) == sorted(everybodys)
    lifted = [asked for asked in mine if "your " in asked.because and asked.because.endswith("red flag.")]
    assert list(mine[: len(lifted)]) == lifted
    few = [asked.question for asked in mine[:FIRST]]
    for flag in flags[:3]:
        asked = [id for id in everybodys if flag in real().by_id[id].reveals and not real().by_id[id].sensitive]  # type: ignore[attr-defined]
        assert not asked or any(flag in question.reveals for question in few)


def small(*questions: Question, picks: tuple[str, ...] = (), feared: tuple[str, ...] = ()) -> Library:
    """Return a library of these questions with one shortlist for a peer."""
    flags = tuple(RedFlag(id=id, name=id.title(), summary=id) for id in ("fires", "hours", "churn"))
    chosen = tuple(Pick(question=id, because=f"{id} first.") for id in picks)
    lists = (Shortlist(id="peer-onsite", to="peer", moment="onsite", picks=chosen),) if picks else ()
    return Library(red_flags=flags, questions=questions, shortlists=lists, feared=feared)


def ask(id: str, *flags: str, **fields: object) -> Question:
    """Return a question to a peer."""
    return Question(id=id, ask="?", to=("peer",), reveals=flags, **fields)  # type: ignore[arg-type]


def test_the_picks_come_first_and_the_rest_takes_turns() -> None:
    """First what was chosen by hand, then one of each red flag before a second of any."""
    library = small(ask("a", "fires"), ask("b", "fires"), ask("c", "hours"), ask("d", "churn"), picks=("b",))
    assert ids(Wish(("peer",), "onsite"), library) == ["b", "c", "d", "a"]
    assert order_questions(Wish(("peer",), "onsite"), library)[0].because == "b first."


def test_no_red_flag_has_three_of_ten() -> None:
    """A third of the same red flag stands behind the ten, however it was chosen."""
    fires = [ask(f"fire-{n}", "fires") for n in range(4)]
    others = [ask(f"other-{n}", theme=f"theme-{n}") for n in range(9)]
    library = small(*fires, *others, picks=("fire-0", "fire-1", "fire-2"))
    order = ids(Wish(("peer",), "onsite"), library)
    assert order[:2] == ["fire-0", "fire-1"]
    assert "fire-2" not in order[:FIRST]
    assert sorted(order) == sorted(question.id for question in library.questions)


def test_the_sensitive_waits_for_the_offer() -> None:
    """A sensitive question is not asked before, stands last where no moment is named, and may be first at the offer."""
    library = small(ask("a", "fires"), ask("secret", "hours", sensitive=True))
    assert ids(Wish(("peer",), "onsite"), library) == ["a"]
    assert ids(Wish(("peer",)), library) == ["a", "secret"]
    assert "secret" in ids(Wish(("peer",), "offer"), library)


def test_what_you_fear_comes_first_with_its_reason() -> None:
    """One question for each of your red flags, in your order, says that it is yours."""
    questions = ask("a", "fires"), ask("b", "hours"), ask("c", "churn")
    order = order_questions(Wish(("peer",)), small(*questions, picks=("a",), feared=("churn", "hours")))
    assert [asked.question.id for asked in order] == ["c", "b", "a"]
    assert order[0].because == "It can show churn, your first red flag."


def test_a_wish_for_a_red_flag_keeps_the_order() -> None:
    """Asking about some red flags leaves out the others and changes nothing else, as in the browser."""
    flags = ("insane-hours", "high-churn")
    about = [id for id in ids(Wish(("manager",))) if set(flags) & set(real().by_id[id].reveals)]  # type: ignore[attr-defined]
    found = ids(Wish(("manager",), red_flags=flags))
    assert sorted(found) == sorted(about)
    assert found[0] == about[0]


def test_what_lies_on_the_table_accuses_nobody() -> None:
    """The table copy names no red flag, no profile and no marks; the private copies say whose they are."""
    feared = Profile(red_flags=("insane-hours", "politics"))
    library = plan_guide(real(), feared).library
    sheets = {sheet.name: sheet for sheet in plan_sheets(library, IMPRINT, feared)}
    tables = [sheet for sheet in sheets.values() if sheet.detail == "table"]
    assert len(tables) == len(PEOPLE)
    for sheet in tables:
        assert [group.title for group in sheet.groups] == ["", "If there is time"][: len(sheet.groups)]
        assert sheet.imprint.owner == ""
        assert 1 <= len(sheet.groups[0].items) <= 5
    assert "insane hours" in sheets["manager-questions-full"].imprint.owner


def test_the_last_five_minutes_follow_the_profile() -> None:
    """What you fear is among the first two for whoever can show it."""
    (checklist,) = [each for each in real().checklists if each.id == "last-five-minutes"]
    library = plan_guide(real(), Profile(red_flags=("pager-load",))).library
    before, after = (plan_groups(checklist, each) for each in (real(), library))
    assert [group.title for group in before] == [group.title for group in after]
    assert [len(group.entries) for group in before] == [2] * len(PEOPLE)
    asked = [entry for group in after for entry in group.entries if isinstance(entry, Question)]
    assert any("pager-load" in question.reveals for question in asked)
    assert before != after


def test_a_sheet_of_lines() -> None:
    """A script or a lever of your own choice is a sheet, too."""
    scripts = plan_lines(("hear-the-number",), (), real())
    script = real().by_id["hear-the-number"]
    assert isinstance(script, Script)
    assert (scripts.name, scripts.moment) == (script.name, script.situation)
    levers = plan_lines((), tuple(lever.id for lever in real().levers[:2]), real())
    assert (levers.name, levers.select and levers.select.kind) == ("What to ask for", "levers")


def test_the_data_of_a_fork_choose(tmp_path: Path) -> None:
    """A shortlist in my/data/ takes the place of ours; a question that you gave to others falls out of ours."""
    import shutil

    shutil.copytree(ROOT / "data", tmp_path / "data")
    for kind, text in {
        "shortlists": "- id: peer-onsite\n  picks:\n    - {question: honest-change-one-thing, because: I ask all.}\n",
        "questions": "- id: strategy-team-closed\n  to: [founder]\n",
    }.items():
        (tmp_path / "my/data" / kind).mkdir(parents=True)
        (tmp_path / "my/data" / kind / "mine.yml").write_text(text, encoding="utf-8")
    library = load_library(tmp_path)
    assert ids(Wish(("peer",)), library)[0] == "honest-change-one-thing"
    assert "strategy-team-closed" not in ids(Wish(("skip-level",)), library)
