# Everything here sets itself up: Python 3.11 or later and make are all that a fresh machine needs.
PYTHON  ?= $(shell command -v python3.11 || command -v python3)
VENV    := .venv
BIN     := $(VENV)/bin
DATA    ?=
WHY     ?=
COUNT   ?=
RECORD  ?=
REHEARSE ?=
export WHY
# A stamp bears the hash of what the environment was made from, so it is remade only when that changes.
MADE_OF := $(shell cat pyproject.toml constraints.txt | sha256sum | cut -c1-16)
RUN     := $(VENV)/.run-$(MADE_OF)
DEV     := $(VENV)/.dev-$(MADE_OF)
PIP     := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types bench bench-record train floors floors-corpora borrowed docs constraints clean

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1	\2/' | expand -t 22

demo: $(RUN)  ## set up, read the invented reports in examples/, and ask the record
	@sh examples/demo.sh $(BIN)/onrecord

test: $(DEV)  ## run the tests
	@$(BIN)/pytest

check: lint types test  ## style, types, and every test: import direction, examples in the docs, accuracy floors

lint: $(DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(DEV)
	@$(BIN)/mypy

bench: $(DEV)  ## speed and memory beside a peer (DATA=folder for other texts than examples/)
	@$(BIN)/python -m bench $(DATA)

bench-record: $(DEV)  ## what adding one report costs in a record of 50,000 (DATA=real reports to vary; COUNT=5000; RECORD=file keeps it)
	@$(BIN)/python -m bench.record $(DATA) $(if $(COUNT),--count $(COUNT)) $(if $(RECORD),--record $(RECORD))

train: $(VENV)-train  ## train the statement tagger (DATA=folder of the corpora; REHEARSE=1 tries all steps in minutes)
	@test -n "$(DATA)" || { echo "make train DATA=folder-of-the-corpora" >&2; exit 2; }
	@$(VENV)-train/bin/python -m training "$(DATA)" $(if $(REHEARSE),--rehearse)

floors: $(DEV)  ## raise the accuracy floors (DATA=folder for the corpora's too; WHY="..." lowers one)
	@$(BIN)/python -m onrecord.evaluation.floors tests/accuracy/floors.json --why "$$WHY" $(if $(DATA),--data "$(DATA)")

floors-corpora: $(DEV)  ## check the floors on the corpora (DATA=folder that holds polnear, timex, seeds, news)
	@test -n "$(DATA)" || { echo "make floors-corpora DATA=folder-of-the-corpora" >&2; exit 2; }
	@$(BIN)/python -m onrecord.evaluation.floors tests/accuracy/floors.json --check --data "$(DATA)"

borrowed: $(DEV)  ## passages that the project shares with the corpora, of which there should be none (DATA=folder)
	@test -n "$(DATA)" || { echo "make borrowed DATA=folder-of-the-corpora" >&2; exit 2; }
	@$(BIN)/python tests/borrowed.py "$(DATA)"

docs: $(DEV)  ## write the generated parts of README.md and docs/ anew
	@$(BIN)/python docs/generate.py

constraints: $(DEV)  ## freeze the versions that are installed now
	@{ echo "# The versions that the tests ran with. Renew: make constraints"; \
	   $(BIN)/python -m pip freeze --exclude-editable | grep -v '^onrecord'; } > constraints.txt

clean:  ## remove the environment and what was built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Torch and its kin ask for other versions than the readers', so they live apart.
$(VENV)-train: training/requirements.txt
	@$(PYTHON) -m venv $(VENV)-train
	@$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check --editable . --requirement training/requirements.txt
	@touch $(VENV)-train

$(VENV)/bin/python:
	@echo "Making $(VENV) with $(PYTHON) ..."
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or later: make PYTHON=/path/to/python3.11")'
	@"$(PYTHON)" -m venv $(VENV)

$(RUN): | $(VENV)/bin/python
	@echo "Installing onrecord into $(VENV) ..."
	@$(PIP) --editable .
	@rm -f $(VENV)/.run-* && touch $@

$(DEV): | $(VENV)/bin/python
	@echo "Installing onrecord and what its developers use into $(VENV) ..."
	@$(PIP) --editable '.[dev]'
	@rm -f $(VENV)/.run-* $(VENV)/.dev-* && touch $@ $(RUN)
