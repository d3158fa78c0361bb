"""The verbs of a story. Each: permission, lock, readiness, change, announcement after commit."""

from articles.publishing.breaking import break_news
from articles.publishing.clock import tick
from articles.publishing.correcting import correct
from articles.publishing.going_out import publish, withdraw, withdraw_on
from articles.publishing.handing_on import (
    call_ready,
    claim,
    let_go,
    send_back,
    set_due,
    submit,
    take_up,
)  # fmt: skip
from articles.publishing.holding import hold, lift_hold, set_embargo
from articles.publishing.moving import move_changes, move_publication
from articles.publishing.quick import quick_edit
from articles.publishing.readiness import missing
from articles.publishing.refusals import Collides, NotReady, Stale
from articles.publishing.waiting import unschedule
from articles.publishing.writing import keep_branch, save_draft, start

__all__ = [
    "Collides", "NotReady", "Stale", "break_news", "call_ready", "claim", "correct", "hold",
    "keep_branch", "let_go", "lift_hold", "missing", "move_changes", "move_publication", "publish",
    "quick_edit", "save_draft", "send_back", "set_due", "set_embargo", "start", "submit", "take_up",
    "tick", "unschedule", "withdraw", "withdraw_on",
]  # fmt: skip
