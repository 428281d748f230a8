"""Where templates and pages come from: yours, else ours."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader

from playbook.problems import ProblemsFound
from playbook.reading.files import refuse_private
from playbook.reading.yaml_nodes import not_utf8

_HEAD = re.compile(r"\A(---\n.*?\n---\n)?\s*(# [^\n]*\n)?", re.DOTALL)


class TextLoader(FileSystemLoader):
    """Templates of a folder, as long as they are text and not private."""

    def __init__(self, root: Path, *folders: str) -> None:
        super().__init__([root / folder for folder in folders])
        self.root = root

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template.

        Raises ProblemsFound for a file that is no text, or a link into `my/private/`.
        """
        try:
            source, name, is_current = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            files = (Path(folder, template) for folder in self.searchpath)
            name = next(path.relative_to(self.root).as_posix() for path in files if path.is_file())
            raise ProblemsFound([not_utf8(error.object, error.start, name)]) from error
        refuse_private(self.root, Path(name))
        return source, name, is_current


class BodyLoader(TextLoader):
    """Pages below their title, to stand inside another page; their lines keep their numbers."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the body of a page."""
        source, name, is_current = super().get_source(environment, template)
        return _HEAD.sub(lambda head: "\n" * head[0].count("\n"), source, count=1), name, is_current


def loader_for(root: Path) -> BaseLoader:
    """Return the loader of a project, in which `ours/…` is always ours.

    Nothing else can be named, so that no page shows what lies in my/private/.
    """
    ours, yours = TextLoader(root, "templates"), TextLoader(root, "my/templates")
    pages = TextLoader(root, "my/docs", "docs")
    always = ChoiceLoader([ours, PrefixLoader({"docs": BodyLoader(root, "docs")})])
    return ChoiceLoader([yours, ours, PrefixLoader({"docs": pages, "ours": always})])
