"""Where the site is published, as mkdocs.yml or you say it."""

from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from playbook.models.settings import Settings


def site_address(root: Path, settings: Settings) -> str:
    """Return where the site is published, as one would type it; empty if nobody says it."""
    path = root / "mkdocs.yml"
    given = yaml_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return str(settings.url or given.get("site_url") or "").split("://")[-1].rstrip("/")
