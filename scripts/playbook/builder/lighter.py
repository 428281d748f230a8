"""Our scripts as they are sent: without the comments that are for people who read the source."""

import re

_TOKEN = re.compile(
    r"""
    (?P<comment> ^[ \t]*//[^\n]*\n | ^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n )
    | `(?:\\.|[^`\\])*`
    | "(?:\\.|[^"\\\n])*"
    | '(?:\\.|[^'\\\n])*'
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
"""A comment with lines of its own, or a text, in which nothing is a comment."""


def without_comments(script: str) -> str:
    """Return a script without its comments that have lines of their own; texts stay as they are."""
    return _TOKEN.sub(lambda found: "" if found["comment"] else found[0], script)
