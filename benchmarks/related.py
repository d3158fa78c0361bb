"""How well and at what cost related stories are found, beside two other ways in the same run.

1. P@5, each outlet loaded alone and all its articles into one category: the share of the first five
   that belong to the category that the outlet had given. Beside it: the nearest in time, and the
   stories that share most words of the headline. Copies of a story (field ``story``) do not count.
2. Copies: how many stories have one of their copies on their list.
3. Cost of one list, and of showing it, as multiples of a search for three words of a headline.
   BENCH_SAMPLE=300 measures part 1 on so many stories an outlet; 0, the default, on all.

Runs on the database of DATABASE_URL, in a test database. Fails when a bar is missed.
"""

import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

from _stage import DATA, ROOT, on_real_articles
from django.core.management import call_command
from django.db import connection

from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.terms import bare, terms
from articles.models import Article
from articles.related import keeping
from articles.related.showing import listed
from articles.search import index
from articles.search.finding import find
from articles.search.query import Query

BARS = {"jawhara": 0.652, "bbc": 0.709, "skynews": 0.809}
MOST_SEARCHES = 5  # one list may cost as much
SHOWN = 5
COST_RUNS = 100

type Related = Callable[[str], list[str]]
"""The ids of the stories related to one, the best first: more than are counted."""


def main() -> int:
    print(f"Database: {connection.vendor}")
    missed = [outlet for outlet, bar in BARS.items() if _figures(outlet) < bar]
    _load(*BARS)
    if _costs() > MOST_SEARCHES:
        missed.append("cost")
    print(f"\nBars missed: {', '.join(missed) or 'none'}.")
    return int(bool(missed))


def _read(outlet: str) -> list[dict]:
    with (DATA / f"{outlet}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _load(*outlets: str) -> None:
    """Load outlets in place of what is there, without their categories."""
    index.forget(list(Article.objects.values_list("pk", flat=True)))  # at once: not one by one
    Article.objects.all().delete()
    file = ROOT / "var" / "bench-related.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for record in (one for outlet in outlets for one in _read(outlet)):
            lines.write(json.dumps(record | {"category": ""}) + "\n")
    with Path(os.devnull).open("w") as nowhere:
        call_command("load_articles", str(file), stdout=nowhere)
    file.unlink()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _figures(outlet: str) -> float:
    """Print and return P@5 of an outlet."""
    _load(outlet)
    records = {record["id"]: record for record in _read(outlet)}
    drawn = sorted(records)
    if sample := int(os.environ.get("BENCH_SAMPLE", "0")):
        drawn = random.Random(5).sample(drawn, min(sample, len(drawn)))  # noqa: S311
    ways = {
        "ours": _ours(),
        "nearest in time": _nearest_in_time(records),
        "words of headlines": _by_headline(records),
    }
    started = time.monotonic()
    figures = {way: _precision(drawn, records, related) for way, related in ways.items()}
    copies = _copies(drawn, records)
    told = "  ".join(f"{way} {figure:.3f}" for way, figure in figures.items())
    print(
        f"{outlet:<10} {len(drawn)} of {len(records)}: {told}  bar {BARS[outlet]:.3f}"
        f"  copies on lists: {copies}  ({time.monotonic() - started:.0f} s)",
        flush=True,
    )
    return figures["ours"]


def _precision(drawn: list[str], records: dict[str, dict], related: Related) -> float:
    right = 0
    for asked in drawn:
        own = records[asked]
        found = [records[one] for one in related(asked)]
        others = [one for one in found if one["story"] != own["story"]][:SHOWN]
        right += sum(one["category"] == own["category"] for one in others)
    return right / SHOWN / len(drawn)


def _ours() -> Related:
    """As the command gives them: missing lists are made, 200 stories are known by id."""
    stories = {story.source_id: story for story in Article.objects.only("source_id")}
    missing = set(keeping.missing().values_list("pk", flat=True))

    def related(asked: str) -> list[str]:
        story = stories[asked]
        if story.pk in missing:
            keeping.keep(story.pk)
            missing.remove(story.pk)
        return list(listed(story).values_list("source_id", flat=True))

    return related


def _nearest_in_time(records: dict[str, dict]) -> Related:
    order = sorted(records, key=lambda pk: (records[pk]["published"], pk))
    places = {pk: place for place, pk in enumerate(order)}

    def related(asked: str) -> list[str]:
        at = places[asked]
        around = [*order[max(at - 6, 0) : at], *order[at + 1 : at + 7]]
        return sorted(around, key=lambda pk: abs(places[pk] - at))

    return related


def _by_headline(records: dict[str, dict]) -> Related:
    """What share most folded words of the headline, small words apart."""
    words = {
        pk: set(map(bare, terms(record["title"]))) - FUNCTION_WORDS
        for pk, record in records.items()
    }
    holding = defaultdict(list)
    for pk, of_title in words.items():
        for word in of_title:
            holding[word].append(pk)

    def related(asked: str) -> list[str]:
        shared = Counter(pk for word in words[asked] for pk in holding[word] if pk != asked)
        return [pk for pk, _ in shared.most_common(12)]

    return related


def _copies(drawn: list[str], records: dict[str, dict]) -> str:
    """How many of the drawn stories that have copies offer one of them."""
    tellings = Counter(record["story"] for record in records.values())
    have = [pk for pk in drawn if tellings[records[pk]["story"]] > 1]
    offer = 0
    for pk in have:
        others = listed(Article.objects.get(source_id=pk)).values_list("source_id", flat=True)
        offer += any(records[one]["story"] == records[pk]["story"] for one in others)
    return f"{offer} of {len(have)}"


def _costs() -> float:
    """Print the costs; how many searches one list costs, by their medians."""
    drawn = list(Article.objects.order_by("code")[:COST_RUNS])
    search = _timed(
        [
            lambda text=story.headline: find(Query.read(" ".join(text.split()[:3])))
            for story in drawn
        ]
    )
    make = _timed([lambda pk=story.pk: keeping.keep(pk) for story in drawn])
    show = _timed([lambda story=story: list(listed(story).for_cards()[:SHOWN]) for story in drawn])
    print(
        f"\nCost in {Article.objects.count()} articles, 1 = a search for three words of a headline"
        f" (median, {search * 1_000:.1f} ms): making a list {make / search:.2f},"
        f" showing it {show / search:.2f}"
    )
    return make / search


def _timed(calls: list[Callable[[], object]]) -> float:
    spent = []
    for call in calls:
        started = time.perf_counter()
        call()
        spent.append(time.perf_counter() - started)
    return median(spent)


if __name__ == "__main__":
    sys.exit(on_real_articles(main))
