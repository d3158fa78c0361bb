"""Copy of a news agency taken apart: headline, dateline, words, and who sent it.

Shapes: those of the agencies that Arabic newsrooms take (Reuters, AFP, DPA, MENA, WAM, SPA, KUNA,
Petra, SANA, Xinhua…): a headline, then «القاهرة 12 نوفمبر (وكالة) -» before the first words, at the
end «انتهى», the initials of who edited it, addresses and telephones. Nothing goes unseen: what is
left out of the story is told.
"""

import re
from dataclasses import dataclass, field

from articles.body.pasting import joined_lines
from articles.body.sanitise import clean_body
from articles.body.text import paragraphs

AGENCIES = "وكالات"
"""The source of copy that names none, or several."""

# As they sign, by their own short name; spelled with and without hamza and spaces.
_SIGNED = {
    "رويترز": "رويترز|reuters",
    "أ ف ب": "[أا] ?\\.? ?ف ?\\.? ?ب|فرانس برس|afp",
    "أ ب": "[أا] ?\\.? ?ب|أسوشيتد برس|اسوشيتد برس|ap",
    "د ب أ": "د ?\\.? ?ب ?\\.? ?[أا]|dpa",
    "أ ش أ": "[أا] ?\\.? ?ش ?\\.? ?[أا]|الشرق الأوسط",
    "الأناضول": "الأناضول|الاناضول",
    "شينخوا": "شينخوا",
    "سبوتنيك": "سبوتنيك",
    "تاس": "تاس",
    "وام": "وام",
    "واس": "واس",
    "كونا": "كونا",
    "قنا": "قنا",
    "بنا": "بنا",
    "بترا": "بترا",
    "سانا": "سانا",
    "سونا": "سونا",
    "سبأ": "سبأ",
    "وفا": "وفا",
    "وات": "وات",
    "وأج": "و[أا]ج",
    "واع": "واع",
    "لانا": "لانا",
    "العمانية": "العمانية|العُمانية",
    AGENCIES: "وكالات",
}
_KNOWN = "|".join(f"(?:{spelled})" for spelled in _SIGNED.values())
_NAMED = rf"(?:{_KNOWN}|وكالة [^()/\n]{{2,40}}|ال?وكالة[^()/\n]{{2,40}})"
_LAST_MARKS = r"\s*(?:[-–—ـ:]+\s*)*"
# «لندن (رويترز) -», «القاهرة في 12 نوفمبر /أ ش أ/», «عمان 12 تشرين الثاني (بترا)-».
_BRACKETED = re.compile(
    rf"(?P<before>[^()\n]{{0,90}}?)(?:\((?P<one>{_NAMED})\)|/\s*(?P<two>{_NAMED})\s*/){_LAST_MARKS}",
    re.IGNORECASE,
)
# «القاهرة - د ب أ:», «دمشق-سانا».
_DASHED = re.compile(
    rf"(?P<before>[^()\n]{{1,90}}?)\s*[-–—،,]\s*(?P<one>{_KNOWN})(?:{_LAST_MARKS}$|\s*[:\-–—]+\s*)",
    re.IGNORECASE,
)
# Without an agency a place alone, or with its day: «تونس - », «تونس 12 نوفمبر 2025 - ».
_DATE = r"\d{1,2}\s[^\W\d_ ]+(?:\s\d{4})?"
_PLACE_ALONE = re.compile(
    rf"(?P<before>[^\W\d_]+(?: [^\W\d_]+)?(?:\s+(?:في\s+)?{_DATE})?)\s+[-–—]\s+"
)
_LONGEST_PLACE = 12  # words: «الرياض 21 جمادى الأولى 1447 هـ الموافق 12 نوفمبر 2025 م»
_SIGNS = r"[\s/\-–—#*.()ـ]*"
# «ع ط/ م ن»: letters of names, never a word.
_LETTERS = r"(?:[^\W\d_]{1,2}[\s./\-]+){0,5}[^\W\d_]{0,2}"
_END = re.compile(rf"{_SIGNS}(?:انتهى|النهاية|end){_SIGNS}{_LETTERS}{_SIGNS}", re.IGNORECASE)
_INITIALS = re.compile(rf"{_SIGNS}(?:(?:{_KNOWN}){_SIGNS})?{_LETTERS}{_SIGNS}", re.IGNORECASE)
_TELEPHONE = re.compile(
    r"(?:.{0,40}(?:هاتف|تليفون|فاكس|واتساب|جوال|tel|phone)\b.{0,20})?[\s:+()\d٠-٩/\-–.]{7,}.{0,20}",
    re.IGNORECASE,
)
_MAIL = re.compile(r".{0,60}[\w.+-]+@[\w-]+\.[\w.]+.{0,40}")
_MADE_BY = re.compile(
    r"\(?\s*(?:إعداد|اعداد|تحرير|تغطية|ترجمة|شارك في (?:التغطية|الإعداد)|للمزيد"
    r"|حقوق النشر|جميع الحقوق).{0,160}"
)
# Above the headline: numbers, hours, codes, the way it took («رويترز / سياسة / مصر»).
_CODE = re.compile(
    rf"[\W\d_]*|[A-Za-z0-9 /:.\-_]{{1,40}}|(?:{_KNOWN})"
    rf"|(?:{_KNOWN})?[\s/\-]*[\w ]{{1,15}}(?:\s*/\s*[\w ]{{1,15}})+/?"
    r"|(?:خبر رقم|رقم الخبر|تحديث|نشرة)\s*[\d٠-٩:\-]*|عاجل|(?:من|بقلم)\s+\S+(?: \S+){0,2}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class AgencyCopy:
    """What the copy was found to hold; the body is a clean one, ``left_out`` are whole lines."""

    headline: str = ""
    standfirst: str = ""
    dateline: str = ""
    source_line: str = AGENCIES
    body: str = ""
    left_out: list[str] = field(default_factory=list)


def take_apart(copy: str) -> AgencyCopy:
    """The parts of an agency's copy; whoever pasted it looks at them before they fill a form."""
    found = AgencyCopy()
    lines = [" ".join(line.split()) for line in copy.replace("\ufeff", "").splitlines()]
    lines = _without_head(lines, found.left_out)
    lines = _without_tail(lines, found.left_out)
    opens = next((at for at, line in enumerate(lines[:8]) if _dateline(line)), None)
    if opens is None:
        opens = _after_headline(lines)
    head = [line for line in lines[:opens] if line]
    found.headline, found.standfirst = (head[0] if head else ""), " ".join(head[1:])
    text = joined_lines("\n".join(lines[opens:]))
    if text and (opening := _dateline(text[0])):
        text[0] = text[0][opening.end() :]
        found.dateline = _place(opening["before"])
        found.source_line = _signed(opening.groupdict())
    found.body = clean_body(paragraphs(text))
    return found


def _without_head(lines: list[str], left_out: list[str]) -> list[str]:
    while lines and (not lines[0] or _CODE.fullmatch(lines[0])) and not _dateline(lines[0]):
        left_out += filter(None, [lines[0]])
        lines = lines[1:]
    return lines


def _without_tail(lines: list[str], left_out: list[str]) -> list[str]:
    """Without what follows «انتهى», and the lines at the end that no reader needs."""
    end = next((at for at, line in enumerate(lines) if line and _END.fullmatch(line)), len(lines))
    gone = lines[end:]
    lines = lines[:end]
    while len(lines) > 1 and (not lines[-1] or _is_for_the_desk(lines[-1])):
        gone.insert(0, lines.pop())
    left_out += filter(None, gone)
    return lines


def _is_for_the_desk(line: str) -> bool:
    return any(shape.fullmatch(line) for shape in (_INITIALS, _TELEPHONE, _MAIL, _MADE_BY))


def _dateline(line: str) -> re.Match[str] | None:
    """What opens the first paragraph, if this line is it."""
    for shape in (_BRACKETED, _DASHED, _PLACE_ALONE):
        opening = shape.match(line)
        if opening and _is_place(opening["before"]):
            return opening
    return None


def _is_place(words: str) -> bool:
    return len(words.split()) <= _LONGEST_PLACE and not re.search(r"[.؟!:؛«»]", words)


def _after_headline(lines: list[str]) -> int:
    """Where the text begins when no dateline says so: after one line, if there are more."""
    return 1 if len([line for line in lines if line]) > 1 else 0


def _place(words: str) -> str:
    return re.sub(r"\s+(?:في|فى)$|^[\s\-–—]+|[\s\-–—،,/]+$", "", words.strip())


def _signed(groups: dict[str, str | None]) -> str:
    name = (groups.get("one") or groups.get("two") or AGENCIES).strip()
    for signed, spelled in _SIGNED.items():
        if re.fullmatch(spelled, name, re.IGNORECASE):
            return signed
    return name
