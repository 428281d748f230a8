"""What is at stake: the small sums beside the essay's figures are right."""

import re

from playbook.pages.site import Site
from project import ROOT

RAISES = 1.03
"""Everybody's raise in a year, on top of either pay."""


def test_what_more_a_year_is_worth(site: Site) -> None:
    """What an amount more in the first year brings over five and ten years is that amount with its raises, rounded."""
    rows = re.findall(
        r"^\| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$", site.pages["negotiate/index.md"].markdown, re.MULTILINE
    )
    sums = [tuple(int(cell.replace(",", "")) for cell in row) for row in rows]
    assert len(sums) == 3
    assert sums == [(more, worth(more, 5), worth(more, 10)) for more, *_ in sums]


def worth(more: int, years: int) -> int:
    """Return what an amount more in the first year adds up to, to the nearest thousand."""
    return round(sum(more * RAISES**year for year in range(years)) / 1000) * 1000


def test_the_count_of_a_search_adds_up() -> None:
    """The worked example of the numbers game multiplies as it says, and ends at the first calls it needs."""
    page = (ROOT / "docs" / "get-the-interview" / "criteria.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [A-Z][^|]+ \| (\d+) \| (\d+) in (\d+) \| (\d+) \|$", page, re.MULTILINE)
    ways = [tuple(map(int, row)) for row in rows]
    assert len(ways) == 4
    assert [tries * of / among == calls for tries, of, among, calls in ways] == [True] * 4
    assert f"| **Together** | | | **{sum(calls for *_, calls in ways)}** |" in page
    assert "**2 offers**" in page
    assert all(f"**{count} " in page for count in (2 * 3, 2 * 3 * 2, 2 * 3 * 2 * 2))
