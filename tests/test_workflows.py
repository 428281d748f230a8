"""What runs when nobody is looking: the workflows, the container and the other hosts."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from drill import commit, git
from project import ROOT, write_files

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_there_are_workflows() -> None:
    """The three that the pages describe."""
    assert [path.stem for path in WORKFLOWS] == ["personal-files", "publish", "test"]


def test_zizmor_has_nothing_to_say() -> None:
    """The audit of workflows finds nothing, in its strictest mode and without asking the network."""
    program = str(Path(sys.executable).with_name("zizmor"))
    command = [program, "--offline", "--pedantic", "--no-progress", "--strict-collection", str(ROOT / ".github")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_rights_are_least(path: Path) -> None:
    """Each action is a whole commit with its version beside it, and rights are given job by job."""
    text = path.read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert [line for line in uses if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert len(uses) >= 1
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    writes = {
        right for job in workflow["jobs"].values() for right, kind in job["permissions"].items() if kind == "write"
    }
    assert writes == ({"pages", "id-token"} if path.stem == "publish" else set())
    assert "pull_request_target" not in text


@pytest.mark.parametrize(
    ("there", "offered", "kind"),
    [
        ([], ["my/profile.yml"], "these files are yours"),
        ([], ["my/private/pipeline.yml", "data/questions/x.yml"], "these files are yours"),
        ([], ["my/README.md"], "nothing personal"),
        ([], ["data/questions/x.yml"], "nothing personal"),
        (["my/profile.yml"], ["my/site.yml"], "nothing personal"),
    ],
)
def test_personal_files_offered_by_mistake_are_answered_kindly(
    there: list[str], offered: list[str], kind: str, tmp_path: Path
) -> None:
    """A common repository refuses them with a way out; a copy that has its own takes more."""
    for names, message in ((["my/README.md", *there], "Ours"), (offered, "Theirs")):
        for name in names:
            write_files(tmp_path, {name: message})
        git(tmp_path, "init", "--quiet")
        commit(tmp_path, message)
    command = ["sh", str(ROOT / ".github" / "personal-files.sh"), "HEAD^1", "HEAD"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert kind in done.stdout.lower()
    assert done.returncode == (1 if kind == "these files are yours" else 0)
    assert ("- `my/" in done.stdout) == (done.returncode == 1)


def test_every_way_to_publish_builds_with_the_same_command() -> None:
    """GitHub, GitLab and the container all call make, told where the site will be."""
    publish = (ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["pages"]
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "make book" in publish
    assert gitlab["script"] == ["make book", "mv site public"]
    assert container["onCreateCommand"] == "make site"
    assert container["forwardPorts"] == [8000]
    for name in ("PLAYBOOK_SITE_URL", "PLAYBOOK_REPO_URL"):
        assert name in publish
        assert name in gitlab["variables"]
        assert f"!ENV [{name}, " in config


@pytest.mark.parametrize("base", ["", "https://me.github.io/guide"], ids=["no Pages yet", "Pages"])
def test_the_steps_of_publish_run_as_they_stand(base: str, tmp_path: Path) -> None:
    """Run by a shell as GitHub does, `make book` hears where the site will be, or nothing while Pages is off."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8"))
    steps = {step["name"]: step for step in workflow["jobs"]["build"]["steps"] if "run" in step}
    build = steps["Build the guide and its sheets"]
    heard = run_step(build, {"steps.pages.outputs.base_url": base, "github.repository": "me/guide"}, tmp_path)
    assert heard == f"book {base + '/' if base else 'unset'} https://github.com/me/guide\n"
    run_step(steps["Say how to turn on Pages"], {}, tmp_path)
    assert "Settings, Pages" in (tmp_path / "summary").read_text(encoding="utf-8")


def run_step(step: dict[str, Any], values: dict[str, str], folder: Path) -> str:
    """Return what a `make` that only says what it hears is told by one step."""
    known = {"github.server_url": "https://github.com", **values}
    environment = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], value)
        for name, value in step.get("env", {}).items()
    }
    make = folder / "make"
    make.write_text(
        '#!/bin/sh\necho "$1" "${PLAYBOOK_SITE_URL-unset}" "$PLAYBOOK_REPO_URL" > heard\n', encoding="utf-8"
    )
    make.chmod(0o755)
    environment |= {"PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=folder, env=environment, check=True, capture_output=True)
    heard = folder / "heard"
    return heard.read_text(encoding="utf-8") if heard.exists() else ""


def test_the_container_knows_where_the_schemas_are() -> None:
    """Every schema that the editor is told of is there."""
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    schemas = container["customizations"]["vscode"]["settings"]["yaml.schemas"]
    assert [name for name in schemas if not (ROOT / name).exists()] == []


def test_the_summary_shows_the_record_to_keep(in_small: Path, tmp_path: Path) -> None:
    """Without tools, the record can be copied out of the summary; once it is there, it is shown no more."""
    write_files(in_small, {"my/docs/index.md": "# Mine\n"})
    program = tmp_path / "playbook"
    program.write_text(f"#!{sys.executable}\nfrom playbook.commands.main import main\nmain()\n", encoding="utf-8")
    program.chmod(0o755)
    command = ["sh", str(ROOT / ".github" / "audit-summary.sh"), str(program)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    said = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert "docs/index.md: replaces the file: not recorded yet" in said[0]
    assert "docs/index.md: {file: " in said[0]
    assert "Keep this" not in said[1]
