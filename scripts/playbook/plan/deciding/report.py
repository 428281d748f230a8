"""Everything that can be said of a reader's companies on one day: the comparison, the dates and the next moves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from playbook.library import Library
from playbook.models.notes import Company, Notes
from playbook.plan.deciding.compare import Basis, Comparison, compare_offers
from playbook.plan.deciding.dates import Dates, plan_dates
from playbook.plan.deciding.facts import Situation, current_offer
from playbook.plan.deciding.moves import Next, plan_moves
from playbook.plan.deciding.saying import say_comparison
from playbook.plan.deciding.timeline import basis_of, known_dates, reach_of, usual_of

LOST = ("declined", "rejected")


@dataclass(frozen=True)
class Report:
    """What a reader's notes come to."""

    names: Mapping[str, str]
    """Id of a company -> what to call it: with the role, where two have one name."""
    basis: Basis
    comparison: Comparison
    said: tuple[str, ...]
    dates: Dates
    moves: tuple[Next, ...]


def plan_report(notes: Notes, library: Library, today: date) -> Report:
    """Work everything out for one day."""
    names, basis = call_names(notes.companies), basis_of(notes)
    still = [one for one in notes.companies if one.outcome not in LOST]
    offers = {one.id: offer for one in still if (offer := current_offer(one, today)) and offer.state != "withdrawn"}
    comparison = compare_offers(offers, basis)
    known = known_dates(notes.companies, today)
    return Report(
        names=names,
        basis=basis,
        comparison=comparison,
        said=tuple(say_comparison(comparison, names, basis)),
        dates=plan_dates(known, today, usual_of(library.durations), reach_of(library.moves)),
        moves=tuple(plan_moves(Situation(notes.companies, basis, today), library.moves)),
    )


def call_names(companies: Iterable[Company]) -> Mapping[str, str]:
    """Return what to call each company: its name, and its role where another one has the same name."""
    all_companies = list(companies)
    names = [one.name for one in all_companies]
    return {
        one.id: f"{one.name}, {one.role}" if one.role and names.count(one.name) > 1 else one.name
        for one in all_companies
    }
