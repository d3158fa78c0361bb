"""What the panel says to somebody who may not go on, or where nothing is: in words, in its frame.

Readers get the plain pages of ``templates/403.html`` and ``404.html``, as before.
"""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import defaults
from django.views.decorators.csp import csp_override

from newsroom.admin_site import PANEL_CSP
from newsroom.models import User
from newsroom.rail import titles_of
from newsroom.roles import RIGHTS, TITLES
from newsroom.sessions import is_the_desk

# Django's names of an admin screen's last part, and the right that it asks for.
_ASKS = {"changelist": "view", "change": "change", "history": "view", "add": "add",
         "delete": "delete", "decide": "moderate", "act": "change"}  # fmt: skip
# As many names as a person asks in turn.
_NAMED = 4


def denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: who you are, who may, and that nothing was changed."""
    if not _is_of_the_desk(request):
        return defaults.permission_denied(request, exception)
    able = _able(_right(request))
    people = User.objects.filter(groups__name__in=able, is_active=True).distinct()[:_NAMED]
    context = {
        "title": _("You may not do this"),
        "titles": titles_of(request.user),
        "roles": [TITLES[name] for name in able],
        "people": [person.get_full_name() or person.username for person in people],
    }
    return _told(request, "admin/403.html", context, status=403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing is here, or nothing that you may see."""
    if not _is_of_the_desk(request):
        return defaults.page_not_found(request, exception)
    return _told(request, "admin/404.html", {"title": _("Nothing is here")}, status=404)


def _is_of_the_desk(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return is_the_desk(request) and user is not None and user.is_active and user.is_staff


def _right(request: HttpRequest) -> str:
    """What the screen asks for, ``articles.change_article``; empty where we cannot say."""
    match = request.resolver_match
    parts = (match.url_name or "").split("_") if match else []
    if len(parts) != 3 or parts[2] not in _ASKS:
        return ""
    app, model, screen = parts
    return f"{app}.{_ASKS[screen]}_{model}"


def _able(right: str) -> list[str]:
    return [name for name, rights in RIGHTS.items() if right in rights]


def _told(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int
) -> HttpResponse:
    whole = admin.site.each_context(request) | context
    answer: HttpResponse = csp_override(PANEL_CSP)(
        lambda asked: render(asked, template, whole, status=status)
    )(request)
    return answer
