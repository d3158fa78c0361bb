"""What editors read of a proofreader's mark: what is wrong, in a few words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.arabic.proofreading.mark import Kind

WRONG: Mapping[Kind, Promise] = MappingProxyType(
    {
        Kind.FORMS: _("Letters as a PDF file draws them; the search does not know them"),
        Kind.INVISIBLE: _("An invisible character"),
        Kind.TATWEEL: _("A word stretched by tatweel"),
        Kind.QUOTE: _("A straight quotation mark"),
        Kind.QUOTE_ALONE: _("A quotation mark without its partner in the paragraph"),
        Kind.LATIN_SIGN: _("A Latin punctuation mark in an Arabic sentence"),
        Kind.SPACE_BEFORE: _("A space before a punctuation mark"),
        Kind.NO_SPACE_AFTER: _("No space after a punctuation mark"),
        Kind.SPACES: _("More than one space"),
        Kind.DIGITS: _("Two sets of digits in one text"),
        Kind.NAME: _("The house spells this name differently"),
        Kind.YEH: _("Should the word end in ي or in ى?"),
        Kind.TEH: _("Should the word end in ة or in ه?"),
    }
)
"""One sentence for each kind of mark."""
