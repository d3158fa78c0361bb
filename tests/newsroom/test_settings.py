"""What a newsroom says of itself in one row, and what the machine tells us in its environment."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article
from comments.defaults import mode_of
from newsroom import checks
from newsroom.models import SiteSettings
from tests.comments.pages import page
from tests.factories import make_article

pytestmark = pytest.mark.processes

# The site's own row


@pytest.mark.django_db
def test_before_anybody_fills_them_in_the_settings_have_their_defaults(settings):
    settings.SITE_NAME = "صحيفة البيادر"
    site = SiteSettings.current()
    assert (site.name, site.comment_mode, site.account_list) == ("صحيفة البيادر", "hold", [])
    assert not SiteSettings.objects.exists()


@pytest.mark.django_db
def test_there_is_one_row():
    SiteSettings(pk=1, name="صحيفة").save()
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings(pk=2, name="صحيفة أخرى").save()
    assert SiteSettings.current().name == "صحيفة"


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["inherit", "", "later"])
def test_the_database_knows_the_modes_too(mode):
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings(pk=1, name="صحيفة", comment_mode=mode).save()


@pytest.mark.django_db
def test_what_an_article_says_of_comments_weighs_more_than_the_site():
    SiteSettings(pk=1, name="صحيفة", comment_mode="closed").save()
    assert mode_of(make_article()) == "closed"
    assert mode_of(make_article(comment_mode=Article.CommentMode.OPEN)) == "open"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", []),
        ("https://www.social.example/albayadir", ["social.example"]),
        ("https://a.example/x\r\n\r\n  https://b.example/y  \n", ["a.example", "b.example"]),
    ],
)
def test_accounts_stand_one_a_line(typed, names):
    site = SiteSettings(pk=1, name="صحيفة", accounts=typed)
    site.clean()
    assert [account.name for account in site.account_list] == names


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "@albayadir", "ftp://a.example", "a.b"])
def test_an_account_that_is_no_address_is_refused(wrong):
    site = SiteSettings(pk=1, name="صحيفة", accounts=f"https://a.example/x\n{wrong}")
    with pytest.raises(ValidationError) as refusal:
        site.clean()
    assert refusal.value.message_dict["accounts"] == [f"ليس هذا رابطًا: {wrong}"]


def test_the_desk_fills_in_the_settings_and_readers_see_them(client, chief):
    client.force_login(chief)
    changed = client.get("/admin/newsroom/sitesettings/", follow=True)
    assert changed.redirect_chain == [("/admin/newsroom/sitesettings/1/change/", 302)]
    typed = {
        "name": "البيادر", "description": "صحيفة القرى.", "publisher": "دار البيادر",
        "accounts": "https://social.example/b", "comment_mode": "open",
    }  # fmt: skip
    assert client.post(changed.redirect_chain[0][0], typed).status_code == 302
    shown = page(client.get("/"))
    assert shown.one("header", class_="masthead").one(class_="wordmark").text == "البيادر"
    footer = shown.one("footer")
    assert footer.one("a", href="https://social.example/b").text == "social.example"
    assert "دار البيادر" in footer.text
    assert client.get("/admin/newsroom/sitesettings/add/").status_code == 403


def test_an_editor_does_not_change_the_settings(client, editor):
    client.force_login(editor)
    assert client.get("/admin/newsroom/sitesettings/").status_code == 403
    assert client.get("/admin/newsroom/sitesettings/1/change/").status_code in {302, 403}
    assert not SiteSettings.objects.exists()


# The environment, read at start by a process of its own


def start(**values: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check` on a machine where these values are set."""
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR, env=clean | {"SECRET_KEY": "x" * 50} | values,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"SITE_URL": "https://news.example/", "SITE_DIGITS": "arab", "SITE_LOCALE": "ar-LB"},
        {"STORAGE_URL": "file:///srv/media", "SITE_CALENDAR": "gregory+umalqura"},
        {"TRUSTED_PROXIES": "10.0.0.0/8,::1", "SITE_LOCALE": "ar-x-dual", "PORT": "9000"},
        {"SITE_LOCALE": "ar-EG", "SITE_MONTHS": "dual"},
        {
            "SITE_DIGITS": "",
            "SITE_MONTHS": "",
            "SITE_CALENDAR": "",
            "STORAGE_URL": "",
            "TRUSTED_PROXIES": "",
        },
    ],
)
def test_a_right_value_starts(values):
    started = start(**values)
    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SITE_URL", "news.example", "SITE_URL must be an origin"),
        ("SITE_URL", "ftp://news.example", "SITE_URL must be an origin"),
        ("SITE_URL", "https://news.example/paper", "SITE_URL must be an origin"),
        ("SITE_URL", "https://", "SITE_URL must be an origin"),
        ("SITE_URL", "https://:443", "SITE_URL must be an origin"),
        ("SITE_URL", "https://news.example:99999", "SITE_URL must be an origin"),
        ("STORAGE_URL", "/srv/media", "STORAGE_URL must be like"),
        ("STORAGE_URL", "s3://bucket", "STORAGE_URL must be like"),
        ("STORAGE_URL", "file://srv/media", "STORAGE_URL must be like"),
        ("SITE_DIGITS", "roman", "SITE_DIGITS must be one of arab, latn"),
        ("TICK_SECONDS", "-1", "TICK_SECONDS must be a number of seconds"),
        ("TICK_SECONDS", "often", "TICK_SECONDS must be a number of seconds"),
        ("SITE_MONTHS", "both", "SITE_MONTHS must be one of country, dual"),
        ("SITE_CALENDAR", "hijri", "SITE_CALENDAR must be one of gregory"),
        ("SITE_LOCALE", "fr", "newsroom.E001"),
        ("SITE_LOCALE", "ar_LB", "newsroom.E001"),
        ("TRUSTED_PROXIES", "10.0.0.0/8,proxy", "newsroom.E002"),
    ],
)
def test_a_wrong_value_stops_the_start_with_a_sentence(name, value, sentence):
    started = start(**{name: value})
    assert started.returncode != 0
    assert sentence in started.stderr
    assert value.rpartition(",")[2] in started.stderr


def test_all_wrong_values_are_named_at_once(settings):
    settings.SITE_LOCALE = "en"
    settings.TRUSTED_PROXIES = ["10.0.0.1", "x", "300.0.0.1"]
    found = [error.id for error in checks.values_of_the_environment(None)]
    assert found == ["newsroom.E001", "newsroom.E002", "newsroom.E002"]


# The key

ASK = """
import sys; from pathlib import Path
from newsroom.environment import secret_key
print(secret_key(Path(sys.argv[1])))
"""


def keys_of(folder: Path, processes: int, **values: str) -> set[str]:
    """The key that each of some processes finds when they start together."""
    env = {name: text for name, text in os.environ.items() if name != "SECRET_KEY"} | values
    started = [
        subprocess.Popen(
            [sys.executable, "-c", ASK, str(folder)],
            cwd=settings.BASE_DIR, env=env, stdout=subprocess.PIPE, text=True,
        )
        for _process in range(processes)
    ]  # fmt: skip
    return {process.communicate(timeout=60)[0].strip() for process in started}


def test_processes_that_start_together_find_one_key(tmp_path):
    keys = keys_of(tmp_path, 6)
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    (kept,) = tmp_path.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_the_key_stays_and_a_given_one_weighs_more(tmp_path):
    made = keys_of(tmp_path, 1)
    assert keys_of(tmp_path, 1) == made
    assert keys_of(tmp_path, 1, SECRET_KEY="given") == {"given"}
    assert keys_of(tmp_path, 1, SECRET_KEY="") == made
