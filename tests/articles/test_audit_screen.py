"""The audit trail on its screens, and what readers saw at a moment."""

import csv
import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import audit, publishing
from articles.admin.audited import Audited
from articles.audit_reading import ACTS
from articles.models import Article, AuditEntry, Picture
from tests.articles.panel import page_of, screen, typed
from tests.factories import BODY, make_article, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_auditentry_changelist")


def newest() -> AuditEntry:
    return AuditEntry.objects.order_by("-number")[0]


def published(by, **words):
    content = {"headline": "اتفاق على القمح", "body": BODY, "category": make_category().pk}
    return publishing.publish(publishing.start(content | words, by=by), by=by)


def shown(client, address, **query) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


# Every screen leaves its trace


def test_every_screen_of_the_panel_records():
    for model, screen_of in admin.site._registry.items():
        assert isinstance(screen_of, Audited), model
        for name in ("log_addition", "log_change", "log_deletions", "construct_change_message"):
            owner = next(one for one in type(screen_of).__mro__ if name in one.__dict__)
            assert owner is Audited, (model, name)


def test_a_section_is_added_renamed_and_deleted(as_chief, chief):
    add = reverse("admin:articles_category_add")
    as_chief.post(add, {"name": "اقتصاد", "slug": "eco", "parent": "", "order": "5"})
    entry = newest()
    assert (entry.verb, entry.kind, entry.who_name) == ("add", "articles.category", "chief")
    assert entry.changes["name"] == [None, "اقتصاد"]
    change = reverse("admin:articles_category_change", args=[entry.thing])
    as_chief.post(change, {"name": "مال", "slug": "eco", "parent": "", "order": "5"})
    assert newest().changes == {"name": ["اقتصاد", "مال"]}
    count = AuditEntry.objects.count()
    as_chief.post(change, {"name": "مال", "slug": "eco", "parent": "", "order": "5"})
    assert AuditEntry.objects.count() == count
    as_chief.post(reverse("admin:articles_category_delete", args=[entry.thing]), {"post": "yes"})
    assert (newest().verb, newest().thing_name) == ("delete", "مال")
    assert newest().changes["slug"] == ["eco", None]


def test_what_the_list_deletes_is_recorded_one_by_one(as_chief):
    rows = [make_category("أ"), make_category("ب")]
    chosen = {"_selected_action": [row.pk for row in rows], "post": "yes"}
    address = reverse("admin:articles_category_changelist")
    as_chief.post(address, {"action": "delete_selected", **chosen})
    deleted = AuditEntry.objects.filter(verb="delete").values_list("thing_name", flat=True)
    assert sorted(deleted) == ["أ", "ب"]


def test_site_settings_and_pages_are_recorded(as_chief):
    as_chief.get(reverse("admin:newsroom_sitesettings_changelist"))
    change = reverse("admin:newsroom_sitesettings_change", args=[1])
    as_chief.post(change, {"name": "النهار الجديد", "comment_mode": "hold"})
    assert newest().changes["name"][1] == "النهار الجديد"
    page = {"title": "من نحن", "body": "<p>نحن</p>", "slug": "", "order": "1"}
    as_chief.post(reverse("admin:newsroom_page_add"), page)
    assert (newest().kind, newest().thing_name) == ("newsroom.page", "من نحن")


def test_rights_of_an_account_are_recorded_and_its_password_is_not(client, admin_person, reporter):
    client.force_login(admin_person)
    change = reverse("admin:newsroom_user_change", args=[reporter.pk])
    fields = {"username": "reporter", "is_staff": "on", "is_active": "on", "is_superuser": "on"}
    joined = timezone.localtime(reporter.date_joined)
    times = {"date_joined_0": f"{joined:%Y-%m-%d}", "date_joined_1": f"{joined:%H:%M:%S}"}
    client.post(change, {**fields, **times, "email": reporter.email})
    entry = newest()
    assert entry.changes["is_superuser"] == [False, True]
    assert entry.changes["groups"] == [["reporter"], []]
    secret = "سرّ طويل لا يُخمَّن 77"
    password = reverse("admin:auth_user_password_change", args=[reporter.pk])
    client.post(password, {"password1": secret, "password2": secret, "usable_password": "true"})
    assert newest().changes == {"password": [None, None]}
    client.post(
        reverse("admin:newsroom_user_add"),
        {"username": "new", "password1": secret, "password2": secret, "usable_password": "true"},
    )
    assert newest().changes["username"] == [None, "new"]
    assert secret not in str(list(AuditEntry.objects.values()))
    assert "md5" not in str(list(AuditEntry.objects.values()))


def test_ones_own_new_password_is_an_act_without_a_word(client, chief):
    client.force_login(chief)
    secret = "سرّ طويل لا يُخمَّن 77"
    typed_in = {"old_password": "a-long-password", "new_password1": secret}
    change = reverse("admin:password_change")
    client.post(change, {**typed_in, "new_password2": "آخر"})
    assert newest().verb == "log_in"
    client.post(change, {**typed_in, "new_password2": secret})
    assert (newest().verb, newest().thing) == ("change", chief.pk)
    assert newest().changes == {"password": [None, None]}


def test_who_comes_goes_and_tries_is_recorded(editor):
    client, door = Client(), reverse("admin:login")
    client.post(door, {"username": "editor", "password": "خطأ"})
    refused = newest()
    assert (refused.verb, refused.who, refused.thing_name) == ("log_in_failed", None, "editor")
    assert refused.changes == {"address": [None, "127.0.0.1"]}
    client.post(door, {"username": "كلمة سرّي في غير موضعها", "password": "خطأ"})
    assert (newest().verb, newest().thing_name) == ("log_in_failed", "")
    client.post(door, {"username": "editor", "password": "a-long-password"})
    assert (newest().verb, newest().who) == ("log_in", editor.pk)
    client.post(reverse("admin:logout"))
    assert (newest().verb, newest().who) == ("log_out", editor.pk)
    written = str(list(AuditEntry.objects.values()))
    assert "خطأ" not in written
    assert "سرّي" not in written


def test_a_storys_screen_records_by_its_verbs_alone(as_editor):
    address = reverse("admin:articles_article_add")
    as_editor.post(address, typed() | {"_publish": ""})
    verbs = list(AuditEntry.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["log_in", "start", "publish"]


def test_each_act_that_is_recorded_has_a_name():
    recorded = set()
    floors = [Path(__file__).parents[2] / name for name in ("articles", "comments", "newsroom")]
    for path in (file for floor in floors for file in floor.rglob("*.py")):
        text = path.read_text()
        recorded |= set(re.findall(r'audit\.record\(\s*"(\w+)"', text))
        recorded |= set(re.findall(r'_record\("(\w+)"', text))
        for table in re.findall(r"VERBS: Final.*?\n\}", text, re.DOTALL):
            recorded |= set(re.findall(r': "(\w+)"', table))
    assert recorded == set(ACTS)


# Reading it


@pytest.mark.parametrize("who", ["reporter", "editor", "moderator"])
def test_only_the_managing_editor_and_above_read_it(who, client, request):
    client.force_login(request.getfixturevalue(who))
    entry = reverse("admin:articles_auditentry_change", args=[1])
    export = reverse("admin:articles_auditentry_export")
    assert {client.get(one).status_code for one in (LIST, entry, export)} == {403}


def test_nobody_writes_on_its_screens(client, admin_person):
    client.force_login(admin_person)
    entry = reverse("admin:articles_auditentry_change", args=[1])
    delete = reverse("admin:articles_auditentry_delete", args=[1])
    add = reverse("admin:articles_auditentry_add")
    assert client.get(entry).status_code == 200
    assert {client.post(one, {"post": "yes"}).status_code for one in (entry, delete, add)} == {403}
    chosen = {"action": "delete_selected", "_selected_action": ["1"], "post": "yes"}
    client.post(LIST, chosen)
    assert AuditEntry.objects.filter(number=1).exists()


def test_the_list_is_narrowed_by_act_person_thing_and_day(as_chief, editor):
    story, other = published(editor), published(editor, headline="زيارة إلى المرفأ")
    publishing.save_draft(other, {"headline": "زيارة ثانية إلى المرفأ"}, by=editor)
    assert "اتفاق على القمح" in shown(as_chief, LIST)
    by_act = shown(as_chief, LIST, act="save")
    assert "زيارة" in by_act
    assert "اتفاق على القمح" not in by_act
    by_person = shown(as_chief, LIST, person=editor.pk, of="articles.article")
    assert by_person.count('class="field-act') == 5
    by_thing = shown(as_chief, LIST, kind="articles.article", thing=story.pk)
    assert by_thing.count('class="field-act') == 2
    yesterday = (timezone.now() - timedelta(days=1)).date()
    none = shown(as_chief, LIST, at__lt=f"{yesterday} 00:00:00+00:00")
    assert none.count('class="field-act') == 0
    assert as_chief.get(LIST, {"person": "'; --"}).status_code == 200


def test_an_entry_shows_words_that_went_and_came(as_chief, editor):
    story = published(editor)
    words = {"headline": "اتفاق <b>جديد</b> على القمح", "body": f"{BODY}<p>سطر جديد تمامًا</p>"}
    publishing.save_draft(story, words, by=editor)
    publishing.publish(story, by=editor)
    page = shown(as_chief, reverse("admin:articles_auditentry_change", args=[newest().number]))
    assert "<ins>&lt;b&gt;جديد&lt;/b&gt;" in page
    assert "<ins>سطر جديد تمامًا</ins>" in page
    audit.record("change", editor, by=None, changes={"password": audit.UNSEEN})
    page = shown(as_chief, reverse("admin:articles_auditentry_change", args=[newest().number]))
    assert "ولا تُعرض قيمته" in page


def test_the_list_costs_the_same_however_long(as_chief, editor, django_assert_max_num_queries):
    for _each in range(3):
        published(editor)
    with django_assert_max_num_queries(14) as few:
        as_chief.get(LIST)
    for _each in range(12):
        published(editor)
    with django_assert_max_num_queries(len(few)):
        as_chief.get(LIST)


def test_the_export_is_harmless_in_a_spreadsheet(as_chief, editor):
    story = published(editor, headline='=HYPERLINK("https://bad.example")')
    publishing.save_draft(story, {"kicker": "@cmd", "standfirst": "-2+3"}, by=editor)
    answer = as_chief.get(reverse("admin:articles_auditentry_export"), {"act": "save"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["field"]: row["after"] for row in rows} == {
        "kicker": "'@cmd", "standfirst": "'-2+3",
    }  # fmt: skip
    assert {row["thing_name"] for row in rows} == {'\'=HYPERLINK("https://bad.example")'}
    assert {row["verb"] for row in rows} == {"save"}


# What readers saw


def seen(story) -> str:
    return reverse("admin:articles_article_seen", args=[story.pk])


def test_the_history_asks_and_the_page_answers(as_editor, editor):
    story = published(editor, kicker="زراعة", standfirst="ملخّص الخبر", tags=["القمح"])
    assert f'action="{seen(story)}"' in shown(
        as_editor, reverse("admin:articles_article_revisions", args=[story.pk])
    )
    publishing.save_draft(story, {"headline": "عنوان لم يره أحد"}, by=editor)
    now = timezone.localtime()
    page = shown(as_editor, seen(story), moment=f"{now:%Y-%m-%dT%H:%M:%S}")
    for words in ("اتفاق على القمح", "زراعة", "ملخّص الخبر", "القمح", "أسعار القمح ستنخفض"):
        assert words in page
    assert "عنوان لم يره أحد" not in page
    early = now - timedelta(hours=1)
    page = shown(as_editor, seen(story), moment=f"{early:%Y-%m-%dT%H:%M:%S}")
    assert "لم يكن المقال منشورًا حينها" in page
    assert shown(as_editor, seen(story), moment="ليس وقتًا")
    later = now + timedelta(hours=1)
    page = shown(as_editor, seen(story), moment=f"{later:%Y-%m-%dT%H:%M:%S}")
    assert "لم تحن هذه اللحظة بعد" in page
    assert shown(as_editor, seen(story))


def test_what_was_thrown_away_since_is_left_out_and_the_rest_is_shown(as_editor, editor):
    author, picture = make_author("هدى المنصوري"), make_picture()
    story = published(editor, authors=[author.pk], lead_picture=picture.pk)
    now = f"{timezone.localtime():%Y-%m-%dT%H:%M:%S}"
    page = shown(as_editor, seen(story), moment=now)
    assert "هدى المنصوري" in page
    assert picture.caption in page
    Article.objects.update(lead_picture=None, headline="عنوان اليوم")
    Picture.objects.all().delete()
    page = shown(as_editor, seen(story), moment=now)
    for words in ("هدى المنصوري", "اتفاق على القمح", "عنوان اليوم"):  # the last leads back to it
        assert words in page
    assert picture.caption not in page


def test_a_foreign_story_answers_as_one_that_is_not(client, reporter, editor):
    client.force_login(reporter)
    foreign = published(editor)
    assert client.get(seen(foreign)).status_code == 404
    foreign.pk = 999_999
    assert client.get(seen(foreign)).status_code == 404
    own = make_article(created_by=reporter)
    assert client.get(seen(own)).status_code == 200
    assert page_of(client.get(screen(own)))
