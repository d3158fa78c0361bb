"""What a story says of itself to machines (schema.org)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings

from articles import house_style, ledger
from articles.arabic.excerpts import excerpt
from articles.body.text import opening, plain_text
from articles.live_coverage import Coverage
from articles.models import Article, Correction
from articles.videos import length

_KIND = {
    Article.Label.OPINION: "OpinionNewsArticle",
    Article.Label.ANALYSIS: "AnalysisNewsArticle",
}


# What the card of a link shows at most, at the services that a story is passed on by (some 200);
# search engines show less of it and cut by themselves.
_LONGEST_DESCRIPTION = 200


def description(article: Article) -> str:
    """The standfirst, or how the story begins, in one line and cut between words."""
    said = article.standfirst or opening(article.body) or article.headline
    return excerpt(" ".join(said.split()), _LONGEST_DESCRIPTION)


def news_article(
    article: Article,
    *,
    site_name: str,
    publisher: str = "",
    corrections: Collection[Correction] = (),
    live: Coverage | None = None,
) -> dict[str, Any]:
    """The story as schema.org data; absolute addresses, times with offset."""
    address = f"{settings.SITE_URL}{article.get_absolute_url()}"
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _KIND.get(Article.Label(article.label), "NewsArticle"),
        "mainEntityOfPage": address,
        "url": address,
        "headline": article.headline,
        "description": article.standfirst or None,
        "inLanguage": article.language or settings.SITE_LOCALE,
        "datePublished": _time(article.published_at),
        "dateModified": _time(article.updated_at or article.published_at),
        "articleSection": article.category.name,
        "keywords": [tag.name for tag in article.tags.all()] or None,
        "wordCount": article.word_count,
        "timeRequired": None if article.is_headline_alone else f"PT{article.reading_minutes}M",
        "isAccessibleForFree": True,
        "author": [_author(author) for author in article.authors.all()]
        or [{"@type": "NewsMediaOrganization", "name": site_name, "url": settings.SITE_URL}],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": publisher or site_name,
            "url": settings.SITE_URL,
        },
        "image": _images(article) or None,
        "video": _video(article),
        "correction": ledger.schema_org(corrections) or None,
    }
    data |= _live_blog(article, live, address) if live else {}
    return {name: value for name, value in data.items() if value is not None}


def _live_blog(article: Article, live: Coverage, address: str) -> dict[str, Any]:
    """What a live story says besides: from when until when, and each entry that the page shows."""
    entries = [entry for entry in (live.pinned, *live.entries) if entry]
    return {
        "@type": "LiveBlogPosting",
        "coverageStartTime": _time(article.live_since),
        "coverageEndTime": _time(article.live_until),
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "url": f"{address}#entry-{entry.pk}",
                "headline": entry.headline or excerpt(plain_text(entry.body), 110),
                "datePublished": _time(entry.at),
                "articleBody": plain_text(entry.body),
            }
            for entry in entries
        ],
    }


def _author(author: Any) -> dict[str, str]:
    return {
        "@type": "Organization" if author.is_agency else "Person",
        "name": author.name,
        "url": f"{settings.SITE_URL}{author.get_absolute_url()}",
    }


def _images(article: Article) -> list[str]:
    """The lead at 16:9, 3:2 and 1:1, so that each search result finds its shape."""
    lead = article.lead_picture
    if lead is None:
        return []
    shown = [lead.crop(slot).largest for slot in ("wide", "card", "square")]
    # One that is not cut yet is the same in every slot.
    return list(dict.fromkeys(f"{settings.SITE_URL}{size.url}" for size in shown))


def _video(article: Article) -> dict[str, Any] | None:
    """The video by the story's words: its own title is the desk's."""
    video = article.video
    if video is None:
        return None
    data = {
        "@type": "VideoObject",
        "name": article.headline,
        "description": article.standfirst or article.headline,
        "thumbnailUrl": _images(article) or None,
        "uploadDate": _time(article.first_published_at or article.published_at),
        "contentUrl": f"{settings.SITE_URL}{video.file.url}" if video.file else None,
        "url": video.address or None,
        "duration": length.iso(video.duration) if video.duration else None,
        "inLanguage": settings.SITE_LOCALE,
    }
    return {name: value for name, value in data.items() if value is not None}


def _time(moment: datetime | None) -> str | None:
    return house_style.iso(moment) if moment else None
