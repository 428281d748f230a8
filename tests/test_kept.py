"""What was worked out before is used again exactly as long as it would be made the same."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook import kept as cache
from playbook.commands.main import main
from playbook.kept import KEPT, kept
from playbook.problems import ProblemsFound
from playbook.reading.inputs import digest_inputs
from playbook.reading.load import load_library
from project import write_files


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin as a new process does: only what is on disk is known."""
    monkeypatch.setattr(cache, "_memory", {})


def test_what_is_made_of_the_same_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run finds it on disk; other contents, or another engine, make it anew."""
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return f"number {len(made)}"

    assert kept(tmp_path, "a/b.yml", b"one", make) == "number 1"
    monkeypatch.setattr(cache, "_memory", {})
    assert kept(tmp_path, "a/b.yml", b"one", make) == "number 1"
    assert kept(tmp_path, "a/b.yml", b"two", make) == "number 2"
    monkeypatch.setattr(cache, "engine", lambda: b"another")
    assert kept(tmp_path, "a/b.yml", b"two", make) == "number 3"


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x05N."], ids=["empty", "text", "nothing"])
def test_a_broken_cache_costs_only_time(damage: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the cache that is cut off or foreign is as if it were not there."""
    assert kept(tmp_path, "x", b"one", lambda: "good") == "good"
    (tmp_path / KEPT / "x").write_bytes(damage)
    monkeypatch.setattr(cache, "_memory", {})
    assert kept(tmp_path, "x", b"one", lambda: "good") == "good"


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    """Where something else is in the way of the cache, things are made as ever."""
    (tmp_path / ".cache").write_text("in the way", encoding="utf-8")
    assert kept(tmp_path, "x", b"one", lambda: "good") == "good"


def test_problems_are_said_each_time_and_go_when_they_are_mended(small: Path) -> None:
    """A mistake is told from the cache as from the file; the mended file is read as it is."""
    path = small / "data" / "questions" / "q.yml"
    good = path.read_text(encoding="utf-8")
    write_files(small, {"data/questions/q.yml": good.replace("ask:", "aks:", 1)})
    said = set()
    for _ in range(2):
        with pytest.raises(ProblemsFound) as found:
            load_library(small)
        said.add(str(found.value))
    assert len(said) == 1
    assert "aks: is no field here" in said.pop()
    write_files(small, {"data/questions/q.yml": good})
    assert load_library(small).questions


def test_a_verdict_is_kept_only_while_every_file_is_the_same(small: Path) -> None:
    """Each file that is read counts, with its name; what is private does not; behind a link nobody looks."""
    write_files(small, {"my/profile.yml": "role: backend\n", "my/private/notes.json": "{}"})
    known = {digest_inputs(small)}
    paths = [path for path in sorted(small.rglob("*")) if path.is_file() and "private" not in path.parts]
    for path in (path for path in paths if "scripts" not in path.parts):
        before = path.read_bytes()
        path.write_bytes(before + b"\n")
        digest = digest_inputs(small)
        assert digest not in known, path
        known.add(digest)
        path.write_bytes(before)
    write_files(small, {"my/private/notes.json": "[]"})
    assert digest_inputs(small) in known
    (small / "docs" / "link.md").symlink_to(small / "docs" / "index.md")
    assert digest_inputs(small) is None


def test_the_check_says_the_same_again_and_sees_every_mistake(in_small: Path) -> None:
    """The command says from the cache what it said before, and a new mistake is a mistake."""
    said = [CliRunner().invoke(main, ["check"]) for _ in range(2)]
    assert said[0].exit_code == said[1].exit_code == 0
    assert said[0].output == said[1].output
    write_files(in_small, {"docs/index.md": "# Hello\n\n{{ nothing }}\n"})
    for _ in range(2):
        result = CliRunner().invoke(main, ["check"])
        assert result.exit_code == 1
        assert "docs/index.md:3:1: `nothing` is no name that a page knows" in result.stderr
