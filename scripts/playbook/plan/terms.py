"""Where in a text the terms of the glossary occur."""

import re
from collections.abc import Iterable, Iterator

from playbook.models import Term


class Terms:
    """The glossary, ready to be found in text as whole words."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self.by_word = {word.casefold(): term for term in glossary for word in (term.term, *term.also)}
        longest_first = sorted(self.by_word, key=lambda word: (-len(word), word))
        words = "|".join(re.escape(word) for word in longest_first)
        self.pattern = re.compile(rf"(?<![\w-])({words})(?![\w-])", re.IGNORECASE) if words else None
        self.first_words = {_WORD.findall(word)[0] for word in longest_first if _WORD.search(word)}
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
        # Most texts have no term; the words of a text are compared much faster than the pattern runs.
        if self.pattern is None or self.first_words.isdisjoint(_WORD.findall(text.casefold())):
            return
        for match in self.pattern.finditer(text):
            term = self.by_word[match[1].casefold()]
            abbreviation = match[1].isupper() or term.term.isupper()
            if not abbreviation or match[1] in (term.term, *term.also):
                yield match.start(), match.end(), term


_WORD = re.compile(r"\w+")
