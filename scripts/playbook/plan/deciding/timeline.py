"""From a reader's notes to what the sums need: the basis of a comparison, and the known dates of each company."""

from collections.abc import Iterable, Mapping
from datetime import date

from playbook.models.deciding import Duration, NextMove
from playbook.models.notes import Company, Notes
from playbook.models.offers import Deciding
from playbook.plan.deciding.amounts import SCALE, read_amount
from playbook.plan.deciding.compare import MONTHS, MOST, Basis
from playbook.plan.deciding.dates import Known, Reach, Usual
from playbook.plan.deciding.facts import current_offer, day_of

TAKING_PART = ("screen", "onsite", "offer")
"""Stages at which a company's offer counts for the overlap."""


def basis_of(notes: Notes) -> Basis:
    """Return what a reader compares offers by; what is unset or no number is as if they stayed and shares held."""
    deciding = notes.deciding or Deciding(changed={})
    rates = {rate.currency: amount.value for rate in notes.rates if (amount := read_amount(rate.value)).value}
    return Basis(
        currency=deciding.currency,
        rates=rates,
        walk_away=read_amount(deciding.walk_away).value,
        stay=_whole(deciding.stay, 1, MONTHS, MONTHS),
        shares=_whole(deciding.shares, 0, MOST, 100),
    )


def _whole(text: str, least: int, most: int, unset: int) -> int:
    amount = read_amount(text)
    return min(most, max(least, amount.value // SCALE)) if amount.known else unset


def known_dates(companies: Iterable[Company], today: date) -> Mapping[str, Known]:
    """Return what is known of the dates of every company whose offer may still come or is open."""
    return {one.id: _known(one, today) for one in companies if _takes_part(one, today)}


def _takes_part(one: Company, today: date) -> bool:
    offer = current_offer(one, today)
    ended = day_of(offer.ends) if offer else None
    gone = bool(offer and offer.state == "withdrawn") or bool(ended and ended < today)
    return one.stage in TAKING_PART and not one.outcome and not one.present and not gone


def _known(one: Company, today: date) -> Known:
    offer = current_offer(one, today)
    arrived = min((day for version in one.offers if (day := day_of(version.said_on))), default=None)
    return Known(
        stage=one.stage,
        screen=_last(one, "screen"),
        onsite=_last(one, "onsite"),
        answer=day_of(one.answer_on),
        answers_after=_days(one.answers_after),
        arrived=arrived if arrived and arrived <= today else today if offer and offer.state and not arrived else None,
        open_for=_days(one.open_for),
        ends=day_of(offer.ends) if offer else None,
        final=bool(offer and offer.state == "final"),
    )


def _last(one: Company, kind: str) -> date | None:
    return max((day for item in one.interviews if item.kind == kind and (day := day_of(item.day))), default=None)


def _days(text: str) -> int | None:
    amount = read_amount(text)
    return min(365, amount.value // SCALE) if amount.known else None


def usual_of(durations: Iterable[Duration]) -> Usual:
    """Return the usual days of each step, as the library has them."""
    days = {one.step: one.days for one in durations if one.step and one.days}
    plain = Usual()
    return Usual(
        to_screen=days.get("to-screen", plain.to_screen),
        to_onsite=days.get("to-onsite", plain.to_onsite),
        to_offer=days.get("to-offer", plain.to_offer),
        open_for=days.get("open-for", plain.open_for),
    )


def reach_of(moves: Iterable[NextMove]) -> Reach:
    """Return the days that each change of dates can be expected to win, as the library has them."""
    days = {move.does: move.days for move in moves if move.does and move.days}
    plain = Reach()
    return Reach(
        stall=days.get("stall", plain.stall),
        more_time=days.get("more-time", plain.more_time),
        hurry=days.get("hurry", plain.hurry),
    )
