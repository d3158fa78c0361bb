"""What a story lacks before it may go out."""

from django.utils import timezone

from articles import revisions
from articles.body.text import picture_ids
from articles.ledger import told_of
from articles.models import Article, Picture, Revision, Video
from articles.publishing.refusals import NotReady


def missing(article: Article) -> list[str]:
    """Codes of what stands between the working copy and readers; empty when it is ready."""
    return [*lacking(revisions.working_copy(article)), *held(article)]


def held(article: Article) -> list[str]:
    """The code of a legal hold, where there is one."""
    return ["legal_hold"] if article.legal_hold else []


def lacking(copy: Revision) -> list[str]:
    """Codes of what this copy lacks for publication."""
    content = copy.content
    lead, video = content["lead_picture"], content.get("video")
    # Of breaking news the headline is the story, until there is more.
    is_breaking = content["label"] == Article.Label.BREAKING
    needs = {
        "headline": bool(content["headline"].strip()),
        "body": is_breaking or bool(content["body"].strip()),
        **_pictures(lead, picture_ids(content["body"])),
        "video": video is not None or content["label"] != Article.Label.VIDEO,
        "video_gone": video is None or Video.objects.filter(pk=video).exists(),
        "poster": video is None or lead is not None,
        "told_text": not told_of(content).lacks_words,
    }
    return [code for code, given in needs.items() if not given]


def _pictures(lead: int | None, in_body: list[int]) -> dict[str, bool]:
    """What pictures owe their readers, makers and owners; one query, where there are any."""
    wanted = {*in_body, *([lead] if lead else [])}
    found = Picture.objects.in_bulk(wanted) if wanted else {}
    today = timezone.localdate()
    return {
        "alt_text": lead is None or (lead in found and found[lead].says_what_it_shows),
        "picture": all(key in found for key in in_body),
        "picture_words": all(found[key].says_what_it_shows for key in in_body if key in found),
        "credit": all(picture.credit.strip() for picture in found.values()),
        "right_over": not any(picture.is_over(today) for picture in found.values()),
    }


def refuse(*codes: str) -> None:
    """Raise NotReady where there are codes."""
    if codes:
        raise NotReady(*codes)
