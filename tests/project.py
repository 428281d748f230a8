"""The projects that tests work on: the real one, and small copies that may be changed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SMALL_NAV = 'nav:\n  - index.md\n  - Guide: ["*.md"]\n'


def make_small(root: Path) -> Path:
    """Copy the small project to `root`."""
    shutil.copytree(ROOT / "tests" / "small", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    (root / "scripts").mkdir()
    for hook in ("mkdocs_hook.py",):
        shutil.copy(ROOT / "scripts" / hook, root / "scripts")
    (root / "my").mkdir()
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config[: config.index("nav:\n")] + SMALL_NAV, encoding="utf-8")
    return root


def write_files(root: Path, texts: Mapping[str, str]) -> None:
    """Write files by their names below `root`, with the folders they need."""
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="")
