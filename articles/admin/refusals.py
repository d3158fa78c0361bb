"""Codes of refusals, as sentences for the desk."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.guest_links import NotShared
from articles.history import NotNamed
from articles.leases import Held
from articles.names import WrongName
from articles.pictures.decoding import Refused
from articles.publishing import Collides, NotReady, Stale
from articles.related.choosing import NotChosen
from articles.videos.refusal import VideoRefused
from articles.workflow import WrongState

_LACKING = {
    "headline": gettext_lazy("The story has no headline yet."),
    "body": gettext_lazy("The story has no text yet."),
    "alt_text": gettext_lazy("The lead picture has no alternative text: write what it shows."),
    "withdraw_at": gettext_lazy("The hour of withdrawal is over, or before that of publication."),
    "publish_at": gettext_lazy(
        "Readers had the story already: it comes back at once, not at an hour to come."
    ),
    "embargo": gettext_lazy(
        "The story is under embargo: it cannot be published before the hour of the embargo."
    ),
    "embargo_public": gettext_lazy("Readers have had the story: no embargo can forbid it now."),
    "embargo_past": gettext_lazy("The hour of the embargo is over: choose one to come."),
    "told_text": gettext_lazy("Write what was wrong and what is right: readers are told of it."),
    "why_long": gettext_lazy("Say why it is withdrawn in fewer words: readers get the reason."),
    "legal_hold": gettext_lazy("The lawyers have the story: it goes out when the hold is lifted."),
    "hold_reason": gettext_lazy("Write why the lawyers must see it; then hold it."),
    "not_scheduled": gettext_lazy("No changes wait for an hour any more."),
    "working_copy": gettext_lazy(
        "Another rewrite has been begun: publish or restore it first, then take the changes back."
    ),
    "entry": gettext_lazy("Write what happened."),
    "entry_long": gettext_lazy("An entry is one thing that happened: say the rest in another."),
    "over": gettext_lazy("The live coverage has ended: begin it again to add to it."),
    "not_covered": gettext_lazy("The story is not covered live."),
    "hour_past": gettext_lazy(
        "This hour is over: choose one to come. To let it out now, publish it."
    ),
    "not_waiting": gettext_lazy("The story does not wait for an hour any more."),
    "picture_words": gettext_lazy(
        "A picture of the text has no alternative text: write what it shows, or call it decorative."
    ),
    "credit": gettext_lazy("A picture has no credit: write who made it and who owns it."),
    "right_over": gettext_lazy("The right to a picture has run out: take another, or renew it."),
    "picture": gettext_lazy("The text shows a picture that is not in the library any more."),
    "video": gettext_lazy("The label says video, and the story has none: choose it."),
    "video_gone": gettext_lazy("The chosen video is not in the library any more."),
    "poster": gettext_lazy("The video needs a lead picture: readers see it before they play."),
}
_RELATED = {
    "itself": gettext_lazy("A story is not related to itself: choose another."),
    "twice": gettext_lazy("This story is pinned here already."),
    "banned": gettext_lazy("This story is banned from here already."),
    "many": gettext_lazy("Twelve stories are pinned: take one back before you pin another."),
}
_SHARING = {
    "embargo": gettext_lazy("The story is under embargo: until its hour no guest reads it."),
    "live": gettext_lazy("Readers have the story: send its own address."),
    "withdrawn": gettext_lazy("The story was withdrawn: no guest reads it."),
    "guest": gettext_lazy("Write for whom the link is, in a few words."),
    "lasts": gettext_lazy("A link stays open for three days at most."),
    "revision": gettext_lazy("This text is not a kept revision of this story."),
}
_NAMES = {
    "empty": gettext_lazy("A spelling needs a letter: «%(spelling)s» has none."),
    "small": gettext_lazy(
        "«%(spelling)s» is a small word of the language: no search may hang on it."
    ),
    "long": gettext_lazy("«%(spelling)s» is too long for a name: up to four words."),
    "many": gettext_lazy("A name has at most twelve spellings."),
    "taken": gettext_lazy("«%(spelling)s» is a spelling of «%(house)s» already."),
}
_REVISIONS = {
    "empty": gettext_lazy("A name needs a letter: say by what you will know this state."),
    "long": gettext_lazy("A name has at most 80 letters."),
}
_PICTURES = {
    "too_heavy": gettext_lazy("The file is larger than 25 megabytes."),
    "too_many_pixels": gettext_lazy("The picture has more than 50 million pixels."),
    "too_hard": gettext_lazy("This picture is too hard to read: save it anew as JPEG."),
    "too_small": gettext_lazy("The picture is too small to be shown."),
    "lost": gettext_lazy("The stored file of this picture cannot be read. Choose it again."),
    "not_a_picture": gettext_lazy(
        "This file cannot be read as a picture. We take JPEG, PNG, WebP, AVIF and GIF."
    ),
}
_VIDEOS = {
    "empty": gettext_lazy("The file is empty."),
    "too_heavy": gettext_lazy("The file is larger than 500 megabytes."),
    "not_a_video": gettext_lazy("This file is no video. We take MP4 and WebM."),
    "not_for_browsers": gettext_lazy(
        "Browsers do not play this kind of file. Save it as MP4 (H.264) or WebM and try again."
    ),
    "damaged": gettext_lazy("The file is damaged or a part of it is missing. Upload it again."),
    "captions_too_heavy": gettext_lazy("The captions file is larger than one megabyte."),
    "captions_not_utf8": gettext_lazy(
        "Captions, line %(line)s: these letters are not UTF-8. Save the file as UTF-8."
    ),
    "captions_header": gettext_lazy(
        "Captions, line %(line)s: a captions file begins with the word WEBVTT."
        " If yours is an SRT, save it as WebVTT."
    ),
    "captions_blank_line": gettext_lazy(
        "Captions, line %(line)s: put an empty line above the times of each caption."
    ),
    "captions_without_time": gettext_lazy(
        "Captions, line %(line)s: there are no times above this text."
    ),
    "captions_time": gettext_lazy(
        "Captions, line %(line)s: times are written so: 00:01:05.000 --> 00:01:08.500,"
        " in these figures and with a point."
    ),
    "captions_backwards": gettext_lazy(
        "Captions, line %(line)s: this caption ends before it begins."
    ),
    "captions_without_cue": gettext_lazy("There is no caption in the captions file."),
}


_BY_CODE: dict[type[Exception], Mapping[str, object]] = {
    Refused: _PICTURES, NotNamed: _REVISIONS, NotShared: _SHARING, NotChosen: _RELATED,
}  # fmt: skip


def sentence(refusal: Exception) -> str:
    """What a person should know: what was refused and what is safe."""
    if known := _BY_CODE.get(type(refusal)):
        return str(known[refusal.code])  # type: ignore[attr-defined]
    match refusal:
        case NotReady():
            return " ".join(str(_LACKING[code]) for code in refusal.codes)
        case Collides():
            return _(
                "Your correction and the rewrite that waits change the same words."
                " Both are kept: decide which of them the rewrite shall say."
            )
        case WrongName():
            return str(_NAMES[refusal.code]) % {
                "spelling": refusal.spelling,
                "house": refusal.house,
            }
        case VideoRefused():
            return str(_VIDEOS[refusal.code]) % {"line": refusal.line}
        case Held():
            name = refusal.lease.holder
            return _("%(name)s is editing the story now; it stays as it is.") % {"name": name}
        case Stale():
            return _("The story was saved meanwhile; nothing of it is lost. Look again.")
        case WrongState():
            return _("The story is no longer where you saw it; its text is kept. Look again.")
        case PermissionDenied():
            return _("Your account has no right to do this. The text is kept.")
    raise refusal


def told(request: HttpRequest, refusal: Exception) -> str:
    """The sentence for a message; the request remembers that somebody had no right to this."""
    request.was_denied = isinstance(refusal, PermissionDenied)  # type: ignore[attr-defined]
    return sentence(refusal)
