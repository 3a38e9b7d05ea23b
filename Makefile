# make run    installs into .venv and opens the program
# make test   runs the tests
# make readers  installs readers of other programs' formats, that the tests of export ask (some come from npm)
# make items-report  examines 5,000 questions, as strictly as an examiner can by machine
# make items-check   only those of its checks that allow no case
# make check  style, types, layers, the book and tests; .ci/run checks more: other versions, readers, the wheel
# make lock   resolves the versions of lock/ anew, those of all that the targets above install

# What is compiled is kept, also where Python is told to keep nothing: tests start many processes.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test readers check bench items-report items-check coverage lock clean

# What is installed is what the lock says, to the byte; the project itself comes from this folder.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check
PROJECT := $(INSTALL) --no-deps --no-build-isolation --editable .

run: $(VENV)/installed
	@$(BIN)/trotskyism || [ $$? -eq 130 ]  # Ctrl-C leaves it, and is no failure

test: $(VENV)/installed-dev
	$(BIN)/pytest

# What cannot be installed is said, and its tests are skipped. Chromium, Graphviz, Java, pandoc and PHP come with the system;
# MOODLE_SOURCE and QTI_SCHEMAS name folders with Moodle's source and with the schemas of IMS content packages.
readers: $(VENV)/installed-dev
	@$(INSTALL) --require-hashes --requirement lock/readers.txt || echo "left out: readers from PyPI"
	@mkdir -p $(VENV)/node && cp lock/package.json lock/package-lock.json $(VENV)/node/
	@npm ci --silent --no-audit --no-fund --prefix $(VENV)/node || echo "left out: readers from npm"
	@for program in node chromium dot java pandoc php; do command -v $$program > /dev/null || echo "left out: $$program"; done
	@test -n "$$MOODLE_SOURCE" || echo "left out: Moodle itself (MOODLE_SOURCE is not set)"
	@test -n "$$QTI_SCHEMAS" || echo "left out: the schema of QTI's manifest (QTI_SCHEMAS is not set)"

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/trotskyism --pack content pack check
	$(BIN)/pytest

bench: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks $(BEFORE)

# Examines a bank of 5,000 questions: make items-report N=2000 for a shorter one
items-report: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.items.report -n $(or $(N),5000)

# Only the checks that allow no case, on all that can be asked: under a minute.
items-check: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.items.report --strict --trivia -n $(or $(N),2000)

# Which facts carry each line of the source article: make coverage ARTICLE=path/to/article.txt
coverage: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.coverage $(ARTICLE)

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 run" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/pip pyproject.toml lock/run.txt
	@echo "Installing into $(VENV) (once) …"
	$(INSTALL) --require-hashes --requirement lock/run.txt
	$(PROJECT)
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed lock/test.txt
	$(INSTALL) --require-hashes --requirement lock/test.txt
	@touch $@

# One file for each set of packages: to run, to test, to ask other programs' readers; and the lowest versions admitted.
COMPILE := $(VENV)/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade
lock: $(VENV)/bin/pip
	$(PYTHON) -m venv $(VENV)/uv && $(VENV)/uv/bin/pip install --quiet uv
	$(COMPILE) --extra build --output-file lock/run.txt pyproject.toml
	$(COMPILE) --extra build --extra dev --constraints lock/run.txt --output-file lock/test.txt pyproject.toml
	$(COMPILE) --extra build --extra dev --extra readers --constraints lock/test.txt --output-file lock/readers.txt pyproject.toml
	$(COMPILE) --extra build --extra dev --resolution lowest-direct --output-file lock/lowest.txt pyproject.toml
	cd lock && npm install --package-lock-only --omit-lockfile-registry-resolved --silent

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
