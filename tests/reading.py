"""How text reads: its grade, how alike two texts are, and which text of an entry or a page a reader reads."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

import yaml
from pydantic import BaseModel

from playbook.library import Library
from playbook.pages.page import title_of

NOT_PROSE = {"id", "url", "format", "page", "word", "status", "theme", "priority", "author", "price"}
"""Fields that are names, addresses or choices, not sentences."""

SMALL_WORDS = frozenset(
    re.findall(
        r"\S+",
        "a about an and any are as at be been but by can could did do does for from had has have here how i i'd i'm if"
        " in is it it's me my of on or our s that the their them there they this to up was we were what when where"
        " which who why will with would you your you've",
    )
)
"""Words that every spoken sentence has; two that share only these are not alike."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))


def grade(sentences: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade, the school year in which one can read it; labels are no sentences."""
    split = [words_of(part) for text in sentences for part in re.split(r"[.!?]+[)'\"]*(?:\s|$)", text)]
    whole = [words for words in split if len(words) > 3]
    words = [word for sentence in whole for word in sentence]
    return 0.39 * len(words) / len(whole) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59 if whole else 0


def syllables(word: str) -> int:
    """Return about how many syllables an English word has."""
    sounded = re.sub(r"(?:[^laeiouy]es|[^aeioudty]ed|[^laeiouy]e)$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", sounded)))


def alike(one: str, other: str) -> float:
    """Return from 0 to 1 how alike two texts are: in their order of words, or in the words that carry meaning."""
    first, second = words_of(one), words_of(other)
    carry_one, carry_other = set(first) - SMALL_WORDS, set(second) - SMALL_WORDS
    shared = len(carry_one & carry_other) / max(1, len(carry_one | carry_other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return max(shared, matcher.ratio() if matcher.quick_ratio() > shared else 0)


def pairs_above(limit: float, texts: Mapping[str, str]) -> Iterator[str]:
    """Go through the pairs that are at least so alike, as `id / id`."""
    for (one, first), (other, second) in combinations(sorted(texts.items()), 2):
        if alike(first, second) >= limit:
            yield f"{one} / {other}"


def prose_of(model: BaseModel) -> Iterator[str]:
    """Go through every sentence of an entry and of what is nested in it."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for item in value if isinstance(value, tuple) else (value,) if name not in NOT_PROSE else ():
            if isinstance(item, BaseModel):
                yield from prose_of(item)
            elif isinstance(item, str) and " " in item:
                yield item


def front_of(source: str) -> dict[str, str]:
    """Return the front matter of a page."""
    front: dict[str, str] = yaml.safe_load(source.split("---\n", 2)[1])
    return front


def prose_of_page(source: str, library: Library) -> list[str]:
    """Return the lines of a page as its writer wrote them: no markup, headings or tables, each link as its words."""
    body = source.split("---\n", 2)[2]
    body = re.sub(r"```.*?```|\{%.*?%\}|<[^>]+>|!\[[^\]]*\]\([^)]*\)|\{#[^}]*\}", "", body, flags=re.DOTALL)
    body = re.sub(r'\{\{ link\("([^"]+)"(?:, "([^"]*)")?\) \}\}', lambda found: _shown(found, library), body)
    body = re.sub(r"\{\{.*?\}\}", "", body)
    body = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", body)
    body = re.sub(r"^(?:#|\||!!!|\s*$).*$", "\n", body, flags=re.MULTILINE)
    blocks = re.split(r"\n\s*\n|\n\s*(?=[-*>]|\d+\.)", body)
    return [" ".join(block.split()) for block in blocks if words_of(block)]


def _shown(found: re.Match[str], library: Library) -> str:
    return found[2] or (title_of(library.by_id[found[1]]) if found[1] in library.by_id else found[1])
