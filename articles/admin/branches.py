"""Words beside a story on the desk: read, and merged with the working copy."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles import branches, permissions, saving
from articles.admin import saving_words
from articles.admin.colliding import choices_of, keeps_both
from articles.admin.history import seen_story
from articles.body.render import render_body
from articles.body.text import picture_ids
from articles.history import NoSuchState
from articles.models import Article, Picture, Revision
from articles.saving import Overtaken


class Branches:
    """A branch is merged on the screen of collisions, by who may write the story now."""

    admin_site: Any
    collision_screen: Any

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        here = "<int:pk>/branch/<int:number>/"
        return [
            path(here, view(self.read_branch_view), name="articles_article_read_branch"),
            path(f"{here}merge/", view(self.branch_view), name="articles_article_branch"),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def read_branch_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """A branch to be read and copied."""
        story = seen_story(request, pk)
        branch = branches.find(story, number)
        if branch is None:
            return _decided_on(story, number)
        content = branch.content
        pictures = Picture.objects.in_bulk(picture_ids(content["body"]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Words beside the story: %(branch)s")
            % {"branch": saving_words.branch_of(branch.by)},
            "article": story, "branch": branch, "opts": Article._meta,
            "may_edit": permissions.may_edit(request.user, story),
            "lines": [content.get(name) for name in ("kicker", "headline", "standfirst")],
            "text": render_body(content["body"], pictures).html,
        }  # fmt: skip
        return TemplateResponse(request, "admin/articles/article/branch.html", context)

    def branch_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """The branch and the working copy in one: looked at first, then a press merges them."""
        story = seen_story(request, pk)
        branch = branches.find(story, number)
        if branch is None:
            return _decided_on(story, number)
        if request.method == "POST":
            return self._merge(request, story, branch)
        if not permissions.may_edit(request.user, story):
            return HttpResponseRedirect(_address("read_branch", pk, number))
        return self._question(request, story, branch, saving.merging(story, branch), status=200)

    def _merge(self, request: HttpRequest, story: Article, branch: Revision) -> HttpResponse:
        try:
            done = saving.merge_branch(
                story, branch.number, by=request.user,
                choices=choices_of(request.POST) or {}, keep_both=keeps_both(request.POST),
            )  # fmt: skip
        except Overtaken as refusal:
            return self._question(request, story, branch, refusal, status=409)
        except NoSuchState:  # somebody merged it a moment ago
            return _decided_on(story, branch.number)
        if not done.undo:
            messages.info(request, _("The working copy says this already: nothing was changed."))
            return HttpResponseRedirect(_address("change", story.pk))
        undo = urlencode({"undo": done.undo, "merged": str(branch.number)})
        return HttpResponseRedirect(f"{_address('revisions', story.pk)}?{undo}")

    def _question(
        self, request: HttpRequest, story: Article, branch: Revision, asked: Overtaken, status: int
    ) -> HttpResponse:
        if not permissions.may_edit(request.user, story):
            raise PermissionDenied
        called = saving_words.branch_of(branch.by)
        answer: HttpResponse = self.collision_screen(request, story, asked, {
            "title": _("Merge %(branch)s into the working copy") % {"branch": called},
            "branch": branch,
            "mine_called": called,
            "theirs_called": _("The working copy now"),
            "base": branches.base_of(branch),
            "press": "_merge",
            "press_called": _("Merge"),
        })  # fmt: skip
        answer.status_code = status
        return answer


def branch_address(branch: Revision) -> str:
    """Where a branch is merged; whoever may only read the story is led to where it is read."""
    return _address("branch", branch.article_id, branch.number)


def _decided_on(story: Article, number: int) -> HttpResponse:
    """A branch that was merged is an earlier revision: compared with what the story says now."""
    if not story.revisions.filter(number=number, role=Revision.Role.KEPT).exists():
        raise Http404
    told = urlencode({"from": str(number), "to": "working"})
    return HttpResponseRedirect(f"{_address('compare', story.pk)}?{told}")


def _address(name: str, *args: Any) -> str:
    return reverse(f"admin:articles_article_{name}", args=args)
