"""Who writes for the demonstration newspaper, and the sections it is cut into."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PIL import Image

from newsroom.demo import portraits


@dataclass(frozen=True, slots=True)
class DemoAuthor:
    """A byline: a person with a portrait, or an agency without.

    ``look`` is the portrait's alternative text; ``portrait`` draws the same square each time.
    """

    slug: str
    name: str
    kind: Literal["person", "agency"]
    job_title: str
    biography: str
    look: str = ""
    portrait: Callable[[], Image.Image] | None = None


@dataclass(frozen=True, slots=True)
class DemoCategory:
    """A section; ``parent`` is the slug of the section above, or "" at the top."""

    slug: str
    name: str
    description: str
    parent: str = ""
    is_opinion: bool = False


AUTHORS: tuple[DemoAuthor, ...] = (
    DemoAuthor(
        slug="salma-daghir",
        name="سلمى الداغر",
        kind="person",
        job_title="مراسلة الشؤون الاقتصادية",
        biography=(
            "تكتب عن الماء والخبز والطاقة، وتؤمن بأن كل رقم في الموازنة له باب يُطرق. "
            "عملت سبع سنوات مراسلةً في المرافئ قبل انضمامها إلى غرفة الأخبار."
        ),
        look="شابّة بشعر داكن يصل إلى كتفيها وقميص مفتوح الياقة.",
        portrait=portraits.salma,
    ),
    DemoAuthor(
        slug="yazan-murabit",
        name="يزن المرابط",
        kind="person",
        job_title="محرّر الشؤون السياسية",
        biography=(
            "يغطي جلسات البرلمان والمجالس المحلية منذ اثني عشر عامًا، "
            "ويحتفظ بمحاضرها كلها مرتّبةً بحسب ما لم يُقل فيها."
        ),
        look="رجل في الأربعين بلحية قصيرة وقميص مفتوح الياقة.",
        portrait=portraits.yazan,
    ),
    DemoAuthor(
        slug="rima-khattar",
        name="ريما الخطّار",
        kind="person",
        job_title="كاتبة في الثقافة والمجتمع",
        biography="تبحث عن الحِرف التي أوشكت أن تغيب وعمّن يبقيها حيّة، وتسجّل الأصوات قبل الصور.",
        look="امرأة بحجاب فاتح اللون تنظر مبتسمة ابتسامة خفيفة.",
        portrait=portraits.rima,
    ),
    DemoAuthor(
        slug="nadir-bukhatwa",
        name="نادر بوخطوة",
        kind="person",
        job_title="محرّر العلوم والتقنية",
        biography="درس الفيزياء ثم اختار الصحافة. يشرح المعقّد من غير أن يبسّطه حتى يصير خطأ.",
        look="رجل بشعر أجعد ونظارة مستديرة.",
        portrait=portraits.nadir,
    ),
    DemoAuthor(
        slug="adham-zayyati",
        name="أدهم الزيّاتي",
        kind="person",
        job_title="مراسل رياضي",
        biography="لعب حارسًا احتياطيًا ثلاثة مواسم ولم ينزل إلى الملعب، فتعلّم أن يرى المباراة كلها.",
        look="شاب بشعر قصير جدًا وشارب خفيف وسترة رياضية.",
        portrait=portraits.adham,
    ),
    DemoAuthor(
        slug="hind-sawwaf",
        name="هند الصوّاف",
        kind="person",
        job_title="كاتبة رأي",
        biography="تكتب مقالًا أسبوعيًا عن المدينة وأهلها، وصدر لها كتاب «أرصفة لا تكفي اثنين».",
        look="امرأة في الخمسين بشعر رمادي قصير وقرط وسترة داكنة.",
        portrait=portraits.hind,
    ),
    DemoAuthor(
        slug="munir-qabbani",
        name="منير القبّاني",
        kind="person",
        job_title="قاضٍ متقاعد وكاتب رأي",
        biography=(
            "ترأس محكمة الاستئناف في رأس الشرفة قبل تقاعده. يكتب عن العدالة كما تُعاش "
            "في الممرّات وعلى شبابيك المعاملات."
        ),
        look="رجل أصلع يقارب السبعين بلحية بيضاء ونظارة وربطة عنق.",
        portrait=portraits.munir,
    ),
    DemoAuthor(
        slug="asma-rihani",
        name="أسماء الريحاني",
        kind="person",
        job_title="كاتبة في اقتصاد الماء",
        biography=(
            "درّست اقتصاد الموارد عشرين عامًا في جامعة نوارة، وتقول إن نصف ما تعلّمته "
            "كان في مجالس القرى."
        ),
        look="امرأة في الستين بحجاب داكن ونظارة.",
        portrait=portraits.asma,
    ),
    DemoAuthor(
        slug="butros-nahhas",
        name="بطرس النحّاس",
        kind="person",
        job_title="معلّم وكاتب رأي",
        biography=(
            "معلّم لغة عربية في مدرسة عين الطير منذ سبع وعشرين سنة. يصدر له قريبًا "
            "كتاب عن الأخطاء الجميلة."
        ),
        look="رجل يقارب الستين بشعر رمادي وشارب عريض.",
        portrait=portraits.butros,
    ),
    DemoAuthor(
        slug="dima-aqrabi",
        name="ديمة العقربي",
        kind="person",
        job_title="مهندسة برمجيات وكاتبة رأي",
        biography=(
            "تكتب عن الآلات ومن يعمل إلى جانبها، وتحتفظ بقائمة طويلة من الأعطال التي علّمتها شيئًا."
        ),
        look="شابّة رفعت شعرها عقدةً فوق رأسها، بنظارة كبيرة وكنزة عالية الياقة.",
        portrait=portraits.dima,
    ),
    DemoAuthor(
        slug="ghaylan-shammaa",
        name="غيلان الشمّاع",
        kind="person",
        job_title="طبيب أسرة وكاتب رأي",
        biography=(
            "يعمل في حيّ السلالم منذ ثماني عشرة سنة، ويزور مرضاه سيرًا. يكتب عمّا تقوله الأجساد "
            "عن المدن التي تسكنها."
        ),
        look="رجل في الخمسين بلحية كثّة داكنة ومعطف طبيب أبيض.",
        portrait=portraits.ghaylan,
    ),
    DemoAuthor(
        slug="hudhud",
        name="وكالة الهدهد",
        kind="agency",
        job_title="وكالة أنباء",
        biography="وكالة أنباء متخيَّلة تزوّد هذه الصحيفة التجريبية بأخبار السواحل والموانئ.",
    ),
)

CATEGORIES: tuple[DemoCategory, ...] = (
    DemoCategory("politics", "سياسة", "البرلمان والحكومة والمجالس المحلية، وما يتغيّر في القوانين."),
    DemoCategory("economy", "اقتصاد", "الأسواق والعمل والموانئ، وما يصل منها إلى جيوب الناس."),
    DemoCategory("world", "عالم", "أخبار الجوار والعالم بعين تقرأ الخريطة قبل البيان."),
    DemoCategory("society", "مجتمع", "التعليم والصحة والمهن، وحكايات من يصنعون الأيام العادية."),
    DemoCategory("culture", "ثقافة", "كتب وفنون وحِرف، وما تحفظه المدن من ذاكرتها."),
    DemoCategory("science", "علوم", "اكتشافات وشكوك، وشرح متأنٍّ لما بينهما."),
    DemoCategory("sport", "رياضة", "مباريات وبطولات، ومن يقف خارج الصورة."),
    DemoCategory("opinion", "رأي", "مقالات تعبّر عن أصحابها، لا عن الصحيفة.", is_opinion=True),
    DemoCategory("food-prices", "أسعار الغذاء", "من الحقل إلى المائدة: كلفة ما نأكل.", "economy"),
    DemoCategory("energy", "طاقة", "الكهرباء والوقود والشمس والريح.", "economy"),
)
