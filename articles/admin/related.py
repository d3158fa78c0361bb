"""The stories under one, on its screen: why each stands there, and the editor's pins and bans."""

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import permissions
from articles.models import Article
from articles.related import choosing, reasons


class Choice(NamedTuple):
    """A verb of the list and what it has done."""

    verb: Callable[..., None]
    done: Promise


CHOICES = {
    "pin": Choice(choosing.pin, _("The story is pinned among the related ones.")),
    "lift": Choice(choosing.lift, _("The pinned story stands one place higher.")),
    "ban": Choice(choosing.ban, _("The story will not stand among the related ones.")),
    "take_back": Choice(choosing.take_back, _("The choice is taken back.")),
}


class RelatedStories:
    """What the screen of a story asks of its list.

    Its buttons belong to the story's one form, so that nothing typed is lost by pressing one; its
    field for searching travels with every save, and an answer to it is the same screen again.
    """

    def choose_related(self, request: HttpRequest, article: Article) -> None:
        """Do what the pressed button of the list says; refusals are the caller's to tell."""
        name, _colon, wanted = request.POST.get("related", "").partition(":")
        if name not in CHOICES or not (wanted.isascii() and wanted.isdecimal()):
            return
        other = Article.objects.filter(pk=int(wanted[:18])).first()
        if other is None:  # thrown away while the screen was open
            return
        CHOICES[name].verb(article, other, by=request.user)
        messages.success(request, str(CHOICES[name].done))

    def related_place(self, request: HttpRequest) -> str:
        """Where the screen goes on when its list was used: the question kept, the list in view."""
        sought = request.POST.get("related_sought", "").strip()
        # Enter in the field presses the form's first button, which saves: a new question counts.
        is_asked = sought and sought != request.POST.get("related_was", "")
        if "related" not in request.POST and not is_asked:
            return ""
        asked = f"?{urlencode({'related': sought})}" if sought else ""
        return f"{asked}#related-stories"

    def related_context(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """The list and what was found to be pinned, for those who may edit the story."""
        if not article.pk or not permissions.may_edit(request.user, article):
            return {}
        listed = reasons.listed_for(article, request.user)
        for one in listed:
            one.story.chip = self.state_chip(one.story)  # type: ignore[attr-defined]
        sought = request.GET.get("related", "").replace("\x00", "").strip()
        found = reasons.found_for(article, sought, request.user) if sought else []
        pinned = {one.story.pk for one in listed if one.is_pinned}
        for story in found:
            story.chip = self.state_chip(story)  # type: ignore[attr-defined]
        return {
            "related_listed": [one for one in listed if not one.is_banned],
            "related_banned": [one for one in listed if one.is_banned],
            "related_sought": sought,
            "related_found": [story for story in found if story.pk not in pinned],
            "related_all_pinned": bool(found) and all(story.pk in pinned for story in found),
        }
