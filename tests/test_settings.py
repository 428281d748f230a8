"""`my/site.yml` through the one function that the hook and the export share."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from playbook.builder.build import build_site
from playbook.builder.export import export_site
from playbook.models.colours import (
    BLACK,
    DARK_PAGE,
    ENOUGH,
    LIGHT_PAGE,
    WHITE,
    contrast,
    palette,
    readable,
    text_on,
    worst,
)
from playbook.models.settings import Colors, Settings
from playbook.pages.configuration import edit_base, plan_settings
from project import ROOT, write_files

CASES = yaml.safe_load((ROOT / "tests" / "settings" / "nav.yml").read_text(encoding="utf-8"))

GIVEN = {"nav": ["index.md"], "repo_url": "https://github.com/offer-playbook/offer-playbook", "extra_css": ["a.css"]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_the_navigation_has_every_page_where_you_say(case: dict[str, Any]) -> None:
    """The navigation is as the case says."""
    settings = Settings.model_validate_json(json.dumps({"nav": case["yours"]}))
    assert plan_settings({"nav": case["nav"]}, settings, case["pages"], [])["nav"] == case["comes"]


def test_without_a_file_nothing_changes() -> None:
    """No my/site.yml leaves what mkdocs.yml says."""
    planned = plan_settings(GIVEN, Settings(), ["index.md"], [])
    assert planned == {**GIVEN, "edit_uri": "edit/main/docs/", "extra_javascript": []}


def test_what_you_say_comes_first() -> None:
    """Every setting of yours takes the place of ours."""
    yours = Settings(name="Ada", description="Hers.", url="https://a.example/x", repository="https://gitlab.com/a/b/")
    planned = plan_settings(GIVEN, yours, ["index.md"], ["assets/my.css", "assets/my.js", "assets/colours.css"])
    assert planned == {
        "site_name": "Ada",
        "site_description": "Hers.",
        "site_url": "https://a.example/x/",
        "repo_url": "https://gitlab.com/a/b",
        "edit_uri": "-/edit/main/docs/",
        "nav": ["index.md"],
        "extra_css": ["a.css", "assets/colours.css", "assets/my.css"],
        "extra_javascript": ["assets/my.js"],
    }


@pytest.mark.parametrize(
    ("repository", "base"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/trunk/"),
        ("https://gitlab.example.org/a/b/", "https://gitlab.example.org/a/b/-/edit/trunk/"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/trunk/"),
        ("", ""),
    ],
)
def test_edit_links_fit_the_host(repository: str, base: str) -> None:
    """Each host has its own way of opening a file in its editor."""
    assert edit_base(repository, "trunk") == base


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    """Known pairs have their known contrast, in either order."""
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_every_colour_can_be_made_readable(colour: str) -> None:
    """Text on any header is readable, and any colour of links has a readable neighbour on both pages."""
    assert contrast(text_on(colour), colour) >= ENOUGH
    assert worst(readable(colour, LIGHT_PAGE, BLACK), LIGHT_PAGE) >= ENOUGH
    assert worst(readable(colour, DARK_PAGE, WHITE), DARK_PAGE) >= ENOUGH
    chosen = palette(Colors(links=readable(colour, LIGHT_PAGE, BLACK)))
    assert chosen
    assert worst(f"#{chosen.links_dark}", DARK_PAGE) >= ENOUGH


def test_the_adapter_stays_thin() -> None:
    """The MkDocs hook can be replaced in an hour: it knows the rooms that make a site, and no kind of entry."""
    hook = (ROOT / "scripts" / "mkdocs_hook.py").read_text(encoding="utf-8")
    known = {name.split(".")[1] for name in re.findall(r"^from (playbook\.\S+) import", hook, re.MULTILINE)}
    assert known <= {"builder", "clock", "pages", "problems", "reading"}
    assert [word for word in ("question", "checklist", "red_flag", "profile") if word in hook] == []


@pytest.fixture
def made_yours(small: Path) -> Path:
    """Return a small project with something of yours in every folder."""
    files = {
        "site.yml": "name: Ada & co\ncolours: {header: '#ffd54f'}\nnav: [{page: mine.md, after: index.md}]\n",
        "docs/mine.md": "# Mine\n\n{{ link('python') }}, {{ url('python') }}, [gone](index.md#gone)\n",
        "docs/assets/my.css": "h1 { font-style: italic }\n",
        "docs/ask/pace.md": '# My pace\n\n{% include "ours/docs/ask/pace.md" %}\n',
        "data/hide.yml": "hide: [python, insane-hours, before-first-call]\n",
        "templates/theme/partials/actions.html": "<p>my theme file</p>",
        "templates/partials/foot.html": "<p>my foot</p>\n",
    }
    write_files(small / "my", files)
    return small


def styles(page: str, site: Path) -> str:
    """Return all styles of a page one folder down, in the order in which they count."""
    names = re.findall(r'<link rel="stylesheet" href="\.\./(assets/[^"]*\.css)"', page)
    return "".join((site / name).read_text(encoding="utf-8") for name in names)


def test_hook_and_export_agree_on_what_is_yours(made_yours: Path, tmp_path: Path) -> None:
    """Both ways give the same pages with your name, colours, theme files, templates and navigation."""
    build_site(made_yours, made_yours / "site")
    export_site(made_yours, tmp_path / "export", 0)
    build_site(tmp_path / "export", tmp_path / "export" / "site")
    for site in (made_yours / "site", tmp_path / "export" / "site"):
        page = (site / "mine" / "index.html").read_text(encoding="utf-8")
        pace = (site / "ask" / "pace" / "index.html").read_text(encoding="utf-8")
        assert "Ada &amp; co" in page
        assert "my theme file" in page
        assert "my foot" in (site / "checklists" / "manager-questions" / "index.html").read_text(encoding="utf-8")
        assert "My pace" in pace
        assert "When did you stop working yesterday?" in pace
        assert pace.count("<h1") == 1
        assert "title: Pace" not in pace
        looks = styles(page, site)
        assert looks.index(".pb-entry") < looks.index("#ffd54f") < looks.index("h1 { font-style: italic }")
        assert "#ffd54f" in (site / "assets" / "colours.css").read_text(encoding="utf-8")
        assert ">Mine<" in (site / "index.html").read_text(encoding="utf-8").replace("\n", "").replace(" ", "")


def test_what_is_hidden_leaves_no_dead_link(made_yours: Path) -> None:
    """A page that is hidden is in no list, but answers the links that lead to it."""
    build_site(made_yours, made_yours / "site")
    page = (made_yours / "site" / "prepare" / "languages" / "python" / "index.html").read_text(encoding="utf-8")
    assert "You hide this" in page
    assert "languages/python" not in (made_yours / "site" / "index.html").read_text(encoding="utf-8")
    assert "It locks" not in (made_yours / "site" / "search" / "search_index.json").read_text(encoding="utf-8")


def test_no_page_can_show_what_is_private(small: Path) -> None:
    """Pages and templates are found in their own folders only."""
    from playbook.pages.site import render_site
    from playbook.problems import ProblemsFound

    (small / "my" / "private").mkdir()
    (small / "my" / "private" / "pipeline.yml").write_text("secret", encoding="utf-8")
    for name in (
        "private/pipeline.yml",
        "my/private/pipeline.yml",
        "docs/../my/private/pipeline.yml",
        "data/levers/l.yml",
    ):
        (small / "my" / "docs").mkdir(exist_ok=True)
        (small / "my" / "docs" / "mine.md").write_text(f'# Mine\n\n{{% include "{name}" %}}\n', encoding="utf-8")
        with pytest.raises(ProblemsFound, match=r"pipeline|levers"):
            render_site(small)
