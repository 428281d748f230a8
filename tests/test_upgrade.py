"""Taking what upstream has new into a copy that has made itself at home."""

from pathlib import Path

import pytest

from drill import Owner, Upstream, commit, copy_project, git, make_update
from playbook.pages.site import render_site
from playbook.paper.press import compile_sheets, make_press
from playbook.paper.sheets import Imprint, plan_sheets
from playbook.upstream.drift import plan_audit
from playbook.upstream.overrides import list_overrides
from playbook.upstream.reviewed import read_reviewed
from project import ROOT


def test_sixty_changes_survive_an_upgrade(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing conflicts, everything of yours still works, and everything that changed beneath it is reported."""
    upstream, fork = tmp_path / "upstream", tmp_path / "fork"
    upstream.mkdir()
    copy_project(upstream)
    git(tmp_path, "clone", "--quiet", "upstream", "fork")
    owner = Owner(fork)
    mine = owner.change()
    commit(fork, "Make it mine")
    touched = Upstream(upstream, owner).change()
    commit(upstream, "Move on")

    said = make_update(fork, upstream)
    conflicts = git(fork, "diff", "--name-only", "--diff-filter=U").split()
    site = render_site(fork)
    works = [change.name for change in mine if change.works(site, fork)]
    findings = plan_audit(list_overrides(fork)[0], read_reviewed(fork))
    reported = {finding.override.name for finding in findings if finding.state == "changed"}
    expected = {change.name for change in mine if change.touched}
    with capsys.disabled():
        print(
            f"\nUpgrade drill: {len(mine)} changes against {touched} changed entries: {len(conflicts)} conflicts, "
            f"{len(works)} of {len(mine)} overrides in effect, {len(reported & expected)} of {len(expected)} drifts "
            f"reported, {len(reported - expected)} reported in vain, {len(site.notices)} notices."
        )
    assert conflicts == [], said
    assert "overrides: 38 changed upstream, 0 the same as upstream, 0 not recorded yet, 18 fine." in said
    assert all(f"their-question-{number}" in site.library.by_id for number in range(25)), "the update has arrived"
    assert (len(mine), touched) == (60, 100)
    assert [change.name for change in mine if change.name not in works] == []
    assert reported == expected
    sheet = next(plan_sheets(site.library, Imprint("footer")))
    assert compile_sheets([sheet], make_press(fork, tmp_path / "cache", 0))


def test_upstream_ships_nothing_of_yours() -> None:
    """Only the README lies in my/, so that no update can ever touch what is yours."""
    assert git(ROOT, "ls-files", "my").split() == ["my/README.md"]
