"""What a browser would drop without a word is refused with its line."""

import pytest

from articles.videos.captions import MOST_BYTES, check_captions
from articles.videos.refusal import VideoRefused
from tests.factories import CAPTIONS

A_CUE = "مقدّمة\n00:00.000 --> 00:01.000 position:10%\n<v المذيعة>مساء الخير\n- أهلًا\n"


def refusal(text: str | bytes) -> tuple[str, int | None]:
    with pytest.raises(VideoRefused) as refused:
        check_captions(text.encode() if isinstance(text, str) else text)
    return refused.value.code, refused.value.line


@pytest.mark.parametrize(
    "text",
    [
        CAPTIONS,
        "\ufeff" + CAPTIONS,
        CAPTIONS.replace("\n", "\r\n"),
        CAPTIONS.replace("\n", "\r"),
        "WEBVTT نشرة المساء\nLanguage: ar\n\n\n1\n01:00:00.000 --> 01:00:02.000\nأ\n",
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE كتبها المحرّر\n\n" + A_CUE,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nسطر\u2028ما زال هو، وفيه\x0bعلامة\x85أيضًا",
        "WEBVTT\n\n100:00:00.000 --> 100:00:01.000\nيوم خامس",
    ],
)
def test_captions_that_browsers_show_are_taken(text):
    check_captions(text.encode())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "captions_header", 1),
        ("1\n00:00:01,000 --> 00:00:02,000\nترجمة من SRT\n", "captions_header", 1),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nأ", "captions_header", 1),
        ("\nWEBVTT\n\n00:01.000 --> 00:02.000\nأ", "captions_header", 1),
        ("<!doctype html>", "captions_header", 1),
        ("WEBVTT", "captions_without_cue", 1),
        ("WEBVTT\n\nNOTE لا شيء\n", "captions_without_cue", 4),
        ("WEBVTT\n00:01.000 --> 00:02.000\nأ", "captions_blank_line", 2),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nأ", "captions_time", 3),
        ("WEBVTT\n\n٠٠:٠١.٠٠٠ --> ٠٠:٠٢.٠٠٠\nأ", "captions_time", 3),
        ("WEBVTT\n\n1\n00:01.000-->00:02.000\nأ", "captions_time", 4),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nأ", "captions_time", 3),
        ("WEBVTT\n\n0:1.000 --> 0:2.000\nأ", "captions_time", 3),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nأ", "captions_backwards", 3),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nأ", "captions_backwards", 3),
        ("WEBVTT\n\n59:59.999 --> 00:59.000\nأ", "captions_backwards", 3),
        (CAPTIONS + "00:02.000 --> 00:03.000\nب", "captions_blank_line", 5),
        ("WEBVTT\n\n" + A_CUE + "00:03.000 --> 00:04.000\nج", "captions_blank_line", 7),
        (CAPTIONS + "\nسطر بلا توقيت\n", "captions_without_time", 6),
        (CAPTIONS + "\nسطر\nوآخر\n00:02.000 --> 00:03.000\n", "captions_without_time", 6),
        (CAPTIONS + "\nNOTE\n00:02.000 --> 00:03.000\nب", "captions_blank_line", 7),
        (CAPTIONS.replace("\n", "\r\n") + "\r\n7\r\n", "captions_without_time", 6),
        (CAPTIONS.encode("utf-16"), "captions_not_utf8", 1),
        (CAPTIONS.encode("windows-1256"), "captions_not_utf8", 4),
        (b"\xef\xbb\xbf" + CAPTIONS.encode() + b"\n\xff", "captions_not_utf8", 6),
        (CAPTIONS.encode()[:-5], "captions_not_utf8", 4),
        ("WEBVTT\n\n" + "NOTE x\n\n" * (MOST_BYTES // 8), "captions_too_heavy", None),
    ],
)  # fmt: skip
def test_captions_that_browsers_would_drop_are_refused_with_their_line(text, code, line):
    assert refusal(text) == (code, line)
