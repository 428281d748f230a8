"""`playbook audit`: your overrides and what upstream changed beneath them, as lines to read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from playbook.problems import Mark, Problem, ProblemsFound, suggest
from playbook.upstream.drift import Finding, plan_audit, record_new, review
from playbook.upstream.overrides import list_overrides
from playbook.upstream.reviewed import REVIEWED, read_reviewed, write_reviewed

SAID = {
    "changed": "CHANGED UPSTREAM",
    "same": "says what upstream says; delete it",
    "unknown": "not recorded yet",
    "fine": "fine",
}


def audit(root: Path) -> tuple[list[str], bool]:
    """Return the report, line by line, and whether upstream changed something that nobody has looked at."""
    overrides, notices = list_overrides(root)
    findings = plan_audit(overrides, read_reviewed(root))
    lines = [line for finding in findings for line in _lines(finding)]
    return [*map(str, notices), *lines, *_sum(findings)], any(finding.state == "changed" for finding in findings)


def _lines(finding: Finding) -> Iterator[str]:
    override = finding.override
    where = f"{override.mark.path}:{override.mark.line}"
    yield f"{where}: {override.name}: {override.what}: {SAID[finding.state]}"
    for part in finding.changed:
        yield f"    {part} {override.beneath[part].now}"


def _sum(findings: Sequence[Finding]) -> Iterator[str]:
    count = {state: sum(finding.state == state for finding in findings) for state in SAID}
    yield (
        f"{len(findings)} overrides: {count['changed']} changed upstream, {count['same']} the same as upstream, "
        f"{count['unknown']} not recorded yet, {count['fine']} fine."
    )
    if count["changed"]:
        yield "When you have looked at one: playbook audit --review NAME. For all at once: playbook audit --review."
    if count["unknown"]:
        yield "To be told when upstream changes what is not recorded yet: playbook audit --record."


def record(root: Path) -> int:
    """Record what stands beneath overrides that were never recorded; return how many there were."""
    overrides, seen = list_overrides(root)[0], read_reviewed(root)
    new = record_new(overrides, seen)
    if new != seen:
        write_reviewed(root, new)
    return len(new.keys() - seen.keys())


def mark_reviewed(root: Path, names: Sequence[str]) -> int:
    """Record what stands beneath the overrides named, or all if none is; return how many there were."""
    overrides = list_overrides(root)[0]
    known = [override.name for override in overrides]
    unknown = [name for name in names if name not in known]
    if unknown:
        mark = Mark(REVIEWED)
        raise ProblemsFound(Problem(mark, "", "", f"`{name}` is no override", suggest(name, known)) for name in unknown)
    write_reviewed(root, review(overrides, read_reviewed(root), names or known))
    return len(names or known)
