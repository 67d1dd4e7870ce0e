# Two commands do all the set-up on a bare machine with python3, make and git:
#   make build   the release of the seeds in exports/
#   make test    the fast tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXTRAS := .[pdf,html,sqlite,duckdb,testing]

export PYTHONHASHSEED := 0
export UV_SYSTEM_CERTS := 1
export UV_PYTHON_DOWNLOADS := never

.PHONY: build test test-all lint bench docs pages bundle fuzz schemas release clean constraints

build: $(VENV)/ready
	$(BIN)/ccdata build seeds/ -o exports/ --cache .ccdata-cache
	$(BIN)/ccdata validate exports/ --assertions seeds/assertions.toml

test: $(VENV)/ready
	$(BIN)/python -m pytest -n auto

test-all: $(VENV)/ready
	$(BIN)/python -m pytest -n auto -m "slow or not slow"

lint: $(VENV)/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/ready
	$(BIN)/python benchmarks/run.py

# TIME is in seconds, shared by all doors; what is found is kept in tests/fuzz/corpus.
TIME ?= 600
fuzz: $(VENV)/fuzz
	$(BIN)/python tests/fuzz/run.py --seconds $(TIME)

schemas: $(VENV)/ready
	$(BIN)/ccdata schema --write

# The docs site in site/; a warning is an error. `make pages` writes the pages that are made from the package.
docs: $(VENV)/docs
	$(BIN)/zensical build --clean --strict
	rm -f site/*.py site/*.toml

pages: $(VENV)/ready
	$(BIN)/python docs/pages.py

# The page's script, for those who change web/: needs Node; the result is committed.
bundle:
	cd web && npm install --no-package-lock --no-audit --no-fund && npm run build

# sdist, wheel and zipped data in dist/, the same bytes at every run.
release: build
	$(BIN)/python packaging/release.py

$(VENV)/docs: $(VENV)/ready
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --group docs
	touch $@

$(VENV)/fuzz: $(VENV)/ready
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --group fuzz
	touch $@

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable "$(EXTRAS)" --group dev
	touch $@

constraints: $(VENV)/ready
	$(BIN)/uv pip compile --quiet --no-header --no-annotate --universal --python-version 3.11 \
	  --extra pdf --extra html --extra sqlite --extra duckdb --extra spark --extra testing \
	  --group dev --group docs --group fuzz pyproject.toml -o constraints.txt

clean:
	rm -rf $(VENV) build dist site .ccdata-cache
