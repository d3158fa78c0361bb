"""What the desk should know before it is asked: hours that are over, holds, and empty hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import house_style, permissions, workflow
from articles.models import Article

State = Article.State
MOST = 6
# A shift looks a day ahead at embargoes, and half a day at what comes out.
_AHEAD, _QUIET = timedelta(hours=24), timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Alert:
    """One line: what is the matter, with which story, and where something is done about it."""

    look: str
    icon: str
    head: str
    address: str
    headline: str = ""


def compose(user: Any, *, at: datetime | None = None) -> list[Alert]:
    """The most pressing first, by three queries."""
    now = at or timezone.now()
    alerts = [alert for story in _stories(user, now) for alert in _of(story, now)][:MOST]
    alerts += [_picture(story) for story in _over(user, now)][: MOST - len(alerts)]
    comes = Q(state=State.PUBLISHED, published_at__gt=now, published_at__lte=now + _QUIET)
    if not permissions.seen_by(user, Article.objects.filter(comes)).exists():
        address = f"{reverse('admin:articles_article_changelist')}?tab=ready"
        alerts.append(
            Alert("warn", "clock", _("Nothing is scheduled for the next 12 hours."), address)
        )
    return alerts


def _stories(user: Any, now: datetime) -> Any:
    late = workflow.is_in(*workflow.IN_WORK) & Q(due_at__lt=now)
    held = workflow.is_in(*workflow.IN_WORK) & ~Q(legal_hold="")
    kept = Q(
        state__in=[*workflow.IN_WORK, State.PUBLISHED],
        embargo_until__gt=now,
        embargo_until__lte=now + _AHEAD,
    )
    seen = permissions.seen_by(user, Article.objects.filter(late | held | kept))
    shown = ("headline", "state", "due_at", "legal_hold", "embargo_until")
    return seen.only(*shown).order_by(
        F("due_at").asc(nulls_last=True), F("embargo_until").asc(nulls_last=True), "pk"
    )[:MOST]


def _over(user: Any, now: datetime) -> Any:
    """Stories that readers have with a picture to which there is no right any more."""
    shown = Article.objects.live(now).filter(lead_picture__expires_on__lt=timezone.localdate(now))
    return permissions.seen_by(user, shown).only("headline").order_by("-published_at")[:MOST]


def _picture(story: Article) -> Alert:
    address = reverse("admin:articles_article_change", args=[story.pk])
    head = _("The right to its picture has run out:")
    return Alert("stopc", "image", head, address, story.headline)


def _of(story: Article, now: datetime) -> Iterator[Alert]:
    address = reverse("admin:articles_article_change", args=[story.pk])
    if story.state != State.PUBLISHED and story.due_at and story.due_at < now:
        head = _("Was due %(hour)s:") % {"hour": _hour(story.due_at, now)}
        yield Alert("stopc", "stop", head, address, story.headline)
    if story.state != State.PUBLISHED and story.legal_hold:
        yield Alert("warn", "shield", _("With the lawyers:"), address, story.headline)
    if story.embargo_until and now < story.embargo_until <= now + _AHEAD:
        head = _("Embargo ends %(hour)s:") % {"hour": _hour(story.embargo_until, now)}
        yield Alert("", "lock", head, address, story.headline)


def _hour(moment: datetime, now: datetime) -> str:
    is_today = timezone.localdate(moment) == timezone.localdate(now)
    return house_style.clock(moment) if is_today else house_style.day_and_clock(moment)
