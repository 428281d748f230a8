"""What a profile decides: one table of cases, and what must hold for every profile."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guides import decided, plan_table, read_profile, small_library
from playbook.library import Library
from playbook.models import Prepare, Profile, Topic
from playbook.models.words import Level, Role, Round, WorkStyle
from playbook.plan.choose import choose
from playbook.plan.guide import in_order_of_themes, plan_guide
from playbook.plan.schedule import plan_schedule
from playbook.plan.weeks import Plan
from playbook.reading.load import load_library
from project import ROOT

CASES = sorted((ROOT / "tests" / "profiles").glob("*.yml"))


def test_there_are_cases() -> None:
    """The folder of cases is not empty."""
    assert len(CASES) >= 12


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_profile_decides_exactly_this(case: Path, tmp_path: Path) -> None:
    """Chosen ids, their order and their reasons are as expected; refresh with `python tests/test_profiles.py`."""
    said = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert decide(said, tmp_path) == said["expected"], said["about"]


def decide(case: dict[str, Any], folder: Path) -> dict[str, object]:
    """Return what the profile of a case decides, as plain values."""
    library = small_library()
    profile = read_profile(yaml.safe_dump(case["profile"]), library, folder) if case["profile"] else Profile()
    table: dict[str, object] = yaml.safe_load(yaml.safe_dump(decided(profile, library), sort_keys=False))
    return table


def words(annotation: object) -> st.SearchStrategy[str]:
    """Return a strategy for one word of a closed list."""
    return st.sampled_from(get_args(annotation))


def some(values: st.SearchStrategy[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Return a strategy for different values in any order."""
    return st.lists(values, max_size=most, unique=True).map(tuple)


def profiles(library: Library) -> st.SearchStrategy[Profile]:
    """Return a strategy for profiles whose ids are in a library."""

    def ids(kind: str) -> st.SearchStrategy[str]:
        return st.sampled_from([entry.id for entry in library.of(kind)])

    def themes(*kinds: str) -> st.SearchStrategy[str]:
        return st.sampled_from([theme.id for theme in library.themes if theme.of in kinds])

    time = st.builds(
        Prepare,
        weeks=st.integers(1, 26),
        hours_per_week=st.integers(1, 60),
        start=st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    )
    return st.builds(
        Profile,
        role=st.none() | words(Role),
        level=st.none() | words(Level),
        language=st.none() | ids("languages"),
        rounds=some(words(Round), 6),
        prepare=st.none() | time,
        criteria=some(themes("questions"), 3),
        red_flags=some(ids("red_flags"), 7),
        levers=some(ids("levers"), 5),
        work_style=some(words(WorkStyle), 3),
        loved=some(themes("questions"), 3),
        hated=some(themes("questions", "red_flags"), 3),
    )


@cache
def real() -> Library:
    """Return the library of this repository."""
    return load_library(ROOT)


def topics() -> tuple[Topic, ...]:
    """Return all its topics."""
    return in_order_of_themes(real())


any_profile = st.deferred(lambda: profiles(real()))


@settings(max_examples=300, deadline=None)
@given(profile=any_profile)
def test_every_plan_keeps_its_promises(profile: Profile) -> None:
    """For any profile the plan fits the hours, drops no must before a could, keeps the order and explains itself."""
    plan = plan_schedule(topics(), profile)
    fits_the_hours(plan, profile)
    drops_the_least_important(plan, profile)
    keeps_the_order(plan)
    explains_itself(plan)
    assert plan == plan_schedule(topics(), profile), "a second run gives another plan"


def fits_the_hours(plan: Plan, profile: Profile) -> None:
    """No week has more minutes than the profile gives it, and there are as many weeks as it says."""
    assert len(plan.weeks) == profile.time.weeks
    for week in plan.weeks:
        assert week.minutes + week.free == profile.time.hours_per_week * 60
        assert week.free >= 0
    assert plan.minutes + plan.free == plan.available


def drops_the_least_important(plan: Plan, profile: Profile) -> None:
    """Nothing is planned that matters less than something for which there was no time."""
    steps = {choice.topic.id: choice.step for choice in choose(topics(), profile)[0]}
    planned = [steps[task.topic] for week in plan.weeks for task in week.tasks if task.topic]
    dropped = [steps[left.topic] for left in plan.missing("no time")]
    assert max(planned, default=0) <= min(dropped, default=2)


def keeps_the_order(plan: Plan) -> None:
    """What a topic builds on is begun before it, if it is planned at all."""
    order = [task.topic for week in plan.weeks for task in week.tasks if task.topic]
    for topic in topics():
        for before in topic.after:
            if topic.id in order and before in order:
                assert order.index(before) < order.index(topic.id)


def explains_itself(plan: Plan) -> None:
    """Each drill of the library is either planned or left out, once, and everything has its reason."""
    tasks = [task for week in plan.weeks for task in week.tasks]
    accounted = [task.drill for task in tasks if task.drill] + [id for left in plan.left_out for id in left.drills]
    assert sorted(accounted) == sorted(drill.id for topic in topics() for drill in topic.drills)
    assert {task.topic for task in tasks} | {left.topic for left in plan.left_out} >= {topic.id for topic in topics()}
    assert all(task.why for task in tasks)
    assert all(left.why for left in plan.left_out)


@settings(max_examples=50, deadline=None)
@given(profile=any_profile)
def test_a_profile_only_reorders(profile: Profile) -> None:
    """No entry is lost or added, whatever the profile, and none moves without a reason."""
    guide = plan_guide(real(), profile)
    for kind in ("questions", "scripts", "levers", "red_flags", "languages"):
        mine, theirs = ([entry.id for entry in library.of(kind)] for library in (guide.library, guide.general))
        assert sorted(mine) == sorted(theirs)
        assert [id for id in mine if id not in guide.reasons] == [id for id in theirs if id not in guide.reasons]


def test_no_profile_changes_nothing() -> None:
    """Without a profile the library keeps its order and nothing has a reason."""
    guide = plan_guide(real(), Profile())
    assert guide.library == guide.general
    assert not guide.reasons
    assert plan_table(guide.plan) == plan_table(guide.general_plan)


def refresh() -> None:
    """Write what is decided now into every case; read the difference before you keep it."""
    from tempfile import TemporaryDirectory

    for case in CASES:
        text = case.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            expected = decide(yaml.safe_load(text), Path(folder))
        lines = yaml.safe_dump({"expected": expected}, width=10_000, allow_unicode=True, sort_keys=False)
        case.write_text(text[: text.index("expected:")] + lines, encoding="utf-8")


if __name__ == "__main__":
    refresh()
