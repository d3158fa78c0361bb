"""The server is killed while it saves, again and again, and no word that was typed is lost."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import log_in
from tests.journeys.test_nothing_lost import editing, wait_for, write

pytestmark = [pytest.mark.browser, pytest.mark.processes]
ROOT = Path(__file__).resolve().parents[2]
KILLS = 4
SETTING = """
from articles import publishing
from articles.models import Category
from newsroom.models import User
editor = User.objects.create_superuser("editor", "editor@desk.example", "a-long-password")
category = Category.objects.create(name="اقتصاد", slug="economy")
words = {"headline": "خبر", "body": "<p>بداية.</p>", "category": category.pk}
print("story", publishing.start(words, by=editor).pk)
"""
STORED = """
from articles.models import Revision
print(" ".join(kept.content["body"] for kept in Revision.objects.all()))
"""


class Newsroom:
    """A newsroom on a database file, whose server can be killed as a machine kills it."""

    def __init__(self, folder: Path) -> None:
        self.machine = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3"}
        self.manage("migrate", "--verbosity", "0")
        self.story = self.shell(SETTING).split()[-1]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def manage(self, *words: str) -> str:
        run = [sys.executable, "manage.py", *words]
        done = subprocess.run(run, cwd=ROOT, env=self.machine, check=True, stdout=subprocess.PIPE)
        return done.stdout.decode()

    def shell(self, program: str) -> str:
        return self.manage("shell", "--verbosity", "0", "-c", program)

    def start(self) -> None:
        port = str(self.port)
        server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
                  "--port", port, "--workers", "1", "newsroom.wsgi:application"]  # fmt: skip
        self.process = subprocess.Popen(
            server, cwd=ROOT, env=self.machine, stderr=subprocess.DEVNULL, start_new_session=True
        )
        for _attempt in range(300):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        pytest.fail("granian did not answer")

    def kill(self) -> None:
        """With its worker, which would go on alone."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)


@pytest.fixture
def newsroom(tmp_path) -> Iterator[Newsroom]:
    room = Newsroom(tmp_path)
    yield room
    room.kill()


def test_the_server_is_killed_in_mid_save(newsroom, browser):
    page = browser(javascript=True)
    log_in(page, newsroom.address, "editor")
    page.goto(f"{newsroom.address}/admin/articles/article/{newsroom.story}/change/")
    editing(page)
    typed = []
    for number in range(KILLS):
        typed.append(f"كلمة{number}")
        with page.expect_request(lambda request: request.url.endswith("/autosave/")):
            write(page, f" كلمة{number}")
        newsroom.kill()
        typed.append(f"بعد{number}")
        write(page, f" بعد{number}")
        newsroom.start()
        wait_for(page, "حُفظ")
    stored = newsroom.shell(STORED)
    assert [word for word in typed if word not in stored] == []
    assert page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('desk:'))") == []
