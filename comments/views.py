"""The addresses of the comment form. Nothing here is kept by a cache."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.guard import Sender, sender_of
from articles.models import Article
from articles.redirects import SeeOther
from comments import confirming, notices, receipts, remembering
from comments.defaults import mode_of, takes_comments
from comments.forms import CommentForm
from comments.intake import receive


# Guarded by articles.guard instead: the form stands in a page without cookie or token.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """The form on a page of its own; by POST, a comment from the article page or from here."""
    article = _story(code)
    if request.method != "POST":
        initial = remembering.recall(request) | {"parent": request.GET.get("parent", "")}
        return _form_page(request, article, CommentForm(initial=initial, article=article))
    match sender_of(request):
        case Sender.FOREIGN:
            return render(request, "comments/refused.html", {"article": article}, status=403)
        case Sender.UNKNOWN:
            return _ask_again(request, article)
    return _take(request, article)


# Guarded by comments.confirming instead: for browsers that send nothing to judge by.
@csrf_exempt
@require_POST
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """A comment pressed again on the confirm page; one from elsewhere is asked again."""
    article = _story(code)
    if not confirming.is_ours(request):
        return _ask_again(request, article)
    return _take(request, article)


@require_safe
def received(request: HttpRequest, token: str) -> HttpResponse:
    """What its sender sees: the comment and what became of it."""
    comment = receipts.comment_of(token)
    if comment is None:
        raise Http404
    context = {"comment": comment, "outcome": receipts.outcome_of(comment)}
    context["story"] = Article.objects.live().filter(pk=comment.article_id).first()
    return render(request, "comments/received.html", context)


# The signed token is the authority: mail programs post here without any header of ours (RFC 8058).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop_notices(request: HttpRequest, token: str) -> HttpResponse:
    """End the mail about answers to a comment; a GET, which scanners follow too, only asks."""
    stopped = request.method == "POST" and notices.stop(token)
    if request.method == "POST" and not stopped:
        raise Http404
    return render(request, "comments/stop_notices.html", {"stopped": stopped})


def _story(code: str) -> Article:
    return get_object_or_404(Article.objects.live().select_related("category"), code=code)


def _take(request: HttpRequest, article: Article) -> HttpResponse:
    form = CommentForm(request.POST, article=article)
    mode = mode_of(article)
    if not takes_comments(mode):
        form.refuse_closed()
    if not form.is_valid():
        return _form_page(request, article, form, status=422)
    data = form.cleaned_data
    comment = receive(
        article, form.submission(), mode=mode, parent=data["parent"], notify=data["notify"]
    )
    response = SeeOther(receipts.address_of(comment))
    if data["remember"]:
        remembering.keep(request, response, name=data["name"], email=data["email"])
    elif "own_page" in request.POST:
        # Only the form's own page shows what is kept: there an empty box means "forget it".
        remembering.forget(request, response)
    return response


def _ask_again(request: HttpRequest, article: Article) -> HttpResponse:
    """The words as they came, and one more press to send them."""
    nonce = confirming.new_nonce()
    context = {
        "article": article,
        "form": CommentForm(request.POST, article=article),
        "proof": confirming.proof_of(nonce),
    }
    response = render(request, "comments/confirm.html", context)
    confirming.give(response, nonce, secure=request.is_secure())
    return response


def _form_page(
    request: HttpRequest, article: Article, form: CommentForm, *, status: int = 200
) -> HttpResponse:
    context = {"article": article, "form": form, "open": takes_comments(mode_of(article))}
    return render(request, "comments/form_page.html", context, status=status)
