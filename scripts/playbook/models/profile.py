"""Who you are and what you want: the one personal file that is safe to publish.

Every value is a word of a closed list, an id of the library, a small number or a date, so that no field can hold the
name of a company or an amount of money.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from playbook.models.words import LanguageId, Level, LeverId, RedFlagId, Role, Round, Strict, ThemeId, WorkStyle


class Prepare(Strict):
    """How much time there is to prepare."""

    weeks: Annotated[int, Field(ge=1, le=26)] = Field(5, description="Weeks until the first real interview.")
    hours_per_week: Annotated[int, Field(ge=1, le=60)] = Field(10, description="Hours you can give in each week.")
    start: date | None = Field(None, description="First day of the first week; with it the plan has dates.")


class Profile(Strict):
    """Your answers, all optional: one line already changes the guide."""

    role: Role | None = Field(None, description="The role you interview for.")
    level: Level | None = Field(None, description="The level you interview for.")
    language: LanguageId | None = Field(None, description="The programming language you interview in.")
    rounds: tuple[Round, ...] = Field((), description="The rounds you expect; none means what is usual for the role.")
    prepare: Prepare | None = Field(None, description="How much time you have; none means 5 weeks of 10 hours.")
    criteria: tuple[ThemeId, ...] = Field((), description="What a job must have, as themes of questions.")
    red_flags: tuple[RedFlagId, ...] = Field((), description="What you fear most, the worst first.")
    levers: tuple[LeverId, ...] = Field((), description="What you want to negotiate, what matters most first.")
    work_style: tuple[WorkStyle, ...] = Field((), description="How you work best.")
    loved: tuple[ThemeId, ...] = Field((), description="What you loved at the last job, as themes of questions.")
    hated: tuple[ThemeId, ...] = Field((), description="What you hated there, as themes of questions or red flags.")

    @property
    def time(self) -> Prepare:
        """The time to prepare, or the usual one."""
        return self.prepare or Prepare()
