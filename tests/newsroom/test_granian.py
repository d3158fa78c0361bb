"""The server that we ship with hands broken addresses on to us, and the story is found."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.articles.test_raw_addresses import SLUG, spellings

pytestmark = pytest.mark.processes
ROOT = Path(__file__).resolve().parents[2]


def ask(port: int, target: bytes) -> tuple[int, str]:
    """Status and Location for the very bytes of a request line."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(b"GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" % target)
        answer = b"".join(iter(lambda: line.recv(65_536), b""))
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1")
    moved = re.search(r"(?im)^location: (.*?)\r?$", head)
    return int(head.split()[1]), moved[1] if moved else ""


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[tuple[int, str]]:
    """A newsroom of one story under granian: its port, and the story's canonical address."""
    folder = tmp_path_factory.mktemp("granian")
    machine = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3"}
    record = {"id": "1", "title": SLUG.replace("-", " "), "body": "خبر."}
    (folder / "story.jsonl").write_text(json.dumps(record), encoding="utf-8")

    def manage(*words: str) -> str:
        run = [sys.executable, "manage.py", *words]
        done = subprocess.run(run, cwd=ROOT, env=machine, check=True, stdout=subprocess.PIPE)
        return done.stdout.decode()

    manage("migrate", "--verbosity", "0")
    manage("load_articles", str(folder / "story.jsonl"))
    address = json.loads(manage("search", "المرفأ"))["hits"][0]["url"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
              "--port", str(port), "--workers", "1", "newsroom.wsgi:application"]  # fmt: skip
    process = subprocess.Popen(server, cwd=ROOT, env=machine, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port, re.sub("^https?://[^/]*", "", address)
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            if ask(port, b"/health/live")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("granian did not answer")


def test_every_encoding_that_the_server_takes_reaches_the_story(served):
    port, canonical = served
    assert canonical.endswith(f"/{quote(SLUG)}/")
    refused = []
    for name, target in spellings(canonical.split("/")[2]).items():
        asked = target if isinstance(target, bytes) else target.encode()
        status, moved = ask(port, asked + b"?x=%D9")
        if status == 400:
            refused.append(name)
            # Bytes that are no UTF-8, not even encoded: no browser sends them, and granian no on.
            with pytest.raises(UnicodeDecodeError):
                asked.decode()
            continue
        if status == 301:
            assert moved == f"{canonical}?x=%D9", name
            status, _ = ask(port, moved.encode())
        assert status == 200, name
    assert len(refused) < 40
