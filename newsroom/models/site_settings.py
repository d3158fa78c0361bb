from typing import NamedTuple, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from newsroom import wordmark
from newsroom.wordmark import Wordmark

_MODES = [choice for choice in Article.CommentMode.choices if choice[0] != "inherit"]

_REFUSALS = {
    "too_long": _("The drawing is too long: it stands in every page. Simplify it."),
    "not_svg": _("This is no SVG drawing."),
    "empty": _("There is no path in the drawing."),
    "no_frame": _("The drawing has no viewBox with four numbers."),
    "other_part": _("We show paths alone; this drawing also holds: %(what)s. Convert it to paths."),
}


class Account(NamedTuple):
    name: str
    address: str


class SiteSettings(models.Model):
    """What a newsroom says of itself: one row, edited in the panel."""

    name = models.CharField(_("name"), max_length=80)
    description = models.CharField(
        _("description"), max_length=300, blank=True, help_text=_("One sentence about the paper.")
    )
    publisher = models.CharField(
        _("publisher"), max_length=120, blank=True, help_text=_("Who answers for it by law.")
    )
    logo = models.ForeignKey(
        "articles.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Left empty, the name stands in its place."),
    )
    wordmark = models.TextField(
        _("wordmark"),
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "The name drawn as SVG with a viewBox and paths alone; those of the class “dots” take "
            "the paper's colour. It comes before the logo."
        ),
    )
    accounts = models.TextField(
        _("accounts elsewhere"),
        blank=True,
        help_text=_("One web address a line: the paper's channels on other services."),
    )
    comment_mode = models.CharField(
        _("comments"), max_length=10, choices=_MODES, default=Article.CommentMode.HOLD
    )

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="site_settings_are_one_row"),
            models.CheckConstraint(
                condition=Q(comment_mode__in=[value for value, _label in _MODES]),
                name="site_comment_mode_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> Self:
        """The row, or what holds until somebody fills it in."""
        return cls.objects.select_related("logo").filter(pk=1).first() or cls(
            pk=1, name=settings.SITE_NAME
        )

    @property
    def account_list(self) -> list[Account]:
        """The accounts with the service's host as the name of the link."""
        lines = [line.strip() for line in self.accounts.splitlines() if line.strip()]
        return [
            Account((urlsplit(line).hostname or "").removeprefix("www."), line) for line in lines
        ]

    @property
    def drawn_name(self) -> Wordmark | None:
        """The name as a drawing, where the paper has one."""
        return wordmark.read(self.wordmark) if self.wordmark else None

    def clean(self) -> None:
        self._clean_wordmark()
        valid = URLValidator(schemes=["https", "http"])
        for line in filter(None, map(str.strip, self.accounts.splitlines())):
            try:
                valid(line)
            except ValidationError:
                # Given to the error of the field itself: one of a dict drops its params.
                said = _("This is no web address: %(line)s")
                error = ValidationError(said, code="invalid", params={"line": line})
                raise ValidationError({"accounts": error}) from None

    def _clean_wordmark(self) -> None:
        try:
            self.wordmark = str(wordmark.read(self.wordmark)) if self.wordmark.strip() else ""
        except wordmark.Unusable as unusable:
            error = ValidationError(
                _REFUSALS[unusable.code], code=unusable.code, params={"what": unusable.what}
            )
            raise ValidationError({"wordmark": error}) from None


def comment_defaults() -> SiteSettings:
    """What the setting COMMENT_DEFAULTS names: read by the comments, a floor below."""
    return SiteSettings.current()
