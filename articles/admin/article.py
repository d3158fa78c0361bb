"""The screen on which a story is written, handed on and published."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import permissions, publishing, revisions
from articles.admin.acts import ACTS, Act
from articles.admin.agency_copy import AgencyCopies
from articles.admin.article_form import ArticleForm
from articles.admin.autosave import Autosave
from articles.admin.branches import Branches
from articles.admin.breaking import Breaking
from articles.admin.bulk import REFUSALS, BulkActs
from articles.admin.calendar import Calendar
from articles.admin.colliding import Colliding
from articles.admin.columns import StoryColumns
from articles.admin.correction import Correcting
from articles.admin.desk import DeskAdmin
from articles.admin.dropped_pictures import DroppedPictures
from articles.admin.exporting import Exporting
from articles.admin.handling import Handling
from articles.admin.history import Revisions
from articles.admin.live import LiveDesk
from articles.admin.next_act import in_order
from articles.admin.notes import Notes
from articles.admin.pasting import Pasting
from articles.admin.previewing import Previewing
from articles.admin.proofreading import HouseStyle
from articles.admin.quick import QuickEdits
from articles.admin.refusals import sentence, told
from articles.admin.related import RelatedStories
from articles.admin.rows import back_to_list
from articles.admin.saved_filters import SavedFilters
from articles.admin.seen import SeenByReaders
from articles.admin.sharing_drafts import SharingDrafts
from articles.admin.tabs import Tabs
from articles.body.render import render_body
from articles.body.text import picture_ids
from articles.models import Article, Author, Category, Picture
from articles.publishing.row import was_public

State = Article.State


TIMES: Any = (
    _("Publication"),
    {"fields": ["publish_at", "withdraw_at", "comment_mode"]},
)
TOLD: Any = (_("What readers are told"), {"fields": ["told", "told_text"]})
EMBARGO: Any = (_("Embargo"), {"fields": ["embargo_until"], "classes": ["collapse"]})
DUE: Any = (_("For the desk"), {"fields": ["due_at"], "classes": ["collapse"]})
# What somebody sees of a story that they may read and not edit.
READING = [(None, {"fields": ["kicker", "headline", "standfirst", "text_as_read", "category"]})]


@admin.register(Article)
class ArticleAdmin(
    Autosave, Branches, Breaking, Revisions, Correcting, Colliding, Handling, HouseStyle, Pasting,
    AgencyCopies, Previewing, DroppedPictures, Notes, RelatedStories, SharingDrafts, SeenByReaders,
    QuickEdits, Calendar, BulkActs, Exporting, LiveDesk, SavedFilters, StoryColumns, DeskAdmin,
):  # fmt: skip
    form = ArticleForm
    verbs_record = True
    change_form_template = "admin/articles/article/change_form.html"
    list_display = [
        "state_chip",
        "shown_headline",
        "category",
        "signed_by",
        "size",
        "when",
        "row_acts",
    ]
    list_display_links = ["shown_headline"]
    list_filter = [Tabs, "state", "category", "label"]
    list_per_page = 40
    search_fields = ["headline", "code"]
    search_help_text = _("Headline or code, in any spelling")
    autocomplete_fields = ["lead_picture", "video", "series", "translation_of"]
    view_on_site = False  # the screen's own link stands there once readers can follow it
    ordering = ["-created_at", "-id"]
    actions = ["claim_chosen", "publish_chosen", "withdraw_chosen"]
    fieldsets = [
        (None, {"fields": ["kicker", "headline", "standfirst", "body"], "classes": ["manuscript"]}),
        TIMES,
        TOLD,
        EMBARGO,
        DUE,
        (
            _("About the story"),
            {"fields": ["category", "signing_authors", "tags", "label", "dateline", "source_line"]},
        ),
        (_("Picture and video"), {"fields": ["lead_picture", "video"]}),
        (
            _("Series and languages"),
            {
                "fields": ["series", "series_place", "language", "translation_of"],
                "classes": ["collapse"],
            },
        ),
        (
            _("Addresses and cards"),
            {"fields": ["short_headline", "slug", "based_on"], "classes": ["collapse"]},
        ),
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

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is not None and not self.has_change_permission(request, obj):
            return READING
        story = obj or Article(created_by_id=request.user.pk)
        hidden = [
            *([] if permissions.may_set_time(request.user, story) else [TIMES]),
            *([] if permissions.may_review(request.user, story) else [DUE]),
            *([EMBARGO] if was_public(story, timezone.now()) else []),
            *([] if self._may_tell(request, story) else [TOLD]),
        ]
        return [_unfolded(part, story) for part in self.fieldsets if part not in hidden]

    def _may_tell(self, request: HttpRequest, story: Article) -> bool:
        """Of a story that readers had, whoever puts it before them again says what changed."""
        return was_public(story, timezone.now()) and permissions.may_publish(request.user, story)

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Fields that are not on the screen are none of the form, whatever a browser sends."""
        form = super().get_form(request, obj, change, **kwargs)
        shown = flatten_fieldsets(self.get_fieldsets(request, obj))
        for name in ("publish_at", "told", "told_text"):
            if name not in shown:
                form.base_fields.pop(name, None)
        return form

    # What the list shows

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return permissions.seen_by(request.user, Article.objects.order_by(*self.ordering))

    @admin.display(description=_("body"))
    def text_as_read(self, article: Article) -> str:
        return render_body(article.body, Picture.objects.in_bulk(picture_ids(article.body))).html

    # Keeping what was typed: in the working copy, never in the live row

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        article = super().get_object(request, object_id, from_field)
        if article is not None:
            copy = revisions.working_copy(article)
            revisions.show_on(article, copy.content)
            article.derive()  # the screen counts the words that it shows
            article.saved_at = copy.changed_at
        return article

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Signed by its writer, in the section of their last story: as its first words begin it."""
        own = Author.objects.filter(user=request.user.pk).values_list("pk", flat=True)
        likely = {
            "signing_authors": list(own),
            "category": Category.objects.likely_for(request.user),
        }
        return {**likely, **super().get_changeform_initial_data(request)}

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
            self.keep_hours(request, obj, form)
            if "withdraw_at" in form.changed_data:
                publishing.withdraw_on(obj, form.cleaned_data["withdraw_at"], by=request.user)
            if act := self._pressed(request):
                self._do(request, obj, act, form)
            self.choose_related(request, obj)
        except REFUSALS as refusal:
            self.message_user(request, told(request, refusal), messages.ERROR)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: tags and authors are part of the working copy."""

    # The acts

    def get_urls(self) -> list[URLPattern]:
        act = require_POST(self.admin_site.admin_view(self.act))
        own = path("<int:pk>/act/<str:name>/", act, name="articles_article_act")
        return [own, *super().get_urls()]

    def act(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """One verb for a story as it is kept, from wherever its button stands, and back there."""
        story = get_object_or_404(self.get_queryset(request), pk=pk)
        if (act := ACTS.get(f"_{name}")) is None:
            raise Http404
        try:
            act.verb(story, by=request.user, **act.taken_from(request.POST))
        except REFUSALS as refusal:
            self.message_user(request, told(request, refusal), messages.ERROR)
        else:
            self.message_user(request, str(act.done), messages.SUCCESS)
        screen = reverse("admin:articles_article_change", args=[pk])
        return back_to_list(request, pk) or HttpResponseRedirect(screen)

    def _pressed(self, request: HttpRequest) -> str | None:
        return next((name for name in ACTS if name in request.POST), None)

    def _do(self, request: HttpRequest, obj: Article, name: str, form: ArticleForm) -> None:
        act = ACTS[name]
        options = act.taken_from(request.POST)
        if name == "_publish":
            options["at"] = form.cleaned_data.get("publish_at")
        story = act.verb(obj, by=request.user, **options)
        self.message_user(request, str(_what_was_done(act, story)), messages.SUCCESS)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._back(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._back(request, obj) or super().response_change(request, obj)

    def _back(self, request: HttpRequest, obj: Article) -> HttpResponse | None:
        """After an act the story stays on the screen, where its state can be seen.

        But not one that went back: this window would have it, and its reporter could not write.
        """
        if "_send_back" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
        screen = reverse("admin:articles_article_change", args=[obj.pk])
        if related := self.related_place(request):
            return HttpResponseRedirect(f"{screen}{related}")
        return HttpResponseRedirect(screen) if self._pressed(request) else None

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article = kwargs.get("obj") or Article(created_by_id=request.user.pk)
        context |= self.handling_context(request, article)
        context |= in_order(context["acts"], article)
        context["state_chip"] = self.state_chip(article)
        context["is_live"] = (
            bool(article.pk) and Article.objects.live().filter(pk=article.pk).exists()
        )
        codes = publishing.missing(article) if article.pk else []
        context["missing"] = [sentence(publishing.NotReady(code)) for code in codes]
        context |= self.related_context(request, article) | self.share_context(request, article)
        context |= self.history_context(request, article) | self.cards_context(article)
        context |= self.notes_context(request, article)
        context |= self.saving_context(request, article)
        return super().render_change_form(request, context, *args, **kwargs)


def _what_was_done(act: Act, story: Article) -> Promise:
    if act.leads_to != State.PUBLISHED:
        return act.done
    if story.scheduled_for is not None:
        return _("The changes wait for their hour; until then readers see the live text.")
    return _("The story is scheduled.") if story.is_scheduled else act.done


def _unfolded(part: Any, story: Article) -> Any:
    """A folded part stands open where something is set in it."""
    name, options = part
    if part in (EMBARGO, DUE) and getattr(story, options["fields"][0]):
        return name, options | {"classes": []}
    return part
