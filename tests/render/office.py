"""LibreOffice as a test sees it: Word files in, lines of text with their places on the page out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import NamedTuple

FANDOL = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")

FACES = {
    "方正小标宋简体": "FandolSong",
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
}

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{cache}</cachedir>
  {aliases}
</fontconfig>
"""

ALIAS = """<match target="pattern">
    <test name="family"><string>{name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>{other}</string></edit>
  </match>"""


class Word(NamedTuple):
    """A word as pdftotext finds it."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it stands on a page, in points from the paper's left and upper edge."""

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float


def missing() -> str:
    """Name what keeps the tests from running, "" if nothing does."""
    programs = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]
    return ", ".join(programs if FANDOL.is_dir() else [*programs, "Fandol"])


def converted(files: list[Path], folder: Path) -> None:
    """Turn Word files into PDFs in a folder, with fonts and a profile of our own."""
    aliases = "\n  ".join(ALIAS.format(name=name, other=other) for name, other in FACES.items())
    config = folder / "fonts.conf"
    config.write_text(FONTS.format(folder=FANDOL, cache=folder / "cache", aliases=aliases), encoding="utf-8")
    _run(
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
        *map(str, files),
        env={"FONTCONFIG_FILE": str(config), "HOME": str(folder)},
    )


def _run(*command: str, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(  # noqa: S603
        command, check=True, capture_output=True, text=True, timeout=300, env=os.environ | (env or {})
    )
    return done.stdout


def lines(pdf: Path) -> list[Line]:
    """Read the lines of a PDF, from the top of the first page on."""
    found = []
    for number, page in enumerate(_run("pdftotext", "-bbox-layout", str(pdf), "-").split("<page ")[1:], 1):
        words = [
            Word(float(match[1]), float(match[2]), float(match[3]), float(match[4]), unescape(match[5]))
            for match in re.finditer(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
        ]
        found += _page(number, words)
    return found


def _page(number: int, words: list[Word]) -> list[Line]:
    """Put words whose feet stand at one height into a line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.bottom):
        if rows and word.bottom - rows[-1][0].bottom < 8:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [
        Line(
            number,
            "".join(word.text for word in sorted(row)),
            min(word.left for word in row),
            max(word.right for word in row),
            min(word.top for word in row),
            max(word.bottom for word in row),
        )
        for row in rows
    ]
