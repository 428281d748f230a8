"""What decides between offers, in sentences; the words stand here alone, and the pages get them from here."""

from collections.abc import Iterator, Mapping

from playbook.plan.deciding.compare import MONTHS, Against, Basis, Comparison, Stretch

WORDS = {
    "none": "No offer can be compared yet.",
    "one": "{leader} is the only offer that can be compared so far.",
    "leads": "{leader} leads {other} by {gap}{kept}.",
    "kept": " if you leave after {months} months",
    "always": "{leader} leads {other} whatever the shares do and however long you stay.",
    "unless": "{leader} leads {other} unless {reasons}.",
    "or": ", or ",
    "equal": "{leader} and {other} are less than five percent apart, so call them equal and choose by the rest. "
    "To the unit, {leader} is {gap} ahead{kept}.",
    "to-the-unit": "{leader} stays ahead by the numbers unless {reasons}.",
    "stay-within": "you leave within {last} months",
    "stay-range": "you leave after {first} to {last} months",
    "stay-one": "you leave after exactly {first} months",
    "stay-from": "you stay {first} months or longer",
    "leader-shares": "its shares fall to {percent}% of the price you typed",
    "other-shares": "the shares of {other} rise to {percent}% of the price you typed",
    "both-below": "all shares fall to {percent}%",
    "both-above": "all shares rise to {percent}%",
}


def say_comparison(comparison: Comparison, names: Mapping[str, str], basis: Basis) -> list[str]:
    """Return what to say of a comparison, the nearest rival first; `names` are those of the companies by id."""
    if not comparison.leader:
        return [WORDS["none"]]
    leader = names[comparison.leader]
    if not comparison.against:
        return [WORDS["one"].format(leader=leader)]
    return [line for one in comparison.against for line in _against(leader, one, names[one.other], basis)]


def _against(leader: str, one: Against, other: str, basis: Basis) -> Iterator[str]:
    kept = WORDS["kept"].format(months=basis.stay) if basis.stay < MONTHS else ""
    said = {"leader": leader, "other": other, "gap": f"{one.gap:,}", "kept": kept}
    said["reasons"] = WORDS["or"].join(_reasons(one, other))
    yield WORDS["equal" if one.equal else "leads"].format(**said)
    if said["reasons"]:
        yield WORDS["to-the-unit" if one.equal else "unless"].format(**said)
    elif not one.equal:
        yield WORDS["always"].format(**said)


def _reasons(one: Against, other: str) -> Iterator[str]:
    for stretch in one.stretches:
        if stretch.ahead == one.other:
            yield _stay(stretch)
    shares = {
        "leader-shares": one.leader_shares,
        "other-shares": one.other_shares,
        "both-below": one.both_below,
        "both-above": one.both_above,
    }
    for name, percent in shares.items():
        if percent is not None:
            yield WORDS[name].format(percent=percent, other=other)


def _stay(stretch: Stretch) -> str:
    if stretch.last == MONTHS:
        return WORDS["stay-from"].format(first=stretch.first)
    if stretch.first == 1:
        return WORDS["stay-within"].format(last=stretch.last)
    name = "stay-one" if stretch.first == stretch.last else "stay-range"
    return WORDS[name].format(first=stretch.first, last=stretch.last)
