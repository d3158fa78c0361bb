from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RelatedList(models.Model):
    """That the stories related to an article were looked for, by the rules of that version.

    Without it, or with another version, the article awaits ``rebuild_related``; with it and no
    ``RelatedStory``, nothing is like it.
    """

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    version = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("list of related stories")
        verbose_name_plural = _("lists of related stories")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"


class RelatedStory(models.Model):
    """A story on the list of another, live or not: who shows it joins ``live()``.

    Found by likeness, or chosen by an editor: pinned (shown first) or banned (never shown). What an
    editor chose survives every recomputation.
    """

    # The constraint below serves look-ups by article, so the key needs no index of its own.
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="related_stories", db_index=False
    )
    other = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="related_from"
    )
    # 0 to 1, the same in both directions; 0 where an editor alone sees a relation.
    score = models.FloatField()
    pinned_place = models.PositiveSmallIntegerField(null=True)
    is_banned = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="related_story_once"),
            models.CheckConstraint(
                condition=~Q(article=F("other")), name="related_story_not_itself"
            ),
            models.CheckConstraint(
                condition=Q(pinned_place=None) | Q(is_banned=False),
                name="related_story_pinned_or_banned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.other_id}"
