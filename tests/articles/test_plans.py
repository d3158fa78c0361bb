"""Which index SQLite takes for the lists of readers and of the desk: none sorts the archive."""

import pytest
from django.db import connection
from django.utils import timezone

from articles import workflow
from articles.admin.tabs import TABS
from articles.models import Article
from newsroom.models import User
from tests.factories import make_category

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="PostgreSQL plans by what its tables hold"
    ),
]


def plan(stories) -> str:
    sql, values = stories.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values)
        return "\n".join(row[3] for row in cursor.fetchall())


@pytest.mark.parametrize(
    "narrowed",
    [
        lambda live: live,
        lambda live: live.for_cards(),
        lambda live: live.in_category(make_category("سياسة")),
        lambda live: live.filter(published_at__gte=timezone.now()),
    ],
)
def test_the_newest_are_walked_by_their_dates(narrowed):
    said = plan(narrowed(Article.objects.live()).newest_first()[:20])
    assert "USING INDEX article_newest" in said
    assert "TEMP B-TREE" not in said


def test_the_newest_of_one_section_are_walked_by_its_dates():
    said = plan(Article.objects.live().filter(category=make_category("سياسة")).newest_first()[:20])
    assert "USING INDEX article_newest_in_category" in said
    assert "TEMP B-TREE" not in said


@pytest.mark.parametrize("tab", ["review", "drafts", "withdrawn"])
def test_the_desks_tabs_look_only_at_what_is_in_work(tab):
    said = plan(Article.objects.filter(TABS[tab][1](User(pk=1))).order_by())
    assert "USING INDEX article_in_work" in said


def test_the_rail_counts_only_what_is_in_work():
    handed_in = Article.objects.filter(workflow.is_in(Article.State.SUBMITTED))
    assert "article_in_work" in plan(handed_in.order_by())
