"""What somebody at the desk sent without a right to it stands in the audit trail, and no more."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import AuditEntry
from newsroom.models import LogInTries
from tests.articles.panel import screen, typed
from tests.factories import make_article

pytestmark = pytest.mark.django_db
SECRET = "وثيقة لا يعرفها أحد"


def refused() -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(verb="refused_act").order_by("number"))


def act(story, name: str) -> str:
    return reverse("admin:articles_article_act", args=[story.pk, name])


def test_who_and_where_to_but_not_what(client, moderator):
    client.force_login(moderator)
    address = reverse("admin:articles_category_add")
    assert client.post(address, {"name": SECRET, "slug": "x"}).status_code == 403
    [entry] = refused()
    assert (entry.who, entry.who_name) == (moderator.pk, "moderator")
    assert entry.changes == {"sent_to": [None, address]}
    assert SECRET not in str(list(AuditEntry.objects.values()))


def test_an_act_that_is_refused_in_a_sentence_is_one_too(client, reporter):
    client.force_login(reporter)
    story = make_article(headline="اتفاق القمح", created_by=reporter)
    assert client.post(act(story, "publish"), follow=True).status_code == 200
    client.post(screen(story), typed(story.category) | {"_publish": "1"})
    assert [entry.changes["sent_to"][1] for entry in refused()] == [
        act(story, "publish"), screen(story),
    ]  # fmt: skip


def test_what_is_wrong_with_a_story_is_no_lack_of_a_right(client, editor):
    client.force_login(editor)
    story = make_article(headline="", body="")
    client.post(act(story, "publish"))
    client.post(act(story, "withdraw"))
    assert len(refused()) == 1  # an editor withdraws nothing; and what is empty is not published


def test_looking_is_no_act_and_neither_is_a_strangers_post(client, moderator):
    address = reverse("admin:articles_category_add")
    client.post(address, {"name": "س"})
    client.force_login(moderator)
    for _time in range(3):
        assert client.get(address).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(moderator)
    assert strict.post(address, {"name": "س"}).status_code == 403
    assert not refused()


def test_a_script_that_asks_by_itself_fills_no_trail(client, reporter, editor):
    client.force_login(reporter)
    story = make_article(created_by=reporter, state="submitted")
    address = reverse("admin:articles_article_lease", args=[story.pk])
    said = {"act": "ask", "tab": "t", "person": str(reporter.pk)}
    assert client.post(address, said).status_code == 403
    assert not refused()


def test_nobody_fills_the_trail_by_trying(client, moderator, reporter):
    client.force_login(moderator)
    for number in range(60):
        client.post(f"{reverse('admin:articles_category_add')}?{number}", {"name": "س"})
    assert len(refused()) == 20
    # Of somebody else everything is told, and in time how many were left out.
    other = Client()
    other.force_login(reporter)
    other.post(reverse("admin:articles_category_add"), {"name": "س"})
    assert refused()[-1].who == reporter.pk
    LogInTries.objects.update(opens_at=AuditEntry.objects.order_by("-number")[0].at)
    client.post(reverse("admin:articles_category_add"), {"name": "س"})
    assert refused()[-1].changes["left_out"] == [None, 40]
