"""Whatever is edited, the preview never shows something else than a fresh build would."""

import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from playbook.builder.preview import Preview
from playbook.pages.places import url_of
from project import make_small

HOME = "http://127.0.0.1:1/offer-playbook/"
PATIENCE = 60

Edit = Callable[[Path, str], None]


def reword(name: str, pattern: str, replacement: str) -> Edit:
    """Return an edit that replaces the first place of a file that matches; `WORD` becomes a new word."""

    def edit(root: Path, word: str) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(pattern, replacement.replace("WORD", word), text, count=1), encoding="utf-8")

    return edit


def write(name: str, text: str) -> Edit:
    """Return an edit that writes a whole file."""

    def edit(root: Path, word: str) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.replace("WORD", word), encoding="utf-8")

    return edit


def delete(name: str) -> Edit:
    """Return an edit that deletes a file, if it is there."""
    return lambda root, _: (root / name).unlink(missing_ok=True)


EDITS: dict[str, Edit] = {
    "the words of a question": reword("data/questions/q.yml", r"ask: [^,}\n]*", "ask: What is WORD?"),
    "the name of a red flag": reword("data/red_flags/r.yml", r"name: [^,}\n]*", "name: WORD"),
    "a term": reword("data/glossary/g.yml", r"meaning: [^,}\n]*", "meaning: It is WORD."),
    "the name of a theme": reword("data/themes/themes.yml", r"name: [^,}\n]*", "name: Theme WORD"),
    "a paragraph": reword("docs/ask/pace.md", r"\Z", "\nA paragraph of WORD.\n"),
    "a title": reword("docs/index.md", r"(?m)^# .*", "# Title WORD"),
    "a new page": write("docs/new.md", "# New WORD\n\nHello.\n"),
    "no new page": delete("docs/new.md"),
    "a page of yours": write("my/docs/glossary.md", "# Words WORD\n\n{{ glossary() }}\n"),
    "no page of yours": delete("my/docs/glossary.md"),
    "a template": reword("templates/partials/questions.html", r"\Z", "\n<p>WORD</p>\n"),
    "the theme": reword("templates/theme/main.html", r"(\{% block htmltitle %\})", r"\1<!-- WORD -->"),
    "a style": reword("docs/assets/playbook.css", r"\Z", "\n.WORD { color: red }\n"),
    "a profile": write("my/profile.yml", "role: backend\nred_flags: [constant-firefighting]\n"),
    "no profile": delete("my/profile.yml"),
    "what is hidden": write("my/data/hide.yml", "hide: [without-a-theme]\n"),
    "nothing hidden": delete("my/data/hide.yml"),
}


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a built site but those that say when they were built."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("sitemap")
    }


def fresh(root: Path, folder: Path) -> dict[str, bytes]:
    """Return what a build shows that knows nothing from before."""
    copied = folder / "fresh"
    shutil.copytree(root, copied, ignore=shutil.ignore_patterns(".cache"))
    preview = Preview(copied, HOME)
    try:
        preview.first_build()
        return contents(preview.folder)
    finally:
        preview.close()
        shutil.rmtree(copied)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Return a preview of a small project."""
    preview = Preview(make_small(tmp_path / "project"), HOME)
    preview.first_build()
    yield preview
    preview.close()


def article(page: bytes) -> str:
    """Return what a page says, without navigation and neighbors."""
    found = re.search(rb"<article.*?</article>", page, re.DOTALL)
    assert found, "each page has an article"
    return found[0].decode()


def settle(preview: Preview) -> None:
    """Wait until everything is built."""
    end = time.monotonic() + PATIENCE
    while not preview.settled and time.monotonic() < end:
        time.sleep(0.02)
    assert preview.settled


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_the_preview_is_what_a_fresh_build_is(seed: int, preview: Preview, tmp_path: Path) -> None:
    """What somebody sees at once has the right words; a moment later everything is the same to the byte."""
    chance = random.Random(seed)  # noqa: S311 - for cases, not for secrets
    names = list(EDITS)
    for number in range(4):
        for name in chance.sample(names, chance.choice((1, 1, 2))):
            EDITS[name](preview.root, f"word{seed}{number}")
        preview.edit()
        found = {page: preview.find(url_of(page)) for page in preview.pages()}
        expected = fresh(preview.root, tmp_path)
        for page, there in found.items():
            name = f"{url_of(page)}index.html"
            assert (there is not None) == (name in expected), page
            assert there is None or article(there[1]) == article(expected[name]), page
        settle(preview)
        shown = contents(preview.folder)
        assert {name for name in shown.keys() | expected.keys() if shown.get(name) != expected.get(name)} == set()


def test_an_edit_overtakes_the_build_of_the_one_before(preview: Preview) -> None:
    """Of two edits in a row only the second is built whole."""
    for word in ("first", "second"):
        EDITS["a paragraph"](preview.root, word)
        preview.edit()
    settle(preview)
    found = preview.find("ask/pace/")
    assert found
    assert b"A paragraph of second." in found[1]
