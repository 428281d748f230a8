"""The library: every entry that is shown, validated, with where each one comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from playbook.models import (
    KINDS,
    Blank,
    Call,
    Checklist,
    Criterion,
    Drill,
    Duration,
    Entry,
    Form,
    GreenFlag,
    Language,
    Lever,
    NextMove,
    Question,
    RedFlag,
    Resource,
    Script,
    Shortlist,
    Stage,
    Term,
    Theme,
    Topic,
)
from playbook.models.references import parts_of
from playbook.problems import Mark, Problem


@dataclass(frozen=True)
class Library:
    """All active entries by kind, in the order of their files."""

    red_flags: tuple[RedFlag, ...] = ()
    green_flags: tuple[GreenFlag, ...] = ()
    questions: tuple[Question, ...] = ()
    shortlists: tuple[Shortlist, ...] = ()
    topics: tuple[Topic, ...] = ()
    languages: tuple[Language, ...] = ()
    scripts: tuple[Script, ...] = ()
    levers: tuple[Lever, ...] = ()
    calls: tuple[Call, ...] = ()
    stages: tuple[Stage, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    forms: tuple[Form, ...] = ()
    resources: tuple[Resource, ...] = ()
    glossary: tuple[Term, ...] = ()
    themes: tuple[Theme, ...] = ()
    blanks: tuple[Blank, ...] = ()
    moves: tuple[NextMove, ...] = ()
    durations: tuple[Duration, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    origins: Mapping[str, Mark] = field(default_factory=dict)
    """Entry id -> the file and line it comes from."""
    hidden: Mapping[str, Entry] = field(default_factory=dict)
    """Id -> an entry that you hide: no list has it, but what names it still knows what it is."""
    retired: Mapping[str, str | None] = field(default_factory=dict)
    """Id of a retired entry -> the entry to use instead, if there is one."""
    notices: tuple[Problem, ...] = ()
    """What an owner should know, but nothing that stops a build."""
    steps: Mapping[str, int] = field(default_factory=dict)
    """Id -> how important it is to you, as in RANK, where that differs from what everybody sees."""
    feared: tuple[str, ...] = ()
    """Red flags that you fear, the worst first; their headings come before all others."""

    def step(self, entry: Question | Script | Lever) -> int:
        """Return how important an entry is: lower comes first."""
        return self.steps.get(entry.id, RANK[entry.priority])

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of one kind, named as its folder is."""
        entries: tuple[Entry, ...] = getattr(self, kind)
        return entries

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every active entry by its id."""
        return {entry.id: entry for entry in self}

    @cached_property
    def drills(self) -> Mapping[str, Drill]:
        """Every drill of every topic by its id."""
        return {drill.id: drill for topic in self.topics for drill in topic.drills}

    @cached_property
    def earlier_ids(self) -> Mapping[str, tuple[str, ...]]:
        """Entry id -> the retired entries it replaces: what a reader noted under them belongs to it."""
        groups: dict[str, list[str]] = {}
        for retired, successor in self.retired.items():
            groups.setdefault(successor or "", []).append(retired)
        return {id: tuple(retired) for id, retired in groups.items() if id}

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """Id of anything in the library, drills, notes and items included -> the id of the entry it is in."""
        return {part.id: entry.id for entry in self for _, part in parts_of(entry) if hasattr(part, "id")}

    @cached_property
    def by_theme(self) -> Mapping[str | None, tuple[Entry, ...]]:
        """Theme id -> its entries in order; themes without entries are absent, None holds those without a theme."""
        groups: dict[str | None, list[Entry]] = {}
        for entry in self:
            if hasattr(entry, "theme"):
                groups.setdefault(entry.theme, []).append(entry)
        return {theme: tuple(entries) for theme, entries in groups.items()}

    @cached_property
    def questions_by_red_flag(self) -> Mapping[str, tuple[Question, ...]]:
        """Red flag id -> the questions that reveal it, the most important first."""
        groups: dict[str, list[Question]] = {}
        for question in sorted(self.questions, key=self.step):
            for red_flag in question.reveals:
                groups.setdefault(red_flag, []).append(question)
        return {red_flag: tuple(questions) for red_flag, questions in groups.items()}

    @cached_property
    def questions_by_green_flag(self) -> Mapping[str, tuple[Question, ...]]:
        """Green flag id -> the questions whose good answers show it, the most important first."""
        groups: dict[str, list[Question]] = {}
        for question in sorted(self.questions, key=self.step):
            for green_flag in question.shows:
                groups.setdefault(green_flag, []).append(question)
        return {green_flag: tuple(questions) for green_flag, questions in groups.items()}

    @cached_property
    def scripts_by_lever(self) -> Mapping[str, tuple[Script, ...]]:
        """Lever id -> the scripts that move it."""
        groups: dict[str, list[Script]] = {}
        for script in self.scripts:
            for lever in script.levers:
                groups.setdefault(lever, []).append(script)
        return {lever: tuple(scripts) for lever, scripts in groups.items()}

    @cached_property
    def calls_by_entry(self) -> Mapping[str, tuple[Call, ...]]:
        """Id of an entry -> the calls in which it is heard."""
        groups: dict[str, dict[str, Call]] = {}
        for call in self.calls:
            for id in (id for line in call.lines for id in line.see):
                groups.setdefault(id, {})[call.id] = call
        return {id: tuple(calls.values()) for id, calls in groups.items()}

    def __iter__(self) -> Iterator[Entry]:
        """Go through every entry, kind by kind."""
        for kind in KINDS:
            yield from self.of(kind)


RANK = {"must": 0, "should": 1, "could": 2}
"""Priority -> its place in an order; lower comes first."""
