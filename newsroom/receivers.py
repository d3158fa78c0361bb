"""Who reacts to what: the one list of receivers of the house.

Those of our own announcements run after commit. Nothing reacts to them yet: pages are built anew
for each request. What forgets stored pages goes here.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from articles.models import Article, Tag
from articles.search import index


@receiver(pre_delete, sender=Article)
def forget_in_search(sender: type[Article], instance: Article, **kwargs: Any) -> None:
    """Django's own event: a story may be deleted by any query, and its words must go with it."""
    index.forget([instance.pk])


@receiver(pre_delete, sender=Tag)
def forget_topic_in_search(sender: type[Tag], instance: Tag, **kwargs: Any) -> None:
    """Its stories are no longer found by it. (Who signed a story, and its section, stay.)"""
    carrying = list(Article.objects.tagged(instance).values_list("pk", flat=True))
    forget = partial(index.renamed, Article.objects.filter(pk__in=carrying))
    transaction.on_commit(forget, robust=True)
