"""The code of every coding pattern runs and is right, in each language whose tools this machine has."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.models import Pattern, Profile
from playbook.plan.listings import plan_listings
from playbook.reading.load import load_library
from project import ROOT

PATTERNS: dict[str, Pattern] = {topic.id: topic.pattern for topic in load_library(ROOT).topics if topic.pattern}
HERE = ROOT / "tests" / "patterns"
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "cases.yml").read_text(encoding="utf-8"))


def test_every_pattern_has_cases_with_an_edge() -> None:
    """Each is tried on at least two inputs, and there are many patterns."""
    assert set(CASES) == set(PATTERNS)
    assert len(PATTERNS) >= 15
    assert [id for id, cases in CASES.items() if len(cases) < 2] == []


@pytest.mark.parametrize("id", PATTERNS)
def test_the_python_of_a_pattern_is_right(id: str) -> None:
    """What the last function gives is what the case says."""
    names: dict[str, Any] = {}
    exec(PATTERNS[id].code.python, names)  # noqa: S102 - code of the guide itself
    run: Callable[..., object] = names[re.findall(r"^def (\w+)", PATTERNS[id].code.python, re.MULTILINE)[-1]]
    for case in CASES[id]:
        if id == "linked-list-edits":
            assert listed(run(linked(case["given"][0], names["Node"]))) == case["expect"]
        else:
            assert run(*case["given"]) == case["expect"], case


def linked(values: list[int], node: Callable[..., object]) -> object:
    """Return values as a linked list."""
    return node(values[0], linked(values[1:], node)) if values else None


def listed(node: Any) -> list[int]:  # noqa: ANN401 - a node of the code under test
    """Return the values of a linked list."""
    return [node.value, *listed(node.after)] if node else []


@pytest.mark.parametrize("language", ["python", "java", "javascript", "cpp", "go"])
def test_the_code_is_short_and_says_what_stays_true(language: str) -> None:
    """A template is at most 30 lines, fits a phone turned sideways, and has a comment that says why it is right."""
    codes = {id: getattr(pattern.code, language) for id, pattern in PATTERNS.items()}
    assert [id for id, code in codes.items() if code.count("\n") > 30] == []
    assert [id for id, code in codes.items() if max(map(len, code.splitlines())) > 105] == []
    assert [id for id, code in codes.items() if "#" not in code and "//" not in code] == []


def test_your_language_comes_first() -> None:
    """The profile's language, or the nearest to it, is shown before the others, and none is lost."""
    pattern = next(iter(PATTERNS.values()))
    for language, first in (("go", "Go"), ("typescript", "JavaScript"), ("rust", "Python")):
        shown = [name for name, _ in plan_listings(pattern, Profile(language=language))]
        assert shown[0] == first
        assert sorted(shown) == ["C++", "Go", "Java", "JavaScript", "Python"]


def needs(*programs: str) -> None:
    """Skip where a toolchain is missing."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        pytest.skip(f"no {missing[0]} here")


def said(folder: Path, *command: str, text: str = "") -> str:
    """Run a program and return all that it says."""
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def filled(folder: Path, name: str, language: str, write: Callable[[str], str] = str) -> None:
    """Write a check with the code of all patterns in it."""
    code = "\n".join(write(getattr(pattern.code, language)) for pattern in PATTERNS.values())
    (folder / name).write_text((HERE / name).read_text(encoding="utf-8").replace("CODE", code), encoding="utf-8")


@pytest.mark.slow
def test_the_javascript_is_right() -> None:
    """Every case, run by Node."""
    needs("node")
    given = {id: {"code": pattern.code.javascript, "cases": CASES[id]} for id, pattern in PATTERNS.items()}
    assert said(HERE, "node", "check.js", text=json.dumps(given)) == ""


@pytest.mark.slow
def test_the_java_is_right(tmp_path: Path) -> None:
    """All of it in one class."""
    needs("java", "javac")
    filled(tmp_path, "Check.java", "java")
    assert said(tmp_path, "java", "Check.java") == ""


@pytest.mark.slow
def test_the_cpp_is_right(tmp_path: Path) -> None:
    """All of it in one file, by the 2017 standard."""
    needs("g++")
    filled(tmp_path, "check.cpp", "cpp")
    assert said(tmp_path, "g++", "-std=c++17", "-Wall", "-o", "check", "check.cpp") == ""
    assert said(tmp_path, "./check") == ""


@pytest.mark.slow
def test_the_go_is_right(tmp_path: Path) -> None:
    """All of it in one program."""
    needs("go")
    filled(tmp_path, "check.go", "go")
    assert said(tmp_path, "go", "run", "check.go") == ""
