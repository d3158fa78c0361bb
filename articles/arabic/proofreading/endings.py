"""Final ى for ي, ه for ة and the reverse: suspects with a suggestion, never mended unseen.

Only a reader knows whether علي is the man or the word على; so a word is marked only where one
reading is likely. Sources: that a noun with the article takes no pronoun behind it, so that ه at
the end of المدرسه is hardly «his», is Ryding, A Reference Grammar of Modern Standard Arabic (2005),
ch. 7 (definiteness) and 12 (pronoun suffixes); the letters that writers put for one another are
those that light10 folds. The lists were met in the news of ``articles-ant`` and are short on
purpose: each word of them is wrong, or nearly always wrong, as it stands there.
"""

import re
from collections.abc import Iterator

from articles.arabic.proofreading.mark import Kind, Mark
from articles.arabic.proofreading.prose import ARABIC, TASHKEEL, Prose

_WORD = re.compile(rf"(?<![\w{TASHKEEL}])[{ARABIC}]{{2,}}+(?![\w{TASHKEEL}])")

_YEH_MEANT = frozenset(
    """
فى هى التى الذى اللاتى اللواتى وهى فهى والتى والذى بالتى للتى لهى حوالى التالى الماضى الحالى القاضى
العربى المصرى السعودى الأمريكى الأميركى الإسرائيلى الروسى الإيرانى الفلسطينى اللبنانى السورى العراقى
التونسى الليبى التركى الفرنسى البريطانى الصينى الأوروبى الأوربى الإسلامى الوطنى الدولى العالمى
المحلى السياسى الاقتصادى العسكرى الرئيسى الثانى النادى الأهلى الرياضى الرسمى القومى الشعبى
الخارجى الداخلى الحقيقى الطبيعى الإنسانى الاجتماعى الإعلامى الصحفى الأمنى الحكومى
البرلمانى الدستورى القانونى
""".split()  # noqa: SIM905
)
"""Words that end in ي, as keyboards and habits of Egypt put ى."""

_ALEF_MEANT = {
    "الي": "إلى", "حتي": "حتى", "وحتي": "وحتى",
    "أخري": "أخرى", "اخري": "أخرى", "الأخري": "الأخرى", "الاخري": "الأخرى", "الكبري": "الكبرى",
    "الصغري": "الصغرى", "القصوي": "القصوى", "مستشفي": "مستشفى",
    "المستشفي": "المستشفى", "منتدي": "منتدى", "المنتدي": "المنتدى", "جرحي": "جرحى",
    "الجرحي": "الجرحى", "قتلي": "قتلى", "القتلي": "القتلى", "مصطفي": "مصطفى",
    "فوضي": "فوضى", "الفوضي": "الفوضى",
}  # fmt: skip
"""Words that end in ى, as they are met with ي. Left out are those that are words with ي too."""

_HEH_MEANT = {
    "هذة": "هذه", "وهذة": "وهذه", "لهذة": "لهذه", "بهذة": "بهذه", "لة": "له", "بة": "به",
    "فية": "فيه", "إلية": "إليه", "لدية": "لديه", "عندة": "عنده", "معة": "معه", "أنة": "أنه",
    "إنة": "إنه", "لأنة": "لأنه", "بأنة": "بأنه", "نفسة": "نفسه", "اللة": "الله",
    "مياة": "مياه", "المياة": "المياه", "اتجاة": "اتجاه", "تجاة": "تجاه", "الاتجاة": "الاتجاه",
    "وجة": "وجه", "الوجة": "الوجه", "فواكة": "فواكه", "الفواكة": "الفواكه",
}  # fmt: skip
"""Words that end in ه, as they are met with ة."""

_ARTICLE = re.compile(r"(?:[وفبك]|[وف][بك])?ال(?P<rest>[^\W\d_]{3,})")
_OWN_HEH = frozenset(
    """
الله الإله الاله إله اله مياه وجه وجوه أوجه اوجه فقه فقيه اتجاه إتجاه متجه انتباه إنتباه منتبه تنبه
تنبيه منبه نبيه نابه اشتباه إشتباه مشتبه مشبوه شبه شبيه أشباه اشباه تشابه متشابه مشابه تشبيه توجه
توجيه موجه متوجه وجيه مواجه تجاه جاه جباه منتزه متنزه منازه منزه تنزه نزيه سفه سفيه تسفيه فواكه
فاكه مكروه مكره إكراه اكراه كره كريه كنه معتوه عته تنويه منوه تشويه تشوه مشوه ترفيه مرفه رفاه تمويه
مموه تأليه مؤله متأله شفاه أفواه افواه مفوه تفوه تيه تائه أبله ابله أتفه اتفه تافه شره طه تأوه نقه
تفقه متفقه شاه جنيه دكتوراه بيه إليزيه اليزيه أليزيه إيليزيه ايليزيه شانزليزيه شانزيليزيه بيرينيه
""".split()  # noqa: SIM905
)
"""What keeps its own ه behind the article."""

_OWN_ARTICLE = frozenset(
    """
تقاه تقته تقطه تقطته تقاطه تزمه تزامه تحاقه تحامه تماسه تمسه تهامه تفافه تباسه حاقه حقته قاه قاؤه
قائه قابه غاه غائه زمه بسه ديه دته داه دتيه
""".split()  # noqa: SIM905
)
"""What is left of words whose first letters only look like an article: التزامه, والديه."""


def suspects(prose: Prose) -> Iterator[Mark]:
    """Words whose last letter is likely another; a person decides each."""
    for found in prose.found(_WORD):
        word = found[0]
        kind, meant = _meant(word)
        if meant != word and prose.is_prose(found.start()):
            yield Mark(*found.span(), kind, word, meant)


def _meant(word: str) -> tuple[Kind, str]:
    """The word that was likely meant; the word itself where nothing speaks against it."""
    match word[-1]:
        case "ى" if word in _YEH_MEANT:
            return Kind.YEH, f"{word[:-1]}ي"
        case "ي":
            return Kind.YEH, _ALEF_MEANT.get(word, word)
        case "ة":
            return Kind.TEH, _HEH_MEANT.get(word, word)
        case "ه":
            parts = _ARTICLE.fullmatch(word)
            if parts and parts["rest"] not in _OWN_HEH | _OWN_ARTICLE:
                return Kind.TEH, f"{word[:-1]}ة"
    return Kind.TEH, word
