"""The library on which profiles are tried out, and what one decides there, as a table to compare."""

from pathlib import Path

from playbook.library import Library
from playbook.models import Profile
from playbook.plan.guide import Guide, plan_guide
from playbook.plan.select import plan_groups
from playbook.plan.weeks import Plan, Task
from playbook.problems import Problem, ProblemsFound
from playbook.reading.load import load_library
from playbook.reading.your_profile import load_profile
from project import ROOT, write_files

GUIDE = ROOT / "tests" / "guide"


def small_library() -> Library:
    """Return the library of the cases."""
    return load_library(GUIDE)


def read_profile(text: str, library: Library, folder: Path) -> Profile:
    """Return a profile as it is read from a file of this text; ProblemsFound for what is wrong in it."""
    write_files(folder, {"my/profile.yml": text})
    return profile_in(folder, library)[0]


def profile_in(folder: Path, library: Library) -> tuple[Profile, list[Problem]]:
    """Return the profile below a folder and the notices of it; ProblemsFound for what is wrong."""
    problems: list[Problem] = []
    notices: list[Problem] = []
    profile = load_profile(folder, library, problems, notices)
    if problems:
        raise ProblemsFound(problems)
    return profile, notices


def decided(profile: Profile, library: Library) -> dict[str, object]:
    """Return everything that a profile decides."""
    guide = plan_guide(library, profile)
    return {"plan": plan_table(guide.plan), **order_table(guide)}


def plan_table(plan: Plan) -> dict[str, object]:
    """Return a plan as lists of ids with minutes and reasons."""
    return {
        "rounds": list(plan.rounds),
        "minutes": {"available": plan.available, "planned": plan.minutes, "free": plan.free, "musts": plan.musts},
        "musts_missing": plan.musts_missing,
        "weeks_for_musts": plan.weeks_for_musts,
        "weeks": {week.number: list(map(_line, week.tasks)) for week in plan.weeks},
        "left_out": [f"{left.topic}, {left.minutes}, {left.because}: {left.why}" for left in plan.left_out],
    }


def _line(task: Task) -> str:
    return f"{task.drill or ' '.join([task.kind, task.round or '']).strip()}, {task.minutes}: {task.why}"


def order_table(guide: Guide) -> dict[str, object]:
    """Return what stands first, with the reasons, and what that does to lists."""
    kinds = ("questions", "scripts", "levers", "red_flags", "languages")
    reasons = {kind: [_reason(entry.id, guide) for entry in guide.library.of(kind)] for kind in kinds}
    return {
        "who": guide.who,
        **{kind: [line for line in lines if line] for kind, lines in reasons.items()},
        "lists": {
            checklist.id: [
                entry.id
                for group in plan_groups(checklist, guide.library, checklist.pocket_most)
                for entry in group.entries
            ]
            for checklist in guide.library.checklists
        },
        "whose": {each.id: guide.whose(each) for each in guide.library.checklists if guide.whose(each)},
    }


def _reason(id: str, guide: Guide) -> str:
    return f"{id}: {guide.reasons[id].text}" if id in guide.reasons else ""
