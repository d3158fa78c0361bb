"""What of a story is shown, and what of it is marked."""

import pytest

from articles.search import marking
from articles.search.marking import Marker
from articles.search.query import Query
from tests.factories import make_article


def marked(question: str, text: str) -> str:
    return "".join(
        f"[{part.text}]" if part.is_marked else part.text
        for part in Marker(Query.read(question)).whole(text)
    )


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("القمح", "سعر القمح يرتفع", "سعر [القمح] يرتفع"),
        ("قمح", "وبالقَمْحِ، والقمح!", "[وبالقَمْحِ]، [والقمح]!"),
        ("قمح", "القـــمح", "[القـــمح]"),
        ("قمح", "قمح\u064e\u0651ٌ", "[قمح\u064e\u0651ٌ]"),
        ("سعر", "«أسعار» الشعير", "«[أسعار]» الشعير"),
        ("كتاب", "كتاب‌ها هنا", "[كتاب‌ها] هنا"),
        ("في القمح", "القمح في الصوامع", "[القمح] في الصوامع"),
        ("في", "القمح في الصوامع", "القمح [في] الصوامع"),
        ('"القمح"', "القمح وقمح", "[القمح] وقمح"),
        ("café", "le Cafe\u0301 noir", "le [Cafe\u0301] noir"),
        ("صلى", "محمد ﷺ", "محمد [ﷺ]"),
        ("b", "<b>b</b>", "<[b]>[b]</[b]>"),
        ("غائب", "القمح", "القمح"),
    ],
)
def test_whole_words_are_marked_where_they_stand(question, text, shown):
    assert marked(question, text) == shown


@pytest.mark.django_db
class TestExcerpt:
    def excerpt(self, question: str, **fields) -> str:
        parts = Marker(Query.read(question)).excerpt(make_article(published=True, **fields))
        return "".join(f"[{part.text}]" if part.is_marked else part.text for part in parts)

    def test_the_standfirst_is_shown_where_it_answers(self):
        fields = {"standfirst": "عن القمح وسعره.", "body": "<p>نص القمح.</p>"}
        assert self.excerpt("قمح", **fields) == "عن [القمح] وسعره."

    def test_else_what_of_the_body_answers_most(self):
        body = f"<p>{'كلام ' * 90}القمح {'كلام ' * 60}والقمح يعبر المتوسط {'كلام ' * 60}</p>"
        shown = self.excerpt("القمح المتوسط", standfirst="لا شيء.", body=body)
        assert "[والقمح] يعبر [المتوسط]" in shown
        assert shown.startswith("…كلام")
        assert shown.endswith("كلام…")
        assert len(shown.split()) <= 34

    def test_else_how_the_story_begins(self):
        assert self.excerpt("غائب", standfirst="عن السفن.", body="<p>نص.</p>") == "عن السفن."
        assert self.excerpt("غائب", body="<p>نص قصير.</p>") == "نص قصير."
        assert self.excerpt("غائب", body="") == ""

    def test_a_standfirst_that_opens_the_body_is_not_shown_before_a_better_place(self):
        body = f"<p>قال الوزير اليوم {'كلام ' * 60} القمح هنا.</p>"
        assert "[القمح] هنا." in self.excerpt("قمح", standfirst="قال الوزير اليوم", body=body)


def test_other_forms_are_named_as_stories_write_them():
    marker = Marker(Query.read("قمح متوسط"))
    marker.whole("القَمْحُ والقمح في المدرسة المتوسطة")
    assert marker.other_forms == ["القمح", "والقمح", "المتوسطة"]


@pytest.mark.parametrize(
    ("text", "question", "html"),
    [
        ("لغة C++ هنا", "C", '<bdi dir="ltr"><mark>C</mark>++</bdi>'),
        ("زاد +1.5% أمس", "1", '<bdi dir="ltr">+<mark>1</mark>.5%</bdi>'),
        ("هاتف +966 50 123 4567 هنا", "50", '<bdi dir="ltr">+966 <mark>50</mark> 123 4567</bdi>'),
        ("قال @user_name هنا", "user", '<bdi dir="ltr">@<mark>user</mark>_name</bdi>'),
        ("دفع $20 أمس", "20", '<bdi dir="ltr">$<mark>20</mark></bdi>'),
        ("وسم #COVID-19 هنا", "covid", '<bdi dir="ltr">#<mark>COVID</mark>-19</bdi>'),
        ("هبط -3.5% أمس", "3 5", '<bdi dir="ltr">-<mark>3</mark>.<mark>5</mark>%</bdi>'),
        ("<b>قمح</b> & خبز", "قمح", "&lt;b&gt;<mark>قمح</mark>&lt;/b&gt; &amp; خبز"),
    ],
)
def test_marks_never_tear_apart_what_a_line_keeps_together(text, question, html):
    assert html in marking.marked(Marker(Query.read(question)).whole(text))
