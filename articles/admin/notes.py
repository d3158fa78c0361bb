"""The notes of the desk on the screen of a story."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import notes, permissions, revisions
from articles.body.sanitise import clean_body
from articles.models import Article, Note


class Notes:
    """Writing, answering and settling; a script gets the list anew, anybody else the screen."""

    def get_urls(self) -> list[Any]:
        def guarded(view: Any) -> Any:
            return require_POST(self.admin_site.admin_view(view))  # type: ignore[attr-defined]

        own = [
            path("<int:pk>/notes/", guarded(self.note_view), name="articles_article_note"),
            path(
                "<int:pk>/notes/<int:note>/settle/",
                guarded(self.settle_view),
                name="articles_article_settle",
            ),
        ]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def note_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new note, or an answer to the one that ``parent`` names."""
        story = _seen(request, pk)
        words, parent = request.POST.get("note", ""), request.POST.get("parent", "")
        try:
            if parent:
                notes.answer(_of(story, parent), words, by=request.user)
            else:
                quoted = {name: request.POST.get(name, "") for name in ("quote", "paragraph")}
                notes.write(story, words, by=request.user, **quoted)
        except notes.SaysNothing:
            return _told(request, story, refused=_("A note needs a word."))
        return _told(request, story)

    def settle_view(self, request: HttpRequest, pk: int, note: int) -> HttpResponse:
        """Settle a thread, or take it up again."""
        story = _seen(request, pk)
        verb = notes.reopen if "reopen" in request.POST else notes.resolve
        verb(_of(story, str(note)), by=request.user)
        return _told(request, story)

    def notes_context(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """The threads of a story for those who may see it; a new one has none."""
        if not article.pk or not permissions.may_see(request.user, article):
            return {}
        return _context(article, article.body)


def _seen(request: HttpRequest, pk: int) -> Article:
    story = Article.objects.filter(pk=pk).first()
    if story is None or not permissions.may_see(request.user, story):
        raise Http404
    return story


def _of(story: Article, number: str) -> Note:
    """A note of this story: of another it is none."""
    is_number = number.isascii() and number.isdecimal() and len(number) < 19
    note = story.notes.filter(pk=int(number)).first() if is_number else None
    if note is None:
        raise Http404
    return note


def _context(story: Article, body: str) -> dict[str, Any]:
    threads = notes.threads(story, clean_body(body))
    shown = [
        {
            "thread": thread,
            "said": [(note, notes.pieces(note)) for note in (thread.note, *thread.replies)],
        }
        for thread in threads
    ]
    return {"note_threads": shown, "noted_story": story}


def _told(request: HttpRequest, story: Article, *, refused: str = "") -> HttpResponse:
    if "application/json" in request.headers.get("Accept", ""):
        if refused:
            return JsonResponse({"refused": refused}, status=400)
        # As the text stands on the screen, which may not be saved yet.
        body = request.POST.get("body") or revisions.working_copy(story).content["body"]
        shown = render_to_string(
            "admin/articles/article/_threads.html", _context(story, body), request
        )
        return JsonResponse({"html": shown})
    if refused:
        messages.error(request, refused)
    screen = reverse("admin:articles_article_change", args=[story.pk])
    return HttpResponseRedirect(f"{screen}#notes")
