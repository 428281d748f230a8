"""Cases of deciding, which anybody can add, worked out by Python and by the modules of the pages."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import yaml

from playbook.models.notes import Company, Notes
from playbook.models.offers import Deciding, Interview, Offer, Rate
from playbook.plan.deciding.compare import compare_offers
from playbook.plan.deciding.dates import Usual, plan_dates
from playbook.plan.deciding.saying import say_comparison
from playbook.plan.deciding.timeline import basis_of, known_dates
from project import ROOT

SAVED = datetime(2027, 1, 1, tzinfo=UTC)
TODAY = date(2027, 3, 1)
EPOCH = date(1970, 1, 1)

IN_THE_PAGE = """async ([base, cases, usual, reach, moves, words]) => {
    const names = ["timeline", "compare", "dates", "days", "moves", "saying"];
    const [timeline, compare, dates, days, next, saying] = await Promise.all(
        names.map((name) => import(`${base}/${name}.js`)));
    const work = {
        offers: ({ notes, offers }) => {
            const basis = timeline.basisIn(notes);
            const made = compare.compareOffers(offers, basis);
            const names = Object.fromEntries(Object.keys(offers).map((id) => [id, id.toUpperCase()]));
            return { ...made, said: saying.sayComparison(made, names, basis, words) };
        },
        dates: ({ companies, today }) =>
            dates.planDates(timeline.knownDates(companies, days.dayOf(today)), days.dayOf(today), usual, reach),
        moves: ({ notes, companies, today }) =>
            next.planMoves(companies, timeline.basisIn(notes), days.dayOf(today), moves)
                .map(({ company, move, daysLeft, shown }) => [company, move.id, daysLeft, shown]),
    };
    return cases.map((one) => work[one.kind](one));
}"""


def cases(kind: str) -> list[Any]:
    """Return all cases of a folder; there must be some."""
    found = [
        case
        for path in sorted((ROOT / "tests" / kind).glob("*.yml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)  # noqa: S506 - only texts
    ]
    assert found, f"no cases in tests/{kind}/"
    return found


class _Plain(yaml.SafeLoader):
    """Leaves days as text."""


_Plain.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def texts(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return fields as the texts that they are in the file."""
    return {name: str(value) for name, value in fields.items()}


def offer_of(fields: Mapping[str, Any], key: str = "1") -> Offer:
    """Return an offer of a case."""
    return Offer.model_validate({"key": key, "changed": {}, **texts(fields)})


def notes_of(by: Mapping[str, Any]) -> Notes:
    """Return notes with what a case decides by."""
    plain = dict(by)
    rates = tuple(
        Rate(currency=currency, value=str(value), changed={}) for currency, value in plain.pop("rates", {}).items()
    )
    deciding = Deciding.model_validate({"changed": {}, **texts(plain)})
    return Notes.model_validate(
        {"format": "offer-playbook-notes", "version": 2, "saved": SAVED, "deciding": deciding, "rates": rates}
    )


def company_of(id: str, fields: Mapping[str, Any]) -> Company:
    """Return a company of a case; `offer` is one version, `in 3` a day three days after today."""
    plain = dict(fields)
    offers = plain.pop("offers", [plain.pop("offer")] if "offer" in plain else [])
    made = tuple(offer_of(dated(offer), str(n)) for n, offer in enumerate(offers, 1))
    interviews = tuple(
        Interview.model_validate({"key": str(n), "changed": {}, **texts(dated(one))})
        for n, one in enumerate(plain.pop("interviews", []), 1)
    )
    rest = texts(dated(plain))
    return Company.model_validate(
        {"id": id, "name": id.title(), "changed": {}, **rest, "offers": made, "interviews": interviews}
    )


def dated(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields with `in 3` and `in -1` made into days."""
    return {name: _day(value) for name, value in fields.items()}


def _day(value: Any) -> Any:  # noqa: ANN401 - any field
    found = re.fullmatch(r"in (-?\d+)", value) if isinstance(value, str) else None
    return (TODAY + timedelta(days=int(found[1]))).isoformat() if found else value


def for_page(kind: str, case: Mapping[str, Any]) -> dict[str, Any]:
    """Return a case as the page gets it: in the shape of the saved file."""
    notes = notes_of(case.get("by", {})).model_dump(mode="json")
    given = {"kind": kind, "notes": notes, "today": TODAY.isoformat()}
    if kind == "offers":
        offers = {id: offer_of(fields).model_dump(mode="json") for id, fields in case["offers"].items()}
        return {**given, "offers": offers}
    companies = [company_of(id, fields).model_dump(mode="json") for id, fields in case["companies"].items()]
    return {**given, "companies": companies}


def compared(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return how Python compares the offers of a case, as plain values."""
    offers = {id: offer_of(fields) for id, fields in case["offers"].items()}
    basis = basis_of(notes_of(case.get("by", {})))
    made = compare_offers(offers, basis)
    said = say_comparison(made, {id: id.upper() for id in offers}, basis)
    return {**plain(asdict(made)), "said": said}


def in_days(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return what Python makes of the dates of a case, days as numbers."""
    companies = [company_of(id, fields) for id, fields in case["companies"].items()]
    made: dict[str, Any] = plain(asdict(plan_dates(known_dates(companies, TODAY), TODAY, Usual())))
    return made


def plain(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return values as JSON has them: lists, days as numbers, names in snake case."""
    if isinstance(value, Mapping):
        return {re.sub(r"(?<=[a-z])([A-Z])", r"_\1", str(name)).lower(): plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return (value - EPOCH).days if isinstance(value, date) else value
