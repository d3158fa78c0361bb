"""Members of the desk at their screens, and the guest of a draft at the door."""

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.models import Article, ShareLink
from tests.articles.guests import CANARY, door, share
from tests.factories import make_article, make_author, make_category, make_picture


@pytest.fixture
def as_reporter(client, reporter) -> Client:
    client.force_login(reporter)
    return client


@pytest.fixture
def as_editor(client, editor) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def as_chief(client, chief) -> Client:
    client.force_login(chief)
    return client


@pytest.fixture
def guest() -> Client:
    """Somebody without account or cookie; a page under no-referrer tells no origin."""
    return Client(
        enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin", "Origin": "null"}
    )


@pytest.fixture
def draft(editor) -> Article:
    editor.first_name, editor.last_name = "سلمى", "الحداد"
    editor.save()
    return make_article(
        headline=f"تحقيق {CANARY} في العقود", standfirst=f"ملخّص {CANARY}",
        body=f"<p>وقّعت الوزارة {CANARY} ثلاثة عقود.</p>", authors=(make_author("نادر بوخطوة"),),
        tags=(f"{CANARY} وسم",), category=make_category("تحقيقات"), created_by=editor,
        lead_picture=make_picture(),
    )  # fmt: skip


@pytest.fixture
def opened(draft, editor, guest) -> tuple[ShareLink, str, HttpResponse]:
    link, key = share(draft, editor)
    return link, key, guest.get(door(key))
