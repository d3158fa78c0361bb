"""The frame of the editor panel: its name, its safety rules, its front door."""

from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.csp import CSP
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST

from articles import audit
from newsroom import known_devices
from newsroom.models import SiteSettings, User
from newsroom.panel_words import PanelWords
from newsroom.rail import Rail, expect_counts

# Scripts by nonce: the editor's import map is an inline script of ours. Styles by file alone.
PANEL_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": [CSP.SELF],  # the preview of a story beside its text
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}


class DeskSite(AdminSite):
    """The editor panel."""

    site_title = _("The desk")
    index_title = _("Start")
    site_url = "/"
    enable_nav_sidebar = False  # the rail stands in its place

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        @wraps(view)
        def counting_view(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            expect_counts(request)
            return view(request, *args, **kwargs)

        return csp_override(PANEL_CSP)(super().admin_view(counting_view, cacheable))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        others = [choice for choice in User.Language.choices if choice[0] != get_language()]
        own = {"site_header": SiteSettings.current().name, "other_languages": others}
        context = super().each_context(request) | own
        if context["has_permission"]:
            context["rail"] = Rail(request, context["available_apps"])
        return context

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """What waits for whoever comes to work, not numbers."""
        from newsroom import desk_home  # the panel's screens register with this very site

        home = desk_home.compose(request.user)
        return super().index(request, {**(extra_context or {}), "home": home})

    @property
    def login_form(self) -> Any:  # type: ignore[override]
        from newsroom.log_in import LogInForm  # needs accounts, which need the panel's apps

        return LogInForm

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The one door: who came too soon is told when to come, who got in is known next time."""
        response = csp_override(PANEL_CSP)(super().login)(request, extra_context)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if wait := getattr(form, "wait", 0):
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
            response.headers["Retry-After"] = str(wait)
        elif request.method == "POST" and response.status_code == HTTPStatus.FOUND:
            known_devices.remember(response, request.user.get_username())
        return response

    @transaction.atomic
    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Somebody's own; of others' passwords the screen of accounts tells the audit trail."""
        response = super().password_change(request, extra_context)
        if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
            changes = {"password": audit.UNSEEN}
            audit.record("change", request.user, by=request.user, changes=changes)  # type: ignore[arg-type]
        return response

    def get_urls(self) -> list[Any]:
        # Whose screens register with this very site
        from newsroom import front_desk, people_desk, people_doors

        chosen = require_POST(self.admin_view(self.choose_language))
        shown = self.admin_view(self.view_on_site)
        return [
            path("language/", chosen, name="language"),
            *front_desk.addresses(self),
            *people_desk.addresses(self),
            *people_doors.addresses(self, PANEL_CSP),
            path("r/<path:content_type_id>/<path:object_id>/", shown, name="view_on_site"),
            *super().get_urls(),
        ]

    def view_on_site(
        self, request: HttpRequest, content_type_id: str, object_id: str
    ) -> HttpResponse:
        """Lead to a thing's page, for who may see the thing: an address says what a draft is of."""
        kinds = ContentType.objects.filter(pk=content_type_id if content_type_id.isdecimal() else 0)
        model = kinds[0].model_class() if kinds else None
        screen = self._registry.get(model) if model else None
        thing = screen.get_object(request, object_id) if screen else None
        if screen is None or thing is None or not screen.has_view_permission(request, thing):
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def choose_language(self, request: HttpRequest) -> HttpResponse:
        """Keep the language that somebody pressed, and go back to where they were."""
        if request.POST.get("language") not in User.Language.values:
            return HttpResponse(status=400)
        self._keep_language(request)
        came_from = urlsplit(request.headers.get("Referer", "")).path
        is_ours = came_from.startswith(settings.DESK_PATH)
        return HttpResponseRedirect(came_from if is_ours else reverse("admin:index"))

    @transaction.atomic
    def _keep_language(self, request: HttpRequest) -> None:
        person = User.objects.select_for_update().get(username=request.user.get_username())
        before, person.language = person.language, request.POST["language"]
        if person.language == before:
            return
        person.save(update_fields=["language"])
        changes = {"language": (before, person.language)}
        audit.record("choose_language", person, by=person, changes=changes)

    def i18n_javascript(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The words of the panel's scripts: Django's, and those of our body editor."""
        return PanelWords.as_view(packages=None)(request)  # type: ignore[return-value]
