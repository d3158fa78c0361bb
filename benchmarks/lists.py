"""The panel's lists with 20,000 stories and 100,000 comments, beside the same lists of 20 rows.

Each list is asked by a managing editor, in turns with itself of before, and the median CPU of this
process and of its database's statements is taken as a multiple of the list of 20 rows. Prints the
number of queries besides. Fails above 8 queries or 4 times the cost.
"""

import sys
import time
from datetime import timedelta
from itertools import batched
from statistics import median

from _stage import test_database
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Author, Byline, Category
from comments.models import Comment
from newsroom import roles
from newsroom.models import User

FEW, STORIES, COMMENTS, RUNS = 20, 20_000, 100_000, 15
MOST_QUERIES, MOST_TIMES = 8, 4.0
LISTS = {
    "stories: the day": "/admin/articles/article/?tab=today",
    "stories: archive": "/admin/articles/article/",
    "stories: page 300": "/admin/articles/article/?p=300",
    "stories: search": "/admin/articles/article/?q=القمح",
    "stories: section": "/admin/articles/article/?category__id__exact=1",
    "comments: waiting": "/admin/comments/comment/?state__exact=waiting",
    "comments: approved": "/admin/comments/comment/?state__exact=approved",
    "authors": "/admin/articles/author/",
    "tags": "/admin/articles/tag/",
    "pictures": "/admin/articles/picture/",
    "calendar: week": "/admin/articles/article/calendar/",
    "calendar: month": "/admin/articles/article/calendar/?view=month",
    "front page": "/admin/front/",
    "desk": "/admin/",
}


def main() -> int:
    with test_database():
        client = Client()
        client.force_login(_chief())
        _fill(FEW, FEW)
        few = {name: measured(client, address) for name, address in LISTS.items()}
        _fill(STORIES - FEW, COMMENTS - FEW)
        many = {name: measured(client, address) for name, address in LISTS.items()}
        return report(few, many)


def report(few: dict[str, tuple[int, float]], many: dict[str, tuple[int, float]]) -> int:
    print(f"{connection.vendor}: {STORIES:,} stories, {COMMENTS:,} comments\n")
    print(f"{'list':<22}{'queries':>9}{'20 rows':>11}{'full':>11}{'times':>8}")
    wrong = []
    for name, (queries, cost) in many.items():
        times = cost / few[name][1]
        print(f"{name:<22}{queries:>9}{few[name][1]:>9.1f}ms{cost:>9.1f}ms{times:>8.2f}")
        is_list = name not in {"front page", "desk"}  # screens of several lists
        if is_list and (queries > MOST_QUERIES or times > MOST_TIMES):
            wrong.append(name)
    print(f"\nOver the bars: {', '.join(wrong) or 'none'}.")
    return int(bool(wrong))


def measured(client: Client, address: str) -> tuple[int, float]:
    """Queries, and the median time of answers in milliseconds: the database's is in it."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        if client.get(address).status_code != 200:
            sys.exit(f"{address} was not shown")
        queries = len(captured)
    took = []
    for _run in range(RUNS):
        start = time.perf_counter()
        client.get(address)
        took.append((time.perf_counter() - start) * 1000)
    return queries, median(took)


def _chief() -> User:
    from django.contrib.auth.models import Group

    person = User.objects.create_user("chief", "chief@bench.example", "x", is_staff=True)
    person.groups.add(Group.objects.get(name=roles.MANAGING_EDITOR))
    Category.objects.bulk_create(
        Category(name=f"قسم {n}", slug=f"q{n}", order=n) for n in range(1, 9)
    )
    Author.objects.bulk_create(Author(name=f"كاتب {n}", slug=f"k{n}") for n in range(50))
    return person


def _fill(stories: int, comments: int) -> None:
    """Mostly published over two years, a few in each other state; a comment in fifty waits."""
    now, sections = timezone.now(), list(Category.objects.all())
    begin = Article.objects.count()
    states = ["draft", "submitted", "in_review", "ready"]
    for numbers in batched(range(begin, begin + stories), 1000, strict=False):
        rows = []
        for n in numbers:
            at = now - timedelta(minutes=50 * n)
            fields = {"state": states[n // 100 % 4]} if n % 100 == 99 else {
                "state": "published", "published_at": at, "first_published_at": at,
                "announced_at": at,
            }  # fmt: skip
            rows.append(Article(
                headline=f"سعر القمح في الأسبوع {n}" if n % 7 == 0 else f"خبر من المدينة رقم {n}",
                code=f"b{n:07d}", slug=f"s{n}", body="<p>نص الخبر.</p>", plain_text="نص الخبر.",
                category=sections[n % len(sections)], created_at=at, **fields,
            ))  # fmt: skip
        Article.objects.bulk_create(rows)
    authors = list(Author.objects.all())
    signed = Article.objects.filter(bylines=None).values_list("pk", flat=True)
    for keys in batched(list(signed), 1000, strict=False):
        Byline.objects.bulk_create(
            Byline(article_id=key, author=authors[key % len(authors)], position=0) for key in keys
        )
    keys = list(Article.objects.filter(state="published").values_list("pk", flat=True))
    begin = Comment.objects.count()
    for numbers in batched(range(begin, begin + comments), 2000, strict=False):
        Comment.objects.bulk_create(
            Comment(
                article_id=keys[n % len(keys)], name=f"قارئ {n}", email=f"r{n}@bench.example",
                body=f"تعليق رقم {n}", state="waiting" if n % 50 == 0 else "approved",
                author_key=f"{n:064d}", text_key=f"{n:064d}",
                submitted_at=now - timedelta(minutes=n),
            )
            for n in numbers
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    sys.exit(main())
