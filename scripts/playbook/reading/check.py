"""What no single model can see: ids that collide, references that lead nowhere, blanks nobody declared."""

from collections.abc import Iterator

from playbook.models import Blank, Call, CallLine, Entry, Script, Theme, Topic, Turn
from playbook.models.blanks import blanks_in
from playbook.models.references import parts_of, references
from playbook.problems import Problem, suggest
from playbook.reading.picked import check_shortlists
from playbook.reading.records import Record

Good = list[tuple[Record, Entry]]


def check_records(records: list[Record], good: Good, unreadable: set[str]) -> Iterator[Problem]:
    """Yield the problems between entries.

    `records` has every entry, valid or not, so that one mistake does not make all references to its entry dangle; nor
    does a file that cannot be read, whose kind is in `unreadable`.
    """
    yield from check_ids(good)
    yield from check_references(records, good, unreadable)
    yield from check_blanks(good)
    yield from check_themes(good)
    yield from check_order(good)
    yield from check_status(good)
    yield from check_shortlists(good)


def check_ids(good: Good) -> Iterator[Problem]:
    """Ids are unique in the whole library, those of drills, notes and items included."""
    taken: dict[str, Record] = {}
    for record, entry in good:
        for location, part in parts_of(entry):
            id = getattr(part, "id", None)
            if id is None:
                continue
            if id in taken:
                first = taken[id]
                mark = first.mark
                wrong = f"`{id}` is already the id at {mark.path}:{mark.line}"
                yield record.problem((*location, "id"), wrong, "choose another; ids never change, so keep the older")
            taken.setdefault(id, record)


def check_references(records: list[Record], good: Good, unreadable: set[str]) -> Iterator[Problem]:
    """Every id that names another entry names one that is there, of the right kind and not retired."""
    kinds = {record.name: record.kind for record in reversed(records)}
    by_kind: dict[str, list[str]] = {"": list(kinds)}
    for id, kind in kinds.items():
        by_kind.setdefault(kind, []).append(id)
    retired = {entry.id: entry.replaced_by for _, entry in good if entry.status == "retired"}
    for record, entry in good:
        for location, kind, id in references(entry):
            if kind in unreadable or (unreadable and not kind):
                continue
            if kinds.get(id) is None or (kind and kinds[id] != kind):
                yield record.problem(location, *_unknown(id, kind, kinds, by_kind))
            elif id in retired and entry.status == "active":
                instead = retired[id]
                todo = f"write `{instead}`" if instead else "leave it out"
                yield record.problem(location, f"`{id}` is retired", todo)


def _unknown(id: str, kind: str, kinds: dict[str, str], by_kind: dict[str, list[str]]) -> tuple[str, str]:
    said = kind.replace("_", " ") or "entries"
    if id in kinds:
        return f"`{id}` is one of the {kinds[id].replace('_', ' ')}, not of the {said}", f"name one of the {said}"
    return f"`{id}` is not among the {said}", suggest(id, by_kind.get(kind, ()))


def check_blanks(good: Good) -> Iterator[Problem]:
    """Scripts and calls have only blanks that are declared, and no two declarations are of the same word."""
    words: dict[str, str] = {}
    for record, entry in good:
        if isinstance(entry, Blank):
            if entry.word in words:
                yield record.problem(("word",), f"`{entry.word}` is declared twice", f"use `{words[entry.word]}`")
            words.setdefault(entry.word, entry.id)
    for record, entry in good:
        if isinstance(entry, Script | Call):
            for location, line in spoken_lines(entry):
                for word in blanks_in(line):
                    if word not in words:
                        yield record.problem(location, f"{{{word}}} is no declared blank", suggest(word, words))


def spoken_lines(entry: Script | Call) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Go through the lines of a script or a call that may have blanks, each with its location."""
    if isinstance(entry, Script):
        yield from ((("subject",), line) for line in (entry.subject,) if line)
        yield from ((("say", index), line) for index, line in enumerate(entry.say))
    for location, part in parts_of(entry):
        if isinstance(part, CallLine):
            yield (*location, "words"), part.words
        if isinstance(part, Turn):
            yield (*location, "they"), part.they
            yield (*location, "you"), part.you


def check_themes(good: Good) -> Iterator[Problem]:
    """An entry is in a theme of its own kind."""
    themes = {entry.id: entry for _, entry in good if isinstance(entry, Theme)}
    for record, entry in good:
        theme = themes.get(getattr(entry, "theme", None) or "")
        if theme and theme.of != record.kind:
            choices = [id for id, other in themes.items() if other.of == record.kind]
            wrong = f"`{theme.id}` groups {theme.of.replace('_', ' ')}, not {record.kind.replace('_', ' ')}"
            yield record.problem(("theme",), wrong, suggest(theme.id, choices))


def check_order(good: Good) -> Iterator[Problem]:
    """No topic comes, by way of others, after itself."""
    topics = {entry.id: entry for _, entry in good if isinstance(entry, Topic)}
    for record, entry in good:
        if isinstance(entry, Topic) and entry.id in _before(entry, topics):
            todo = "take one topic out of the circle"
            yield record.problem(("after",), "leads back to this topic itself", todo)


def _before(topic: Topic, topics: dict[str, Topic]) -> set[str]:
    found: set[str] = set()
    ahead = list(topic.after)
    while ahead:
        id = ahead.pop()
        if id not in found and id in topics:
            found.add(id)
            ahead.extend(topics[id].after)
    return found


def check_status(good: Good) -> Iterator[Problem]:
    """`replaced_by` belongs to retired entries and names another one."""
    for record, entry in good:
        if entry.replaced_by and entry.status == "active":
            yield record.problem(("replaced_by",), "stands in an active entry", "add `status: retired` or take it out")
        if entry.replaced_by == entry.id:
            yield record.problem(("replaced_by",), "names the entry itself", "name the entry to use instead")
