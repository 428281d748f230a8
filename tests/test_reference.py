"""The reference is made from the models, and its examples work."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from playbook.models import KINDS
from playbook.pages.reference import FILES, plan_references
from playbook.pages.site import render_site
from project import ROOT, write_files

EXAMPLES = ROOT / "docs" / "yours" / "reference" / "examples"
REFERENCES = {reference.name: reference for reference in plan_references()}


def test_everything_that_you_can_write_has_a_page_and_an_example() -> None:
    """Every kind of entry and every file, and no example of anything else."""
    assert set(REFERENCES) == {*KINDS, *FILES} == {path.stem for path in EXAMPLES.glob("*.yml")}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the real data, pages and templates."""
    for name in ("data", "docs", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_examples_work_together(copy: Path) -> None:
    """All examples laid into my/ at once give a whole site."""
    for name in KINDS:
        (copy / "my" / "data" / name).mkdir(parents=True)
        shutil.copy(EXAMPLES / f"{name}.yml", copy / "my" / "data" / name / "example.yml")
    for name, (file, _) in FILES.items():
        shutil.copy(EXAMPLES / f"{name}.yml", copy / file)
    (copy / "my" / "docs").mkdir()
    (copy / "my" / "docs" / "my-notes.md").write_text("# Notes\n", encoding="utf-8")
    site = render_site(copy)
    assert {"my-lunch", "my-domain", "my-elixir", "my-evening"} <= set(site.library.by_id)
    assert site.settings.name == "Ada's offer playbook"
    assert site.notices == ()


@pytest.mark.parametrize("name", REFERENCES)
def test_every_field_is_described(name: str) -> None:
    """No field is without a sentence and without what to write."""
    fields = [field for part in REFERENCES[name].parts for field in part.fields]
    bad = [field.name for field in fields if not field.what or not field.description[-1][0].endswith((".", "…"))]
    assert bad == []
    assert fields


def test_a_page_shows_every_field(built_site: Path) -> None:
    """What is required, the allowed words, defaults and what is nested all stand on the page."""
    page = (built_site / "yours" / "reference" / "topics" / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    for said in ("why required", "drills", "Whole number from 1 to 600", "system-design", "Without it: should"):
        assert said in text


def test_code_on_the_pages_shows_what_to_type(built_site: Path) -> None:
    """No name, path or address is shown with the references that escape it."""
    pages = sorted((built_site / "yours").rglob("index.html"))
    assert len(pages) > 15
    assert [path.parent.name for path in pages if "&amp;#" in path.read_text(encoding="utf-8")] == []


PAGES = sorted((ROOT / "docs" / "yours").glob("*.md"))
EXAMPLE = re.compile(r"```yaml\n# (my/\S+\.yml)\n(.*?)```", re.DOTALL)


def test_the_examples_on_the_pages_work(copy: Path) -> None:
    """What the pages tell you to write can be written: laid together into a copy of the real project, it renders."""
    written: dict[str, list[object]] = {}
    for path in PAGES:
        for name, text in EXAMPLE.findall(path.read_text(encoding="utf-8")):
            if name.startswith("my/data/") and not name.endswith("hide.yml"):
                written.setdefault(name, []).extend(yaml.safe_load(text))
            elif "{%" not in text:
                write_files(copy, {name: text})
    assert set(written) == {"my/data/questions/mine.yml", "my/data/topics/mine.yml"}
    write_files(copy, {name: yaml.safe_dump(entries) for name, entries in written.items()})
    site = render_site(copy)
    assert "founder" in site.library.by_id["incidents-same-one-again"].to  # type: ignore[attr-defined]
    assert "visas-my-share-of-costs" not in site.library.by_id
    assert site.notices == ()


NAMED = re.compile(r"`(?:ours/)?((?:(?:print|epub|partials|pages|theme|templates|scripts|data|docs|tests)/)[\w./-]+)`")
"""A path of the project in the text of a page; what has a placeholder in it names no file."""


@pytest.mark.parametrize(
    "page",
    [*sorted((ROOT / "docs" / "yours").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"],
    ids=lambda page: page.name,
)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    """Whoever looks for what they read about finds it: in the project, or below templates/."""
    names = NAMED.findall(page.read_text(encoding="utf-8"))
    assert [name for name in names if not (ROOT / name).exists() and not (ROOT / "templates" / name).exists()] == []
