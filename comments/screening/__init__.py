"""What machines say of a comment before a person does: every check runs, the strongest wins."""

from comments.screening.checks import CHECKS
from comments.screening.verdict import Submission, Verdict, strongest

__all__ = ["Submission", "Verdict", "screen"]


def screen(submission: Submission) -> list[Verdict]:
    """Every verdict given, the strongest first; none means that a person decides."""
    given = [verdict for check in CHECKS if (verdict := check(submission))]
    return strongest(given)
