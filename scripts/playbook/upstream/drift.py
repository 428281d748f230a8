"""What upstream has changed beneath your overrides since you last looked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from playbook.problems import Mark

Reviewed: TypeAlias = Mapping[str, Mapping[str, str]]
"""Name of an override -> part -> digest of what stood upstream beneath it when it was last looked at."""

State = Literal["changed", "same", "unknown", "fine"]
"""`changed` beneath since you looked; says the `same` as upstream; never recorded, so `unknown`; or `fine`."""


@dataclass(frozen=True)
class Beneath:
    """What upstream has beneath one part of an override."""

    digest: str
    now: str
    """What to show of it, or how to see it."""


@dataclass(frozen=True)
class Override:
    """One thing of yours that takes the place of something, or adds to it."""

    name: str
    what: str
    """What it does, in a few words."""
    mark: Mark
    beneath: Mapping[str, Beneath]
    """Part -> what upstream has there; empty where you replace nothing."""
    same: bool = False


@dataclass(frozen=True)
class Finding:
    """What there is to say of one override."""

    override: Override
    state: State
    changed: tuple[str, ...] = ()
    """The parts that upstream has changed, or has now and had not."""


def plan_audit(overrides: Iterable[Override], reviewed: Reviewed) -> tuple[Finding, ...]:
    """Return a finding for each override, those that need a look first."""
    order = ("changed", "same", "unknown", "fine")
    findings = [_finding(override, reviewed.get(override.name)) for override in overrides]
    return tuple(sorted(findings, key=lambda finding: (order.index(finding.state), finding.override.mark)))


def _finding(override: Override, seen: Mapping[str, str] | None) -> Finding:
    changed = tuple(_changed(override, seen)) if seen is not None else ()
    if override.same and not any(_needs_a_look(part) for part in changed):
        return Finding(override, "same")
    if changed:
        return Finding(override, "changed", changed)
    return Finding(override, "fine" if seen is not None and set(override.beneath) <= set(seen) else "unknown")


def _needs_a_look(part: str) -> bool:
    """Say whether a change needs a look though all fields are equal now.

    The entry may be another one or retired, and what you take away from a list may be back in other words.
    """
    return part in {"entry", "status"} or part.endswith("-")


def _changed(override: Override, seen: Mapping[str, str]) -> Iterator[str]:
    """Go through the parts that changed; a part that you override only since you looked has not."""
    appeared = not seen and bool(override.beneath)
    for part, beneath in override.beneath.items():
        if appeared or seen.get(part, beneath.digest) != beneath.digest:
            yield part


def review(overrides: Iterable[Override], reviewed: Reviewed, names: Iterable[str]) -> Reviewed:
    """Return the record after looking at the overrides in `names`; records of overrides that are gone go too."""
    looked_at = set(names)
    return {
        override.name: _now(override) if override.name in looked_at else reviewed[override.name]
        for override in overrides
        if override.name in looked_at or override.name in reviewed
    }


def record_new(overrides: Iterable[Override], reviewed: Reviewed) -> Reviewed:
    """Return the record with what was never recorded added as it stands now; nothing counts as looked at."""
    return {override.name: _with_new(override, reviewed.get(override.name)) for override in overrides}


def _with_new(override: Override, seen: Mapping[str, str] | None) -> Mapping[str, str]:
    now = _now(override)
    return now if seen is None else {part: seen.get(part, digest) for part, digest in now.items()} if seen else {}


def _now(override: Override) -> Mapping[str, str]:
    return {part: beneath.digest for part, beneath in override.beneath.items()}
