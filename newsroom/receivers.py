"""Who reacts to what: the one list of receivers of the house.

Those of our own announcements run after commit. Nothing reacts to them yet: pages are built anew
for each request. What forgets stored pages goes here.
"""

from functools import partial
from typing import Any

from django.contrib.auth import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.http import HttpRequest

from articles import audit
from articles.models import Article, Tag
from articles.search import index
from newsroom import desk_sessions, refused_acts
from newsroom.models import User


@receiver(pre_delete, sender=Article)
def forget_in_search(sender: type[Article], instance: Article, **kwargs: Any) -> None:
    """Django's own event: a story may be deleted by any query, and its words must go with it."""
    index.forget([instance.pk])


@receiver(pre_delete, sender=Tag)
def forget_topic_in_search(sender: type[Tag], instance: Tag, **kwargs: Any) -> None:
    """Its stories are no longer found by it. (Who signed a story, and its section, stay.)"""
    carrying = list(Article.objects.tagged(instance).values_list("pk", flat=True))
    forget = partial(index.renamed, Article.objects.filter(pk__in=carrying))
    transaction.on_commit(forget, robust=True)


# Who came to the desk, and who tried: Django's own events, sent by its one door (/admin/login/).


@receiver(user_logged_in)
def record_log_in(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    if request is not None and request.session.session_key:
        desk_sessions.began(request, user)
    audit.record("log_in", user, by=user, changes=_from(request))


@receiver(user_logged_out)
def record_log_out(sender: Any, request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    """Whoever presses the button after their session ended is nobody."""
    if user is not None and user.pk is not None:
        audit.record("log_out", user, by=user)


@receiver(user_login_failed)
@transaction.atomic
def record_failed_log_in(
    sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
) -> None:
    """The account whose name was typed. Any other word typed there may be somebody's password."""
    typed = str(credentials.get(User.USERNAME_FIELD, ""))
    account = User.objects.filter(username=typed).first() if "\x00" not in typed else None
    refused_acts.failed_log_in(account, typed, _from(request))


def _from(request: HttpRequest | None) -> dict[str, Any]:
    """The network address: of who enters the desk, or wants to; never of a reader."""
    address = request.META.get("REMOTE_ADDR", "") if request else ""
    return {"address": (None, address)} if address else {}
