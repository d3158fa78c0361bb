"""What readers of the demonstration stories wrote, and what the desk decided."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DemoComment:
    """One reader's words; ``reply_to`` is an earlier index of COMMENTS on the same story."""

    story: str
    name: str
    email: str
    body: str
    state: Literal["approved", "waiting", "spam", "rejected"]
    reply_to: int | None = None


COMMENTS: tuple[DemoComment, ...] = (
    DemoComment(  # 0
        "reference",
        "أبو ياسين",
        "abu.yasin@example.org",
        "عندي بئر في أطراف الواحة وركّبت الألواح قبل موسمين. الكلام عن المنسوب صحيح، "
        "كنت أصل إلى الماء على ثمانية عشر مترًا وصرت أنزل إلى عشرين. "
        "العدّاد حقّ، بس يكون على الكبير قبل الصغير.",
        "approved",
    ),
    DemoComment(  # 1
        "reference",
        "م. وفاء الشطّي",
        "wafaa@example.com",
        "هذا بالضبط ما نراه في القياسات يا أبا ياسين. هل تسجّل العمق بنفسك؟ "
        "سجلّات المزارعين أدقّ أحيانًا من أجهزتنا.",
        "approved",
        0,
    ),
    DemoComment(  # 2
        "reference",
        "أبو ياسين",
        "abu.yasin@example.org",
        "مسجّلها على باب الغرفة بالطبشور من يوم حفرها والدي 😄 "
        "حيّاكم الله متى ما جيتوا، القهوة علينا.",
        "approved",
        1,
    ),
    DemoComment(  # 3
        "reference",
        "John Haddad",
        "john.haddad@example.com",
        "تقرير متوازن. سؤال للكاتبة: هل كلفة استبدال البطاريات محسوبة في المواسم الثلاثة، "
        "أم أن المضخات تعمل نهارًا فقط من دون تخزين؟",
        "approved",
    ),
    DemoComment(  # 4
        "reference",
        "نجلاء",
        "najlaa@example.org",
        "لماذا لا تُنشر أسماء المستثمرين الذين حفروا الآبار العميقة؟ الناس هنا تعرفهم واحدًا واحدًا.",
        "waiting",
    ),
    DemoComment(  # 5
        "reference",
        "عروض الطاقة",
        "offers@example.com",
        "ألواح شمسية بنصف السعر!!! توصيل فوري وضمان مدى الحياة "
        "https://example.com/a https://example.com/b https://example.com/c",
        "spam",
    ),
    DemoComment(  # 6
        "letterpress",
        "خالد الورّاق",
        "khalid.warraq@example.org",
        "طبع جدّي بطاقة زفافه في القنديل، وما زالت في درج أمي. "
        "حبرها أسود كأنه كُتب البارحة. شكرًا لأنكم دخلتم من الباب الضيّق.",
        "approved",
    ),
    DemoComment(  # 7
        "letterpress",
        "تسنيم ب.",
        "tasneem@example.com",
        "يا ريت تصوّرها وترسلها لليان! أكيد فيها شكل من الأشكال الضائعة.",
        "approved",
        6,
    ),
    DemoComment(  # 8
        "letterpress",
        "خالد الورّاق",
        "khalid.warraq@example.org",
        "فكرة جميلة. فتّشت فيها الآن بالعدسة: فيها كافان مبسوطتان في سطر واحد.",
        "approved",
        7,
    ),
    DemoComment(  # 9
        "letterpress",
        "سيرين",
        "sireen@example.org",
        "كم رسم الورشة؟ وهل يُقبل من لا يُحسن الخط؟ ابنتي في الرابعة عشرة وتريد أن تأتي معي.",
        "waiting",
    ),
    DemoComment(  # 10
        "bread",
        "حسّان القصير",
        "hassan.q@example.org",
        "اقتراح تعليق السعر على باب المطحنة ممتاز، لكن من يعلّقه؟ "
        "عندنا لوح منذ عامين ومكتوب عليه سعر العام الذي قبله.",
        "approved",
    ),
    DemoComment(  # 11
        "bread",
        "فرّان من قمرية",
        "baker@example.com",
        "والله العظيم ما زدت قرش من عندي. الشاحنة وحدها صارت بتاكل ربع الكيس، "
        "تعالوا اركبوا معي ليلة وحدة واحسبوا.",
        "waiting",
    ),
    DemoComment(  # 12
        "bread",
        "بلا اسم",
        "noname@example.org",
        "كاتب هذا الكلام لا يفهم شيئًا، ومن يصدّقه أغبى منه.",
        "rejected",
    ),
    DemoComment(  # 13
        "winds",
        "لُبنى",
        "lubna@example.org",
        "جدّتي كانت تسمّي ريح آخر الصيف «سارقة الغسيل». هل هي من الأربع عشرة؟ ❤️",
        "approved",
    ),
    DemoComment(  # 14
        "winds",
        "أستاذ من الضفة الشرقية",
        "teacher@example.com",
        "أنا أحد المعلّمَين. أصبحنا على خمس عشرة ريحًا، فقد تذكّرت السيدة نوّارة واحدة أخرى البارحة. "
        "سنرسل التسجيل لمن يطلبه من المدارس.",
        "waiting",
    ),
    DemoComment(  # 15
        "bread-night",
        "سائق طحين",
        "driver@example.org",
        "أنا من الذين على الجهاز اللاسلكي 😂 المنعطف السابع ما زال على حاله. والله أول مرة "
        "أقرأ عن شغلنا من غير كلمة «أزمة».",
        "approved",
    ),
    DemoComment(  # 16
        "bread-night",
        "مها السيد",
        "maha.s@example.com",
        "أدفع الفلس وزيادة. لكن من يضمن أن يصل إلى نجيب لا إلى صاحب العقار؟",
        "approved",
        15,
    ),
    DemoComment(  # 17
        "bread-night",
        "Rami K.",
        "rami.k@example.com",
        "عملت أمام فرن صناعي أربع سنوات. المروحة لا تكفي، يلزم حاجز حراري وتبديل كل عشرين "
        "دقيقة. إن أراد الطالب أنس مخططات فعندي.",
        "approved",
    ),
    DemoComment(  # 18
        "flood",
        "رنا من كفر ريحان",
        "rana@example.org",
        "وصلنا المدرسة الحمد لله، ينقصنا حليب أطفال وبطانيات. من عنده سيارة عالية يكلّم "
        "اللجنة عند الباب.",
        "approved",
    ),
    DemoComment(  # 19
        "flood",
        "متابع",
        "reader7@example.com",
        "سمعت أن الجسر الجديد انهار!! انشروا بسرعة.",
        "waiting",
    ),
    DemoComment(  # 20
        "meter",
        "أبو ياسين",
        "abu.yasin@example.org",
        "يا دكتورة، الشيخ اللي سألك عن الأكواب خالي، وهو اليوم أول من ركّب عدّاد. يسلّم عليك "
        "ويقول: صاروا ثمانية.",
        "approved",
    ),
    DemoComment(  # 21
        "meter",
        "مستثمر زراعي",
        "farm@example.com",
        "لماذا يدفع من زرع أكثر سعرًا أعلى، وهو الذي يشغّل أبناء القرية؟ سؤال لا هجوم.",
        "approved",
    ),
    DemoComment(  # 22
        "homework",
        "تلميذة سابقة",
        "student@example.org",
        "أستاذي، عندي دفتر من سنة تخرّجي فيه ثلاث علامات فقط، وتحت كل واحدة سطر بقلم الرصاص. "
        "ما زلت أعود إليه ❤️",
        "approved",
    ),
    DemoComment(  # 23
        "fans",
        "اتحادي قديم",
        "ittihad@example.org",
        "نحن أهل البيت الذي ناموا فيه. تركوه أنظف مما كان، وتركوا قدر الكبسة هدية. يوم الجمعة "
        "نشجّعكم من قلوبنا، هذه المرة فقط.",
        "approved",
    ),
    DemoComment(  # 24
        "fans",
        "ريان ع.",
        "rayan@example.com",
        "القدر أمانة، نستردّه في الإياب 🥁",
        "approved",
        23,
    ),
    DemoComment(  # 25
        "coach",
        "مشجّع غاضب",
        "angry@example.org",
        "إدارة فاشلة وكلكم كذابون.",
        "rejected",
    ),
)
