"""The door: files below `data/` and `my/` become validated values, or one list of problems."""
