"""The screen on which a front page is composed, and what its buttons do."""

from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST, require_safe

from articles import composing, house_style, permissions
from articles.admin.pasted_letters import InOrdinaryLetters
from articles.admin.quick import hour_widget
from articles.arabic.bidi import isolate
from articles.composing import LaunchedMeanwhile, NotComposed
from articles.fronts import Strip, StripKind
from articles.models import Article, Category, FrontEdition, Picture
from newsroom import front_board, front_page
from newsroom.views import shown_front

_REFUSALS: Final = {
    "place": gettext_lazy("There is no such place on this page."),
    "automatic": gettext_lazy("The newest stands here: put a story here first."),
    "long": gettext_lazy("Say it in fewer words."),
    "past": gettext_lazy("This hour is over: choose one to come."),
    "words": gettext_lazy("Write the words of the strip."),
    "story": gettext_lazy("This story is not there any more."),
    "not_live": gettext_lazy("Readers do not have this story yet: publish it first."),
    "draft": gettext_lazy("This edition was never launched."),
}


class CardForm(InOrdinaryLetters, forms.Form):  # type: ignore[misc]
    """Until when a story stands in its place, and what its card says and shows."""

    place = forms.IntegerField(widget=forms.HiddenInput)
    until = forms.SplitDateTimeField(
        label=gettext_lazy("Pinned until"), required=False, widget=hour_widget()
    )
    headline = forms.CharField(
        label=gettext_lazy("Headline of the card"),
        required=False,
        max_length=composing.LONGEST_HEADLINE,
        widget=forms.Textarea({"rows": 2, "dir": "auto", "class": "in-t"}),
    )
    picture = forms.ModelChoiceField(
        label=gettext_lazy("Picture of the card"),
        required=False,
        queryset=Picture.objects.all(),
        widget=forms.NumberInput({"class": "in-t", "min": 1}),
        help_text=gettext_lazy("Its number in the library; left empty, the story's own."),
    )


class StripForm(InOrdinaryLetters, forms.Form):  # type: ignore[misc]
    """What the strip shows."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Strip"),
        choices=[
            (StripKind.NEWEST, gettext_lazy("the newest breaking story")),
            (StripKind.WORDS, gettext_lazy("these words")),
            (StripKind.NONE, gettext_lazy("nothing")),
        ],
    )
    words = forms.CharField(
        label=gettext_lazy("Words of the strip"),
        required=False,
        max_length=composing.LONGEST_WORDS,
        widget=forms.TextInput({"dir": "auto", "class": "in-t"}),
    )
    until = forms.SplitDateTimeField(
        label=gettext_lazy("Until"), required=False, widget=hour_widget()
    )


def addresses(site: admin.AdminSite) -> list[Any]:
    """Below the panel's own address."""
    # The readers' policy, since it is their page; framed by the panel, and by nobody else.
    policy: Any = settings.SECURE_CSP | {"frame-ancestors": [CSP.SELF]}
    seen = site.admin_view(require_safe(preview))
    return [
        path("front/", site.admin_view(require_safe(board)), name="front"),
        path("front/act/", site.admin_view(require_POST(act)), name="front_act"),
        path("front/preview/", xframe_options_sameorigin(csp_override(policy)(seen)),
             name="front_preview"),
    ]  # fmt: skip


def board(request: HttpRequest) -> HttpResponse:
    """The places of the front page, or of a section's (``?section=3``)."""
    _allowed(request)
    return _screen(request, _section(request.GET.get("section", "")))


def preview(request: HttpRequest) -> HttpResponse:
    """The front page with the draft, at an hour to come (``?at=2026-12-01T18:00``) or now."""
    _allowed(request)
    at = _moment(request.GET.get("at", ""))
    with override(settings.LANGUAGE_CODE):
        page = shown_front(request, front_page.compose(composing.draft_of(None), at=at))
    page.headers["X-Robots-Tag"] = "noindex, nofollow"
    return page


def act(request: HttpRequest) -> HttpResponse:
    """One press: what it is called, and what it needs, come with it."""
    _allowed(request)
    section = _section(request.POST.get("section", ""))
    name = _sent(request, "act")
    if name in {"card", "strip"}:
        return _typed(request, section, name)
    if name not in _PRESSES:
        raise Http404
    try:
        said = _PRESSES[name](request, section)
    except NotComposed as refusal:
        messages.error(request, str(_REFUSALS[refusal.code]))
    except LaunchedMeanwhile as refusal:
        return _screen(request, section, meanwhile=refusal.edition, status=409)
    else:
        if said:
            messages.success(request, said)
    return _back(section)


def _typed(request: HttpRequest, section: Category | None, name: str) -> HttpResponse:
    """A card or the strip as somebody typed it; with an error it comes back as it was typed."""
    form: Any = (CardForm if name == "card" else StripForm)(request.POST)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            if name == "card":
                place = sent.pop("place") - 1
                composing.set_card(section, place, by=request.user, **sent)
            else:
                strip = Strip(StripKind(sent["kind"]), None, sent["words"], None, sent["until"])
                composing.set_strip(strip, by=request.user)
            return _back(section)
        except NotComposed as refusal:
            form.add_error(None, str(_REFUSALS[refusal.code]))
    return _screen(request, section, form=form, status=422)


def _put(request: HttpRequest, section: Category | None) -> str:
    composing.put(section, _number(request, "place"), _story(request), by=request.user)
    return ""


def _clear(request: HttpRequest, section: Category | None) -> str:
    composing.clear(section, _number(request, "place"), by=request.user)
    return ""


def _launch(request: HttpRequest, section: Category | None) -> str:
    over = request.POST.get("over", "")
    composing.launch(section, by=request.user, over=int(over) if over.isdecimal() else None)
    return _("Launched: readers have it.")


def _discard(request: HttpRequest, section: Category | None) -> str:
    composing.discard(section, by=request.user)
    return _("The draft is gone; readers have what they had.")


def _restore(request: HttpRequest, section: Category | None) -> str:
    editions = FrontEdition.objects.filter(section=section)
    key = request.POST.get("edition", "")
    edition = get_object_or_404(editions, pk=int(key) if key.isdecimal() else 0)
    composing.restore(edition, by=request.user)
    moment = house_style.day_and_clock(edition.launched_at or timezone.now())
    return _("Readers have again what they had at %(moment)s.") % {"moment": moment}


def _top(request: HttpRequest, section: Category | None) -> str:
    story = _story(request)
    composing.put_on_top(story, by=request.user, section=section)
    return _("“%(headline)s” opens the page now.") % {"headline": isolate(story.card_headline)}


_PRESSES: Final = {
    "put": _put, "clear": _clear, "launch": _launch, "discard": _discard, "restore": _restore,
    "top": _top,
}  # fmt: skip


def _screen(
    request: HttpRequest,
    section: Category | None,
    *,
    form: Any = None,
    meanwhile: FrontEdition | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = front_board.board_of(request.user, section, request.GET.get("q", ""))
    strip = StripForm(initial={
        "kind": shown.strip.kind, "words": shown.strip.words, "until": shown.strip.until,
    })  # fmt: skip
    context = {
        **admin.site.each_context(request),
        "title": section.name if section else _("Front page"),
        "board": shown,
        "fronts": Category.objects.top_level(),
        "strip_form": form if isinstance(form, StripForm) else strip,
        "cards": _cards(shown, form if isinstance(form, CardForm) else None),
        "meanwhile": meanwhile,
        "zone": f"{timezone.localtime():%:z}",
    }
    return TemplateResponse(request, "admin/front.html", context, status=status)


def _cards(shown: front_board.Board, typed: CardForm | None) -> list[Any]:
    """Each place with the form of its card; the one that was typed wrongly as it was typed."""
    number = typed.data.get("place") if typed else None
    return [
        (place, typed if str(place.number) == number else CardForm(
            initial={"place": place.number, "until": place.choice.until,
                     "headline": place.choice.headline, "picture": place.choice.picture},
            auto_id=f"id_{place.number}_%s",
        ) if place.choice else None)
        for place in shown.places
    ]  # fmt: skip


def _allowed(request: HttpRequest) -> None:
    if not permissions.may_compose(request.user):
        raise PermissionDenied


def _section(key: str) -> Category | None:
    return get_object_or_404(Category, pk=int(key)) if key.isdecimal() else None


def _story(request: HttpRequest) -> Article:
    key = _sent(request, "story")
    seen = permissions.seen_by(request.user, Article.objects.all())
    return get_object_or_404(seen, pk=int(key) if key.isdecimal() else 0)


def _sent(request: HttpRequest, name: str) -> str:
    """What a button says; one in a list of stories says it in the address that it posts to."""
    return request.POST.get(name) or request.GET.get(name, "")


def _number(request: HttpRequest, name: str) -> int:
    """A place, counted from one on the screen and from none in the edition."""
    typed = request.POST.get(name, "")
    return int(typed) - 1 if typed.isdecimal() and len(typed) < 4 else -1


def _moment(typed: str) -> Any:
    try:
        moment = parse_datetime(typed)
    except ValueError:
        return None
    if moment is None:
        return None
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _back(section: Category | None) -> HttpResponse:
    query = f"?{urlencode({'section': section.pk})}" if section else ""
    return HttpResponseRedirect(f"{reverse('admin:front')}{query}")
