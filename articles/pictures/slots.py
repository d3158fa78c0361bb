"""The shapes in which pages and machines show a picture: this table declares them, nothing else.

After a change here ``manage.py remake_pictures`` makes what stored pictures lack.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Slot(NamedTuple):
    """A shape with its widths in pixels, narrowest first."""

    label: str | Promise
    ratio: tuple[int, int] | None  # width to height; None is the picture's own
    widths: tuple[int, ...]


# Widths are those at which a layout shows the slot, times the density of its screens: phones are
# 360–430 points wide with two or three pixels a point, a desktop's text field 560, its page 1280.
# 736 is the lead of a phone of 360 points by two or 412 by 1.75, where a line is slow most often:
# the next size has twice the bytes, and the picture is what such a reader waits for.
SLOTS = {
    # Figures of a body and galleries: nothing of them is cut away.
    "whole": Slot(_("whole"), None, (480, 960, 1600)),
    # The lead of a story, and what other sites show of it.
    "wide": Slot(_("wide"), (16, 9), (736, 1120, 1600)),
    # From a row of a list, 112 points wide on a phone, to the lead of the front page;
    # 960 spares a phone with two pixels a point the widest.
    "card": Slot(_("card"), (3, 2), (320, 736, 960, 1280)),
    # Portraits and small thumbnails.
    "square": Slot(_("square"), (1, 1), (160, 320)),
    # Beside the text.
    "upright": Slot(_("upright"), (4, 5), (480, 800)),
    # Across the page.
    "panorama": Slot(_("panorama"), (21, 9), (800, 1600)),
}
