"""The order of the site: seven places, and every address that anybody may have kept."""

from mkdocs.utils.yaml import yaml_load

from playbook.pages.places import url_of
from playbook.pages.site import Site
from project import ROOT

PLACES = ["Start", "Get in", "Prepare", "Ask", "Offer", "Print", "More"]
"""In the order of a search."""


def test_the_guide_has_seven_places_and_each_opens_with_its_own_page() -> None:
    """The first page of each place is one that leads on to the others."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        nav = yaml_load(file)["nav"]
    assert [title for place in nav for title in place] == PLACES
    first = [pages[0] for place in nav for pages in place.values()]
    assert [page for page in first if not page.endswith("index.md")] == []


def test_every_address_that_was_ever_published_is_answered(site: Site) -> None:
    """Where a page stands in the menu may change, its address does not: somebody has kept it."""
    kept = (ROOT / "tests" / "addresses.txt").read_text(encoding="utf-8").split()
    there = {url_of(name) or "/" for name in site.pages}
    assert len(kept) > 150
    assert sorted(set(kept) - there) == []
