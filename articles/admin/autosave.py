"""Saving while somebody types, and who may: the addresses that the story's scripts ask.

Each answer that the panel gives is JSON with a fresh token for the next question. Where the session
is over Django answers with a redirect instead, which the scripts take for that.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles import house_style, leases, permissions, publishing, revisions, saving
from articles.admin import saving_words
from articles.admin.branches import branch_address
from articles.admin.draft_form import as_draft
from articles.leases import Held, Overtaken
from articles.models import Article, Category, Revision
from articles.publishing import Stale

CONFLICT, LOCKED = 409, 423


class Autosave:
    """What the screen of a story answers to its scripts, and the fence at its form."""

    admin_site: Any
    get_form: Callable[..., Any]
    get_object: Callable[..., Any]
    message_user: Callable[..., None]

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        begin = require_http_methods(["GET", "POST"])(view(self.begin_view))
        lease = require_http_methods(["GET", "POST"])(view(self.lease_view))
        return [
            path("autosave/", begin, name="articles_article_begin"),
            path(
                "<int:pk>/autosave/",
                require_POST(view(self.autosave_view)),
                name="articles_article_autosave",
            ),
            path("<int:pk>/lease/", lease, name="articles_article_lease"),
            path(
                "<int:pk>/branch/",
                require_POST(view(self.keep_branch_view)),
                name="articles_article_keep_branch",
            ),
            *super().get_urls(),  # type: ignore[misc]
        ]

    # Saving

    def begin_view(self, request: HttpRequest) -> HttpResponse:
        """The first words of a story that does not exist yet: it begins here. GET: a token."""
        if not permissions.may_write(request.user):
            return _denied(request)
        if request.method == "GET":
            return _answer(request, person=str(request.user.pk))
        if refused := _other_person(request):
            return refused
        form = self._draft(request, None)
        content = form.content()
        likely = Category.objects.likely_for(request.user)
        category = content.get("category") or (likely and likely.pk)
        if category is None:
            said = _("There is no section yet: a managing editor makes the first one.")
            return _answer(request, 422, code="section", title=said)
        tab = request.POST.get("tab", "")[:32]
        story = publishing.start({**content, "category": category}, by=request.user, tab=tab)
        lease = leases.take_over(story, by=request.user, tab=tab)
        addresses = _addresses(story)
        return self._saved(request, story, form, fence=lease.fence, story=story.pk, **addresses)

    def autosave_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep what stands on the screen, if it was typed on what is stored, by who may."""
        story = _seen(request, pk)
        if refused := _other_person(request) or self._without_fence(request, story):
            return refused
        form = self._draft(request, story)
        try:
            publishing.save_draft(
                story, form.content(), by=request.user,
                version=_number(request, "version"), fence=_number(request, "fence"),
                tab=request.POST.get("tab", "")[:32], keep="keep" in request.POST,
            )  # fmt: skip
        except PermissionDenied:
            return _denied(request)
        except (Stale, Overtaken) as refusal:
            return _lost(request, refusal)
        return self._saved(request, story, form)

    def _saved(self, request: HttpRequest, of: Article, form: Any, **more: Any) -> HttpResponse:
        shown = self.get_object(request, str(of.pk))
        seal = self.get_form(request, shown, change=True)(instance=shown).initial.get("based_on")
        return _answer(
            request, version=revisions.version_of(of), based_on=seal or "",
            saved=house_style.clock(timezone.now()), refused=form.what_was_refused(), **more,
        )  # fmt: skip

    def _without_fence(self, request: HttpRequest, story: Article) -> HttpResponse | None:
        if _number(request, "fence") is not None:
            return None
        lease = leases.of(story)
        status = LOCKED if leases.is_held(lease) else 400
        said = saving_words.of_lease(lease, request.user)
        return _answer(request, status, code="held", **said)

    def _draft(self, request: HttpRequest, story: Article | None) -> Any:
        # The form of a new story: of one that went out of their hands somebody has no other.
        form_class = as_draft(self.get_form(request, None))
        form = form_class(request.POST, instance=story or Article(created_by_id=request.user.pk))
        form.is_valid()
        return form

    # Who has it

    def lease_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET: who has the story. POST: ask, beat, ask_for, take, let_go."""
        story = _seen(request, pk)
        if request.method == "POST" and (refused := _other_person(request)):
            return refused
        try:
            if request.method == "POST":
                lease = _do(request, story)
            elif permissions.may_edit(request.user, story):
                lease = leases.of(story)
            else:
                return _denied(request)
        except PermissionDenied:
            return _denied(request)
        except Overtaken as refusal:
            return _lost(request, refusal)
        except Held as refusal:
            said = saving_words.of_lease(refusal.lease, request.user)
            return _answer(
                request, LOCKED, code="held", own=refusal.lease.holder_id == request.user.pk,
                version=revisions.version_of(story), **said,
            )  # fmt: skip
        said = saving_words.of_lease(lease, request.user)
        return _answer(
            request, fence=lease.fence, version=revisions.version_of(story),
            asks=saving_words.of_asking(lease), is_held=leases.is_held(lease),
            person=str(request.user.pk), **said,
        )  # fmt: skip

    # Words that came too late

    def keep_branch_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep what a tab holds that may save no more."""
        story = _seen(request, pk)
        if refused := _other_person(request):
            return refused
        branch = self._keep_branch(request, story)
        return _answer(
            request, address=branch_address(branch),
            text=_("What you typed is kept as %(branch)s; no letter of it is lost.")
            % {"branch": saving_words.branch_of(branch.by)},
        )  # fmt: skip

    def _keep_branch(self, request: HttpRequest, story: Article) -> Revision:
        return publishing.keep_branch(
            story, self._draft(request, story).all_words(), by=request.user,
            version=_number(request, "version") or 0, tab=request.POST.get("tab", "")[:32],
            base=saving.opened_on(story, request.POST.get("based_on", "")) or None,
        )  # fmt: skip

    # The form of the screen

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """A form from a tab that lost the story saves nothing and does nothing; its words stay."""
        plain: Callable[..., HttpResponse] = super().changeform_view  # type: ignore[misc]
        fence = _number(request, "fence")
        if request.method != "POST" or object_id is None or fence is None:
            return plain(request, object_id, form_url, extra_context)
        with transaction.atomic():
            pk = unquote(object_id)
            rows = Article.objects.select_for_update()
            story = rows.filter(pk=int(pk)).first() if pk.isdecimal() else None
            if story and permissions.may_see(request.user, story):
                try:
                    if not permissions.may_edit(request.user, story):
                        raise Overtaken(leases.of(story))
                    leases.check(story, by=request.user, fence=fence)
                except Overtaken as refusal:
                    return self._kept_beside(request, story, refusal)
            return plain(request, object_id, form_url, extra_context)

    def _kept_beside(
        self, request: HttpRequest, story: Article, refusal: Overtaken
    ) -> HttpResponse:
        branch = self._keep_branch(request, story)
        said = format_html(
            '{} {} <a href="{}">{}</a>',
            saving_words.of_loss(refusal.lease, request.user)["title"],
            _("Nothing was saved over their words; yours are kept beside:"),
            branch_address(branch),
            saving_words.branch_of(branch.by),
        )
        self.message_user(request, said, messages.ERROR)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[story.pk]))

    def saving_context(self, request: HttpRequest, story: Article) -> dict[str, Any]:
        """What the scripts need to know, for those who may write here."""
        may = permissions.may_edit if story.pk else lambda user, _story: permissions.may_write(user)
        if not may(request.user, story):
            return {}
        copy = revisions.waiting_copy(story) if story.pk else None
        return {
            "saving": {
                "person": request.user.pk,
                "story": story.pk or "",
                "version": revisions.version_of(story) if story.pk else "",
                "saved": house_style.clock(copy.changed_at) if copy else "",
                "begin": reverse("admin:articles_article_begin"),
                "offline": saving_words.by_minutes(),
                "again": saving_words.by_seconds(),
                "figures": house_style.figures(),
                **(_addresses(story) if story.pk else {}),
            }
        }


def _do(request: HttpRequest, story: Article) -> Any:
    post, by = request.POST, request.user
    tab, fence = post.get("tab", "")[:32], _number(request, "fence") or 0
    match post.get("act"):
        case "ask":
            return leases.ask(story, by=by, tab=tab, heir_of=post.get("heir_of", ""))
        case "beat":
            return leases.beat(story, by=by, tab=tab, fence=fence, typed="typed" in post)
        case "ask_for":
            return leases.ask_for(story, by=by)
        case "take":
            return leases.take_over(story, by=by, tab=tab)
        case "let_go":
            return leases.let_go(story, by=by, tab=tab, fence=fence)
    raise Http404


def _seen(request: HttpRequest, pk: int) -> Article:
    """The story, with what its panel shows; one that somebody may not see is not there."""
    story = Article.objects.filter(pk=pk).first()
    if story is None or not permissions.may_see(request.user, story):
        raise Http404
    return story


def _other_person(request: HttpRequest) -> HttpResponse | None:
    """A tab whose session is another person's by now writes nothing in their name."""
    if request.POST.get("person", "") == str(request.user.pk):
        return None
    said = _("Somebody else is logged in on this device now.")
    return _answer(request, CONFLICT, code="person", title=said)


def _lost(request: HttpRequest, refusal: Stale | Overtaken) -> HttpResponse:
    if isinstance(refusal, Stale):
        said = saving_words.of_stale(refusal)
        return _answer(request, CONFLICT, code="stale", version=refusal.version, **said)
    said = saving_words.of_loss(refusal.lease, request.user)
    return _answer(request, CONFLICT, code="overtaken", **said)


def _denied(request: HttpRequest) -> HttpResponse:
    said = _("Your account may not change this story any more.")
    return _answer(request, 403, code="denied", title=said)


def _answer(request: HttpRequest, status: int = 200, /, **said: Any) -> JsonResponse:
    return JsonResponse({"csrf": get_token(request), **said}, status=status)


def _number(request: HttpRequest, name: str) -> int | None:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else None


def _addresses(story: Article) -> dict[str, str]:
    names = {"autosave": "autosave", "lease": "lease", "branch": "keep_branch", "change": "change"}
    return {
        key: reverse(f"admin:articles_article_{name}", args=[story.pk])
        for key, name in names.items()
    }
