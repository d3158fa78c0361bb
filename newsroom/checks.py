"""Mistakes of configuration, found when the server starts and by ``manage.py check``."""

import re
from ipaddress import ip_network
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.urls import get_resolver

from newsroom import caching

# An Arabic locale: ar, ar-LB, ar-MA, and ar-x-dual for both names of a month.
_ARABIC_LOCALE = re.compile(r"ar(-[A-Z]{2})?(-x-dual)?", re.IGNORECASE)


@register()
def values_of_the_environment(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """E001 and E002: environment values that nothing else would notice before a reader does."""
    found: list[CheckMessage] = []
    if not _ARABIC_LOCALE.fullmatch(settings.SITE_LOCALE):
        found.append(
            Error(
                f"SITE_LOCALE {settings.SITE_LOCALE!r} is no Arabic locale that we know.",
                hint="Use ar, or ar with a country: ar-LB, ar-MA, ar-EG…",
                id="newsroom.E001",
            )
        )
    for entry in settings.TRUSTED_PROXIES:
        try:
            ip_network(entry, strict=False)
        except ValueError:
            found.append(Error(f"TRUSTED_PROXIES holds no address: {entry!r}", id="newsroom.E002"))
    return found


@register()
def every_address_declares_its_cache_class(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """E003: an address that says neither public, private nor no-store."""
    return [
        Error(
            f"The address {name!r} declares no cache class.",
            hint="Add it to newsroom.caching.CACHE_CLASSES.",
            id="newsroom.E003",
        )
        for name in caching.undeclared(get_resolver())
    ]
