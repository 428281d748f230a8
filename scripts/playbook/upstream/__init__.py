"""Your overrides, and what upstream has changed beneath them."""
