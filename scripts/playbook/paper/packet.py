"""The packet for the next interview or call at one company: private pages, and a neutral one for the table."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from playbook.library import Library
from playbook.models import Question
from playbook.models.blanks import split_line
from playbook.models.notes import Company, Notes
from playbook.models.offers import Interview
from playbook.models.words import Interviewer
from playbook.paper.letters import all_printed
from playbook.paper.sheets import IF_THERE_IS_TIME, ON_THE_TABLE, Field, Imprint
from playbook.plan.deciding.facts import current_offer, day_of
from playbook.plan.deciding.report import Report
from playbook.plan.ordering import Wish, order_questions
from playbook.plan.wording import day, money

KINDS = {
    "first-call": "First call",
    "screen": "Screen",
    "onsite": "Onsite",
    "offer-call": "Offer call",
    "other": "Meeting",
    "": "Interview",
}
MOMENTS = {"first-call": "first-call", "screen": "screen", "onsite": "onsite", "offer-call": "offer"}
PEOPLE: tuple[Interviewer, ...] = ("recruiter", "manager", "peer", "skip-level", "founder")
UNASKED_MOST = 6


@dataclass(frozen=True)
class Asked:
    """A question on the packet."""

    id: str
    keyword: str
    title: str
    follow_up: str


@dataclass(frozen=True)
class Said:
    """What somebody said there that you would hear again."""

    title: str
    by: str
    note: str


@dataclass(frozen=True)
class Words:
    """A script with its blanks filled: pieces of what is said, and whether each is only a direction."""

    title: str
    lines: tuple[tuple[tuple[str, bool], ...], ...]


@dataclass(frozen=True)
class ToAsk:
    """What is still unasked, by whom to ask."""

    who: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class Packet:
    """One company's packet, ready to be laid out."""

    company: str
    title: str
    moment: str
    header: tuple[Field, ...]
    move: str
    move_how: str
    move_why: str
    words: Words | None
    offers: tuple[tuple[str, ...], ...]
    said: tuple[str, ...]
    notes: tuple[Said, ...]
    table: tuple[Asked, ...]
    unasked: tuple[ToAsk, ...]
    imprint: Imprint

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.company}-packet"

    @property
    def template(self) -> str:
        """The template that lays it out."""
        return "packet"

    def data(self) -> dict[str, object]:
        """Return it as plain values."""
        return all_printed(asdict(self))


def next_interview(company: Company, today: date) -> Interview | None:
    """Return the next interview that has a day, today's included."""
    coming = [(day, item.time, item) for item in company.interviews if (day := day_of(item.day)) and day >= today]
    return min(coming, key=lambda found: found[:2], default=(None, "", None))[2]


def choose_company(notes: Notes, today: date) -> Company | None:
    """Return the company with the next interview, or else the first whose offer is open."""
    coming = [(item.day, item.time, one) for one in notes.companies if (item := next_interview(one, today))]
    if coming:
        return min(coming, key=lambda found: found[:2])[2]
    still = [one for one in notes.companies if not one.outcome]
    return next((one for one in still if current_offer(one, today)), next(iter(still), None))


def plan_packet(  # noqa: PLR0913, PLR0917 - all that a packet is made of
    company: Company, notes: Notes, report: Report, library: Library, today: date, imprint: Imprint
) -> Packet:
    """Return what to take along to one company."""
    meeting = next_interview(company, today)
    found = next((one for one in report.moves if one.company == company.id), None)
    asked = {answer.question for answer in company.answers if answer.mark}
    chosen = tuple(_chosen(meeting, asked, library))
    table = {one.id for one in chosen}
    words = _words(found.move.script, company, notes, report, found.shown, library) if found else None
    return Packet(
        company=company.id,
        title=report.names[company.id],
        moment=_moment(meeting),
        header=_header(company, meeting),
        move=found.move.name if found else "Nothing to do here now",
        move_how=found.move.do if found else "",
        move_why=found.move.why if found else "",
        words=words,
        offers=tuple(_offers(report)),
        said=report.said,
        notes=tuple(Said(one.words, one.who, one.note) for one in company.answers if one.note or one.mark == "bad"),
        table=chosen,
        unasked=tuple(_unasked(asked | table, library)),
        imprint=imprint,
    )


def _moment(meeting: Interview | None) -> str:
    met = day_of(meeting.day) if meeting else None
    return f"{KINDS[meeting.kind]}, {day(met)}{f', {meeting.time}' * bool(meeting.time)}" if meeting and met else ""


def _header(company: Company, meeting: Interview | None) -> tuple[Field, ...]:
    place = meeting.place if meeting else ""
    people = (meeting.people if meeting else "") or company.contacts
    return (Field("With", 4, people), Field("Where", 4, place), Field("Role", 3, company.role))


def _chosen(meeting: Interview | None, asked: set[str], library: Library) -> Iterator[Asked]:
    """Go through the questions for the table, in the order of the guide, without those that were answered."""
    person: Interviewer = (meeting.to if meeting else "") or "manager"
    moment = MOMENTS.get(meeting.kind if meeting else "")
    ordered = order_questions(Wish(to=(person,), moment=moment), library)  # type: ignore[arg-type]
    left = [one.question for one in ordered if one.question.id not in asked]
    yield from map(_asked, left[: ON_THE_TABLE + IF_THERE_IS_TIME])


def _asked(question: Question) -> Asked:
    return Asked(question.id, question.keyword or "", question.ask, next(iter(question.follow_up), ""))


def _unasked(done: set[str], library: Library) -> Iterator[ToAsk]:
    for person in PEOPLE:
        ordered = order_questions(Wish(to=(person,)), library)
        left = [_asked(one.question) for one in ordered if one.question.id not in done][:UNASKED_MOST]
        if left:
            yield ToAsk(person.replace("skip-level", "manager's manager"), tuple(left))


def _offers(report: Report) -> Iterator[tuple[str, ...]]:
    rows = report.comparison.rows
    if not rows:
        return
    yield ("Before tax", *(report.names[row.id] for row in rows))
    yield from ((f"Year {n + 1}", *(money(row.years[n]) for row in rows)) for n in range(4))
    yield ("Four years", *(money(row.total) for row in rows))
    yield ("An average year", *(money(row.average) for row in rows))
    yield ("Shares at half", *(money(row.at_half) for row in rows))
    yield ("Shares at zero", *(money(row.at_zero) for row in rows))


def _words(  # noqa: PLR0913, PLR0917 - all that a blank can be filled from
    script: str | None, company: Company, notes: Notes, report: Report, shown: str, library: Library
) -> Words | None:
    found = next((one for one in library.scripts if one.id == script), None)
    if not found:
        return None
    known = {"company": company.name, "other-company": report.names.get(shown, "")}
    filled: Mapping[str, str] = {
        **{word: text for word, text in known.items() if text},
        **{blank.blank: blank.text for blank in notes.no_company.blanks},
        **{blank.blank: blank.text for blank in company.blanks},
    }
    lines = (tuple(_piece(piece.kind, piece.text, filled) for piece in split_line(line)) for line in found.say)
    return Words(found.name, tuple(lines))


def _piece(kind: str, text: str, filled: Mapping[str, str]) -> tuple[str, bool]:
    said = filled.get(text, f"[{text.replace('-', ' ')}]") if kind == "blank" else text
    return said, kind == "direction"
