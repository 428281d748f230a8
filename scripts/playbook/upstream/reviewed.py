"""`my/reviewed.yml`: what stood upstream beneath each override when you last looked at it."""

from pathlib import Path

import yaml

from playbook.problems import Mark, Problem, ProblemsFound
from playbook.reading.validate import says_nothing
from playbook.reading.yaml_nodes import read_document
from playbook.upstream.drift import Reviewed

REVIEWED = "my/reviewed.yml"

HEAD = "# What stood upstream beneath each of your changes when you last looked; `playbook audit` writes this file.\n"


def read_reviewed(root: Path) -> Reviewed:
    """Return what the file says; raises ProblemsFound if it is damaged."""
    if says_nothing(root / REVIEWED):
        return {}
    document = read_document(root / REVIEWED, REVIEWED)
    value = document.value
    if document.problems or not isinstance(value, dict) or not all(isinstance(parts, dict) for parts in value.values()):
        todo = "take it back from git, or delete it and look at every change once more"
        raise ProblemsFound([*document.problems, Problem(Mark(REVIEWED), "", "", "is damaged", todo)])
    return {name: {part: str(digest) for part, digest in parts.items()} for name, parts in value.items()}


def write_reviewed(root: Path, reviewed: Reviewed) -> None:
    """Write the file, whose lines stay in order so that two copies of it merge."""
    plain = {name: dict(parts) for name, parts in sorted(reviewed.items())}
    (root / REVIEWED).write_text(HEAD + yaml.safe_dump(plain, default_flow_style=None, width=200), encoding="utf-8")
