"""Rows in the states that the desk speaks of: ``make_article(published=True)``."""

import io
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from django.utils import timezone
from PIL import Image

from articles.models import Article, Author, Byline, Category, Picture, Video
from articles.pictures.decoding import decode
from articles.pictures.intake import write_pixels
from articles.videos import intake as video_intake
from comments.intake import author_key, text_key
from comments.models import Comment
from newsroom.models import Advertisement

_number = count(1)

BODY = "<p>قال وزير الاقتصاد إن أسعار القمح ستنخفض قبل الصيف.</p><p>وأضاف أن الاتفاق وُقّع أمس.</p>"


def make_category(name: str = "اقتصاد", **fields) -> Category:
    fields.setdefault("slug", f"section-{next(_number)}")
    return Category.objects.create(name=name, **fields)


def make_author(name: str = "سلمى الحداد", **fields) -> Author:
    return Author.objects.create(name=name, **fields)


def make_article(
    *,
    published: bool | datetime = False,
    category: Category | None = None,
    authors: tuple[Author, ...] = (),
    tags: tuple[str, ...] = (),
    **fields,
) -> Article:
    """A draft; with ``published`` a live story, published an hour ago or at the given moment."""
    fields.setdefault("headline", f"اتفاق جديد على أسعار القمح {next(_number)}")
    fields.setdefault("body", BODY)
    if published:
        moment = timezone.now() - timedelta(hours=1) if published is True else published
        fields.setdefault("state", Article.State.PUBLISHED)
        fields.setdefault("published_at", moment)
        fields.setdefault("first_published_at", moment)
    article = Article.objects.create(category=category or make_category(), **fields)
    article.tags.set(tags)
    for place, author in enumerate(authors):
        Byline.objects.create(article=article, author=author, position=place)
    return article


def picture_file(size: tuple[int, int] = (1800, 1200), kind: str = "JPEG", **options) -> io.BytesIO:
    """A picture as somebody would upload it."""
    file = io.BytesIO()
    gradient = Image.linear_gradient("L").resize(size)
    Image.merge("RGB", (gradient, gradient.rotate(90), gradient)).save(file, kind, **options)
    file.seek(0)
    file.name = f"صورة.{kind.lower()}"
    return file


def make_picture(*, size: tuple[int, int] = (900, 600), **words) -> Picture:
    words.setdefault("alt_text", "سنابل قمح قبل الحصاد")
    words.setdefault("caption", "سهل البقيعة قبل الحصاد.")
    words.setdefault("credit", "تصوير: رهف سالم")
    # Our own file needs no process of its own, which would take longer than most tests.
    picture = Picture(uploaded_by=words.pop("by", None), **words)
    write_pixels(picture, decode(picture_file(size)))
    picture.save()
    return picture


def make_advertisement(place: str, *, running: bool = True, **fields) -> Advertisement:
    """Words, or a picture where one is given; running since an hour, or never switched on."""
    if "picture" in fields:
        fields.setdefault("link", "https://ads.example/offer")
    else:
        fields.setdefault("words", '<p>معرض الكتاب: <a href="https://ads.example/">ادخل</a></p>')
    fields.setdefault("title", f"حملة {next(_number)}")
    fields.setdefault("starts_at", timezone.now() - timedelta(hours=1))
    return Advertisement.objects.create(place=place, is_on=running, **fields)


FILMS = Path(__file__).resolve().parent / "articles" / "films"
CAPTIONS = """WEBVTT

00:00.000 --> 00:01.900
سفينة القمح تدخل المرفأ.
"""


def film(container: str = "webm") -> bytes:
    """Two seconds of a moving test card; films/README.md says how it was made."""
    return (FILMS / f"clip.{container}").read_bytes()


def make_video(container: str = "webm", *, captions: str = CAPTIONS, **fields) -> Video:
    """A film of ours with Arabic captions; with ``address`` one at a service."""
    fields.setdefault("title", "وصول سفينة القمح")
    fields.setdefault("credit", "تصوير: سامي الأتاسي")
    if fields.get("address"):
        return Video.objects.create(**fields)
    words = io.BytesIO(captions.encode()) if captions else None
    return video_intake.store(io.BytesIO(film(container)), captions=words, **fields)


def make_comment(article: Article, *, state: str = "waiting", **fields) -> Comment:
    number = next(_number)
    fields.setdefault("name", "أم ياسين")
    fields.setdefault("email", f"reader{number}@example.org")
    fields.setdefault("body", f"شكرًا على هذا الخبر، وقد قرأته مرتين ({number}).")
    return Comment.objects.create(
        article=article,
        state=state,
        author_key=author_key(fields["email"]),
        text_key=text_key(fields["body"]),
        **fields,
    )
