"""What stands behind every address of the panel: everybody's own things, and a colleague's."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from articles import names, publishing, revisions
from articles.admin.acts import ACTS
from articles.models import (
    Article,
    AuditEntry,
    Correction,
    FormerFile,
    Name,
    Note,
    Series,
    ShareLink,
    Tag,
)
from comments.admin import DECISIONS
from newsroom import roles
from newsroom.models import Page, SiteSettings, User
from tests import factories
from tests.articles.panel import typed
from tests.conftest import make_person

ROLES: dict[str, str | None] = {
    "reporter": roles.REPORTER,
    "editor": roles.EDITOR,
    "chief": roles.MANAGING_EDITOR,
    "moderator": roles.MODERATOR,
    "superuser": None,
}
SIGNED = (*ROLES, "no role")
OUTSIDE = ("anonymous", "at rest")
_STORY = re.compile(r"articles/article/<(int:pk|int:story|path:object_id)>")
_ROW = re.compile(r"(?:articles|newsroom|comments)/(\w+)/<(?:path:object_id|id|int:pk)>")


class Address(NamedTuple):
    """One address of the panel, for one thing: ``whose`` is empty where it belongs to nobody."""

    path: str
    whose: str
    story: "Story | None" = None


class Story(NamedTuple):
    """A story with all that hangs on it."""

    article: Article
    note: Note
    link: ShareLink
    branch: int


def patterns() -> dict[str, str]:
    """The pattern of every address below the panel, by its name; nameless ones by themselves."""

    def walk(found: Any, before: str, inside: bool) -> Iterator[tuple[str, str]]:
        for one in found:
            here = before + str(one.pattern)
            if isinstance(one, URLResolver):
                yield from walk(one.url_patterns, here, inside or one.namespace == "admin")
            elif inside and isinstance(one, URLPattern):
                yield one.name or _shown(here), here

    every = dict(walk(get_resolver().url_patterns, "", inside=False))
    acts = {"articles_article_act": ACTS, "comments_comment_decide": DECISIONS}
    for name, verbs in acts.items():
        pattern = every.pop(name)
        for verb in verbs:
            bare = verb.removeprefix("_")
            every[f"{name} {bare}"] = pattern.replace("<str:name>", bare)
    return every


def _shown(pattern: str) -> str:
    if "<path:object_id>" not in pattern:
        return "anything else"
    return pattern.removeprefix("admin/").replace("<path:object_id>/", "…")


class Desk:
    """The people of the matrix and the things that they try to reach; built once."""

    def __init__(self) -> None:
        self.people: dict[str, User | None] = {
            word: make_person(f"matrix-{word}", role) for word, role in ROLES.items()
        }
        self.people["no role"] = User.objects.create_user("matrix-none", is_staff=True)
        at_rest = make_person("matrix-rest", roles.MANAGING_EDITOR)
        User.objects.filter(pk=at_rest.pk).update(is_active=False)
        self.people |= {"at rest": at_rest, "anonymous": None}
        self.chief = make_person("matrix-second-chief", roles.MANAGING_EDITOR)
        self.colleague = make_person("matrix-colleague", roles.REPORTER)
        self.category = factories.make_category("سياسة")
        self.empty_category = factories.make_category("رياضة")
        owners = [*self.people.items(), ("colleague", self.colleague)]
        self.stories = {
            (owner, state): self._story(person or self.colleague, state)
            for owner, person in owners
            for state in ("draft", "live")
        }
        self.pictures = {owner: self._picture(person) for owner, person in owners}
        address = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
        self.videos = {
            owner: factories.make_video(address=address, uploaded_by=person)
            for owner, person in owners
        }
        publishing.submit(factories.make_article(created_by=self.colleague), by=self.colleague)
        self.rows = self._rows()
        self.cookies = {role: _logged_in(person) for role, person in self.people.items()}

    def _rows(self) -> dict[str, Any]:
        SiteSettings.current().save()
        comment = factories.make_comment(self.stories["colleague", "live"].article)
        trashed = factories.make_comment(comment.article, state="trashed")
        return {
            "auditentry": AuditEntry.objects.order_by("pk").first().pk,
            "author": factories.make_author("هدى").pk,
            "category": self.empty_category.pk,
            "correction": Correction.objects.create(
                article=comment.article, kind="correction", text="الصحيح 62.", at=timezone.now()
            ).pk,
            "name": names.keep(Name(house="دمشق"), []).pk,
            "series": Series.objects.create(name="حكايات النهر").pk,
            "tag": Tag.objects.create(name="قمح", slug="قمح").pk,
            "advertisement": factories.make_advertisement("front").pk,
            "sitesettings": 1,
            "page": Page.objects.create(title="من نحن", slug="about", body="<p>نحن</p>").pk,
            "comment": comment.pk,
            "trashed": trashed.pk,
        }

    def addresses(self, pattern: str, role: str) -> list[Address]:
        """An address of each thing that a role may try: its own, and a colleague's."""
        pattern = pattern.replace("^(?P<app_label>articles|newsroom|comments)/$", "articles/")
        pattern = pattern.replace("(?P<url>.*)$", "nowhere/")
        owners = {"own": role, "foreign": "colleague"}
        if "<path:content_type_id>" in pattern or _STORY.search(pattern):
            return [
                self._of_story(pattern, f"{word} {state}", self.stories[owner, state])
                for word, owner in owners.items()
                for state in _state_for(pattern)
            ]
        if pattern.endswith("autocomplete/"):
            asks = "term=x&app_label=articles&model_name=article&field_name=lead_picture"
            return [Address(f"/{pattern}?{asks}", "")]
        if not (found := _ROW.search(pattern)):
            return [Address(f"/{pattern}", "")]
        library = {
            "picture": self.pictures,
            "video": self.videos,
            "user": {**self.people, "colleague": self.colleague},
        }
        kind = found[1]
        if kind not in library:
            kind = "trashed" if pattern.endswith("decide/restore/") else kind
            return [Address(f"/{_filled(pattern, self.rows[kind])}", "")]
        things = {word: library[kind][owner] for word, owner in owners.items()}
        return [
            Address(f"/{_filled(self._with_former(pattern, thing), thing.pk)}", word)
            for word, thing in things.items()
            if thing
        ]

    def _with_former(self, pattern: str, thing: Any) -> str:
        """The address of a file that a picture had before."""
        if "<int:former>" not in pattern:
            return pattern
        return pattern.replace("<int:former>", str(thing.former_files.get().pk))

    def _of_story(self, pattern: str, whose: str, story: Story) -> Address:
        kind = ContentType.objects.get_for_model(Article)
        for part, value in {
            "<path:content_type_id>": kind.pk,
            "<int:number>": story.branch,
            "<str:key>": story.branch,
            "<int:note>": story.note.pk,
            "<int:link>": story.link.pk,
        }.items():
            pattern = pattern.replace(part, str(value))
        return Address(f"/{_filled(pattern, story.article.pk)}", whose, story)

    def prepare(self, name: str, address: Address) -> None:
        """Bring a story to where an act of the desk finds it."""
        verb = name.partition(" ")[2]
        if address.story is None or not verb:
            return
        story = address.story.article
        if verb == "unschedule":
            publishing.save_draft(story, {"headline": "عنوان الغد"}, by=self.chief)
            later = timezone.now() + timedelta(hours=1)
            publishing.publish(Article.objects.get(pk=story.pk), by=self.chief, at=later)
        if verb == "let_go":
            Article.objects.filter(pk=story.pk).update(state="submitted")
            publishing.claim(Article.objects.get(pk=story.pk), by=self.chief)
        Article.objects.filter(pk=story.pk).update(**_BEFORE.get(verb, {}))

    def form(self, name: str, role: str, address: Address) -> dict[str, Any]:
        """What a browser would send to an address, filled in so that it takes effect."""
        person = self.people[role]
        sent: dict[str, Any] = {"person": str(person.pk) if person else "", "tab": "crafted"}
        if name.endswith("_delete"):
            return {"post": "yes"}
        if name in {"articles_article_add", "articles_article_change", "articles_article_begin",
                    "articles_article_autosave", "articles_article_keep_branch"}:  # fmt: skip
            sent |= typed(self.category, _continue="1", headline="عنوان جديد")
        if name in {"articles_article_autosave", "articles_article_quick"} and address.story:
            sent["version"] = str(revisions.version_of(address.story.article))
            sent["fence"] = "0"
        if name == "articles_article_correct":
            sent |= typed(self.category)
        if name in {"articles_article_breaking", "articles_article_quick"}:
            sent["category"] = str(self.category.pk)
        sent |= _SENT.get(name, {})
        if name == "articles_article_picture":
            sent["file"] = factories.picture_file((60, 40))
        return sent

    def _picture(self, person: User | None) -> Any:
        picture = factories.make_picture(size=(60, 40))
        picture.uploaded_by = person
        picture.save()
        FormerFile.objects.create(
            picture=picture, content_hash=picture.content_hash, width=60, height=40,
            focus_x=0.5, focus_y=0.5,
        )  # fmt: skip
        return picture

    def _story(self, person: User, state: str) -> Story:
        article = factories.make_article(
            published=state == "live", category=self.category, created_by=person
        )
        now = timezone.now()
        content = revisions.content_of(article)
        branch, _new = revisions.keep_branch(article, content, by=person, version=1, tab="first")
        return Story(
            article,
            Note.objects.create(article=article, body="من المصدر؟", by=self.colleague),
            ShareLink.objects.create(
                article=article, key_hash=f"{article.pk:064d}", guest="الخبير", made_by=person,
                made_at=now, expires_at=now + timedelta(hours=4),
            ),
            branch.number,
        )  # fmt: skip


_SENT: dict[str, dict[str, str]] = {
    "language": {"language": "en"},
    "articles_article_lease": {"act": "take"},
    "articles_article_breaking": {"headline": "هزة أرضية في الشمال", "press": "crafted"},
    "articles_article_quick": {"headline": "هزة أرضية في الشمال"},
    "forgotten": {"email": "nobody@desk.example"},
    "me": {"first_name": "هدى", "last_name": "", "email": "", "language": "", "time_zone": ""},
    "people_act": {"act": "invite", "email": "new@desk.example", "role": "reporter"},
    "front_act": {"act": "discard"},
    "articles_article_live": {"act": "begin"},
    "articles_article_take_back": {"act": "claim"},
    "articles_article_move": {"kind": "due", "moment_0": "2030-01-01", "moment_1": "10:00"},
    "articles_article_name_revision": {"name": "قبل المحامي"},
    "articles_article_share": {"guest": "الخبير", "hours": "4", "text": "newest"},
    "articles_article_note": {"note": "أعد صياغة الفقرة"},
    "articles_article_act hold": {"reason": "دعوى"},
    "articles_article_act send_back": {"note": "ينقصه مصدر"},
    "articles_article_picture": {"alt_text": "سنابل", "caption": "سهل", "credit": "رهف"},
}


# In which state an act finds its story, so that it takes effect for who may do it.
_BEFORE: dict[str, dict[str, Any]] = {
    "take_up": {"state": "submitted"},
    "call_ready": {"state": "submitted"},
    "send_back": {"state": "submitted"},
    "claim": {"state": "submitted"},
    "lift_hold": {"legal_hold": "دعوى"},
}


def _state_for(pattern: str) -> tuple[str, ...]:
    if "/act/" not in pattern:
        return ("draft", "live")
    return ("live",) if pattern.endswith(("/withdraw/", "/unschedule/")) else ("draft",)


def _logged_in(person: User | None) -> str:
    client = Client()
    if person is None:
        return ""
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _filled(pattern: str, key: Any) -> str:
    return re.sub(r"<(int:pk|int:story|path:object_id|id)>", str(key), pattern)
