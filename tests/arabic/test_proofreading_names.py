"""Names by the glossary: the house's spelling, and whose word it is when it may be no name."""

import pytest

from articles.arabic.proofreading.desk import marks, tidied
from articles.arabic.proofreading.mark import Kind, fixed
from articles.arabic.terms import bare, terms

SPELLINGS = {
    "ترمب": ["ترامب", "ترمپ"],
    "دونالد ترمب": ["دونالد ترامب"],
    "معمر القذافي": ["معمّر القدافي"],
    "علي": [],
    "غزة": [],
    "زيلينسكي": ["زيلنسكي", "زلنسكي"],
    "آل ثاني": ["ال ثاني"],
    "من": [],
}
GLOSSARY = {
    " ".join(map(bare, terms(written))): house
    for house, variants in SPELLINGS.items()
    for written in (house, *variants)
}

MENDED = [
    ("قال ترامب أمس", "قال ترمب أمس"),
    ("قال دونالد ترامب أمس", "قال دونالد ترمب أمس"),
    ("لقاء بدونالد ترامب", "لقاء بدونالد ترمب"),
    ("عهد معمر القدافي", "عهد معمر القذافي"),
    ("عهد معمر القذافى", "عهد معمر القذافي"),
    ("زلنسكي، ثم زيلنسكي", "زيلينسكي، ثم زيلينسكي"),
    ("«ترامب»,قال", "«ترمب»، قال"),
    ("تـرامب هنا", "ترمب هنا"),
    ("الشيخ ال ثاني", "الشيخ آل ثاني"),
]
FOR_A_PERSON = [
    ("ولترامب رأي", "ولترمب رأي", False),
    ("بترامب", "بترمب", True),
    ("وصل على متأخرًا", "وصل علي متأخرًا", False),
    ("في غزه", "في غزة", True),
]
KEPT = [
    "قال ترمب ودونالد ترمب وعلي في غزة",
    "قال تَرْمب في غَزّة",
    "جلس على الكرسي من هنا",
    "وسم #ترامب و@ترامب",
    "دونالد، ترمب",
    "مع معمّر القذّافي",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_a_spelling_that_editors_listed_becomes_that_of_the_house(before, after):
    assert tidied(before, glossary=GLOSSARY) == after
    assert tidied(after, glossary=GLOSSARY) == after
    assert tidied(before) != after


@pytest.mark.parametrize(("before", "after", "is_marked"), FOR_A_PERSON)
def test_what_may_be_no_name_waits_for_a_person(before, after, is_marked):
    found = marks(before, glossary=GLOSSARY)
    assert {mark.kind for mark in found} == ({Kind.NAME} if is_marked else set())
    assert tidied(before, glossary=GLOSSARY) == before
    assert fixed(before, found) == (after if is_marked else before)


@pytest.mark.parametrize("text", KEPT)
def test_the_houses_spelling_in_any_vocalisation_has_no_mark(text):
    assert marks(text, glossary=GLOSSARY) == []


def test_of_two_names_the_longer_counts():
    mark, *rest = marks("دونالد ترامب", glossary=GLOSSARY)
    assert (mark.found, mark.fix, rest) == ("دونالد ترامب", "دونالد ترمب", [])
