"""What the profile changed on one page: asked for by its templates, told by its note."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from playbook.library import Library
from playbook.models import Checklist, Entry, Profile, Question, Script
from playbook.pages.places import page_of
from playbook.plan.choices import every_question
from playbook.plan.guide import Guide
from playbook.plan.reasons import About, Reason
from playbook.plan.select import Group, plan_groups
from playbook.plan.weeks import Plan

LANGUAGES = "prepare/languages/index.md"
EVERY_QUESTION = "checklists/choose.md"
"""Pages that list a whole kind."""


@dataclass
class Changes:
    """What a template can ask about you; each answer that only you get is remembered for the note of the page."""

    page: str
    guide: Guide
    found: dict[str, Reason] = field(default_factory=dict)
    """Id of an entry, or a word for something else, and why it is as it is for you."""

    def names(self) -> dict[str, object]:
        """Return the names a template sees."""
        return {
            "guide": self.guide,
            "yours": self.yours,
            "revealing": self.revealing,
            "showing": self.showing,
            "moving": self.moving,
            "plan": self.plan,
            "whose": self.whose,
            "criteria": self.criteria,
            "words_of": words_of,
        }

    def note(self) -> dict[str, object]:
        """Return what the note of the page tells."""
        found = Counter(reason.about for reason in self.found.values())
        counts = {about: found[about] for about in get_args(About)}
        return {"counts": counts, "everyones": everyones(self.page, self.guide)}

    def yours(self, id: str) -> Reason | None:
        """Return why an entry stands where it does for you; none if it does so for everybody."""
        reason = self.guide.reasons.get(id)
        if reason:
            self.found[id] = reason
        return reason

    def revealing(self, id: str) -> tuple[Question, ...]:
        """Return the questions that reveal a red flag, the most important first."""
        questions = self.guide.library.questions_by_red_flag.get(id, ())
        self.compare(questions, self.guide.general.questions_by_red_flag.get(id, ()))
        return questions

    def showing(self, id: str) -> tuple[Question, ...]:
        """Return the questions whose good answers show a green flag, the most important first."""
        questions = self.guide.library.questions_by_green_flag.get(id, ())
        self.compare(questions, self.guide.general.questions_by_green_flag.get(id, ()))
        return questions

    def moving(self, id: str) -> tuple[Script, ...]:
        """Return the scripts that move a lever."""
        scripts = self.guide.library.scripts_by_lever.get(id, ())
        self.compare(scripts, self.guide.general.scripts_by_lever.get(id, ()))
        return scripts

    def compare(self, mine: Sequence[Entry], theirs: Sequence[Entry]) -> None:
        """Remember what stands elsewhere for you than for everybody."""
        if [entry.id for entry in mine] != [entry.id for entry in theirs]:
            for entry in mine:
                self.yours(entry.id)

    def criteria(self) -> tuple[str, ...]:
        """Return the themes that a job must do well in for you."""
        self.found |= {id: Reason("criteria", "") for id in self.guide.profile.criteria}
        return self.guide.profile.criteria

    def plan(self) -> Plan:
        """Return the plan that fits the profile, or everybody's."""
        if self.guide.plan_is_yours:
            self.found["plan"] = Reason("plan", self.guide.who)
        return self.guide.plan

    def whose(self, checklist: Checklist) -> str:
        """Return for whom a checklist is and what comes first on it; empty for everybody's."""
        line = self.guide.whose(checklist)
        if line:
            self.found[checklist.id] = Reason("sheets", line)
        return line


def words_of(field: str) -> tuple[str, ...]:
    """Return the words that a field of the profile allows."""
    return tuple(_words(Profile.model_fields[field].annotation))


def _words(annotation: object) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _words(part)


def below_title(markdown: str, note: str) -> str:
    """Return a page with a note below its title."""
    title = re.search(r"^# .*\n", markdown, re.MULTILINE)
    end = title.end() if title else len(markdown)
    return f"{markdown[:end]}\n{note}\n{markdown[end:]}"


def everyones(page: str, guide: Guide) -> tuple[Group, ...]:
    """Return the lists of a page that everybody sees in another order than you, in everybody's order."""
    pairs = zip(_lists(page, guide.general), _lists(page, guide.library), strict=True)
    return tuple(group for theirs, mine in pairs if _ids(theirs) != _ids(mine) for group in theirs)


def _ids(groups: Iterable[Group]) -> list[tuple[str, list[str]]]:
    return [(group.title, [entry.id for entry in group.entries]) for group in groups]


def _lists(page: str, library: Library) -> list[tuple[Group, ...]]:
    """Return what a page lists: its themes, its checklists, the languages."""
    themes = [theme for theme in library.themes if page_of(theme, "themes", library) == page]
    checklists = [each for each in library.checklists if page_of(each, "checklists", library) == page]
    return [
        *((Group(theme.name, theme.id, library.by_theme.get(theme.id, ())),) for theme in themes),
        *(plan_groups(checklist, library) for checklist in checklists),
        *([(Group("Languages", None, library.languages),)] if page == LANGUAGES else []),
        *([every_question(library)] if page == EVERY_QUESTION else []),
    ]
