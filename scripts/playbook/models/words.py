"""The closed vocabularies of the library and the shapes that more than one kind of entry uses."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


@dataclass(frozen=True)
class Refers:
    """Marks an id as the name of an entry of one kind; an empty kind means any."""

    kind: str


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
AnyId = Annotated[Id, Refers("")]
RedFlagId = Annotated[Id, Refers("red_flags")]
TopicId = Annotated[Id, Refers("topics")]
LanguageId = Annotated[Id, Refers("languages")]
LeverId = Annotated[Id, Refers("levers")]
StageId = Annotated[Id, Refers("stages")]
ResourceId = Annotated[Id, Refers("resources")]
QuestionId = Annotated[Id, Refers("questions")]
GreenFlagId = Annotated[Id, Refers("green_flags")]
TermId = Annotated[Id, Refers("glossary")]
ThemeId = Annotated[Id, Refers("themes")]
ChecklistId = Annotated[Id, Refers("checklists")]
Text = Annotated[str, StringConstraints(min_length=1)]
PLAIN_PATTERN = r"^[^<>\"]+$"
Plain = Annotated[str, StringConstraints(pattern=PLAIN_PATTERN)]
"""Text that themes put into the head of a page as it is."""

URL_PATTERN = r"^https?://[^\s\"'<>]+$"
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]

COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]

PAGE_PATTERN = r"^([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.md$"
PageName = Annotated[str, StringConstraints(pattern=PAGE_PATTERN)]
"""A page as its file below docs/; no part starts with a dot, so that none leads out of it."""

Minutes = Annotated[int, Field(ge=1, le=600)]

Role = Literal[
    "backend",
    "frontend",
    "full-stack",
    "mobile",
    "data",
    "machine-learning",
    "reliability",
    "engineering-manager",
]
Level = Literal["intern", "new-grad", "mid", "senior", "staff"]
Interviewer = Literal["recruiter", "manager", "peer", "skip-level", "founder"]
Moment = Literal["first-call", "screen", "onsite", "offer"]
"""When one asks: on the recruiter's call, on a phone screen, in the loop, with the offer in hand."""

Priority = Literal["must", "should", "could"]
Status = Literal["active", "retired"]
Channel = Literal["call", "email", "message", "in-person"]
Price = Literal["free", "paid", "partly-free"]
Detail = Literal["table", "pocket", "full", "cards", "fold"]
Round = Literal[
    "coding",
    "system-design",
    "object-design",
    "debugging",
    "project-review",
    "behavioural",
    "take-home",
    "practical",
    "frontend",
    "mobile",
    "data",
    "machine-learning",
    "reliability",
    "management",
]
WorkStyle = Literal[
    "quiet-blocks",
    "clear-tasks",
    "vague-problems",
    "finishing-things",
    "in-writing",
    "a-boss-who-checks-in",
    "a-boss-who-keeps-away",
    "a-gentle-tone",
    "room-to-doubt",
    "people-who-care",
    "fixed-hours",
]


class Strict(BaseModel):
    """Refuses unknown fields and silent conversions, so that a typo can never become an empty page."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
