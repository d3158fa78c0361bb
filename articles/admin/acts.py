"""The buttons of a story's screen: each one verb, for whom and when it stands there."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import permissions, publishing, workflow
from articles.models import Article

State = Article.State


class Act(NamedTuple):
    """A button of the screen: a verb, who may, where it leads, its name and what it has done."""

    verb: Callable[..., Article]
    allowed: Callable[[Any, Article], bool]
    leads_to: str | None  # None: the story stays in its state
    called: Promise
    done: Promise
    takes: str = ""  # the option of the verb that the field of this name fills

    def stands(self, user: Any, article: Article) -> bool:
        """Whether the button is there for somebody."""
        follows = self.leads_to is None or workflow.may_follow(article.state, self.leads_to)
        return follows and self.allowed(user, article)

    def taken_from(self, post: QueryDict) -> dict[str, Any]:
        """The option that somebody typed beside the button, for the verb."""
        return {self.takes: post.get(self.takes, "")} if self.takes else {}


def _may_claim(user: Any, article: Article) -> bool:
    in_hand = article.state in workflow.WITH_THE_DESK
    return in_hand and article.claimed_by_id != user.pk and permissions.may_review(user, article)


def _may_let_go(user: Any, article: Article) -> bool:
    return article.claimed_by_id is not None and permissions.may_review(user, article)


def _may_unschedule(user: Any, article: Article) -> bool:
    return article.scheduled_for is not None and permissions.may_set_time(user, article)


def _may_hold(user: Any, article: Article) -> bool:
    is_new = article.pk is None
    return not is_new and not article.legal_hold and permissions.may_hold(user, article)


def _may_lift_hold(user: Any, article: Article) -> bool:
    return bool(article.legal_hold) and permissions.may_lift_hold(user, article)


ACTS = {
    "_submit": Act(
        publishing.submit, permissions.may_submit, State.SUBMITTED,
        _("Send to the desk"), _("The story is with the desk."),
    ),
    "_take_up": Act(
        publishing.take_up, permissions.may_review, State.IN_REVIEW,
        _("Begin the review"), _("The story is in review, and you have it."),
    ),
    "_call_ready": Act(
        publishing.call_ready, permissions.may_review, State.READY,
        _("Ready to publish"), _("The story is ready to publish."),
    ),
    "_send_back": Act(
        publishing.send_back, permissions.may_review, State.DRAFT,
        _("Send back to the reporter"), _("The story went back to its reporter."), "note",
    ),
    "_publish": Act(
        publishing.publish, permissions.may_publish, State.PUBLISHED,
        _("Publish"), _("The story is published."),
    ),
    "_withdraw": Act(
        publishing.withdraw, permissions.may_withdraw, State.WITHDRAWN,
        _("Withdraw"), _("The story was withdrawn; its address says so."), "why",
    ),
    "_claim": Act(
        publishing.claim, _may_claim, None, _("I have it"), _("You have the story."),
    ),
    "_let_go": Act(
        publishing.let_go, _may_let_go, None,
        _("Let it go"), _("Nobody has the story in hand."),
    ),
    "_unschedule": Act(
        publishing.unschedule, _may_unschedule, None, _("Take the changes off the schedule"),
        _("The changes are the working copy again; readers see the live text."),
    ),
    "_hold": Act(
        publishing.hold, _may_hold, None, _("Hold for the lawyers"),
        _("The story goes out only when the hold is lifted."), "reason",
    ),
    "_lift_hold": Act(
        publishing.lift_hold, _may_lift_hold, None, _("Lift the legal hold"),
        _("The hold is lifted; nothing was published by it."),
    ),
}  # fmt: skip


def standing(user: Any, article: Article) -> dict[str, Promise]:
    """The names of the buttons that are there for somebody, with their words."""
    return {name: act.called for name, act in ACTS.items() if act.stands(user, article)}
