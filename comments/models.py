from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.arabic.excerpts import excerpt
from articles.models import Article
from comments.querysets import CommentQuerySet


class Comment(models.Model):
    """A reader's words under an article. The e-mail address is for the desk's eyes alone."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        SPAM = "spam", _("spam")
        TRASHED = "trashed", _("in the bin")

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="comments", verbose_name=_("article")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("in reply to"),
    )
    name = models.CharField(_("name"), max_length=60)
    email = models.EmailField(_("e-mail address"), max_length=254)
    body = models.TextField(_("comment"))
    notify = models.BooleanField(_("wants to hear of replies"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    # Codes of what the screening said, strongest first: ["links"].
    reasons = models.JSONField(_("reasons"), default=list, editable=False)
    # HMAC of the canonical address: tells one reader's comments without showing who it is.
    author_key = models.CharField(max_length=64, editable=False, db_index=True)
    # SHA-256 of the folded words: the same words twice are one comment.
    text_key = models.CharField(max_length=64, editable=False)
    submitted_at = models.DateTimeField(_("sent at"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )

    # When the reader whose comment it answers was told of it: once, whatever is decided later.
    told_at = models.DateTimeField(null=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-submitted_at", "-id"]
        permissions = [("moderate_comment", _("Can moderate comments"))]
        indexes = [
            models.Index(
                "article", "submitted_at", "id",
                condition=Q(state="approved"), name="comment_public_thread",
            ),
            models.Index("state", F("submitted_at").desc(), name="comment_queue"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "approved", "rejected", "spam", "trashed"]),
                name="comment_state_is_known",
            ),
            models.UniqueConstraint(
                fields=["article", "author_key", "text_key"], name="comment_once"
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="comment_answers_another"
            ),
        ]

    def __str__(self) -> str:
        return excerpt(self.body, 80)

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#comment-{self.pk}"
