"""What you are concerned about, and which questions are about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.library import RANK, Library
from playbook.models import Profile, Question, Theme
from playbook.plan.rounds import for_others, spaced
from playbook.plan.wording import ordinal, within


@dataclass(frozen=True)
class Concern:
    """One thing you care about, in words that follow "because", and its questions, the most important first.

    `brief` is the text without the words that an earlier one has already said; only red flags have it.
    """

    text: str
    questions: tuple[Question, ...]
    brief: str = ""


def concerns_of(profile: Profile, library: Library) -> tuple[Concern, ...]:
    """Return your concerns in order: red flags, what you hated, criteria, style, what you loved."""
    return tuple(concern for concern in _concerns(profile, library) if concern.questions)


def _concerns(profile: Profile, library: Library) -> Iterator[Concern]:
    yours = [question for question in library.questions if not for_others(question, profile)]
    flags = {flag.id: flag for flag in library.red_flags}
    themes = {theme.id: theme for theme in library.themes}
    for index, id in enumerate(profile.red_flags):
        name, place = within(flags[id].name), ordinal(index)
        yield Concern(f"{name} is your {place} red flag", _revealing([id], yours), f"{name} your {place}")
    for id in profile.hated:
        yield Concern(
            f"“{within(themes[id].name)}” is what you hated at your last job", _about(themes[id], library, yours)
        )
    for id in profile.criteria:
        yield Concern(f"“{within(themes[id].name)}” is one of your criteria", _about(themes[id], library, yours))
    for style in profile.work_style:
        for flag in library.red_flags:
            if style in flag.clashes_with:
                text = f"it can show {within(flag.name)}, and you need {spaced(style)}"
                yield Concern(text, _revealing([flag.id], yours))
    for id in profile.loved:
        yield Concern(
            f"“{within(themes[id].name)}” is what you loved at your last job", _about(themes[id], library, yours)
        )


def _about(theme: Theme, library: Library, questions: Iterable[Question]) -> tuple[Question, ...]:
    if theme.of == "red_flags":
        return _revealing([flag.id for flag in library.red_flags if flag.theme == theme.id], questions)
    about = (question for question in questions if question.theme == theme.id)
    return tuple(sorted(about, key=lambda question: RANK[question.priority]))


def _revealing(flags: list[str], questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions that reveal any of the red flags: by priority, then those that reveal it most."""

    def key(question: Question) -> tuple[int, int]:
        return RANK[question.priority], min(question.reveals.index(id) for id in flags if id in question.reveals)

    return tuple(sorted((question for question in questions if set(flags) & set(question.reveals)), key=key))
