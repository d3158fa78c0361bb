"""No word is ever lost: two windows, two people, no network, no session, no server."""

import re
from contextlib import suppress

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Error

from articles import publishing, revisions
from articles.models import Article, EditLease, Revision
from tests.factories import make_category
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST = "أعلن المجلس البلدي خطة المياه."
SAID = "[data-saving] [data-said]"
NOTE = "[data-lease-note]"
OFFER = "[data-device-offer]"


@pytest.fixture
def story(paper, editor) -> Article:
    words = {"headline": "خطة المياه", "body": f"<p>{FIRST}</p>", "category": make_category().pk}
    return publishing.start(words, by=editor)


@pytest.fixture
def desk(paper, browser, story):
    """Opens the story as somebody; with ``beside`` in another window of theirs."""

    def opened(username: str, *, beside=None, clock: bool = False, width: int = 1280):
        page = beside.context.new_page() if beside else browser(javascript=True, width=width)
        page.on("dialog", lambda dialog: dialog.accept())
        if not beside:
            log_in(page, paper, username)
        if clock:
            page.clock.install()
        page.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
        page.locator(".ProseMirror[role=textbox]").wait_for()
        return page

    return opened


def write(page, words: str) -> None:
    """Type at the end of the text, as a person does."""
    page.locator(".ProseMirror[role=textbox]").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def wait_for(page, words: str, *, where: str = SAID) -> None:
    page.locator(where).filter(has_text=words).wait_for()


def until(page, expression: str) -> None:
    """Wait for something that is true in the page; the panel's policy lets no text be run there."""
    for _attempt in range(300):
        with suppress(Error):  # the page is being loaded anew
            if page.evaluate(expression):
                return
        page.wait_for_timeout(50)
    pytest.fail(f"{expression} never came true: {page.locator(SAID).inner_text()}")


def editing(page) -> None:
    """Wait until the window has the story."""
    until(page, "document.querySelector('[name=fence]').value !== ''")


def stored(story: Article) -> str:
    return revisions.working_copy(Article.objects.get(pk=story.pk)).content["body"]


def everywhere(story: Article) -> str:
    return " ".join(kept.content["body"] for kept in Revision.objects.filter(article=story))


def kept_on_device(page) -> str:
    return page.evaluate(
        "Object.entries(localStorage).filter(([k]) => k.startsWith('desk:')).join()"
    )


def test_what_is_typed_is_saved_by_itself(desk, story):
    page = desk("editor")
    editing(page)
    write(page, " وتبدأ الأعمال غدًا.")
    assert "وتبدأ الأعمال" in kept_on_device(page)
    wait_for(page, "حُفظ")
    assert "وتبدأ الأعمال غدًا." in stored(story)
    assert kept_on_device(page) == ""
    page.fill("[name=headline]", "")  # required before publication, not while somebody writes
    page.fill("[name=kicker]", "المياه")
    until(page, "document.querySelector('[data-saving]').dataset.version >= 2")
    wait_for(page, "حُفظ")
    assert revisions.working_copy(story).content["kicker"] == "المياه"
    assert story.revisions.count() == 1


def test_a_story_begins_with_its_first_words(paper, browser, editor):
    make_category("ثقافة", slug="culture")
    page = browser(javascript=True)
    log_in(page, paper, "editor")
    page.goto(f"{paper}/admin/articles/article/add/")
    page.fill("[name=headline]", "كتاب جديد")
    page.wait_for_url("**/change/")
    begun = Article.objects.get()
    assert begun.headline == "كتاب جديد"
    page.fill("[name=standfirst]", "ملخّص الكتاب")
    wait_for(page, "حُفظ")
    press(page, "[name=_continue]")
    assert Article.objects.get().standfirst == "ملخّص الكتاب"
    assert Article.objects.get().slug == "كتاب-جديد"


def test_an_act_waits_for_the_text(desk, story, editor):
    page = desk("editor")
    editing(page)
    write(page, " كلمة قبل النشر.")
    press(page, "[name=_publish]")
    assert "كلمة قبل النشر." in Article.objects.live().get().body
    editing(page)  # the next page takes over from itself
    assert not page.locator(NOTE).is_visible()


def test_two_windows_of_one_person(desk, story):
    first = desk("editor")
    editing(first)
    write(first, " من الأولى.")
    wait_for(first, "حُفظ")
    second = desk("editor", beside=first)
    wait_for(second, "نافذة أخرى", where=NOTE)
    assert second.locator("[data-act=ask_for]").is_hidden()
    write(first, " وبعدها.")
    until(first, "document.querySelector('[data-saving] [data-said]').textContent.includes('لم')")
    wait_for(first, "حُفظ")
    with second.expect_navigation():  # there are newer words: the page is loaded with them
        second.click("[data-act=take]")
    editing(second)
    write(second, " من الثانية.")
    wait_for(second, "حُفظ")
    write(first, " متأخرة.")
    wait_for(first, "نافذة أخرى", where=NOTE)
    first.locator("[data-act=merge]").wait_for()
    assert "من الثانية." in stored(story)
    assert "متأخرة." not in stored(story)
    for words in ("من الأولى.", "وبعدها.", "من الثانية.", "متأخرة."):
        assert words in everywhere(story)


def test_somebody_else_takes_over_while_words_are_typed(desk, story, chief):
    karim, huda = desk("editor"), desk("chief")
    editing(karim)
    wait_for(huda, "editor", where=NOTE)
    assert huda.evaluate("document.querySelector('.ProseMirror').closest('[inert]') !== null")
    write(karim, " كتب كريم.")
    wait_for(karim, "حُفظ")
    karim.context.set_offline(True)
    write(karim, " وما لم يصل.")
    with huda.expect_navigation():
        huda.click("[data-act=take]")
    editing(huda)
    write(huda, " كتبت هدى.")
    wait_for(huda, "حُفظ")
    karim.context.set_offline(False)
    karim.evaluate("window.dispatchEvent(new Event('online'))")
    karim.locator("[data-act=merge]").wait_for()
    wait_for(karim, "chief", where=NOTE)
    assert "كتبت هدى." in stored(story)
    assert "وما لم يصل." not in stored(story)
    branch = story.revisions.get(role="branch")
    assert branch.by.username == "editor"
    assert "كتب كريم. وما لم يصل." in branch.content["body"]
    kept = story.revisions.filter(role="kept").first()
    assert "كتب كريم." in kept.content["body"]
    assert kept_on_device(karim) == ""
    karim.click("[data-act=merge]")
    karim.get_by_text("وما لم يصل.").first.wait_for()
    assert "وما لم يصل." not in stored(story)
    karim.check("input[value=mine]")
    karim.check("[name=keep_both]")
    press(karim, "[name=_merge]")
    assert "وما لم يصل." in stored(story)
    assert "كتبت هدى." in story.revisions.get(role="branch", by__username="chief").content["body"]
    press(karim, "form[action*=restore] button")  # and back again
    assert "كتبت هدى." in stored(story)


def test_without_a_script_a_closed_collision_screen_has_lost_nothing(
    paper, browser, story, editor, chief
):
    karim = browser()
    log_in(karim, paper, "editor")
    address = f"{paper}/admin/articles/article/{story.pk}/change/"
    karim.goto(address)
    publishing.save_draft(story, {"headline": "كتبت هدى"}, by=chief)
    karim.fill("[name=headline]", "كتب كريم")
    press(karim, "[name=_continue]")
    karim.get_by_text("أُبقي ما كتبته فرعًا باسمك").wait_for()
    karim.goto(address)  # away, without an answer
    assert Article.objects.get().headline == "كتبت هدى"
    karim.goto(f"{paper}/admin/articles/article/{story.pk}/revisions/")
    press(karim, "a[href$='/merge/']")
    karim.check("input[value=mine]")
    press(karim, "[name=_merge]")
    assert Article.objects.get().headline == "كتب كريم"
    assert not story.revisions.filter(role="branch").exists()


def test_the_editing_is_handed_over_on_request(desk, story, chief):
    karim, huda = desk("editor"), desk("chief")
    editing(karim)
    wait_for(huda, "editor", where=NOTE)
    huda.click("[data-act=ask_for]")
    write(karim, " آخر كلمة لكريم.")
    karim.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # a beat
    wait_for(karim, "chief", where=NOTE)
    karim.click("[data-act=let_go]")
    until(karim, "document.querySelector('.ProseMirror').closest('[inert]') !== null")
    editing(huda)
    assert EditLease.objects.get().holder.username == "chief"
    assert "آخر كلمة لكريم." in huda.locator(".ProseMirror[role=textbox]").inner_text()


def test_the_session_ends_and_comes_back_in_another_window(paper, desk, story):
    page = desk("editor")
    editing(page)
    Session.objects.all().delete()
    write(page, " كُتب بعد انتهاء الجلسة.")
    wait_for(page, "انتهت جلستك", where=NOTE)
    assert "انتهاء الجلسة" in kept_on_device(page)
    assert "انتهاء الجلسة" not in stored(story)
    with page.context.expect_page() as opening:
        page.click("[data-act=log_in]")
    other = opening.value
    other.fill("[name=username]", "editor")
    other.fill("[name=password]", "a-long-password")
    press(other, "[type=submit]")
    wait_for(page, "حُفظ")
    assert "كُتب بعد انتهاء الجلسة." in stored(story)
    assert not page.locator(NOTE).is_visible()


def test_nobody_writes_in_the_name_of_another_who_logged_in_meanwhile(paper, desk, story, chief):
    page = desk("editor")
    editing(page)
    Session.objects.all().delete()
    other = page.context.new_page()
    log_in(other, paper, "chief")
    write(page, " كلمات كريم.")
    wait_for(page, "شخص آخر", where=NOTE)
    assert "كلمات كريم." not in everywhere(story)
    assert "كلمات كريم." in kept_on_device(page)
    other.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    page.close()
    EditLease.objects.update(holder=None)  # or a minute later
    other.reload()
    editing(other)
    assert not other.locator(OFFER).is_visible()
    Session.objects.all().delete()
    log_in(other, paper, "editor")
    other.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    wait_for(other, "كلمات كريم.", where=OFFER)


def test_ten_minutes_without_a_network(desk, story):
    page = desk("editor", clock=True)
    until(page, "document.querySelector('[name=fence]').value !== ''")
    page.context.set_offline(True)
    write(page, " كُتب في النفق.")
    page.clock.run_for(3_000)
    wait_for(page, "دون اتصال")
    page.clock.run_for(6 * 60_000 + 5_000)
    assert "6 دقائق" in page.locator(SAID).inner_text()
    write(page, " وأكثر.")
    page.clock.run_for(4 * 60_000)
    assert "10 دقائق" in page.locator(SAID).inner_text()
    assert "وأكثر." in kept_on_device(page)
    assert "النفق" not in stored(story)
    page.context.set_offline(False)
    page.clock.run_for(61_000)
    wait_for(page, "حُفظ")
    assert "كُتب في النفق. وأكثر." in stored(story)
    assert kept_on_device(page) == ""


def test_a_text_of_a_window_that_died_is_offered_with_its_difference(desk, story):
    page = desk("editor")
    editing(page)
    page.context.set_offline(True)
    write(page, " كُتب ثم انطفأ الجهاز.")
    until(page, "Object.values(localStorage).join().includes('انطفأ')")
    context = page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    EditLease.objects.update(holder=None)
    again = context.new_page()
    again.on("dialog", lambda dialog: dialog.accept())
    again.goto(page.url)
    editing(again)
    wait_for(again, "انطفأ", where=f"{OFFER} ins")
    assert "انطفأ" not in again.locator(".ProseMirror[role=textbox]").inner_text()
    again.click("[data-restore]")
    wait_for(again, "حُفظ")
    assert "كُتب ثم انطفأ الجهاز." in stored(story)
    saved = again.input_value("[name=version]")
    again.click("[data-undo]")
    until(again, f"document.querySelector('[name=version]').value > {saved}")
    wait_for(again, "حُفظ")
    assert "انطفأ" not in stored(story)
    assert "انطفأ" in kept_on_device(again)
    again.reload()
    editing(again)
    again.click("[data-drop]")
    again.locator(OFFER).wait_for(state="hidden")
    assert kept_on_device(again) == ""


def test_a_stale_window_from_the_browsers_history_saves_nothing(desk, story, chief):
    page = desk("editor")
    editing(page)
    old = {
        name: page.input_value(f"[name={name}]") for name in ("fence", "version", "based_on", "tab")
    }
    page.goto("about:blank")
    huda = desk("chief")
    editing(huda)
    write(huda, " كتبت هدى.")
    wait_for(huda, "حُفظ")
    page.go_back()
    page.locator(".ProseMirror[role=textbox]").wait_for()
    wait_for(page, "chief", where=NOTE)
    # And a page that comes back with everything it had, and sends its form.
    page.evaluate(
        """(old) => {
          for (const name in old) document.querySelector(`[name=${name}]`).value = old[name]
          document.querySelector("[name=headline]").value = "عنوان قديم"
          HTMLFormElement.prototype.submit.call(document.querySelector("#article_form"))
        }""",
        old,
    )
    wait_for(page, "chief", where="main")
    page.get_by_text(re.compile("فرع")).first.wait_for()
    assert "كتبت هدى." in stored(story)
    assert Article.objects.get().headline == "خطة المياه"
    assert story.revisions.get(role="branch").content["headline"] == "عنوان قديم"
