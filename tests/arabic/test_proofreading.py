"""What the house-style desk marks, and what becomes of it: before and after, rule by rule."""

import pytest

from articles.arabic.proofreading.desk import marks, tidied
from articles.arabic.proofreading.mark import Kind, Mark, fixed, in_order

RLM, LRM, ALM, ZWSP, BOM, ZWNJ, ZWJ = "\u200f\u200e\u061c\u200b\ufeff\u200c\u200d"
RLE, PDF, LRO, SHY, NBSP = "\u202b\u202c\u202d\u00ad\u00a0"

MENDED = {
    Kind.LATIN_SIGN: [
        ("قال الوزير, ثم مضى", "قال الوزير، ثم مضى"),
        ("وصل الوفد; وغادر المندوب", "وصل الوفد؛ وغادر المندوب"),
        ("هل يعود المجلس?", "هل يعود المجلس؟"),
        ("في سوسة,وفي صفاقس", "في سوسة، وفي صفاقس"),
        ("زارت شركة Google, ثم غادرت", "زارت شركة Google، ثم غادرت"),
        ("هل تعرف iPhone?", "هل تعرف iPhone؟"),
        ("في 2011, ثم في 2014", "في 2011، ثم في 2014"),
        ("حقًا?!", "حقًا؟!"),
        ("ماذا??", "ماذا؟؟"),
        ("عاد سعيدًا,راضيًا", "عاد سعيدًا، راضيًا"),
        ("(في الجنوب), قال", "(في الجنوب)، قال"),
        ("تكلفته 1,250 دينارًا, أو أكثر", "تكلفته 1,250 دينارًا، أو أكثر"),
        ("شركات «Google», «Apple» وغيرها, قالت", "شركات «Google», «Apple» وغيرها، قالت"),
    ],
    Kind.SPACE_BEFORE: [
        ("نعم ، لا", "نعم، لا"),
        ("انتهى اللقاء .", "انتهى اللقاء."),
        ("متى يعود ؟", "متى يعود؟"),
        ("يا للعجب !", "يا للعجب!"),
        ("وقال : لن أعود", "وقال: لن أعود"),
        ("حضر ؛ ثم غادر", "حضر؛ ثم غادر"),
        ("عام 2016 . وأضاف", "عام 2016. وأضاف"),
        ("قالت «لا» ، ثم صمتت", "قالت «لا»، ثم صمتت"),
        (f"حضر{NBSP}، ثم غادر", "حضر، ثم غادر"),
        ("حضر   ، ثم غادر", "حضر، ثم غادر"),
        ("شكرًا ، جدًّا", "شكرًا، جدًّا"),
        ("سنة 1447هـ .", "سنة 1447هـ."),
        ("قال (مازحًا) .", "قال (مازحًا)."),
    ],
    Kind.NO_SPACE_AFTER: [
        ("نعم،لا", "نعم، لا"),
        ("حضر؛ثم غادر", "حضر؛ ثم غادر"),
        ("متى؟غدًا", "متى؟ غدًا"),
        ("يا للعجب!قال", "يا للعجب! قال"),
        ("ما هذا؟!قال", "ما هذا؟! قال"),
        ("وقال:لن أعود", "وقال: لن أعود"),
        ("وقال:«لن أعود»", "وقال: «لن أعود»"),
        ("تجدّد جميع الطبقات.ولأن الجلد", "تجدّد جميع الطبقات. ولأن الجلد"),
        ("في تونس،BBC تقول إنها", "في تونس، BBC تقول إنها"),
        ("حضر خمسة،6 منهم نساء", "حضر خمسة، 6 منهم نساء"),
        ("عام 2016،وأضاف", "عام 2016، وأضاف"),
        ("أولًا،(كما قيل)", "أولًا، (كما قيل)"),
    ],
    Kind.SPACES: [
        ("مجلس  النواب", "مجلس النواب"),
        ("مجلس     النواب", "مجلس النواب"),
        (f"مجلس{NBSP} النواب", "مجلس النواب"),
        ("في  2025", "في 2025"),
        ("نعم،  لا", "نعم، لا"),
        ("شركة  Google  هنا وهناك", "شركة Google هنا وهناك"),
        ("مجلس\u2009\u2009النواب", "مجلس النواب"),
    ],
    Kind.QUOTE: [
        ('قال "نعم"', "قال «نعم»"),
        ('قال:"نعم".', "قال: «نعم»."),
        ('"نعم" و"لا"', "«نعم» و«لا»"),
        ('صحيفة "لو موند"، وقناة "الجزيرة"', "صحيفة «لو موند»، وقناة «الجزيرة»"),
        ('قال " نعم " ثم', "قال « نعم » ثم"),
        ('تطبيق "WhatsApp" هنا', "تطبيق «WhatsApp» هنا"),
        ('قالت «إن "الرأي" حرّ»', "قالت «إن “الرأي” حرّ»"),
        ('قالت "إن «الرأي» حرّ"', "قالت «إن “الرأي” حرّ»"),
        ('(في "الأيام")', "(في «الأيام»)"),
        ('قال "نعم"\nوقالت "لا"', "قال «نعم»\nوقالت «لا»"),
        ('قال:" نعم ".', "قال: « نعم »."),
        ('"...ثم عاد"', "«...ثم عاد»"),
        ('شاشة 32" وقال "نعم"', 'شاشة 32" وقال «نعم»'),
        ('"هل نعود?"', "«هل نعود؟»"),
    ],
    Kind.DIGITS: [
        ("في ٢٠٢٥ و2024 و2023", "في 2025 و2024 و2023"),
        ("في ٢٠٢٥ و٢٠٢٤ و2023", "في ٢٠٢٥ و٢٠٢٤ و٢٠٢٣"),
        ("بين ٧ و15", "بين ٧ و١٥"),
        ("بين 7 و١٥", "بين 7 و15"),
        ("نسبة 12.5% ثم ١٣٫٥٪ ثم 14%", "نسبة 12.5% ثم 13.5% ثم 14%"),
        ("نسبة ١٢٫٥٪ ثم 13.5% ثم ٣", "نسبة ١٢٫٥٪ ثم ١٣٫٥٪ ثم ٣"),
        ("عام ۲۰۱۵ ثم 2016", "عام ٢٠١٥ ثم ٢٠١٦"),
        ("1٢ رجلًا و13 امرأة", "12 رجلًا و13 امرأة"),
        ("طائرة F-16 عام ٢٠١٥ ثم 12 في ١٤ و١٥", "طائرة F-16 عام ٢٠١٥ ثم ١٢ في ١٤ و١٥"),
        ("حضر ٣\n3\n4", "حضر 3\n3\n4"),
    ],
    Kind.TATWEEL: [
        ("العـــربية", "العربية"),
        ("الـسـتـائـر", "الستائر"),
        ("مـَـدّ", "مَدّ"),
        ("التحكّـم", "التحكّم"),
        ("قـُتل اثنان", "قُتل اثنان"),
        ("في الـسادس", "في السادس"),
    ],
    Kind.INVISIBLE: [
        (f"نعم{RLM} لا", "نعم لا"),
        (f"نعم {LRM}لا", "نعم لا"),
        (f"نعم{ALM}، لا", "نعم، لا"),
        (f"مع {ZWSP}استمرار", "مع استمرار"),
        (f"{BOM}نعم", "نعم"),
        (f"الاقت{SHY}صاد", "الاقتصاد"),
        (f"{RLE}نعم لا{PDF}", "نعم لا"),
        (f"نعم {ZWNJ} لا", "نعم لا"),
        (f"نعم {ZWJ}، لا", "نعم، لا"),
        (f"ضم {ZWSP}10 وحدات", "ضم 10 وحدات"),
    ],
    Kind.FORMS: [
        ("ﺍﻟﻌﺮﺑﻴﺔ", "العربية"),
        ("اﻷمنية", "الأمنية"),
        ("عبد اﷲ", "عبد الله"),
        ("ﻻ ,ﻧﻌﻢ", "لا، نعم"),
        ("مﹶدّ", "مَدّ"),
    ],
}
PAIRS = [(kind, *pair) for kind, pairs in MENDED.items() for pair in pairs]


def test_the_desk_shows_at_least_eighty_pairs():
    assert len({before for _, before, _ in PAIRS}) >= 80


@pytest.mark.parametrize(("kind", "before", "after"), PAIRS)
def test_what_is_wrong_is_marked_and_mended_unseen(kind, before, after):
    assert kind in {mark.kind for mark in marks(before)}
    assert tidied(before) == after
    assert tidied(after) == after
    assert not [mark for mark in marks(after) if mark.is_safe]


FOR_A_PERSON = [
    # (kind, text, what one click makes of it)
    (Kind.TEH, "في المدرسه", "في المدرسة"),
    (Kind.TEH, "باللغه", "باللغة"),
    (Kind.TEH, "والمختلفه", "والمختلفة"),
    (Kind.TEH, "هذة المدينة", "هذه المدينة"),
    (Kind.TEH, "قال إنة عاد بعد أنة", "قال إنه عاد بعد أنه"),
    (Kind.TEH, "سوق الفواكة", "سوق الفواكه"),
    (Kind.YEH, "فى القاهرة", "في القاهرة"),
    (Kind.YEH, "الذى عاد", "الذي عاد"),
    (Kind.YEH, "حتي الآن", "حتى الآن"),
    (Kind.YEH, "مستشفي المدينة", "مستشفى المدينة"),
    (Kind.YEH, "مرة أخري", "مرة أخرى"),
    (Kind.YEH, "مصطفي كامل", "مصطفى كامل"),
    (Kind.TATWEEL, "الأحدـالاثنين", "الأحدالاثنين"),
    (Kind.INVISIBLE, f"نسبة {LRM}+1.5%", "نسبة +1.5%"),
    (Kind.INVISIBLE, f"لغة C++{RLM}!", "لغة C++!"),
    (Kind.INVISIBLE, f"إلى {LRO}النيابة{PDF}", "إلى النيابة"),
    (Kind.QUOTE, 'قال "إن "الرأي" حرّ"', "قال «إن “الرأي” حرّ»"),
    (Kind.QUOTE, 'تبقى" التماسيح "الكبيرة', "تبقى« التماسيح »الكبيرة"),
]


@pytest.mark.parametrize(("kind", "before", "after"), FOR_A_PERSON)
def test_what_may_be_meant_waits_for_a_person(kind, before, after):
    found = marks(before)
    assert {mark.kind for mark in found} == {kind}
    assert not any(mark.is_safe for mark in found)
    assert tidied(before) == before
    assert fixed(before, found) == after


@pytest.mark.parametrize(
    "text",
    ['قال "نعم ثم مضى', 'عاد ثم قال نعم"', '"قال الأول\nوقال الثاني"', '"', 'قال "نعم" ثم "لا'],
)
def test_a_quote_without_partner_in_its_paragraph_is_shown_and_stays(text):
    assert Kind.QUOTE_ALONE in {mark.kind for mark in marks(f"في الخبر\n{text} قيل")}
    assert "«" not in tidied(text)


KEPT = [
    "زوروا https://example.com/?a=1,2;b?c ثم عودوا",
    "راسلونا على desk@example.com أو زوروا www.example.com/a,b",
    "وسم #دونالد_ترامب و@bbc_arabic",
    "قال New York, NY إنها",
    "سأل «Who are you?» ثم مضى",
    "شركات (Google, Apple; Meta) وحدها هنا في السوق",
    "رواية The Good, the Bad and the Ugly معروفة جدًّا في العالم العربي",
    "العدد 1,234,567 والنسبة 12,5",
    "الساعة 10:30 والنتيجة 2 : 1",
    "القراءة ٢:٢٥٥ والبقرة:٢٥٥",
    "أ.د محمد ود.علي وق.م وم.م",
    "ألقت دي.إتش.إل باللوم على أو.إيه.إن.دي.أيه",
    "موقع برانكرات.كوم معروف مثل العربية.نت",
    "قال ... ثم صمت",
    "لغة .NET وسعر .5",
    "شكرًا ;) وداعًا :)",
    "كتب `a, b; c?` ثم عاد",
    "من &quot;هنا&amp; هناك",
    "سنة 1447هـ وسنة 1447ه\u200d وعـ «كذا» وبـ3",
    "ـ أولًا",
    "ـه ضمير متصل",
    "الرحمـٰن",
    f"می{ZWNJ}شود گفت",
    f"عائلة 👩{ZWJ}👩{ZWJ}👧 سعيدة",
    "علم 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f في الملعب",
    "محمد ﷺ",
    "شاشة 32\" وأخرى 40\"",
    'صحيفة צה"ל العبرية هنا كما يقولون',
    "طائرة F-16 في ١٥ و١٦",
    "كتاب Windows 11 في ٣ أجزاء",
    "علي على في لدى مدى التقاه الله والديه والدته التزامه التوجه الجنيه الشاه الدكتوراه",
    "قالت “نعم” ثم «لا»",
    "عمود\t\tآخر",
    "  نعم  ",
    'The "best", he said; why ?  Because.',
    "The minister (الوزير) said , again ; that  he  would go?",
    "12 , 13",
    "",
    "\n\n",
]  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_what_is_right_or_no_arabic_prose_has_no_mark(text):
    assert marks(text) == []
    assert tidied(text) == text


def test_a_mark_says_where_what_and_how():
    assert marks("قال ,ثم") == [
        Mark(3, 4, Kind.SPACE_BEFORE, " ", "", is_safe=True),
        Mark(4, 5, Kind.LATIN_SIGN, ",", "، ", is_safe=True),
    ]


def test_one_mark_can_be_mended_alone():
    text = "قال ,ثم"
    assert fixed(text, marks(text)[:1]) == "قال,ثم"
    assert fixed(text, []) == text


def test_the_site_decides_where_a_text_mixes_digits_and_only_there():
    assert tidied("بين ٧ و15 و16", digits="arab") == "بين ٧ و١٥ و١٦"
    assert tidied("بين ٧ و15 و١٦", digits="latn") == "بين 7 و15 و16"
    assert tidied("بين ٧ و١٥", digits="latn") == "بين ٧ و١٥"


def test_of_two_marks_that_overlap_the_one_named_first_stays():
    spaces = Mark(3, 5, Kind.SPACES, "  ", " ", is_safe=True)
    before = Mark(3, 5, Kind.SPACE_BEFORE, "  ", "", is_safe=True)
    word = Mark(0, 3, Kind.TEH, "abc")
    assert in_order([before, spaces, word]) == [word, before]
    assert in_order([spaces, word, before]) == [word, spaces]
    assert fixed("abc  .", [spaces, before]) == "abc ."
    missing = Mark(3, 3, Kind.NO_SPACE_AFTER, "", " ", is_safe=True)
    assert in_order([missing, missing, spaces]) == [missing, spaces]
