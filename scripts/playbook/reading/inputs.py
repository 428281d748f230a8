"""Everything that a guide is made of, as one digest: the same digest, the same guide."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from playbook.reading.files import PRIVATE

FOLDERS = ("data", "docs", "my", "templates")
FILES = ("mkdocs.yml",)


def digest_inputs(root: Path) -> bytes | None:
    """Return a digest of the names and contents of all files that are read, those in my/private/ left out.

    None if nobody can tell: a link may lead anywhere, and what cannot be read may be readable the next time.
    """
    digest = hashlib.sha256()
    try:
        for path in _files(root):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    except (OSError, _LinkError):
        return None
    return digest.digest()


class _LinkError(Exception):
    """A file or a folder is a link."""


def _files(root: Path) -> Iterator[Path]:
    yield from (root / name for name in FILES)
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            raise _LinkError
        for place, folders, names in os.walk(root / folder):
            here = Path(place)
            folders[:] = sorted(name for name in folders if (here / name).relative_to(root) != PRIVATE)
            paths = [here / name for name in (*folders, *sorted(names))]
            if any(path.is_symlink() for path in paths):
                raise _LinkError
            yield from paths[len(folders) :]
