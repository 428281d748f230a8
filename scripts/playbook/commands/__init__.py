"""The command line: one file a command, each with one call into each room."""
