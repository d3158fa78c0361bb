"""The drawn pictures of the demonstration stories, ready to be drawn when asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PIL import Image

from newsroom.demo import (
    drawing_cafe,
    drawing_cinema,
    drawing_coast,
    drawing_copper,
    drawing_court,
    drawing_delta,
    drawing_desert,
    drawing_dishes,
    drawing_ears,
    drawing_fans,
    drawing_flood,
    drawing_front,
    drawing_gulf,
    drawing_land,
    drawing_letter,
    drawing_library,
    drawing_market,
    drawing_mules,
    drawing_observatory,
    drawing_oven,
    drawing_parliament,
    drawing_piers,
    drawing_pitch,
    drawing_press,
    drawing_roofs,
    drawing_stairs,
    drawing_swimmer,
    drawing_train,
    drawing_turbines,
    drawing_turtles,
    drawing_valley,
    drawing_ward,
)

CREDIT = "رسم: غرفة الأخبار"


@dataclass(frozen=True, slots=True)
class DemoPicture:
    """One picture; ``draw`` gives the same 2400 × 1600 RGB image each time, in about a second.

    ``focus`` is the place that every crop must keep, as shares of the width and the height.
    """

    key: str
    alt_text: str
    caption: str
    credit: str
    focus: tuple[float, float]
    draw: Callable[[], Image.Image]


_ALL = (
    DemoPicture(
        key="oasis",
        alt_text="ألواح شمسية في صفوف على أطراف واحة، تمرّ بجانبها ساقية لامعة ونخلتان عند الغروب.",
        caption="حقل ألواح تشغّل مضخّات الري في واحات سلوان.",
        credit=CREDIT,
        focus=(0.62, 0.55),
        draw=drawing_land.oasis,
    ),
    DemoPicture(
        key="terraces",
        alt_text="مدرّجات قمح ناضج تسندها جدران حجرية، وحاصدان منحنيان قرب بيت وشجرة.",
        caption="حصاد القمح على مدرّجات قمرية.",
        credit=CREDIT,
        focus=(0.45, 0.6),
        draw=drawing_land.terraces,
    ),
    DemoPicture(
        key="port",
        alt_text="ثلاث رافعات وصفوف حاويات على رصيف ميناء وسفينة راسية، والشمس تشرق خلفها.",
        caption="رافعات مرفأ رأس الشرفة مع أول الفجر.",
        credit=CREDIT,
        focus=(0.45, 0.48),
        draw=drawing_coast.port,
    ),
    DemoPicture(
        key="river",
        alt_text="قاربان بشراعين أبيضين في نهر واسع، وعند دفّة أقربهما امرأة بوشاح أحمر.",
        caption="من آخر قوارب العبور في نهر الوردان.",
        credit=CREDIT,
        focus=(0.68, 0.48),
        draw=drawing_coast.river,
    ),
    DemoPicture(
        key="roofs",
        alt_text="سطوح مدينة قديمة تحت الهلال، فيها نوافذ مضاءة، وقطّ أسود يجلس على حافة شرفة.",
        caption="نوارة بعد منتصف الليل.",
        credit=CREDIT,
        focus=(0.36, 0.55),
        draw=drawing_roofs.roofs,
    ),
    DemoPicture(
        key="observatory",
        alt_text="قبّة مرصد مفتوحة تحت أقواس نجوم بينها مسار متقطّع أحمر، وشخص يحمل فانوسًا.",
        caption="القبّة الكبرى في مرصد قمرية، ومسار الوميض بالأحمر كما تخيّله الرسّام.",
        credit=CREDIT,
        focus=(0.6, 0.55),
        draw=drawing_observatory.observatory,
    ),
    DemoPicture(
        key="pitch",
        alt_text="ملعب كرة قدم من الأعلى ليلًا، ولكل لاعب أربعة ظلال، والجمهور خلف المرمى.",
        caption="هجمة الدقيقة الأخيرة كما تُرى من برج الإنارة.",
        credit=CREDIT,
        focus=(0.55, 0.52),
        draw=drawing_pitch.pitch,
    ),
    DemoPicture(
        key="gulf",
        alt_text="خريطة بحرية لخليج متخيَّل، بخطوط أعماق وجزر ومسار ملاحي أحمر متقطّع ووردة رياح.",
        caption="خليج الهدهد ومساره الملاحي من المضيق إلى الرأس. الخريطة متخيَّلة.",
        credit=CREDIT,
        focus=(0.5, 0.45),
        draw=drawing_gulf.gulf,
    ),
    DemoPicture(
        key="press",
        alt_text="طبّاع بمئزر أحمر يمدّ يده إلى خزانة الحروف، وخلفه مطبعة حديدية وأوراق معلّقة.",
        caption="صباح سبت في مطبعة القنديل بزقاق العطّارين.",
        credit=CREDIT,
        focus=(0.62, 0.5),
        draw=drawing_press.press,
    ),
    DemoPicture(
        key="library",
        alt_text="قاعة مطالعة ليلية بين جدارين من الكتب، وقرّاء حول طاولة طويلة تضيئها مصابيح.",
        caption="قاعة مكتبة الميناء في ساعاتها الليلية.",
        credit=CREDIT,
        focus=(0.5, 0.55),
        draw=drawing_library.library,
    ),
    DemoPicture(
        key="parliament",
        alt_text="قاعة برلمان مستديرة من الخلف، نوّاب يرفعون أيديهم ولوحة ضوئية تعدّ الأصوات.",
        caption="لحظة التصويت في مجلس النوّاب بنوارة.",
        credit=CREDIT,
        focus=(0.5, 0.45),
        draw=drawing_parliament.parliament,
    ),
    DemoPicture(
        key="rain",
        alt_text=("أناس يصعدون درجًا إلى مدرسة مضاءة تحت المطر، ونهر بنّي غمر سقف بيت وقاربًا وشجرة."),
        caption="الصعود إلى مدرسة التلّة في سفوح قمرية.",
        credit=CREDIT,
        focus=(0.62, 0.45),
        draw=drawing_flood.rain,
    ),
    DemoPicture(
        key="delta",
        alt_text=(
            "خريطة دلتا نهر بخمسة فروع بين حقول ملوّنة، وعليها نقاط حمراء ومساحة بيضاء من الملح."
        ),
        caption="دلتا الوردان ومحطات القياس الاثنتا عشرة. الخريطة متخيَّلة.",
        credit=CREDIT,
        focus=(0.52, 0.55),
        draw=drawing_delta.delta,
    ),
    DemoPicture(
        key="highway",
        alt_text="شاحنة حمراء تطفو فوق سراب على طريق صحراوي مستقيم، وإبل وأعمدة هاتف على جانبيه.",
        caption="الطريق بين سلوان وبلاد الرمل عند الظهيرة.",
        credit=CREDIT,
        focus=(0.46, 0.45),
        draw=drawing_desert.highway,
    ),
    DemoPicture(
        key="market",
        alt_text="سوق من الأعلى: مظلّات مخطّطة وصناديق خضر وفاكهة، وناس يمشون بينها في بقع ضوء.",
        caption="السوق المسقوف في نوارة كما يُرى من سطحه.",
        credit=CREDIT,
        focus=(0.48, 0.5),
        draw=drawing_market.market,
    ),
    DemoPicture(
        key="turbines",
        alt_text="مراوح رياح في البحر تحت بدر منخفض، وصيّاد في قارب صغير يحمل صنّارة وفانوسًا.",
        caption="مزرعة الرياح قبالة رأس الشرفة.",
        credit=CREDIT,
        focus=(0.55, 0.55),
        draw=drawing_turbines.turbines,
    ),
    DemoPicture(
        key="corridor",
        alt_text=("ممرّضة تمشي ليلًا في ممرّ مستشفى طويل، وضوء دافئ يخرج من باب مفتوح قرب سرير خالٍ."),
        caption="ممرّ الطابق الرابع بعد منتصف الليل.",
        credit=CREDIT,
        focus=(0.52, 0.55),
        draw=drawing_ward.corridor,
    ),
    DemoPicture(
        key="oven",
        alt_text=("خبّاز يُدخل الأرغفة بمجرفة طويلة إلى فرن متّقد، وامرأة بوشاح أحمر تعجن عند طاولة."),
        caption="فرن السنابل في حيّ السلالم عند الثانية صباحًا.",
        credit=CREDIT,
        focus=(0.62, 0.52),
        draw=drawing_oven.oven,
    ),
    DemoPicture(
        key="cafe",
        alt_text="رجل بطربوش يتأمل رقعة شطرنج تحت ناقوس زجاجي، وأمامه كرسي خالٍ عليه معطف.",
        caption="طاولة النافذة في مقهى الرخّ.",
        credit=CREDIT,
        focus=(0.5, 0.56),
        draw=drawing_cafe.cafe,
    ),
    DemoPicture(
        key="dishes",
        alt_text="صفّ صحون لاقطة في سهل ملحي ليلًا، متّجهة إلى نجم تحيط به حلقة حمراء.",
        caption="صحون سهل الملح متّجهةً إلى كوكبة العُقاب.",
        credit=CREDIT,
        focus=(0.45, 0.5),
        draw=drawing_dishes.dishes,
    ),
    DemoPicture(
        key="fans",
        alt_text=("مشجّعة بوشاح أحمر تقرع طبلًا كبيرًا أمام مدرّج مزدحم، وفوقه أعلام وأبراج إنارة."),
        caption="رابطة «أهل الواحة» في مدرّجها.",
        credit=CREDIT,
        focus=(0.58, 0.55),
        draw=drawing_fans.fans,
    ),
    DemoPicture(
        key="piers",
        alt_text=(
            "رسم بياني على هيئة جسر: خمس دعائم من قطع نقدية تزداد ارتفاعًا، وما زيد منها أحمر."
        ),
        caption="كلفة جسر الوردان من العقد الأصلي إلى الملحق الرابع، من اليمين إلى اليسار.",
        credit=CREDIT,
        focus=(0.5, 0.5),
        draw=drawing_piers.piers,
    ),
    DemoPicture(
        key="valley",
        alt_text=(
            "شاحنة بيضاء عليها معيّن أحمر تسير على طريق ترابي قرب جسر مهدّم، وناس ينتظرون تحت شجرة."
        ),
        caption="العيادة المتنقلة في وادي السدر.",
        credit=CREDIT,
        focus=(0.5, 0.66),
        draw=drawing_valley.valley,
    ),
    DemoPicture(
        key="mules",
        alt_text=(
            "ثلاثة بغال تصعد دربًا جبليًا عند الشروق وعلى ظهر كل منها صندوق اقتراع أبيض، ومعها رجلان "
            "وامرأة تحمل دفترًا."
        ),
        caption="قافلة الصناديق على درب قمرية.",
        credit=CREDIT,
        focus=(0.4, 0.6),
        draw=drawing_mules.mules,
    ),
    DemoPicture(
        key="court",
        alt_text=(
            "واجهة محكمة بأعمدة عند الغسق، يخرج من بابها ضوء أصفر، ومتقاضون يصعدون درجها بأوراقهم."
        ),
        caption="قصر العدل في نوارة قبيل الجلسة المسائية الأولى.",
        credit=CREDIT,
        focus=(0.5, 0.58),
        draw=drawing_court.court,
    ),
    DemoPicture(
        key="ears",
        alt_text=(
            "رسم بياني من اثنتي عشرة سنبلة تزداد طولًا من اليمين إلى اليسار، وآخرها حمراء، وفوقها "
            "سفينة حبوب."
        ),
        caption=(
            "ما أُنزل من القمح في كل شهر من أشهر البرنامج، بآلاف الأطنان: من 31 في الأول إلى 58 في "
            "الأخير."
        ),
        credit=CREDIT,
        focus=(0.4, 0.45),
        draw=drawing_ears.ears,
    ),
    DemoPicture(
        key="train",
        alt_text=(
            "قطار أزرق بنوافذ مضاءة يعبر ليلًا جسرًا حجريًا عالي الأقواس فوق خليج، والبدر خلفه وصيّاد "
            "في قاربه."
        ),
        caption="قطار الساحل الليلي على جسر السمّاك.",
        credit=CREDIT,
        focus=(0.42, 0.42),
        draw=drawing_train.train,
    ),
    DemoPicture(
        key="low",
        alt_text=(
            "خريطة طقس لساحل متخيَّل: خطوط ضغط متقاربة حول منخفض فوق الجبال، وجبهة باردة زرقاء وأخرى "
            "دافئة حمراء، ومطر كثيف على نهر."
        ),
        caption="المنخفض فوق قمرية عند الفجر، والحلقة الحمراء حول القرى المغمورة. الخريطة متخيَّلة.",
        credit=CREDIT,
        focus=(0.6, 0.5),
        draw=drawing_front.front,
    ),
    DemoPicture(
        key="turtles",
        alt_text=(
            "سلاحف صغيرة تزحف ليلًا على الرمل نحو الزبد، وخلفها حفرة العشّ وباحثة تجثو ومعها دفتر "
            "ومصباح أحمر."
        ),
        caption="من الحفرة إلى الماء على الشاطئ الغربي لرأس الشرفة.",
        credit=CREDIT,
        focus=(0.4, 0.62),
        draw=drawing_turtles.turtles,
    ),
    DemoPicture(
        key="copper",
        alt_text=(
            "نحّاس ملتحٍ يرفع مطرقته فوق طاسة، وأمامه فتاة تنقش صينية، وعلى الجدار صوانٍ نحاسية تلمع "
            "بضوء الكور."
        ),
        caption="دكان الصفّار في سوق النحّاسين.",
        credit=CREDIT,
        focus=(0.5, 0.55),
        draw=drawing_copper.copper,
    ),
    DemoPicture(
        key="letter",
        alt_text=(
            "لوحة خط فيها حرفا الألف والنون بالحبر الأسود، وحولهما دوائر قياس وصفّان من سبع نقاط "
            "حمراء، وفوقهما قلم قصب."
        ),
        caption="الألف بسبع نقاط، والنون تتسع لسبع: من لوحات الورّاقي التعليمية.",
        credit=CREDIT,
        focus=(0.5, 0.55),
        draw=drawing_letter.letter,
    ),
    DemoPicture(
        key="cinema",
        alt_text=(
            "جمهور على كراسٍ فوق سطح مصنع ليلًا أمام شاشة فيها فارس بين كثبان، وعن يمينهم آلة عرض "
            "ومدخنة عليها لقلق."
        ),
        caption="العرض الأول لسينما «السطح».",
        credit=CREDIT,
        focus=(0.52, 0.45),
        draw=drawing_cinema.cinema,
    ),
    DemoPicture(
        key="stairs",
        alt_text=(
            "خمسة عدّائين يصعدون درجًا بين بيوت ملوّنة، تتقدّمهم إلى الناظر عدّاءة بقميص أحمر، والناس "
            "يهتفون من النوافذ."
        ),
        caption="سباق حيّ السلالم في دورته السادسة.",
        credit=CREDIT,
        focus=(0.48, 0.6),
        draw=drawing_stairs.stairs,
    ),
    DemoPicture(
        key="swimmer",
        alt_text=(
            "سبّاح بقبعة حمراء يُرى من الأعلى في مضيق أزرق داكن، وأمامه قارب مجاديف فيه رجلان، وحوله "
            "ثلاثة نوارس."
        ),
        caption="الكيلومتر التاسع من عبور مضيق السنونو.",
        credit=CREDIT,
        focus=(0.55, 0.5),
        draw=drawing_swimmer.swimmer,
    ),
)

PICTURES: Mapping[str, DemoPicture] = MappingProxyType({picture.key: picture for picture in _ALL})
