# `make` lists what can be done. Everything works from a fresh clone with Python 3.11+ and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PORT ?= 8501
export UV_COMPILE_BYTECODE := 1
export PLUMBLINE_HOME ?= $(CURDIR)/.plumbline

.DEFAULT_GOAL := help
.PHONY: help setup app test test-long test-browser check accuracy bench bench-trail bench-watch walk sliders format lock clean

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	test -x $(BIN)/uv || $(BIN)/python -m pip install -q uv
	$(BIN)/uv pip sync -q --python $(BIN)/python requirements.txt
	touch $(READY)

setup: $(READY) ## install everything into .venv

app: $(READY) ## set up and open the app on the demo book
	$(BIN)/python -m core demo --if-empty
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.address 127.0.0.1

test: $(READY) check ## set up and run the tests (no browser, no long ones)
	$(BIN)/python -m pytest -n 2

check: $(READY) ## style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-long: $(READY) ## the tests that take minutes
	$(BIN)/python -m pytest -n 2 -m long

test-browser: $(READY) ## the main walks in a real browser (needs Chromium)
	$(BIN)/python -m pytest -m browser

accuracy: $(READY) ## read invented statements and write docs/accuracy.md
	mkdir -p docs
	OMP_NUM_THREADS=1 $(BIN)/python -m core accuracy --docs docs/accuracy.md

walk: $(READY) ## count the walk from statement to signed proposal, write docs/walk.md
	PLUMBLINE_WALK=$(CURDIR)/docs/walk.md $(BIN)/python -m pytest -m browser tests/browser/test_browser_measured.py

sliders: $(READY) ## time every slider of the what-if page in a browser, write docs/sliders.md
	PLUMBLINE_SLIDERS=$(CURDIR)/docs/sliders.md $(BIN)/python -m pytest -m browser tests/browser/test_browser_sliders.py

bench-trail: $(READY) ## verify and search an audit trail of a million events
	$(BIN)/python -m tools.bench_trail

bench-watch: $(READY) ## one look at a book of a thousand accounts
	OMP_NUM_THREADS=1 $(BIN)/python -m tools.bench_watch

bench: $(READY) ## our solves beside riskfolio, skfolio and PyPortfolioOpt, in one run
	$(BIN)/uv pip install -q --no-deps --target build/peers skfolio==1.12.0 pyportfolioopt==1.6.0 scikit-base==1.2.0
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONPATH=build/peers $(BIN)/python -m tools.bench

format: $(READY) ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(READY) ## compile requirements.txt from requirements.in
	$(BIN)/uv pip compile requirements.in --overrides overrides.txt --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header -q -o requirements.txt

clean: ## remove what can be made again
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache build
