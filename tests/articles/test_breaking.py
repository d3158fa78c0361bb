"""عاجل: a sentence goes out by itself, once, and grows into a story at the same address."""

import json

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article, AuditEntry
from articles.publishing import NotReady
from newsroom.front_page import compose
from tests.articles.panel import page_of, screen, typed
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db
BREAKING = reverse("admin:articles_article_breaking")
SENTENCE = "زلزال بقوة 5.2 درجات يضرب الساحل الشمالي"


@pytest.fixture
def send(client, django_capture_on_commit_callbacks):
    """Somebody opens the screen and presses its button; ``again`` with the same screen."""

    def send(person, headline=SENTENCE, *, category=None, again=1):
        category = category or make_category("عالم")
        client.force_login(person)
        opened = page_of(client.get(BREAKING))
        sent = {
            "headline": headline,
            "press": opened.one("input", name="press").attributes["value"],
            "category": str(category.pk),
        }
        for _press in range(again):
            with django_capture_on_commit_callbacks(execute=True):
                answer = client.post(BREAKING, sent)
        return answer

    return send


def test_an_editors_sentence_is_out_at_once(editor, send):
    answer = send(editor)
    story = Article.objects.live().get()
    assert answer["Location"] == screen(story)
    assert (story.headline, story.label, story.body) == (SENTENCE, "breaking", "")
    acts = AuditEntry.objects.filter(kind="articles.article", thing=story.pk).order_by("number")
    assert list(acts.values_list("verb", flat=True)) == ["start", "publish"]


def test_a_sentence_before_its_text_stands_on_every_page(client, editor, send):
    send(editor, category=make_category("عالم", slug="world"))
    story = Article.objects.live().get()
    make_article(published=True, headline="خبر سابق")
    section = story.category.get_absolute_url()
    page = page_of(client.get(story.get_absolute_url()))
    assert page.one("h1").text() == SENTENCE
    assert "التفاصيل تتبع هنا." in page.one("article").text()
    assert "مدة القراءة" not in page.one("article").text()
    data = json.loads(page.one("script", type="application/ld+json").children[0])
    assert data["wordCount"] == 0
    assert "timeRequired" not in data
    for address in ("/", section, "/feed/", "/latest/", "/search/?q=زلزال"):
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, address
        assert "الساحل الشمالي" in answer.text, address


def test_it_stands_in_the_strip_and_not_over_the_paper(client, editor, send):
    send(editor)
    earlier = make_article(published=True)
    front = compose()
    assert front.breaking.headline == SENTENCE
    assert front.lead == earlier


def test_a_story_grows_at_the_same_address(client, editor, send):
    send(editor)
    story = Article.objects.live().get()
    address = story.get_absolute_url()
    client.force_login(editor)
    words = {"headline": SENTENCE, "label": "breaking", "body": "<p>قال مركز الرصد إن الهزة…</p>"}
    client.post(screen(story), typed(story.category, _publish="1", **words))
    page = page_of(client.get(address))
    assert "قال مركز الرصد" in page.one("article").text()
    assert "التفاصيل تتبع" not in page.one("article").text()


def test_pressing_twice_sends_one_story_and_another_sentence_another(editor, send):
    send(editor, again=3)
    assert Article.objects.count() == 1
    send(editor)  # the screen opened anew: somebody means it
    assert Article.objects.count() == 2


def test_a_screen_from_the_browsers_history_sends_a_new_sentence(client, editor, send):
    send(editor)
    sent = {
        "headline": "إغلاق المطار",
        "category": str(make_category("اقتصاد").pk),
        "press": "same",
    }
    client.post(BREAKING, sent)
    client.post(BREAKING, sent | {"headline": "فتح المطار"})
    assert set(Article.objects.values_list("headline", flat=True)) == {
        SENTENCE, "إغلاق المطار", "فتح المطار",
    }  # fmt: skip


def test_a_late_second_press_leaves_alone_what_the_story_became(client, editor, chief, send):
    send(editor)
    story = Article.objects.get()
    category = story.category
    client.force_login(editor)
    again = {"headline": "عنوان أول", "category": str(category.pk), "press": "one"}
    client.post(BREAKING, again)
    begun = Article.objects.get(headline="عنوان أول")
    publishing.correct(begun, {"headline": "عنوان مصحّح"}, by=chief)
    client.post(BREAKING, again)
    assert Article.objects.count() == 2
    assert Article.objects.get(pk=begun.pk).headline == "عنوان مصحّح"


def test_a_reporters_sentence_goes_to_the_desk_before_all_that_waits(
    client, reporter, editor, send
):
    earlier = publishing.submit(make_article(created_by=reporter), by=reporter)
    send(reporter)
    send(reporter, "خبر يُرسل مرتين", again=2)
    story = Article.objects.get(headline=SENTENCE)
    assert (story.state, Article.objects.live().count()) == ("submitted", 0)
    assert Article.objects.filter(headline="خبر يُرسل مرتين").count() == 1
    client.force_login(editor)
    desk = page_of(client.get("/admin/"))
    waiting = desk.one("section", **{"class": "sheet next"})
    assert SENTENCE in waiting.text()
    assert "عاجل" in waiting.text()
    publishing.publish(story, by=editor)
    assert Article.objects.live().get() == story
    assert Article.objects.get(pk=earlier.pk).state == "submitted"


def test_who_writes_nothing_sends_nothing(client, moderator, send):
    client.force_login(moderator)
    assert client.get(BREAKING).status_code == 403
    sent = {"headline": SENTENCE, "category": str(make_category().pk), "press": "x"}
    assert client.post(BREAKING, sent).status_code == 403
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"headline": "  \n "}, "اكتب الخبر في جملة واحدة"),
        ({"headline": "كلمة " * 80}, "300"),
        ({"category": "999"}, "قسم"),
        ({"category": ""}, "اختر قسم الخبر"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client, editor, words, said):
    client.force_login(editor)
    sent = {"headline": SENTENCE, "category": str(make_category().pk), "press": "x"} | words
    answer = client.post(BREAKING, sent)
    page = page_of(answer)
    assert answer.status_code == 422
    assert said in page.one("form", method="post", **{"class": "sheet pad flash-news"}).text()
    assert sent["headline"].split() == page.one("textarea", name="headline").text().split()
    assert not Article.objects.exists()


def test_the_sentence_is_one_line_in_ordinary_letters(editor, send):
    send(editor, "ﺇﻏﻼﻕ\nالمطار")
    assert Article.objects.get().headline == "إغلاق المطار"


def test_the_section_is_that_of_the_persons_last_story_and_never_opinion(client, editor):
    make_category("اقتصاد", order=1)
    last, opinion = make_category("رياضة", order=5), make_category("رأي", is_opinion=True)
    for category in (last, opinion):
        make_article(category=category, created_by=editor)
    client.force_login(editor)
    page = page_of(client.get(BREAKING))
    options = {option.text(): option.attributes for option in page.all("option")}
    assert "selected" in options["رياضة"]
    assert "رأي" not in options


def test_what_a_colleague_sent_just_now_stands_below(client, editor, chief, reporter, send):
    send(chief, "الهزة نفسها من زميل")
    client.force_login(editor)
    assert "الهزة نفسها من زميل" in client.get(BREAKING).text
    client.force_login(reporter)
    assert "الهزة نفسها من زميل" not in client.get(BREAKING).text


def test_only_breaking_news_goes_without_a_text(editor):
    story = make_article(label="breaking", body="", created_by=editor)
    assert publishing.missing(story) == []
    publishing.save_draft(story, {"label": ""}, by=editor)
    with pytest.raises(NotReady, match="body"):
        publishing.publish(story, by=editor)


def test_without_sections_the_screen_says_who_makes_the_first(client, editor):
    client.force_login(editor)
    assert "مدير التحرير" in client.get(BREAKING).text
