"""Which act of a story's screen comes next: one button stands out, the others wait in a menu."""

from typing import Any

from django.utils.translation import gettext as _

from articles.models import Article

State = Article.State
# The first of these that somebody may press; what else they may do stands in the menu.
NEXT = {
    State.DRAFT: ("_publish", "_submit"),
    State.SUBMITTED: ("_take_up", "_submit"),
    State.IN_REVIEW: ("_publish", "_call_ready"),
    State.READY: ("_publish",),
    State.PUBLISHED: ("_publish",),
    State.WITHDRAWN: ("_publish",),
}


def in_order(acts: list[tuple[str, Any]], article: Article) -> dict[str, Any]:
    """The acts (name and word) that somebody may do, as ``next_act`` and ``other_acts``."""
    if article.state == State.PUBLISHED:
        acts = [
            (name, _("Publish the changes") if name == "_publish" else word) for name, word in acts
        ]
    open_to = dict(acts)
    first = next((name for name in NEXT[State(article.state)] if name in open_to), None)
    return {
        "next_act": (first, open_to[first]) if first else None,
        "other_acts": [(name, word) for name, word in acts if name != first],
    }
