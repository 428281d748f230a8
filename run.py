"""Everything that is done here by one name, with make or without it: `python run.py site`.

A fresh machine has only Python, perhaps an old one: this file runs on any since 3.7 and looks for a newer one.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)
NEWER = [f"python3.{minor}" for minor in range(15, OLDEST[1] - 1, -1)]
PORT = os.environ.get("PORT", "8000")
UPSTREAM = os.environ.get("UPSTREAM", "https://github.com/offer-playbook/offer-playbook")
BIOME = "tests/web/node_modules/@biomejs/biome/bin/biome"
TSC = "tests/web/node_modules/typescript/bin/tsc"


class Command(NamedTuple):
    """Something to do: what for, by which steps, and whether it needs what only developers need."""

    summary: str
    steps: list[str]
    developing: bool = False


LINT = [
    "ruff format --check --quiet .",
    "ruff check --quiet .",
    "mypy",
    f"node {BIOME} lint --config-path=tests/web --error-on-warnings --log-level=error docs/assets",
    f"node {TSC} --project tests/web/jsconfig.json",
]
COMMANDS = {
    "site": Command("build the guide and its sheets into site/", ["playbook site"]),
    "serve": Command("show a live preview on http://127.0.0.1:8000", [f"playbook serve --port {PORT}"]),
    "check": Command("report every problem of the data, the pages and your templates", ["playbook check"]),
    "book": Command("build the site with the guide as one book", ["playbook site --book"]),
    "audit": Command("list what you override in my/ and what upstream changed beneath it", ["playbook audit"]),
    "update": Command(
        "take what is new upstream; what is yours stays as it is",
        [
            "playbook audit --record",
            f"git fetch --quiet {UPSTREAM} main",
            "git merge --no-edit FETCH_HEAD",
            "playbook check",
            "playbook audit",
        ],
    ),
    "schema": Command("write the schemas that editors complete and check with", ["playbook schema"]),
    "lint": Command("check how Python, scripts and styles are written", LINT, True),
    "quick": Command("lint, and the tests that build no site", [*LINT, "python -m pytest -m 'not slow'"], True),
    "test": Command(
        "run everything that CI runs, real browsers included",
        [*LINT, "python -m pytest --numprocesses auto --dist worksteal", "python scripts/canary.py"],
        True,
    ),
    "canary": Command("build the export with Zensical too", ["python scripts/canary.py"], True),
    "bench": Command("measure; the figures in README.md come from here", ["python scripts/bench.py"], True),
    "clean": Command("delete everything that is made: environment, site, caches", []),
}
MADE = "site build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis tests/web/node_modules .venv"


class CannotError(Exception):
    """Something that the person at the machine can mend; its text says how."""


def main(words: list[str]) -> int:
    """Do what the first word says; the others are options of its last step."""
    command = COMMANDS.get(words[0] if words else "")
    if command is None:
        print("\n".join(f"  {name:8} {command.summary}" for name, command in COMMANDS.items()))
        return 0 if words in ([], ["help"]) else 2
    if not command.steps:
        for folder in MADE.split():
            shutil.rmtree(ROOT / folder, ignore_errors=True)
        return 0
    prepare(command.developing)
    for number, step in enumerate(command.steps, 1):
        more = words[1:] if number == len(command.steps) else []
        run(*shlex.split(step), *more)
    return 0


def run(program: str, *options: str) -> None:
    """Run a program of the environment in the root of the project; where it fails, end as it did."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    found = shutil.which(program, path=path) or program
    surroundings = dict(os.environ, NO_MKDOCS_2_WARNING="1", PATH=path)
    ended = subprocess.run([found, *options], cwd=ROOT, env=surroundings, check=False)
    if ended.returncode:
        raise SystemExit(ended.returncode)


def prepare(developing: bool) -> None:
    """Make the environment and install what is locked, unless that is done already."""
    if is_stale("installed", "requirements.txt", "pyproject.toml"):
        print("Preparing .venv ...", flush=True)
        make_environment()
        install("--require-hashes", "-r", "requirements.txt")
        install("--no-build-isolation", "--no-deps", "-e", ".")
        (VENV / ".installed").touch()
    if developing and is_stale(
        "installed-dev", "requirements-dev.txt", "tests/web/package-lock.json", "pyproject.toml"
    ):
        print("Preparing the tests ...", flush=True)
        install("--require-hashes", "-r", "requirements-dev.txt")
        run("npm", "ci", "--prefix", "tests/web", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error")
        (VENV / ".installed-dev").touch()


def is_stale(mark: str, *made_of: str) -> bool:
    """Return whether what a file in the environment marks as done has to be done again."""
    done = VENV / f".{mark}"
    return not done.exists() or any((ROOT / name).stat().st_mtime > done.stat().st_mtime for name in made_of)


def install(*options: str) -> None:
    """Install with the environment's pip, or with uv, which makes environments without one."""
    if shutil.which("pip", path=str(BIN)):
        run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *options)
    else:
        run("uv", "pip", "install", "--quiet", "--python", str(VENV), *options)


def make_environment() -> None:
    """Make .venv with the first Python that is new enough and able to, or with uv; CannotError if nothing is."""
    this = getattr(sys, "_base_executable", sys.executable)  # not that of the environment that is made anew
    found = [path for path in map(shutil.which, [this, "python3", "python", *NEWER]) if path]
    pythons = [
        python for python in found if ends_well(python, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})")
    ]
    shutil.rmtree(VENV, ignore_errors=True)
    for python in pythons:
        if ends_well(python, "-m", "venv", str(VENV)):
            return
        shutil.rmtree(VENV, ignore_errors=True)
    if not ends_well("uv", "venv", "--python", ">={}.{}".format(*OLDEST), str(VENV)):
        raise CannotError(advice(bool(pythons)))


def ends_well(program: str, *options: str) -> bool:
    """Run something in silence and return whether it is there and ended well."""
    try:
        return subprocess.run([program, *options], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def advice(lacks_venv: bool) -> str:
    """Return the one command that helps on this system."""
    wrong = "This Python cannot make environments." if lacks_venv else "Python 3.11 or newer is needed."
    installers = {**INSTALLERS, "apt-get": APT_VENV if lacks_venv else APT_PYTHON}
    how = next((command for program, command in installers.items() if shutil.which(program)), "see python.org")
    return f"{wrong} This installs what is missing: {how}"


APT_VENV = "sudo apt-get install python3-venv"
APT_PYTHON = "sudo apt-get install python3.11 python3.11-venv"
INSTALLERS = {
    "apt-get": APT_PYTHON,
    "dnf": "sudo dnf install python3.13",
    "apk": "sudo apk add python3",
    "pacman": "sudo pacman -S python",
    "zypper": "sudo zypper install python313",
    "brew": "brew install python@3.13",
    "winget": "winget install Python.Python.3.13",
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CannotError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
