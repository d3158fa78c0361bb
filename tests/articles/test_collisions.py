"""Two people and their tabs collide at random, and no word is lost."""

from itertools import count
from random import Random
from threading import Barrier, Thread

import pytest
from django.db import connection

from articles import leases, publishing, revisions
from articles.leases import Overtaken
from articles.models import Article
from articles.publishing import Stale
from tests.factories import make_article

COLLISIONS = 500
PARALLEL = 50


class Tab:
    """A screen: what it was opened with, and what was typed since. It knows no other."""

    numbers = count(1)

    def __init__(self, story: Article, person) -> None:
        self.story, self.person, self.name = story, person, f"tab-{next(self.numbers)}"
        self.open()

    def open(self) -> None:
        self.text = revisions.working_copy(self.story).content["standfirst"]
        self.version = revisions.version_of(self.story)
        self.fence = None

    def type(self, word: str) -> None:
        self.text += f" {word}"

    def save(self, *, answer_is_lost: bool) -> None:
        publishing.save_draft(
            self.story, {"standfirst": self.text}, by=self.person, version=self.version,
            fence=self.fence, tab=self.name,
        )  # fmt: skip
        if not answer_is_lost:
            self.version = revisions.version_of(self.story)

    def take_over(self) -> None:
        self.fence = leases.take_over(self.story, by=self.person, tab=self.name).fence

    def insist(self) -> None:
        """A form without script, sent for the second time."""
        publishing.save_draft(
            self.story, {"standfirst": self.text}, by=self.person, keep=True,
            version=revisions.version_of(self.story),
        )  # fmt: skip
        self.open()

    def keep_branch(self) -> None:
        publishing.keep_branch(
            self.story, {"standfirst": self.text}, by=self.person, version=self.version,
            tab=self.name,
        )  # fmt: skip


def everything_kept(story: Article) -> set[str]:
    return {word for kept in story.revisions.all() for word in kept.content["standfirst"].split()}


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(5))
def test_no_word_of_two_editors_is_lost(editor, chief, seed):
    by_chance = Random(seed)  # noqa: S311 - the same collisions each time
    story = make_article(published=True, standfirst="بداية")
    tabs = [Tab(story, person) for person in (editor, chief, editor)]
    typed, collisions, words = {"بداية"}, 0, count(1)
    while collisions < COLLISIONS / 5:
        tab = by_chance.choice(tabs)
        word = f"كلمة{next(words)}"
        tab.type(word)
        typed.add(word)
        if by_chance.random() < 0.2:
            tab.take_over()
        try:
            if by_chance.random() < 0.8:
                tab.save(answer_is_lost=by_chance.random() < 0.3)
        except (Stale, Overtaken):
            collisions += 1
            if by_chance.random() < 0.2:
                tab.insist()
            else:
                tab.keep_branch()
                tab.name = f"tab-{next(tab.numbers)}"  # a page that is opened anew
                tab.open()
    for tab in tabs:
        tab.keep_branch()
    assert typed <= everything_kept(story)


@pytest.mark.django_db(transaction=True)
def test_of_fifty_saves_on_one_state_exactly_one_wins(editor):
    story = make_article(headline="قبل")
    publishing.save_draft(story, {"headline": "الأصل"}, by=editor)
    version = revisions.version_of(story)
    together = Barrier(PARALLEL)
    ended: list[str] = []

    def save(number: int) -> None:
        try:
            together.wait(timeout=30)
            publishing.save_draft(
                story, {"headline": f"كاتب {number}"}, by=editor, version=version, tab=f"{number}"
            )
            ended.append("won")
        except Stale:
            publishing.keep_branch(
                story, {"headline": f"كاتب {number}"}, by=editor, version=version, tab=f"{number}"
            )
            ended.append("late")
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            ended.append(repr(error))
        finally:
            connection.close()

    hands = [Thread(target=save, args=[number]) for number in range(PARALLEL)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=120)
    assert sorted(ended) == ["late"] * (PARALLEL - 1) + ["won"]
    assert revisions.version_of(story) == version + 1
    said = {kept.content["headline"] for kept in story.revisions.all()}
    assert {f"كاتب {number}" for number in range(PARALLEL)} <= said
