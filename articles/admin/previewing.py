"""The working copy of a story as readers would get it, for those alone who may see it."""

from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from articles import metadata, permissions, revisions
from articles.arabic.slugs import slug as make_slug
from articles.drafts import as_read, drawn
from articles.models import Article


class Previewing:
    """The page in the frame beside the text."""

    def get_urls(self) -> list[Any]:
        guarded = self.admin_site.admin_view(self.preview_view)  # type: ignore[attr-defined]
        # The readers' policy, since it is their page; framed by the panel, and by nobody else.
        policy: Any = settings.SECURE_CSP | {"frame-ancestors": [CSP.SELF]}
        view = xframe_options_sameorigin(csp_override(policy)(require_safe(guarded)))
        own = path("<int:pk>/preview/", view, name="articles_article_preview")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The readers' page with the working copy, in the readers' language."""
        story = Article.objects.select_related("category").filter(pk=pk).first()
        if story is None or not permissions.may_see(request.user, story):
            raise Http404
        moment = story.published_at or timezone.now()
        shown = as_read(story, revisions.working_copy(story).content)
        shown.published_at = moment
        for tag in shown.tags.all():  # a new one has no address yet
            tag.slug = tag.slug or make_slug(tag.name)
        shown.comment_mode = Article.CommentMode.HIDDEN
        with override(settings.LANGUAGE_CODE):
            context = {
                "article": shown,
                "current_section": shown.category.section_id,
                "body": drawn(shown),
            }
            page = render(request, "articles/preview.html", context)
        page.headers["X-Robots-Tag"] = "noindex, nofollow"
        return page

    def cards_context(self, article: Article) -> dict[str, Any]:
        """The story as search engines and the cards of other sites will show it."""
        if not article.pk:
            return {}
        return {
            "card_description": metadata.description(article),
            "card_address": unquote(f"{settings.SITE_URL}{article.get_absolute_url()}"),
        }
