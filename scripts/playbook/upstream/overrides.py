"""Everything of yours that takes the place of something of ours or adds to it, and what is beneath it today."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from playbook.models import KINDS
from playbook.problems import Mark, Problem, ProblemsFound, nearest
from playbook.reading.combine import combine, is_beneath, signed
from playbook.reading.files import find_files
from playbook.reading.overlay import Change, Overlay, lay_over
from playbook.reading.records import Record, read_records
from playbook.reading.your_settings import SETTINGS, load_settings
from playbook.upstream.drift import Beneath, Override

GENERATED = {"docs/checklists/": "checklist.md", "docs/prepare/languages/": "language.md", "docs/themes/": "theme.md"}
"""Folder of pages that have no file of ours -> the template that makes them."""


def list_overrides(root: Path) -> tuple[tuple[Override, ...], tuple[Problem, ...]]:
    """Return every override below `my/`, and the notices about them.

    Raises ProblemsFound if anything in `data/` or `my/` cannot be read.
    """
    problems: list[Problem] = []
    overlay = lay_over(root, read_records(root, "data", problems, set()), problems, set())
    found = [*_entries(overlay), *_files(root), *_settings(root, problems)]
    if problems:
        raise ProblemsFound(problems)
    return tuple(found), overlay.notices


def _entries(overlay: Overlay) -> Iterator[Override]:
    ours = {change.ours.name: change.ours for change in overlay.changes if change.ours}
    theirs = {record.name: record for record in overlay.records if record.mark.path.startswith("data/")} | ours
    for change in overlay.changes:
        yield _changed(change, change.ours) if change.ours else _added(change.yours)
    for hidden in overlay.hides:
        record = theirs.get(hidden.id or hidden.said)
        beneath = {"entry": _beneath(record.fields)} if record else {}
        yield Override(f"hide/{hidden.said}", f"hides {hidden.said}", hidden.mark, beneath)


def _added(yours: Record) -> Override:
    return Override(yours.name, f"adds to the {yours.kind.replace('_', ' ')}", yours.mark, {})


def _changed(change: Change, ours: Record) -> Override:
    yours = change.yours
    parts = {
        name: _beneath(is_beneath(ours.fields, name, value)) for name, value in yours.fields.items() if name != "id"
    }
    whole = {"entry": _beneath(ours.name), "status": _beneath(ours.fields.get("status", "active"))}
    after = combine(ours, yours, [], []).fields
    same = all(
        after.get(field) == _value(ours, field) for field in (signed(name)[0] for name in yours.fields if name != "id")
    )
    return Override(yours.name, f"changes {', '.join(parts)}", yours.mark, whole | parts, same)


def _value(ours: Record, field: str) -> object:
    info = KINDS[ours.kind].model_fields.get(field)
    return ours.fields.get(field, info.default if info else None)


def _files(root: Path) -> Iterator[Override]:
    for folder in ("docs", "templates"):
        for path in find_files(root, f"my/{folder}"):
            yield _file(root, path, path.relative_to(root / "my").as_posix())


def _file(root: Path, path: Path, name: str) -> Override:
    mark = Mark(path.relative_to(root).as_posix())
    template = next((made for folder, made in GENERATED.items() if name.startswith(folder)), "")
    if (root / name).is_file():
        beneath = {"file": Beneath(digest_of(root / name), f"see `git log -p -- {name}`")}
        return Override(name, "replaces the file", mark, beneath, digest_of(path) == digest_of(root / name))
    if template and path.suffix == ".md":
        made = root / "templates" / "pages" / template
        beneath = {"template": Beneath(digest_of(made), f"see `git log -p -- templates/pages/{template}`")}
        return Override(name, f"may replace a page made by templates/pages/{template}", mark, beneath)
    beside = [other.name for other in (root / name).parent.glob("*")] if name.startswith("templates/") else []
    close = nearest(path.name, beside)
    return Override(name, f"is new; did you mean `{close}`?" if close else "is new", mark, {})


def _settings(root: Path, problems: list[Problem]) -> Iterator[Override]:
    settings = load_settings(root, problems)
    fields = settings.value.model_fields_set
    if fields:
        with (root / "mkdocs.yml").open("rb") as file:
            config = yaml_load(file)
        ours = {"name": config["site_name"], "description": config["site_description"]}
        beneath = {field: _beneath(ours[field]) for field in ours if field in fields}
        same = fields <= set(ours) and all(getattr(settings.value, field) == ours[field] for field in fields)
        yield Override("site.yml", f"sets {', '.join(sorted(fields))}", Mark(SETTINGS), beneath, same)


def _beneath(value: object) -> Beneath:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    digest = _digest(json.dumps(value, sort_keys=True, default=str).encode())
    return Beneath(digest, f"now: {text if len(text) <= 200 else text[:199] + '…'}")


def digest_of(path: Path) -> str:
    """Return a digest of a file that is the same whatever its line ends are."""
    return _digest(path.read_bytes().replace(b"\r\n", b"\n"))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
