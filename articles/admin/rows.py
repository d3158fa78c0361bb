"""What may be done with a story where it stands in the list, and what marks it there."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import house_style, leases, permissions
from articles.admin.acts import ACTS
from articles.arabic.bidi import isolate
from articles.embargo import is_under_embargo
from articles.models import Article, Byline, EditLease, Note, Revision


def for_rows(stories: QuerySet[Article]) -> QuerySet[Article]:
    """With all that a row shows: ``changed_at`` of its working copy, and its ``open_notes``."""
    waiting = Revision.objects.filter(article=OuterRef("pk"), role=Revision.Role.WORKING)
    asked = Note.objects.filter(article=OuterRef("pk"), parent=None, resolved_at=None)
    counted = asked.order_by().values("article").annotate(number=Count("pk")).values("number")
    return (
        leases.joined(stories.select_related("category", "claimed_by"))
        .prefetch_related(Prefetch("bylines", Byline.objects.select_related("author")))
        .defer("body", "plain_text")
        .annotate(changed_at=Subquery(waiting.values("changed_at")[:1]))
        .annotate(open_notes=Coalesce(Subquery(counted), 0))
    )


def dressed(stories: Iterable[Article], user: Any) -> list[Article]:
    """The rows of ``for_rows`` with who edits each now, and with what ``user`` may do."""
    rows = list(stories)
    for story in rows:
        lease = leases.held_of(story)
        story.marks = marks_of(story, lease, user)  # type: ignore[attr-defined]
        story.is_mine = story.claimed_by_id == user.pk  # type: ignore[attr-defined]
        story.acts = {  # type: ignore[attr-defined]
            "claim": ACTS["_claim"].stands(user, story),
            "quick": permissions.may_edit(user, story) and lease is None,
            "top": _may_top(user, story),
        }
    return rows


def _may_top(user: Any, story: Article) -> bool:
    """Whether it may open the front page now."""
    is_out = story.state == Article.State.PUBLISHED and not story.is_scheduled
    return is_out and permissions.may_compose(user)


def marks_of(story: Article, lease: EditLease | None, user: Any) -> SafeString:
    """What keeps it from going out or from being edited, and what the desk asks about it."""
    marks = [
        *([("warn", "shield", _("Legal hold"))] if story.legal_hold else []),
        *([("stopc", "lock", _embargo(story))] if is_under_embargo(story) else []),
        *([("warn", "edit", _editing(lease, user))] if lease else []),
        *([("", "note", _notes(story))] if getattr(story, "open_notes", 0) else []),
    ]
    return format_html_join(
        "",
        ' <span class="tag {}"><svg class="i sm" aria-hidden="true"><use href="#{}"/></svg>'
        "{}</span>",
        marks,
    )


def acts_of(story: Article, back: str) -> str:
    """The small menu of a row; its acts lead back to the list as it was narrowed."""
    query = QueryDict(mutable=True)
    query["back"] = back.removeprefix("?")
    context = {"story": story, "acts": getattr(story, "acts", {}), "query": query.urlencode()}
    return render_to_string("admin/articles/article/_row_acts.html", context)


def back_to_list(request: HttpRequest, story: int) -> HttpResponseRedirect | None:
    """To the row from which an act was sent; None where it came from elsewhere."""
    if "back" not in request.GET:
        return None
    narrowed = QueryDict(request.GET["back"]).urlencode()  # parsed: it leads nowhere else
    address = reverse("admin:articles_article_changelist")
    return HttpResponseRedirect(f"{address}?{narrowed}#story-{story}")


def _embargo(story: Article) -> str:
    until = story.embargo_until
    if until is None or timezone.localdate(until) != timezone.localdate():
        return _("Embargo")
    return _("Embargo until %(hour)s") % {"hour": house_style.clock(until)}


def _editing(lease: EditLease, user: Any) -> str:
    holder: Any = lease.holder
    if holder.pk == user.pk:
        return _("you are editing it")
    name = isolate(holder.get_short_name() or holder.get_username())
    return _("%(name)s is editing it") % {"name": name}


def _notes(story: Article) -> str:
    number = story.open_notes  # type: ignore[attr-defined]
    shown = {"shown": house_style.number(number)}
    return ngettext("%(shown)s note", "%(shown)s notes", number) % shown


def headline_of(story: Article) -> str:
    """Its label, its name and its marks."""
    name = format_html(
        '<bdi class="story-name" id="story-{}">{}</bdi>{}',
        story.pk, story.headline, getattr(story, "marks", ""),
    )  # fmt: skip
    if not story.label:
        return name
    look = "tag full stopc" if story.label == Article.Label.BREAKING else "tag"
    return format_html(
        '<span class="{}">{}</span> {}', look, capfirst(story.get_label_display()), name
    )
