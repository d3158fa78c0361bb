"""Mail of the desk to its own people, sent beside the request that asked for it."""

import logging
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage

log = logging.getLogger(__name__)


def send_soon(subject: str, body: str, to: str) -> Thread:
    """Send in a thread: how long the mailer takes tells nobody whether there is such an account.

    What cannot be sent is logged, without the address; whoever waits for it asks again.
    """
    message = EmailMessage(" ".join(subject.split()), body, settings.DEFAULT_FROM_EMAIL, [to])
    thread = Thread(target=_send, args=(message,), daemon=True)
    thread.start()
    return thread


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except Exception:
        # Nobody is there to hear of it: the request that asked was answered long ago.
        log.exception("a mail of the desk could not be sent")
