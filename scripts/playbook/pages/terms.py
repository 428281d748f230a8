"""Where in a text the terms of the glossary occur."""

import re
from collections.abc import Iterable, Iterator

from playbook.models import Term


class Terms:
    """The glossary, ready to be found in text as whole words."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self.by_first_word: dict[str, list[tuple[re.Pattern[str], Term]]] = {}
        for term in glossary:
            for spelling in (term.term, *term.also):
                first = _WORD.findall(spelling.casefold())[:1]
                for word in first:
                    self.by_first_word.setdefault(word, []).append((_pattern(spelling), term))
        self.found: dict[str, tuple[tuple[int, int, Term], ...]] = {}

    def split(self, text: str, explained: set[str]) -> Iterator[tuple[str, Term | None]]:
        """Cut a text into pieces, each with the term it is if it has not been explained yet.

        Adds what it finds to `explained`. Abbreviations match only as they are written.
        """
        if text not in self.found:
            self.found[text] = tuple(self._find(text))
        start = 0
        for begin, end, term in self.found[text]:
            if term.id not in explained:
                explained.add(term.id)
                yield text[start:begin], None
                yield text[begin:end], term
                start = end
        yield text[start:], None

    def _find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        words = self.by_first_word.keys() & _WORD.findall(text.casefold())
        matches = [
            (match.start(), match.end(), term)
            for word in words
            for pattern, term in self.by_first_word[word]
            for match in pattern.finditer(text)
        ]
        last = 0
        for begin, end, term in sorted(matches, key=lambda match: (match[0], -match[1])):
            if begin >= last:
                last = end
                yield begin, end, term


_WORD = re.compile(r"\w+")


def _pattern(spelling: str) -> re.Pattern[str]:
    """Return what finds a spelling as whole words; an abbreviation only as it is written."""
    flags = 0 if spelling.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])", flags)
