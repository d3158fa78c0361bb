"""The story's screen as a browser fills it in, and what the panel answers."""

from datetime import datetime

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Category
from tests.articles.markup import Document
from tests.factories import BODY, make_category

LIST = reverse("admin:articles_article_changelist")
ADD = reverse("admin:articles_article_add")


def screen(story: Article) -> str:
    return reverse("admin:articles_article_change", args=[story.pk])


def typed(category: Category | None = None, **words) -> dict[str, str | list[str]]:
    """What a browser sends from the screen of a story."""
    return {
        "kicker": "", "headline": "اتفاق على القمح", "short_headline": "", "slug": "",
        "standfirst": "ملخّص", "body": BODY, "dateline": "", "source_line": "", "label": "",
        "category": str((category or make_category()).pk), "lead_picture": "", "tags": "",
        "comment_mode": "inherit", "publish_at_0": "", "publish_at_1": "", "withdraw_at_0": "",
        "withdraw_at_1": "", **words,
    }  # fmt: skip


def moment(name: str, when: datetime) -> dict[str, str]:
    """A time as its two fields."""
    local = timezone.localtime(when)
    return {f"{name}_0": local.strftime("%Y-%m-%d"), f"{name}_1": local.strftime("%H:%M:%S")}


def said(answer: HttpResponse) -> str:
    """The messages that the next page will show."""
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def page_of(answer: HttpResponse) -> Document:
    return Document.of(answer, comments=True)
