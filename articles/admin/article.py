"""The screen on which a story is written, handed on and published."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles import permissions, publishing, revisions, workflow
from articles.admin.article_form import ArticleForm
from articles.admin.chip import chip
from articles.admin.colliding import Colliding
from articles.admin.correction import Correcting
from articles.admin.desk import DeskAdmin
from articles.admin.history import Revisions
from articles.admin.refusals import sentence
from articles.admin.related import RelatedStories
from articles.body.render import render_body
from articles.body.text import picture_ids
from articles.models import Article, Author, Picture, Revision
from articles.related.choosing import NotChosen

_REFUSALS = (publishing.NotReady, workflow.WrongState, NotChosen, PermissionDenied)


class Act(NamedTuple):
    """A button of the screen: a verb, who may, where it leads, its name and what it has done."""

    verb: Callable[..., Article]
    allowed: Callable[[Any, Article], bool]
    leads_to: str
    called: Promise
    done: Promise


State = Article.State
ACTS = {
    "_submit": Act(
        publishing.submit, permissions.may_submit, State.SUBMITTED,
        _("Send to the desk"), _("The story is with the desk."),
    ),
    "_take_up": Act(
        publishing.take_up, permissions.may_review, State.IN_REVIEW,
        _("Begin the review"), _("The story is in review."),
    ),
    "_call_ready": Act(
        publishing.call_ready, permissions.may_review, State.READY,
        _("Ready to publish"), _("The story is ready to publish."),
    ),
    "_send_back": Act(
        publishing.send_back, permissions.may_review, State.DRAFT,
        _("Send back to the reporter"), _("The story went back to its reporter."),
    ),
    "_publish": Act(
        publishing.publish, permissions.may_publish, State.PUBLISHED,
        _("Publish"), _("The story is published."),
    ),
    "_withdraw": Act(
        publishing.withdraw, permissions.may_withdraw, State.WITHDRAWN,
        _("Withdraw"), _("The story was withdrawn; its address says so."),
    ),
}  # fmt: skip


TIMES: Any = (
    _("Publication"),
    {"fields": ["publish_at", "withdraw_at", "tell_readers", "comment_mode"]},
)
# What somebody sees of a story that they may read and not edit.
READING = [(None, {"fields": ["kicker", "headline", "standfirst", "text_as_read", "category"]})]


@admin.register(Article)
class ArticleAdmin(Revisions, Correcting, Colliding, RelatedStories, DeskAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["shown_headline", "state_chip", "category", "signed_by", "published_at"]
    list_filter = ["state", "category", "label"]
    list_per_page = 40
    search_fields = ["headline", "code"]
    search_help_text = _("Headline or code")
    show_full_result_count = False
    autocomplete_fields = ["lead_picture", "video"]
    view_on_site = False  # the screen's own link stands there once readers can follow it
    ordering = ["-created_at", "-id"]
    actions = ["publish_chosen", "withdraw_chosen"]
    fieldsets = [
        (None, {"fields": ["kicker", "headline", "standfirst", "body"], "classes": ["manuscript"]}),
        (
            _("About the story"),
            {"fields": ["category", "signing_authors", "tags", "label", "dateline", "source_line"]},
        ),
        (_("Picture and video"), {"fields": ["lead_picture", "video"]}),
        TIMES,
        (_("Addresses and cards"), {"fields": ["short_headline", "slug", "based_on"]}),
    ]
    readonly_fields = ["text_as_read"]

    # Who sees and does what: the predicates decide, here as everywhere

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return super().has_view_permission(request)
        return permissions.may_see(request.user, obj)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return permissions.may_edit(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        # The list's "delete chosen" asks about no story in particular: there is no such act.
        return obj is not None and permissions.may_delete(request.user, obj)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.withdraw_article")

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is not None and not self.has_change_permission(request, obj):
            return READING
        if permissions.may_set_time(request.user, obj or Article()):
            return self.fieldsets
        return [fieldset for fieldset in self.fieldsets if fieldset is not TIMES]

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Fields that are not on the screen are none of the form, whatever a browser sends."""
        form = super().get_form(request, obj, change, **kwargs)
        shown = flatten_fieldsets(self.get_fieldsets(request, obj))
        for name in ("publish_at", "tell_readers"):
            if name not in shown:
                form.base_fields.pop(name, None)
        return form

    # What the list shows

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return permissions.seen_by(request.user, Article.objects.order_by(*self.ordering))

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        waiting = Revision.objects.filter(article=OuterRef("pk"), role=Revision.Role.WORKING)
        changelist.result_list = (
            changelist.result_list.select_related("category")
            .prefetch_related("bylines__author")
            .defer("body", "plain_text")
            .annotate(has_working_copy=Exists(waiting))
        )
        return changelist

    @admin.display(description=_("headline"), ordering="headline")
    def shown_headline(self, article: Article) -> str:
        return format_html('<bdi class="story-name">{}</bdi>', article.headline)

    @admin.display(description=_("state"), ordering="state")
    def state_chip(self, article: Article) -> str:
        if article.is_scheduled:
            return chip("scheduled", _("scheduled"))
        waiting = getattr(article, "has_working_copy", False)
        if waiting and article.state == State.PUBLISHED:
            return chip("changed", _("published, with unpublished changes"))
        return chip(article.state, article.get_state_display())

    @admin.display(description=_("body"))
    def text_as_read(self, article: Article) -> str:
        return render_body(article.body, Picture.objects.in_bulk(picture_ids(article.body))).html

    @admin.display(description=_("authors"))
    def signed_by(self, article: Article) -> str:
        names = ((byline.author.name,) for byline in article.bylines.all())
        return format_html_join("، ", "<bdi>{}</bdi>", names)

    # Keeping what was typed: in the working copy, never in the live row

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        article = super().get_object(request, object_id, from_field)
        if article is not None:
            content = revisions.working_copy(article).content
            revisions.show_on(article, content)
        return article

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        own = Author.objects.filter(user=request.user.pk).values_list("pk", flat=True)
        return {"signing_authors": list(own), **super().get_changeform_initial_data(request)}

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Article:
        self.tell_of_letters(request, form)
        story: Article = form.instance
        return story

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Keep what was typed, then do what the pressed button says, if it can be done."""
        if change:
            self.save_typed(request, obj, form)
        else:
            obj.pk = publishing.start(form.content(), by=request.user).pk
            obj.created_by_id = request.user.pk
        try:
            if "withdraw_at" in form.changed_data:
                publishing.withdraw_on(obj, form.cleaned_data["withdraw_at"], by=request.user)
            if act := self._pressed(request):
                self._do(request, obj, act, form)
            self.choose_related(request, obj)
        except _REFUSALS as refusal:
            self.message_user(request, sentence(refusal), messages.ERROR)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: tags and authors are part of the working copy."""

    # The acts

    def _pressed(self, request: HttpRequest) -> str | None:
        return next((name for name in ACTS if name in request.POST), None)

    def _do(self, request: HttpRequest, obj: Article, name: str, form: ArticleForm) -> None:
        options: dict[str, Any] = {}
        if name == "_publish":
            options["at"] = form.cleaned_data.get("publish_at")
            options["tell_readers"] = form.cleaned_data.get("tell_readers", False)
        story = ACTS[name].verb(obj, by=request.user, **options)
        done = _("The story is scheduled.") if story.is_scheduled else ACTS[name].done
        self.message_user(request, str(done), messages.SUCCESS)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._back(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._back(request, obj) or super().response_change(request, obj)

    def _back(self, request: HttpRequest, obj: Article) -> HttpResponse | None:
        """After an act the story stays on the screen, where its state can be seen."""
        screen = reverse("admin:articles_article_change", args=[obj.pk])
        if related := self.related_place(request):
            return HttpResponseRedirect(f"{screen}{related}")
        return HttpResponseRedirect(screen) if self._pressed(request) else None

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article = kwargs.get("obj") or Article(created_by_id=request.user.pk)
        context["acts"] = [
            (name, act.called)
            for name, act in ACTS.items()
            if act.allowed(request.user, article)
            and workflow.may_follow(article.state, act.leads_to)
        ]
        context["state_chip"] = self.state_chip(article)
        context["is_live"] = (
            bool(article.pk) and Article.objects.live().filter(pk=article.pk).exists()
        )
        codes = publishing.missing(article) if article.pk else []
        context["missing"] = [sentence(publishing.NotReady(code)) for code in codes]
        context |= self.related_context(request, article)
        context |= self.history_context(request, article)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description=_("Publish the chosen stories"), permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._each(request, queryset, "_publish")

    @admin.action(description=_("Withdraw the chosen stories"), permissions=["withdraw"])
    def withdraw_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._each(request, queryset, "_withdraw")

    def _each(self, request: HttpRequest, queryset: QuerySet[Article], name: str) -> None:
        for article in queryset:
            try:
                ACTS[name].verb(article, by=request.user)
            except _REFUSALS as refusal:
                said = f"{article.headline}: {sentence(refusal)}"
                self.message_user(request, said, messages.ERROR)
            else:
                said = f"{article.headline}: {ACTS[name].done}"
                self.message_user(request, said, messages.SUCCESS)
