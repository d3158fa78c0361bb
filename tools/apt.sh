# Sourced: install Debian packages where we may (root, apt), without a question asked.
apt_updated=no

apt_may() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

# apt_install PACKAGE…: quiet unless it fails; the package lists are fetched once a run.
apt_install() {
    apt_may || return 1
    echo "Installing $* with apt…"
    apt_log=$(mktemp) || return 1
    (
        export DEBIAN_FRONTEND=noninteractive
        [ "$apt_updated" = yes ] || apt-get -q update
        apt-get -q install --yes --no-install-recommends "$@"
    ) >"$apt_log" 2>&1 </dev/null && apt_done=0 || apt_done=1
    apt_updated=yes
    [ "$apt_done" = 0 ] || tail -n 15 "$apt_log" >&2
    rm -f "$apt_log"
    return "$apt_done"
}
