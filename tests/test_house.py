"""The rules of the house that matter, held mechanically (STYLE)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import get_resolver

from newsroom import caching
from tools.catalogue import problems

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ("articles", "comments", "newsroom")  # from the ground up
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 400, 60, 150
BAGS = {"utils", "helpers", "common", "misc", "core"}


def _python_files(folder: str) -> list[Path]:
    return [
        path for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts
    ]


def _production() -> list[Path]:
    return [path for floor in FLOORS for path in _python_files(floor)]


def _imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, inside functions and as strings too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
            "import_module",
            "import_string",
            "__import__",
        }:
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


def _imports_of(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in _imported(ast.parse(path.read_text()))}


@pytest.mark.parametrize("floor", FLOORS)
def test_nobody_imports_from_the_floor_above(floor):
    above = set(FLOORS[FLOORS.index(floor) + 1 :])
    climbing = {
        str(path.relative_to(ROOT)): _imports_of(path) & above for path in _python_files(floor)
    }
    assert not {path: names for path, names in climbing.items() if names}


def test_a_climbing_import_inside_a_function_is_seen():
    tree = ast.parse("def late():\n    from newsroom.caching import CacheClass\n")
    assert "newsroom.caching" in set(_imported(tree))


def test_the_arabic_tools_import_the_standard_library_alone():
    import sys

    for path in _python_files("articles/arabic"):
        modules = set(_imported(ast.parse(path.read_text())))
        outside = {
            name
            for name in modules
            if not name.startswith("articles.arabic")
            and name.partition(".")[0] not in sys.stdlib_module_names
        }
        assert not outside, path


def test_names_with_an_underscore_stay_in_their_module():
    borrowed = []
    for path in _production():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(FLOORS):
                borrowed += [
                    f"{path}: {alias.name}" for alias in node.names if alias.name.startswith("_")
                ]
    assert not borrowed


def test_receivers_stand_in_one_file():
    connected = [
        str(path.relative_to(ROOT))
        for path in _production()
        if re.search(r"@receiver\(|\.connect\(", path.read_text())
    ]
    # newsroom/apps.py ties the roles to Django's own post_migrate, an event of no floor of ours.
    assert set(connected) <= {"newsroom/receivers.py", "newsroom/apps.py"}


def test_no_file_needs_scrolling():
    files = [*_production(), *_python_files("tests"), *_python_files("tools")]
    long = {str(p): n for p in files if (n := len(p.read_text().splitlines())) > LONGEST_FILE}
    assert not long


def test_few_functions_are_longer_than_a_screen():
    lengths = {
        f"{path.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in _production()
        if "drawing_" not in path.name  # coordinates of the demo's pictures
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
    over_25 = [name for name, length in lengths.items() if length > 25]
    assert len(over_25) / len(lengths) < 0.05, over_25


def test_no_bag_files():
    assert not [path for path in _production() if path.stem in BAGS]


def test_every_public_function_that_holds_a_rule_says_what_a_caller_may_rely_on():
    rules = [
        *_python_files("articles/arabic"),
        *_python_files("articles/body"),
        *_python_files("articles/comparing"),
        *_python_files("articles/merging"),
        *_python_files("articles/pictures"),
        *_python_files("articles/publishing"),
        *_python_files("articles/videos"),
        *(
            ROOT / "articles" / f"{name}.py"
            for name in (
                "embargo",
                "guard",
                "guest_links",
                "permissions",
                "revisions",
            )
        ),
        *(ROOT / "comments" / f"{name}.py" for name in ("intake", "moderation")),
        ROOT / "newsroom" / "caching.py",
        ROOT / "newsroom" / "front_page.py",
    ]
    silent = []
    for path in rules:
        tree = ast.parse(path.read_text())
        assert ast.get_docstring(tree), path
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                assert node.returns is not None, (path, node.name)
                obvious = len(node.body) == 1 and len(node.name) > 8
                if not ast.get_docstring(node) and not obvious:
                    silent.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert not silent


def test_every_rule_of_arabic_names_its_source():
    known = (
        "Unicode",
        "UAX #",
        "CLDR",
        "light10",
        "alreq",
        "IReST",
        "Ryding",
        "RFC ",
        "stopwords-ar",
    )
    for path in _python_files("articles/arabic"):
        said = ast.get_docstring(ast.parse(path.read_text())) or ""
        assert path.stem == "__init__" or any(source in said for source in known), path


def test_templates_are_short_and_compose():
    for path in sorted((ROOT / "templates").rglob("*.html")):
        text = path.read_text()
        assert len(text.splitlines()) <= LONGEST_TEMPLATE, path
        assert "|safe" not in text, path
        assert "autoescape off" not in text, path
        assert not re.search(r"\sstyle=", text), path
        assert not re.search(r"\son[a-z]+=", text), path


def test_html_is_marked_safe_in_three_places_at_most():
    marks = [
        str(path.relative_to(ROOT))
        for path in _production()
        if re.search(r"mark_safe\(|SafeString\(", path.read_text())
    ]
    assert set(marks) <= {
        "articles/body/render.py",
        "articles/templatetags/articles.py",
        "newsroom/context.py",  # our own style sheet
    }


PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|float\s*:(?!\s*none)"
    r"|text-align\s*:\s*(?:left|right|justify)|row-reverse|(?:^|[\s;{])order\s*:"
    r"|letter-spacing\s*:\s*[^0n\s]|text-transform\s*:(?!\s*none)|font-style\s*:\s*italic"
    r"|hyphens\s*:\s*auto",
    re.MULTILINE,
)


def test_styles_are_logical_and_leave_arabic_whole():
    for path in sorted((ROOT / "static").rglob("*.css")):
        assert not PHYSICAL.findall(path.read_text()), path
    assert PHYSICAL.search("a { margin-left: 1px }")
    assert PHYSICAL.search("a { letter-spacing: .1em }")
    assert not PHYSICAL.search("a { border: 1px; inset-inline-start: 0; letter-spacing: 0 }")


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrations_have_names_of_people():
    for floor in FLOORS:
        for path in (ROOT / floor / "migrations").glob("0*.py"):
            assert "auto" not in path.stem, path


def test_the_arabic_catalogue_is_complete():
    assert problems() == []


def test_the_words_of_the_panels_scripts_are_translated():
    catalogue = (ROOT / "locale/ar/LC_MESSAGES/djangojs.po").read_text()
    for path in sorted((ROOT / "static/js").glob("*.js")):
        for text in re.findall(r'gettext\("([^"]+)"\)', path.read_text()):
            assert f'msgid "{text}"\nmsgstr "' in catalogue, (path, text)
            assert f'msgid "{text}"\nmsgstr ""' not in catalogue, (path, text)


def test_every_address_declares_what_a_cache_may_keep():
    assert caching.undeclared(get_resolver()) == []


def test_the_top_level_holds_what_is_agreed():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert apps == set(FLOORS)
    assert not (ROOT / ".python-version").exists()


def test_nothing_names_a_machine():
    tracked = [
        path
        for pattern in ("*.md", "*.py", "*.toml", "*.sh", "Makefile", "*.txt", "*.html", "*.css")
        for path in ROOT.rglob(pattern)
        if not {".venv", "var", ".git"} & set(path.relative_to(ROOT).parts)
    ]
    here = Path(__file__).name
    named = [
        str(path)
        for path in tracked
        if path.name != here and re.search(r"/work/|/root/|pypi\.org|debian\.org", path.read_text())
    ]
    assert not named
