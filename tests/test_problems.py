"""Every mistake is answered with its place, what is wrong and what to do: one table of cases."""

from pathlib import Path

import pytest
import yaml

from playbook.pages.site import render_site
from playbook.problems import ProblemsFound
from project import ROOT, make_small

CASES = sorted((ROOT / "tests" / "problems").glob("*.yml"))


def test_there_are_cases() -> None:
    """The folder of cases is not empty."""
    assert len(CASES) > 40


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_answered_exactly(case: Path, small: Path) -> None:
    """The problems of a case are exactly the expected ones; refresh with `python tests/test_problems.py`."""
    said = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert problems_of(said, small) == said["expected"], said["about"]


def problems_of(case: dict[str, dict[str, str]], root: Path) -> list[str]:
    """Lay the files of a case into the project and return what is said of it."""
    files = {name: text.encode() for name, text in case.get("files", {}).items()}
    files |= {name: text.encode("latin-1") for name, text in case.get("latin_1", {}).items()}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    try:
        render_site(root)
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []


def refresh() -> None:
    """Write what is said now into every case; read the difference before you keep it."""
    from tempfile import TemporaryDirectory

    for case in CASES:
        text = case.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            problems = problems_of(yaml.safe_load(text), make_small(Path(folder) / "project"))
        lines = yaml.safe_dump({"expected": problems}, width=10_000, allow_unicode=True)
        case.write_text(text[: text.index("expected:")] + lines, encoding="utf-8")


if __name__ == "__main__":
    refresh()
