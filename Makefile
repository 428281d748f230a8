# The commands of run.py, for people who are used to make; `python run.py` does the same without it.

PYTHON ?= python3
COMMANDS := site serve check book audit update schema lint quick test canary bench clean

.PHONY: help $(COMMANDS)

help:
	@$(PYTHON) run.py help

$(COMMANDS):
	@$(PYTHON) run.py $@
