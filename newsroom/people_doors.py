"""The two doors that open by a link from a mail: an invitation, a forgotten password."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import login
from django.contrib.auth.forms import BaseUserCreationForm, SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import PasswordResetConfirmView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse, reverse_lazy
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from articles import audit
from newsroom import desk_sessions, known_devices, log_in_limits, mailing, people
from newsroom.models import DeskSession, Invitation, SiteSettings, User
from newsroom.people_desk import zone_field


class AccountForm(BaseUserCreationForm[User]):
    """Who was invited names their account and chooses a password."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "username", "time_zone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_name"].required = True
        self.fields["time_zone"] = zone_field()
        for name in ("first_name", "last_name", "username"):
            self.fields[name].widget.attrs |= {"dir": "auto"}
        for field in self.fields.values():
            field.widget.attrs["class"] = "in-t"


class ForgottenForm(forms.Form):
    """The address at which somebody gets the mail of the desk."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"), max_length=254,
        widget=forms.EmailInput(
            {"dir": "ltr", "class": "in-t", "autocomplete": "email", "autofocus": True}
        ),
    )  # fmt: skip


def addresses(site: admin.AdminSite, policy: dict[str, list[str]]) -> list[Any]:
    """Below the panel's own address, for who is not logged in yet."""
    door = csp_override(policy)
    both = require_http_methods(["GET", "POST"])
    return [
        path("invitation/<str:key>/", door(both(never_cache(accept))), name="invitation"),
        path("forgotten/", door(both(never_cache(forgotten))), name="forgotten"),
        path("forgotten/<str:uidb64>/<str:token>/", door(NewPassword.as_view()),
             name="new_password"),
    ]  # fmt: skip


@sensitive_post_parameters("password1", "password2")
def accept(request: HttpRequest, key: str) -> HttpResponse:
    """Make the account of an invitation, and go in."""
    invitation = people.invited_by(key)
    if invitation is None:
        return _door(request, "gone", {}, HTTPStatus.NOT_FOUND)
    form = AccountForm(request.POST or None, initial=_proposed(invitation))
    if request.method == "POST" and form.is_valid():
        account: User = form.save(commit=False)
        try:
            person = people.accept(key, account=account, password=form.cleaned_data["password1"])
        except people.NotInvited:
            return _door(request, "gone", {}, HTTPStatus.NOT_FOUND)
        login(request, person)
        response = HttpResponseRedirect(reverse("admin:index"))
        known_devices.remember(response, person.username)
        return response
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return _door(request, "accept", {"form": form, "invitation": invitation}, status)


def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link; the answer is the same whether there is such an account or not."""
    form = ForgottenForm(request.POST or None)
    if request.method != "POST":
        return _door(request, "forgotten", {"form": form})
    if not form.is_valid():
        return _door(request, "forgotten", {"form": form}, HTTPStatus.UNPROCESSABLE_ENTITY)
    email = form.cleaned_data["email"]
    try:
        address = request.META.get("REMOTE_ADDR", "")
        log_in_limits.count(f"forgotten:{email.lower()}", address)
    except log_in_limits.TooSoon as refusal:
        context = {"form": form, "opens_at": refusal.opens_at}
        return _door(request, "forgotten", context, HTTPStatus.TOO_MANY_REQUESTS)
    for person in User.objects.filter(email__iexact=email, is_active=True)[:3]:
        if person.has_usable_password():
            _send_link(person)
    return _door(request, "forgotten", {"sent": True})


class NewPassword(PasswordResetConfirmView):
    """Django's own; its link works once, and its key leaves the address at once."""

    template_name = "admin/people/door.html"
    success_url = reverse_lazy("admin:login")
    form_class = SetPasswordForm[User]

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        person = User.objects.get(pk=form.user.pk)
        desk_sessions.end(DeskSession.objects.all(), of=person, by=person)
        audit.record("reset_password", person, by=person, changes={"password": audit.UNSEEN})
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        door = "new_password" if context.get("validlink") else "gone"
        own = {"title": _("Your account"), "door": door}
        return {**admin.site.each_context(self.request), **context, **own}


def _send_link(person: User) -> None:
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    link = f"{settings.SITE_URL}{reverse('admin:new_password', args=[uid, token])}"
    site = SiteSettings.current().name
    context = {"person": person, "link": link, "site": site}
    body = render_to_string("admin/people/forgotten.txt", context)
    mailing.send_soon(_("A new password for %(site)s") % {"site": site}, body, person.email)


def _proposed(invitation: Invitation) -> dict[str, str]:
    first, _space, last = invitation.name.partition(" ")
    return {"first_name": first, "last_name": last, "username": invitation.email.partition("@")[0]}


def _door(
    request: HttpRequest, door: str, context: dict[str, Any], status: int = HTTPStatus.OK
) -> HttpResponse:
    title = _("Your account")
    shown = {**admin.site.each_context(request), "title": title, **context, "door": door}
    return TemplateResponse(request, "admin/people/door.html", shown, status=status)
