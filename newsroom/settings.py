"""All settings, one file; every difference between machines is an environment value.

The values are listed in ``docs/operations.md``.
"""

from pathlib import Path

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from articles.body.elements import EDITOR_EXTENSIONS
from articles.body.embeds import FRAME_SOURCES
from newsroom import environment, script, style
from newsroom.environment import read

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"
VAR.mkdir(exist_ok=True)

# The machine
DEBUG = read.bool("DEBUG", default=False)
SECRET_KEY = environment.secret_key(VAR)
ALLOWED_HOSTS = read.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
TRUSTED_PROXIES = read.list("TRUSTED_PROXIES", default=[])
SITE_URL = environment.site_url()
DATABASES = {"default": environment.database(VAR)}
CACHES = {"default": read.cache_url("CACHE_URL", default="locmemcache://newsroom")}
MAILERS = {"default": environment.mailer()}
DEFAULT_FROM_EMAIL = read.str("DEFAULT_FROM_EMAIL", default="newsroom@localhost")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The house
INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "comments",
    "articles",
    "newsroom.apps.DeskConfig",  # django.contrib.admin under our own site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "django_prose_editor",
]
MIDDLEWARE = [
    "newsroom.proxies.ForwardedMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.compressing.CompressingMiddleware",
    "newsroom.caching.CacheHeadersMiddleware",
    "newsroom.clock.ClockMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsroom.sessions.DeskSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.desk_sessions.DeskSessionsMiddleware",
    "newsroom.refused_acts.RefusedActsMiddleware",
    "newsroom.panel_language.DeskLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
AUTH_USER_MODEL = "newsroom.User"
# A link to a new password opens for so long (seconds).
PASSWORD_RESET_TIMEOUT = 3600
AUTHENTICATION_BACKENDS = ["newsroom.rights.DeskBackend"]
LOGIN_URL = "admin:login"
DESK_PATH = "/admin/"  # where the panel stands, and the only place with sessions
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.csp",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.site",
            ]
        },
    }
]
# A file under `static/` is served under the hash of its bytes, for a year; see docs/operations.md.
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Source maps are read by developers alone: compressing them took most of the time of set-up.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.media_folder(VAR)
# Inlined into every reader page, and named by their hashes in the policy below.
READER_STYLES = style.load(
    BASE_DIR / "static" / "css" / "reader", static_root=STATIC_ROOT, static_url=STATIC_URL
)
# The only scripts that may run on reader pages, by the hash of their bytes.
COPY_LINK = script.load("js/copy-link.js", folder=BASE_DIR / "static")
SUGGEST = script.load("js/suggest.js", folder=BASE_DIR / "static")
LIVE = script.load("js/live.js", folder=BASE_DIR / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Words, dates, numbers
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = read.str("TIME_ZONE", default="Asia/Riyadh")
SITE_NAME = read.str("SITE_NAME", default="غرفة الأخبار")
SITE_LOCALE = read.str("SITE_LOCALE", default="ar")
SITE_MONTHS = environment.choice("SITE_MONTHS", "country", {"country", "dual"})
SITE_DIGITS = environment.choice("SITE_DIGITS", "latn", {"latn", "arab"})
SITE_CALENDAR = environment.choice("SITE_CALENDAR", "gregory", {"gregory", "gregory+umalqura"})
TICK_SECONDS = environment.seconds("TICK_SECONDS", 1.0)
TAGGIT_TAGS_FROM_STRING = "articles.arabic.tags.parse_tags"
TAGGIT_STRING_FROM_TAGS = "articles.tags.joined"

# Who answers when a lower floor asks (a string, so that no floor imports the one above)
COMMENT_DEFAULTS = "newsroom.models.comment_defaults"

# Safety
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
_HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = _HTTPS
SECURE_REDIRECT_EXEMPT = ["^health/"]  # asked from the machine itself, without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _HTTPS else 0
SESSION_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
# Browsers send `Origin: null` under no-referrer, which the guard of comments must refuse.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [COPY_LINK.source, SUGGEST.source, LIVE.source],
    "style-src": [CSP.SELF, *READER_STYLES.sources],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    # The search page asks what begins as was typed; auditors read robots.txt from within a page.
    "connect-src": [CSP.SELF],
    "frame-src": FRAME_SOURCES,  # players that a reader asks for, see articles/body/embeds.py
    "media-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # the longest body we know of is 40 KB
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

# The body editor's own nodes (a picture or an embed kept by reference)
DJANGO_PROSE_EDITOR_EXTENSIONS = EDITOR_EXTENSIONS

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    # Django's own lines name the address of what was not found or failed.
    "filters": {"without_keys": {"()": "newsroom.unlogged.WithoutKeys"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_keys"],
        }
    },
    "root": {"handlers": ["console"], "level": read.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.server": {"handlers": [], "propagate": True, "filters": ["without_keys"]},
        # Before any handler of an operator's own sees them.
        "django.request": {"filters": ["without_keys"]},
    },
}
