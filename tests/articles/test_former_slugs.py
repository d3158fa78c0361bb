"""Sections, topics and authors keep their former addresses: one step, never a chain or a loop."""

import random
from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Author, Category, Tag
from articles.models.author import FormerAuthorSlug
from tests.factories import make_article, make_author, make_category

# ``make_article(published=True)`` was published then: the month may be another.
AN_HOUR = timedelta(hours=1)
pytestmark = pytest.mark.django_db

KINDS = {"category": Category, "tag": Tag, "author": Author}


def make(kind: str, slug: str):
    """A row with a live story."""
    if kind == "category":
        row = make_category(f"قسم {slug}", slug=slug)
        make_article(published=True, category=row)
    elif kind == "author":
        row = make_author(f"كاتب {slug}", slug=slug)
        make_article(published=True, authors=(row,))
    else:
        make_article(published=True, tags=(f"وسم {slug}",))
        row = Tag.objects.get(name=f"وسم {slug}")
        Tag.objects.filter(pk=row.pk).update(slug=slug)
        row.refresh_from_db()
    return row


def rename(row, slug: str) -> None:
    row.slug = slug
    row.save()


def steps(reader, address: str) -> list[str]:
    """The addresses that a browser passes, until something answers by itself."""
    passed = [address]
    answer = reader.get(address)
    while answer.status_code in {301, 302} and len(passed) < 5:
        assert answer.status_code == 301
        passed.append(answer["Location"])
        answer = reader.get(answer["Location"])
    assert answer.status_code == 200, passed
    return passed


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_slug_leaves_the_old_addresses_working(reader, kind):
    row = make(kind, "قمح")
    month = (timezone.localtime() - AN_HOUR).strftime("%Y/%m")
    rename(row, "القمح-والخبز")
    for rest in (
        "",
        "feed/",
        f"{month}/",
        "?page=1",
        "?page=1&utm_source=%D9%82&x",
        f"{month}/?a=b",
    ):
        old, new = f"/{kind}/{quote('قمح')}/{rest}", f"/{kind}/{quote('القمح-والخبز')}/{rest}"
        assert steps(reader, old) == [old, new]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("slug", ["قمح", "القمح-والخبز", "قَمْح"])
def test_a_missing_slash_is_part_of_the_same_step(reader, kind, slug):
    rename(make(kind, "قمح"), "القمح-والخبز")
    month = (timezone.localtime() - AN_HOUR).strftime("/%Y/%m")
    for rest in ("", "/feed", month):
        new = f"/{kind}/{quote('القمح-والخبز')}{rest}/?a=1"
        old = f"/{kind}/{quote(slug)}{rest}?a=1"
        assert steps(reader, old) == [old, new]
    for rest in ("/1/1", "/2025/13", "/feeds", "/feed/x"):
        assert reader.get(f"/{kind}/{quote(slug)}{rest}").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_ten_new_slugs_are_still_one_step(reader, kind):
    row = make(kind, "s0")
    for number in range(1, 11):
        rename(row, f"s{number}")
    for number in range(10):
        assert steps(reader, f"/{kind}/s{number}/") == [f"/{kind}/s{number}/", f"/{kind}/s10/"]


@pytest.mark.parametrize("kind", KINDS)
def test_two_rows_may_exchange_their_slugs(reader, kind):
    one, other = make(kind, "east"), make(kind, "west")
    rename(one, "between")
    rename(other, "east")
    rename(one, "west")
    assert steps(reader, f"/{kind}/east/") == [f"/{kind}/east/"]
    assert steps(reader, f"/{kind}/west/") == [f"/{kind}/west/"]
    assert steps(reader, f"/{kind}/between/")[1:] == [f"/{kind}/west/"]
    rename(one, "between")
    assert steps(reader, f"/{kind}/west/")[1:] == [f"/{kind}/between/"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_no_history_makes_a_chain_or_a_loop(reader, kind, seed):
    """Random renames and swaps: each address ever used leads to whoever had it last."""
    choose = random.Random(seed)  # noqa: S311 - a test's choices
    slugs = [f"{word}-{number}" for word in ("قمح", "خبز", "ماء") for number in range(3)]
    rows = [make(kind, slug) for slug in slugs[:4]]
    last = dict(zip(slugs[:4], rows, strict=True))
    for _ in range(150):
        row = choose.choice(rows)
        row.refresh_from_db()
        taken = set(KINDS[kind].objects.values_list("slug", flat=True))
        if free := [slug for slug in slugs if slug not in taken]:
            rename(row, slug := choose.choice(free))
            last[slug] = row
    for slug, row in last.items():
        row.refresh_from_db()
        passed = steps(reader, f"/{kind}/{quote(slug)}/")
        assert len(passed) <= 2
        assert unquote(passed[-1]) == f"/{kind}/{row.slug}/"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("typed", ["قَمْح", "قـمـح", "القمح-والخبز", "%D9%82%D9%85%D8%AD"])
def test_other_spellings_of_a_slug_are_one_step(reader, kind, typed):
    row = make(kind, "قمح")
    rename(row, "القمح-والخبز")
    rename(row, "خبز-القمح")
    address = f"/{kind}/{quote(typed)}/"
    assert steps(reader, address) == [address, f"/{kind}/{quote('خبز-القمح')}/"]
    vocalised = f"/{kind}/{quote('خُبز-القمح')}/"
    assert steps(reader, vocalised) == [vocalised, f"/{kind}/{quote('خبز-القمح')}/"]


def test_of_two_former_slugs_that_fold_alike_the_exact_one_counts(reader):
    one, other = make("author", "الأمن"), make("author", "الامن")
    rename(one, "أحمد")
    rename(other, "محمود")
    assert steps(reader, f"/author/{quote('الأمن')}/")[1:] == [f"/author/{quote('أحمد')}/"]
    assert steps(reader, f"/author/{quote('الامن')}/")[1:] == [f"/author/{quote('محمود')}/"]


def test_a_page_that_there_is_not_is_no_former_address(reader):
    one, other = make("author", "الأمن"), make("author", "الامن")
    rename(other, "محمود")
    assert reader.get(f"/author/{quote(one.slug)}/?page=7").status_code == 404
    assert reader.get(f"/author/{quote(one.slug)}/1990/01/").status_code == 404


@pytest.mark.parametrize("kind", ["tag", "author"])
def test_who_is_known_by_no_live_story_is_not_named_by_a_redirect(reader, kind):
    row = make(kind, "سر-قديم")
    rename(row, "سر-جديد")
    Article.objects.update(state="draft")
    for rest in ("", "/", "/feed", "/feed/"):
        for slug in ("سر-قديم", "سر-جديد"):
            assert reader.get(f"/{kind}/{quote(slug)}{rest}").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_slugs_are_a_404(reader, kind):
    rename(make(kind, "قمح"), "خبز")
    for slug in (
        "%00",
        "%2500",
        "%25ED%25A0%2580",
        "%FF",
        "%25",
        "%2F",
        "%252F",
        "x" * 3000,
        "%0A",
    ):
        assert reader.get(f"/{kind}/{slug}/").status_code == 404, slug


def test_a_row_that_goes_takes_its_former_slugs_along(reader):
    author = make_author(slug="قديم")
    rename(author, "جديد")
    author.delete()
    assert not FormerAuthorSlug.objects.exists()


def test_a_page_that_is_found_asks_nothing_of_former_slugs(reader):
    row = make("tag", "قمح")
    rename(row, "خبز")
    with CaptureQueriesContext(connection) as captured:
        assert reader.get(row.get_absolute_url()).status_code == 200
    assert not [one for one in captured if "former" in one["sql"]]
