"""What a reader keeps of offers and of the way to them: offers, interviews, rates, criteria and what they decide by."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from playbook.models.words import Id, Strict

Written = Annotated[str, StringConstraints(max_length=20_000)]
"""What a person typed."""

Amount = Annotated[str, StringConstraints(max_length=40)]
"""A number as a person types it, such as 105,000 or 105k; what is none is said where it would be used."""

Day = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
"""A day as 2027-03-26, or nothing."""

Currency = Annotated[str, StringConstraints(pattern=r"^([a-z]{3})?$")]
"""Three letters, as in usd, or nothing."""

Changed = Annotated[dict[str, AwareDatetime], Field(description="Field -> when it was last changed.")]


class Offer(Strict):
    """One version of an offer, all amounts before tax; a better one from the same company is another version."""

    key: Id = Field(description="Tells the versions apart; the highest number came last.")
    state: Literal["", "said", "written", "final", "withdrawn"] = Field("", description="How sure it is.")
    said_on: Day = Field("", description="The day it came.")
    ends: Day = Field("", description="The last day to answer.")
    currency: Currency = Field("", description="Its currency; none: yours.")
    base: Amount = Field("", description="Base salary a year.")
    bonus: Amount = Field("", description="Target bonus a year: an amount, or a share of the base such as 10%.")
    bonus_paid: Amount = Field("", description="Per cent of the target that you expect; none: half of it.")
    sign_on_1: Amount = Field("", description="Sign-on paid at the start.")
    yours_after_1: Amount = Field("", description="Months from then until nothing of it must be paid back.")
    sign_on_2: Amount = Field("", description="Sign-on paid at the start of year two.")
    yours_after_2: Amount = Field("", description="Months from then until nothing of it must be paid back.")
    sign_on_3: Amount = Field("", description="Sign-on paid at the start of year three.")
    yours_after_3: Amount = Field("", description="Months from then until nothing of it must be paid back.")
    clawback: Literal["", "full", "part"] = Field("", description="What is paid back: all, or a part that shrinks.")
    equity: Literal["", "value", "units", "options"] = Field("", description="How the equity is given.")
    equity_value: Amount = Field("", description="Value of the whole grant.")
    units: Amount = Field("", description="Number of shares or options.")
    unit_price: Amount = Field("", description="Price of a share on one fixed day.")
    strike: Amount = Field("", description="What an option costs you.")
    schedule: Literal["", "even", "5-15-40-40", "33-33-33", "own"] = Field("", description="How it vests; none: even.")
    years: Literal["", "3", "4", "5"] = Field("", description="Years of an even schedule; none: four.")
    shares_by_year: Amount = Field("", description="Your own schedule, per cent by year: 10, 20, 30, 40.")
    cliff: Amount = Field("", description="Months before anything vests.")
    vests: Literal["", "month", "quarter", "year"] = Field("", description="How often it vests; none: each month.")
    refresher: Amount = Field("", description="More equity that is promised, as value vesting a year from year two on.")
    benefits: Amount = Field("", description="What the benefits are worth to you a year.")
    hours: Amount = Field("", description="Hours a week, as the team tells it.")
    weeks: Amount = Field("", description="Weeks a year at work.")
    note: Written = Field("", description="Anything else about it.")
    changed: Changed


class Interview(Strict):
    """A call or an interview with its day, time and place."""

    key: Id = Field(description="Tells the interviews at one company apart.")
    kind: Literal["", "first-call", "screen", "onsite", "offer-call", "other"] = Field("", description="What it is.")
    to: Literal["", "recruiter", "manager", "peer", "skip-level", "founder"] = Field("", description="Whom you meet.")
    day: Day = Field("", description="Its day.")
    time: Annotated[str, StringConstraints(pattern=r"^(\d\d:\d\d)?$")] = Field("", description="When it begins.")
    minutes: Amount = Field("", description="How long it takes.")
    place: Written = Field("", description="Where, or the address of the call.")
    people: Written = Field("", description="Names of those you meet.")
    changed: Changed


class Mark(Strict):
    """How a company does on one of your criteria."""

    criterion: Id = Field(description="Id of the criterion.")
    mark: Literal["1", "2", "3", "4", "5"] = Field(description="5 is best.")
    changed: AwareDatetime = Field(description="When it was last changed.")


class Weighed(Strict):
    """One of your criteria, and how much it counts."""

    id: Id = Field(description="Id of a criterion of the guide, or one of your own.")
    name: Written = Field("", description="Your own words for it; none: the guide's.")
    weight: Literal["", "0", "1", "2", "3"] = Field("", description="How much it counts; none: 1.")
    changed: Changed


class Rate(Strict):
    """What one unit of a currency is in yours."""

    currency: Annotated[str, StringConstraints(pattern=r"^[a-z]{3}$")] = Field(description="Its currency.")
    value: Amount = Field("", description="What one unit of it is in your currency.")
    day: Day = Field("", description="The day of the rate.")
    changed: Changed


class Deciding(Strict):
    """What all offers are decided by."""

    currency: Currency = Field("", description="Your currency.")
    walk_away: Amount = Field("", description="The average year, before tax, below which you would walk away.")
    stay: Amount = Field("", description="Months that you think you will stay.")
    shares: Amount = Field("", description="Per cent of their value at which you count shares.")
    changed: Changed
