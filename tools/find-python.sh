#!/bin/sh
# Print the path of a CPython 3.13 or newer, whatever put it on the machine; PYTHON=… goes first.
# A candidate counts only when it runs: a pyenv shim may exist and still answer 127.
set -u
ask='import sys
sys.version_info >= (3, 13) and sys.implementation.name == "cpython" and print(sys.executable)'

# Name after name in each folder of PATH: behind a shim that fails there may be a Python that works.
on_path() {
    for name in python3.13 python3.14 python3.15 python3 python; do
        printf '%s\n' "${PATH:-}" | tr ':' '\n' | sed -n "s|..*|&/$name|p"
    done
}

{
    [ -z "${PYTHON:-}" ] || command -v "$PYTHON"
    on_path
    printf '%s\n' \
        "${PYENV_ROOT:-${HOME:-}/.pyenv}"/versions/3.1[3-9]*/bin/python \
        "${XDG_DATA_HOME:-${HOME:-}/.local/share}"/uv/python/cpython-3.1[3-9]*/bin/python3 \
        /opt/homebrew/bin/python3.1[3-9] \
        /usr/local/bin/python3.1[3-9] \
        /usr/bin/python3.1[3-9]
} | while read -r candidate; do
    [ -x "$candidate" ] || continue
    found=$("$candidate" -c "$ask" 2>/dev/null </dev/null) || continue
    [ -n "$found" ] || continue
    printf '%s\n' "$found"
    break
done | grep . && exit 0

echo "No Python 3.13 or newer was found. Install one (apt, brew, pyenv, uv), or name it: PYTHON=/path/to/python3.13" >&2
exit 1
