"""One file does what make does, also where Python is old, lacks its environments, or is called otherwise."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from project import ROOT

sys.path.append(str(ROOT))
import run

OLD, NEW = "/usr/bin/python3", "/usr/bin/python3.13"

Machine = Callable[..., list[tuple[str, ...]]]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    """Return a function that sets what a machine has; it gives the list of what is tried there."""

    def has(*able: str, new: tuple[str, ...] = (), programs: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        tried: list[tuple[str, ...]] = []

        def ends_well(program: str, *options: str) -> bool:
            tried.append((program, *options[:2]))
            return program in (new if options[0] == "-c" else able)

        monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
        monkeypatch.setattr(run, "ends_well", ends_well)
        known = {"python3": OLD, "python3.13": NEW, **{program: program for program in programs}}
        monkeypatch.setattr("run.shutil.which", lambda name, **_: known.get(name))
        return tried

    return has


def test_it_can_be_read_by_an_old_python() -> None:
    """Its grammar is that of 3.7, so that an old Python gets as far as looking for a newer one."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_make_and_the_file_know_the_same_commands() -> None:
    """The Makefile names every command and nothing else."""
    line = next(line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith("COMMANDS"))
    assert line.partition(":= ")[2].split() == list(run.COMMANDS)


def test_every_command_says_what_it_is_for() -> None:
    """Without a word the file lists what there is; a word that it does not know ends with 2."""
    shown = subprocess.run([sys.executable, "run.py"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [line.split()[0] for line in shown.splitlines()] == list(run.COMMANDS)
    assert (
        subprocess.run([sys.executable, "run.py", "nothing"], cwd=ROOT, capture_output=True, check=False).returncode
        == 2
    )


def test_an_old_python_gives_way_to_a_newer_one(machine: Machine) -> None:
    """Where `python3` is too old, `python3.13` makes the environment."""
    tried = machine(NEW, new=(NEW,))
    run.make_environment()
    assert tried[-1][:3] == (NEW, "-m", "venv")


def test_a_python_without_environments_gives_way_to_uv(machine: Machine) -> None:
    """Debian's Python may come without `venv`; uv, where it is, makes the environment instead."""
    tried = machine("uv", new=(OLD,), programs=("uv",))
    run.make_environment()
    assert tried[-1] == ("uv", "venv", "--python")


@pytest.mark.parametrize(
    ("new", "programs", "said"),
    [
        ((OLD,), ("apt-get",), "sudo apt-get install python3-venv"),
        ((), ("apt-get",), "sudo apt-get install python3.11 python3.11-venv"),
        ((), ("dnf",), "sudo dnf install python3.13"),
        ((), ("winget",), "winget install Python.Python.3.13"),
        ((), (), "see python.org"),
    ],
)
def test_where_nothing_can_it_says_the_one_command_that_helps(
    machine: Machine, new: tuple[str, ...], programs: tuple[str, ...], said: str
) -> None:
    """The message says what is wrong and what to type on this system."""
    machine(new=new, programs=programs)
    with pytest.raises(run.CannotError, match=said):
        run.make_environment()
