"""A small project with every page that scripts make into a tool."""

import shutil
from pathlib import Path

from project import ROOT, make_small, write_files

PAGES = (
    "checklists/scorecard.md",
    "checklists/choose.md",
    "prepare/plan.md",
    "yours/notes.md",
    "companies/index.md",
    "companies/company.md",
    "companies/offers.md",
    "companies/dates.md",
)

STUBS = {
    "ask/your-red-flags.md": '# Your red flags\n\n## Questions {#questions}\n\n{{ part("partials/mine.html") }}',
    "checklists/index.md": "# Checklists",
    "yours/index.md": "# Yours",
    "yours/profile.md": "# Profile",
    "get-the-interview/tracker.md": '# Tracker\n\n{{ part("partials/board.html") }}\n\n## Stages\n\n'
    '{{ part("partials/stages.html") }}\n\n## Card {#card}',
    "negotiate/tiers.md": '# Tiers\n\n## Moves {#moves}\n\n{{ part("partials/moves.html") }}',
    "negotiate/compare.md": "# Compare\n\n## Table {#table}",
    "negotiate/equity.md": "# Equity",
    "checklists/on-paper.md": "# On paper",
    "get-the-interview/criteria.md": '# Criteria\n\n{{ part("partials/worksheet.html") }}',
    "timing/line-up.md": '# Line up\n\n## Sum {#arithmetic}\n\n{{ part("partials/durations.html") }}\n\n'
    '{{ part("partials/date_moves.html") }}',
}

RENAMED = """
- {id: incidents-of-old, status: retired, replaced_by: incidents-last-three, ask: What broke?, to: [peer]}
"""

LATER_STAGES = """
- {id: offer, name: Offer, meaning: They want you.}
- {id: decided, name: Decided, meaning: It is over.}
"""


def make_desk(root: Path) -> Path:
    """Copy the small project to `root`, with the pages to work on."""
    make_small(root)
    for name in PAGES:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / name, root / "docs" / name)
    write_files(root / "docs", {name: with_title(text) for name, text in STUBS.items()})
    copy_deciding(root / "data")
    with (root / "data" / "questions" / "q.yml").open("a", encoding="utf-8") as file:
        file.write(RENAMED)
    return root


def copy_deciding(data: Path) -> None:
    """Copy what companies are decided by; moves lead to no script, as the small project has few."""
    for kind in ("durations", "criteria", "example"):
        shutil.copytree(ROOT / "data" / kind, data / kind)
    write_files(data / "stages", {"to-the-end.yml": LATER_STAGES})
    for path in sorted((ROOT / "data" / "moves").glob("*.yml")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(("  script:", "  lever:", "  checklist:", "  sources:"))]
        write_files(data / "moves", {path.name: "".join(kept)})


def with_title(text: str) -> str:
    """Return a page with a title and a description in front."""
    title = text.splitlines()[0].removeprefix("# ")
    return f"---\ntitle: {title}\ndescription: {title}.\n---\n\n{text}\n"
