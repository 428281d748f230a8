"""What one build with MkDocs is to do, and what it gives back: handed to the hook and taken from it."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from playbook.builder.converted import Converter
from playbook.pages.site import Site


def nothing() -> None:
    """Do nothing."""


@dataclass
class Order:
    """One build."""

    book: bool = False
    preview: bool = False
    """In a preview sheets are set when somebody asks for one, and no policy forbids to reload."""
    at_each_page: Callable[[], None] = nothing
    """Called before each page; it may wait, or raise to end the build."""
    site: Site | None = None
    printing: "Future[dict[str, bytes]] | None" = None
    """What is on paper by its name in the site, as soon as it is made."""
    built: "Built | None" = None


@dataclass
class Built:
    """What MkDocs has in memory after a build, by which one page of it can be built again."""

    config: MkDocsConfig
    files: Files
    converter: Converter
    nav: Navigation
    environment: Environment | None = field(default=None)


KEY = "order"
"""Where in the `extra` of the configuration the hook finds it."""


def order_of(config: MkDocsConfig) -> Order:
    """Return what a build is to do; one that nobody ordered is a plain one."""
    order: Order = config.extra.setdefault(KEY, Order())
    return order
