"""What the comments announce, after commit: sent with ``sender=Comment`` and ``comment=…``."""

from django.dispatch import Signal

comment_received = Signal()  # stored for the first time, in whatever state
comment_decided = Signal()  # its state was changed by a person
