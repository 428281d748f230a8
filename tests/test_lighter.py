"""Scripts as they are sent: lighter, and the same program."""

import re
from pathlib import Path

import pytest

from playbook.builder.lighter import without_comments
from project import ROOT

SCRIPTS = sorted((ROOT / "docs" / "assets" / "js").rglob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_only_comments_go(script: Path) -> None:
    """Every line of code stays, in its order."""
    before = script.read_text(encoding="utf-8")
    after = without_comments(before)
    assert len(after) < len(before)
    lines = iter(before.splitlines())
    assert all(line in lines for line in after.splitlines())
    gone = set(before.splitlines()) - set(after.splitlines())
    assert [line for line in gone if not re.match(r"\s*(//|/?\*)", line)] == []


def test_text_in_backticks_is_no_comment() -> None:
    """What looks like a comment inside a text is text."""
    assert (
        without_comments("/** @type {X} */ (f()).g();\nh(); /* i */\n/** J. */\n")
        == "/** @type {X} */ (f()).g();\nh(); /* i */\n"
    )
    script = "// why\nconst text = `\n// not this\n/** nor this */\n`;\nlet x = 1; // kept\n/** Does. */\nf();\n"
    assert without_comments(script) == "const text = `\n// not this\n/** nor this */\n`;\nlet x = 1; // kept\nf();\n"
