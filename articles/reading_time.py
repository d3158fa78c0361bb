"""How long a story takes to read, in whole minutes."""

# Words a minute, reading silently. English: 238, the mean of 190 studies (Brysbaert 2019). Others:
# 238 times the language's share of English in IReST (read aloud; Trauzettel-Klosinski & Dietz
# 2012), once by text length and once by rate, and the midpoint of both: 165 for Arabic. Measured
# aloud: 166 (Alabdulkader & Leat 2017) and 171; hence 170. No study: tr, fa, ur, ckb, ps.
WORDS_PER_MINUTE = {
    "ar": 170, "ckb": 170, "de": 195, "en": 238, "fa": 170, "fi": 165, "fr": 205, "he": 190,
    "it": 205, "nl": 215, "pl": 185, "ps": 170, "tr": 175, "ur": 170,
}  # fmt: skip
_UNKNOWN_LANGUAGE = 200
# Seconds given to the first picture; each further one gets a second less, never under the last.
_FIRST_PICTURE, _LATER_PICTURE = 12, 3


def reading_minutes(words: int, pictures: int = 0, *, language: str = "ar") -> int:
    """Whole minutes, half a minute rounded up, never under one."""
    rate = WORDS_PER_MINUTE.get(language.partition("-")[0].lower(), _UNKNOWN_LANGUAGE)
    seconds = words / rate * 60
    seconds += sum(max(_FIRST_PICTURE - place, _LATER_PICTURE) for place in range(pictures))
    # Python's round() takes halves to the even side: 2.5 minutes would become 2.
    return max(1, int(seconds / 60 + 0.5))
