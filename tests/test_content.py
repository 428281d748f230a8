"""The knowledge is whole: enough of every kind, every field filled, every claim of the essay carried."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import pytest
import yaml

from playbook.library import Library
from playbook.models import Entry
from playbook.pages.site import Site
from project import ROOT

FEWEST = {
    "red_flags": 28,
    "questions": 200,
    "topics": 60,
    "languages": 10,
    "scripts": 80,
    "levers": 18,
    "checklists": 14,
    "glossary": 60,
    "resources": 90,
}
FEWEST_QUESTIONS = {"manager": 75, "peer": 40, "recruiter": 30, "skip-level": 25, "founder": 15}
MOST_WORDS_ASKED = 30
MOST_QUESTIONS = 320
WARM_OPENERS = {
    "honest-why-joined",
    "honest-why-stay",
    "honest-path-here",
    "strategy-why-founded",
    "strategy-leaders-still-enjoy",
}
"""What people like to talk about, to begin with."""

MOST_ABOUT_THE_LAST = 1 / 3
"""The part of the questions that may contain "last": three in a row sound like an audit."""

SEED_RED_FLAGS = {
    "insane-hours",
    "constant-firefighting",
    "no-long-term-investment",
    "politics",
    "arrogance",
    "unkindness",
    "high-churn",
    "low-energy",
}
QUESTION_THEMES = re.findall(
    r"\S+",
    "work first-weeks users expectations growth learning manager decisions team conflict honest-views turnover"
    " diversity planning deadlines hours on-call incidents quality debt tooling documentation ai money strategy layoffs"
    " remote benefits pay equity legal visas accommodation timing doubts",
)

FILLED: dict[str, Mapping[str, int]] = {
    "red_flags": {"summary": 1, "living_with": 1, "see": 2, "noise": 1, "act": 1, "theme": 1, "sources": 1},
    "questions": {"why": 1, "listen_for": 2, "worry_if": 2, "follow_up": 1, "theme": 1, "sources": 1},
    "topics": {"why": 1, "know": 2, "drills": 1, "done_when": 1, "resources": 1, "theme": 1, "sources": 1},
    "languages": {"choose_if": 1, "notes": 8, "concurrency": 1, "resources": 1, "sources": 1},
    "scripts": {"situation": 1, "goal": 1, "say": 1, "turns": 2, "avoid": 1, "why": 1, "theme": 1, "sources": 1},
    "levers": {"what": 1, "costs_them": 1, "moves_when": 1, "how_to_ask": 1, "watch_for": 1, "theme": 1, "sources": 1},
    "stages": {"meaning": 1, "next": 2, "sources": 1},
    "checklists": {"moment": 1, "summary": 1, "sources": 1},
    "glossary": {"meaning": 1, "sources": 1},
    "resources": {"why": 1, "when": 1, "price": 1, "theme": 1},
}
"""Kind -> how much of each field every entry has: at least so many items, or a text that is not empty."""

ATOMS = [f"S-{number:03}" for number in range(1, 151)]
SEED_LINKS = re.findall(
    r"\S+",
    "S-004 S-005 S-006 S-009 S-010 S-013 S-032 S-035 S-047 S-048 S-054 S-061 S-064 S-068 S-069 S-074 S-077 S-083"
    " S-090 S-110 S-111 S-112 S-129 S-150",
)
"""The claims of the essay that are links or books."""

CARRIED: dict[str, list[str]] = yaml.safe_load((ROOT / "tests" / "atoms.yml").read_text(encoding="utf-8"))
"""Claim of the essay -> where the guide carries it."""


# ---- enough of everything ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FEWEST)
def test_there_are_enough(kind: str, library: Library) -> None:
    """The library has at least the promised number of entries of a kind."""
    assert len(library.of(kind)) >= FEWEST[kind]


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, fields in FILLED.items() for field in fields])
def test_every_entry_is_whole(kind: str, field: str, library: Library) -> None:
    """Every entry of a kind has every field that makes it useful, and says where it comes from."""
    thin = [entry.id for entry in library.of(kind) if amount(entry, field) < FILLED[kind][field]]
    assert thin == []


def amount(entry: Entry, field: str) -> int:
    """Return how many items a list has; for anything else, whether it is there."""
    value = getattr(entry, field)
    return len(value) if isinstance(value, tuple) else int(bool(value))


def test_few_things_come_first(library: Library) -> None:
    """Only about a fifth of a kind says `must`, so that a reader with no time knows where to begin."""
    entries = {kind: library.of(kind) for kind in ("questions", "topics", "scripts", "levers")}
    shares = {kind: share_of_must(found) for kind, found in entries.items()}
    assert {kind: share for kind, share in shares.items() if not 0.15 <= share <= 0.25} == {}


def share_of_must(entries: Iterable[Entry]) -> float:
    """Return the part of the entries that comes first."""
    first = [getattr(entry, "priority", "") == "must" for entry in entries]
    return first.count(True) / len(first)


# ---- questions and red flags -------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", FEWEST_QUESTIONS)
def test_everybody_can_be_asked_enough(person: str, library: Library) -> None:
    """There are enough questions for each person one meets."""
    assert sum(person in question.to for question in library.questions) >= FEWEST_QUESTIONS[person]


def test_questions_can_be_spoken(library: Library) -> None:
    """A question is short enough to say, and ends as a question does, or as a plain request."""
    assert [question.id for question in library.questions if len(question.ask.split()) > MOST_WORDS_ASKED] == []
    assert [question.id for question in library.questions if not question.ask.endswith(("?", "."))] == []


@pytest.mark.parametrize("person", FEWEST_QUESTIONS)
def test_everybody_can_be_asked_something_warm(person: str, library: Library) -> None:
    """For each person there are two questions or more that anybody likes to answer."""
    assert sum(person in question.to for question in library.questions if question.id in WARM_OPENERS) >= 2


def test_questions_do_not_sound_like_an_audit(library: Library) -> None:
    """At most a third of the questions ask about the last time, and there are not too many to choose from."""
    about_the_last = [question.id for question in library.questions if re.search(r"\blast\b", question.ask)]
    assert len(about_the_last) <= len(library.questions) * MOST_ABOUT_THE_LAST
    assert len(library.questions) <= MOST_QUESTIONS


def test_questions_cover_every_theme(library: Library) -> None:
    """Every theme that one should ask about has five questions or more."""
    count = Counter(question.theme for question in library.questions)
    assert [theme for theme in QUESTION_THEMES if count[f"ask-{theme}"] < 5] == []


def test_every_red_flag_can_be_drawn_out(library: Library) -> None:
    """The essay's eight red flags are marked and have five questions each; every other has at least two."""
    assert {red_flag.id for red_flag in library.red_flags if red_flag.seed} == SEED_RED_FLAGS
    asked = {red_flag.id: len(library.questions_by_red_flag.get(red_flag.id, ())) for red_flag in library.red_flags}
    assert {id: count for id, count in asked.items() if count < (5 if id in SEED_RED_FLAGS else 2)} == {}


# ---- preparing ---------------------------------------------------------------------------------------------------


def test_components_are_known_in_depth(library: Library) -> None:
    """At least 15 components name three services and how they differ, and 15 failure modes have a remedy."""
    components = [topic for topic in library.topics if topic.theme == "prep-design-components"]
    assert sum(len(topic.services) >= 3 for topic in components) >= 15
    assert sum(len(topic.failures) for topic in components) >= 15


def test_design_drills_say_what_is_strong(library: Library) -> None:
    """At least 12 whole designs say what a strong answer covers."""
    drills = [drill for topic in library.topics if topic.theme == "prep-design-drills" for drill in topic.drills]
    assert sum(len(drill.strong_answer) >= 3 for drill in drills) >= 12


def test_facts_about_python_are_current(library: Library) -> None:
    """Python's global lock and free threading are there, with a date."""
    notes = [note for language in library.languages if language.id == "python" for note in language.notes]
    dated = " ".join(note.point + note.detail for note in notes if note.as_of)
    assert re.search(r"GIL|Global Interpreter Lock", dated)
    assert re.search(r"free.thread", dated, re.IGNORECASE)


# ---- the essay ---------------------------------------------------------------------------------------------------


def test_every_claim_of_the_essay_is_carried() -> None:
    """All 150 claims are in the table, each with a target, and nothing else is."""
    assert list(CARRIED) == ATOMS
    assert [atom for atom, targets in CARRIED.items() if not targets] == []


def test_every_target_of_a_claim_is_there(site: Site) -> None:
    """A target is an id of the library that its page shows, or an explicit anchor of a rendered page."""
    targets = {target for targets in CARRIED.values() for target in targets}
    assert sorted(target for target in targets if not is_shown(target, site)) == []


def is_shown(target: str, site: Site) -> bool:
    """Tell whether a page of the site has what a target names."""
    if "#" not in target and target not in site.places:
        return False
    page, anchor = target.split("#") if "#" in target else (site.places[target].page, site.places[target].anchor)
    markdown = site.pages[page].markdown if page in site.pages else ""
    return f'id="{anchor}"' in markdown or f"{{#{anchor}}}" in markdown


def test_the_links_of_the_essay_are_marked(library: Library) -> None:
    """Every link of the essay is a resource that says so, and no other resource does."""
    marked = {resource.id for resource in library.resources if resource.seed}
    linked = {target for atom in SEED_LINKS for target in CARRIED[atom] if target in marked}
    assert marked - {"seed-essay"} == linked
    assert [atom for atom in SEED_LINKS if marked.isdisjoint(CARRIED[atom])] == []
