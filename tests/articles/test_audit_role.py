"""On PostgreSQL the desk works as a role that may not change the trail (docs/operations.md)."""

import re
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, transaction

from articles import publishing
from articles.models import AuditEntry
from comments import moderation
from tests.factories import BODY, make_article, make_category, make_comment

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles"),
]
OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


@pytest.fixture
def as_the_desk():
    """From here on the connection is the documented role; the test's end takes all of it back."""
    # Roles belong to the whole server, where other workers may make theirs at this moment.
    role = f"desk_of_{connection.settings_dict['NAME']}"
    granted = re.search(r"```sql\n(GRANT.*?)```", OPERATIONS.read_text(), re.DOTALL)
    assert granted
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE ROLE "{role}"')
        cursor.execute(granted[1].replace("newsroom_desk", f'"{role}"'))

    def become():
        with connection.cursor() as cursor:
            cursor.execute(f'SET LOCAL ROLE "{role}"')

    return become


def test_the_desk_works_and_the_database_refuses_to_change_an_entry(
    as_the_desk, reporter, editor, chief, moderator
):
    category, comment = make_category(), make_comment(make_article(published=True))
    as_the_desk()
    content = {
        "headline": "اتفاق على القمح",
        "body": BODY,
        "category": category.pk,
        "tags": ["قمح"],
    }
    story = publishing.start(content, by=reporter)
    publishing.submit(story, by=reporter)
    publishing.publish(story, by=editor)
    publishing.correct(story, {"headline": "اتفاق مصوَّب"}, by=editor)
    publishing.withdraw(story, by=chief)
    moderation.approve(comment, by=moderator)
    reporter.delete()
    verbs = list(AuditEntry.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["start", "submit", "publish", "correct", "withdraw", "approve"]
    for statement in (
        "UPDATE articles_auditentry SET verb = 'start' WHERE number = 3",
        "DELETE FROM articles_auditentry WHERE number = 3",
        "TRUNCATE articles_auditentry",
        "DROP TABLE articles_auditentry",
        "ALTER TABLE articles_auditentry ADD COLUMN more text",
    ):
        with (
            pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
