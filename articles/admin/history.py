"""The history of a story in the panel: its states, two of them compared, one brought back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from articles import history, permissions
from articles.admin import saving_words
from articles.admin.differences import count_places, label_of, shown
from articles.admin.refusals import sentence
from articles.admin.seen import MomentForm
from articles.arabic.shapes import ALL_SHAPES, Shape
from articles.comparing.contents import compare, count, words_in_and_out
from articles.history import LIVE, WORKING, NoSuchState, NotNamed, State
from articles.models import Article, Revision

# A page of the list: each entry is compared with the one before it.
PER_PAGE = 20
# Beside a comparison, and in its two menus.
BESIDE, IN_MENU = 8, 200

HIDEABLE: dict[Shape, Promise] = {
    Shape.MARKS: gettext_lazy("harakat"),
    Shape.TATWEEL: gettext_lazy("tatweel"),
    Shape.DIGITS: gettext_lazy("shapes of digits"),
    Shape.QUOTES: gettext_lazy("shapes of quotation marks"),
    Shape.SPACES: gettext_lazy("spaces"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a state, and how it differs from the one before it."""

    state: State
    before: str = ""  # the key of that one; empty of the first
    added: int = 0
    removed: int = 0
    changes: int = 0


def called(state: State) -> str:
    """What the desk calls a state."""
    if state.is_working:
        return _("Working copy")
    if state.is_branch:
        return saving_words.branch_of(state.by)
    if state.is_live:
        return _("Scheduled") if state.is_due else _("Live now")
    return f"«{state.name}»" if state.name else _("Editing session")


def seen_story(request: HttpRequest, pk: int) -> Article:
    """The story, for who may read its unpublished words; others find none of that number."""
    article = Article.objects.filter(pk=pk).first()
    if article is None or not permissions.may_see(request.user, article):
        raise Http404
    return article


def _state(article: Article, key: str) -> State:
    try:
        return history.find(article, key)
    except NoSuchState as refusal:
        raise Http404 from refusal


class Revisions:
    """The screens of a story's history; every one asks ``articles.permissions`` about the story."""

    admin_site: Any

    def get_urls(self) -> list[Any]:
        views = [
            ("revisions/", require_safe(self.revisions_view), "revisions"),
            ("revisions/compare/", require_safe(self.compare_view), "compare"),
            ("revisions/name/", require_POST(self.name_view), "name_revision"),
            ("revisions/<str:key>/restore/", self.restore_view, "restore"),
        ]
        own = [
            path(
                f"<int:pk>/{tail}",
                self.admin_site.admin_view(view),
                name=f"articles_article_{name}",
            )
            for tail, view, name in views
        ]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Django's own history says that something changed; ours says what."""
        if not object_id.isdecimal():
            raise Http404
        story = seen_story(request, int(object_id[:18]))
        return HttpResponseRedirect(_address("revisions", story.pk))

    def revisions_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = seen_story(request, pk)
        page = Paginator(_revisions(article), PER_PAGE).get_page(request.GET.get("page"))
        return self._screen(request, article, "revisions", {
            "seen_form": MomentForm(),
            "title": _("Earlier revisions"),
            "page": page,
            "entries": _entries(article, list(page), is_last=not page.has_next()),
            "undo": self._undo(request, article),
            "may_correct": _may_correct(request, article),
        })  # fmt: skip

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = seen_story(request, pk)
        keys = [request.GET.get("from") or _before(article), request.GET.get("to") or WORKING]
        old, new = (_state(article, key) for key in keys)
        hide = {shape for shape in Shape if shape in request.GET.getlist("hide")}
        if "chosen" not in request.GET:
            hide = {*ALL_SHAPES}
        is_current = old.content == history.working_state(article).content
        may_restore = permissions.may_edit(request.user, article) and not is_current
        return self._screen(request, article, "compare", {
            "title": _("Compare revisions"),
            "old": old, "new": new, "from": keys[0], "to": keys[1],
            "old_called": called(old), "new_called": called(new),
            "options": _options(article),
            "beside": request.GET.get("view") == "side",
            "hideable": [(shape, name, shape in hide) for shape, name in HIDEABLE.items()],
            "entries": _entries(article, list(_revisions(article)[:BESIDE]), is_last=True),
            "revision_count": article.revisions.count(),
            "may_restore": may_restore,
            "nameable": _nameable(new) and permissions.may_edit(request.user, article),
            **difference(old.content, new.content, hide=hide),
        })  # fmt: skip

    def restore_view(self, request: HttpRequest, pk: int, key: str) -> HttpResponse:
        """Ask with the difference in view; a press of the button does it."""
        article = seen_story(request, pk)
        if not permissions.may_edit(request.user, article):
            raise PermissionDenied
        state = _state(article, key)
        if request.method == "POST":
            return self._restore(request, article, state)
        content, gone = history.restorable(article, state)
        working = history.working_state(article)
        return self._screen(request, article, "restore", {
            "title": _("Restore a revision"),
            "state": state, "state_called": called(state), "key": key,
            "gone": [label_of(field) for field in gone],
            "is_published": article.state == Article.State.PUBLISHED,
            **difference(working.content, content, hide=set()),
        })  # fmt: skip

    def name_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the working copy under a name, or give one to the revision that is named."""
        article = seen_story(request, pk)
        number = request.POST.get("number", "")
        try:
            history.keep_named(
                article, request.POST.get("name", ""), by=request.user,
                number=int(number[:9]) if number.isdecimal() else None,
            )  # fmt: skip
        except NoSuchState as refusal:
            raise Http404 from refusal
        except NotNamed as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("This state is kept under its name; nobody can delete it."))
        return HttpResponseRedirect(_address("revisions", pk))

    def history_context(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """The newest states for the side of the story's screen."""
        if not article.pk or not permissions.may_see(request.user, article):
            return {}
        newest = list(_revisions(article)[:BESIDE])
        return {
            "history_entries": _entries(article, newest, is_last=True, counted=False),
            "history_count": article.revisions.count(),
            "history_may_edit": permissions.may_edit(request.user, article),
            "may_correct": _may_correct(request, article),
        }

    def _restore(self, request: HttpRequest, article: Article, state: State) -> HttpResponse:
        done = history.restore(article, state.key, by=request.user)
        back = _address("revisions", article.pk)
        if not done.undo:
            messages.info(request, _("The working copy says this already: nothing was changed."))
            return HttpResponseRedirect(back)
        return HttpResponseRedirect(
            f"{back}?{urlencode({'undo': done.undo, 'restored': state.key})}"
        )

    def _undo(self, request: HttpRequest, article: Article) -> dict[str, Any] | None:
        """What the page after a restoring offers: the state that stood there before."""
        try:
            before = history.find(article, request.GET.get("undo", ""))
            merged = request.GET.get("merged", "")
            restored = history.find(article, merged or request.GET.get("restored", ""))
        except NoSuchState:
            return None
        may = permissions.may_edit(request.user, article)
        told = {"restored": called(restored), "of": restored, "is_merge": bool(merged)}
        return {"key": before.key, **told} if may else None

    def _screen(
        self, request: HttpRequest, article: Article, name: str, context: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": Article._meta,
            "article": article,
            "headline": history.working_state(article).content["headline"],
            "may_edit": permissions.may_edit(request.user, article),
            "changelist": reverse("admin:articles_article_changelist"),
            **context,
        }
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)


def difference(old: Any, new: Any, *, hide: set[Shape]) -> dict[str, Any]:
    """Two contents compared, as the fragment ``_differences.html`` shows them."""
    changes = compare(old, new, hide=hide)
    added, removed = words_in_and_out(changes)
    hidden = count(compare(old, new)) - count(changes) if hide else 0
    differences = shown(changes)
    return {
        "differences": differences, "added": added, "removed": removed,
        "hidden": max(hidden, 0), "places": count_places(differences),
    }  # fmt: skip


def _revisions(article: Article) -> Any:
    return article.revisions.select_related("by").order_by("-number")


def _entries(
    article: Article, page: list[Revision], *, is_last: bool, counted: bool = True
) -> list[Entry]:
    """The lines of some revisions in a row, newest first, each against the one before it."""
    last = page[-1].number if page else 0
    before = _revisions(article).filter(number__lt=last).first()
    states = [history.state_of(article, one) for one in (*page, before) if one]
    formers: list[State | None] = [*states[1:], None]
    entries = [
        _entry(state, former, counted=counted)
        for state, former in zip(states[: len(page)], formers, strict=False)
    ]
    live = history.live_state(article)
    if is_last and live and live.revision is None:  # imported: its first words stand in the row
        entries.append(Entry(live))
    return entries


def _entry(state: State, former: State | None, *, counted: bool) -> Entry:
    if former is None:
        return Entry(state)
    if not counted:
        return Entry(state, former.key)
    changes = compare(former.content, state.content)
    return Entry(state, former.key, *words_in_and_out(changes), count(changes))


def _before(article: Article) -> str:
    """What the working copy is compared with unless somebody says: the live text, or the last."""
    if article.state == Article.State.PUBLISHED:
        return LIVE
    kept = article.revisions.filter(role=Revision.Role.KEPT).first()
    return str(kept.number) if kept else WORKING


def _options(article: Article) -> list[tuple[str, State, str]]:
    """The states that a comparison may choose from."""
    live = history.live_state(article)
    rows = _revisions(article).filter(role=Revision.Role.KEPT)[:IN_MENU]
    named = [history.working_state(article), *([live] if live else [])]
    kept = [history.state_of(article, row) for row in rows]
    return [(state.key, state, called(state)) for state in [*named, *kept]]


def _nameable(state: State) -> bool:
    return state.is_working or state.revision is not None


def _may_correct(request: HttpRequest, article: Article) -> bool:
    is_published = article.state == Article.State.PUBLISHED
    return is_published and permissions.may_correct(request.user, article)


def _address(name: str, *args: Any) -> str:
    return reverse(f"admin:articles_article_{name}", args=args)
