"""عاجل: one sentence goes out at once, and grows into a story at the same address."""

from django.db import transaction

from articles import permissions
from articles.models import Article, Category
from articles.permissions import Person
from articles.publishing.going_out import publish
from articles.publishing.handing_on import submit
from articles.publishing.writing import begun_in, start


@transaction.atomic
def break_news(headline: str, category: Category, *, by: Person, tab: str) -> Article:
    """Put a headline before the public as breaking news; whoever may not publish hands it in.

    A second press of the same ``tab`` gets the story of the first, as it stands by now.
    """
    if permissions.may_write(by) and (begun := begun_in(tab, by)):
        return begun
    content = {"headline": headline, "label": Article.Label.BREAKING, "category": category.pk}
    story = start(content, by=by, tab=tab)
    return publish(story, by=by) if permissions.may_publish(by, story) else submit(story, by=by)
