"""A word that stands in unpublished stories alone is found by nothing, and nothing tells of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article
from articles.search import finding, index
from articles.search.query import Query
from articles.search.suggesting import suggest
from tests.articles.search.answers import asked, headlines
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db

# A word of no language, one letter away from another of no language.
CANARY, NEAR = "زغطبشقنمه", "زغطبشقنمث"
NOBODYS = "خضغشثذظسط"  # and one that nobody ever wrote
HOUR = timedelta(hours=1)


def hidden() -> list[Article]:
    """Stories of every kind that readers must not know of, all in the index as if by mistake."""
    now = timezone.now()
    words = {
        "headline": f"القمح {CANARY}", "kicker": CANARY, "standfirst": CANARY,
        "body": f"<p>القمح {CANARY} في الصوامع.</p>",
    }  # fmt: skip
    stories = [
        make_article(published=now + HOUR, **words),  # under embargo
        make_article(published=now - HOUR, withdraw_at=now - HOUR / 2, **words),  # over
        make_article(published=now - HOUR, **words),  # to be withdrawn
        make_article(published=now - HOUR, **words),  # a draft again
    ]
    for story in stories:
        story.tags.set([f"{CANARY} وسم"])
        story.bylines.create(author=make_author(f"{CANARY} كاتب"))
    index.index([story.pk for story in stories])
    Article.objects.filter(pk=stories[2].pk).update(state="withdrawn")
    Article.objects.filter(pk=stories[3].pk).update(state="draft")
    return stories


@pytest.fixture
def newsroom(findable):
    hidden()
    section = make_category("زراعة", slug="farming")
    for number in range(12):
        findable(headline=f"القمح في الصوامع {number}", category=section)
    findable(headline="السفن في المتوسط")


QUESTIONS = (
    "{word}", '"{word}"', "{word} القمح", "القمح {word} المتوسط", "ب{word}", "وال{word}",
    "{word}ها", '"القمح {word}"', "{word} {word}", "«{word}» القمح",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_is_as_unknown_as_a_word_that_nobody_wrote(newsroom, question):
    secret, nobodys = (asked(question.format(word=word)) for word in (CANARY, NOBODYS))
    assert secret == nobodys
    assert not any(CANARY in headline for headline in headlines(question.format(word=CANARY)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_suggested_because_of_it(newsroom, question):
    for word in (CANARY, NEAR):
        assert suggest(Query.read(question.format(word=word))) == ""


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("more", ["", "&sort=new", "&category=farming", "&from=2020-01-01"])
def test_the_page_is_the_same_to_the_byte(newsroom, question, more):
    reader = Client()
    secret, nobodys = (
        reader.get("/search/?q=" + question.format(word=word) + more) for word in (CANARY, NOBODYS)
    )
    assert secret.status_code == nobodys.status_code == 200
    assert secret.text.replace(CANARY, "…").replace(_quoted(CANARY), "…") == (
        nobodys.text.replace(NOBODYS, "…").replace(_quoted(NOBODYS), "…")
    )


def test_a_topic_or_an_author_of_hidden_stories_is_unknown(newsroom):
    reader = Client()
    hidden_story = Article.objects.filter(state="published", published_at__gt=timezone.now()).get()
    for name, row in (("tag", hidden_story.tags.get()), ("author", hidden_story.authors.get())):
        known = reader.get(f"/search/?q=القمح&{name}={row.slug}")
        unknown = reader.get(f"/search/?q=القمح&{name}=none-such")
        assert known.status_code == unknown.status_code == 404
        assert CANARY not in known.text


def test_counts_leave_hidden_stories_out(newsroom):
    found = asked("القمح")
    assert found.total == found.full == 12
    assert sum(count for _, count in found.sections) == 12


def test_what_is_live_again_is_found_again(newsroom):
    Article.objects.filter(headline__contains=CANARY).update(
        state="published", published_at=timezone.now() - HOUR, withdraw_at=None
    )
    assert asked(CANARY).full == 4
    assert suggest(Query.read(NEAR)) == CANARY


def _quoted(word: str) -> str:
    from urllib.parse import quote

    return quote(word)


@pytest.mark.parametrize("common", [15, 40])
@pytest.mark.parametrize("question", ["سوريا {word}", "{word} سوريا"])
def test_a_hidden_word_beside_an_everyday_one_changes_nothing(
    findable, monkeypatch, common, question
):
    monkeypatch.setattr(finding, "MOST_RANKED", 20)
    monkeypatch.setattr(finding, "_MOST_PARTIAL", 10)
    for number in range(common):
        findable(headline=f"سوريا {number}")
    for number in range(20):
        findable(headline=f"خبر آخر {number}")
    hidden()
    secret, nobodys = (asked(question.format(word=word)) for word in (CANARY, NOBODYS))
    assert secret == nobodys
    assert secret.total == common
