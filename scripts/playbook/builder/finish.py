"""The last step over a built site: the security policy, fewer stylesheets, and away with what no page ever fetches."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from playbook.builder.stylesheets import join_stylesheets

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type=\"?application))[^>]*>(.*?)</script>", re.DOTALL)
_FETCHED_AHEAD = re.compile(r"<link rel=\"?(?:prev|next)\"?[^>]*>\s*")
"""Firefox fetches the next page ahead for these, which the policy forbids and few readers need."""

_BEFORE_POLICY = ("<meta charset=[^>]*>", "<head[^>]*>", "<!doctype[^>]*>")
"""Behind the first of these that a page has stands the policy; a browser wants the charset early."""

KEEP = "surrogateescape"

POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def finish_site(folder: Path) -> None:
    """Write the policy into every page below `folder`, join its stylesheets, drop source maps and foreign stemmers."""
    for path in [*folder.rglob("*.map"), *folder.glob("assets/javascripts/lunr/**/*.js")]:
        path.unlink()
    # A page of your own may have any bytes: they are kept as they are.
    pages = {path: path.read_bytes().decode("utf-8", KEEP) for path in sorted(folder.rglob("*.html"))}
    policy = policy_of(pages.values())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, page in pages.items():
        light = join_stylesheets(_FETCHED_AHEAD.sub("", page), folder)
        found = next((match for tag in _BEFORE_POLICY if (match := re.search(tag, light, re.IGNORECASE))), None)
        end = found.end() if found else 0
        path.write_bytes((light[:end] + meta + light[end:]).encode("utf-8", KEEP))


def policy_of(pages: Iterable[str]) -> str:
    """Return one policy for all pages."""
    hashes = sorted({_hash(script) for page in pages for script in _INLINE_SCRIPT.findall(page)})
    return POLICY.format(scripts=" ".join(["'self'", *hashes]))


def _hash(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8", KEEP)).digest()).decode() + "'"
