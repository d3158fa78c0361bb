"""The checks. Each looks at one thing, answers or stays silent, and touches nothing."""

import re

from comments.models import Comment
from comments.screening.verdict import Check, Submission, Verdict

# Two links are a reader's sources; more is somebody's trade. (WordPress holds from two.)
_MOST_LINKS = 2
_LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)


def honeypot(submission: Submission) -> Verdict | None:
    """No person fills in a field that no person sees."""
    return Verdict(Comment.State.SPAM, "honeypot") if submission.bait else None


def too_many_links(submission: Submission) -> Verdict | None:
    found = len(_LINK.findall(submission.body))
    return Verdict(Comment.State.SPAM, "links") if found > _MOST_LINKS else None


def link_as_name(submission: Submission) -> Verdict | None:
    return Verdict(Comment.State.SPAM, "name") if _LINK.search(submission.name) else None


CHECKS: tuple[Check, ...] = (honeypot, too_many_links, link_as_name)
