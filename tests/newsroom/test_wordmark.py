"""The name of the paper as a drawing: its shapes reach every page, and nothing else of the file."""

import re

import pytest
from django.core.exceptions import ValidationError

from newsroom import wordmark
from newsroom.demo import wordmark as demo
from newsroom.models import SiteSettings

FRAME = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"'


def svg(inside: str, frame: str = FRAME) -> str:
    return f"<svg {frame}>{inside}</svg>"


def test_letters_and_dots_are_told_apart():
    drawn = wordmark.read(svg('<g><path d="M0 0H9"/></g><path class="i dots" d="M1,1\nh2Z"/>'))
    assert drawn.frame == "0 0 40 20"
    assert drawn.shapes == [("M0 0H9", False), ("M1,1 h2Z", True)]
    assert wordmark.read(str(drawn)) == drawn


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_svg"),
        ("غرفة الأخبار", "not_svg"),
        ("<html/>", "not_svg"),
        (f'<!DOCTYPE svg [<!ENTITY a "b">]>{svg("")}', "not_svg"),
        (svg(""), "empty"),
        (svg("<title>اسم</title>"), "empty"),
        (svg('<path d="M0 0"/>', 'viewBox="0 0 40"'), "no_frame"),
        (svg('<path d="M0 0"/>', 'viewBox="0 0 -4 9"'), "no_frame"),
        (svg('<path d="M0 0"/>', ""), "no_frame"),
        (svg("<script>alert(1)</script>"), "other_part"),
        (svg('<image href="https://spy.example/1.png"/>'), "other_part"),
        (svg('<path d="M0 0" transform="scale(2)"/>'), "other_part"),
        (svg('<path d="M0 0&quot;&gt;&lt;script&gt;"/>'), "other_part"),
        (svg(f'<path d="{"M0 0" * 3_000}"/>'), "too_long"),
    ],
)
def test_half_a_drawing_is_never_shown(text, code):
    with pytest.raises(wordmark.Unusable) as refusal:
        wordmark.read(text)
    assert refusal.value.code == code


def test_attributes_that_run_stay_outside():
    drawn = wordmark.read(
        svg('<path onclick="a()" style="fill:red" d="M0 0H9"/>', f'{FRAME} onload="b()"')
    )
    assert str(drawn) == svg('<path d="M0 0H9"/>')


@pytest.mark.django_db
def test_the_drawing_stands_once_in_a_page_and_names_the_paper(reader):
    SiteSettings(pk=1, name=demo.NAME, wordmark=demo.SVG).save()
    text = reader.get("/").text
    assert text.count('<g id="wordmark">') == 1
    assert text.count('<use href="#wordmark"/>') == 1
    named = re.findall(r'<svg role="img" aria-label="([^"]+)"', text)
    assert named == [demo.NAME, demo.NAME]


@pytest.mark.django_db
def test_a_drawing_that_cannot_be_shown_is_refused_in_words():
    settings = SiteSettings(pk=1, name="النهار", wordmark=svg("<script/>"))
    with pytest.raises(ValidationError) as refusal:
        settings.full_clean()
    (said,) = refusal.value.message_dict["wordmark"]
    assert "script" in said
    assert "مسارات" in said
    settings.wordmark = "  "
    settings.full_clean()
    assert settings.drawn_name is None
