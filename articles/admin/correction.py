"""The screen of an urgent correction: the live text changed at once, past a rewrite that waits."""

import hashlib
import json
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import modelform_factory
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles import history, permissions, revisions, saving
from articles.admin.article_form import ArticleForm
from articles.admin.colliding import DECIDING, choices_of
from articles.admin.history import difference, seen_story
from articles.admin.pasted_letters import InOrdinaryLetters
from articles.admin.refusals import sentence
from articles.models import Article, Revision
from articles.publishing import Collides, NotReady
from articles.saving import Overtaken
from articles.workflow import WrongState

_STATUS = {NotReady: 422, WrongState: 409, PermissionDenied: 403}


class CorrectionForm(ArticleForm):
    """What readers see of a story, to be put right; its times and its address are none of it."""

    publish_at = None  # type: ignore[assignment]

    class Meta(ArticleForm.Meta):
        fields = [
            "kicker", "headline", "short_headline", "standfirst", "body", "dateline",
            "source_line", "label", "category", "lead_picture",
        ]  # fmt: skip


class Correcting:
    """Looks at the difference first, then sends it to readers; every refusal keeps the form."""

    admin_site: Any

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.correct_view)
        own = path("<int:pk>/correct/", view, name="articles_article_correct")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def correct_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = seen_story(request, pk)
        if request.method == "POST":
            return self._answer(request, article)
        if not permissions.may_correct(request.user, article):
            raise PermissionDenied
        if article.state != Article.State.PUBLISHED:
            refusal = WrongState(article.state, Article.State.PUBLISHED)
            messages.error(request, sentence(refusal))
            return HttpResponseRedirect(_screen_of(article))
        return self._correction(request, article, self._form(request, article, None), {})

    def _answer(self, request: HttpRequest, article: Article) -> HttpResponse:
        form = self._form(request, article, request.POST)
        if not permissions.may_correct(request.user, article):
            said = {"refusal": sentence(PermissionDenied())}
            return self._correction(request, article, form, said, status=403)
        if not form.is_valid():
            return self._correction(request, article, form, {}, status=422)
        typed = form.content()
        # Nothing goes out that nobody looked at: what was looked at comes back as a digest.
        was_seen = request.POST.get("seen") == _digest(typed)
        if ("_send" not in request.POST or not was_seen) and DECIDING not in request.POST:
            return self._look(request, article, form, typed)
        try:
            saving.correct(
                article, typed, by=request.user,
                base=saving.opened_on(article, form.cleaned_data["based_on"]),
                choices=choices_of(request.POST),
            )  # fmt: skip
        except (Collides, Overtaken) as refusal:
            return self._collision(request, article, refusal)
        except (NotReady, WrongState, PermissionDenied) as refusal:
            said = {"refusal": sentence(refusal)}
            return self._correction(request, article, form, said, status=_STATUS[type(refusal)])
        messages.success(request, _("Readers see the correction now; what waits was kept."))
        return HttpResponseRedirect(_screen_of(article))

    def _look(
        self, request: HttpRequest, article: Article, form: Any, typed: revisions.Content
    ) -> HttpResponse:
        base = saving.opened_on(article, form.cleaned_data["based_on"])
        now = base or revisions.content_of(article)
        looked = difference(
            now, revisions.with_its_own_publication(now | typed, of=now), hide=set()
        )
        return self._correction(request, article, form, {
            **looked, "is_looked_at": True, "seen": _digest(typed),
            "changed_since": "_send" in request.POST,
        })  # fmt: skip

    def _collision(self, request: HttpRequest, article: Article, refusal: Any) -> HttpResponse:
        with_rewrite = isinstance(refusal, Collides)
        return self.collision_screen(request, article, refusal, {  # type: ignore[attr-defined]
            "title": _("The rewrite that waits changes the same words")
            if with_rewrite
            else _("Somebody corrected this story while you wrote"),
            "is_correction": True,
            "with_rewrite": with_rewrite,
            "theirs_called": _("The rewrite that waits") if with_rewrite else _("Live now"),
            "press": "_send",
            "press_called": _("Send the correction to readers"),
        })  # fmt: skip

    def _form(self, request: HttpRequest, article: Article, data: Any) -> Any:
        """The form over what readers see, with the widgets of the story's own screen."""
        live = revisions.content_of(article)
        article.working = Revision(article=article, content=live)  # type: ignore[attr-defined]
        made = modelform_factory(
            Article,
            form=CorrectionForm,
            formfield_callback=partial(self.formfield_for_dbfield, request=request),  # type: ignore[attr-defined]
        )
        form: forms.ModelForm = type("CorrectionForm", (InOrdinaryLetters, made), {})(
            data, instance=article, label_suffix=""
        )
        return form

    def _correction(
        self, request: HttpRequest, article: Article, form: Any, context: dict[str, Any],
        status: int = 200,
    ) -> HttpResponse:  # fmt: skip
        # The form has laid what was typed over the row in memory: what is asked here is not that.
        stored = Article.objects.get(pk=article.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": Article._meta,
            "title": _("Correct the live text"),
            "article": stored,
            "changelist": reverse("admin:articles_article_changelist"),
            "form": form,
            "main_fields": [form[name] for name in _MAIN],
            "side_fields": [form[name] for name in _SIDE],
            "told_fields": [form[name] for name in _TOLD],
            "media": self.media + form.media,  # type: ignore[attr-defined]
            "rewrite": revisions.waiting_copy(stored),
            "live": history.live_state(stored),
            **context,
        }
        return TemplateResponse(
            request, "admin/articles/article/correct.html", context, status=status
        )


_MAIN = ("kicker", "headline", "standfirst", "body")
_SIDE = (
    "short_headline", "signing_authors", "tags", "label", "category", "dateline", "source_line",
    "lead_picture",
)  # fmt: skip
_TOLD = ("told", "told_text")


def _digest(content: revisions.Content) -> str:
    """Of what was looked at: what readers are told of it may be decided beside the difference."""
    content = {name: content[name] for name in content if name not in _TOLD}
    said = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def _screen_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
