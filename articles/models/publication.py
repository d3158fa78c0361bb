from django.db import models
from django.db.models import F, Q


class Publication(models.Model):
    """From when until when readers got one revision of a story.

    Rows of a story never overlap; the newest may end at an hour to come, or begin at one. They are
    written by ``articles.publications`` alone.
    """

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="publications"
    )
    # What readers saw is not thrown away, but with the whole story.
    revision = models.ForeignKey("articles.Revision", on_delete=models.RESTRICT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)  # the first moment without it; None: until further

    class Meta:
        default_permissions = ()
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index("article", F("starts_at").desc(), name="publication_by_time")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="publication_ends_after_its_start",
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(ends_at=None), name="one_open_publication_a_story"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.revision_id}: {self.starts_at} – {self.ends_at or '…'}"
