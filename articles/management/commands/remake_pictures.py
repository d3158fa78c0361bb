"""Make what stored pictures lack of their slots: ``manage.py remake_pictures``."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import Picture
from articles.pictures.decoding import Refused
from articles.pictures.intake import remake


class Command(BaseCommand):
    help = (
        "Make the sizes and formats that stored pictures lack, newest first. It may be cut off and"
        " run again, and does nothing where nothing is lacking."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        remade, lost = 0, 0
        pictures = Picture.objects.order_by("-pk")
        total = pictures.count()
        for number, picture in enumerate(pictures.iterator(chunk_size=100), start=1):
            try:
                remade += remake(picture)
            except Refused:
                lost += 1
                self.stderr.write(f"Picture {picture.pk}: {picture.file} cannot be read.")
            self._progress(number, total)
        self.stdout.write(
            f"{remade} pictures made anew, {total - remade - lost} left as they were."
        )
        if lost:
            raise CommandError(f"{lost} pictures have lost their file.", returncode=1)

    def _progress(self, number: int, total: int) -> None:
        if self.stderr.isatty():
            filled = "█" * (30 * number // total)
            end = "\n" if number == total else ""
            self.stderr.write(f"\r{filled:<30} {number}/{total}", ending=end)
