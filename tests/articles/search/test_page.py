"""The page of the search, as a reader meets it."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from articles.search import finding, page
from articles.search.conditions import TooSlow
from tests.articles.markup import Document
from tests.factories import make_author, make_category, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(reader):
    def at(query: str, more: str = "") -> Document:
        return Document.of(reader.get(f"/search/?q={quote(query)}{more}"))

    return at


def answers(document: Document) -> list[str]:
    return [heading.text() for heading in document.one("main").all("h3")]


def said(document: Document) -> str:
    heading = document.one("h2", id="found").text()  # with a space around each element
    return heading.replace("« ", "«").replace(" »", "»")


def test_before_a_question_there_is_a_form_and_nothing_else(search):
    document = search("")
    assert document.one("h1").text() == "البحث"
    form = document.one("form", class_="find")
    assert form.attributes["action"] == "/search/"
    assert "method" not in form.attributes
    field = form.one("input", id="q").attributes
    assert (field["name"], field["type"], field["dir"]) == ("q", "search", "auto")
    assert form.one("label", **{"for": "q"}).text() == "كلمات من العنوان أو النص"
    assert form.one("button").text() == "ابحث"
    assert not document.one("main").all("h2")


def test_a_story_found_by_its_topic_says_so(search, findable):
    findable(headline="خبر عن السوق", tags=("القمح", "الخبز"))
    card = search("قمح").one("ol", class_="story-list").one("article")
    reason = card.all("p", class_="facts")[0]
    assert reason.text().startswith("وُجد في وسومه")
    assert [mark.text() for mark in card.all("mark")] == ["القمح"]
    assert "الخبز" not in reason.text()


def test_the_answer_is_a_list_of_cards_with_the_words_marked(search, findable):
    story = findable(
        headline="أسعارُ القمحِ ترتفع", standfirst="عن القمح <وحده>.", lead_picture=make_picture(),
        category=make_category("اقتصاد"),
    )  # fmt: skip
    document = search("قمح")
    card = document.one("ol", class_="story-list").one("article")
    assert [mark.text() for mark in card.all("mark")] == ["القمحِ", "القمح"]
    assert card.one("h3").text() == "أسعارُ القمحِ ترتفع"
    assert card.one("h3").attributes == {"class": "vocalised", "dir": "rtl"}
    assert card.one("h3").one("a").attributes["href"] == story.get_absolute_url()
    assert card.one("p", class_="standfirst").text() == "عن القمح <وحده>."
    assert card.one("img").attributes["alt"] == ""
    assert card.one("p", class_="kicker").text() == "اقتصاد"
    assert document.one("input", id="q").attributes["value"] == "قمح"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا نتائج عن «القمح»"), (1, "نتيجة واحدة عن «القمح»"), (2, "نتيجتان عن «القمح»"),
        (3, "3 نتائج عن «القمح»"), (11, "11 نتيجة عن «القمح»"), (100, "100 نتيجة عن «القمح»"),
    ],
)  # fmt: skip
def test_results_take_their_plural(search, findable, monkeypatch, count, words):
    def find(*args, **options) -> finding.Found:
        return finding.Found(total=count, full=count)

    monkeypatch.setattr(page, "find", find)
    assert said(search("القمح")) == words


def test_more_than_are_counted_are_said_to_be_more(search, findable, monkeypatch):
    monkeypatch.setattr(finding, "MOST_COUNTED", 3)
    for number in range(5):
        findable(headline=f"القمح {number}")
    assert said(search("القمح")) == "أكثر من 1,000 نتيجة عن «القمح»"


def test_a_widened_search_says_so(search, findable):
    findable(headline="القمح في المتوسط")
    findable(headline="السفن في المتوسط")
    for number in range(8):
        findable(headline=f"السفن في الخليج {number}")
    document = search("القمح غائب الخليج")
    status = document.one("main").one("p", role="status").text()
    assert status == "لم نجد خبرًا فيه كلماتك كلها، وهذه أخبار فيها بعضها، الأقرب أولًا."
    status = search("القمح المتوسط").one("main").one("p", role="status").text()
    assert status == "خبر واحد فيه كلماتك كلها، وفي البقية بعضها."
    assert not search("القمح").one("main").all("p", role="status")


def test_other_forms_are_named_with_a_way_back_to_what_was_typed(search, findable):
    findable(headline="وبالقمحِ نبدأ")
    document = search("القمح")
    line = next(p for p in document.one("main").all("p", class_="quiet") if "أيضًا" in p.text())
    assert line.one("bdi").text() == "وبالقمح"
    exact = line.one("a").attributes["href"]
    assert exact == "?q=" + quote('"القمح"')
    assert said(search('"القمح"')) == 'لا نتائج عن «"القمح"»'


def test_nothing_found_offers_another_spelling(search, findable):
    findable(headline="قمح المتوسط")
    document = search("قمحح المتوسّت")
    assert said(document) == "لا نتائج عن «قمحح المتوسّت»"
    link = document.one("main").one("section").all("a")[0]
    assert link.text() == "قمح المتوسط"
    assert link.attributes["href"] == f"?q={quote('قمح المتوسط', safe='').replace('%20', '+')}"
    assert "جرّب كلمات أقل" in document.one("div", class_="notice").text()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("م", "اكتب كلمة من حرفين على الأقل."),
        ("؟!", "اكتب كلمة من حرفين على الأقل."),
        ("قمح " * 60, "هذا أطول مما نبحث عنه: أبقِ أهم الكلمات، في حدود 200 حرف."),
    ],
)
def test_too_short_and_too_long_are_said_and_kept(search, query, sentence):
    document = search(query)
    assert document.one("p", id="refused").text() == sentence
    field = document.one("input", id="q").attributes
    assert field["value"] == " ".join(query.split())
    assert field["aria-describedby"] == "refused"


def test_more_than_twelve_words_are_said_to_be_left_out(search, findable):
    findable(headline="القمح")
    text = "القمح كلمة أخرى وثانية وثالثة ورابعة وخامسة وسادسة وسابعة وثامنة وتاسعة وعاشرة وغيرها"
    assert "بحثنا عن أول اثنتي عشرة كلمة فقط." in search(text).one("main").text()


def test_a_search_that_was_stopped_says_so(search, findable, monkeypatch):
    def too_slow(*args, **options):
        raise TooSlow

    monkeypatch.setattr(page, "find", too_slow)
    assert "طال هذا البحث فأوقفناه" in search("القمح").one("p", class_="notice").text()


def test_sections_order_and_days_are_links_that_keep_the_question(search, findable):
    sport, economy = make_category("رياضة", slug="sport"), make_category("اقتصاد", slug="economy")
    author = make_author("سلمى الحداد")
    old = timezone.now() - timedelta(days=400)
    findable(headline="القمح القمح", category=sport, authors=(author,), published=old)
    findable(headline="خبر القمح", category=economy, tags=("قمح",))
    findable(headline="القمح", category=economy)
    facets = search("القمح").one("nav", class_="facets")
    links = {link.text(): link for link in facets.all("a")}
    assert list(links) == [
        "كل الأقسام",
        "اقتصاد (2)",
        "رياضة (1)",
        "قمح (1)",
        "سلمى الحداد (1)",
        "الأكثر صلة أولًا",
        "الأحدث أولًا",
    ]
    assert all(link.attributes["rel"] == "nofollow" for link in links.values())
    current = {text for text, link in links.items() if "aria-current" in link.attributes}
    assert current == {"كل الأقسام", "الأكثر صلة أولًا"}
    assert links["رياضة (1)"].attributes["href"] == f"?q={quote('القمح')}&category=sport"
    assert answers(search("القمح", "&category=sport")) == ["القمح القمح"]
    assert answers(search("القمح", f"&author={quote(author.slug)}")) == ["القمح القمح"]
    assert answers(search("القمح", "&tag=" + quote("قمح"))) == ["خبر القمح"]
    assert answers(search("القمح", "&sort=new"))[-1] == "القمح القمح"
    assert answers(search("القمح", f"&to={timezone.localdate(old)}")) == ["القمح القمح"]
    assert len(answers(search("القمح", f"&from={timezone.localdate(old)}&page=1"))) == 3
    narrowed = search("القمح", f"&category=sport&author={quote(author.slug)}&from=2020-01-01")
    kept = {
        i.attributes["name"]: i.attributes["value"] for i in narrowed.all("input", type="hidden")
    }
    assert kept == {"category": "sport", "author": author.slug}
    assert narrowed.one("input", id="from").attributes["value"] == "2020-01-01"
    assert "كل الأيام" in narrowed.one("nav", class_="facets").text()


def narrowing(document: Document) -> dict[str, str]:
    links = document.one("details", class_="narrow").all("a")
    return {link.text(): link.attributes["href"] for link in links}


def test_answers_can_be_narrowed_by_topic_and_author_with_exact_counts(search, findable, reader):
    salma, huda = make_author("سلمى"), make_author("هدى")
    for number in range(30):
        tags = ["القمح", "الخبز"] if number % 3 else ["القمح"]
        authors = (salma, huda) if number % 5 == 0 else (salma,) if number % 2 else ()
        findable(headline=f"القمح {number}", tags=tags, authors=authors)
    findable(headline="القمح", tags=("المطر",), published=timezone.now() + timedelta(hours=1))
    links = narrowing(search("القمح"))
    assert list(links) == ["القمح (30)", "الخبز (20)", "سلمى (18)", "هدى (6)"][1:]
    for text, address in links.items():
        narrowed = Document.of(reader.get(f"/search/{address}"))
        assert said(narrowed).startswith(text.partition("(")[2].removesuffix(")"))
    chosen = search("القمح", f"&tag={quote('الخبز')}")
    assert list(narrowing(chosen)) == ["سلمى (12)", "هدى (4)"]
    assert "الخبز" in chosen.one("nav", class_="facets").text(), "the link that takes it back"
    both = search("القمح", f"&tag={quote('الخبز')}&author={quote(huda.slug)}")
    assert said(both).startswith("4 ")


def test_counts_end_at_a_thousand(search, findable, monkeypatch):
    monkeypatch.setattr(finding, "MOST_COUNTED", 4)
    for number in range(4):
        findable(headline=f"القمح {number}", tags=("الخبز",) if number else ())
    assert list(narrowing(search("القمح"))) == ["الخبز (3)"]
    findable(headline="القمح", tags=("الخبز",))
    document = search("القمح")
    assert said(document).startswith("أكثر من")
    assert list(narrowing(document)) == ["الخبز"], "nobody counted, so nobody says a number"


def test_a_former_slug_still_narrows(search, findable):
    story = findable(headline="القمح", tags=("الخبز",))
    findable(headline="القمح")
    tag = story.tags.get()
    old, tag.slug = tag.slug, "الرغيف"
    tag.save()
    assert len(answers(search("القمح", f"&tag={quote(old)}"))) == 1


@pytest.mark.parametrize(
    "day", ["أمس", "2025-13-01", "0001-01-01", "9999-12-31", "20251301", "x" * 99]
)
def test_a_day_that_is_none_is_named_and_searched_without(search, findable, day):
    findable(headline="القمح")
    document = search("القمح", f"&from={quote(day)}&to={quote(day)}")
    assert answers(document) == ["القمح"]
    alert = document.one("main").all("p", class_="alert")[0].text()
    assert alert.endswith("فبحثنا من دونه. اكتبه هكذا: 2025-12-31.")


def test_days_may_have_arabic_digits(search, findable):
    findable(headline="القمح")
    assert not answers(search("القمح", "&to=" + quote("٢٠٢٠-١٢-٠١")))


def test_unknown_narrowings_are_no_pages(reader, findable):
    findable(headline="القمح")
    for more in ("category=none", "tag=none", "author=none", "category=%00", "tag=%00x"):
        expected = 200 if more.endswith("%00") else 404
        assert reader.get(f"/search/?q=القمح&{more}").status_code == expected, more


def test_pages_are_as_long_and_as_many_as_in_other_lists(reader, search, findable):
    for number in range(21):
        findable(headline=f"القمح {number}")
    first = search("القمح")
    assert len(answers(first)) == 20
    pages = first.one("nav", class_="pages")
    assert pages.one("a", rel="next nofollow").attributes["href"] == f"?q={quote('القمح')}&page=2"
    second = search("القمح", "&page=2")
    assert len(answers(second)) == 1
    assert not set(answers(first)) & set(answers(second))
    for page_number in ("3", "0", "-1", "x", "٢", "9999", "%00"):
        assert reader.get(f"/search/?q=القمح&page={page_number}").status_code == 404


def test_a_page_is_for_nobody_elses_cache_sets_no_cookie_and_is_not_listed(reader, findable):
    findable(headline="القمح")
    response = reader.get("/search/?q=القمح")
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    robots = Document.of(response).one("meta", name="robots").attributes["content"]
    assert robots == "noindex"
    again = reader.get("/search/?q=القمح", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert reader.post("/search/?q=القمح").status_code == 405


def test_a_page_costs_few_statements_however_much_it_finds(
    reader, findable, django_assert_max_num_queries
):
    costs = []
    for many in (2, 25):
        for number in range(many):
            findable(headline=f"القمح {number}", tags=("قمح",), authors=(make_author(),))
        with django_assert_max_num_queries(24) as queries:
            reader.get("/search/?q=القمح المتوسط")
        costs.append(len(queries))
    assert costs[0] >= costs[1] - 1


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x>', "{{ 7 }}", "</title>"]
)
def test_no_question_is_markup(search, findable, hostile):
    findable(headline=f"alert {hostile} img 7 title")
    for query in (hostile, f"alert {hostile}"):
        document = search(query)
        assert document.one("input", id="q").attributes["value"] == query
        (ours,) = document.all("script")
        assert ours.attributes["integrity"]
        assert not ours.children
        assert not document.one("main").all("img")


@pytest.mark.shared
def test_any_string_is_a_question(reader, findable, naughty_texts):
    findable(headline="القمح")
    names = ("category", "tag", "author", "from", "to", "sort", "page")
    for number, text in enumerate(naughty_texts):
        assert reader.get("/search/", {"q": text}).status_code == 200, text
        name = names[number % len(names)]
        response = reader.get("/search/", {"q": "القمح", name: text})
        assert response.status_code in {200, 404}, (name, text)
