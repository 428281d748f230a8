"""What stands in the book: the pages of the guide as blocks of text, in the order of the site."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from playbook.book.tree import Element, Node
from playbook.library import Library
from playbook.pages.places import Place, url_of
from playbook.paper.letters import printed
from playbook.paper.sheets import Imprint

Block: TypeAlias = dict[str, Any]
"""`kind` says which one it is; the other keys are those that its part of the template names."""

LEFT_OUT = frozenset(
    {"headerlink", "pb-live", "pb-slot", "pb-scorecard", "pb-edit", "pb-sheets", "pb-foot", "pb-printed"}
)
"""Classes of what makes no sense in a book."""

NOT_READ = frozenset({"script", "style", "svg", "button", "select", "textarea", "form", "dialog", "template", "nav"})
HEADINGS = {"h1": 2, "h2": 3, "h3": 4, "h4": 5, "h5": 5, "h6": 5}
"""Heading -> its level in the book, where the first level is a part of the navigation."""

LINE_BREAK = "\n\n"
"""The text of a run that ends a line; no other text has two."""

SEPARATOR = " · "
"""What stands between the parts of a line that the site sets apart by room alone."""

STYLES = {"strong": "strong", "b": "strong", "em": "emph", "i": "emph", "code": "code"}
BLOCKS = frozenset(
    {*HEADINGS, "p", "ul", "ol", "dl", "table", "div", "section", "article", "details", "blockquote", "pre", "hr"}
)


@dataclass(frozen=True)
class Book:
    """The whole guide, ready to be laid out."""

    title: str
    subtitle: str
    address: str
    parts: tuple[Block, ...]
    index: tuple[Block, ...]
    imprint: Imprint


@dataclass(frozen=True)
class Chapter:
    """One page of the guide: its name in docs/, the part of the navigation it is in, and its tree."""

    page: str
    part: str
    tree: Element


@dataclass(frozen=True)
class Cover:
    """What stands on the first page; `address` is that of the site."""

    title: str
    subtitle: str
    address: str


def plan_book(
    chapters: Iterable[Chapter], library: Library, places: Mapping[str, Place], imprint: Imprint, cover: Cover
) -> Book:
    """Return the book of these chapters; links to what is not in it become plain text."""
    chapters = list(chapters)
    pages = frozenset(chapter.page for chapter in chapters)
    written: dict[str, list[Block]] = {}
    for chapter in chapters:
        blocks = list(_Writer(chapter.page, pages).blocks(chapter.tree))
        _step_levels(blocks, 1)
        written.setdefault(chapter.part, []).append({"label": chapter.page, "blocks": blocks})
    parts = tuple({"title": part, "chapters": blocks} for part, blocks in written.items())
    anchors = frozenset(_settle_labels(parts, set()))
    _drop_dangling(parts, anchors)
    return Book(
        title=cover.title,
        subtitle=cover.subtitle,
        address=cover.address,
        parts=parts,
        index=tuple(_index(library, places, anchors)),
        imprint=imprint,
    )


def _settle_labels(value: object, seen: set[str]) -> set[str]:
    """Keep only the first of several places with one label; return all labels."""
    if isinstance(value, dict):
        if value.get("label") in seen:
            value["label"] = ""
        seen.add(value.get("label") or "")
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            _settle_labels(part, seen)
    return seen


def _step_levels(value: object, last: int) -> int:
    """Let no heading go down more than one level at once, as readers that speak rely on it; return the last level."""
    if isinstance(value, dict):
        if value.get("kind") == "heading":
            last = value["level"] = min(value["level"], last + 1)
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            last = _step_levels(part, last)
    return last


def _drop_dangling(value: object, anchors: frozenset[str]) -> None:
    """Make plain text of links to what is not in the book."""
    if isinstance(value, dict):
        if "to" in value and "://" not in value["to"] and value["to"] not in anchors:
            value["to"] = ""
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            _drop_dangling(part, anchors)


def _verbatim(node: Node) -> str:
    """Return the text with its lines as they are."""
    return node if isinstance(node, str) else "".join(map(_verbatim, node.children))


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.elements():
        yield from _all(child)


def _index(library: Library, places: Mapping[str, Place], anchors: frozenset[str]) -> Iterator[Block]:
    """Go through the red flags by name, each with the questions that reveal it first of all."""
    for red_flag in sorted(library.red_flags, key=lambda red_flag: red_flag.name):
        about = [question for question in library.questions if question.reveals[:1] == (red_flag.id,)]
        entries = [(printed(question.ask), _label(places[question.id])) for question in about]
        found = [{"ask": ask, "label": label} for ask, label in entries if label in anchors]
        if found:
            yield {"title": printed(red_flag.name), "questions": found}


def _label(place: Place) -> str:
    return f"{place.page}#{place.anchor}"


@dataclass(frozen=True)
class _Writer:
    """Turns the tree of one page into blocks."""

    page: str
    pages: frozenset[str]

    def blocks(self, element: Element) -> Iterator[Block]:
        """Go through the blocks in an element; text that stands between blocks becomes a paragraph."""
        loose: list[Node] = []
        for child in element.children:
            if isinstance(child, Element) and (child.tag in BLOCKS or _left_out(child)):
                yield from self._paragraph(loose)
                loose = []
                if not _left_out(child):
                    yield from self._block(child)
            else:
                loose.append(child)
        yield from self._paragraph(loose)

    def _paragraph(self, nodes: list[Node], style: str = "plain") -> Iterator[Block]:
        runs = list(_joined(run for node in nodes for run in self._runs(node, frozenset(), "")))
        if any(run["text"].strip() for run in runs):
            yield {"kind": "paragraph", "style": style, "runs": runs}

    def _block(self, element: Element) -> Iterator[Block]:
        tag, label = element.tag, self._own_label(element)
        if tag in HEADINGS:
            runs = list(_joined(run for node in element.children for run in self._runs(node, frozenset(), "")))
            yield {"kind": "heading", "level": HEADINGS[tag], "label": label, "runs": runs}
        elif tag == "p":
            style = next((name for name in ("pb-meta", "pb-label") if name in element.classes), "plain")
            style = "title" if "admonition-title" in element.classes else style.removeprefix("pb-")
            yield from self._paragraph(_separated(element) if style == "meta" else element.children, style)
        elif tag in ("ul", "ol"):
            items = [self._item(child) for child in element.elements() if child.tag == "li"]
            yield {"kind": "list", "ordered": tag == "ol", "items": items}
        elif tag == "dl":
            yield {"kind": "terms", "terms": list(self._terms(element))}
        elif tag == "table":
            rows = [row for row in _all(element) if row.tag == "tr"]
            yield {"kind": "table", "rows": [[list(self.blocks(cell)) for cell in row.elements()] for row in rows]}
        elif tag == "pre":
            yield {"kind": "code", "text": _verbatim(element).strip("\n")}
        elif tag == "hr":
            return
        else:
            yield from self._box(element, label)

    def _box(self, element: Element, label: str) -> Iterator[Block]:
        styles = {"pb-say": "say", "pb-signs": "signs", "admonition": "note", "pb-entry": "entry"}
        style = next((style for name, style in styles.items() if name in element.classes), "plain")
        if style == "signs":
            yield {"kind": "signs", "columns": [list(self.blocks(child)) for child in element.elements()]}
        elif element.tag == "details":
            yield from self._opened(element)
        elif style != "plain" or label:
            yield {"kind": "box", "style": style, "label": label, "blocks": list(self.blocks(element))}
        else:
            yield from self.blocks(element)

    def _opened(self, element: Element) -> Iterator[Block]:
        for child in element.elements():
            if child.tag == "summary":
                yield from self._paragraph(child.children, "label")
        rest = [child for child in element.children if not (isinstance(child, Element) and child.tag == "summary")]
        yield from self.blocks(Element("div", {}, rest))

    def _item(self, element: Element) -> Block:
        ticks = any(child.tag == "input" and child.attributes.get("type") == "checkbox" for child in _all(element))
        return {"tick": ticks, "label": self._own_label(element), "blocks": list(self.blocks(element))}

    def _terms(self, element: Element) -> Iterator[Block]:
        for child in element.elements():
            if child.tag == "dt":
                runs = list(_joined(run for node in child.children for run in self._runs(node, frozenset(), "")))
                yield {"label": self._own_label(child), "term": runs, "blocks": []}
            elif child.tag == "dd":
                yield {"label": "", "term": [], "blocks": list(self.blocks(child))}

    def _own_label(self, element: Element) -> str:
        id = element.attributes.get("id")
        return f"{self.page}#{id}" if id else ""

    def _runs(self, node: Node, styles: frozenset[str], target: str) -> Iterator[Block]:
        if isinstance(node, str):
            yield {"text": node if "code" in styles else printed(node), "styles": sorted(styles), "to": target}
        elif node.tag == "br":
            yield {"text": LINE_BREAK, "styles": [], "to": ""}
        elif node.tag == "img":
            yield {"text": node.attributes.get("alt", ""), "styles": ["emph"], "to": ""}
        elif not _left_out(node):
            own = {STYLES[node.tag]} if node.tag in STYLES else set()
            own |= {name.removeprefix("pb-") for name in node.classes & {"pb-blank", "pb-label"}}
            to = self._target(node.attributes["href"]) if node.tag == "a" and "href" in node.attributes else target
            marks = ("\u201c", "\u201d") if node.tag == "q" else ()
            for child in (*marks[:1], *node.children, *marks[1:]):
                yield from self._runs(child, styles | own, to)

    def _target(self, href: str) -> str:
        """Return a label of the book, the address of something outside of it, or nothing."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return href if parts.scheme in ("http", "https") else ""
        return self._resolved(parts.path) + (f"#{parts.fragment}" if parts.fragment else "")

    def _resolved(self, path: str) -> str:
        """Return the page that a relative link leads to: from the source of this page, or from its address."""
        if not path:
            return self.page
        if path.endswith(".md"):
            return posixpath.normpath(posixpath.join(posixpath.dirname(self.page), path))
        address = posixpath.normpath(posixpath.join("/", url_of(self.page), path)).strip("/")
        found = (f"{address}.md", f"{address}/index.md" if address else "index.md")
        return next((page for page in found if page in self.pages), "")


def _separated(element: Element) -> list[Node]:
    """Return the parts of a line that shows each in a frame of its own, with a mark between them."""
    parts = [child for child in element.elements() if not _left_out(child)]
    return [node for part in parts for node in (SEPARATOR, part)][1:]


def _left_out(element: Element) -> bool:
    return bool(element.classes & LEFT_OUT) or element.tag in NOT_READ or "hidden" in element.attributes


def _joined(runs: Iterable[Block]) -> Iterator[Block]:
    """Join neighbouring runs of one look and reduce white space as a browser does."""
    last: Block | None = None
    for run in runs:
        text = run["text"] if run["text"] == LINE_BREAK else _spaced(run["text"])
        if (
            last
            and (last["styles"], last["to"]) == (run["styles"], run["to"])
            and LINE_BREAK not in (text, last["text"])
        ):
            last["text"] = _spaced(last["text"] + text)
            continue
        if last:
            yield last
        last = {**run, "text": text}
    if last:
        yield last


def _spaced(text: str) -> str:
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    words = " ".join(text.split())
    return (" " if lead else "") + words + (" " if trail and words else "")
