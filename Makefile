# make demo     score the bundled examples and write demo-output/
# make test     everything the continuous integration checks: ruff, mypy, pytest
# make lint     only ruff and mypy
# make examples make the bundled resumes anew
# make notebooks  run the notebooks and keep their results
# make bench    measure speed on this machine
# make clean    remove what the other targets made

PYTHON ?= python3
VENV   ?= .venv
WORKERS ?= 2
BIN    := $(VENV)/bin

.PHONY: demo test lint examples notebooks bench clean
.DEFAULT_GOAL := help

.PHONY: help
help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

# Stamps, so that a second run installs nothing: they are older than pyproject.toml only if that changed.
$(VENV)/.created:
	@echo "== creating $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "aimatch needs Python 3.11 or newer; say which: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml
	@echo "== installing aimatch into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed pyproject.toml
	@echo "== installing the development tools into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.installed
	@echo "== scoring examples/ against the ai-engineer profile"
	@# One example is damaged on purpose, so the command ends with 1 (some inputs failed); anything else is an error.
	@$(BIN)/aimatch batch examples/resumes --profile ai-engineer --as-of 2026-11-01 --out demo-output --progress; \
	  code=$$?; test $$code -eq 0 -o $$code -eq 1
	@echo "== open demo-output/report.html in a browser; the table is results.csv and results.parquet, details are in json/"

lint: $(VENV)/.installed-dev
	@echo "== ruff";  $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "== mypy";  $(BIN)/mypy

test: lint
	@echo "== pytest"; $(BIN)/python -m pytest -n $(WORKERS)

examples: $(VENV)/.installed-dev
	$(BIN)/python examples/make_examples.py

notebooks: $(VENV)/.installed-dev
	$(BIN)/python notebooks/run.py

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/speed.py examples/resumes

clean:
	rm -rf $(VENV) demo-output dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis skill_taxonomy/.compiled
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
