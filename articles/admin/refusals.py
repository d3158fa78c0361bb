"""Codes of refusals, as sentences for the desk."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.pictures.decoding import Refused
from articles.publishing import NotReady
from articles.workflow import WrongState

_LACKING = {
    "headline": gettext_lazy("The story has no headline yet."),
    "body": gettext_lazy("The story has no text yet."),
    "alt_text": gettext_lazy("The lead picture has no alternative text: write what it shows."),
    "withdraw_at": gettext_lazy("The hour of withdrawal is over, or before that of publication."),
    "publish_at": gettext_lazy(
        "Readers have the story already: it cannot be put off to an hour to come."
    ),
    "picture": gettext_lazy("The text shows a picture that is not in the library any more."),
}
_PICTURES = {
    "too_heavy": gettext_lazy("The file is larger than 25 megabytes."),
    "too_many_pixels": gettext_lazy("The picture has more than 50 million pixels."),
    "too_small": gettext_lazy("The picture is too small to be shown."),
    "lost": gettext_lazy("The stored file of this picture cannot be read. Choose it again."),
    "not_a_picture": gettext_lazy(
        "This file cannot be read as a picture. We take JPEG, PNG, WebP, AVIF and GIF."
    ),
}


def sentence(refusal: Exception) -> str:
    """What a person should know: what was refused and what is safe."""
    match refusal:
        case NotReady():
            return " ".join(str(_LACKING[code]) for code in refusal.codes)
        case Refused():
            return str(_PICTURES[refusal.code])
        case WrongState():
            return _("The story is no longer where you saw it; its text is kept. Look again.")
        case PermissionDenied():
            return _("Your account has no right to do this. The text is kept.")
    raise refusal
