"""Rendering: templates and values become text, escaped for where it lands; yours come before ours, file by file."""

from functools import cached_property
from pathlib import Path

from jinja2.environment import TemplateModule
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from playbook.pages.compiled import Compiled
from playbook.pages.escape import as_code, escape, front_matter
from playbook.pages.loaders import loader_for
from playbook.pages.template_errors import Missing, template_problem
from playbook.plan.rounds import spaced
from playbook.plan.wording import day, days, hours, hundredths, money, short_day
from playbook.problems import ProblemsFound

UNSAFE_FILTERS = ("safe", "join", "e", "escape", "forceescape", "xmlattr", "urlize", "format", "replace", "striptags")
"""Filters that make or mix markup themselves; without them no template can undo the escape."""


FILTERS = {
    "as_code": as_code,
    "front_matter": front_matter,
    "words": " ".join,
    "spaced": spaced,
    "hours": hours,
    "day": day,
    "short_day": short_day,
    "money": money,
    "hundredths": hundredths,
    "days": days,
}


class Renderer:
    """Renders the templates of a project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = ImmutableSandboxedEnvironment(
            loader=loader_for(root),
            undefined=Missing,
            autoescape=True,
            finalize=escape,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=Compiled(root),
            comment_start_string="{%#",  # {#id} is how Markdown names a heading
            comment_end_string="#%}",
        )
        for name in UNSAFE_FILTERS:
            self.environment.filters.pop(name)
        self.environment.filters |= FILTERS

    def render(self, template: str, **names: object) -> str:
        """Return a template filled in.

        Raises ProblemsFound with the file and line of a template that cannot be rendered.
        """
        try:
            return self.environment.get_template(template).render(**names)
        except Exception as error:
            problem = template_problem(error, self.root)
            if problem is None:
                raise
            raise ProblemsFound([problem]) from error

    def source(self, template: str) -> str:
        """Return the text of a template as it was written."""
        loader = self.environment.loader
        return loader.get_source(self.environment, template)[0] if loader else ""

    def part(self, template: str, **names: object) -> Markup:
        """Return a part of a page that is rendered on its own."""
        return Markup(self.environment.get_template(template).render(**names))  # noqa: S704 - escaped by then

    def inline(self, macro: str, *values: object) -> Markup:
        """Return what a macro of partials/inline.html makes of the values."""
        made: Markup = getattr(self._inline, macro)(*values)
        return made

    @cached_property
    def _inline(self) -> TemplateModule:
        return self.environment.get_template("partials/inline.html").module
