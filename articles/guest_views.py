"""The pages of a guest: one draft, and the thanks for an answer to it. Kept by nobody."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles import guest_links
from articles.drafts import as_read, drawn
from articles.guard import Sender, sender_of
from articles.guest_forms import AnswerForm
from articles.models import ShareLink
from articles.redirects import SeeOther

# What the readers' policy allows and a draft has no use for: it runs nothing, asks nobody else, and
# keeps its origin only so that its form says where it comes from.
_STRICTER: Final = {
    "script-src": [CSP.NONE],
    "connect-src": [CSP.NONE],
    "frame-src": [CSP.NONE],
    "sandbox": ["allow-forms", "allow-same-origin"],
}
_HEADERS: Final = {
    "X-Robots-Tag": "noindex, nofollow, noarchive, nosnippet",
    # The address is the key: no site and no log of ours learns it from a click.
    "Referrer-Policy": "no-referrer",
}
# Enough to cover a screen of any size with the guest's name.
_MARKS: Final = 60
_SALT: Final = "articles.guest.again"
_GOOD_FOR: Final = timedelta(hours=1)

type View = Callable[..., HttpResponse]


def _for_one_guest(view: View) -> View:
    """Headers of a page that nobody indexes, keeps or names. What is not found has none of them."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy: dict[str, Any] = settings.SECURE_CSP | _STRICTER
        response: HttpResponse = csp_override(policy)(view)(request, *args, **kwargs)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response

    return answered


# Guarded by articles.guard instead, and by the key in its address: the page sets no cookie.
@csrf_exempt
@_for_one_guest
@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: HttpRequest, key: str) -> HttpResponse:
    """The draft that a key opens; by POST, its guest's answer; a live story's own page instead."""
    is_reading = request.method == "GET"
    found = guest_links.open_by(key) if is_reading else guest_links.find(key)
    if found is None:
        raise Http404
    if found.is_live:
        return HttpResponseRedirect(found.link.article.get_absolute_url())
    if request.method == "POST":
        return _take(request, key, found.link)
    return _page(request, found.link, AnswerForm(link=found.link))


@_for_one_guest
@require_safe
def thanks(request: HttpRequest, key: str) -> HttpResponse:
    """What a guest sees after an answer; nothing of the draft stands in it."""
    found = guest_links.find(key)
    if found is None:
        raise Http404
    address = reverse("articles:shared", args=[key])
    return render(request, "articles/shared_thanks.html", {"address": address})


def _take(request: HttpRequest, key: str, link: ShareLink) -> HttpResponse:
    form = AnswerForm(request.POST, link=link)
    match sender_of(request, hides_origin=True):
        case Sender.FOREIGN:
            raise PermissionDenied
        case Sender.UNKNOWN if not _was_asked_again(request, link):
            return _page(request, link, form.unjudged(), proof=signing.dumps(link.pk, salt=_SALT))
    if not form.is_valid():
        return _page(request, link, form, status=422)
    try:
        guest_links.answer(key, **form.answer())
    except guest_links.NotAnswered as refusal:
        form.refuse(refusal)
        return _page(request, link, form, status=422)
    return SeeOther(reverse("articles:shared_thanks", args=[key]))


def _was_asked_again(request: HttpRequest, link: ShareLink) -> bool:
    """Whether a browser that says nothing holds our own answer to its first press."""
    try:
        named = signing.loads(request.POST.get("proof", ""), salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        return False
    return named == link.pk


def _page(
    request: HttpRequest, link: ShareLink, form: AnswerForm, *, status: int = 200, proof: str = ""
) -> HttpResponse:
    content = guest_links.content_for(link)
    article = as_read(link.article, content)
    context = {
        "article": article,
        "body": drawn(article),
        "link": link,
        "for_guest": True,
        "from_whom": link.made_by.get_full_name() if link.made_by else "",
        "marks": range(_MARKS),
        "form": form,
        "read": guest_links.fingerprint(content),
        "proof": proof,
    }
    return render(request, "articles/shared.html", context, status=status)
