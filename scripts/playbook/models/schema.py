"""JSON Schemas of the data files and the profile, for editors that complete and check while you type."""

import json
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from playbook.models import KINDS, Profile
from playbook.models.settings import Settings


def schemas() -> dict[str, str]:
    """Return `<kind>.json` -> the schema of a data file of that kind, a list of entries; and of the files under my/."""
    lists: dict[str, Any] = {kind: GenericAlias(list, (model,)) for kind, model in KINDS.items()}
    files = {**lists, "profile": Profile, "site": Settings}
    return {f"{name}.json": _schema(name, TypeAdapter(file)) for name, file in files.items()}


def _schema(kind: str, file: TypeAdapter[Any]) -> str:
    schema = file.json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.replace("_", " ").capitalize()}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[str]:
    """Write all schemas to `folder`; return the names of those that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name, text in schemas().items() if _differs(folder / name, text)]
    for name in changed:
        (folder / name).write_text(schemas()[name], encoding="utf-8")
    return changed


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text
