"""A small project with every page that scripts make into a tool."""

import shutil
from pathlib import Path

from project import ROOT, make_small, write_files

PAGES = ("checklists/scorecard.md", "checklists/choose.md", "prepare/plan.md", "yours/notes.md")

STUBS = {
    "ask/your-red-flags.md": '# Your red flags\n\n## Questions {#questions}\n\n{{ part("partials/mine.html") }}',
    "checklists/index.md": "# Checklists",
    "yours/index.md": "# Yours",
    "yours/profile.md": "# Profile",
    "get-the-interview/tracker.md": '# Tracker\n\n{{ part("partials/board.html") }}\n\n## Stages\n\n'
    '{{ part("partials/stages.html") }}',
}

RENAMED = """
- {id: incidents-of-old, status: retired, replaced_by: incidents-last-three, ask: What broke?, to: [peer]}
"""


def make_desk(root: Path) -> Path:
    """Copy the small project to `root`, with the pages to work on."""
    make_small(root)
    for name in PAGES:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / name, root / "docs" / name)
    write_files(root / "docs", {name: with_title(text) for name, text in STUBS.items()})
    with (root / "data" / "questions" / "q.yml").open("a", encoding="utf-8") as file:
        file.write(RENAMED)
    return root


def with_title(text: str) -> str:
    """Return a page with a title and a description in front."""
    title = text.splitlines()[0].removeprefix("# ")
    return f"---\ntitle: {title}\ndescription: {title}.\n---\n\n{text}\n"
