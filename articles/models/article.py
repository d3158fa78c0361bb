import secrets
from typing import Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.arabic.letters import is_vocalised
from articles.arabic.slugs import slug as make_slug
from articles.arabic.words import count_words, opens_with
from articles.body.sanitise import clean_body
from articles.body.text import picture_ids, plain_text
from articles.fields import BodyField
from articles.languages import LANGUAGES
from articles.models.picture import Picture
from articles.models.tag import FoldedTags, TaggedArticle
from articles.querysets import ArticleQuerySet
from articles.reading_time import reading_minutes

# No vowels: a code never spells a word. 27^8 codes: nobody finds one story's from another's.
_CODE_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
_CODE_LENGTH = 8
_DERIVED = ("plain_text", "word_count", "reading_minutes")


class Article(models.Model):  # type: ignore[django-manager-missing]
    """A story as readers see it; what is being written stands in its working copy (Revision)."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        IN_REVIEW = "in_review", _("in review")
        READY = "ready", _("ready")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Label(models.TextChoices):
        NONE = "", _("no label")
        BREAKING = "breaking", _("breaking")
        EXCLUSIVE = "exclusive", _("exclusive")
        OPINION = "opinion", _("opinion")
        ANALYSIS = "analysis", _("analysis")
        VIDEO = "video", _("video")

    class CommentMode(models.TextChoices):
        INHERIT = "inherit", _("as the site")
        OPEN = "open", _("shown at once")
        HOLD = "hold", _("held for the moderator")
        CLOSED = "closed", _("closed, earlier ones shown")
        HIDDEN = "hidden", _("no comments at all")

    code = models.CharField(max_length=12, unique=True, editable=False)
    kicker = models.CharField(_("kicker"), max_length=100, blank=True)
    headline = models.CharField(_("headline"), max_length=300)
    short_headline = models.CharField(
        _("short headline"),
        max_length=120,
        blank=True,
        help_text=_("For cards and lists; left empty, the headline is shown there too."),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=200,
        blank=True,
        allow_unicode=True,
        help_text=_("The end of its address; left empty, it is made from the headline."),
    )
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=1000)
    body = BodyField(_("body"), blank=True)
    dateline = models.CharField(_("dateline"), max_length=160, blank=True)
    source_line = models.CharField(_("source"), max_length=200, blank=True)
    label = models.CharField(_("label"), max_length=12, choices=Label, blank=True, default="")
    category = models.ForeignKey(
        "articles.Category",
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("category"),
    )
    authors = models.ManyToManyField(
        "articles.Author", through="articles.Byline", verbose_name=_("authors")
    )
    lead_picture = models.ForeignKey(
        "articles.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead picture"),
    )
    video = models.ForeignKey(
        "articles.Video",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("video"),
        help_text=_("Opens the story; the lead picture is its poster."),
    )
    series = models.ForeignKey(
        "articles.Series",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("series"),
    )
    series_place = models.PositiveSmallIntegerField(
        _("number of the part"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Left empty, parts are counted by their hours."),
    )
    # Written in another language than the site's: its code, and the story of which it is one.
    language = models.CharField(
        _("language"), max_length=3, choices=LANGUAGES, blank=True, default="", db_default=""
    )
    translation_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    comment_mode = models.CharField(
        _("comments"), max_length=10, choices=CommentMode, default=CommentMode.INHERIT
    )

    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    first_published_at = models.DateTimeField(null=True, editable=False)
    withdraw_at = models.DateTimeField(_("withdraw at"), null=True, blank=True)
    # Moves only when an editor says that readers should know.
    updated_at = models.DateTimeField(_("updated at"), null=True, editable=False)
    # When the world was told of this publication; until the hour comes, not yet.
    announced_at = models.DateTimeField(null=True, editable=False)
    # A scheduled story with one may neither go out before it nor be shown to guests.
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    # Changes of a live story that wait for their hour: at most one copy, kept by the database.
    scheduled_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.RESTRICT, null=True, editable=False, related_name="+"
    )
    scheduled_for = models.DateTimeField(null=True, editable=False)

    # Told hour by hour, from when until when; without an end it goes on.
    live_since = models.DateTimeField(null=True, editable=False)
    live_until = models.DateTimeField(null=True, editable=False)

    # In the desk's hands
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("claimed by"),
    )
    claimed_at = models.DateTimeField(null=True, editable=False)
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    # Why it may not go out; empty: it may. And what its reporter should do with it.
    legal_hold = models.CharField(
        _("legal hold"), max_length=300, blank=True, default="", db_default="", editable=False
    )
    sent_back_note = models.TextField(
        max_length=1000, blank=True, default="", db_default="", editable=False
    )

    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("created by"),
    )
    live_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.RESTRICT, null=True, editable=False, related_name="+"
    )
    # Where an imported story came from; null for one written here.
    source_id = models.CharField(max_length=200, null=True, unique=True, editable=False)

    # Derived from the body whenever the row is saved.
    plain_text = models.TextField(editable=False, default="")
    word_count = models.PositiveIntegerField(_("words"), editable=False, default=0)
    reading_minutes = models.PositiveSmallIntegerField(_("reading time"), editable=False, default=1)

    objects = ArticleQuerySet.as_manager()
    tags = TaggableManager(
        through=TaggedArticle, manager=FoldedTags, blank=True, verbose_name=_("tags"),
        help_text=_("Parted by a comma: الأمن، أسعار الغذاء"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-created_at", "-id"]
        permissions = [
            ("edit_any_article", _("Can edit articles of others")),
            ("publish_article", _("Can publish articles")),
            ("withdraw_article", _("Can withdraw articles")),
            ("lift_legal_hold", _("Can lift a legal hold")),
        ]
        indexes = [
            models.Index(
                F("published_at").desc(), F("id").desc(),
                condition=Q(state="published"), name="article_newest",
            ),
            models.Index(
                "category", F("published_at").desc(), F("id").desc(),
                condition=Q(state="published"), name="article_newest_in_category",
            ),
            # What the clock asks for each second
            models.Index(
                "published_at", condition=Q(state="published", announced_at=None),
                name="article_not_announced",
            ),
            models.Index(
                "withdraw_at", condition=Q(state="published", withdraw_at__isnull=False),
                name="article_leaves_at",
            ),
            models.Index(
                "scheduled_for", condition=Q(scheduled_for__isnull=False),
                name="article_changes_at",
            ),
            # The desk's archive, in the order in which stories were begun
            models.Index(F("created_at").desc(), F("id").desc(), name="article_begun"),
            # The desk's lists and counts of what readers do not have: few of many. An index of all
            # states SQLite would take for the readers' lists too, and sort the whole archive.
            models.Index(
                fields=["state"], condition=~Q(state="published"), name="article_in_work",
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[
                    "draft", "submitted", "in_review", "ready", "published", "withdrawn",
                ]),
                name="article_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(published_at__isnull=False, first_published_at__isnull=False),
                name="article_published_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(withdraw_at=None) | Q(withdraw_at__gt=F("published_at")),
                name="article_withdrawn_after_published",
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(embargo_until=None)
                | Q(published_at__gte=F("embargo_until")),
                name="article_embargo_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(scheduled_revision=None, scheduled_for=None)
                | Q(scheduled_revision__isnull=False, scheduled_for__isnull=False),
                name="article_scheduled_changes_have_their_hour",
            ),
            models.CheckConstraint(
                condition=Q(claimed_by=None) | Q(claimed_at__isnull=False),
                name="article_claim_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(reading_minutes__gte=1), name="article_reading_time_is_a_minute"
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="article_has_a_slug"),
            models.CheckConstraint(
                condition=Q(
                    label__in=["", "breaking", "exclusive", "opinion", "analysis", "video"]
                ),
                name="article_label_is_known",
            ),
            models.CheckConstraint(
                condition=Q(comment_mode__in=["inherit", "open", "hold", "closed", "hidden"]),
                name="article_comment_mode_is_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *_DERIVED}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.code, self.slug])

    @property
    def short_url(self) -> str:
        """The address that is read out, printed and shared."""
        return reverse("articles:short", args=[self.code])

    @property
    def is_scheduled(self) -> bool:
        """Published, for an hour to come. For the desk; what readers see is decided by live()."""
        if self.state != self.State.PUBLISHED or self.published_at is None:
            return False
        return self.published_at > timezone.now()

    @property
    def is_covered_live(self) -> bool:
        """It is told hour by hour, and has not ended."""
        return self.live_since is not None and self.live_until is None

    @property
    def card_headline(self) -> str:
        return self.short_headline or self.headline

    @property
    def written_in(self) -> str:
        """The code of its language."""
        return self.language or settings.SITE_LOCALE.partition("-")[0]

    @property
    def is_opinion(self) -> bool:
        """It speaks for its author, by its label or by its category."""
        return self.label == self.Label.OPINION or self.category.is_opinion

    @property
    def is_vocalised(self) -> bool:
        """Its headline needs taller lines."""
        return is_vocalised(self.headline)

    @property
    def is_headline_alone(self) -> bool:
        """Breaking news before its text: there is nothing to read, and no time to name for it."""
        return self.label == self.Label.BREAKING and not self.word_count

    @property
    def shown_standfirst(self) -> str:
        """The standfirst, unless the body opens with the same words."""
        return "" if opens_with(self.plain_text, self.standfirst) else self.standfirst

    @property
    def shown_update(self) -> Any:
        """When readers should know that it changed: later than a minute after publication."""
        if self.updated_at is None or self.published_at is None:
            return None
        late = (self.updated_at - self.published_at).total_seconds() > 60
        return self.updated_at if late else None

    def derive(self) -> None:
        """Fill code, slug, plain text, word count and reading time from the rest."""
        self.code = self.code or self._unused_code()
        self.slug = self.slug or make_slug(self.headline)
        self.measure()

    def measure(self) -> None:
        """Clean the body and count: its plain text, its words, how long it takes to read."""
        self.body = clean_body(self.body)
        self.plain_text = plain_text(self.body)
        shown = Picture.objects.in_bulk(picture_ids(self.body)) if "<figure" in self.body else {}
        captions = "\n".join(picture.caption for picture in shown.values())
        self.word_count = count_words(f"{self.plain_text}\n{captions}")
        self.reading_minutes = reading_minutes(
            self.word_count,
            len(shown) + (self.lead_picture_id is not None),
            language=settings.SITE_LOCALE,
        )

    @classmethod
    def _unused_code(cls) -> str:
        while True:
            code = "".join(secrets.choice(_CODE_LETTERS) for _place in range(_CODE_LENGTH))
            if not cls.objects.filter(code=code).exists():
                return code


class Byline(models.Model):
    """That an author signs an article, and in which place."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey("articles.Author", on_delete=models.PROTECT, related_name="bylines")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="byline_once_an_author"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id}"
