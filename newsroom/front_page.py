"""Compose the front page: no story twice, and a few queries whatever the number of sections."""

from dataclasses import dataclass, field

from articles.models import Article, Category

SECONDS, LATEST, IN_A_BLOCK = 3, 6, 4


@dataclass(slots=True)
class Block:
    """A section on the front page: its newest stories, the first of them large."""

    category: Category
    stories: list[Article] = field(default_factory=list)

    @property
    def first(self) -> Article:
        return self.stories[0]

    @property
    def others(self) -> list[Article]:
        return self.stories[1:]


@dataclass(slots=True)
class FrontPage:
    lead: Article | None
    seconds: list[Article]
    latest: list[Article]
    blocks: list[Block]


def compose() -> FrontPage:
    """The newest story with a picture leads; the others follow by time, then section by section."""
    newest = list(Article.objects.live().for_cards().newest_first()[: 2 * (SECONDS + LATEST)])
    lead = next((story for story in newest if story.lead_picture_id), newest[0] if newest else None)
    others = [story for story in newest if story is not lead]
    seconds, latest = others[:SECONDS], others[SECONDS : SECONDS + LATEST]
    shown = {story.pk for story in (*seconds, *latest)} | ({lead.pk} if lead else set())
    return FrontPage(lead, seconds, latest, _blocks(shown))


def _blocks(shown: set[int]) -> list[Block]:
    sections = list(Category.objects.top_level().prefetch_related("children"))
    groups = [[section.pk, *(part.pk for part in section.children.all())] for section in sections]
    candidates = Article.objects.live().exclude(pk__in=shown)
    places = candidates.newest_of_each(groups, IN_A_BLOCK)
    blocks = [Block(section) for section in sections]
    for story in Article.objects.live().filter(pk__in=places).for_cards().newest_first():
        blocks[places[story.pk]].stories.append(story)
    return [block for block in blocks if block.stories]
