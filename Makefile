# Every recipe is short; the work is in tools/. `make help` lists the targets.
PORT ?= 8000
TEMPLATES = find templates -name '*.html' -exec .venv/bin/djade --target-version 6.1

.DEFAULT_GOAL := help
.PHONY: help setup development demo test check format messages bench lock

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make .venv with the locked packages, compile the catalogues, collect static files
	@sh tools/setup.sh runtime

development: # the same, with the tools of the developers
	@sh tools/setup.sh development

demo: setup ## serve the demo newsroom on 127.0.0.1:PORT (8000) until interrupted
	@PORT=$(PORT) sh tools/demo.sh

test: ## run the tests on SQLite and PostgreSQL; ARGS="tests/arabic -k x" for some
	@sh tools/test.sh $(ARGS)

check: development ## formatters, linters, types, migrations, settings, catalogue
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	$(TEMPLATES) --check {} +
	.venv/bin/mypy
	.venv/bin/python manage.py makemigrations --check --dry-run
	.venv/bin/python manage.py check
	.venv/bin/python tools/catalogue.py check

format: development ## put Python files and templates into their one shape
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .
	$(TEMPLATES) {} +

messages: development ## collect the strings of the sources into the Arabic catalogue, compile it
	.venv/bin/python tools/catalogue.py extract
	.venv/bin/python tools/catalogue.py compile

bench: development ## run the benchmarks; ONLY=search for one
	@.venv/bin/python benchmarks/run.py $(ONLY)

lock: development ## remake requirements/*.txt from pyproject.toml; ARGS=--upgrade for the newest
	@sh tools/lock.sh $(ARGS)
