"""Sections and their parts: two levels, in the order of the paper, each at its own address."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from articles.models import Category
from tests.articles.markup import Document
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [("أخبار عالمية", "أخبار-عالمية"), ("اقتصادٌ", "اقتصاد"), ("Tech", "tech"), ("!", "قسم")],
)
def test_an_address_is_made_of_the_name(name, slug):
    assert make_category(name, slug="").slug == slug


def test_two_sections_of_one_name_have_two_addresses(reader):
    first, second = make_category("محلّيات", slug=""), make_category("محليات", slug="")
    assert (first.slug, second.slug) == ("محليات", "محليات-2")
    with pytest.raises(IntegrityError), transaction.atomic():
        Category.objects.create(name="آخر", slug="محليات")
    assert reader.get(second.get_absolute_url()).status_code == 200


def test_sections_stand_in_the_order_of_the_paper(reader):
    third, first = make_category("رأي", order=30), make_category("سياسة", order=10)
    second = make_category("اقتصاد", order=20)
    make_category("طاقة", parent=second, order=1)
    assert list(Category.objects.top_level()) == [first, second, third]
    named = Document.of(reader.get("/")).one("nav", class_="sections").all("a")
    assert [link.text() for link in named] == ["سياسة", "اقتصاد", "رأي", "آخر الأخبار"]


def test_there_is_no_third_level():
    top = make_category("اقتصاد")
    part = make_category("طاقة", parent=top)
    with pytest.raises(ValidationError) as refusal:
        Category(name="نفط", slug="oil", parent=part).full_clean()
    assert set(refusal.value.message_dict) == {"parent"}
    other = make_category("سياسة")
    top.parent = other
    with pytest.raises(ValidationError):
        top.full_clean()
    Category(name="غاز", slug="gas", parent=top.__class__.objects.get(pk=top.pk)).full_clean()


def test_a_section_is_not_part_of_itself():
    section = make_category()
    section.parent = section
    with pytest.raises(ValidationError):
        section.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Category.objects.filter(pk=section.pk).update(parent=section)


def test_a_section_with_stories_or_parts_is_not_thrown_away():
    full, parent = make_category(), make_category()
    make_article(category=full)
    make_category(parent=parent)
    for section in (full, parent):
        with pytest.raises(ProtectedError):
            section.delete()


def test_a_section_names_its_parts_and_a_part_its_section(reader):
    economy = make_category("اقتصاد", description="المال والعمل")
    energy = make_category("طاقة", parent=economy)
    story = make_article(published=True, category=energy, headline="برميل النفط")
    page = Document.of(reader.get(economy.get_absolute_url()))
    assert "المال والعمل" in page.one("main").text()
    assert [a.text() for a in page.one("ul", class_="parts").all("a")] == [
        "طاقة", "خلاصة RSS لهذا القسم",
    ]  # fmt: skip
    assert "برميل النفط" in page.one("main").text()
    crumbs = Document.of(reader.get(energy.get_absolute_url())).one("nav", class_="crumbs")
    assert [link.text() for link in crumbs.all("a")] == ["الصفحة الرئيسية", "اقتصاد", "طاقة"]
    here = Document.of(reader.get(energy.get_absolute_url())).all(**{"aria-current": "page"})
    assert "طاقة" in [element.text() for element in here]
    assert story.category == energy
