"""The calendar adapter: a plan with dates becomes a file that calendar programs open."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from playbook import __version__
from playbook.library import Library
from playbook.plan.rounds import spaced
from playbook.plan.weeks import Plan, Task, Week
from playbook.plan.wording import hours


def write_calendar(plan: Plan, library: Library, timestamp: int) -> bytes | None:
    """Return one entry for each week, over all its days and without blocking them; none for a plan without dates.

    The same plan and timestamp (seconds since 1970) give the same bytes. An entry keeps its UID when the plan changes,
    so that importing the file again moves entries and does not double them.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Offer Playbook//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Preparation")
    for week in plan.weeks:
        if week.starts:
            calendar.add_component(_event(week, week.starts, plan, library, timestamp))
    return calendar.to_ical() if calendar.events else None


def _event(week: Week, starts: date, plan: Plan, library: Library, timestamp: int) -> Event:
    event = Event()
    event.add("uid", f"week-{week.number}.plan@offer-playbook")
    event.add("dtstamp", datetime.fromtimestamp(timestamp, UTC))
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(days=7))
    event.add("summary", f"Prepare, week {week.number} of {len(plan.weeks)}: {hours(week.minutes)}")
    event.add("description", "\n".join(_line(task, library) for task in week.tasks))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _line(task: Task, library: Library) -> str:
    if task.drill:
        name = next(topic.name for topic in library.topics if topic.id == task.topic)
        return f"[ ] {task.minutes} min, {name}: {library.drills[task.drill].do}"
    return f"[ ] {task.minutes} min, " + (f"Mock interview: {spaced(task.round)}" if task.round else "Review the week")
