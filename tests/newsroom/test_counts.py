"""Every count of the catalogue reads as people say it, in six forms, whatever is counted."""

import re

import pytest
from babel import Locale
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import ngettext

from tools import catalogue

COUNTS = (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111)
FORM = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 4, "other": 5}
CLDR = Locale("ar").plural_form
PO = settings.BASE_DIR / "locale" / "ar" / "LC_MESSAGES" / "django.po"


def counted() -> list:
    with PO.open("rb") as stream:
        return [entry for entry in read_po(stream, locale="ar") if entry.pluralizable]


ENTRIES = counted()


def test_there_are_counts_to_check():
    assert len(ENTRIES) >= 10
    assert {"%(shown)s minute", "%(shown)s comment", "%(shown)s result"} <= {
        entry.id[0] for entry in ENTRIES
    }


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id[0][:40])
@pytest.mark.parametrize("n", COUNTS)
def test_a_count_takes_the_form_of_its_number(entry, n):
    said = ngettext(*entry.id, n)
    assert said == entry.string[FORM[CLDR(n)]]
    prints_it = any(f"%({name})" in said for name in catalogue.NUMBER_NAMES)
    if n in {1, 2}:
        assert not prints_it
        assert not re.search("[0-9٠-٩]", said)
    elif n > 2 and any(f"%({name})" in entry.id[1] for name in catalogue.NUMBER_NAMES):
        assert prints_it


@pytest.mark.parametrize(
    ("n", "minutes", "comments"),
    [
        (0, None, "لا تعليقات"),
        (1, "دقيقة واحدة", "تعليق واحد"),
        (2, "دقيقتان", "تعليقان"),
        (3, "3 دقائق", "3 تعليقات"),
        (10, "10 دقائق", "10 تعليقات"),
        (11, "11 دقيقة", "11 تعليقًا"),
        (99, "99 دقيقة", "99 تعليقًا"),
        (100, "100 دقيقة", "100 تعليق"),
        (101, "101 دقيقة", "101 تعليق"),
        (102, "102 دقيقة", "102 تعليق"),
        (103, "103 دقائق", "103 تعليقات"),
        (111, "111 دقيقة", "111 تعليقًا"),
    ],
)
def test_reading_time_and_comments_are_counted_so(n, minutes, comments):
    shown = {"shown": str(n)}
    assert ngettext("%(shown)s comment", "%(shown)s comments", n) % shown == comments
    if minutes:  # a story takes a minute at least
        assert ngettext("%(shown)s minute", "%(shown)s minutes", n) % shown == minutes


def test_a_figure_beside_a_dual_is_a_problem_of_the_catalogue(monkeypatch, tmp_path):
    spoilt = PO.read_text().replace('msgstr[2] "دقيقتان"', 'msgstr[2] "%(shown)s دقيقتان"')
    copy = tmp_path / "ar" / "LC_MESSAGES" / "django.po"
    copy.parent.mkdir(parents=True)
    copy.write_text(spoilt)
    monkeypatch.setattr(catalogue, "ARABIC", copy)
    (problem,) = catalogue.problems()
    assert problem.startswith("a figure beside a noun that says the number in msgstr[2]")
