#!/usr/bin/env python
"""The reader pages' one web font: Noto Naskh Arabic, cut to what a newspaper prints.

    .venv/bin/python tools/build_font.py FOLDER

Writes FOLDER/naskh.woff2 (weights 400 to 700, Arabic and ASCII in one file, so that figures and
quotation marks of a headline come from the same face), its licence beside it, and naskh.txt with
the source's version and the SHA-256 of both. The source is a locked package; nothing is fetched.
"""

import hashlib
import sys
from importlib.metadata import distribution
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE, MEMBER = "pylopdf-fonts-ar", "pylopdf_fonts_ar/NotoNaskhArabic-Variable.ttf"
# What a page prints: ASCII, news punctuation, Arabic with harakat and the letters of Persian and
# Urdu, three sets of figures, joiners and direction marks.
CHARACTERS = [
    (0x20, 0x7E), (0xA0, 0xA0), (0xAB, 0xAB), (0xB7, 0xB7), (0xBB, 0xBB), (0xD7, 0xD7),
    (0x060C, 0x060C), (0x061B, 0x061F), (0x0621, 0x063A), (0x0640, 0x0655), (0x0660, 0x0671),
    (0x0679, 0x0679), (0x067E, 0x067E), (0x0686, 0x0686), (0x0688, 0x0688), (0x0691, 0x0691),
    (0x0698, 0x0698), (0x06A4, 0x06A4), (0x06A9, 0x06A9), (0x06AF, 0x06AF),
    (0x06BA, 0x06BA), (0x06BE, 0x06BE),
    (0x06C0, 0x06C3), (0x06CC, 0x06CC), (0x06D2, 0x06D5), (0x06F0, 0x06F9), (0x200C, 0x200F),
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2039, 0x203A),
    (0xFDF2, 0xFDF2), (0xFDFA, 0xFDFA),
]  # fmt: skip
LARGEST = 45 * 1024


def source() -> Path:
    """The font file of the installed package."""
    return Path(str(distribution(PACKAGE).locate_file(MEMBER)))


def cut(font: TTFont) -> None:
    """Keep CHARACTERS with all shaping; drop hinting, which no screen of today uses."""
    options = subset.Options(layout_features=["*"], hinting=False, desubroutinize=True)
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[c for first, last in CHARACTERS for c in range(first, last + 1)])
    worker.subset(font)


def build(folder: Path) -> Path:
    """Write the files; the path of the font."""
    folder.mkdir(parents=True, exist_ok=True)
    font = TTFont(source())
    cut(font)
    font.flavor = "woff2"
    target = folder / "naskh.woff2"
    font.save(target)
    licence = next(path for path in distribution(PACKAGE).files or [] if path.name == "LICENSE")
    (folder / "naskh-licence.txt").write_text(licence.read_text())
    (folder / "naskh.txt").write_text(
        f"{PACKAGE} {distribution(PACKAGE).version}\n"
        f"source {hashlib.sha256(source().read_bytes()).hexdigest()}\n"
        f"subset {hashlib.sha256(target.read_bytes()).hexdigest()}\n"
    )
    return target


def main() -> int:
    target = build(Path(sys.argv[1]))
    size = target.stat().st_size
    print(f"{target}: {size:,} bytes")
    return int(size > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
