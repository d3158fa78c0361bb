#!/bin/sh
# Serve the demo newsroom on 127.0.0.1:PORT until interrupted, as production would: DEBUG off.
set -eu
cd "$(dirname "$0")/.."

export PORT="${PORT:-8000}" DEBUG=off
# granian would share the port with a server that is there already, and answer every other reader.
.venv/bin/python -c '
import socket, sys
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    probe.bind(("127.0.0.1", int(sys.argv[1])))' "$PORT" 2>/dev/null || {
    echo "Port $PORT is taken, or not ours to take: make demo PORT=8001" >&2
    exit 1
}
.venv/bin/python manage.py migrate --verbosity 0
.venv/bin/python manage.py seed_demo
echo "Newsroom: http://127.0.0.1:$PORT/  (the desk: http://127.0.0.1:$PORT/admin/); Ctrl-C stops it."
# Each thread keeps a database connection: 2 x 8 of PostgreSQL's usual 100, not granian's 2 x 256.
exec .venv/bin/granian --interface wsgi --host 127.0.0.1 --port "$PORT" \
    --workers 2 --blocking-threads 8 newsroom.wsgi:application
