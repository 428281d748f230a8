"""What is known of each company when its next move is looked for: named facts, each a word or a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from playbook.models.notes import Company
from playbook.models.offers import Offer
from playbook.plan.deciding.compare import Basis, Comparison, Row, compare_offers, nearly_equal
from playbook.plan.deciding.tier_rounds import Asking, Standing, plan_round

NEVER = 999
"""Days to something that has no day."""

OPEN = ("said", "written", "final")
"""States of an offer that can be taken."""

Facts = Mapping[str, str | int]


@dataclass(frozen=True)
class Situation:
    """Everything that the next moves are decided by."""

    companies: tuple[Company, ...]
    basis: Basis
    today: date


def day_of(text: str) -> date | None:
    """Return a day; none for nothing and for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def days_to(text: str, today: date) -> int:
    """Return the days from today to a day, fewer than none if it is past; NEVER if there is none."""
    day = day_of(text)
    return (day - today).days if day else NEVER


def current_offer(company: Company, today: date) -> Offer | None:
    """Return the version of an offer that counts: the last that has come by today."""
    come = [offer for offer in company.offers if days_to(offer.said_on, today) <= 0 or not day_of(offer.said_on)]
    return max(come, key=_version, default=None)


def _version(offer: Offer) -> tuple[int, str]:
    return int(offer.key) if offer.key.isdigit() else 0, offer.key


def is_open(company: Company, today: date) -> bool:
    """Tell whether a company has an offer that you can take today."""
    offer = current_offer(company, today)
    return bool(offer and offer.state in OPEN and days_to(offer.ends, today) >= 0 and not company.outcome)


def gather_facts(situation: Situation) -> Mapping[str, Facts]:
    """Return the facts of every company by its id."""
    offers = open_offers(situation)
    table = compare_offers(offers, situation.basis)
    asking = plan_round(_standings(situation, table, offers))
    return {one.id: _facts(one, situation, table, asking) for one in situation.companies}


def next_round(situation: Situation) -> Asking:
    """Return the round of the tiers that is due."""
    offers = open_offers(situation)
    return plan_round(_standings(situation, compare_offers(offers, situation.basis), offers))


def open_offers(situation: Situation) -> Mapping[str, Offer]:
    """Return the offers that you can take today, by the id of the company."""
    today = situation.today
    found = ((one, current_offer(one, today)) for one in situation.companies if is_open(one, today))
    return {one.id: offer for one, offer in found if offer}


def _standings(situation: Situation, table: Comparison, offers: Mapping[str, Offer]) -> list[Standing]:
    rows = {row.id: row for row in table.rows if row.comparable}
    by_id = {one.id: one for one in situation.companies}
    return [
        Standing(
            id=id,
            tier=int(by_id[id].tier or 2),
            kept=row.kept,
            base=row.base,
            final=offers[id].state == "final",
            asks=int(by_id[id].asks or 0),
            asked_in=int(by_id[id].round or 0),
        )
        for id, row in rows.items()
        if not by_id[id].present
    ]


def _facts(one: Company, situation: Situation, table: Comparison, asking: Asking) -> Facts:
    today = situation.today
    offer = current_offer(one, today)
    row = next((row for row in table.rows if row.id == one.id), None)
    top = max((other.kept for other in table.rows if other.comparable), default=0)
    return {
        "kind": "present" if one.present else "process",
        "stage": one.stage,
        "tier": int(one.tier or 0),
        "outcome": one.outcome or "open",
        "signed-elsewhere": _word(any(other.outcome == "signed" for other in situation.companies if other is not one)),
        "offer": (offer.state if offer else "") or "none",
        "days-left": days_to(offer.ends, today) if offer else NEVER,
        **_ranked(row, top),
        **_others(one, situation),
        **_asked(one, today),
        "round": asking.round if one.id in asking.ask else 0,
        "rounds-over": _word(asking.round == 0),
        "interview-in": min(
            (days for item in one.interviews if (days := days_to(item.day, today)) >= 0), default=NEVER
        ),
        "overdue": max(0, -days_to(one.due, today)) if day_of(one.due) else 0,
        "has-next": _word(bool(one.next.strip())),
    }


def _ranked(row: Row | None, top: int) -> Facts:
    counted = row is not None and row.comparable
    return {
        "best": _word(counted and row is not None and row.kept == top),
        "equal-to-best": _word(counted and row is not None and nearly_equal(row.kept, top)),
        "below-walk-away": _word(counted and row is not None and row.below),
    }


def _others(one: Company, situation: Situation) -> Facts:
    today = situation.today
    others = [other for other in situation.companies if other.id != one.id and not other.present]
    to_come = [other for other in others if is_to_come(other, today)]
    live = [other for other in (*others, one) if is_open(other, today) and not other.present]
    ending = [other for other in live if days_to(_ends(other, today), today) <= 1]
    return {
        "others-open": sum(is_open(other, today) for other in others),
        "to-come": len(to_come),
        "better-to-come": sum(int(other.tier or 2) < int(one.tier or 2) for other in to_come),
        "all-end-tomorrow": _word(bool(live) and len(ending) == len(live)),
    }


def is_to_come(company: Company, today: date) -> bool:
    """Tell whether a company is close to an offer: past the screen, with nothing decided and no offer yet."""
    offer = current_offer(company, today)
    undecided = not company.outcome and not company.present
    return undecided and company.stage in ("onsite", "offer") and (offer is None or not offer.state)


def _ends(company: Company, today: date) -> str:
    offer = current_offer(company, today)
    return offer.ends if offer else ""


def _asked(one: Company, today: date) -> Facts:
    asked, heard = day_of(one.asked), day_of(one.heard)
    waiting = (today - asked).days if asked and (heard is None or heard <= asked) else 0
    return {
        "asks": int(one.asks or 0),
        "waiting": max(0, waiting),
        "quiet": max(0, (today - heard).days) if heard else 0,
        "answer-late": max(0, -days_to(one.answer_on, today)) if day_of(one.answer_on) else 0,
    }


def _word(true: bool) -> str:
    return "yes" if true else "no"
