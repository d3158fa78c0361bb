"""Languages in which a story may be written, each by the name that its readers give it."""

from typing import Final

from django.utils.translation import get_language_info

# Those that Arabic papers translate into and out of; their names are Django's.
_CODES: Final = ("ar", "ckb", "de", "en", "es", "fa", "fr", "he", "ru", "tr", "ur")
LANGUAGES: Final = [(code, get_language_info(code)["name_local"]) for code in _CODES]
NAMES: Final = dict(LANGUAGES)
