# Every command a person needs. Each prepares what it needs: a fresh machine has only Python.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
UPSTREAM ?= https://github.com/offer-playbook/offer-playbook
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site test serve bench check audit update schema canary clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.installed ## build the guide and its sheets into site/
	@$(BIN)/playbook site

serve: $(VENV)/.installed ## show a live preview on http://127.0.0.1:8000
	@$(BIN)/mkdocs serve --quiet --dev-addr 127.0.0.1:$(PORT)

check: $(VENV)/.installed ## report every problem of the data, the pages and your templates, build nothing
	@$(BIN)/playbook check

audit: $(VENV)/.installed ## list what you override in my/ and what upstream changed beneath it
	@$(BIN)/playbook audit

update: $(VENV)/.installed ## take what is new upstream; what is yours stays as it is
	@$(BIN)/playbook audit --record
	@git fetch --quiet $(UPSTREAM) main
	@git merge --no-edit FETCH_HEAD
	@$(MAKE) --no-print-directory check
	@$(BIN)/playbook audit || true

schema: $(VENV)/.installed ## write the schemas that editors complete and check with
	@$(BIN)/playbook schema

test: $(VENV)/.installed-dev ## run everything that CI runs, a real browser included
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest --numprocesses auto
	@$(BIN)/python scripts/canary.py

canary: $(VENV)/.installed ## build the export with Zensical too, where that can be installed
	@$(BIN)/python scripts/canary.py

bench: $(VENV)/.installed-dev ## measure; the figures in README.md come from here
	@$(BIN)/python scripts/bench.py

clean: ## delete everything that is made: environment, site, caches
	rm -rf $(VENV) site build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.installed: requirements.txt pyproject.toml
	@echo "Preparing $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "Python 3.11.5 or newer is needed: make PYTHON=/path/to/python3 $(MAKECMDGOALS)")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Preparing the tests ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
