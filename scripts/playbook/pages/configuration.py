"""The configuration of the site builder after `my/site.yml`: one function for the hook and the export alike."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from playbook.models.settings import Settings
from playbook.pages.nav import plan_nav
from playbook.pages.placing import place_pages

MY_STYLE, MY_SCRIPT, COLOURS = "assets/my.css", "assets/my.js", "assets/colours.css"
"""Files that are loaded on every page, after ours, if they are there."""

YOUR_THEME = "my/templates/theme"
"""Theme files that come before ours, by the same path."""


def plan_settings(
    given: Mapping[str, Any], settings: Settings, pages: Iterable[str], files: Iterable[str]
) -> dict[str, Any]:
    """Return the settings of mkdocs.yml that change, by name; `given` is what it says.

    `pages` are those of the navigation, `files` all other files of the site.
    """
    repository = (settings.repository or given.get("repo_url") or "").rstrip("/")
    said = {
        "site_name": settings.name,
        "site_description": settings.description,
        "site_url": f"{settings.url.rstrip('/')}/" if settings.url else None,
        "repo_url": repository or None,
        "edit_uri": f"{edit_path(repository, settings.branch)}docs/" if repository else None,
    }
    placed = [placement.page for placement in settings.nav]
    planned = plan_nav(given.get("nav") or [], [page for page in pages if page not in placed], placed)
    return {name: value for name, value in said.items() if value} | {
        "nav": place_pages(planned, settings.nav),
        "extra_css": [*given.get("extra_css", ()), *(name for name in (COLOURS, MY_STYLE) if name in files)],
        "extra_javascript": [*given.get("extra_javascript", ()), *([MY_SCRIPT] if MY_SCRIPT in files else [])],
    }


def edit_base(repository: str, branch: str) -> str:
    """Return the address that the path of a file is added to for editing it; empty if there is none."""
    return f"{repository.rstrip('/')}/{edit_path(repository, branch)}" if repository else ""


def edit_path(repository: str, branch: str) -> str:
    """Return what stands between a repository and the path of a file; hosts differ."""
    host = urlsplit(repository).hostname or ""
    ways = {"gitlab": "-/edit", "codeberg": "_edit", "forgejo": "_edit", "gitea": "_edit"}
    way = next((way for name, way in ways.items() if name in host), "edit")
    return f"{way}/{branch}/"
