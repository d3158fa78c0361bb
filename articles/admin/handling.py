"""What the screen of a story says of the desk's hands: who has it, by when, what holds it back."""

from typing import Any

from django.http import HttpRequest

from articles import permissions, publishing
from articles.admin.acts import standing
from articles.models import Article

# These stand beside what they take; the rest in the bar.
_IN_THE_SECTION = (
    "_send_back",
    "_claim",
    "_let_go",
    "_unschedule",
    "_hold",
    "_lift_hold",
    "_withdraw",
)


class Handling:
    """Keeps the hours of the form and hands the section its words and buttons."""

    def keep_hours(self, request: HttpRequest, article: Article, form: Any) -> None:
        """The embargo and the hour by which it is wanted, where somebody changed them."""
        data = form.cleaned_data
        if "embargo_until" in form.changed_data:
            publishing.set_embargo(article, data["embargo_until"], by=request.user)
        if "due_at" in form.changed_data:
            publishing.set_due(article, data["due_at"], by=request.user)

    def handling_context(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """For ``_handling.html``: buttons by name, those of the bar apart."""
        acts = standing(request.user, article)
        return {
            "acts": [(name, word) for name, word in acts.items() if name not in _IN_THE_SECTION],
            "handling": {name.strip("_"): word for name, word in acts.items()},
            "has_desk": bool(article.pk) and permissions.may_review(request.user, article),
        }
