#!/usr/bin/env python
"""The Arabic catalogue: collect the sources' strings, compile, and say what is incomplete.

    .venv/bin/python tools/catalogue.py extract | compile | check

An entry whose comment begins with ``# django:`` stays although no source of ours names it: it puts
our words in place of the framework's.
"""

import argparse
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as babel_extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
ARABIC = LOCALE / "ar" / "LC_MESSAGES" / "django.po"
PYTHON_FOLDERS = ("articles", "comments", "newsroom")
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}
KEPT_FOR_DJANGO = "django:"

# Written by hand: the tools' own header carries dates, which would change with every run.
HEADER = """\
# The newsroom's Arabic. `make messages` collects the strings; the translations are typed here.
msgid ""
msgstr ""
"Project-Id-Version: newsroom\\n"
"Language: ar\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : \
n%100>=11 && n%100<=99 ? 4 : 5;\\n"

"""
PLURAL_FORMS = 6
SAID_IN_WORDS = (1, 2)  # the singular and the dual say their number: «دقيقتان», never «2 دقيقتان»
NUMBER_NAMES = {"count", "counter", "n", "number", "shown", "total_count"}
COUNTED = (3, 4, 5)  # 0, 1 and 2 may be said in words; from three on a reader wants the figure

_ONE, _MANY = None, (1, 2)
_CONTEXT, _CONTEXT_MANY = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": _ONE,
    "gettext": _ONE,
    "gettext_lazy": _ONE,
    "gettext_noop": _ONE,
    "ngettext": _MANY,
    "ngettext_lazy": _MANY,
    "pgettext": _CONTEXT,
    "pgettext_lazy": _CONTEXT,
    "npgettext": _CONTEXT_MANY,
    "npgettext_lazy": _CONTEXT_MANY,
}

type Key = tuple[str | tuple[str, ...], str | None]


@dataclass
class Source:
    """One string of the sources: where it stands, and what its author says to translators."""

    text: str | tuple[str, ...]
    context: str | None
    files: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return _key(self.text, self.context)


def _key(text: str | tuple[str, ...] | list[str], context: str | None) -> Key:
    # gettext looks a plural up by its singular
    return (text if isinstance(text, str) else text[0], context)


def _files() -> Iterator[Path]:
    for folder in PYTHON_FOLDERS:
        for path in (ROOT / folder).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path
    for path in (ROOT / "templates").rglob("*"):
        if path.suffix in TEMPLATE_SUFFIXES:
            yield path


def _as_python(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    # A template's indentation means nothing to Python's tokenizer, except an error.
    lines = templatize(text, origin=str(path)).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines)


def sources() -> dict[Key, Source]:
    """Every string for translation in our Python files and templates, in the order of the files."""
    found: dict[Key, Source] = {}
    for path in sorted(_files()):
        name = path.relative_to(ROOT).as_posix()
        stream = io.BytesIO(_as_python(path).encode())
        for _line, text, notes, context in babel_extract(
            "python", stream, KEYWORDS, ("Translators:",), {"encoding": "utf-8"}
        ):
            source = found.setdefault(_key(text, context), Source(text, context))
            if isinstance(source.text, str):
                source.text = text  # said with and without a count: the plural entry serves both
            if name not in source.files:
                source.files.append(name)
            source.notes.extend(note for note in notes if note not in source.notes)
    return found


def _read(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parts[-3], domain=path.stem)


def _entries(catalog: Catalog) -> dict[Key, Message]:
    return {_key(entry.id, entry.context): entry for entry in catalog if entry.id}


def _kept_for_django(entry: Message) -> bool:
    return any(c.startswith(KEPT_FOR_DJANGO) for c in (*entry.user_comments, *entry.auto_comments))


def extract() -> None:
    """Bring the Arabic catalogue up to date: translations stay, new strings come in empty."""
    old = _entries(_read(ARABIC)) if ARABIC.exists() else {}
    new = Catalog(locale="ar")
    found = sources()
    for source in sorted(found.values(), key=lambda source: source.files[0]):
        entry = old.get(source.key)
        kept = entry if entry and entry.pluralizable != isinstance(source.text, str) else None
        new.add(
            source.text,
            kept.string if kept else "",
            locations=[(name, 0) for name in source.files],
            flags=kept.flags if kept else (),
            auto_comments=source.notes,
            user_comments=entry.user_comments if entry else (),
            context=source.context,
        )
    for key, entry in old.items():
        if key not in found and _kept_for_django(entry):
            new[entry.id] = entry
    ARABIC.parent.mkdir(parents=True, exist_ok=True)
    with ARABIC.open("wb") as stream:
        stream.write(HEADER.encode())
        write_po(stream, new, omit_header=True, include_lineno=False, ignore_obsolete=True, width=0)


def compile_all() -> None:
    """Turn every catalogue into the form that Django loads; fuzzy entries stay out."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        if path.stem in {"django", "djangojs"}:
            catalog = _read(path)
            with path.with_suffix(".mo").open("wb") as stream:
                write_mo(stream, catalog, use_fuzzy=False)


def problems() -> list[str]:
    """What keeps the Arabic catalogue from being complete and safe; empty when nothing does."""
    if not ARABIC.exists():
        return [f"{ARABIC.relative_to(ROOT)} does not exist"]
    catalog = _read(ARABIC)
    entries, found = _entries(catalog), sources()
    listed = [
        f"missing: {_shown(key)} ({', '.join(source.files)})"
        for key, source in found.items()
        if key not in entries
    ]
    if catalog.num_plurals != PLURAL_FORMS:
        listed.append(f"header: {catalog.num_plurals} plural forms where Arabic has {PLURAL_FORMS}")
    for key, entry in entries.items():
        if key in found and entry.pluralizable == isinstance(found[key].text, str):
            listed.append(f"singular here, counted there: {_shown(key)}")
        elif key not in found and not _kept_for_django(entry):
            listed.append(f"obsolete: {_shown(key)}")
        listed += [f"{problem}: {_shown(key)}" for problem in _problems_of(entry)]
    return listed


def _shown(key: Key) -> str:
    text, context = key
    return f"{text!r}" + (f" in context {context!r}" if context else "")


def _problems_of(entry: Message) -> Iterator[str]:
    if entry.fuzzy:
        yield "fuzzy"
    forms = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
    if not any(forms):
        yield "untranslated"
        return
    if entry.pluralizable and (len(forms) < PLURAL_FORMS or not all(forms)):
        yield f"fewer than {PLURAL_FORMS} plural forms"
    originals = [entry.id] if isinstance(entry.id, str) else list(entry.id)
    for number, form in enumerate(forms):
        if form:
            where = f" in msgstr[{number}]" if entry.pluralizable else ""
            counted = entry.pluralizable and number in COUNTED
            yield from (f"{p}{where}" for p in _placeholder_problems(originals, form, counted))
            if entry.pluralizable and number in SAID_IN_WORDS and _prints_a_number(form):
                yield f"a figure beside a noun that says the number{where}"


# `%(name)s`, `%s` with its flags, `{name}`, `{}`; `%%` is a plain percent sign.
_PLACEHOLDER = re.compile(r"%%|%(?:\(\w+\))?[#0+-]*[\d.*]*[a-zA-Z]|\{[\w.]*\}")


def _placeholders(text: str) -> Counter[str]:
    return Counter(p for p in _PLACEHOLDER.findall(text) if p != "%%")


def _prints_a_number(form: str) -> bool:
    # A nameless placeholder cannot be left out: Python refuses one too few.
    return any(f"%({name})" in form for name in NUMBER_NAMES)


def _placeholder_problems(originals: list[str], form: str, counted: bool) -> Iterator[str]:
    known: Counter[str] = Counter()
    for original in originals:
        known |= _placeholders(original)
    ours = _placeholders(form)
    for placeholder in sorted(ours.keys() - known.keys()):
        yield f"placeholder {placeholder} is not in the msgid"
    for placeholder, times in sorted(known.items()):
        # A nameless one is filled by its turn: Python refuses one too few, and one too many.
        if placeholder.startswith("%") and "(" not in placeholder and ours[placeholder] != times:
            yield f"placeholder {placeholder} must stand {times} time(s)"
        elif counted and placeholder in _placeholders(originals[-1]) and not ours[placeholder]:
            yield f"placeholder {placeholder} is missing"


def check() -> int:
    """List the problems on standard error; 1 when there are any."""
    listed = problems()
    for problem in listed:
        print(problem, file=sys.stderr)
    if listed:
        print(f"\n{len(listed)} problem(s) in {ARABIC.relative_to(ROOT)}", file=sys.stderr)
    return 1 if listed else 0


def main() -> int:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = {"extract": extract, "compile": compile_all, "check": check}
    parser.add_argument("command", choices=commands)
    return commands[parser.parse_args().command]() or 0


if __name__ == "__main__":
    raise SystemExit(main())
