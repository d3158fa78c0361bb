"""What an Arabic line would tear apart is found, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.runs import left_to_right_runs, pieces


def runs(text: str) -> list[str]:
    return [text[start:end] for start, end in left_to_right_runs(text)]


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("ارتفع +1.5% اليوم", ["+1.5%"]),
        ("بلغت الحرارة -3 ثم -3.5%.", ["-3", "-3.5%"]),
        ("تراجع (−0.7%) عند الإغلاق", ["−0.7%"]),
        ("هبطت إلى -5°C ليلًا", ["-5°C"]),
        ("بـ-3 درجات", ["-3"]),
        ("اتصلوا على +966 50 123 4567 الآن", ["+966 50 123 4567"]),
        ("هاتف 050-123-4567، فاكس 050 123 4568", ["050-123-4567", "050 123 4568"]),
        ("هاتف ٠٥٠ ١٢٣ ٤٥٦٧", ["٠٥٠ ١٢٣ ٤٥٦٧"]),
        ("سعره $20 فقط، وكان 41.50€", ["$20", "41.50€"]),
        ("بـ$20 للواحد", ["$20"]),
        ("خسر US$3.2bn.", ["US$3.2bn"]),
        ("لغة C++ ولغة C#.", ["C++", "C#"]),
        ("«C++»", ["C++"]),
        ("إطار .NET من مايكروسوفت", [".NET"]),
        ("في U.S. وحدها", ["U.S."]),
        ("كتب @user_name: شكرًا", ["@user_name"]),
        ("وسم #COVID-19 يتصدر", ["#COVID-19"]),
        ("على https://example.org/a/، ثم", ["https://example.org/a/"]),
        ("راسلونا: desk@example.org.", ["desk@example.org"]),
        ("صدر Microsoft Visual C++ 2022 أمس", ["Microsoft Visual C++ 2022"]),
        ("سهم Apple +1.5% وسهم Google -2%", ["+1.5%", "-2%"]),
    ],
)
def test_what_would_be_torn_is_found_whole(text, torn):
    assert runs(text) == torn


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "خبر",
        "بين 2021-2022 و10-15",
        "فاز 3-2 وخسر 24/7",
        "نسبة 12% أو ١٢٪ أو +١٫٥٪",
        "كوفيد-19 وطائرة F-16 (AFP)",
        "في 2025/12/04 أو 04-12-2025 الساعة 15:30",
        "اشترت Yahoo! شركة Tumblr. ثم باعتها",
        "شركة AT&T وNode.js وQ&A",
        "#وسم_عربي و@اسم",
        "مدّة f(x)",
    ],
)
def test_what_reads_well_is_left_alone(text):
    assert runs(text) == []


@given(st.text() | st.text(st.sampled_from("أب +-$@#.()%,0123456789٠١٢aB\u00a0")))
def test_no_letter_is_lost_or_moved(text):
    assert "".join(piece for piece, _ in pieces(text)) == text
    assert all(piece for piece, _ in pieces(text))


@pytest.mark.shared
def test_no_string_upsets_it(naughty):
    for string in naughty:
        assert "".join(piece for piece, _ in pieces(string)) == string
