"""What lies in `my/` under a name that is nearly right, and so would be overlooked."""

from collections.abc import Iterator
from pathlib import Path

from playbook.problems import Mark, Problem, nearest

READ = ("profile.yml", "site.yml", "data", "docs", "templates", "reviewed.yml", "private")


def check_names(root: Path) -> Iterator[Problem]:
    """Go through the files and folders that are called almost like one that is read, as `site.yaml` is."""
    for path in sorted((root / "my").glob("*")):
        close = nearest(path.name, READ, cutoff=0.7)
        if close and close != path.name:
            yield Problem(Mark(f"my/{path.name}"), "", "", "is not read under this name", f"rename it to my/{close}")
