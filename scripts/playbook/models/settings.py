"""`my/site.yml`: how your copy is called, where it lives, how it looks and where your own pages stand."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from playbook.models.words import Colour, PageName, Plain, Strict, Text, Url

Branch = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_./-]*$")]


class Colors(Strict):
    """Your colors; what is hard to read is a problem."""

    header: Colour | None = Field(
        None,
        description="The bar at the top, as in '#4a148c'; its text becomes black or white, whichever reads better.",
    )
    links: Colour | None = Field(None, description="Links and buttons on the white page.")
    links_dark: Colour | None = Field(
        None, description="Links and buttons on the dark page; made from `links` if you leave it out."
    )


class Placement(Strict):
    """Where one page stands in the navigation; give one of `after`, `before` and `section`."""

    page: PageName = Field(description="The page, named as its file below my/docs/, as in 'ask/my-questions.md'.")
    title: Text | None = Field(None, description="Its name in the navigation; without one, the title of the page.")
    after: PageName | None = Field(None, description="The page that it follows.")
    before: PageName | None = Field(None, description="The page that it precedes.")
    section: Text | None = Field(
        None,
        description="The section whose last page it is, as in 'Ask'; one that is not there yet is added at the end.",
    )

    @model_validator(mode="after")
    def has_one_place(self) -> "Placement":
        """A page stands in one place."""
        if sum(place is not None for place in (self.after, self.before, self.section)) != 1:
            raise ValueError("give one of `after`, `before` and `section`")
        return self


class Settings(Strict):
    """Everything that a copy would otherwise have to change in mkdocs.yml."""

    name: Plain | None = Field(None, description="Name of the site, in the header and in every title.")
    description: Plain | None = Field(None, description="One sentence for search engines.")
    url: Url | None = Field(
        None, description="Where the site is published; the workflows find it out for themselves, so most need none."
    )
    repository: Url | None = Field(
        None, description="Where your copy is kept, for the edit links; the workflows find it out for themselves."
    )
    branch: Branch = Field("main", description="The branch that the edit links open.")
    colours: Colors = Field(Colors(), description="Your colors.")
    nav: tuple[Placement, ...] = Field((), description="Where your own pages stand; others come under More.")
