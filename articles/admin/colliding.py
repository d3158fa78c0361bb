"""The screen on which a person decides between two people's words, conflict by conflict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import branches, publishing, saving
from articles.admin.differences import Shown, label_of, shown
from articles.admin.history import called, seen_story
from articles.arabic.presentation import ordinary
from articles.body.sanitise import clean_body
from articles.body.text import in_ordinary_letters
from articles.comparing.contents import TEXTS, compare
from articles.fields import BodyEditor
from articles.history import State
from articles.merging.contents import Choice, Conflict, Merged, Side, Written, resolve
from articles.models import Article
from articles.saving import Overtaken

# The marker of a form that comes from this screen, and the names of its fields by conflict.
DECIDING, CHOICE, WRITTEN = "deciding", "choice-", "written-"
KEEP_BOTH = "keep_both"
WRITTEN_ANSWER = "written"


@dataclass(frozen=True, slots=True)
class Question:
    """A conflict as the screen asks it."""

    conflict: Conflict
    label: str
    mine: list[Shown]  # what became of the base
    theirs: list[Shown]
    chosen: str  # a side, "written", or empty
    box: Any  # the field for own words; None of what is chosen, not written
    is_open: bool  # asked before, and not answered


def choices_of(post: QueryDict) -> dict[str, Choice] | None:
    """What somebody decided on the screen; None of a form that does not come from it.

    Own words that the field cannot hold are no choice: the screen asks again.
    """
    if DECIDING not in post:
        return None
    choices: dict[str, Choice] = {}
    for name, answer in post.items():
        key = name.removeprefix(CHOICE)
        if key == name:
            continue
        if answer in {Side.MINE, Side.THEIRS, Side.BASE}:
            choices[key] = Side(answer)
        elif answer == WRITTEN_ANSWER:
            choices |= _written(key, post.get(WRITTEN + key, ""))
    return choices


def keeps_both(post: QueryDict) -> bool:
    """Whether what no choice takes shall stay beside the story as a branch."""
    return KEEP_BOTH in post


def _written(key: str, typed: str) -> dict[str, Choice]:
    field = key.partition("-")[0]
    if field == "body":
        return {key: Written(in_ordinary_letters(clean_body(typed)))}
    if field not in TEXTS:
        return {}
    try:
        words = Article._meta.get_field(field).formfield().clean(ordinary(typed))  # type: ignore[union-attr]
    except ValidationError:
        return {}
    return {key: Written(words)}


def questions(conflicts: Iterable[Conflict], post: QueryDict) -> list[Question]:
    """The conflicts as the screen asks them, with what was answered before."""
    given = choices_of(post) or {}
    return [_question(conflict, post, given) for conflict in conflicts]


def _question(conflict: Conflict, post: QueryDict, given: Mapping[str, Choice]) -> Question:
    field, key = conflict.field, conflict.key
    mine, theirs = (
        shown(compare({field: conflict.base}, {field: side}))
        for side in (conflict.mine, conflict.theirs)
    )
    return Question(
        conflict, label_of(field), mine, theirs,
        chosen=post.get(CHOICE + key, ""),
        box=_box(conflict, post.get(WRITTEN + key, conflict.mine)),
        is_open=DECIDING in post and key not in given,
    )  # fmt: skip


def _box(conflict: Conflict, value: Any) -> Any:
    name = WRITTEN + conflict.key
    attrs = {"aria-label": f"{label_of(conflict.field)}: {_('in your own words')}", "id": name}
    if conflict.field == "body":
        return BodyEditor().render(name, value or "", attrs)
    if conflict.field in TEXTS:
        area = forms.Textarea({"rows": 3, "class": "in-t", "dir": "auto", **attrs})
        return area.render(name, value or "")
    return None


def carried(post: QueryDict) -> list[tuple[str, str]]:
    """All that was typed, for the screen to bring along; no button, and nothing of the screen's."""
    own = ("_", "related", CHOICE, WRITTEN, DECIDING, KEEP_BOTH, "csrfmiddlewaretoken")
    return [
        (name, value)
        for name, values in post.lists()
        if not name.startswith(own)
        for value in values
    ]


class Colliding:
    """A story's screen whose form is merged with what somebody else saved meanwhile."""

    admin_site: Any

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:  # fmt: skip
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]
        except Overtaken as refusal:
            article = seen_story(request, int(object_id or 0))
            base = saving.opened_on(article, request.POST.get("based_on", ""))
            # Whoever closes the screen now, without an answer, has lost nothing.
            kept = branches.keep_typed(article, refusal.mine, base=base, by=request.user)
            return self.collision_screen(request, article, refusal, {
                "kept": kept,
                "title": _("Somebody saved this story while you wrote"),
                "theirs_called": _("The working copy now"),
                "base": base,
                "press": "_continue",
                "press_called": _("Save the result"),
                "was_act": any(name.startswith("_") for name in request.POST if name not in _SAVES),
            })  # fmt: skip

    def save_typed(self, request: HttpRequest, article: Article, form: Any) -> None:
        """Keep what a valid form holds, merged with what was saved since it was opened."""
        seal = form.cleaned_data["based_on"]
        if not seal:  # no page of ours: a script that posts fields means them as they are
            publishing.save_draft(article, form.content(), by=request.user)
            return
        base, choices = saving.opened_on(article, seal), choices_of(request.POST)
        saving.save(
            article, form.content(), base=base, by=request.user,
            choices=choices, keep_both=keeps_both(request.POST),
        )  # fmt: skip

    def collision_screen(
        self, request: HttpRequest, article: Article, refusal: Any, context: dict[str, Any]
    ) -> HttpResponse:
        """Mine, theirs and the result, and all that was typed behind it; nothing has happened."""
        context = {
            **self.admin_site.each_context(request),
            "opts": Article._meta,
            "article": article,
            "questions": questions(refusal.conflicts, request.POST),
            "carried": carried(request.POST),
            "media": BodyEditor().media,
            "is_asked_again": DECIDING in request.POST,
            "mine_called": _("Yours"),
            "keep_both": keeps_both(request.POST),
            **(_merged_alone(refusal) if isinstance(refusal, Overtaken) else {}),
            **context,
        }
        context["told"] = _told(len(context["questions"]), len(context.get("merged_alone", ())))
        if base := context.pop("base", None):
            context["their_changes"] = shown(compare(base, refusal.theirs.content), first=1000)
        return TemplateResponse(
            request, "admin/articles/article/collision.html", context, status=409
        )


_SAVES = frozenset({"_continue", "_save", "_addanother"})


def _merged_alone(refusal: Overtaken) -> dict[str, Any]:
    """What of mine enters their text without a question."""
    merged: Merged = refusal.merged
    theirs = refusal.theirs.content
    result = resolve(merged, {conflict.key: Side.THEIRS for conflict in merged.conflicts})
    state = State("", theirs, refusal.theirs if refusal.theirs.pk else None)
    return {
        "merged_alone": shown(compare(theirs, result)),
        "their_state": state,
        "their_name": called(state),
    }


def _told(asked: int, merged: int) -> str:
    """Two conflicts, and five fields merged by themselves."""
    first = ngettext("%(n)s conflict", "%(n)s conflicts", asked) % {"n": asked}
    if not asked:
        first = _("No conflict")
    if not merged:
        return first
    second = ngettext("%(n)s field merged by itself", "%(n)s fields merged by themselves", merged)
    return _("%(conflicts)s; %(merged)s") % {"conflicts": first, "merged": second % {"n": merged}}
