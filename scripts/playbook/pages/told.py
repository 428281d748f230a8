"""Which entries the story uses, and in which chapters: read from the links of its pages, not kept by hand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

STORY = "story/"
"""The folder of the pages that tell it."""

LINK = re.compile(r"""\b(?:link|url)\(\s*["']([a-z0-9-]+)["']""")
TITLE = re.compile(r"""^title: (["']?)(.+)\1$""", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """A page of the story."""

    page: str
    title: str


def plan_told(sources: Mapping[str, str]) -> Mapping[str, tuple[Chapter, ...]]:
    """Return the chapters in which each entry is linked, by its id, in the order of their titles.

    `sources` has the text of each page by its name in docs/; pages outside of the story are no chapters.
    """
    told: dict[str, dict[Chapter, None]] = {}
    for page, source in sources.items():
        if page.startswith(STORY):
            for id in _linked(source):
                told.setdefault(id, {})[Chapter(page, _title(source, page))] = None
    return {id: tuple(sorted(chapters, key=lambda chapter: chapter.title)) for id, chapters in told.items()}


def _linked(source: str) -> Iterator[str]:
    yield from (found[1] for found in LINK.finditer(source))


def _title(source: str, page: str) -> str:
    found = TITLE.search(source)
    return found[2] if found else page
