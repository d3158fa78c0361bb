#!/bin/sh
# The whole suite on SQLite, then on PostgreSQL; arguments go to pytest.
# PostgreSQL: TEST_DATABASE_URL, else a server of our own that lives as long as this script.
set -eu
cd "$(dirname "$0")/.."
. tools/apt.sh
. tools/postgresql.sh

sh tools/setup.sh development
[ -z "${CI:-}" ] || export NEWSROOM_REQUIRE_BROWSER=1

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

find_chromium >/dev/null || apt_install chromium fonts-noto-core || true
find_chromium >/dev/null || echo "No Chromium found: the browser tests are skipped."

trap postgresql_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
if [ -n "${TEST_DATABASE_URL:-}" ]; then
    postgresql_url=$TEST_DATABASE_URL
else
    postgresql_start
fi

suite() { .venv/bin/python -m pytest -n 2 "$@"; }

sqlite=0
printf '\n=== The tests on SQLite ===\n\n'
(unset DATABASE_URL && suite "$@") || sqlite=$?

postgresql=0
[ "$sqlite" = 0 ] || printf '\nFailed on SQLite (pytest exit status %s).\n' "$sqlite"
printf '\n=== The tests on PostgreSQL%s ===\n\n' "${postgresql_version:+ $postgresql_version}"
(export DATABASE_URL="$postgresql_url" && suite "$@") || postgresql=$?

[ "$sqlite" = 0 ] || exit "$sqlite"
exit "$postgresql"
