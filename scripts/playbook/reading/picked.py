"""What holds for shortlists: a pick is for the person of its list, has a keyword and comes at its moment."""

from collections import Counter
from collections.abc import Iterator

from playbook.models import Entry, Question, Shortlist
from playbook.problems import Problem
from playbook.reading.records import YOURS, Record

Good = list[tuple[Record, Entry]]

Questions = dict[str, tuple[Record, Question]]

FIRST = 10
OF_ONE_FLAG = 2
"""How many picks are looked at together, and how many of these may be about the same red flag first of all."""


def check_shortlists(good: Good) -> Iterator[Problem]:
    """Go through what is wrong with the shortlists; that a question is unknown or retired is said elsewhere."""
    questions = {entry.id: (record, entry) for record, entry in good if isinstance(entry, Question)}
    lists: dict[tuple[str, str], str] = {}
    for record, entry in good:
        if isinstance(entry, Shortlist) and entry.status == "active":
            key = entry.to, entry.moment
            if key in lists:
                wrong = f"`{lists[key]}` is already the list for this person and moment"
                yield record.problem(("moment",), wrong, "put all picks into one list")
            lists.setdefault(key, entry.id)
            yield from _check_list(record, entry, questions)


def _check_list(record: Record, shortlist: Shortlist, questions: Questions) -> Iterator[Problem]:
    flags: Counter[str] = Counter()
    seen: set[str] = set()
    for index, pick in enumerate(shortlist.picks):
        at = ("picks", index, "question")
        source, question = questions.get(pick.question, (None, None))
        if pick.question in seen:
            yield record.problem(at, f"`{pick.question}` is picked twice", "keep the first")
        elif source and question:
            said = (record.problem(at, *words) for words in _misfits(question, shortlist))
            yield from (problem for problem in said if not _changed_by_you(source, problem))
            flags.update(question.reveals[:1] if index < FIRST else ())
        seen.add(pick.question)
    for flag, count in flags.items():
        if count > OF_ONE_FLAG:
            wrong = f"has {count} of `{flag}` among the first {FIRST}"
            yield record.problem(("picks",), wrong, f"keep {OF_ONE_FLAG} of them there")


def _misfits(question: Question, shortlist: Shortlist) -> Iterator[tuple[str, str]]:
    if shortlist.to not in question.to:
        yield f"`{question.id}` is not for a {shortlist.to}", f"add `{shortlist.to}` to its `to`, or pick another"
    if not question.keyword:
        yield f"`{question.id}` has no keyword", "write its `keyword`, one to three words"
    if question.sensitive and shortlist.moment != "offer":
        yield f"`{question.id}` is sensitive", "leave it for the shortlist of the offer"


def _changed_by_you(question: Record, problem: Problem) -> bool:
    """Tell whether a list of ours only misfits because you changed the question: then the pick is left out for you."""
    return not problem.mark.path.startswith(YOURS) and any(
        mark.path.startswith(YOURS) for mark in question.marks.values()
    )
