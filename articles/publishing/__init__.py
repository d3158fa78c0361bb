"""The verbs of a story. Each: permission, lock, readiness, change, announcement after commit."""

from articles.publishing.correcting import correct
from articles.publishing.going_out import publish, withdraw, withdraw_on
from articles.publishing.handing_on import call_ready, send_back, submit, take_up
from articles.publishing.readiness import missing
from articles.publishing.refusals import Collides, NotReady, Stale
from articles.publishing.writing import keep_branch, save_draft, start

__all__ = [
    "Collides", "NotReady", "Stale", "call_ready", "correct", "keep_branch", "missing", "publish",
    "save_draft", "send_back", "start", "submit", "take_up", "withdraw", "withdraw_on",
]  # fmt: skip
