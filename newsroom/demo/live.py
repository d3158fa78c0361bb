"""The demo's live story: the night on which the Wardan rose, entry by entry."""

from datetime import timedelta
from typing import Final, NamedTuple

from articles.body.text import paragraphs
from articles.models import Article, LiveEntry
from newsroom.models import User

STORY: Final = "flood"


class Told(NamedTuple):
    """One entry: so many minutes after the story came out, its headline, its words."""

    minutes: int
    headline: str
    words: str
    is_key: bool = False


ENTRIES: Final = (
    Told(0, "", "صفارات الإنذار تُسمع في الصفصافة، والدفاع المدني يطلب من سكان الضفة "
         "المنخفضة الصعود "
         "إلى مدارس التلال."),
    Told(1, "الماء يتجاوز علامة 1987", "محطة القياس عند الجسر الجديد تسجّل 6.4 أمتار، وهو "
         "أعلى ارتفاع "
         "منذ فيضان 1987 (6.1 أمتار).", is_key=True),
    Told(2, "", "المهندس سامر الوادي من مصلحة الأنهار: «ما نراه موجة واحدة طويلة، ولن تبلغ "
         "ذروتها قبل "
         "منتصف الليل»."),
    Told(3, "إغلاق طريق وادي السدر", "أُغلق الطريق في الاتجاهين بين الدوّارة ومفرق الكروم، "
         "والتحويل عبر "
         "طريق المقالع."),
    Told(4, "", "مراسلتنا ريما الخطّار: في قاعة مدرسة السفح نحو 140 شخصًا، ومطبخ متنقّل، "
         "ومولّد كهرباء "
         "واحد."),
    Told(5, "إخلاء القرية الثالثة", "اكتمل إخلاء كفر ريحان، وهي الثالثة هذا المساء بعد الصفصافة "
         "والدوّارة.", is_key=True),
    Told(6, "", "قُطعت الكهرباء عن السفح الجنوبي احترازًا. الشركة: تعود بعد فحص محطة "
         "التحويل، ولا موعد "
         "لذلك بعد."),
    Told(7, "", "وصلت أربعة قوارب مطاطية من مركز الدفاع المدني في نوارة، ومعها 22 رجلًا وامرأة."),
    Told(8, "لا إصابات خطيرة حتى الآن", "مدير مستشفى قمرية: استقبلنا ثلاث حالات هلع وكسرًا "
         "في المعصم.",
         is_key=True),
    Told(9, "", "ثبت مستوى الماء عند 6.6 أمتار في آخر قراءتين. تقول المصلحة إن ثالثة مثلهما "
         "تعني بداية "
         "الانحسار."),
    Told(11, "", "فتحت بلدية قمرية رقمًا للسؤال عن الأقارب: 555 0117، يعمل طوال الليل."),
)  # fmt: skip


def tell(story: Article, by: User) -> None:
    """Cover the story live, with the hours that it would have had."""
    begun = story.published_at
    if begun is None:
        return
    entries = [
        LiveEntry(
            article=story, at=begun + timedelta(minutes=told.minutes), headline=told.headline,
            body=paragraphs([told.words]), is_key=told.is_key, written_by=by,
            press=f"demo-{number}",
        )
        for number, told in enumerate(ENTRIES)
    ]  # fmt: skip
    entries[-1].is_pinned = True
    LiveEntry.objects.bulk_create(entries)
    last = entries[-1].at
    Article.objects.filter(pk=story.pk).update(live_since=begun, updated_at=last)
