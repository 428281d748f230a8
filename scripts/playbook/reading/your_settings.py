"""Reading `my/site.yml`, and what no single field of it can see."""

from collections.abc import Collection, Iterator
from pathlib import Path

from playbook.models.colours import unreadable
from playbook.models.settings import Settings
from playbook.problems import Problem, nearest
from playbook.reading.validate import ModelFile, read_model
from playbook.reading.yaml_nodes import Document

SETTINGS = "my/site.yml"


def load_settings(root: Path, problems: list[Problem]) -> ModelFile[Settings]:
    """Return what `my/site.yml` says; what is wrong with it goes to `problems`."""
    file = read_model(root, SETTINGS, Settings, problems) or ModelFile(Document(SETTINGS), Settings())
    problems.extend(
        file.problem(("colours", field), wrong, todo) for field, wrong, todo in unreadable(file.value.colours)
    )
    return file


def check_settings(file: ModelFile[Settings], pages: Collection[str]) -> Iterator[Problem]:
    """Pages that stand in your navigation are there, and each stands in one place."""
    seen: set[str] = set()
    for index, placement in enumerate(file.value.nav):
        for field in ("page", "after", "before"):
            page = getattr(placement, field)
            if page and page not in pages:
                yield file.problem(("nav", index, field), f"`{page}` is no page of the site", _instead(page, pages))
        if placement.page in seen:
            yield file.problem(("nav", index, "page"), f"`{placement.page}` stands twice", "keep one of the two")
        seen.add(placement.page)


def _instead(page: str, pages: Collection[str]) -> str:
    close = nearest(page, pages)
    return f"write my/docs/{page}" + (f", or did you mean `{close}`?" if close else "")
