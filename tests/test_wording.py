"""The words: no two entries say the same, all of it can be read with ease, and nothing of the making is left in it."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from playbook.library import Library
from playbook.models import KINDS
from playbook.pages.site import Site
from project import ROOT
from reading import alike, front_of, grade, pairs_above, prose_of, prose_of_page, words_of

ALIKE_QUESTIONS = 0.5
ALIKE_SCRIPTS = 0.3
"""From here on two texts are looked at by somebody, who writes into similar.yml why both may stay."""

SIMILAR: dict[str, Mapping[str, str]] = yaml.safe_load((ROOT / "tests" / "similar.yml").read_text(encoding="utf-8"))
"""Kind -> pair that is alike in words -> why both may stay."""

HIGHEST_GRADE = 9.0
MOST_PROSE = 1200
DESCRIPTION = range(70, 156)
"""How many letters a search result shows of a description."""

FORBIDDEN = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|(?i:lorem ipsum|\bas an ai\b|\b(?:ai|chat) sessions?\b|\bprompts?\b|\bchatgpt\b)"
    r"|(?<![\w.])/(?:work|tmp|home|root|Users)/|\bshared/"
)
"""Words of drafts, of tools that write, and of one machine."""

PAGES = sorted((ROOT / "docs").rglob("*.md"))
TEXTS = PAGES + sorted(path for path in (ROOT / "data").rglob("*.yml"))


def name_of(path: Path) -> str:
    """Return the name of a file in the project."""
    return path.relative_to(ROOT).as_posix()


# ---- no two alike ------------------------------------------------------------------------------------------------


def test_no_two_questions_are_alike(library: Library) -> None:
    """Questions in nearly the same words have different purposes, and similar.yml says which."""
    found = set(pairs_above(ALIKE_QUESTIONS, {question.id: question.ask for question in library.questions}))
    assert found == set(SIMILAR["questions"])


def test_no_two_scripts_are_alike(library: Library) -> None:
    """Scripts in nearly the same words are for different situations, and similar.yml says which."""
    found = set(pairs_above(ALIKE_SCRIPTS, {script.id: " ".join(script.say) for script in library.scripts}))
    assert found == set(SIMILAR["scripts"])


def test_twins_are_found() -> None:
    """The same question in other small words counts as alike, another question on the same matter does not."""
    assert alike("When did you last work on a weekend?", "When was it that you last worked a weekend?") >= 0.5
    assert alike("When did you last work on a weekend?", "How many people share the on-call rotation?") < 0.2


# ---- plain to read -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_data_read_easily(kind: str, library: Library) -> None:
    """The text of each kind can be read in the ninth year of school."""
    assert grade(text for entry in library.of(kind) for text in prose_of(entry)) <= HIGHEST_GRADE


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_reads_easily_and_is_no_wall(path: Path, library: Library) -> None:
    """What is written on a page can be read in the ninth year of school, and is short."""
    lines = prose_of_page(path.read_text(encoding="utf-8"), library)
    assert grade(lines) <= HIGHEST_GRADE
    assert sum(len(words_of(line)) for line in lines) <= MOST_PROSE


def test_the_grade_tells_easy_from_hard() -> None:
    """A child's sentence has a low grade, a lawyer's a high one."""
    assert grade(["The cat sat on the mat. It was warm and it went to sleep."]) < 2
    assert (
        grade(["Notwithstanding contractual obligations, compensation modifications necessitate authorisation."]) > 15
    )


# ---- nothing of the making ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_nothing_is_left_of_the_making(path: Path) -> None:
    """No draft's mark, no tool and no machine's path is in a text."""
    assert FORBIDDEN.findall(path.read_text(encoding="utf-8")) == []


def test_every_page_says_what_it_is(site: Site) -> None:
    """Every page, written or made of data, has a title and a description of its own that fits a search result."""
    fronts = {name: front_of(page.markdown) for name, page in site.pages.items()}
    said = {name: front.get("description", "") for name, front in fronts.items()}
    assert [name for name, front in fronts.items() if not front.get("title")] == []
    assert {name: len(text) for name, text in said.items() if len(text) not in DESCRIPTION} == {}
    assert [text for text, count in Counter(said.values()).items() if count > 1] == []
