"""Guests of a draft, on the story's screen: their links, their answers, the way to a new link."""

from datetime import timedelta
from typing import Any, Protocol, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import guest_links, house_style, permissions, revisions
from articles.admin.refusals import sentence
from articles.models import Article, Revision, ShareLink

_NEWEST, _NOW = "newest", "now"
_OLDER_SHOWN = 5
_CLOSED_SHOWN = 10


class ShareForm(forms.Form):
    """For whom, how long, which text, and what the guest may answer."""

    guest = forms.CharField(
        label=gettext_lazy("For whom, or for what"),
        max_length=100,
        error_messages={"required": gettext_lazy("Write for whom the link is.")},
    )
    hours = forms.TypedChoiceField(
        label=gettext_lazy("Open for"), coerce=int, choices=list, initial=48
    )
    text = forms.ChoiceField(label=gettext_lazy("Which text"), choices=list, initial=_NEWEST)
    may_note = forms.BooleanField(
        label=gettext_lazy("The guest may leave a note"), required=False, initial=True
    )
    may_approve = forms.BooleanField(
        label=gettext_lazy("The guest may approve of the text"), required=False
    )

    def __init__(self, data: Any = None, *, article: Article) -> None:
        super().__init__(data, auto_id="share-%s", label_suffix="")
        self.article = article
        self.kept = list(article.revisions.filter(role=Revision.Role.KEPT)[:_OLDER_SHOWN])
        cast("forms.ChoiceField", self.fields["hours"]).choices = [
            (4, _("4 hours")), (24, _("a day")), (48, _("two days")), (72, _("three days")),
        ]  # fmt: skip
        cast("forms.ChoiceField", self.fields["text"]).choices = [
            (_NEWEST, _("always the newest that was saved")),
            (_NOW, _("as it is now, whatever changes later")),
            *((str(one.pk), _called(one)) for one in self.kept),
        ]
        self.fields["guest"].widget.attrs = {"dir": "auto"}

    @transaction.atomic
    def make(self, *, by: Any) -> tuple[ShareLink, str]:
        """The link that was asked for, by the verb; only of a valid form."""
        data = self.cleaned_data
        revision = next((one for one in self.kept if str(one.pk) == data["text"]), None)
        if data["text"] == _NOW:
            revision = guest_links.keep_present_text(self.article, by=by)
        return guest_links.make(
            self.article,
            by=by,
            guest=data["guest"],
            lasts=timedelta(hours=data["hours"]),
            revision=revision,
            may_note=data["may_note"],
            may_approve=data["may_approve"],
        )


class _Admin(Protocol):
    """What the mixin asks of the screen that it stands in."""

    admin_site: Any


class SharingDrafts:
    """The section «share the draft» of a story's screen, and the addresses of its buttons."""

    def get_urls(self) -> list[Any]:
        def guarded(view: Any) -> Any:
            return cast("_Admin", self).admin_site.admin_view(require_POST(view))

        own = [
            path("<int:story>/share/", guarded(self.make_link), name="articles_article_share"),
            path(
                "<int:story>/share/<int:link>/revoke/",
                guarded(self.revoke_link),
                name="articles_article_share_revoke",
            ),
        ]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def share_context(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """Links, answers and the form, for those who see the story."""
        if not article.pk or not permissions.may_see(request.user, article):
            return {}
        links = article.share_links.select_related("made_by", "revoked_by", "revision")
        listed = list(links.prefetch_related("answers")[:50])
        read = guest_links.fingerprint(revisions.working_copy(article).content)
        for link in listed:
            _prepare(link, request, article, read)
        forbids = guest_links.why_not(article)
        may_share = permissions.may_share(request.user, article)
        return {
            "share_open": [link for link in listed if link.is_open()],
            "share_closed": [link for link in listed if not link.is_open()][:_CLOSED_SHOWN],
            "share_form": ShareForm(article=article) if may_share and not forbids else None,
            "share_forbids": sentence(guest_links.NotShared(forbids)) if forbids else "",
        }

    def make_link(self, request: HttpRequest, story: int) -> HttpResponse:
        """Make one and show its address, this once; what is missing is asked for again."""
        article = _seen(request, story)
        if not permissions.may_share(request.user, article):
            raise PermissionDenied
        form = ShareForm(request.POST, article=article)
        if not form.is_valid():
            return self._page(request, article, {"share_form": form}, status=422)
        try:
            link, key = form.make(by=request.user)
        except guest_links.NotShared as refusal:
            messages.error(request, sentence(refusal))
            return _back(article)
        address = f"{settings.SITE_URL}{reverse('articles:shared', args=[key])}"
        return self._page(request, article, {"link": link, "address": address})

    def revoke_link(self, request: HttpRequest, story: int, link: int) -> HttpResponse:
        """Close one at once."""
        article = _seen(request, story)
        links = article.share_links.select_related("article")
        closing = get_object_or_404(links, pk=link)
        guest_links.revoke(closing, by=request.user)
        messages.success(request, _("The link is closed: nobody opens it any more."))
        return _back(article)

    def _page(
        self, request: HttpRequest, article: Article, own: dict[str, Any], *, status: int = 200
    ) -> HttpResponse:
        context = {
            **cast("_Admin", self).admin_site.each_context(request),
            "title": _("Share the draft"),
            "original": article,
            **own,
        }
        return render(request, "admin/articles/article/shared_link.html", context, status=status)


def _prepare(link: Any, request: HttpRequest, article: Article, read: str) -> None:
    """What the section says of a link besides its row."""
    link.article = article
    link.may_be_revoked = link.is_open() and permissions.may_revoke(request.user, link)
    link.which_text = _called(link.revision) if link.revision else ""
    for answer in link.answers.all():
        answer.still_stands = answer.text_read == read


def _called(revision: Revision) -> str:
    kept = {"number": house_style.number(revision.number)}
    kept["when"] = house_style.day_and_clock(revision.created_at)
    return _("revision %(number)s of %(when)s") % kept


def _seen(request: HttpRequest, story: int) -> Article:
    """A story that somebody may see; any other is not there, for them."""
    return get_object_or_404(permissions.seen_by(request.user, Article.objects.all()), pk=story)


def _back(article: Article) -> HttpResponse:
    screen = reverse("admin:articles_article_change", args=[article.pk])
    return HttpResponseRedirect(f"{screen}#share")
