"""Mail to a reader whose comment was answered, when they asked for it.

The address was never proved to be theirs, so the mail holds no word that a stranger could choose:
our own sentence, the story's headline, the address of the page, and one that ends such mail.
"""

from email import policy
from email.message import EmailMessage as Message
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from comments.models import Comment

_SALT = "comments.notices"
# The most that a line of mail may hold (RFC 5322). Folded at its usual 78, a long address in
# List-Unsubscribe becomes an encoded word, which no mail program reads as an address.
_LONGEST_LINE = 998


class _Notice(EmailMessage):
    def message(self, *, policy: Any = policy.default) -> Message:
        return super().message(policy=policy.clone(max_line_length=_LONGEST_LINE))


def tell_the_answered(answer: Comment) -> None:
    """Write to the reader whose comment was answered: once, and only of an answer readers see."""
    asked = answer.parent
    if asked is None or not asked.notify or asked.author_key == answer.author_key:
        return
    untold = Comment.objects.public().filter(pk=answer.pk, told_at=None)
    if not untold.update(told_at=timezone.now()):
        return
    # The reader's language, whichever the panel speaks to the person who approved.
    with translation.override(settings.LANGUAGE_CODE):
        _notice(answer, asked).send()


def _notice(answer: Comment, asked: Comment) -> _Notice:
    stop = f"{settings.SITE_URL}{stop_address(asked)}"
    return _Notice(
        subject=_("Your comment was answered"),
        body=render_to_string(
            "comments/notice.txt",
            {
                "headline": answer.article.headline,
                "address": f"{settings.SITE_URL}{answer.get_absolute_url()}",
                "stop": stop,
            },
        ),
        to=[asked.email],
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def stop_address(comment: Comment) -> str:
    """The path under which its reader ends the mail about a comment, without logging in."""
    return reverse("comments:stop_notices", args=[signing.dumps(comment.pk, salt=_SALT)])


def stop(token: str) -> bool:
    """End the mail that a token stands for; False when it is none of ours."""
    try:
        key = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return False
    Comment.objects.filter(pk=key).update(notify=False)
    return True
