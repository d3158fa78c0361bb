"""What the machine tells us: typed readers of environment values, used by ``settings`` alone."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

read = environ.Env()

# One writer at a time, no reader ever waits, and a commit survives a power cut (synchronous FULL).
_SQLITE_OPTIONS = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    "transaction_mode": "IMMEDIATE",  # a transaction that will write takes its lock at once
    "timeout": 20,
}


def database(var: Path) -> dict[str, object]:
    """The database of ``DATABASE_URL``; SQLite under ``var`` where it is unset."""
    config: dict[str, object] = read.db_url(
        "DATABASE_URL", default=f"sqlite:///{var / 'newsroom.sqlite3'}"
    )
    if str(config["ENGINE"]).endswith("sqlite3"):
        config["OPTIONS"] = _SQLITE_OPTIONS
        # A test database in a file behaves as the real one does: several connections, real locks.
        config["TEST"] = {"NAME": str(var / "test.sqlite3")}
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config


def secret_key(var: Path) -> str:
    """``SECRET_KEY``, or a key made once and kept in ``var`` readable by its owner alone."""
    if given := read.str("SECRET_KEY", default=""):
        return given
    kept = var / "secret_key"
    if not kept.exists():
        # Written whole under another name first: a process that starts beside us reads all or none.
        fresh = Path(tempfile.mkstemp(dir=var)[1])
        fresh.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(fresh, kept)
        fresh.unlink()
    return kept.read_text()


def site_url() -> str:
    """``SITE_URL`` without a trailing slash: the origin of every absolute address we print."""
    url = read.str("SITE_URL", default=f"http://127.0.0.1:{read.int('PORT', default=8000)}")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not _has_host(parts) or parts.path not in {"", "/"}:
        raise ImproperlyConfigured(f"SITE_URL must be an origin like https://news.example: {url!r}")
    return f"{parts.scheme}://{parts.netloc}"


def _has_host(parts: SplitResult) -> bool:
    try:
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port beyond all ports
        return False


def choice(name: str, default: str, allowed: set[str]) -> str:
    """A value out of a short list; anything else stops the start with a sentence."""
    value: str = read.str(name, default=default) or default
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(sorted(allowed))}: {value!r}")
    return value


def seconds(name: str, default: float) -> float:
    """A span of time, 0 for never; anything else stops the start with a sentence."""
    given = read.str(name, default="") or str(default)
    try:
        value = float(given)
    except ValueError:
        value = -1
    if not 0 <= value < float("inf"):
        raise ImproperlyConfigured(f"{name} must be a number of seconds, 0 or more: {given!r}")
    return value


def media_folder(var: Path) -> Path:
    """Where pictures are kept: ``STORAGE_URL`` (``file:///srv/media``), else under ``var``."""
    url = read.str("STORAGE_URL", default="")
    if not url:
        return var / "media"
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc or not parts.path.startswith("/"):
        raise ImproperlyConfigured(f"STORAGE_URL must be like file:///srv/media: {url!r}")
    return Path(parts.path)


def mailer() -> dict[str, object]:
    """The mailer of ``EMAIL_URL`` (``smtp+tls://user:password@host:587``); unset: the console."""
    given = read.email_url("EMAIL_URL", default="consolemail://")
    backend = given["EMAIL_BACKEND"]
    if not backend.endswith("smtp.EmailBackend"):
        return {"BACKEND": backend}
    options = {
        "host": given["EMAIL_HOST"],
        "port": given["EMAIL_PORT"] or 25,
        "username": given["EMAIL_HOST_USER"] or "",
        "password": given["EMAIL_HOST_PASSWORD"] or "",
        "use_tls": given.get("EMAIL_USE_TLS", False),
        "use_ssl": given.get("EMAIL_USE_SSL", False),
        "timeout": 10,
    }
    return {"BACKEND": backend, "OPTIONS": options}
