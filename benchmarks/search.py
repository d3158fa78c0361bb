"""How well and at what cost the search finds, beside two others in the same run.

1. Known items: 400 of the 5,935 real articles, asked for by three words of their headline that are
   changed in eight ways. Figure: MRR@10 (1 if always first, 0 if never among ten).
2. ARCD: 1,395 questions of people, each with the one passage that answers it.
3. The same first five on SQLite and PostgreSQL: each run leaves its answers in ``var/``, the second
   compares.
4. Cost of a search and of a list of related stories as multiples of a primary-key look-up of the
   same run, and the size of their tables. BENCH_ARTICLES=100000 measures this part in an archive of
   that size, woven of the real paragraphs.

Runs on the database of DATABASE_URL, in a test database. Fails when a bar is missed.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import get_runner  # noqa: E402
from django.utils import timezone  # noqa: E402
from searching import engines, questions, sizes  # noqa: E402
from searching.questions import DATA, Question  # noqa: E402

from articles.models import Article, Category, SearchTerm  # noqa: E402
from articles.related import keeping  # noqa: E402
from articles.related.showing import SHOWN, listed  # noqa: E402
from articles.search import index  # noqa: E402
from articles.search.conditions import TooSlow  # noqa: E402
from articles.search.documents import key, number  # noqa: E402

BARS = dict.fromkeys(("exact", "typing", "harakat", "tatweel", "Persian"), 0.97) | {
    "inflected": 0.95, "clitics": 0.90, "all": 0.88, "ARCD": 0.78, "same first five": 0.95,
}  # fmt: skip
COST_RUNS, RELATED_RUNS = 200, 100


def mrr(asked: Iterable[Question], engine: engines.Engine, names: dict[int, str]) -> float:
    scores = []
    for right, question in asked:
        found = [names[pk] for pk in engine(question)]
        scores.append(1 / (found.index(right) + 1) if right in found else 0.0)
    return sum(scores) / len(scores)


def load(*files: str) -> dict[int, str]:
    """Load articles in place of those that are there; their names by id."""
    index.forget(list(Article.objects.values_list("pk", flat=True)))  # at once: not one by one
    Article.objects.all().delete()
    start = time.monotonic()
    call_command("load_articles", *files, stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    loaded = time.monotonic() - start
    start = time.monotonic()
    call_command("rebuild_search", all=True, stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    indexed = time.monotonic() - start
    engines.build_default()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    names = dict(Article.objects.values_list("pk", "source_id"))
    print(f"{len(names)} articles loaded, of that time indexing takes {indexed / loaded:.0%}.")
    return names


def known_items(names: dict[int, str]) -> tuple[dict[str, float], dict[str, list[str]]]:
    beside = {
        "substring, newest first": engines.substring,
        "the database's default": engines.default,
    }
    figures, firsts = {}, {}
    print(f"\n{'MRR@10':<12}{'ours':>8}{'bar':>8}", *(f"{name:>26}" for name in beside))
    for kind, asked in questions.known_item().items():
        figures[kind] = mrr(asked, engines.ours, names)
        others = (f"{mrr(asked, engine, names):>26.3f}" for engine in beside.values())
        print(f"{kind:<12}{figures[kind]:>8.3f}{BARS[kind]:>8.2f}", *others, flush=True)
        firsts |= {
            question: [names[pk] for pk in engines.ours(question)[:5]] for _, question in asked
        }
    return figures, firsts


def people_ask(tmp: Path) -> tuple[dict[str, float], dict[str, list[str]]]:
    passages = questions.read("search-arcd/passages.jsonl")
    lines = [
        json.dumps(
            {"id": one["id"], "title": one["title"], "body": one["text"], "published": "2020-01-01"}
        )
        for one in passages
    ]
    tmp.write_text("\n".join(lines), encoding="utf-8")
    names = load(str(tmp))
    tmp.unlink()
    asked = questions.arcd()
    figures = {"ARCD": mrr(asked, engines.ours, names)}
    other = mrr(asked, engines.default_any, names)
    print(f"\n{'ARCD':<12}{figures['ARCD']:>8.3f}{BARS['ARCD']:>8.2f}{other:>36.3f} (any word)")
    return figures, {
        question: [names[pk] for pk in engines.ours(question)[:5]] for _, question in asked
    }


def agreement(firsts: dict[str, list[str]]) -> dict[str, float]:
    """How many questions have the same first five on the other database, if it ran."""
    here = ROOT / "var" / f"bench-search-{connection.vendor}.json"
    here.write_text(json.dumps(firsts, ensure_ascii=False), encoding="utf-8")
    found = {}
    for there in sorted(here.parent.glob("bench-search-*.json")):
        if there != here:
            other = json.loads(there.read_text(encoding="utf-8"))
            shared = firsts.keys() & other.keys()
            same = sum(firsts[question] == other[question] for question in shared) / len(shared)
            print(
                f"\nThe same first five as in {there.stem}: {same:.1%} of {len(shared)} questions."
            )
            found["same first five"] = same
    return found


def costs() -> None:
    """Median and 99th percentile of a search, as multiples of a primary-key look-up."""
    live = list(Article.objects.live().values_list("pk", flat=True)[:1_000])
    count = Article.objects.count()
    chance = random.Random(7)  # noqa: S311 - the same questions in each run
    floor = _timed([lambda: _look_up(chance.choice(live))] * COST_RUNS)
    print(
        f"\nCost in {count} articles, 1 = a primary-key look-up of this run"
        f" (median, {floor[0] * 1_000:.3f} ms)"
    )
    print(f"{'':<22}{'median':>10}{'p99':>10}")

    def tell(kind: str, calls: list[Callable[[], object]]) -> None:
        stopped: list[TooSlow] = []
        middle, slow = _timed([partial(_within_its_time, call, stopped) for call in calls])
        ended = f"   {len(stopped)} stopped: out of time" if stopped else ""
        print(f"{kind:<22}{middle / floor[0]:>10.1f}{slow / floor[0]:>10.1f}{ended}", flush=True)

    print(f"{'look-up':<22}{1:>10.1f}{floor[1] / floor[0]:>10.1f}")
    for kind, question in _kinds(live, count, chance).items():
        asked = [question() for _ in range(COST_RUNS)]
        tell(kind, [lambda text=text: engines.ours(text) for text in asked])
    drawn = chance.sample(live, RELATED_RUNS)
    tell("a list of related", [lambda pk=pk: keeping.keep(pk) for pk in drawn])
    tell("showing it", [lambda pk=pk: _shown(pk) for pk in drawn])
    print(sizes.told())


def _kinds(live: list[int], count: int, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Questions by how common their words are in so many stories, drawn anew at each call."""

    def title() -> str:
        return Article.objects.only("headline").get(pk=chance.choice(live)).headline

    return {
        "a rare word": lambda: chance.choice(_words_in(2, 40)),
        "a common word": lambda: chance.choice(_words_in(count // 5, count)),
        "two middling words": lambda: " ".join(
            chance.sample(_words_in(count // 50, count // 10), 2)
        ),
        "three of a headline": lambda: " ".join(title().split()[:3]),
        "a whole headline": title,
        "a misspelt word": lambda: chance.choice(_words_in(2, 40)) + "ظذ",
    }


def _look_up(pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT headline FROM articles_article WHERE id = %s", [pk])
        cursor.fetchall()


def _shown(pk: int) -> object:
    return list(listed(Article(pk=pk)).for_cards()[:SHOWN])


_texts: list[str] = []


def _words_in(least: int, most: int) -> list[str]:
    """Words that stand in so many stories."""
    if not _texts:
        stories = Article.objects.values_list("plain_text", flat=True)
        _texts.extend({word for text in stories[:2_000] for word in text.split() if word.isalpha()})
    if (least, most) not in _bands:
        keys = {number(key(word)): word for word in sorted(_texts)}
        rows = SearchTerm.objects.filter(documents__range=(least, most))
        held = rows.values_list("pk", flat=True)
        _bands[least, most] = [keys[pk] for pk in sorted(held) if pk in keys and len(keys[pk]) > 2]
    return _bands[least, most]


_bands: dict[tuple[int, int], list[str]] = {}


def _within_its_time(call: Callable[[], object], stopped: list[TooSlow]) -> None:
    try:
        call()
    except TooSlow as refusal:
        stopped.append(refusal)


def _timed(calls: list[Callable[[], object]]) -> tuple[float, float]:
    spent = []
    for call in calls:
        start = time.perf_counter()
        call()
        spent.append(time.perf_counter() - start)
    return median(spent), sorted(spent)[int(len(spent) * 0.99)]


def weave(count: int) -> None:
    """An archive of that size: headlines and paragraphs of the real articles, mixed anew."""
    chance = random.Random(11)  # noqa: S311
    records = questions.articles()
    paragraphs = [line for record in records for line in record["body"].split("\n") if line.strip()]
    category = Category.objects.create(name="أخبار", slug="woven")
    now = timezone.now()
    start = time.monotonic()
    for first in range(0, count, 1_000):
        stories = [
            Article(
                headline=chance.choice(records)["title"][:300], slug="x", code=f"w{at:07}",
                plain_text="\n".join(chance.choices(paragraphs, k=12)), category=category,
                state="published", published_at=now - timezone.timedelta(minutes=at + 1),
                first_published_at=now - timezone.timedelta(minutes=at + 1),
                source_id=f"woven-{at}",
            )
            for at in range(first, min(first + 1_000, count))
        ]  # fmt: skip
        for some in index.batches([story.pk for story in Article.objects.bulk_create(stories)]):
            index.index(some)
        print(f"\r{first + len(stories)} woven and indexed", end="", flush=True)
    print(f", {(time.monotonic() - start) / count * 1_000:.1f} ms each.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def report() -> int:
    print(f"Database: {connection.vendor}")
    if size := int(os.environ.get("BENCH_ARTICLES", "0")):
        weave(size)
        costs()
        return 0
    names = load(*sorted(str(path) for path in (DATA / "articles-ant").glob("*.jsonl")))
    figures, firsts = known_items(names)
    costs()
    more, further = people_ask(ROOT / "var" / "bench-passages.jsonl")
    figures |= more | agreement(firsts | further)
    missed = {kind: round(figure, 3) for kind, figure in figures.items() if figure < BARS[kind]}
    print(f"\nBars missed: {missed or 'none'}.")
    return int(bool(missed))


def main() -> int:
    if not DATA.exists():
        print(f"The real articles are not at {DATA}: nothing to search.")
        return 0
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        return report()
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    sys.exit(main())
