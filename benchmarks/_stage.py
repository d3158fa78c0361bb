"""Set Django up for a benchmark, with a test database that holds the real articles and the demo."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.test.utils import get_runner  # noqa: E402

DATA = ROOT.parent / "shared" / "data" / "articles-ant"


@contextmanager
def test_database() -> Iterator[None]:
    """An empty database of its own on the server of DATABASE_URL, gone afterwards."""
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    runner.setup_test_environment()
    try:
        yield
    finally:
        runner.teardown_test_environment()
        runner.teardown_databases(databases)


def on_real_articles(report: Callable[[], int]) -> int:
    """Run a report in a test database; nothing to do where the real articles are absent."""
    if not DATA.exists():
        print(f"The real articles are not at {DATA}: nothing to measure.")
        return 0
    with test_database():
        return report()
