"""What the ground floor announces, after commit; the receivers are in ``newsroom/receivers.py``.

Each is sent with ``sender=Article`` and ``article=…``, but ``front_launched`` with ``edition=…``.
"""

from django.dispatch import Signal

article_published = Signal()  # readers have it now, for the first time or changed
article_scheduled = Signal()  # they will have it, or its changes, at an hour to come
article_withdrawn = Signal()
article_submitted = Signal()
article_sent_back = Signal()
front_launched = Signal()  # readers have a front page composed anew; its edition is in `edition`
