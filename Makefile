# On a machine with Python 3.11 or newer, make and a C compiler, `make demo` and `make test` need nothing else.

PYTHON ?= python3
PAIRS ?=
BEADS ?=
DOCUMENTS ?=

BIN := .venv/bin
SETUP := pyproject.toml constraints.txt
ALL_EXTRAS := train,ray,postgres,serve,dev

export PIP_DISABLE_PIP_VERSION_CHECK = 1

define install
	@$(PYTHON) -c 'import sys; sys.exit("mtreview needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up .venv (the first time downloads about 1 GB and takes some minutes)"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '$(1)'
endef

.PHONY: demo test test-all lint check bench format picture constraints

demo: .venv/.core-installed
	$(BIN)/mtreview demo

test: .venv/.dev-installed
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not slow"

test-all: .venv/.dev-installed
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/.dev-installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: test lint

# One file of pairs for the benchmarks that take one: make bench PAIRS=news.jsonl.gz
# Gold alignments, where there are any: make bench BEADS=text-berg DOCUMENTS=documents.jsonl.gz
bench: .venv/.dev-installed
	$(BIN)/python tests/benchmarks/bench_startup.py
	$(BIN)/python -m tests.benchmarks.bench_rules $(PAIRS)
	$(BIN)/python tests/benchmarks/bench_encoder.py $(PAIRS)
	$(BIN)/python tests/benchmarks/bench_formats.py
	$(BIN)/python tests/benchmarks/bench_align.py --long 10000 --long 100000 $(if $(BEADS),--text-berg $(BEADS)) \
	    $(if $(DOCUMENTS),--ntrex $(DOCUMENTS))

format: .venv/.dev-installed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# The README's picture of the review, taken in a terminal of 110 columns and 30 rows.
picture: .venv/.core-installed
	@rm -rf build/picture && mkdir -p build/picture
	TEXTUAL_PRESS=n,j,n TEXTUAL_SCREENSHOT=3 TEXTUAL_SCREENSHOT_LOCATION=build/picture TEXTUAL_SCREENSHOT_FILENAME=review.svg \
	    $(BIN)/mtreview review corpora/hospital.en.txt --source corpora/hospital.es.txt --reviewer ana --store build/picture/review.sqlite
	@sed '/@font-face/,/}/d' build/picture/review.svg > tests/tui/review.svg

.venv/.core-installed: $(SETUP)
	$(call install,.)
	@touch $@

.venv/.dev-installed: $(SETUP)
	$(call install,.[dev])
	@touch .venv/.core-installed $@

# Resolves anew, so it changes versions: run `make check` after it.
constraints: .venv/.dev-installed
	@mkdir -p build
	$(BIN)/python -m pip install --dry-run --ignore-installed --quiet --report build/resolve.json 'torch==2.13.0' '.[$(ALL_EXTRAS)]'
	@grep '^#' constraints.txt > build/constraints.txt
	@$(BIN)/python -c 'import json, re; \
	    found = [item["metadata"] for item in json.load(open("build/resolve.json"))["install"]]; \
	    pins = {re.sub("[-_.]+", "-", item["name"]).lower(): item["version"].partition("+")[0] for item in found}; \
	    print(*(f"{name}=={pins[name]}" for name in sorted(pins) if name != "mtreview"), sep="\n")' >> build/constraints.txt
	mv build/constraints.txt constraints.txt
