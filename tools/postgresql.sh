# Sourced after apt.sh: a PostgreSQL server for one run, never owned by root, reached by a socket
# in its own folder. `postgresql_start` sets postgresql_url, `postgresql_stop` leaves nothing behind.
postgresql_folder=
postgresql_version=

# Print the folder of the newest server programs on this machine.
postgresql_programs() {
    {
        printf '%s\n' "${PG_BIN:-}"
        ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5 -n -r
        pg_config --bindir 2>/dev/null || true
        dirname "$(command -v initdb || echo /none/initdb)"
    } | while read -r folder; do
        [ -n "$folder" ] && [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] || continue
        printf '%s\n' "$folder"
        break
    done
}

# The server refuses to run as root: a lesser account runs it there.
as_server() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$postgresql_account" --regid="$(id -g "$postgresql_account")" \
            --clear-groups env HOME="$postgresql_folder" "$@"
    else
        "$@"
    fi
}

postgresql_quietly() {
    as_server "$@" >"$postgresql_folder/output" 2>&1 </dev/null && return
    cat "$postgresql_folder/output" "$postgresql_folder/log" >&2 2>/dev/null
    echo "PostgreSQL for the tests did not start (the lines above say why)." >&2
    exit 1
}

postgresql_start() {
    programs=$(postgresql_programs)
    if [ -z "$programs" ]; then
        apt_install postgresql || true
        programs=$(postgresql_programs)
    fi
    if [ -z "$programs" ]; then
        echo "The tests need PostgreSQL: install it, name its programs by PG_BIN=/path/to/bin," \
            "or a server by TEST_DATABASE_URL=postgres://user@host/database." >&2
        exit 1
    fi
    postgresql_version=$("$programs/pg_ctl" --version | sed 's/^[^0-9]*\([0-9.]*\).*/\1/')

    temporary=${TMPDIR:-/tmp}
    if [ "$(id -u)" = 0 ]; then
        temporary=/tmp # root's own may be closed to the lesser account
        postgresql_account=postgres
        id postgres >/dev/null 2>&1 || postgresql_account=nobody
    fi
    postgresql_folder=$(mktemp -d "$temporary/newsroom-postgresql.XXXXXX")
    [ "$(id -u)" != 0 ] || chown "$postgresql_account" "$postgresql_folder"
    options="-k '$postgresql_folder' -c listen_addresses='' -c fsync=off"
    options="$options -c full_page_writes=off -c synchronous_commit=off"
    cd "$postgresql_folder"
    postgresql_quietly "$programs/initdb" --pgdata=data --username=newsroom --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync
    postgresql_quietly "$programs/pg_ctl" --pgdata=data --log=log --wait start --options="$options"
    postgresql_quietly "$programs/createdb" --host="$postgresql_folder" --username=newsroom newsroom
    cd "$OLDPWD"
    # The one spelling of a socket's folder that django-environ reads: before the name, in the path.
    postgresql_url="postgres://newsroom@/$postgresql_folder/newsroom"
}

postgresql_stop() {
    [ -n "$postgresql_folder" ] || return 0
    cd "$postgresql_folder" || return 0
    as_server "$programs/pg_ctl" --pgdata=data --mode=immediate stop >/dev/null 2>&1 || true
    cd /
    rm -rf "$postgresql_folder"
    postgresql_folder=
}
