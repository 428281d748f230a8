"""The only module that knows YAML: a file's bytes become plain values, each with its place in the file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from playbook.problems import Mark, Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a build of PyYAML without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

NUMBER = "a number"

type_of_tag = {
    "tag:yaml.org,2002:bool": "true or false",
    "tag:yaml.org,2002:int": NUMBER,
    "tag:yaml.org,2002:float": NUMBER,
    "tag:yaml.org,2002:timestamp": "a date",
}

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A YAML file as values; sequences are tuples, so that strict frozen models take them as they are."""

    path: str
    value: object = None
    marks: dict[Location, Mark] = field(default_factory=dict)
    keys: dict[Location, Mark] = field(default_factory=dict)
    written: dict[Location, tuple[str, str]] = field(default_factory=dict)
    """Location of a scalar that YAML does not read as text -> what was written, and what YAML reads."""
    problems: tuple[Problem, ...] = ()

    @property
    def unreadable(self) -> bool:
        """True if nobody can tell what is in the file."""
        return bool(self.problems) and self.value is None


def read_document(path: Path, name: str) -> Document:
    """Read one file; everything wrong with it as YAML is in `problems`, never raised.

    `name` is the path shown to the user.
    """
    try:
        text, problem = _decode(path.read_bytes(), name)
    except OSError as error:
        wrong = f"cannot be read ({error.strerror})"
        text, problem = "", Problem(Mark(name), "", "", wrong, "put a readable file there")
    node, problems = (None, [problem]) if problem else _composed(text, name)
    if node is None:
        empty = Problem(Mark(name), "", "", "is empty", "add an entry or delete the file")
        return Document(name, problems=tuple(problems or [empty]))
    return _Reader(name).document(node)


def _composed(text: str, name: str) -> tuple[yaml.Node | None, list[Problem]]:
    try:
        unwanted = list(_unwanted(text, name))
        return (None, unwanted) if unwanted else (yaml.compose(text, Loader=Loader), [])
    except yaml.MarkedYAMLError as error:
        return None, [_broken(text, error, name)]
    except yaml.reader.ReaderError as error:
        return None, [_bad_character(text, error, name)]
    except RecursionError:
        return None, [Problem(Mark(name), "", "", "is nested too deeply", "write it flat")]


def _decode(raw: bytes, name: str) -> tuple[str, Problem | None]:
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return "", not_utf8(raw, error.start, name)


def not_utf8(raw: bytes, start: int, name: str) -> Problem:
    """Return the problem of a file whose byte at `start`, counted from 0, is no part of UTF-8."""
    before = raw[:start].decode("utf-8", "replace")
    mark = Mark(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(mark, "", "", f"byte 0x{raw[start]:02x} is not UTF-8", "save the file as UTF-8")


DEEPEST = 500
"""How deep a file may be nested; much deeper, libyaml ends the whole program without a word."""


def _unwanted(text: str, name: str) -> Iterator[Problem]:
    """Go through aliases, and stop where it gets too deep; a text with neither is not read twice."""
    deep = text.count("[") + text.count("{") + max(map(len, text.splitlines()), default=0) > DEEPEST
    depth = 0
    for event in yaml.parse(text, Loader=Loader) if deep or "*" in text else ():
        at = event.start_mark
        mark = Mark(name, at.line + 1, at.column + 1) if at else Mark(name)
        if isinstance(event, yaml.AliasEvent):
            yield Problem(mark, "", "", f"`*{event.anchor}` is an alias", "write the value out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            yield Problem(mark, "", "", "is nested too deeply", "write it flat")
            return


def _bad_character(text: str, error: yaml.reader.ReaderError, name: str) -> Problem:
    code = error.character if isinstance(error.character, int) else ord(error.character)
    position = max(text.find(chr(code)), 0)
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    mark = Mark(name, line, column)
    return Problem(mark, "", "", f"character U+{code:04X} is not allowed in YAML", "delete it or type it again")


def _broken(text: str, error: yaml.MarkedYAMLError, name: str) -> Problem:
    at = error.problem_mark or error.context_mark
    mark = Mark(name, at.line + 1, at.column + 1) if at else Mark(name)
    if at and text[at.index : at.index + 1] == "\t":
        return Problem(mark, "", "", "is a tab, which YAML does not allow here", "use spaces")
    what = " ".join(part for part in (error.context, error.problem) if part)
    return Problem(
        mark, "", "", f"is not valid YAML here ({what})", "check quotes, colons and indentation on this line"
    )


class _Reader:
    """Walks the nodes of one file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.result = Document(name)
        self.problems: list[Problem] = []
        self.scalars = yaml.constructor.SafeConstructor()

    def document(self, node: yaml.Node) -> Document:
        try:
            value = self.value(node, ())
        except RecursionError:
            value, self.problems = None, [Problem(Mark(self.name), "", "", "is nested too deeply", "write it flat")]
        found = self.result
        return Document(self.name, value, found.marks, found.keys, found.written, tuple(self.problems))

    def value(self, node: yaml.Node, location: Location) -> object:
        self.result.marks[location] = self.mark(node)
        if isinstance(node, yaml.MappingNode):
            return dict(self.pairs(node, location))
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(item, (*location, index)) for index, item in enumerate(node.value))
        return self.scalar(node, location)

    def pairs(self, node: yaml.MappingNode, location: Location) -> Iterator[tuple[str, object]]:
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode) or not isinstance(key, str):
                self.problem(key_node, location, "has a field whose name is no text", "use a field name")
                continue
            if key in lines:
                wrong = f"stands twice, first on line {lines[key]}"
                self.problem(key_node, (*location, key), wrong, "keep one of the two")
                continue
            lines[key] = key_node.start_mark.line + 1
            self.result.keys[(*location, key)] = self.mark(key_node)
            yield key, self.value(value_node, (*location, key))

    def scalar(self, node: yaml.Node, location: Location) -> object:
        if node.tag == "tag:yaml.org,2002:str":
            return node.value
        try:
            value = self.scalars.construct_object(node)
        except (ValueError, LookupError, AttributeError, OverflowError, yaml.YAMLError):
            self.problem(node, location, f"`{node.value}` is no valid value", "put text in quotes, or correct it")
            return None
        if node.tag in type_of_tag:
            self.result.written[location] = (node.value, type_of_tag[node.tag])
        return value if isinstance(value, bool | int | float | date | None) else str(value)

    def mark(self, node: yaml.Node) -> Mark:
        return Mark(self.name, node.start_mark.line + 1, node.start_mark.column + 1)

    def problem(self, node: yaml.Node, location: Location, wrong: str, todo: str) -> None:
        self.problems.append(Problem(self.mark(node), "", field_name(location), wrong, todo))


def misread(written: Mapping[Location, tuple[str, str]]) -> Iterator[tuple[Location, str]]:
    """Go through numbers that YAML reads in an old way of writing, as `1:30` or `010`: where, and as written."""
    for location, (text, said) in written.items():
        if said == NUMBER and re.fullmatch(r"[-+]?(\d[\d_]*:.*|0[\d_]+|0[bx].*)", text):
            yield location, text


def field_name(location: Location) -> str:
    """Return `drills[2].minutes` for the location inside an entry; items count from 1."""
    name = ""
    for part in location:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name
