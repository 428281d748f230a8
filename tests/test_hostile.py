"""Text stays text: whatever stands in the data arrives as it is, in the page and on paper, and changes nothing else."""

from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest
import yaml

import paper
from playbook.builder.build import build_site
from playbook.models import KINDS
from playbook.models.words import Refers
from project import ROOT, make_small

HOSTILE: list[str] = yaml.safe_load((ROOT / "tests" / "hostile.yml").read_text(encoding="utf-8"))

NOT_TEXT = {"id", "word", "url", "page", "term", "also", "format"}
"""Fields that are names, addresses or words to look for, not sentences to show."""


class Skeleton(HTMLParser):
    """The elements of a page's article without their text, and its text without the elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.depth = 0
        self.feed(page[page.index('<article class="pb-page') :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join([tag, *sorted(name for name, _ in attrs)]))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def fill(root: Path, change: Callable[[str], str]) -> None:
    """Change every sentence in the data of a project."""
    for kind in KINDS:
        for path in sorted((root / "data" / kind).glob("*.yml")):
            entries = yaml.safe_load(path.read_text(encoding="utf-8"))
            filled = [changed(entry, KINDS[kind], change) for entry in entries]
            path.write_text(yaml.safe_dump(filled, allow_unicode=True, width=10_000), encoding="utf-8")


def changed(value: object, model: object, change: Callable[[str], str], name: str = "") -> object:
    """Return a value of the data with every sentence in it changed."""
    if isinstance(value, dict):
        fields = getattr(model, "model_fields", {})
        return {key: changed(item, nested(fields, key), change, key) for key, item in value.items()}
    if isinstance(value, list):
        return [changed(item, model, change, name) for item in value]
    sentence = isinstance(value, str) and name not in NOT_TEXT and model is str
    return change(value) if sentence and isinstance(value, str) else value


def nested(fields: dict[str, object], key: str) -> object:
    """Return the model below a field, `str` for one that holds plain text, or None for anything closed."""
    annotation = str(getattr(fields[key], "annotation", ""))
    metadata = str(getattr(fields[key], "metadata", ""))
    for name in ("Drill", "Service", "Failure", "Note", "Turn", "Section", "Item", "Selection", "Pick"):
        if f".{name}" in annotation:
            return next(model for model in all_models() if model.__name__ == name)
    closed = "Literal" in annotation or Refers.__name__ in annotation + metadata or "pattern='" in annotation + metadata
    return None if closed or "str" not in annotation else str


@cache
def all_models() -> list[type]:
    """Return every model of the data."""
    from playbook import models
    from playbook.models import preparing

    return [value for module in (models, preparing) for value in vars(module).values() if isinstance(value, type)]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Skeleton]:
    """Return the pages of a project in which every sentence has a harmless word more."""
    return skeletons(built(tmp_path_factory.mktemp("plain"), lambda text: f"{text} Zebra"))


def built(folder: Path, change: Callable[[str], str]) -> Path:
    """Return a built small project with changed sentences."""
    root = make_small(folder / "project")
    fill(root, change)
    build_site(root, root / "site")
    return root


def skeletons(root: Path) -> dict[str, Skeleton]:
    """Return the pages of a built site by name."""
    pages = sorted((root / "site").rglob("index.html"))
    return {path.relative_to(root / "site").as_posix(): Skeleton(path.read_text(encoding="utf-8")) for path in pages}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_arrives_literally_and_breaks_nothing(text: str, plain: dict[str, Skeleton], tmp_path: Path) -> None:
    """A hostile sentence leaves the elements of every page as they were and stands in it letter by letter."""
    root = built(tmp_path, lambda before: f"{before} {text}")
    assert sum("".join(page.texts).count("Zebra") for page in plain.values()) > 60
    for name, page in skeletons(root).items():
        assert page.tags == plain[name].tags, name
        seen = squeezed("".join(page.texts))
        expected = squeezed("".join(plain[name].texts)).count("Zebra")
        assert seen.count(squeezed(text)) == expected, name
    shown_on_paper(root, text)


def shown_on_paper(root: Path, text: str) -> None:
    """Check that a sentence stands on the full sheets as it was typed, but for line breaks."""
    pdf = pypdfium2.PdfDocument(root / "site" / "print" / "manager-questions-full-a4.pdf")
    seen = paper.squeezed("".join(page.get_textpage().get_text_range() for page in pdf))
    assert paper.squeezed(text) in seen


def squeezed(text: str) -> str:
    """Return text with its white space made single."""
    return " ".join(text.split())
