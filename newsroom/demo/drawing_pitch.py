"""The pitch from straight above, under four towers of light."""

import math

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    INDIGO,
    INK,
    NIGHT,
    PAPER,
    SAFFRON,
    SAND,
    WIDTH,
    Colour,
    Cut,
    Point,
    Sheet,
    horizontal,
    mix,
    radial,
    vertical,
)

_TURN = math.radians(-17)
_GRASS: Colour = (42, 92, 92)


def _on_pitch(x: float, y: float) -> Point:
    """A place of the pitch (metres from its middle) on the turned picture."""
    x, y = (x - 37) * 27, (y + 2) * 27
    return (
        880 + x * math.cos(_TURN) - y * math.sin(_TURN),
        640 + x * math.sin(_TURN) + y * math.cos(_TURN),
    )


def _round(radius: float, centre: Point, start: float = 0, sweep: float = 360) -> list[Point]:
    """A chalked part of a circle."""
    turns = [math.radians(start + sweep * i / 60) for i in range(61)]
    return [
        _on_pitch(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in turns
    ]


def pitch() -> Image.Image:
    """Players and their four shadows on a striped pitch, from a tower of lights."""
    sheet = Sheet(71, mix(_GRASS, INK, 0.35))
    stripes = Cut()
    for stripe in range(-1, 11, 2):
        left, right = stripe * 5.25, stripe * 5.25 + 5.25
        stripes.polygon(
            [_on_pitch(left, -46), _on_pitch(right, -46), _on_pitch(right, 46), _on_pitch(left, 46)]
        )
    sheet.fill(stripes.done(), mix(_GRASS, INK, 0.2))
    for centre, peak in (((1420, 330), 190), ((620, 820), 130)):
        sheet.stipple(radial(centre, 1150, 800, peak), mix(_GRASS, SAFFRON, 0.34))
    sheet.stipple(radial((1420, 330), 560, 400, 120), mix(_GRASS, PAPER, 0.5))
    _chalk(sheet)
    _stand(sheet)
    _players(sheet)
    sheet.stipple(vertical(800, 1500, 0, 120), mix(NIGHT, INK, 0.5))
    return sheet.printed()


def _chalk(sheet: Sheet) -> None:
    """The lines of the half that we see, and the goal with its net."""
    chalk = Cut()
    half = [(-52.5, -34), (52.5, -34), (52.5, 34), (-52.5, 34), (-52.5, -34)]
    for outline in (
        half,
        [(0, -34), (0, 34)],
        [(52.5, -20.2), (36, -20.2), (36, 20.2), (52.5, 20.2)],
        [(52.5, -9.2), (47, -9.2), (47, 9.2), (52.5, 9.2)],
        [(-52.5, -20.2), (-36, -20.2), (-36, 20.2), (-52.5, 20.2)],
    ):
        chalk.line([_on_pitch(*point) for point in outline], 6)
    chalk.line(_round(9.15, (0, 0)), 6)
    chalk.line(_round(9.15, (41.5, 0), 127, 106), 6)
    for spot in ((0, 0), (41.5, 0)):
        chalk.ellipse(_on_pitch(*spot), 8)
    for step in range(11):
        chalk.line([_on_pitch(52.5, -3.7 + step * 0.74), _on_pitch(55, -3.7 + step * 0.74)], 1.6)
    for step in range(4):
        chalk.line([_on_pitch(52.5 + step * 0.8, -3.7), _on_pitch(52.5 + step * 0.8, 3.7)], 1.6)
    sheet.wash(horizontal(0, WIDTH, 190, 255), mix(PAPER, SAND, 0.2), chalk.done())


def _stand(sheet: Sheet) -> None:
    """The crowd along the touchline, as dots in rows."""
    seats = Cut()
    seats.polygon([_on_pitch(60, -60), _on_pitch(60, 60), _on_pitch(110, 60), _on_pitch(110, -60)])
    sheet.fill(seats.done(), mix(NIGHT, INK, 0.45))
    crowds = {ink: Cut() for ink in (SAND, CINNABAR, INDIGO, PAPER, SAFFRON)}
    for row in range(20):
        for seat in range(86):
            if sheet.chance.random() < 0.16:
                continue
            y = -36 + seat * 0.84 + sheet.chance.uniform(-0.1, 0.1)
            ink = sheet.chance.choice((SAND, SAND, CINNABAR, CINNABAR, INDIGO, PAPER, SAFFRON))
            crowds[ink].ellipse(
                _on_pitch(61.4 + row * 1.05, y), 7.4 + sheet.chance.uniform(-0.8, 1.4)
            )
    fade = radial((1400, 520), 1300, 1000)
    for ink, cut in crowds.items():
        sheet.wash(fade, mix(ink, INK, 0.12), cut.done())
    rail = Cut()
    rail.line([_on_pitch(60, -60), _on_pitch(60, 60)], 12)
    sheet.fill(rail.done(), mix(CINNABAR, INK, 0.2))


def _players(sheet: Sheet) -> None:
    """Two sides, a keeper, the ball; each casts a shadow for each tower."""
    reds = [(38, -3), (44, 6), (31, 9), (24, -14), (12, 4), (2, -8), (-9, 12), (33, -22), (-20, -2)]
    blues = [
        (40.6, -1.2),
        (43, -9),
        (36, 4),
        (28, -4),
        (20, 10),
        (8, -3),
        (16, -20),
        (45, 3),
        (-6, 3),
        (-14, -12),
    ]
    keeper, ball = (51, -1), (42.6, 1.2)
    _shadows(sheet, [*reds, *blues, keeper])
    for side, ink in ((reds, CINNABAR), (blues, PAPER), ([keeper], SAFFRON)):
        shirts, heads = Cut(), Cut()
        for place in side:
            _player(sheet, (shirts, heads), _on_pitch(*place))
        sheet.fill(shirts.done(), ink)
        sheet.fill(heads.done(), INK)
    leather = Cut()
    leather.ellipse(_on_pitch(*ball), 8)
    sheet.fill(leather.done(), PAPER)


def _shadows(sheet: Sheet, places: list[Point]) -> None:
    """Four shadows for everyone, fainter towards their ends."""
    for share, tone in ((1.0, 60), (0.62, 70), (0.34, 80)):
        cut = Cut()
        for place in places:
            x, y = _on_pitch(*place)
            for turn, reach in ((35, 120), (128, 96), (205, 138), (305, 84)):
                dx, dy = math.cos(math.radians(turn)), math.sin(math.radians(turn))
                far, half = reach * share, 9 + 5 * share
                tip = (x + dx * far, y + dy * far)
                cut.polygon(
                    [
                        (x - dy * 9, y + dx * 9),
                        (x + dy * 9, y - dx * 9),
                        (tip[0] + dy * half, tip[1] - dx * half),
                        (tip[0] - dy * half, tip[1] + dx * half),
                    ]
                )
                cut.ellipse(tip, half)
        sheet.wash(vertical(0, 1, tone, tone), mix(NIGHT, INK, 0.5), cut.done())


def _player(sheet: Sheet, cuts: tuple[Cut, Cut], at: Point) -> None:
    """One player from above: shoulders, arms, head, a stride."""
    shirts, heads = cuts
    turn = sheet.chance.uniform(0, 6.3)
    c, s = math.cos(turn) * 1.35, math.sin(turn) * 1.35

    def body(dx: float, dy: float) -> Point:
        return (at[0] + dx * c - dy * s, at[1] + dx * s + dy * c)

    heads.line([body(-2, -8), body(15, -9)], 9)
    heads.line([body(2, 8), body(-16, 9)], 9)
    torso = [(math.radians(a * 15), 9 + 1.6 * math.sin(math.radians(a * 30))) for a in range(24)]
    shirts.polygon([body(r * math.cos(a), 22 * math.sin(a)) for a, r in torso])
    shirts.line([body(0, -19), body(10, -27), body(19, -25)], 9)
    shirts.line([body(0, 19), body(-9, 28), body(-18, 27)], 9)
    heads.ellipse(at, 11)
