"""LibreOffice as a test sees it: Word files in, lines of text with their places on the page out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

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
    """Turn Word files into PDFs beside them, with fonts and a profile of our own."""
    aliases = "\n  ".join(ALIAS.format(name=name, other=other) for name, other in FACES.items())
    config = folder / "fonts.conf"
    config.write_text(FONTS.format(folder=FANDOL, cache=folder / "cache", aliases=aliases), encoding="utf-8")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        + ["--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
        env=os.environ | {"FONTCONFIG_FILE": str(config), "HOME": str(folder)},
    )


def lines(pdf: Path) -> list[Line]:
    """Read the lines of a PDF, from the top of the first page on."""
    done = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    found = []
    for number, page in enumerate(done.stdout.split("<page ")[1:], 1):
        words = [
            (*map(float, match.groups()[:4]), unescape(match[5]))
            for match in re.finditer(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
        ]
        found += _page(number, words)
    return found


def _page(number: int, words: list[tuple[float, float, float, float, str]]) -> list[Line]:
    rows: dict[int, list[tuple[float, float, float, float, str]]] = {}
    for word in sorted(words, key=lambda word: (word[3], word[0])):
        near = next((row for row in rows if abs(row - word[3]) < 8), round(word[3]))
        rows.setdefault(near, []).append(word)
    return [
        Line(
            number,
            "".join(word[4] for word in sorted(row)),
            min(word[0] for word in row),
            max(word[2] for word in row),
            min(word[1] for word in row),
            max(word[3] for word in row),
        )
        for row in rows.values()
    ]
