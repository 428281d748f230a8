"""The command `playbook compare`: offers, dates and next moves of a file saved in the browser, as text or as data."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from playbook.clock import today
from playbook.pages.site import load_guide
from playbook.plan.deciding.compare import Row
from playbook.plan.deciding.report import Report, plan_report
from playbook.plan.wording import days, hundredths, money, short_day
from playbook.reading.saved_notes import read_notes

ASKS = {"stall": "stall {name}", "more-time": "ask {name} for more time", "hurry": "hurry {name}"}


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="Print everything as JSON.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day to count from; otherwise today.")
def compare(file: Path, as_data: bool, day: date | None) -> None:
    """Compare the offers in FILE, saved in the browser, and print the dates and the next moves.

    Nothing is written, and nothing is sent anywhere.
    """
    counted = date(day.year, day.month, day.day) if day else today()
    report = plan_report(read_notes(file), load_guide(Path.cwd()).library, counted)
    click.echo(json.dumps(_data(report), indent=2, ensure_ascii=False) if as_data else "\n".join(_lines(report)))


def _data(report: Report) -> Mapping[str, object]:
    """Return the report as plain values; amounts are whole units of your currency."""
    dates = asdict(report.dates)
    windows = {
        id: {name: value.isoformat() if isinstance(value, date) else value for name, value in window.items()}
        for id, window in dates["windows"].items()
    }
    moves = [
        {"company": one.company, "move": one.move.id, "days_left": one.days_left, "script": one.move.script}
        for one in report.moves
    ]
    return {
        "names": dict(report.names),
        "comparison": asdict(report.comparison),
        "said": list(report.said),
        "dates": {**dates, "windows": windows},
        "moves": moves,
    }


def _lines(report: Report) -> Iterator[str]:
    yield from _table(report)
    yield from report.said
    yield ""
    yield from _dates(report)
    yield ""
    yield "Next moves"
    yield from (f"  {report.names[one.company]}: {one.move.name}. {one.move.why}" for one in report.moves)
    if not report.moves:
        yield "  none"


def _table(report: Report) -> Iterator[str]:
    rows = report.comparison.rows
    if not rows:
        return
    lines = {
        "Before tax": [report.names[row.id] for row in rows],
        **{f"Year {n + 1}": [money(row.years[n]) for row in rows] for n in range(4)},
        "Four years": [money(row.total) for row in rows],
        "An average year": [money(row.average) for row in rows],
        "For an hour": [_hour(row) for row in rows],
        "Shares at half": [money(row.at_half) for row in rows],
        "Shares at zero": [money(row.at_zero) for row in rows],
        f"After {report.basis.stay} months": [money(row.kept) for row in rows],
    }
    width = max(12, *(len(cell) for cells in lines.values() for cell in cells))
    yield from (f"{title:18}" + "".join(f"{cell:>{width + 2}}" for cell in cells) for title, cells in lines.items())
    yield ""


def _hour(row: Row) -> str:
    return "unknown" if row.cents_an_hour is None else hundredths(row.cents_an_hour)


def _dates(report: Report) -> Iterator[str]:
    dates, names = report.dates, report.names
    yield "Dates"
    for id, window in dates.windows.items():
        guess = " (a guess)" if window.arrival_guessed or window.end_guessed else ""
        yield f"  {names[id]}: {short_day(window.arrives)} to {short_day(window.ends)}{guess}"
    if dates.overlap is None:
        yield "  fewer than two companies, so there is no overlap"
        return
    yield f"  overlap: {days(dates.overlap)}"
    if dates.moves:
        best = dates.moves[0]
        asked = ASKS[best.does].format(name=names[best.company])
        yield f"  the request that wins the most: {asked}, {days(best.gain)} more"
