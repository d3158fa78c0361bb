"""Migrations have names that say what they do, lead both ways, and none is missing."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

OURS = ("newsroom", "articles", "comments")


def files() -> list[Path]:
    folders = [Path(settings.BASE_DIR, app, "migrations") for app in OURS]
    return sorted(file for folder in folders for file in folder.glob("[0-9]*.py"))


def tables() -> set[str]:
    names = connection.introspection.table_names()
    return {name for name in names if name.partition("_")[0] in OURS}


def test_each_migration_has_a_human_name():
    for file in files():
        assert re.fullmatch(r"\d{4}_[a-z]+(_[a-z]+)*", file.stem), file
        assert not re.search(r"auto|alter_|_and_more|squashed", file.stem), file


def test_the_account_has_the_first_migration_to_itself():
    first = import_module("newsroom.migrations.0001_user").Migration
    assert [step.name for step in first.operations] == ["User"]


def test_every_step_can_be_taken_back_and_none_makes_a_trigger():
    for file in files():
        module = import_module(f"{file.parts[-3]}.migrations.{file.stem}")
        for step in module.Migration.operations:
            assert step.reversible, f"{file.stem}: {step.describe()}"
            assert "trigger" not in str(getattr(step, "sql", "")).lower()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_all_lead_back_to_nothing_and_forward_again():
    before = tables()
    assert before
    try:
        for app in ("comments", "articles", "newsroom"):
            call_command("migrate", app, "zero", verbosity=0)
        assert tables() == set()
        assert not MigrationRecorder.Migration.objects.filter(app__in=OURS).exists()
    finally:
        call_command("migrate", verbosity=0)
    assert tables() == before
