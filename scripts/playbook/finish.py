"""The last step over a built site: the security policy, fewer stylesheets, and away with what no page ever fetches."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from playbook.stylesheets import join_stylesheets

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type=\"?application))[^>]*>(.*?)</script>", re.DOTALL)
# Firefox fetches the next page ahead, which the policy forbids and few readers need.
_NEIGHBOUR = re.compile(r"<link rel=\"?(?:prev|next)\"?[^>]*>\s*")
_CHARSET = re.compile(r"<meta charset=\"?utf-8\"?\s*/?>")

POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def finish_site(folder: Path) -> None:
    """Write the policy into every page below `folder`, join its stylesheets, drop source maps and foreign stemmers."""
    for path in [*folder.rglob("*.map"), *folder.glob("assets/javascripts/lunr/**/*.js")]:
        path.unlink()
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    policy = policy_of(pages.values())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, page in pages.items():
        light = join_stylesheets(_NEIGHBOUR.sub("", page), folder)
        path.write_text(_CHARSET.sub(lambda charset: charset[0] + meta, light, count=1), encoding="utf-8")


def policy_of(pages: Iterable[str]) -> str:
    """Return one policy for all pages: with instant navigation that of the first page stays in force."""
    hashes = sorted({_hash(script) for page in pages for script in _INLINE_SCRIPT.findall(page)})
    return POLICY.format(scripts=" ".join(hashes))


def _hash(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
