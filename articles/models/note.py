from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Note(models.Model):
    """What one of the desk says to the others about a story or a passage of it; never a reader's.

    The passage is known by its words and its paragraph, not by a place, so that a note follows its
    words wherever they are moved. Answers have a parent; a thread is settled at its first note.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="notes")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies"
    )
    quote = models.CharField(_("passage"), max_length=300, blank=True)
    paragraph = models.TextField(blank=True)
    body = models.TextField(_("note"), max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(default=timezone.now)
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["at", "id"]
        default_permissions = ()  # who may see a story may see and write its notes
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | Q(quote="", paragraph="", resolved_at=None),
                name="note_answer_has_no_passage",
            ),
            models.CheckConstraint(condition=~Q(body=""), name="note_says_something"),
        ]

    def __str__(self) -> str:
        return self.body
