"""Whether colours can be read, by the measure of WCAG 2.2: 4.5 to 1 for text."""

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.models.settings import Colors

ENOUGH = 4.5
WHITE, BLACK = "#ffffff", "#000000"
LIGHT_PAGE = ("#ffffff", "#f3f6f6")
"""What stands behind links on the white page: the page and the tint of quotes."""
DARK_PAGE = ("#171e20", "#212a2d")
"""What stands behind links on the dark page."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as `#0b5c6b`, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def mix(colour: str, other: str, percent: int) -> str:
    """Return a colour with so many percent of another in it."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{(mine * (100 - percent) + theirs * percent) // 100:02x}" for mine, theirs in pairs)


def worst(colour: str, backgrounds: tuple[str, ...]) -> float:
    """Return the contrast of a colour with that of the backgrounds on which it is hardest to read."""
    return min(contrast(colour, background) for background in backgrounds)


def readable(colour: str, backgrounds: tuple[str, ...], towards: str) -> str:
    """Return the colour, or the nearest one on its way to black or white that can be read."""
    steps = (mix(colour, towards, percent) for percent in range(101))
    return next(step for step in steps if worst(step, backgrounds) >= ENOUGH)


def text_on(colour: str) -> str:
    """Return black or white, whichever reads better; one of them always reads well enough."""
    return max((WHITE, BLACK), key=lambda text: contrast(text, colour))


def unreadable(colours: Colors) -> Iterator[tuple[str, str, str]]:
    """Go through the colours that are hard to read: field, what is wrong, what to do."""
    for field, page, backgrounds, towards in (
        ("links", "the white page", LIGHT_PAGE, BLACK),
        ("links_dark", "the dark page", DARK_PAGE, WHITE),
    ):
        colour = getattr(colours, field)
        if colour and worst(colour, backgrounds) < ENOUGH:
            wrong = f"`{colour}` on {page} has a contrast of {worst(colour, backgrounds):.1f}, and text needs {ENOUGH}"
            yield field, wrong, f'write "{readable(colour, backgrounds, towards)}", which is the nearest that is enough'


@dataclass(frozen=True)
class Palette:
    """What the style sheet needs, as in `0b5c6b`; empty where you chose nothing."""

    header: str = ""
    header_text: str = ""
    links: str = ""
    links_dark: str = ""


def palette(colours: Colors) -> Palette | None:
    """Return your colours and what follows from them, or None if you chose none."""
    if colours == Colors():
        return None
    header, links = colours.header or "", colours.links or ""
    links_dark = colours.links_dark or (readable(links, DARK_PAGE, WHITE) if links else "")
    chosen = (header, text_on(header) if header else "", links, links_dark)
    return Palette(*(colour.removeprefix("#") for colour in chosen))
