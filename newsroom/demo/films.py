"""The film of the demonstration, with what its captions say."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from newsroom.demo.film import View


@dataclass(frozen=True, slots=True)
class DemoFilm:
    """A journey over the drawing of its story's picture; ``captions`` are WebVTT."""

    key: str
    title: str
    credit: str
    stops: tuple[View, ...]
    seconds: int
    captions: str


_ALL = (
    DemoFilm(
        key="wind-farm",
        title="جولة في مزرعة الرياح ليلًا",
        credit="رسم: غرفة الأخبار",
        stops=(
            View(0.5, 0.5, 1.0),
            View(0.57, 0.72, 0.42),
            View(0.33, 0.44, 0.42),
            View(0.5, 0.5, 1.0),
        ),
        seconds=12,
        captions="""WEBVTT

00:00.500 --> 00:03.000
أربعون مروحة على بعد تسعة أميال من رأس الشرفة.

00:03.300 --> 00:06.000
صيّاد بصنّارته بين الصفوف،
وفانوسه أقرب ضوء إليه.

00:06.300 --> 00:09.000
ثلثا الكهرباء يأتيان والقمر في السماء.

00:09.300 --> 00:11.800
(فيلم صامت)
""",
    ),
)

FILMS: Mapping[str, DemoFilm] = MappingProxyType({film.key: film for film in _ALL})
