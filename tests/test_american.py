"""American English, as engineers and recruiters speak it: in every page and entry, and in what is shown of them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from playbook.library import Library
from playbook.pages.site import Site
from project import ROOT
from reading import NOT_PROSE

WORDS: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "words.yml").read_text(encoding="utf-8"))
BRITISH = re.compile(rf"\b(?:{'|'.join(WORDS['british'])})\b", re.IGNORECASE)
IN_ISE = re.compile(r"\b(\w+?)is(?:e|es|ed|er|ers|ing|ation|ations|able)\b", re.IGNORECASE)
WITH_S = frozenset(WORDS["with-s"].split())
ABOUT: dict[str, list[str]] = WORDS["about"]

OTHERS = {"also", "sources", "see"}
"""Fields that hold what a reader may type, or ids, and no words of ours."""

NO_WORDS = re.compile(
    r"```.*?```|<code.*?</code>|<pre.*?</pre>|`[^`]*`|<[^>]*>|\{[{%#].*?[}%]?\}|\]\([^)]*\)|https?://\S+|&\w+;|^\s*:?-{3,}.*?$",
    re.DOTALL | re.MULTILINE,
)
"""What stands in a page without being read: code, tags, calls, targets of links."""

PAGES = sorted((ROOT / "docs").rglob("*.md"))


def british(text: str) -> Iterator[str]:
    """Go through the words of a text that an American would write in another way."""
    in_ise = {found.start(): found[0] for found in IN_ISE.finditer(text) if found[1].lower() not in WITH_S}
    found = in_ise | {found.start(): found[0] for found in BRITISH.finditer(text)}
    yield from (found[start] for start in sorted(found))


def words_of_entry(model: BaseModel) -> Iterator[str]:
    """Go through what an entry says in our words; the titles of what others wrote are theirs."""
    theirs = {"name", "author"} if type(model).__name__ == "Resource" else set()
    for name in set(type(model).model_fields) - NOT_PROSE - OTHERS - theirs:
        value = getattr(model, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from words_of_entry(item)
            elif isinstance(item, str) and not re.fullmatch(r"[a-z0-9-]+", item):
                yield item


def shown(markdown: str) -> str:
    """Return the words of a page that a reader sees."""
    return NO_WORDS.sub(" ", re.sub(r"^---\n.*?\n---\n", "", markdown, count=1, flags=re.DOTALL))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_is_in_american_english(path: Path) -> None:
    """No page has a British word or spelling."""
    assert list(british(shown(path.read_text(encoding="utf-8")))) == []


def test_the_data_are_in_american_english(library: Library) -> None:
    """No entry has a British word or spelling, but for the search and where it is what the entry is about."""
    found = {entry.id: list(british(" \n ".join(words_of_entry(entry)))) for entry in library}
    left = {id: [word for word in words if word not in ABOUT.get(id, ())] for id, words in found.items()}
    assert {id: words for id, words in left.items() if words} == {}


def test_what_is_shown_is_in_american_english(site: Site, library: Library) -> None:
    """The templates add no British word to what pages and entries say."""
    quoted = {word for resource in library.resources for word in british(f"{resource.name} {resource.author}")}
    listed = {word for entry in library for also in entry.also for word in british(also)}
    known = quoted | listed | {word for words in ABOUT.values() for word in words}
    found = {name: set(british(shown(page.markdown))) - known for name, page in site.pages.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_scripts_show_american_english() -> None:
    """What the browser's modules write into a page has no British word."""
    modules = sorted((ROOT / "docs" / "assets" / "js").rglob("*.js"))
    said = {path.name: " ".join(strings_of(path.read_text(encoding="utf-8"))) for path in modules}
    assert modules
    assert {name: list(british(text)) for name, text in said.items() if list(british(text))} == {}


def strings_of(source: str) -> Iterator[str]:
    """Go through the strings of a program that are words and not names."""
    lines = (line for line in source.split("\n") if not line.lstrip().startswith(("//", "*", "/*")))
    yield from (text for line in lines for text in re.findall(r"[\"`']([^\"`']* [^\"`']*)[\"`']", line))


def test_what_nobody_says_stays_away(site: Site, library: Library) -> None:
    """Phrases that were taken out because nobody says or understands them do not come back."""
    texts: Iterable[str] = [shown(page.markdown) for page in site.pages.values()]
    everything = " ".join([*texts, *(text for entry in library for text in words_of_entry(entry))]).lower()
    plain = re.sub(r"\s+", " ", everything.replace("’", "'"))
    assert [phrase for phrase in WORDS["removed"] if phrase in plain] == []


def test_british_words_are_found_by_the_search(library: Library) -> None:
    """Who types the British word finds the entry of the American one."""
    typed = {word.lower() for term in library.glossary for word in term.also}
    assert {"cv", "rota", "pay rise", "annual leave", "redundancy", "gardening leave", "labelling"} <= typed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We organised a rota for the holidays.", ["organised", "rota", "holidays"]),
        ("Otherwise I'd exercise the options, which is no surprise.", []),
        ("Practise your defence of the licence.", ["Practise", "defence", "licence"]),
    ],
)
def test_british_words_are_seen(text: str, found: list[str]) -> None:
    """Spellings and words are seen, and words that only look like it are left alone."""
    assert list(british(text)) == found
