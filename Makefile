# Everything a person needs, one word each. `make demo` is the place to begin.
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo demo-reset run check test-quick test test-long soak bench five-years load mutants docs catalogues lock clean

setup: $(VENV)/.run

$(VENV)/.run: requirements/run.lock pyproject.toml
	$(PYTHON) requirements/install.py requirements/run.lock
	@touch $@

$(VENV)/.test: requirements/test.lock pyproject.toml
	$(PYTHON) requirements/install.py requirements/test.lock
	@touch $@ $(VENV)/.run

$(VENV)/.mutants: requirements/mutants.lock pyproject.toml
	$(PYTHON) requirements/install.py requirements/mutants.lock
	@touch $@ $(VENV)/.test $(VENV)/.run

demo: $(VENV)/.run
	$(BIN)/tracker demo --port $(PORT)

demo-reset: $(VENV)/.run
	$(BIN)/tracker demo --reset --no-serve

run: $(VENV)/.run
	$(BIN)/tracker serve --port $(PORT)

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -q tests/house

# Tests start the program again and again: what Python compiled once is kept, whatever the environment says.
check test-quick test test-long soak: export PYTHONDONTWRITEBYTECODE :=

# For daily work, in under a minute: the rules, the house, and one story of the real app.
test-quick: $(VENV)/.test
	$(BIN)/pytest -q -n auto tests/domain tests/house tests/test_story.py

# The house is looked at by `make check`.
ALL := $(BIN)/pytest -q -n auto --dist worksteal -rs --no-fold-skipped --ignore tests/house
test: $(VENV)/.test
	$(ALL)

# What `make test` leaves out: many times the examples, longer series, every test of the app on both databases, the browser's
# other stories and every state of each page. What domain and services have must be run, line and branch: being watched costs
# a third more.
test-long: $(VENV)/.test
	$(ALL) -m "long or not browser" --depth long --cov --cov-report=
	$(BIN)/coverage report --skip-covered --precision=1 --fail-under=100

# For a night.
soak: $(VENV)/.test
	$(ALL) -m "long or not browser" --depth soak

bench: $(VENV)/.test
	$(BIN)/python -m bench

# An agency's five years on the embedded database, and what its pages cost then. A tenth of it: CLINICIANS=50.
CLINICIANS ?= 500
FIVE_YEARS ?= build/five-years
five-years: $(VENV)/.test
	$(BIN)/python -m bench.five_years $(FIVE_YEARS) --clinicians $(CLINICIANS)
	$(BIN)/python -m bench.five_years $(FIVE_YEARS) --measure

# A day's work against the real server, on that database.
MINUTES ?= 10
load: $(VENV)/.test
	$(BIN)/python -m bench.load $(FIVE_YEARS) --minutes $(MINUTES)

# One fault at a time is put into the code, and a test must find it: docs/mutants.md.
SLICE ?= 1/1
mutants: $(VENV)/.mutants
	$(BIN)/pytest -q tools/mutants/test_making.py
	$(BIN)/python -m tools.mutants run --slice $(SLICE) $(MUTANTS)

catalogues: $(VENV)/.test
	$(BIN)/python -m tools.catalogues

docs: $(VENV)/.test
	$(BIN)/python -m tools.docs
	$(BIN)/python -m tools.site

# Needs uv; the lock names no registry, so it is the same wherever it is made.
LOCK := uv pip compile --universal --generate-hashes --no-annotate --no-header --python-version 3.11 --quiet
lock:
	$(LOCK) pyproject.toml requirements/build.in -o requirements/run.lock
	$(LOCK) --extra test pyproject.toml requirements/build.in -o requirements/test.lock
	$(LOCK) --extra mutants pyproject.toml requirements/build.in -c requirements/test.lock -o requirements/mutants.lock

clean:
	rm -rf $(VENV) build dist
