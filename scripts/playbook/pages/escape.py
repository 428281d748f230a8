"""One escape for wherever a template puts text: inert in Markdown, in HTML and in an attribute alike."""

import json
import re
from functools import lru_cache

from markupsafe import Markup

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&\"'~=|^$]|^[-+:#!@]|#(?=#*$)")
_AS_CODE = re.compile(r"[^\w(),.;/+%]")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def escape(value: object) -> Markup:
    """Return text with every character that Markdown or HTML could read as markup written as a reference.

    White space becomes single spaces, so that no line break or indentation can start a block. What is already
    Markup stays as it is.
    """
    if hasattr(value, "__html__"):
        return Markup(value.__html__())  # noqa: S704 - markup by its own word
    if value is None:
        raise ValueError("a template shows a value that is not there")
    return _inert(str(value))


def as_code(text: str) -> Markup:
    """Return lines of code as they stand: inert like all text, each break and each space as a reference."""
    return Markup(re.sub(_AS_CODE, lambda found: _referred(found[0]), text.rstrip()))  # noqa: S704 - nothing special left


def front_matter(text: str) -> Markup:
    """Return text as a value in the front matter of a page.

    Themes put titles and descriptions into HTML as they are, so the text is escaped for that first, but for the
    apostrophe, which is harmless there.
    """
    html = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return Markup(json.dumps(html, ensure_ascii=False))  # noqa: S704 - JSON is YAML


@lru_cache(maxsize=100_000)
def _inert(text: str) -> Markup:
    line = _SPECIAL.sub(lambda found: _referred(found[0]), " ".join(text.split()))
    line = _NUMBERED.sub(lambda found: found[1] + _referred(found[2]), line)
    return Markup(line)  # noqa: S704 - nothing special is left in it


def _referred(character: str) -> str:
    return f"&#{ord(character)};"
