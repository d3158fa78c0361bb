#!/bin/sh
# Remake requirements/*.txt from pyproject.toml: every version and hash, for every platform.
# Versions stay as they are where pyproject.toml still allows them; --upgrade takes the newest.
set -eu
cd "$(dirname "$0")/.."

uv=.venv/bin/uv
[ -x "$uv" ] || uv=uv
lock() {
    "$uv" pip compile --quiet --universal --generate-hashes \
        --python-version 3.13 --custom-compile-command 'make lock' --python .venv/bin/python "$@" pyproject.toml
}

# The larger set decides; the smaller one takes its versions from it.
lock --group development --output-file requirements/development.txt "$@"
lock --group setup --constraint requirements/development.txt --output-file requirements/runtime.txt
