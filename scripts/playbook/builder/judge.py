"""What there is to say of all data, pages and templates without building anything."""

from datetime import date
from pathlib import Path

from playbook.builder.published import try_templates
from playbook.clock import day
from playbook.pages.site import render_site
from playbook.paper.press import YOUR_PRINT
from playbook.problems import Problem
from playbook.reading.aged import aged_notices


def judge(root: Path, timestamp: int) -> tuple[int, int, tuple[Problem, ...]]:
    """Return how many entries and pages there are, and what an owner should know; raises ProblemsFound.

    It looks at nothing but the files of `digest_inputs` and the day: what it says is kept for as long as both are the
    same.
    """
    site = render_site(root)
    if (root / YOUR_PRINT).is_dir():
        try_templates(site, root, timestamp)
    notices = (*site.notices, *aged_notices(root, date.fromisoformat(day(timestamp))))
    return len(list(site.library)), len(site.pages), notices
