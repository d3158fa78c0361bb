"""Who may do what with a story: predicates that verbs, panel and templates obey.

They judge the person's right; whether the story's state allows the act, the workflow says.
Superusers may do everything that the state of the story allows; accounts put to rest, nothing.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from articles import workflow
from articles.models import Article, Picture, ShareLink, Video
from articles.pictures import usage as picture_usage
from articles.querysets import ArticleQuerySet
from articles.videos import usage as video_usage

type Person = AbstractBaseUser | AnonymousUser


def _has(user: Person, right: str) -> bool:
    return user.has_perm(f"articles.{right}")  # type: ignore[union-attr]


def may_write(user: Person) -> bool:
    """Start a new story."""
    return _has(user, "add_article")


def may_see(user: Person, article: Article) -> bool:
    """Read its unpublished words in the panel: the desk everything, a reporter what is theirs."""
    return _has(user, "edit_any_article") or (_is_own(user, article) and may_write(user))


def seen_by(user: Person, articles: ArticleQuerySet) -> ArticleQuerySet:
    """Which of some stories ``may_see`` lets through."""
    if _has(user, "edit_any_article"):
        return articles
    return articles.filter(created_by=user.pk) if may_write(user) else articles.none()


def may_edit(user: Person, article: Article) -> bool:
    """Change the working copy: the desk always, a reporter while the story is with them."""
    if _has(user, "edit_any_article"):
        return True
    return _is_own(user, article) and may_write(user) and _is_with_the_reporter(article)


def desk_accounts() -> QuerySet[Any]:
    """The accounts that may edit every story."""
    accounts: Any = get_user_model()._default_manager
    found: QuerySet[Any] = accounts.with_perm("articles.edit_any_article")
    return found


def is_reporters(article: Article, person: int | None) -> bool:
    """Whether the story is still with the reporter who began it, and that is this account."""
    return article.created_by_id == person and _is_with_the_reporter(article)


def may_submit(user: Person, article: Article) -> bool:
    """Hand it to the desk."""
    return may_see(user, article)


def may_review(user: Person, article: Article) -> bool:
    """Take it up for the desk, claim it, set when it is due, call it ready, send it back."""
    return _has(user, "edit_any_article")


def may_publish(user: Person, article: Article) -> bool:
    """Put the working copy before the public."""
    return _has(user, "publish_article")


def may_correct(user: Person, article: Article) -> bool:
    """Change what the public reads, without the working copy going with it."""
    return may_edit(user, article) and may_publish(user, article)


def may_set_time(user: Person, article: Article) -> bool:
    """Decide from when until when the public may read it."""
    return _has(user, "publish_article")


def may_cover_live(user: Person, article: Article) -> bool:
    """Tell it hour by hour: each entry is before readers at once."""
    return _has(user, "publish_article")


def may_compose(user: Person) -> bool:
    """Choose what stands in the places of front pages, and launch it."""
    return _has(user, "compose_front")


def may_embargo(user: Person, article: Article) -> bool:
    """Forbid that readers or guests see it before an hour, or forbid it for longer."""
    return may_edit(user, article)


def may_lift_embargo(user: Person, article: Article) -> bool:
    """Let it out earlier than was promised."""
    return may_set_time(user, article)


def may_hold(user: Person, article: Article) -> bool:
    """Stop its publication for the lawyers."""
    return _has(user, "edit_any_article")


def may_lift_hold(user: Person, article: Article) -> bool:
    """Say that the lawyers have no objection."""
    return _has(user, "lift_legal_hold")


def may_withdraw(user: Person, article: Article) -> bool:
    """Take a published story from the public; its address stays and says so."""
    return _has(user, "withdraw_article")


def may_edit_picture(user: Person, picture: Picture) -> bool:
    """Change a picture and its words: the desk; its uploader, while no reader can see it."""
    if _has(user, "edit_any_article"):
        return True
    own = user.pk is not None and picture.uploaded_by_id == user.pk
    return own and _has(user, "change_picture") and not picture_usage.is_published(picture)


def may_delete_picture(user: Person, picture: Picture) -> bool:
    """Throw a picture away: never one that a story or a working copy shows."""
    return _has(user, "delete_picture") and not picture_usage.is_used(picture)


def may_edit_video(user: Person, video: Video) -> bool:
    """Change a video and its words: the desk; its uploader, while no reader can see it."""
    if _has(user, "edit_any_article"):
        return True
    own = user.pk is not None and video.uploaded_by_id == user.pk
    return own and _has(user, "change_video") and not video_usage.is_published(video)


def may_delete_video(user: Person, video: Video) -> bool:
    """Throw a video away: never one that a story or a working copy shows."""
    return _has(user, "delete_video") and not video_usage.is_used(video)


def may_share(user: Person, article: Article) -> bool:
    """Let somebody without an account read the draft: who may change it."""
    return may_edit(user, article)


def may_revoke(user: Person, link: ShareLink) -> bool:
    """End a link for a guest: who may share the story, and whoever made the link."""
    if may_share(user, link.article):
        return True
    own = user.pk is not None and link.made_by_id == user.pk
    return own and may_see(user, link.article)


def may_delete(user: Person, article: Article) -> bool:
    """Throw a story away: one that was public is withdrawn instead, and keeps its address."""
    if article.first_published_at is not None:
        return False
    return may_edit(user, article) and (_has(user, "delete_article") or _is_own(user, article))


def _is_own(user: Person, article: Article) -> bool:
    return user.pk is not None and article.created_by_id == user.pk


def _is_with_the_reporter(article: Article) -> bool:
    return article.state in workflow.WITH_THE_REPORTER
