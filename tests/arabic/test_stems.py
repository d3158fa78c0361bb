"""Which words of a story a query finds: a table by class, as readers type and newspapers write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.broken_plurals import other_number
from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.letters import normalise
from articles.arabic.protected import OWN_ENDING, OWN_FIRST_LETTER
from articles.arabic.stems import forms, query_forms
from articles.arabic.terms import terms


def finds(query: str, word: str) -> bool:
    """Whether a story with the word is found by the query, exactly or by a form."""
    asked, written = terms(query)[0], terms(word)[0]
    if normalise(asked) == normalise(written):
        return True
    return not set(query_forms(asked)).isdisjoint(forms(written))


FOUND = {
    "sound plurals": """
        مهندس مهندسون، مهندس مهندسين، مهندسة مهندسات، المعلم المعلمين، معلمات معلمة،
        مسلم المسلمون، انتخابات انتخاب، الانتخابات انتخاب، قرار قرارات، شركة الشركات،
        الشركات شركة، سيارة سيارات، طائرة الطائرات، مباحثات المباحثات، اجتماع اجتماعات،
        لاعب لاعبين، لاعبو لاعب، مسؤولي مسؤولون، ولاية الولايات، مئة مئات، سنة السنة، صوت صوتين
    """,
    "broken plurals": """
        وزير وزراء، الوزراء وزير، رئيس رؤساء، سفير السفراء، خبير خبراء، زعماء زعيم، مدرسة مدارس،
        مدارس المدرسة، قانون القوانين، قوانين قانون، صاروخ صواريخ، مشروع مشاريع، جريمة جرائم،
        وثائق وثيقة، رسالة رسائل، سعر أسعار، أسعار السعر، حزب الأحزاب، خبر أخبار، سوق الأسواق،
        مال أموال، حرب حروب، بنك البنوك، نجوم نجم، قتيل قتلى، جرحى جريح، أسرى أسير، طفل أطفال،
        الأطفال طفل، دولة الدول، مدينة مدن، كتاب كتب، سلاح أسلحة، جهاز أجهزة، حادث حوادث،
        كارثة كوارث، ساحل السواحل، قضية قضايا، ضحايا ضحية، رجل رجال، شارع الشوارع، صندوق صناديق،
        ملايين مليون، حقوق حق، جنود جندي
    """,
    "dual": """
        كتاب كتابين، كتابان كتاب، مدينة مدينتان، مدينتين المدينة، دولة الدولتين، عام عامين،
        قتيلان قتيل
    """,
    "ta marbuta typed as ha, alef maksura as ya": """
        غزه غزة، مدرسه مدرسة، القاهره القاهرة، مستشفي مستشفى، مستشفى مستشفي، ليلي ليلى، علي على،
        مصطفي مصطفى، الحكومه للحكومة، المباراه مباراة، مبني المبنى
    """,
    "hamza seats": """
        احمد أحمد، الاردن الأردن، ايران إيران، اسيا آسيا، مسوول مسؤول، مسئول مسؤول،
        مسؤول مسئولين، المسئولون مسؤول، شئون شؤون، شؤون الشئون، رؤوس الرءوس، الغاء إلغاء،
        الغا إلغاء، قراءه قراءة، بناء البنا، سماء السما، وزرا وزراء، ألمانيا المانيا،
        المانيا ألمانيا، المانية الألمانية، للالمان الألمان، إستقالة استقالة،
        الإنتخابات انتخابات، لاجيء لاجئ، سؤال سوال، تأثير تاثير
    """,
    "clitics before the word": """
        القمح قمح، قمح القمح، قمح بالقمح، قمح والقمح، قمح للقمح، قمح بقمح، بقمح قمح، قمح وقمح،
        قمح لقمح، قمح فقمح، دمج بدمج، مجاورة المجاورة، كهرباء والكهرباء، بالكهرباء كهرباء،
        لبنان للبنان، للبنان لبنان، لبنان بلبنان، لجنة للجنة، تونس بتونس، وتونس تونس،
        كتونس تونس، فالقاهرة القاهرة، وبالمدارس المدارس، المدارس وللمدارس، غزة بغزة، غزة لغزة،
        يعلن سيعلن، ستعلن تعلن، ببغداد بغداد، واعتقال كواعتقال، مخالفة ببمخالفة، ووبالدول الدول،
        لالدول الدول، وزير ووزير، وزير للوزير
    """,
    "pronouns after the word": """
        كتاب كتابه، كتابها كتاب، مدرسة مدرستها، مدرسته المدرسة، قرار قرارهم، حكومة حكومتنا،
        منزلهم المنزل، زوجته زوجة، أبناءهم أبناء، وزرائها وزراء، لقائهما لقاء، بلادكم بلاد،
        فكرتها فكرة، انتخابهن انتخاب
    """,
    "adjectives of places": """
        تونسي تونس، التونسية تونس، لبنانيين لبنان، سوري سوريا، سورية سوريا، ليبية ليبيا،
        فلسطيني فلسطين، الفلسطينيون فلسطين، قانوني قانون، القانونية قانون، مصريون مصر،
        إيراني إيران، روسي روسيا، تركية تركيا
    """,
    "names": """
        محمد مُحَمَّد، محمد لمحمد، ترامب بترامب، بوتين لبوتين، بوتين وبوتين، السيسي والسيسي،
        أردوغان اردوغان، ميركل لميركل، كندا بكندا، باريس بباريس، وليد لوليد، فيسبوك بفيسبوك،
        الله والله، خاشقجي لخاشقجي
    """,
    "as it was typed elsewhere": """
        کتاب كتاب، تهران تهرانی، اليمن الیمن، السلام الســـلام، الزراعة الزِّراعة،
        كتابها كتاب‌ها، ﻻجئ لاجئ، القمح ٱلقمح، قمحا قمحًا، خطير خطيرًا
    """,
    "Latin letters and digits": """
        BBC bbc، iPhone IPHONE، 2018 ٢٠١٨، ١٢ 12، Café CAFÉ، Ｆ f، STB stb، 4G 4g
    """,
}  # fmt: skip

KEPT_APART = """
    كتاب كاتب، كرة فكرة، كرة الفكرة، لديه بلدية، جنة لجنة، ساد فساد، لبن لبنان، قاء لقاء،
    زير وزير، بنان لبنان، قان قانون، علم عالم، قمح قمة، سلام إسلام، الماء ما، فئة في،
    مقاتل مقتل، حكم حكومة، سور سوريا، تونس تنس، لاد بلاد، كالة وكالة، 2018 2019، بيت بيان،
    برلم برلمان، قرار قارة، حرب حزب
"""


def pairs(listed: str) -> list[tuple[str, str]]:
    return [tuple(pair.split()) for pair in listed.replace("\n", " ").split("،")]  # type: ignore[misc]


TABLE = [(name, *pair) for name, listed in FOUND.items() for pair in pairs(listed)]


@pytest.mark.parametrize(("kind", "query", "word"), TABLE)
def test_a_reader_finds(kind, query, word):
    assert finds(query, word), (kind, query_forms(terms(query)[0]), forms(terms(word)[0]))


@pytest.mark.parametrize(("query", "word"), pairs(KEPT_APART))
def test_a_reader_is_spared(query, word):
    assert not finds(query, word), (query_forms(terms(query)[0]), forms(terms(word)[0]))


def test_the_table_is_as_long_as_we_say():
    assert len(TABLE) >= 150
    assert len(set(TABLE)) == len(TABLE)


@given(st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF)) | st.text())
def test_every_word_is_found_by_itself(text):
    for spelled in terms(text):
        written = forms(spelled)
        assert written
        assert all(written)
        asked = query_forms(spelled)
        assert set(asked) <= set(written) | set(asked)
        if normalise(spelled) not in FUNCTION_WORDS:
            assert not set(written).isdisjoint(asked)


@given(st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة"), min_size=3, max_size=12))
def test_an_article_never_hides_the_word_behind_it(word):
    if normalise(word) in FUNCTION_WORDS or re.match("[وفبكل]*لل|[وفبكل]*ال", word):
        return  # what would stand behind the article has one
    for before in ("ال", "وال", "بال", "فبال", "لل", "ولل"):
        assert finds(word, f"{before}{word}"), before
        assert finds(f"{before}{word}", word), before


def test_the_lists_are_written_in_the_folded_form():
    for listed in (FUNCTION_WORDS, OWN_FIRST_LETTER, OWN_ENDING):
        assert {normalise(word) for word in listed} == set(listed)


def test_a_plural_leads_back_to_its_singular():
    for word in ("وزير", "سفير", "جريمه", "قانون", "مشروع", "مدرسه", "كتاب", "ازمه", "حادث"):
        for plural in other_number(word):
            if plural in {"وزراء", "سفراء", "جرايم", "قوانين", "مشاريع", "مدارس", "كتب", "حوادث"}:
                assert word in set(other_number(plural))
