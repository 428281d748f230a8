"""What is at stake: the small sums beside the essay's figures are right."""

import re

from playbook.pages.site import Site

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
