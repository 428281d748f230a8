"""The next move for each company: the first whose conditions all hold, the most urgent company first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playbook.models.deciding import Condition, NextMove
from playbook.plan.deciding.facts import NEVER, Facts, Situation, gather_facts, next_round


@dataclass(frozen=True)
class Next:
    """What to do now with one company."""

    company: str
    move: NextMove
    days_left: int | None
    shown: str = ""
    """The company whose offer is shown, in a round."""


def plan_moves(situation: Situation, moves: Iterable[NextMove]) -> list[Next]:
    """Return the next move of every company that has one."""
    ordered = tuple(moves)
    facts = gather_facts(situation)
    shown = next_round(situation).shown
    found = [
        Next(id, move, _left(known), shown if _shows(move) else "")
        for id, known in facts.items()
        if (move := find_move(known, ordered))
    ]
    return sorted(found, key=lambda one: _order(one, facts[one.company]))


def find_move(facts: Facts, moves: Iterable[NextMove]) -> NextMove | None:
    """Return the first move that fits; moves that only change dates are none of a company's own."""
    return next((move for move in moves if not move.does and _fits(move, facts)), None)


def _shows(move: NextMove) -> bool:
    """Tell whether a move belongs to a round, in which an offer is shown."""
    return any(one.fact == "round" for one in move.when)


def _fits(move: NextMove, facts: Facts) -> bool:
    """Tell whether all conditions hold; a move that says nothing of the outcome is for what is still open."""
    told = any(one.fact == "outcome" for one in move.when)
    return (told or facts["outcome"] == "open") and all(holds(one, facts) for one in move.when)


def holds(condition: Condition, facts: Facts) -> bool:
    """Tell whether a fact is as a condition wants it."""
    value = facts[condition.fact]
    if condition.among and str(value) not in condition.among:
        return False
    number = int(value) if isinstance(value, int) else 0
    low, high = condition.at_least, condition.at_most
    return (low is None or number >= low) and (high is None or number <= high)


def _left(facts: Facts) -> int | None:
    days = int(facts["days-left"])
    return None if days == NEVER else days


def _order(one: Next, facts: Mapping[str, str | int]) -> tuple[int, int, int, str]:
    left = NEVER if one.days_left is None else one.days_left
    return one.move.urgency, left, int(facts["tier"]) or 4, one.company
