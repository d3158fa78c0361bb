"""The words of the panel's scripts: the country's months, and numbers in the site's figures.

Django's scripts put numbers into sentences by one function, ``interpolate`` (3 of 40 chosen; the
days that a screen reader hears in the calendar). What goes into a field stays in Latin figures.
"""

from typing import Any

from django.http import HttpResponse
from django.views.i18n import JavaScriptCatalog

from articles import house_style
from newsroom import month_names

_IN_ARABIC_FIGURES = """
{
  const plain = django.interpolate;
  const figures = (value) => typeof value === "number"
    ? String(value).replace(/[0-9]/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]) : value;
  const all = (values) => Array.isArray(values) ? values.map(figures)
    : Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figures(value)]));
  django.interpolate = (format, values, named) => plain(format, all(values), named);
  globalThis.interpolate = django.interpolate;
}
"""


class PanelWords(JavaScriptCatalog):
    """Django's catalogue for scripts with the house style in it."""

    def get_catalog(self) -> dict[str, Any]:
        named = {
            english: month_names.name(place) for place, english in enumerate(month_names.ENGLISH, 1)
        }
        return {**super().get_catalog(), **named}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        if house_style.figures() == "arab":
            response.write(_IN_ARABIC_FIGURES)
        return response
