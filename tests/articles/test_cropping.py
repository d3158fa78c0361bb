"""Where a picture is cut, for any size, shape and focus point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pictures.cropping import Box, crop, sizes
from articles.pictures.slots import SLOTS

RATIOS = sorted({slot.ratio for slot in SLOTS.values() if slot.ratio})
SIDES = st.one_of(st.integers(1, 60), st.integers(1, 3840))
SHARES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)


@given(width=SIDES, height=SIDES, ratio=st.sampled_from(RATIOS), x=SHARES, y=SHARES)
def test_a_crop_is_inside_keeps_the_focus_and_is_as_large_as_its_ratio_allows(
    width, height, ratio, x, y
):
    box = crop((width, height), ratio, (x, y))
    assert 0 <= box.left < box.right <= width
    assert 0 <= box.top < box.bottom <= height
    assert box.left <= x * width <= box.right
    assert box.top <= y * height <= box.bottom
    across, down = ratio
    if box.width == width:
        ideal, side, whole = width * down / across, box.height, height
    else:
        assert box.height == height, "one side is whole, or the crop could be larger"
        ideal, side, whole = height * across / down, box.width, width
    # Within a pixel of the ratio; a ribbon gives all that it has.
    assert abs(side - ideal) < 1 or (side == whole < ideal)


@given(width=SIDES, height=SIDES, ratio=st.sampled_from(RATIOS), x=SHARES, y=SHARES)
def test_a_crop_is_centred_on_the_focus_unless_an_edge_is_in_the_way(width, height, ratio, x, y):
    box = crop((width, height), ratio, (x, y))
    for start, end, whole, focus in (
        (box.left, box.right, width, x * width),
        (box.top, box.bottom, height, y * height),
    ):
        if start > 0 and end < whole:
            assert abs((start + end) / 2 - focus) <= 1


@pytest.mark.parametrize(
    ("ratio", "focus", "box"),
    [
        ((16, 9), (0.5, 0.5), Box(0, 94, 1800, 1106)),
        ((16, 9), (0.5, 0.0), Box(0, 0, 1800, 1012)),
        ((3, 2), (0.9, 0.1), Box(0, 0, 1800, 1200)),
        ((1, 1), (1.0, 0.5), Box(600, 0, 1800, 1200)),
        ((4, 5), (0.25, 0.5), Box(0, 0, 960, 1200)),
        (None, (0.1, 0.9), Box(0, 0, 1800, 1200)),
    ],
)
def test_crops_of_a_photograph_of_1800_by_1200(ratio, focus, box):
    found = crop((1800, 1200), ratio, focus)
    assert tuple(found) == pytest.approx(tuple(box), abs=1)


@given(width=SIDES, height=SIDES, slot=st.sampled_from(sorted(SLOTS)))
def test_every_shape_gives_every_slot_a_size_and_none_wider_than_it_is(width, height, slot):
    box = crop((width, height), SLOTS[slot].ratio, (0.3, 0.7))
    made = sizes(box, SLOTS[slot].widths)
    widths = [width for width, _height in made]
    assert widths
    assert widths == sorted(set(widths))
    assert 1 <= widths[-1] <= min(box.width, SLOTS[slot].widths[-1])
    for size in made:
        assert abs(size[1] - size[0] * box.height / box.width) < 1


def test_a_column_of_40_by_2000_still_fills_every_slot():
    shapes = {}
    for name, slot in SLOTS.items():
        box = crop((40, 2000), slot.ratio, (0.5, 0.5))
        (shapes[name],) = sizes(box, slot.widths)
    assert shapes == {
        "whole": (40, 2000), "wide": (40, 22), "card": (40, 27), "square": (40, 40),
        "upright": (40, 50), "panorama": (40, 17),
    }  # fmt: skip


def test_every_slot_is_declared_with_ascending_widths():
    for slot in SLOTS.values():
        assert list(slot.widths) == sorted(set(slot.widths))
