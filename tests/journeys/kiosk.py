"""A paper with something on every kind of page, for looking at them all."""

from datetime import timedelta
from typing import NamedTuple

from django.utils import timezone

from articles.models import Article, Category
from articles.search import index
from newsroom.models import Page
from tests.factories import make_article, make_author, make_category, make_comment, make_picture

_SENTENCE = (
    "وقالت مديرة المرفأ إن الاتفاق الجديد يختصر رحلة القمح تسعة أيام، وإن أول سفينة تغادر "
    "الرصيف الشمالي مطلع مارس وعلى متنها 3,250 طنًّا من الحبوب."
)
BODY = (
    "<p>{0}</p>" * 3
    + "<h2>من يربح من تسعة أيام؟</h2>"
    + "<p>{0} <a href='https://example.org/report'>بيان الاتحاد</a> صدر أمس.</p>"
    + "<ul><li>مختبر معتمد في المرفأ</li><li>نشر أسعار الحمولة</li></ul>"
    + "<h2>ما الذي لم يُحسم؟</h2><p>{0}</p><p>https://example.org/"
    + "a" * 60
    + "</p><table><thead><tr><th>المرفأ</th><th>اليوم</th></tr></thead>"
    "<tbody><tr><td>الرملة</td><td>21 يومًا</td></tr></tbody></table>"
    "<blockquote><p>كنّا نشتري الوقت قبل القمح.</p></blockquote>"
).format(_SENTENCE)


class Kiosk(NamedTuple):
    story: Article
    opinion: Article
    pages: dict[str, str]  # kind → path


def fill() -> Kiosk:
    """At least one page of each kind, with pictures, comments and enough stories for page two."""
    economy = Category.objects.get(slug="economy")
    Category.objects.filter(pk=economy.pk).update(description="الأسواق والعمل والموانئ.")
    make_category("طاقة", slug="energy", parent=economy)
    views = make_category("رأي", slug="opinion", is_opinion=True, order=900)
    picture = make_picture()
    writer = make_author(
        "سلمى الحداد", job_title="مراسلة", biography="تكتب عن الخبز.", picture=picture
    )
    now = timezone.now()
    others = [
        make_article(
            published=now - timedelta(hours=2 + number), category=economy, authors=(writer,),
            headline=f"خبر من المرفأ رقم {number}", standfirst="ملخّص قصير.", tags=("القمح",),
            lead_picture=picture if number % 2 else None,
        )
        for number in range(24)
    ]  # fmt: skip
    story = make_article(
        published=now - timedelta(hours=1), category=economy, authors=(writer,), tags=("القمح",),
        kicker="ممر الحبوب", lead_picture=picture, body=BODY,
        headline="اتفاق على ممرّ بحري جديد يختصر رحلة القمح إلى موانئ المتوسط تسعة أيام",
        standfirst="أربع دول توقّع في مرفأ الرملة على خط شحن يبدأ العمل به مطلع مارس.",
    )  # fmt: skip
    opinion = make_article(
        published=now - timedelta(hours=5), category=views, authors=(writer,), label="opinion",
        headline="مُحَمَّدُ بنُ عُمَرَ يُعِيدُ قِراءةَ المُعَلَّقات", body=BODY,
    )  # fmt: skip
    for name in ("ليلى", "John Haddad", "أم ياسين"):
        make_comment(story, state="approved", name=name)
    standing = Page.objects.create(title="عن الصحيفة", slug="about", body="<p>صحيفة مستقلّة.</p>")
    index.index([article.pk for article in (story, opinion, *others)])
    pages = {
        "front": "/",
        "article": story.get_absolute_url(),
        "opinion article": opinion.get_absolute_url(),
        "plain article": others[0].get_absolute_url(),
        "section": economy.get_absolute_url(),
        "second page": f"{economy.get_absolute_url()}?page=2",
        "opinion": views.get_absolute_url(),
        "tag": story.tags.get().get_absolute_url(),
        "author": writer.get_absolute_url(),
        "latest": "/latest/",
        "month": f"/latest/{timezone.localtime():%Y/%m}/",
        "search": "/search/?q=القمح",
        "search in vain": "/search/?q=القمحح&from=2026-13-45",
        "search before a word": "/search/",
        "follow": "/follow/",
        "standing page": standing.get_absolute_url(),
        "comment form": f"/comments/{story.code}/",
        "not found": "/nothing/",
    }
    return Kiosk(story, opinion, pages)
