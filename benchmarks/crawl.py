"""Load the 5,935 real articles twice, then fetch every public page of the site.

Prints how many pages answered what, the most queries that a page of each kind took, and the cost of
a page as a multiple of the cheapest answer of the same run (``/health/live``). Fails when a page
answers anything but 200, when an article takes more than 12 queries or the front page more than 15,
or when the second loading changed a row. Runs on the database of DATABASE_URL, in a test database.
"""

import re
import sys
import time
from collections import Counter, defaultdict

from _stage import DATA, on_real_articles
from django.core.management import call_command
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Author, Category, Tag
from comments.models import Comment
from newsroom.demo import seeding
from newsroom.models import Page

MOST_QUERIES = {"article": 12, "front": 15}


def addresses() -> list[tuple[str, str]]:
    """Every public page with its kind; lists with all their pages."""
    found = [
        ("front", "/"),
        ("latest", "/latest/"),
        ("sitemap", "/sitemap.xml"),
        ("sitemap", "/sitemap-1.xml"),
        ("robots", "/robots.txt"),
    ]
    found += [("article", story.get_absolute_url()) for story in Article.objects.live()]
    live = Article.objects.live()
    lists = {
        "category": Category.objects.all(),
        # A person or a topic that readers know by no story has no page yet.
        "author": Author.objects.filter(bylines__article__in=live).distinct(),
        "tag": Tag.objects.filter(tagged__content_object__in=live).distinct(),
    }
    found += [(kind, row.get_absolute_url()) for kind, rows in lists.items() for row in rows]
    return found + [("page", page.get_absolute_url()) for page in Page.objects.all()]


def further_pages(html: str, path: str) -> list[str]:
    """The pages of a list, from the links of its first."""
    numbers = [int(number) for number in re.findall(r'href="\?page=(\d+)"', html)]
    return [f"{path}?page={number}" for number in range(2, max(numbers, default=1) + 1)]


def crawl(client: Client) -> tuple[Counter, dict[str, int], dict[str, list[float]]]:
    statuses: Counter = Counter()
    queries: dict[str, int] = defaultdict(int)
    times: dict[str, list[float]] = defaultdict(list)
    waiting = addresses()
    while waiting:
        kind, path = waiting.pop()
        with CaptureQueriesContext(connection) as asked:
            start = time.process_time()
            answer = client.get(path)
            times[kind].append(time.process_time() - start)
        statuses[kind, answer.status_code] += 1
        queries[kind] = max(queries[kind], len(asked))
        reset_queries()
        if kind in {"category", "author", "tag", "latest"} and "?" not in path:
            waiting += [(kind, page) for page in further_pages(answer.text, path)]
    return statuses, queries, times


def floor(client: Client) -> float:
    """Seconds of processor for the cheapest answer that the house gives."""
    costs = []
    for _ in range(300):
        start = time.process_time()
        client.get("/health/live")
        costs.append(time.process_time() - start)
    return sorted(costs)[len(costs) // 2]


def report() -> int:
    files = sorted(str(path) for path in DATA.glob("*.jsonl"))
    print(f"Database: {connection.vendor}")
    start = time.monotonic()
    call_command("load_articles", *files)
    first = time.monotonic() - start
    before = list(Article.objects.order_by("pk").values_list("pk", "code", "headline", "body"))
    start = time.monotonic()
    call_command("load_articles", *files)
    print(
        f"First loading {first:.0f} s, the second {(time.monotonic() - start) / first:.2f} of it."
    )
    same = before == list(
        Article.objects.order_by("pk").values_list("pk", "code", "headline", "body")
    )
    seeding.seed("crawl-password")
    print(f"{Article.objects.live().count()} live stories, {Comment.objects.count()} comments.")
    client = Client()
    cheapest = floor(client)
    statuses, queries, times = crawl(client)
    bad = {key: count for key, count in statuses.items() if key[1] != 200}
    print(f"\n{'page':<10} {'fetched':>8} {'queries':>8} {'median cost':>12} {'dearest':>8}")
    for kind, spent in sorted(times.items()):
        spent.sort()
        middle, dearest = spent[len(spent) // 2] / cheapest, spent[-1] / cheapest
        print(f"{kind:<10} {len(spent):>8} {queries[kind]:>8} {middle:>11.1f}x {dearest:>7.1f}x")
    over = {kind: n for kind, n in queries.items() if n > MOST_QUERIES.get(kind, n)}
    print(f"\nOther answers than 200: {bad or 'none'}. Over their queries: {over or 'none'}.")
    print(f"The second loading changed {'nothing' if same else 'ROWS'}.")
    return int(bool(bad or over or not same))


if __name__ == "__main__":
    sys.exit(on_real_articles(report))
