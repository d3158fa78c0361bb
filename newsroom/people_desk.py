"""The screens of people: who works here, one's own account."""

from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Max, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import audit
from newsroom import desk_sessions, mailing, people, permissions, roles
from newsroom.models import DeskSession, Invitation, SiteSettings, User
from newsroom.people import NotInvited

# Where the link of the last invitation waits for the page that shows it once.
_SHOWN_ONCE: Final = "invitation-link"


class InviteForm(forms.Form):
    """Whom, as what."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        widget=forms.EmailInput({"dir": "ltr", "class": "in-t", "autocomplete": "off"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=150, required=False,
        widget=forms.TextInput({"dir": "auto", "class": "in-t"}),
    )  # fmt: skip
    role = forms.ChoiceField(label=gettext_lazy("Role"))

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.choices = [
            (name, called)
            for name, called in roles.TITLES.items()
            if permissions.may_give(user, name)
        ]


class ProfileForm(forms.ModelForm):
    """One's own name, language and hours."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email", "language", "time_zone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            self.fields[name].widget.attrs |= {"dir": "auto", "class": "in-t"}
        self.fields["email"].widget.attrs |= {"dir": "ltr", "class": "in-t"}
        self.fields["time_zone"] = zone_field()

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        others = User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk)
        if email and others.exists():
            raise forms.ValidationError(_("Another account has this address."), code="taken")
        return email


def zone_field() -> forms.ChoiceField:
    """The time zones that the system knows; empty is the newsroom's."""
    zones = sorted(name for name in available_timezones() if "/" in name and "Etc/" not in name)
    return forms.ChoiceField(
        label=gettext_lazy("Time zone"), required=False,
        choices=[("", gettext_lazy("the newsroom's")), *((name, name) for name in zones)],
    )  # fmt: skip


def addresses(site: admin.AdminSite) -> list[Any]:
    """Below the panel's own address."""
    own = require_http_methods(["GET", "POST"])(me)
    return [
        path("people/", site.admin_view(require_safe(everybody)), name="people"),
        path("people/act/", site.admin_view(require_POST(act)), name="people_act"),
        path("me/", site.admin_view(own), name="me"),
    ]


def everybody(request: HttpRequest) -> HttpResponse:
    """Who works here, and who is invited."""
    _allowed(request)
    return _screen(request)


def act(request: HttpRequest) -> HttpResponse:
    """One press about somebody, or an invitation."""
    _allowed(request)
    name = request.POST.get("act", "")
    if name == "invite":
        return _invite(request)
    if name in {"again", "revoke"}:
        return _invitation(request, name)
    person = get_object_or_404(people.of_the_desk(), pk=_key(request, "person"))
    if name == "role":
        people.give_role(person, request.POST.get("role", ""), by=request.user)
    elif name == "rest":
        people.put_to_rest(person, by=request.user)
    elif name == "wake":
        people.wake(person, by=request.user)
    elif name == "end":
        _end_sessions(request, person)
    else:
        raise Http404
    messages.success(request, _("Done: %(name)s.") % {"name": person})
    return _back()


def _end_sessions(request: HttpRequest, person: User) -> None:
    if not permissions.may_manage(request.user, person):
        raise PermissionDenied
    desk_sessions.end(DeskSession.objects.all(), of=person, by=request.user)


def _invite(request: HttpRequest) -> HttpResponse:
    form = InviteForm(request.user, request.POST)
    if not form.is_valid():
        return _screen(request, form, status=422)
    sent = form.cleaned_data
    try:
        invitation, key = people.invite(
            sent["email"], name=sent["name"], role=sent["role"], by=request.user
        )
    except NotInvited:
        form.add_error("email", _("This address has an account already."))
        return _screen(request, form, status=422)
    _send(request, invitation, key)
    return _back()


def _invitation(request: HttpRequest, name: str) -> HttpResponse:
    """Send it once more, with a new link; or let it open nothing any more."""
    found = get_object_or_404(people.waiting(), pk=_key(request, "invitation"))
    if name == "revoke":
        people.revoke(found, by=request.user)
        messages.success(request, _("The link opens nothing any more."))
        return _back()
    invitation, key = people.invite(found.email, name=found.name, role=found.role, by=request.user)
    _send(request, invitation, key)
    return _back()


def _send(request: HttpRequest, invitation: Invitation, key: str) -> None:
    """By mail; and shown once to whoever invited, for a newsroom without a mailer."""
    link = f"{settings.SITE_URL}{reverse('admin:invitation', args=[key])}"
    site = SiteSettings.current().name
    context = {
        "invitation": invitation, "link": link, "site": site, "by": request.user,
        "role": roles.TITLES.get(invitation.role, invitation.role),
    }  # fmt: skip
    body = render_to_string("admin/people/invitation.txt", context)
    subject = _("You are invited to the desk of %(site)s") % {"site": site}
    mailing.send_soon(subject, body, invitation.email)
    request.session[_SHOWN_ONCE] = {"link": link, "to": str(invitation)}


def _screen(
    request: HttpRequest, form: InviteForm | None = None, status: int = 200
) -> HttpResponse:
    user = request.user
    listed = list(
        people.of_the_desk().annotate(
            browsers=Count("desk_sessions", distinct=True), seen_at=Max("desk_sessions__seen_at")
        )
    )
    for person in listed:
        person.known_roles = sorted(group.name for group in person.groups.all())
    rows = [
        {
            "person": person,
            "titles": [roles.TITLES.get(name, name) for name in person.role_names],
            "managed": _managed(user, person),
        }
        for person in listed
    ]
    context = {
        **admin.site.each_context(request),
        "title": _("People"),
        "rows": rows,
        "form": form or InviteForm(user),
        "invitations": [
            (one, roles.TITLES.get(one.role, one.role))
            for one in people.waiting().select_related("invited_by")
        ],
        "roles": InviteForm(user).fields["role"].choices,  # type: ignore[attr-defined]
        "once": request.session.pop(_SHOWN_ONCE, None) if request.method == "GET" else None,
    }
    return TemplateResponse(request, "admin/people/people.html", context, status=status)


def _managed(user: Any, person: User) -> bool:
    """As permissions.may_manage says, of somebody whose roles are known without asking."""
    if user.is_superuser or person.pk == user.pk or person.is_superuser:
        return bool(user.is_superuser and person.pk != user.pk)
    return all(user.has_perms(roles.RIGHTS.get(name, ())) for name in person.role_names)


def me(request: HttpRequest) -> HttpResponse:
    """One's own account: name, language, hours; where one is logged in."""
    name = request.POST.get("act", "")
    if request.method == "POST" and name in {"end", "others"}:
        return _end_own(request, name)
    person = _own(request)
    form = ProfileForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        _keep(form)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("admin:me"))
    context = {
        **admin.site.each_context(request),
        "title": _("My account"),
        "form": form,
        "sessions": desk_sessions.of(person),
        "this": request.session.session_key,
        "byline": getattr(request.user, "author", None),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "admin/people/me.html", context, status=status)


@transaction.atomic
def _keep(form: ProfileForm) -> None:
    before = User.objects.values(*form.Meta.fields).get(pk=form.instance.pk)
    person = form.save()
    changes = {
        name: (before[name], getattr(person, name))
        for name in form.changed_data
        if name != "email"  # the trail holds nobody's address
    }
    changes |= {"email": audit.UNSEEN} if "email" in form.changed_data else {}
    if changes:
        audit.record("change", person, by=person, changes=changes)


def _end_own(request: HttpRequest, name: str) -> HttpResponse:
    person = _own(request)
    chosen = Q(pk=_key(request, "session")) if name == "end" else Q()
    others = DeskSession.objects.filter(chosen).exclude(session_key=request.session.session_key)
    ended = desk_sessions.end(others, of=person, by=person)
    messages.success(request, _("Logged out there.") if ended else _("Nobody was logged in there."))
    return HttpResponseRedirect(reverse("admin:me"))


def _own(request: HttpRequest) -> User:
    return User.objects.get(pk=request.user.pk or 0)


def _allowed(request: HttpRequest) -> None:
    if not permissions.may_manage_people(request.user):
        raise PermissionDenied


def _key(request: HttpRequest, name: str) -> int:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


def _back() -> HttpResponse:
    return HttpResponseRedirect(urlsplit(reverse("admin:people")).path)
