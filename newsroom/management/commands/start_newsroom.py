"""A real, empty newsroom: its name, its administrator, its first sections."""

from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from articles import audit
from articles.arabic.tags import parse_tags
from articles.models import Category
from newsroom.models import SiteSettings, User


class Command(BaseCommand):
    help = "Start a newsroom: asks for its name, an administrator and the first categories."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", help="what the paper is called")
        parser.add_argument("--username", help="the administrator's name for logging in")
        parser.add_argument("--email", help="the administrator's e-mail address", default="")
        parser.add_argument("--password", help="asked for where it is not given")
        parser.add_argument("--categories", help="سياسة، اقتصاد، ثقافة، رياضة")

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.filter(is_superuser=True).exists():
            raise CommandError(_("This newsroom has an administrator already."))
        name = options["name"] or input(_("Name of the paper: "))
        username = options["username"] or input(_("Administrator's user name: "))
        password = self._password(options["password"], username)
        categories = parse_tags(options["categories"] or input(_("First categories, by commas: ")))
        if not (name.strip() and username.strip() and categories):
            raise CommandError(_("A newsroom needs a name, an administrator and a category."))
        try:
            self._start(name.strip(), username.strip(), options["email"], password, categories)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(_("The newsroom stands. Log in at /admin/ and write the first story."))

    @transaction.atomic
    def _start(
        self, name: str, username: str, email: str, password: str, categories: list[str]
    ) -> None:
        """All of it, by the rules of the panel's forms, or nothing."""
        site = SiteSettings(pk=1, name=name)
        site.full_clean(validate_unique=False)
        site.save()
        administrator = User(username=username, email=email, is_staff=True, is_superuser=True)
        administrator.set_password(password)
        administrator.full_clean()
        administrator.save()
        for place, category in enumerate(categories, start=1):
            section = Category(name=category, order=place * 10)
            section.full_clean()
            section.save()
        audit.record("start_newsroom", administrator, by=None)

    def _password(self, given: str | None, username: str) -> str:
        password = given or getpass(_("Password: "))
        try:
            validate_password(password, User(username=username))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return password
