import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.body.elements import WORDS_ALONE
from articles.body.links import safe_address
from articles.body.render import render_sponsored
from articles.body.sanitise import clean_body
from articles.fields import BodyField
from articles.models import Picture

_TAG = re.compile(r"<([a-z0-9]+)")
_ALLOWED = set().union(*(element.tags for element in WORDS_ALONE))


class Room(NamedTuple):
    """What a place reserves, in CSS pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}×{self.height}"


# On a phone, and from 64rem on. static/css/reader/advertisement.css keeps this room for each.
ROOMS = {
    "front": (Room(320, 100), Room(970, 250)),
    "rail": (Room(300, 250), Room(300, 600)),
    "list": (Room(320, 100), Room(728, 90)),
}
_LONGEST_LINK = 2000  # as articles.body.links takes them


class AdvertisementQuerySet(models.QuerySet["Advertisement"]):
    def running(self, at: datetime | None = None) -> Self:
        """Those that readers may see now by the database's clock, or at a moment."""
        moment = Now() if at is None else at
        return self.filter(
            Q(ends_at=None) | Q(ends_at__gt=moment), is_on=True, starts_at__lte=moment
        )

    def by_place(self, at: datetime | None = None) -> dict[str, "Advertisement"]:
        """The one that each place shows: of those running, the last to begin. One query."""
        running = self.running(at).select_related("picture").order_by("starts_at", "id")
        return {advertisement.place: advertisement for advertisement in running}

    def with_rivals(self) -> Self:
        """Each with ``is_covered``: whether one that began later stands in its place now."""
        later = Q(starts_at__gt=OuterRef("starts_at")) | Q(
            starts_at=OuterRef("starts_at"), id__gt=OuterRef("id")
        )
        rivals = Advertisement.objects.running().filter(later, place=OuterRef("place"))
        return self.annotate(is_covered=Exists(rivals))


class Advertisement(models.Model):
    """Somebody's paid words or picture in one of three places, from an hour until another."""

    class Place(models.TextChoices):
        FRONT = "front", _("front page")
        RAIL = "rail", _("beside a story")
        LIST = "list", _("list of a section")

    class State(models.TextChoices):
        OFF = "off", _("switched off")
        WAITING = "waiting", _("waiting for its hour")
        RUNNING = "running", _("running")
        ENDED = "ended", _("ended")

    place = models.CharField(_("place"), max_length=10, choices=Place)
    title = models.CharField(
        _("title"), max_length=120, help_text=_("For the desk alone: readers do not see it.")
    )
    advertiser = models.CharField(
        _("advertiser"),
        max_length=120,
        blank=True,
        help_text=_("Shown beside the word advertisement; left empty, the word stands alone."),
    )
    picture = models.ForeignKey(
        "articles.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="advertisements",
        verbose_name=_("picture"),
    )
    link = models.CharField(
        _("link of the picture"),
        max_length=_LONGEST_LINK,
        blank=True,
        help_text=_("A web address from https on, or a path of this site from its slash on."),
    )
    alt_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture says, words in it included; empty: the picture's own."),
    )
    words = BodyField(
        _("words of the advertisement"),
        blank=True,
        help_text=_("In place of a picture: paragraphs, lists and links."),
    )
    starts_at = models.DateTimeField(_("shown from"), default=timezone.now)
    ends_at = models.DateTimeField(
        _("shown until"),
        null=True,
        blank=True,
        help_text=_("Left empty, it runs until switched off."),
    )
    is_on = models.BooleanField(_("switched on"), default=False)

    objects = AdvertisementQuerySet.as_manager()

    class Meta:
        verbose_name = _("advertisement")
        verbose_name_plural = _("advertisements")
        ordering = ["-starts_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(place__in=["front", "rail", "list"]), name="advertisement_has_a_place"
            ),
            models.CheckConstraint(
                condition=Q(picture=None) & ~Q(words="")
                | Q(picture__isnull=False, words="") & ~Q(link=""),
                name="advertisement_is_a_linked_picture_or_words",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="advertisement_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def state(self, at: datetime | None = None) -> State:
        """What the desk is told of it, now or at a moment; ``running()`` says the same."""
        moment = at or timezone.now()
        if not self.is_on:
            return self.State.OFF
        if self.ends_at is not None and self.ends_at <= moment:
            return self.State.ENDED
        return self.State.WAITING if self.starts_at > moment else self.State.RUNNING

    @property
    def alternative(self) -> str:
        """What its picture says to those who cannot see it: the name of a link, so never empty."""
        return self.alt_text or (self.picture.alt_text if self.picture else "")

    @property
    def shown_words(self) -> SafeString:
        return render_sponsored(self.words)

    def clean(self) -> None:
        """Each mistake at its own field, all at once."""
        self.words = clean_body(self.words)
        mistakes = dict(self._mistakes())
        if mistakes:
            raise ValidationError(mistakes)

    def _mistakes(self) -> Iterator[tuple[str, ValidationError]]:
        if self.picture is None and not self.words:
            yield "picture", ValidationError(_("Choose a picture or write words."), code="empty")
        elif self.picture and self.words:
            said = _("A picture or words, not both: take one of them away.")
            yield "words", ValidationError(said, code="both")
        elif not _ALLOWED.issuperset(_TAG.findall(self.words)):
            said = _("Paragraphs, lists and links only: no heading, table, picture or embed.")
            yield "words", ValidationError(said, code="not_words")
        if self.picture:
            yield from self._mistakes_of_picture(self.picture)
        if self.ends_at and self.starts_at and self.ends_at <= self.starts_at:
            said = _("It would end before it begins.")
            yield "ends_at", ValidationError(said, code="backwards")

    def _mistakes_of_picture(self, picture: Picture) -> Iterator[tuple[str, ValidationError]]:
        address = safe_address(self.link) or ""
        if not self.link:
            said = _("Where does the picture lead? Write its link.")
            yield "link", ValidationError(said, code="link_missing")
        elif address.startswith(("https://", "http://", "/")) and len(address) <= _LONGEST_LINK:
            self.link = address
        else:
            said = _("This is no web address and no path of this site: %(link)s")
            yield "link", ValidationError(said, code="link", params={"link": self.link})
        if not (self.alt_text or picture.alt_text):
            said = _("Write what the picture says, for readers who cannot see it.")
            yield "alt_text", ValidationError(said, code="alt_missing")
