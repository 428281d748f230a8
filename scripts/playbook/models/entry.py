"""What every entry of the library has, whatever its kind."""

from pydantic import Field

from playbook.models.words import AnyId, Id, Level, ResourceId, Role, Status, Strict, Text


class Entry(Strict):
    """One thing the library knows, with an id that never changes."""

    id: Id = Field(description="Permanent name in kebab-case, unique in the whole library; the anchor of its address.")
    status: Status = Field("active", description="`retired` entries are shown nowhere, but their id stays taken.")
    replaced_by: AnyId | None = Field(None, description="The entry to use instead of a retired one.")
    roles: tuple[Role, ...] = Field((), description="Roles this is for; none means everyone.")
    levels: tuple[Level, ...] = Field((), description="Levels this is for; none means everyone.")
    sources: tuple[ResourceId, ...] = Field(
        (), description="Ids of resources that back this up; `practice` marks what comes from experience alone."
    )
    also: tuple[Text, ...] = Field(
        (), description="What people call it or would type to find it; search finds it by these."
    )
