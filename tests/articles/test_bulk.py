"""Many stories at once: one act, one way back, one list kept under a name, one table out."""

import csv
import io

import pytest
from django.urls import reverse

from articles import publishing
from articles.admin import spreadsheet
from articles.models import Article, AuditEntry, SavedFilter
from tests.articles.panel import LIST, page_of, said
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db


def act(client, name: str, *stories: Article):
    return client.post(LIST, {"action": name, "_selected_action": [s.pk for s in stories]})


BACK = reverse("admin:articles_article_take_back")


def undo_of(client) -> dict[str, str | list[str]]:
    """What the button of the next page would send; nothing where there is none."""
    for form in page_of(client.get(LIST)).all("form"):
        if "take-back" in form.attributes.get("action", ""):
            keys = [box.attributes["value"] for box in form.all("input", name="story")]
            return {"act": form.one("input", name="act").attributes["value"], "story": keys}
    return {}


# One act and its way back


def test_many_are_claimed_at_once_and_let_go_by_one_button(as_editor, editor):
    stories = [make_article(state="submitted") for _number in range(3)]
    assert "3" in said(act(as_editor, "claim_chosen", *stories))
    assert set(Article.objects.values_list("claimed_by", flat=True)) == {editor.pk}
    back = undo_of(as_editor)
    as_editor.post(BACK, back)
    assert set(Article.objects.values_list("claimed_by", flat=True)) == {None}
    assert not undo_of(as_editor), "what was taken back is not taken back again"


def test_what_was_published_by_mistake_is_withdrawn_by_one_button(as_chief):
    drafts = [make_article(state="ready"), make_article(state="submitted")]
    act(as_chief, "publish_chosen", *drafts)
    assert Article.objects.live().count() == 2
    back = undo_of(as_chief)
    as_chief.post(BACK, back)
    assert not Article.objects.live().exists()


def test_taking_back_never_takes_more_than_the_act_gave(as_chief, chief):
    """A live story keeps its readers; words that nobody published stay unpublished."""
    live = make_article(published=True)
    publishing.save_draft(live, {"headline": "عنوان الغد"}, by=chief)
    act(as_chief, "publish_chosen", live)
    assert not undo_of(as_chief)
    changed = make_article(published=True, headline="قديم")
    publishing.save_draft(changed, {"headline": "لم يُنشر"}, by=chief)
    act(as_chief, "withdraw_chosen", changed)
    assert not undo_of(as_chief)
    plain = make_article(published=True)
    act(as_chief, "withdraw_chosen", plain)
    back = undo_of(as_chief)
    as_chief.post(BACK, back | {"story": [*back["story"], str(changed.pk)]})
    assert plain in Article.objects.live()


def test_who_may_not_withdraw_is_offered_no_way_back_and_gets_none(as_editor):
    story = make_article(state="ready")
    act(as_editor, "publish_chosen", story)
    assert not undo_of(as_editor)
    as_editor.post(BACK, {"act": "publish", "story": [story.pk, "x"]})
    assert Article.objects.live().get() == story
    for unknown in ("submit", "", "_publish"):
        assert as_editor.post(BACK, {"act": unknown, "story": [story.pk]}).status_code == 404


# A list kept under a name


def test_a_narrowing_is_kept_as_a_tab_and_forgotten(as_editor, editor):
    section = make_category("اقتصاد")
    make_article(category=section, headline="أسعار القمح")
    query = f"?tab=drafts&p=2&category__id__exact={section.pk}"
    keep = reverse("admin:articles_article_keep_filter")
    answer = as_editor.post(keep, {"name": "  مسودات   الاقتصاد ", "query": query})
    kept = SavedFilter.objects.get()
    assert (kept.name, kept.query) == (
        "مسودات الاقتصاد", f"category__id__exact={section.pk}&tab=drafts",
    )  # fmt: skip
    page = page_of(as_editor.get(answer.url))
    tab = page.one("nav", class_="tabs").all("a")[-1]
    assert tab.text() == "مسودات الاقتصاد"
    assert tab.attributes["aria-current"] == "page"
    as_editor.post(keep, {"name": "اقتصاد", "query": query})
    assert SavedFilter.objects.get().name == "اقتصاد", "the same narrowing gets the new name"
    as_editor.post(reverse("admin:articles_article_forget_filter"), {"query": query})
    assert not SavedFilter.objects.exists()


def test_a_filter_is_its_owners_alone(client, editor, chief):
    SavedFilter.objects.create(owner=chief, name="للمديرة", query="tab=ready")
    client.force_login(editor)
    assert "للمديرة" not in client.get(LIST).text
    client.post(reverse("admin:articles_article_forget_filter"), {"query": "tab=ready"})
    assert SavedFilter.objects.exists()


@pytest.mark.parametrize(
    ("name", "query"), [("", "tab=ready"), ("بلا تضييق", "?p=3"), ("طويل", "q=" + "ق" * 300)]
)
def test_what_narrows_nothing_is_not_kept(as_editor, name, query):
    answer = as_editor.post(
        reverse("admin:articles_article_keep_filter"), {"name": name, "query": query}
    )
    assert "ضيّق القائمة" in said(answer)
    assert not SavedFilter.objects.exists()


def test_a_kept_address_leads_nowhere_else(as_editor):
    keep = reverse("admin:articles_article_keep_filter")
    for query in ("//evil.example/?q=1", "?q=1#@evil.example", "javascript:alert(1)"):
        answer = as_editor.post(keep, {"name": "ش", "query": query})
        assert answer.url.startswith(f"{LIST}?")


def test_twelve_are_enough(as_editor, editor):
    for number in range(12):
        SavedFilter.objects.create(owner=editor, name=f"{number}", query=f"q={number}")
    answer = as_editor.post(
        reverse("admin:articles_article_keep_filter"), {"name": "آخر", "query": "q=آخر"}
    )
    assert "اثنا عشر" in said(answer)
    assert SavedFilter.objects.count() == 12


# A table out


def rows_of(answer) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff"), "without it Excel reads another alphabet"
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_table_holds_the_list_as_it_is_narrowed(as_editor):
    economy = make_category("اقتصاد")
    story = make_article(
        published=True, category=economy, headline="أسعار، «القمح»\nترتفع",
        authors=(make_author("هدى سالم"), make_author("رهف")),
    )  # fmt: skip
    make_article(headline="من قسم آخر")
    address = reverse("admin:articles_article_export")
    head, row = rows_of(as_editor.get(f"{address}?category__id__exact={economy.pk}"))
    found = dict(zip(head, row, strict=True))
    assert found["headline"] == story.headline
    assert found["authors"] == "هدى سالم، رهف"
    assert found["address"].endswith(story.get_absolute_url())
    assert found["published_at"].endswith("+03:00")
    entry = AuditEntry.objects.get(verb="export")
    assert entry.changes["rows"] == [None, 1]


def test_a_reporter_takes_out_what_they_may_see(as_reporter, reporter):
    make_article(created_by=reporter, headline="خبري")
    make_article(headline="ليس لي")
    text = "".join(map(str, rows_of(as_reporter.get(reverse("admin:articles_article_export")))))
    assert "خبري" in text
    assert "ليس لي" not in text


def test_the_table_costs_two_questions_a_thousand_stories(as_editor, django_assert_max_num_queries):
    for _number in range(12):
        make_article(authors=(make_author(f"كاتب {_number}"),))
    address = reverse("admin:articles_article_export")
    with django_assert_max_num_queries(16):
        assert len(rows_of(as_editor.get(address))) == 13


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+966", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "\u200f=1+1", "  =1",
     "\u061c@x"],
)  # fmt: skip
def test_no_cell_is_a_formula(cell):
    assert spreadsheet.harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["قمح", "1 = 1", "", "«=»", "https://a.example/?a=1"])
def test_other_cells_stay_as_they_are(cell):
    assert spreadsheet.harmless(cell) == cell
