"""The command line by the name of the package: `python -m playbook`."""

from playbook.commands.main import main

main(prog_name="playbook")
