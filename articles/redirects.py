"""One step from an address that was right once, or nearly is, to the one that is right now."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote, unquote

from django.db.models import Case, Q, When
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.urls import reverse

from articles.arabic.letters import normalise
from articles.arabic.slugs import slug as make_slug
from articles.models import Article, Author, Category, Series, Tag

type Named = type[Author] | type[Category] | type[Series] | type[Tag]
type View = Callable[..., HttpResponse]

KINDS: dict[str, Named] = {"author": Author, "category": Category, "series": Series, "tag": Tag}
# What a query may hold besides letters and digits (RFC 3986, 3.4), and what is encoded already.
_QUERY = "%/?:@-._~!$&'()*+,;="
_LONGEST = 200


class SeeOther(HttpResponseRedirect):
    """After a POST: its answer is to be fetched with GET."""

    status_code = 303


def permanently(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """A 301 to an address of ours, with the query that was asked; raw bytes in it are encoded."""
    asked = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")
    query = f"?{quote(asked, safe=_QUERY)}" if asked else ""
    return HttpResponsePermanentRedirect(f"{address}{query}")


def follows_slugs(model: Named) -> Callable[[View], View]:
    """Of a view by ``slug``: where it finds nothing, lead to the row that had this slug before.

    The same for a slug that was vocalised, decomposed, stretched or encoded twice. The address
    that the row has now is looked up, so that no chain or loop can be; a page that is found costs
    nothing more.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def found_or_moved(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
            try:
                return view(request, slug=slug, **rest)
            except Http404:
                row = once_called(model, slug)
                if row is None or not _is_known(row):
                    raise
            return permanently(request, _same_page(request, row.slug))

        return found_or_moved

    return decorate


def slashed(request: HttpRequest, kind: str, slug: str, rest: str) -> HttpResponse:
    """An address of a list without its last slash: one step to where its row stands now."""
    model = KINDS[kind]
    row = model.objects.filter(slug=slug).first() or once_called(model, slug)
    if row is None or not _is_known(row):
        raise Http404
    more = f"{rest.removeprefix('/')}/" if rest else ""
    return permanently(request, f"{row.get_absolute_url()}{more}")


def once_called(model: Named, slug: str) -> Author | Category | Series | Tag | None:
    """The row of another slug that is meant by this one; None where the slug is somebody's now."""
    meant = unquote(slug)
    rows: Any = model._default_manager
    if "\x00" in meant or rows.filter(slug=slug).exists():
        return None
    # A slug without a word says nothing: «---» must not lead to whatever is called «خبر».
    has_word = any(map(str.isalnum, meant))
    row = rows.filter(slug=make_slug(meant, limit=_LONGEST)).first() if has_word else None
    had = rows.filter(Q(former_slugs__slug=meant) | Q(former_slugs__key=normalise(meant)))
    exactly = Case(When(former_slugs__slug=meant, then=0), default=1)
    return row or had.order_by(exactly, "-former_slugs__pk").first()


def _same_page(request: HttpRequest, slug: str) -> str:
    """The address that was asked, its month and its kind kept, with another slug."""
    match: Any = request.resolver_match
    return reverse(match.view_name, kwargs=match.kwargs | {"slug": slug})


def _is_known(row: Author | Category | Series | Tag) -> bool:
    """Whether readers may learn of it: sections always, others by a live story."""
    match row:
        case Author():
            return Article.objects.live().by_author(row).exists()
        case Tag():
            return Article.objects.live().tagged(row).exists()
        case Series():
            return Article.objects.live().filter(series=row).exists()
    return True
