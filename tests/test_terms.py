"""Topics name things as interviewers do, and the glossary explains each name."""

import json

import pytest

from playbook.models import Term, Topic
from playbook.pages.terms import Terms
from playbook.reading.load import load_library
from project import ROOT

LIBRARY = load_library(ROOT)
GLOSSARY = {term.id: term for term in LIBRARY.glossary}
NAMED = [topic for topic in LIBRARY.topics if topic.terms]


@pytest.mark.parametrize("topic", NAMED, ids=lambda topic: topic.id)
def test_a_topic_says_the_terms_it_lists(topic: Topic) -> None:
    """Each term that a topic lists is in its text, so that the plain words stand beside it."""
    text = json.dumps(topic.model_dump(mode="json", exclude={"also", "terms"}))
    assert [id for id in topic.terms if not stands_in(text, GLOSSARY[id])] == []


def stands_in(text: str, term: Term) -> bool:
    """Say whether a text has a term, as the tooltips look for it."""
    return any(found for _, found in Terms([term]).split(text, set()))


@pytest.mark.parametrize(
    "term",
    [
        "loop invariant",
        "monotonic stack",
        "lower bound",
        "memoization",
        "in-degree",
        "difference array",
        "LRU",
        "B-tree",
        "LSM tree",
        "write-ahead log",
        "Raft",
        "quorum",
        "two-phase commit",
        "saga",
        "canary",
        "backpressure",
        "Coffman conditions",
        "dining philosophers",
    ],
)
def test_what_interviewers_listen_for_is_explained(term: str) -> None:
    """The terms that plain words used to hide are in the glossary."""
    assert term in {entry.term for entry in LIBRARY.glossary}


def test_coding_and_languages_are_found_by_what_people_type() -> None:
    """Coding, data structures, concurrency and languages say what people would type, each at least two ways."""
    themes = {"prep-coding", "prep-data-structures", "prep-concurrency"}
    entries = (*(topic for topic in LIBRARY.topics if topic.theme in themes), *LIBRARY.languages)
    assert len(entries) > 30
    assert [entry.id for entry in entries if len(entry.also) < 2] == []
