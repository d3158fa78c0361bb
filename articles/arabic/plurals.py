"""Counted nouns in the six forms of Arabic, by CLDR's plural rules for ``ar``."""

from typing import Literal, NamedTuple

from articles.arabic.digits import Digits, number

type Category = Literal["zero", "one", "two", "few", "many", "other"]


class Forms(NamedTuple):
    """A noun in its six forms, ``{n}`` where the number stands; one and two hold none."""

    zero: str
    one: str
    two: str
    few: str
    many: str
    other: str


MINUTES = Forms(
    zero="أقل من دقيقة",
    one="دقيقة واحدة",
    two="دقيقتان",
    few="{n} دقائق",
    many="{n} دقيقة",
    other="{n} دقيقة",
)
COMMENTS = Forms(
    zero="لا تعليقات",
    one="تعليق واحد",
    two="تعليقان",
    few="{n} تعليقات",
    many="{n} تعليقًا",
    other="{n} تعليق",
)


def plural_category(n: int) -> Category:
    """CLDR's category of a whole number; its sign does not matter."""
    n = abs(n)
    if n == 0:
        return "zero"
    if n == 1:
        return "one"
    if n == 2:
        return "two"
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 >= 11 else "other"


def counted(n: int, forms: Forms, *, digits: Digits = "latn") -> str:
    """The noun with its number: دقيقة واحدة, دقيقتان, 3 دقائق, 11 دقيقة."""
    form: str = getattr(forms, plural_category(n))
    return form.replace("{n}", number(n, digits=digits))
