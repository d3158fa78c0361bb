"""A headline, a section, a label, an hour: what is set from a list without opening the story."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from articles import leases
from articles.models import Article
from articles.permissions import Person
from articles.publishing.handing_on import set_due
from articles.publishing.row import locked
from articles.publishing.writing import save_draft

# What a list shows, and so what can be judged there.
QUICK: Final = ("headline", "category", "label")


@transaction.atomic
def quick_edit(
    article: Article,
    content: Mapping[str, Any],
    *,
    by: Person,
    version: int,
    **hour: datetime | None,
) -> Article:
    """Save some of ``QUICK`` in the working copy, and set ``due_at`` where that is given.

    ``version`` is the state that the words were written on, as in ``save_draft``: another one
    raises Stale. Held where somebody writes in the story now, whose words would collide. Then, as
    after PermissionDenied, nothing has happened.
    """
    article = locked(article)
    lease = leases.of(article)
    if leases.is_held(lease):
        raise leases.Held(lease)
    words = {name: content[name] for name in QUICK if name in content}
    article = save_draft(article, words, by=by, version=version)
    if "due_at" in hour and hour["due_at"] != article.due_at:
        article = set_due(article, hour["due_at"], by=by)
    return article
