"""The demo newspaper: stories, pictures, comments and accounts; nothing of it is real."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from newsroom.demo import seeding


class Command(BaseCommand):
    help = "Fill the site with the demo newspaper, once; --remove takes it away again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--password", help="of the accounts; else DEMO_PASSWORD, or made")
        parser.add_argument("--remove", action="store_true", help="take the demo content away")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["remove"]:
            seeding.remove()
            self.stdout.write(_("The demo content and its accounts are gone."))
            return
        passwords = seeding.seed(options["password"])
        self.stdout.write(_("Log in at /admin/ with one of these accounts:"))
        for account, password in passwords.items():
            self.stdout.write(f"  {account:<10} {password}")
