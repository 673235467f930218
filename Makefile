# Two commands matter: `make app` and `make test`. Everything else is for those who change it.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input
FIND := for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done
PYTHON ?= $(shell $(FIND))
NBVAL := --nbval-lax --nbval-current-env --nbval-cell-timeout=60
NOTEBOOKS = $(shell find workbooks -name '*.ipynb' -not -path '*/.ipynb_checkpoints/*')

.DEFAULT_GOAL := help
.PHONY: help app lab report test test-all test-notebooks test-slow check bench screenshots

help: ## Say what there is to make.
	@echo 'Usage: make TARGET'
	@sed -n 's/^\([a-z-]*\):.*## /  \1\t/p' Makefile | expand -t 18

app: $(VENV)/.has-app ## Set everything up, serve the workbook and open it; SAMPLE=1 to look around.
	@$(VENV)/bin/quadrant open $(if $(SAMPLE),--sample)

lab: $(VENV)/.has-lab ## The same workbooks in JupyterLab.
	@$(VENV)/bin/quadrant lab

report: $(VENV)/.has-report ## The cohort report of twelve made-up people, into ./report/.
	@mkdir -p report
	@$(VENV)/bin/quadrant report data/sample-cohort -o report/report.html \
		--codes data/sample-cohort/codes.txt

test: test-notebooks ## Set everything up and pass the tests: about ten minutes on two cores.
	$(PY) -m pytest -m 'not slow' -n 2 --dist worksteal -p no:nbval

test-all: test test-slow ## The tests, and the slow ones that CI runs too.

test-notebooks: $(VENV)/.has-test ## Run every workbook from top to bottom, on a journal of its own.
	QUADRANT_JOURNAL=$$(mktemp -d)/journal.json \
		$(PY) -m pytest $(NBVAL) $(NOTEBOOKS) tests/executed/*.ipynb

test-slow: $(VENV)/.has-test ## Only the slow tests.
	$(PY) -m pytest -m slow

check: $(VENV)/.has-test ## Lint, format, types, and notebooks without outputs.
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/nbstripout --verify --keep-id --extra-keys metadata.widgets $(NOTEBOOKS)

bench: $(VENV)/.has-test ## Measure how fast a page is, side by side with plain Voila.
	@$(PY) -m tests.bench

screenshots: $(VENV)/.has-test ## Write a picture of every state to screenshots/.
	@$(PY) -m tests.browser.screenshots

$(PY):
	@test -n '$(PYTHON)' || { echo >&2 'Quadrant needs Python 3.11 or newer, with venv.'; \
	echo >&2 'Nothing was changed. Install it (Debian: python3-venv) and try again.'; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# Once, and again only when what is needed has changed. The stamp is the proof that pip was done:
# a pipe forgets how its first half ended.
$(VENV)/.has-%: pyproject.toml requirements.txt | $(PY)
	@echo 'Setting up in $(VENV), once: this takes a minute or two and needs the network.'
	@rm -f $@
	@($(PIP) install --constraint requirements.txt --editable '.[$*]' && touch $@) | \
	while read -r doing what rest; do case "$$doing $$what" in \
	'Collecting '*) printf '  %s\n' "$${what%%[<>=!~;[]*}" ;; \
	'Installing collected') echo 'Installing what was fetched…' ;; esac; done
	@test -f $@ || { echo >&2 'Setting up did not work; the lines above say why.'; \
	echo >&2 'Your journal was not touched. Run the same command to try again.'; exit 1; }
	@echo 'Ready.'
