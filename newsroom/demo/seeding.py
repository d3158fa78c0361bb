"""Put the demo newspaper into the database, and take it out again."""

import io
import re
import secrets
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from PIL import Image

from articles import names, publishing
from articles.body.sanitise import clean_body
from articles.models import Article, Author, Category, Name, Picture, Tag, Video
from articles.pictures.intake import write_pixels
from articles.pictures.renditions import names_of
from articles.pictures.usage import is_used as picture_is_used
from articles.videos import intake as video_intake
from articles.videos.usage import is_used as video_is_used
from comments import moderation
from comments.intake import receive
from comments.models import Comment
from comments.screening import Submission
from newsroom import roles
from newsroom.demo import live, wordmark
from newsroom.demo.cast import AUTHORS, CATEGORIES
from newsroom.demo.comments import COMMENTS
from newsroom.demo.film import film as film_of
from newsroom.demo.films import FILMS
from newsroom.demo.names import NAMES
from newsroom.demo.pages import PAGES
from newsroom.demo.pictures import CREDIT, PICTURES
from newsroom.demo.stories import STORIES
from newsroom.demo.story import DemoStory, Mended, at_the_desk
from newsroom.environment import read
from newsroom.models import Page, SiteSettings, User

# Marks what is the demo's own, so that a real account or story is never touched.
_SOURCE, _MAIL = "demo:", "demo.invalid"
# Drawings that wait to be stored; each holds 10 MB.
_AHEAD = 3
# A story's text names a picture by its key, as its lead does.
_SHOWN = re.compile(r'data-picture="([a-z]+)"')
ACCOUNTS = {
    "chief": (roles.MANAGING_EDITOR, "هالة", "السعدي"),
    "editor": (roles.EDITOR, "يوسف", "قنديل"),
    "reporter": (roles.REPORTER, "سلمى", "الداغر"),
    "moderator": (roles.MODERATOR, "ليلى", "حمدان"),
    "admin": (None, "مدير", "النظام"),
}


def seed(password: str | None = None) -> dict[str, str]:
    """Fill the site, once; the passwords of the demo accounts by user name."""
    password = password or read.str("DEMO_PASSWORD", default="") or _kept_password()
    accounts = _accounts(password)
    if not Article.objects.filter(source_id__startswith=_SOURCE).exists():
        with transaction.atomic():
            _newspaper()
    return accounts


@transaction.atomic
def remove() -> None:
    """Take away what ``seed`` brought, and nothing else."""
    stories = Article.objects.filter(source_id__startswith=_SOURCE)
    videos = set(stories.exclude(video=None).values_list("video", flat=True))
    tags = set(Tag.objects.filter(tagged__content_object__in=stories).values_list("pk", flat=True))
    stories.delete()
    Tag.objects.filter(pk__in=tags, tagged=None).delete()
    for video in Video.objects.filter(pk__in=videos):
        if not video_is_used(video):
            video_intake.discard(video)
    # A row whose address was taken before is real, and so is one that the desk has changed since.
    for author in AUTHORS:
        Author.objects.filter(
            slug=author.slug, name=author.name, biography=author.biography, bylines=None
        ).delete()
    _remove_pictures()
    for category in sorted(CATEGORIES, key=lambda category: not category.parent):
        Category.objects.filter(
            slug=category.slug, name=category.name, description=category.description,
            articles=None, children=None,
        ).delete()  # fmt: skip
    _remove_names()
    for page in PAGES:
        Page.objects.filter(slug=page.slug, title=page.title, body=clean_body(page.body)).delete()
    SiteSettings.objects.filter(publisher="غرفة الأخبار (صحيفة متخيَّلة)").delete()
    User.objects.filter(email__endswith=_MAIL).delete()


def _remove_names() -> None:
    """Those whose spellings are as they came."""
    for house, *variants in NAMES:
        for name in Name.objects.filter(house=house):
            if [one.written for one in name.spellings.all()] == [house, *variants]:
                name.delete()


def _remove_pictures() -> None:
    """Those that nothing real shows, with their files unless another picture has the same."""
    words = {drawing.alt_text for drawing in PICTURES.values()}
    words |= {author.look for author in AUTHORS if author.look}
    drawn = Picture.objects.filter(uploaded_by=None, credit=CREDIT, alt_text__in=words)
    logos = SiteSettings.objects.exclude(logo=None).values("logo")
    faces = Author.objects.exclude(picture=None).values("picture")
    free = drawn.filter(advertisements=None).exclude(pk__in=logos).exclude(pk__in=faces)
    for picture in free:
        if picture_is_used(picture):
            continue
        picture.delete()
        if not Picture.objects.filter(content_hash=picture.content_hash).exists():
            for name in names_of(picture.content_hash):
                transaction.on_commit(partial(default_storage.delete, name))


def _person(name: str) -> User:
    return User.objects.get(username__in=[name, f"demo-{name}"], email__endswith=_MAIL)


def _accounts(password: str) -> dict[str, str]:
    """Make the demo accounts; a real one of the same name is left alone."""
    made: dict[str, str] = {}
    known = User.objects.filter(username="chief", email__endswith=_MAIL).first()
    # A hash costs most of a second by design: one, for five accounts with one password.
    unchanged = known is not None and known.check_password(password)
    encoded = known.password if known and unchanged else make_password(password)
    for name, (role, first, last) in ACCOUNTS.items():
        taken = User.objects.filter(username=name).exclude(email__endswith=_MAIL).exists()
        username = f"demo-{name}" if taken else name
        user, _made = User.objects.get_or_create(
            username=username,
            defaults={"email": f"{username}@{_MAIL}", "first_name": first, "last_name": last},
        )
        user.is_staff, user.is_superuser = True, role is None
        user.password = encoded
        user.save()
        user.groups.set(Group.objects.filter(name=role))
        made[username] = password
    return made


def _kept_password() -> str:
    """Made once and kept beside the secret key, so that each start can print it."""
    kept = settings.VAR / "demo_password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(9))
    return kept.read_text()


def _newspaper() -> None:
    if not SiteSettings.objects.exists():
        SiteSettings(
            pk=1,
            name=settings.SITE_NAME,
            description="صحيفة عربية مستقلّة، من نوارة إلى الخليج.",
            publisher="غرفة الأخبار (صحيفة متخيَّلة)",
            wordmark=wordmark.SVG if settings.SITE_NAME == wordmark.NAME else "",
        ).save()
    _cast()
    _names()
    keys = list(dict.fromkeys(story.picture for story in STORIES if story.picture))
    drawn = {key: _picture(key, pixels) for key, pixels in _drawings(keys)}
    stories = {story.key: _story(story, drawn, _film(story)) for story in STORIES}
    _comments(stories)
    live.tell(stories[live.STORY], _person("editor"))


def _cast() -> None:
    for place, category in enumerate(CATEGORIES, start=1):
        Category.objects.get_or_create(
            slug=category.slug,
            defaults={
                "name": category.name,
                "description": category.description,
                "order": place * 10,
                "parent": Category.objects.filter(slug=category.parent).first(),
                "is_opinion": category.is_opinion,
            },
        )
    for author in AUTHORS:
        made, is_new = Author.objects.get_or_create(
            slug=author.slug,
            defaults={
                "name": author.name,
                "kind": author.kind,
                "job_title": author.job_title,
                "biography": author.biography,
            },
        )
        if is_new and author.portrait:
            made.picture = _stored(author.portrait(), alt_text=author.look, credit=CREDIT)
            made.save()
    reporter = _person("reporter")
    if not Author.objects.filter(user=reporter).exists():
        Author.objects.filter(slug="salma-daghir").update(user=reporter)
    for place, page in enumerate(PAGES, start=1):
        Page.objects.get_or_create(
            slug=page.slug, defaults={"title": page.title, "body": page.body, "order": place * 10}
        )


def _names() -> None:
    """The glossary; a spelling that the desk has given to a name of its own is left to it."""
    for house, *variants in NAMES:
        if not names.house_spellings([house, *variants]):
            names.keep(Name(house=house), variants)


def _drawings(keys: list[str]) -> Iterator[tuple[str, Image.Image]]:
    """Each drawing by its key; storing one leaves the interpreter free to draw the next."""
    with ThreadPoolExecutor(1) as artist:
        ahead: deque[tuple[str, Future[Image.Image]]] = deque()
        for key in keys:
            ahead.append((key, artist.submit(PICTURES[key].draw)))
            if len(ahead) == _AHEAD:
                ready, drawing = ahead.popleft()
                yield ready, drawing.result()
        for ready, drawing in ahead:
            yield ready, drawing.result()


def _picture(key: str, pixels: Image.Image) -> Picture:
    drawing = PICTURES[key]
    across, down = drawing.focus
    return _stored(
        pixels,
        alt_text=drawing.alt_text,
        caption=drawing.caption,
        credit=drawing.credit,
        focus_x=across,
        focus_y=down,
    )


def _stored(pixels: Image.Image, **words: Any) -> Picture:
    picture = Picture(**words)
    write_pixels(picture, pixels)
    picture.save()
    return picture


def _film(story: DemoStory) -> Video | None:
    """A journey over the story's drawing, drawn once more: Pillow writes no films, we do."""
    if not story.film:
        return None
    shown = FILMS[story.film]
    drawing = PICTURES[story.picture].draw()
    return video_intake.store(
        io.BytesIO(film_of(drawing, shown.stops, seconds=shown.seconds)),
        captions=io.BytesIO(shown.captions.encode()),
        title=shown.title,
        credit=shown.credit,
        duration=shown.seconds,
    )


def _story(story: DemoStory, drawn: Mapping[str, Picture], video: Video | None) -> Article:
    reporter, editor = _person("reporter"), _person("editor")
    article = publishing.start(_content(story, drawn, video), by=reporter)
    moment = at_the_desk(timezone.localtime(), story.minutes_ago)
    Article.objects.filter(pk=article.pk).update(
        source_id=f"{_SOURCE}{story.key}", created_at=moment - timedelta(minutes=40)
    )
    article = _hand_on(story.state, article, reporter=reporter, editor=editor, moment=moment)
    if story.mended:
        _mend(article, story.mended, moment, by=editor)
    return article


def _mend(article: Article, mended: Mended, moment: datetime, *, by: User) -> None:
    """Let the story have come out with its error, and be put right some hours later."""
    right = article.body
    later = moment + timedelta(hours=mended.hours_later)
    wrong = {"body": right.replace(mended.right, mended.wrong)}
    article = publishing.correct(article, wrong, by=by)
    told = {"body": right, "told": "correction", "told_text": mended.told}
    article = publishing.correct(article, told, by=by)
    Article.objects.filter(pk=article.pk).update(updated_at=later)
    article.corrections.update(at=later)


def _hand_on(
    state: str, article: Article, *, reporter: User, editor: User, moment: datetime
) -> Article:
    if state != "draft":
        article = publishing.submit(article, by=reporter)
    if state in {"published", "scheduled", "withdrawn"}:
        article = publishing.publish(article, by=editor, at=moment)
    if state == "withdrawn":
        article = publishing.withdraw(article, by=_person("chief"))
    if state == "in_review":
        article = publishing.take_up(article, by=editor)
    return article


def _content(story: DemoStory, drawn: Mapping[str, Picture], video: Video | None) -> dict[str, Any]:
    picture = drawn.get(story.picture)
    signing = {author.slug: author.pk for author in Author.objects.filter(slug__in=story.authors)}
    return {
        "kicker": story.kicker,
        "headline": story.headline,
        "short_headline": story.short_headline,
        "standfirst": story.standfirst,
        "body": _SHOWN.sub(lambda shown: f'data-picture="{drawn[shown[1]].pk}"', story.body),
        "dateline": story.dateline,
        "source_line": story.source_line,
        "label": story.label,
        "category": Category.objects.get(slug=story.category).pk,
        "lead_picture": picture.pk if picture else None,
        "video": video.pk if video else None,
        "tags": list(story.tags),
        "authors": [signing[slug] for slug in story.authors],
    }


def _comments(stories: dict[str, Article]) -> None:
    moderator = _person("moderator")
    said: list[Comment] = []
    for place, comment in enumerate(COMMENTS):
        article = stories[comment.story]
        stored = receive(
            article,
            Submission(name=comment.name, email=comment.email, body=comment.body, bait=""),
            mode=Article.CommentMode.HOLD,
            parent=said[comment.reply_to] if comment.reply_to is not None else None,
        )
        # A few minutes after the story and after one another, never in the future.
        moment = (article.published_at or timezone.now()) + timedelta(minutes=4 + 3 * place)
        Comment.objects.filter(pk=stored.pk).update(
            submitted_at=min(moment, timezone.now() - timedelta(seconds=30))
        )
        _decide(stored, comment.state, by=moderator)
        said.append(stored)


def _decide(comment: Comment, state: str, *, by: User) -> None:
    verbs = {
        "approved": moderation.approve,
        "spam": moderation.mark_spam,
        "rejected": moderation.reject,
    }
    if comment.state != state and state in verbs:
        verbs[state](comment, by=by)
