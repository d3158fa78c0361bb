"""One act for many stories, and one button that takes it back."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import house_style, permissions, publishing, revisions, workflow
from articles.admin.acts import ACTS
from articles.admin.refusals import told
from articles.admin.saved_filters import narrowing
from articles.models import Article
from articles.related.choosing import NotChosen

# What takes an act back. A first publication is taken back by withdrawal: readers may have seen it.
_BACK: Final = {"_publish": "_withdraw", "_withdraw": "_publish", "_claim": "_let_go"}
# A list shows 40 rows; who chooses all of a larger one takes it back by the list.
_MOST: Final = 40
REFUSALS: Final = (publishing.NotReady, workflow.WrongState, NotChosen, PermissionDenied)
# The marks of a message that carries its undo; templates/admin/_messages.html makes a button of it.
UNDO: Final = "undo"


class BulkActs:
    """The bar under the list."""

    admin_site: Any
    get_queryset: Callable[[HttpRequest], QuerySet[Article]]
    message_user: Any

    def get_urls(self) -> list[Any]:
        back = require_POST(self.admin_site.admin_view(self.take_back))
        own = path("take-back/", back, name="articles_article_take_back")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return permissions.may_publish(request.user, Article())

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return permissions.may_withdraw(request.user, Article())

    def has_review_permission(self, request: HttpRequest) -> bool:
        return permissions.may_review(request.user, Article())

    @admin.action(description=_("I have them"), permissions=["review"])
    def claim_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._each(request, queryset, "_claim")

    @admin.action(description=_("Publish the chosen stories"), permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._each(request, queryset, "_publish")

    @admin.action(description=_("Withdraw the chosen stories"), permissions=["withdraw"])
    def withdraw_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._each(request, queryset, "_withdraw")

    def take_back(self, request: HttpRequest) -> HttpResponse:
        """Undo an act for the stories of its message, as far as it can be."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        if (act := _BACK.get(f"_{request.POST.get('act', '')}")) is None:
            raise Http404
        keys = [int(key) for key in request.POST.getlist("story") if key.isdecimal()][:_MOST]
        stories = self.get_queryset(request).filter(pk__in=keys)
        self._each(request, stories, act, offer=False)
        back = narrowing(request.POST.get("back", ""))
        return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}?{back}")

    def _each(
        self, request: HttpRequest, stories: Iterable[Article], name: str, *, offer: bool = True
    ) -> None:
        """The verb for each, who may; what was refused is told by its headline."""
        done: list[Article] = []
        returns: list[Article] = []
        for story in stories:
            can_return = offer and _can_return(name, story)
            try:
                if not ACTS[name].allowed(request.user, story):
                    raise PermissionDenied
                ACTS[name].verb(story, by=request.user)
            except REFUSALS as refusal:
                said = f"{story.headline}: {told(request, refusal)}"
                self.message_user(request, said, messages.ERROR)
            else:
                done.append(story)
                returns += [story] if can_return else []
        if done:
            undo = _undo(request, name, returns)
            self.message_user(request, _said(name, done), messages.SUCCESS, extra_tags=undo)


def _can_return(name: str, story: Article) -> bool:
    """Whether the act can be taken back with nothing else happening; asked before it is done."""
    if name == "_publish":
        return story.state != Article.State.PUBLISHED  # else readers would lose what they had
    if name == "_withdraw":
        return revisions.waiting_copy(story) is None  # else words that nobody published came out
    return name in _BACK and story.claimed_by_id is None


def _said(name: str, done: list[Article]) -> str:
    """What happened: of one story by its headline, of more by their number."""
    if len(done) == 1:
        return f"{done[0].headline}: {ACTS[name].done}"
    shown = {"shown": house_style.number(len(done)), "done": ACTS[name].called}
    return ngettext("%(done)s: %(shown)s story.", "%(done)s: %(shown)s stories.", len(done)) % shown


def _undo(request: HttpRequest, name: str, stories: list[Article]) -> str:
    """The tags of a message that can be taken back; empty where this person cannot."""
    if not stories or len(stories) > _MOST:
        return ""
    if not ACTS[_BACK[name]].allowed(request.user, Article(claimed_by_id=request.user.pk)):
        return ""
    keys = ".".join(str(story.pk) for story in stories)
    return f"{UNDO} {name.removeprefix('_')} {keys}"
