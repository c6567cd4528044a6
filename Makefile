# make demo runs the main job, make test the tests; each does all of its own set-up, once.
#   make demo ONCE=1 ARTICLES=folder EVENTS=events.json REFERENCE=counts.csv STATE=folder

.DEFAULT_GOAL := help
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
PYTHON ?= python3
# uv of the machine, else one that is put into our own .venv (the version that uv.lock names)
UV := $(shell command -v uv 2>/dev/null || echo .venv/bin/uv)
UV_VERSION := $(shell sed -n '/^name = "uv"$$/{n;s/version = "\(.*\)"/\1/p;q;}' uv.lock)
RUN := .venv/bin/
READY := .venv/.ready

.PHONY: help
help:
	@echo "make demo    run the main job on the seeds (ONCE=1: end after the export)"
	@echo "make test    run the tests"
	@echo "make check   format, lint, types, import contracts, tests"
	@echo "make format  put the code into shape"
	@echo "make eval    all scores on the cases with gold answers (ERRORS=1: list each error)"
	@echo "make record  refresh what a real Label Studio answered, which tests read"
	@echo "make bench   how fast and how large, in three minutes (GIGABYTE=1: 1 GB of text; TEN_MILLION=1: of claims; ONLY=reading,startup;\n             ONLY=labelling: push and pull beside the bare SDK; ONLY=faults: 200 schedules of faults and kills, resumable; ONLY=release: a million claims written and checked)"

.venv/bin/uv:
	@echo "putting uv $(UV_VERSION) into .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed, $(PYTHON) is older; name another one: make PYTHON=python3.12"; exit 1; }
	@test -x .venv/bin/python || $(PYTHON) -m venv --without-pip .venv
	@$(PYTHON) -m pip --python .venv/bin/python --disable-pip-version-check install --quiet uv==$(UV_VERSION)

# EXTRAS=spark: with Spark, which the tests then run (they need Java for it).
$(READY): pyproject.toml uv.lock $(if $(filter .venv/bin/uv,$(UV)),.venv/bin/uv)
	@echo "setting up .venv from uv.lock"
	@$(UV) sync --locked --quiet --python $(PYTHON) $(addprefix --extra ,$(EXTRAS))
	@touch $(READY)

.PHONY: demo
demo: $(READY)
	@$(RUN)workbench demo $(if $(ONCE),--once) $(if $(ARTICLES),--articles "$(ARTICLES)") $(if $(EVENTS),--events "$(EVENTS)") $(if $(REFERENCE),--reference "$(REFERENCE)") $(if $(STATE),--state "$(STATE)") $(if $(LABEL),--label "$(LABEL)")

.PHONY: test
test: $(READY)
	@$(RUN)python -m pytest $(TESTS)

.PHONY: lint
lint: $(READY)
	@$(RUN)ruff format --check --quiet .
	@$(RUN)ruff check --quiet .
	@$(RUN)mypy
	@$(RUN)lint-imports

.PHONY: check
check: lint test

# Cases of ../shared are skipped with a word where that folder is not there; exit code 1 where a floor is missed.
.PHONY: eval
eval: $(READY)
	@ERRORS=$(ERRORS) $(RUN)python -m tests.eval

# Other libraries, to be set beside ours, get environments of their own under .workbench/benchmarks.
.PHONY: bench
bench: $(READY)
	@UV=$(UV) GIGABYTE=$(GIGABYTE) TEN_MILLION=$(TEN_MILLION) ONLY=$(ONLY) $(RUN)python -m tests.benchmarks

# What a real Label Studio answers to a seed of ours, into tests/labelstudio/data; tests read it.
.PHONY: record
record: $(READY)
	@$(RUN)python -m tests.labelstudio.record

.PHONY: format
format: $(READY)
	@$(RUN)ruff format --quiet .
	@$(RUN)ruff check --fix --quiet .
