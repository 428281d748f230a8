"""What the audit says of overrides after upstream has changed something, as a table."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from playbook.commands.main import main
from playbook.problems import ProblemsFound
from playbook.upstream.audit import audit, mark_reviewed, record
from playbook.upstream.drift import plan_audit
from playbook.upstream.overrides import list_overrides
from playbook.upstream.reviewed import REVIEWED, read_reviewed
from project import ROOT, write_files

CASES = sorted((ROOT / "tests" / "audit").glob("*.yml"))


def test_there_are_cases() -> None:
    """The folder of cases is not empty."""
    assert len(CASES) > 15


def said(root: Path) -> dict[str, list[str]]:
    """Return what the audit says: name -> state and the parts that changed."""
    findings = plan_audit(list_overrides(root)[0], read_reviewed(root))
    return {finding.override.name: [finding.state, *finding.changed] for finding in findings}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_audit_says_what_changed(case: Path, small: Path) -> None:
    """Each change is first unknown, fine once recorded, as expected after upstream's change, and fine when reviewed."""
    table = yaml.safe_load(case.read_text(encoding="utf-8"))
    write_files(small, table["files"])
    assert {state for state, *_ in said(small).values()} <= {"unknown", "same"}
    record(small)
    assert {state for state, *_ in said(small).values()} <= {"fine", "same"}
    for name, (old, new) in table["upstream"].items():
        text = (small / name).read_text(encoding="utf-8") if old else ""
        assert old in text
        (small / name).write_text(text.replace(old, new), encoding="utf-8", newline="")
    assert said(small) == table["expected"]
    assert audit(small)[1] == any(state == "changed" for state, *_ in table["expected"].values())
    record(small)
    assert said(small) == table["expected"], "recording what is new marks nothing as reviewed"
    mark_reviewed(small, [])
    assert {state for state, *_ in said(small).values()} <= {"fine", "same"}


def test_one_is_reviewed_and_the_other_is_not(in_small: Path) -> None:
    """Reviewing is explicit: only what you name counts as looked at, and the command ends with 1 until all are."""
    write_files(in_small / "my" / "docs", {"ask/pace.md": "# Mine\n", "index.md": "# Mine\n"})
    run = CliRunner().invoke
    assert run(main, ["audit"]).exit_code == 0
    assert "2 recorded" in run(main, ["audit", "--record"]).output
    for name in ("ask/pace.md", "index.md"):
        with (in_small / "docs" / name).open("a", encoding="utf-8") as file:
            file.write("More.\n")
    assert run(main, ["audit"]).exit_code == 1
    assert run(main, ["audit", "--review", "docs/index.md"]).exit_code == 0
    result = run(main, ["audit"])
    assert result.exit_code == 1
    assert "docs/ask/pace.md: replaces the file: CHANGED UPSTREAM" in result.output
    assert "docs/index.md: replaces the file: fine" in result.output
    unknown = run(main, ["audit", "--review", "docs/pace.md"])
    assert unknown.exit_code == 1
    assert "`docs/pace.md` is no override; did you mean `docs/ask/pace.md`?" in unknown.output
    assert run(main, ["audit", "--review"]).exit_code == 0
    assert run(main, ["audit"]).exit_code == 0


def test_a_template_that_replaces_nothing_may_be_misspelt(small: Path) -> None:
    """A file that has no counterpart is listed with the nearest name."""
    (small / "my" / "templates" / "partials").mkdir(parents=True)
    (small / "my" / "templates" / "partials" / "qestions.html").write_text("mine", encoding="utf-8")
    assert any("did you mean `questions.html`?" in line for line in audit(small)[0])


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_record_is_none(small: Path, text: str) -> None:
    """Deleting every line is a way to begin again."""
    (small / REVIEWED).write_text(text, encoding="utf-8")
    assert read_reviewed(small) == {}


@pytest.mark.parametrize("text", ["- a\n", "a: b\n", "a: [\n"])
def test_a_damaged_record_is_a_problem(small: Path, text: str) -> None:
    """What cannot be read is said, and not overwritten."""
    (small / REVIEWED).write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound, match="is damaged"):
        record(small)
    assert (small / REVIEWED).read_text(encoding="utf-8") == text
