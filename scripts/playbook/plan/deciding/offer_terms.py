"""An offer as numbers to count with, and what is missing or wrong in it."""

from dataclasses import dataclass, field

from playbook.models.offers import Offer
from playbook.plan.deciding.amounts import SCALE, Amount, read_amount, read_list

HUNDRED = 100 * SCALE
STEPS = {"": 1, "month": 1, "quarter": 3, "year": 12}
"""How often it vests -> months between."""

FIXED = {"5-15-40-40": (5, 15, 40, 40), "33-33-33": (1, 1, 1)}
"""A schedule by name -> its parts by year."""


@dataclass(frozen=True)
class Schedule:
    """How a grant vests: parts by year of a whole, nothing before the cliff, then every so many months."""

    parts: tuple[int, ...]
    whole: int
    cliff: int
    every: int


@dataclass(frozen=True)
class Payment:
    """One sign-on payment, at the start of a year, and the months until none of it is paid back."""

    amount: int
    starts: int
    yours_after: int


@dataclass(frozen=True)
class Terms:
    """An offer in millionths of its currency."""

    base: int
    bonus: tuple[int, int]
    """Expected bonus a year, as numerator and denominator of whole units."""
    sign_on: tuple[Payment, ...]
    part_back: bool
    """True if what must be paid back shrinks month by month."""
    equity: str
    value: int
    units: int
    price: int
    strike: int
    schedule: Schedule
    refresher: int
    benefits: int
    hours: int
    weeks: int
    wrong: tuple[tuple[str, str], ...] = field(default=())
    """Fields that could not be counted, each with what is wrong: `base`, `missing`."""

    @property
    def complete(self) -> bool:
        """Tell whether the offer can be compared: the base is there and the equity is, if there is any."""
        return not any(name in NEEDED for name, _ in self.wrong)


NEEDED = ("base", "equity_value", "units", "unit_price", "strike", "shares_by_year")
"""Fields without which a total would mislead."""


def read_terms(offer: Offer) -> Terms:
    """Return the numbers of an offer; what cannot be read counts as zero and is named."""
    reader = _Reader(offer)
    return Terms(
        base=reader.number("base", needed=True),
        bonus=reader.bonus(),
        sign_on=reader.payments(),
        part_back=offer.clawback == "part",
        equity=offer.equity,
        value=reader.number("equity_value", needed=offer.equity == "value"),
        units=reader.number("units", needed=offer.equity in ("units", "options")),
        price=reader.number("unit_price", needed=offer.equity in ("units", "options")),
        strike=reader.number("strike", needed=offer.equity == "options"),
        schedule=reader.schedule(),
        refresher=reader.number("refresher"),
        benefits=reader.number("benefits"),
        hours=reader.number("hours"),
        weeks=reader.number("weeks"),
        wrong=tuple(reader.wrong),
    )


class _Reader:
    def __init__(self, offer: Offer) -> None:
        self.offer = offer
        self.wrong: list[tuple[str, str]] = []

    def number(self, name: str, *, needed: bool = False) -> int:
        return self.counted(name, read_amount(getattr(self.offer, name)), needed=needed)

    def counted(self, name: str, amount: Amount, *, needed: bool = False) -> int:
        if amount.wrong and (needed or amount.wrong != "missing"):
            self.wrong.append((name, amount.wrong))
        return amount.value

    def months(self, name: str) -> int:
        return self.number(name) // SCALE

    def bonus(self) -> tuple[int, int]:
        """A target that nobody vouches for counts half."""
        paid = read_amount(self.offer.bonus_paid)
        expected = 50 * SCALE if paid.wrong == "missing" else self.counted("bonus_paid", paid)
        target = self.number("bonus")
        if "%" not in self.offer.bonus:
            return target * expected, SCALE * HUNDRED
        return read_amount(self.offer.base).value * target * expected, SCALE * HUNDRED * HUNDRED

    def payments(self) -> tuple[Payment, ...]:
        made = (
            Payment(self.number(f"sign_on_{n}"), 12 * (n - 1), self.months(f"yours_after_{n}")) for n in range(1, 4)
        )
        return tuple(payment for payment in made if payment.amount)

    def schedule(self) -> Schedule:
        parts = self.parts()
        return Schedule(parts, sum(parts) or 1, self.months("cliff"), STEPS[self.offer.vests])

    def parts(self) -> tuple[int, ...]:
        if self.offer.schedule == "own":
            return self.own()
        return FIXED.get(self.offer.schedule) or (1,) * int(self.offer.years or 4)

    def own(self) -> tuple[int, ...]:
        amounts = read_list(self.offer.shares_by_year)
        wrong = next((amount.wrong for amount in amounts if amount.wrong), "")
        parts = tuple(amount.value for amount in amounts[:5])
        if not wrong and sum(parts) != HUNDRED:
            wrong = "not-hundred" if parts else "missing"
        if wrong:
            self.wrong.append(("shares_by_year", wrong))
        return (1, 1, 1, 1) if wrong else parts
