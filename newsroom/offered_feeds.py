"""The feeds that the page "Follow us" offers: the whole paper, then section by section."""

from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import uri_to_iri
from django.utils.translation import gettext as _

from articles.models import Category


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as a reader copies it, with those of the parts of its section."""

    name: str
    path: str
    parts: list["Feed"] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Absolute, its Arabic letters as letters; a link to ``path`` carries them encoded."""
        return f"{settings.SITE_URL}{uri_to_iri(self.path)}"


def of_all_stories() -> Feed:
    """The feed of the whole paper."""
    return Feed(_("All stories"), reverse("feed"))


def by_section() -> list[Feed]:
    """Those of the sections in the order of the navigation, parts within."""
    return [
        _of(section.category, [_of(part, []) for part in section.parts])
        for section in Category.objects.all().sections()
    ]


def _of(category: Category, parts: list[Feed]) -> Feed:
    return Feed(category.name, reverse("category_feed", args=[category.slug]), parts)
