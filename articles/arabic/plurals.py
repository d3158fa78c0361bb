"""Counted nouns in the six forms of Arabic.

Source: CLDR's plural rules for ``ar`` (the formula stands in the catalogue's header too); that one
and two print no digit is grammar: the singular and the dual say the number (Ryding, A Reference
Grammar of Modern Standard Arabic, 2005, ch. 15). Sentences of the screens are counted in the
catalogue, by gettext; this is for what is put together here.
"""

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
