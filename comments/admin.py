"""The queue: what readers wrote, and the desk's decision about it."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import house_style
from articles.admin.chip import chip
from articles.admin.desk import HouseStyleAdmin, printed
from comments import moderation
from comments.models import Comment
from comments.permissions import may_moderate, may_see_address


class Decision(NamedTuple):
    verb: Callable[..., Comment]
    state: str  # where it leads
    called: Any  # a lazy translation


DECISIONS = {
    "approve": Decision(moderation.approve, Comment.State.APPROVED, _("Approve")),
    "reject": Decision(moderation.reject, Comment.State.REJECTED, _("Reject")),
    "spam": Decision(moderation.mark_spam, Comment.State.SPAM, _("Spam")),
    "trash": Decision(moderation.trash, Comment.State.TRASHED, _("Bin")),
    "restore": Decision(moderation.restore, Comment.State.WAITING, _("Restore")),
}


# What the screening said, for a person: comments.screening.checks gives the codes.
REASONS = {
    "honeypot": _("a field that no reader sees was filled in"),
    "links": _("too many links"),
    "name": _("a web address as the name"),
}

# A comment is read in the panel, never rewritten.
_SHOWN = ("body", "name", "email", "article", "parent", "state", "reasons", "sent")


def _bulk(name: str, decision: Decision) -> Callable[..., None]:
    """An act of the list: the verb, once for each chosen comment."""

    @admin.action(description=decision.called)
    def act(model_admin: Any, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        decided = [
            comment
            for comment in queryset
            if decision.verb(comment, by=request.user).state != comment.state
        ]
        said = ngettext(
            "%(shown)s comment decided: %(decision)s.",
            "%(shown)s comments decided: %(decision)s.",
            len(decided),
        ) % {"shown": house_style.number(len(decided)), "decision": decision.called}
        model_admin.message_user(request, said, messages.SUCCESS)

    act.__name__ = name
    return act


class StateFilter(admin.ChoicesFieldListFilter):
    """Without a query the list opens with what waits, so "all" must be a query of its own."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        every, *others = super().choices(changelist)
        bare = changelist.get_query_string(remove=[self.lookup_kwarg, self.lookup_kwarg_isnull])
        yield every | {"query_string": bare if bare != "?" else "?o="}
        yield from others


@admin.register(Comment)
class CommentAdmin(HouseStyleAdmin):
    verbs_record = True
    list_display = ["card", "state_chip"]
    list_display_links = None
    list_filter = [("state", StateFilter)]
    list_per_page = 50
    list_select_related = ["article", "parent"]
    search_fields = ["body", "name", "article__headline"]
    show_full_result_count = False
    actions = [_bulk(name, decision) for name, decision in DECISIONS.items()]
    fields = _SHOWN
    readonly_fields = _SHOWN

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        return may_moderate(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        return may_moderate(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        return False

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return [*self.search_fields, *(["email"] if may_see_address(request.user) else [])]

    # The queue opens with what waits for a decision

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not request.GET and not request.POST:
            return HttpResponseRedirect(f"{request.path}?state__exact={Comment.State.WAITING}")
        return super().changelist_view(request, extra_context)

    @admin.display(description=_("comment"))
    def card(self, comment: Comment) -> str:
        open_to = moderation.FOLLOWS[comment.state]
        buttons = [
            (reverse("admin:comments_comment_decide", args=[comment.pk, name]), decision.called)
            for name, decision in DECISIONS.items()
            if decision.state in open_to
        ]
        reasons = [REASONS.get(code, code) for code in comment.reasons]
        context = {"comment": comment, "buttons": buttons, "reasons": reasons}
        return render_to_string("admin/comments/comment/_card.html", context)

    @admin.display(description=_("sent at"))
    def sent(self, comment: Comment) -> str:
        return printed(comment.submitted_at)

    @admin.display(description=_("state"), ordering="state")
    def state_chip(self, comment: Comment) -> str:
        return chip(comment.state, comment.get_state_display())

    # One decision by its button, many by the list's act

    def get_urls(self) -> list[URLPattern]:
        decide = require_POST(self.admin_site.admin_view(self.decide))
        own = path("<int:pk>/decide/<str:name>/", decide, name="comments_comment_decide")
        return [own, *super().get_urls()]

    def decide(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """Carry out the pressed button and go back to the list as it was."""
        comment = get_object_or_404(Comment, pk=pk)
        if name not in DECISIONS:
            return HttpResponse(status=404)
        DECISIONS[name].verb(comment, by=request.user)
        listed = reverse("admin:comments_comment_changelist")
        # The button stands in the list, whose address our Referrer-Policy lets browsers name.
        came_from = urlsplit(request.headers.get("Referer", ""))
        kept = came_from.query if came_from.path == listed else f"state__exact={comment.state}"
        return HttpResponseRedirect(f"{listed}?{kept}")
