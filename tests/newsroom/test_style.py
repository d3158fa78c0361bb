"""A page waits for no style sheet and asks for one font at most."""

import base64
import hashlib
import re
from pathlib import Path

import brotli
import pytest

from newsroom import style
from tests.factories import make_article

ROOT = Path(__file__).resolve().parents[2]
SHEETS = (ROOT / "static/css/site.css", ROOT / "static/css/reader/body.css")
HEAVIEST_STYLE, HEAVIEST_FONT = 7 * 1024, 45 * 1024


def test_the_policy_names_the_very_style_that_the_page_holds(reader):
    response = reader.get(make_article(published=True).get_absolute_url())
    held = re.search(r"<style>(.*?)</style>", response.text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(held.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response.headers["Content-Security-Policy"]
    assert 'rel="stylesheet"' not in response.text
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]


def test_the_style_of_a_page_is_light():
    text = style.load(*SHEETS, static_root=ROOT, static_url="/static/").text
    assert len(brotli.compress(text.encode())) <= HEAVIEST_STYLE


@pytest.mark.parametrize(
    ("css", "short"),
    [
        (
            "a { color : red; }\n\n/* why */ b > c { margin: 0 auto }",
            "a{color : red}b>c{margin: 0 auto}",
        ),
        ("@media (width >= 44rem) { a { inset: 0 } }", "@media (width>= 44rem){a{inset: 0}}"),
        ("a { inline-size: calc(100% - 1rem) }", "a{inline-size: calc(100% - 1rem)}"),
    ],
)
def test_shortening_keeps_every_rule(css, short):
    assert style.shortened(css) == short


def test_without_a_font_the_systems_faces_serve(tmp_path):
    sheet = style.load(*SHEETS, static_root=tmp_path, static_url="/static/")
    assert sheet.font == ""
    assert "@font-face" not in sheet.text


def test_the_font_of_set_up_is_one_light_file_with_figures_and_quotes():
    font = ROOT / "static" / style.FONT
    assert font.exists(), "make setup cuts it"
    assert font.stat().st_size <= HEAVIEST_FONT
    from fontTools.ttLib import TTFont

    cut = TTFont(font)
    wanted = "قال الوزير: «3.5% في 2025»، ١٢٪ ٱلْعَرَبِيَّة Grain Bridge ﷺ گپچ"
    missing = {letter for letter in wanted if ord(letter) not in cut.getBestCmap()}
    assert not missing
    assert (cut["fvar"].axes[0].minValue, cut["fvar"].axes[0].maxValue) == (400, 700)
