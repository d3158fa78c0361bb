"""Mail to a reader whose comment was answered, when they asked for it.

The address was never proved to be theirs, so the mail holds no word that a stranger could choose:
our own sentence, the story's headline, the address of the page, and one that ends such mail.
"""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.models import Comment

_SALT = "comments.notices"


def tell_the_answered(answer: Comment) -> None:
    """Write to the reader whose comment was answered, unless they answered themselves."""
    asked = answer.parent
    if asked is None or not asked.notify or asked.author_key == answer.author_key:
        return
    stop = f"{settings.SITE_URL}{stop_address(asked)}"
    EmailMessage(
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
    ).send()


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
