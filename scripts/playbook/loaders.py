"""Where templates and pages come from: yours, else ours."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader

_HEAD = re.compile(r"\A(---\n.*?\n---\n)?\s*(# [^\n]*\n)?", re.DOTALL)


class BodyLoader(FileSystemLoader):
    """Pages below their title, to stand inside another page; their lines keep their numbers."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the body of a page."""
        source, name, is_current = super().get_source(environment, template)
        return _HEAD.sub(lambda head: "\n" * head[0].count("\n"), source, count=1), name, is_current


def loader_for(root: Path) -> BaseLoader:
    """Return the loader of a project, in which `ours/…` is always ours.

    Nothing else can be named, so that no page can show what lies in my/private/.
    """
    ours, yours = FileSystemLoader(root / "templates"), FileSystemLoader(root / "my" / "templates")
    pages = FileSystemLoader([root / "my" / "docs", root / "docs"])
    always = ChoiceLoader([ours, PrefixLoader({"docs": BodyLoader(root / "docs")})])
    return ChoiceLoader([yours, ours, PrefixLoader({"docs": pages, "ours": always})])
