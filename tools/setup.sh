#!/bin/sh
# Make .venv with the locked packages, compile the catalogues, collect static files.
#   tools/setup.sh [runtime|development]
# Each step leaves a mark and is skipped while what it was made from is unchanged.
set -eu
cd "$(dirname "$0")/.."
. tools/apt.sh

level=${1:-runtime}
case $level in
    runtime | development) ;;
    *) echo "usage: tools/setup.sh [runtime|development]" >&2 && exit 2 ;;
esac
# Once a development environment, always one: `make demo` takes nothing away from it.
[ ! -e .venv/.installed-development ] || level=development
lock=requirements/$level.txt
installed=.venv/.installed-$level

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2 && exit 1; }

# In this very place (a copied one starts its programs elsewhere), new enough, and with pip.
venv_is_sound() {
    grep -qsF "$(pwd -P)/.venv/bin/" .venv/bin/pip && .venv/bin/python -c '
import importlib.util, sys
raise SystemExit(sys.version_info < (3, 13) or importlib.util.find_spec("pip") is None)' 2>/dev/null
}

uv_answers() { uv --version >/dev/null 2>&1; }

# venv_by_uv PYTHON: the resolved path, since uv gives up at a pyenv shim that fails.
venv_by_uv() { uv_answers && uv venv --quiet --clear --seed --python "$1" .venv; }

venv_by_python() { "$1" -m venv --clear .venv >/dev/null 2>&1; }

make_venv() {
    python=$(sh tools/find-python.sh)
    say "Making .venv with $python…"
    venv_by_python "$python" && return
    # Debian keeps ensurepip in a package of its own.
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if apt_may && apt_install "$package" && venv_by_python "$python"; then return; fi
    venv_by_uv "$python" && return
    rm -rf .venv
    fail "$python cannot make a virtual environment: install $package, or uv, and run this again."
}

install_packages() {
    say "Installing $lock…"
    if uv_answers && uv pip install --quiet --compile-bytecode --require-hashes \
        --python .venv/bin/python --requirement "$lock"; then return; fi
    .venv/bin/python -m pip install -qq --disable-pip-version-check \
        --require-hashes --requirement "$lock"
}

compile_catalogues() {
    for po in locale/*/LC_MESSAGES/*.po; do
        mo=${po%.po}.mo
        [ -e "$po" ] || continue
        [ -e "$mo" ] && [ -z "$(find "$po" -newer "$mo")" ] && continue
        say "Compiling the catalogues…"
        .venv/bin/python tools/catalogue.py compile
        return
    done
}

# Everything that decides what is served: our files, the packages' (by their lock), the app list.
static_sources() {
    { find static articles/static comments/static newsroom/static -type f 2>/dev/null || true; } |
        LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum requirements/runtime.txt newsroom/settings.py
}

# The reader pages' web font, from a locked package; without it the system's faces serve.
build_font() {
    mark=static/fonts/naskh.txt
    [ -e "$mark" ] && [ -z "$(find tools/build_font.py requirements/runtime.txt -newer "$mark")" ] && return
    say "Cutting the web font…"
    .venv/bin/python tools/build_font.py static/fonts
}

collect_static() {
    mark=var/static-sources
    now=$(static_sources)
    if [ -d var/static ] && [ -e "$mark" ] && [ "$now" = "$(cat "$mark")" ]; then return; fi
    say "Collecting static files…"
    .venv/bin/python manage.py collectstatic --noinput --verbosity 0
    mkdir -p var && printf '%s\n' "$now" >"$mark"
}

if ! venv_is_sound; then make_venv; fi
if ! cmp -s "$lock" "$installed"; then
    rm -f .venv/.installed-*
    install_packages
    cp "$lock" "$installed"
fi
compile_catalogues
build_font
collect_static
