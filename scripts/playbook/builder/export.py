"""The rendered pages on disk, with a configuration that needs no hook: for any builder that reads Markdown."""

import shutil
from pathlib import Path

import click
import yaml
from mkdocs.utils.yaml import yaml_load

from playbook.builder.build import replace_folder
from playbook.builder.published import make_files
from playbook.pages.configuration import YOUR_THEME, plan_settings
from playbook.pages.site import render_site

MARKER = ".exported"
"""The file by which an export is known, so that nothing else is ever put away for one."""

OURS = ("hooks", "watch")
"""Settings that only make sense where the hook runs."""


def export_site(root: Path, folder: Path, timestamp: int, *, book: bool = False) -> int:
    """Write pages, files, theme and configuration to `folder`, in place of an earlier export; return how many pages.

    Raises ProblemsFound, and leaves the folder as it was, if anything is wrong; ClickException if the folder holds
    anything that was not exported.
    """
    folder = folder.resolve()
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).exists():
        todo = "Name a new folder, an empty one or an earlier export."
        raise click.ClickException(f"{folder} holds something else. {todo}")
    with (root / "mkdocs.yml").open("rb") as file:
        config = yaml_load(file)
    site = render_site(root, config.get("repo_url") or "", book=book)
    files = {name: page.markdown.encode() for name, page in site.pages.items()} | make_files(site, root, timestamp)
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    for name, content in files.items():
        path = part / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for theme in (root / config["theme"]["custom_dir"], root / YOUR_THEME):
        if theme.is_dir():
            shutil.copytree(theme, part / "theme", dirs_exist_ok=True)
    kept = {key: value for key, value in config.items() if key not in OURS}
    kept |= plan_settings(config, site.settings, site.listed, [name for name in files if not name.endswith(".md")])
    kept["theme"] = {**config["theme"], "custom_dir": "theme"}
    if site.yours:
        kept["validation"]["links"]["anchors"] = "info"
        kept["not_in_nav"] = "\n".join(f"/{name}" for name in sorted(site.unlisted))
    (part / MARKER).touch()
    (part / "mkdocs.yml").write_text(yaml.safe_dump(kept, sort_keys=False, allow_unicode=True), encoding="utf-8")
    replace_folder(folder, part)
    return len(site.pages)
