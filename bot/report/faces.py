"""Which of the typefaces that are there draws what; knows their names and where TeX keeps them, opens none."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bot.errors import PreviewError
from bot.report.page import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG, Face

STAND_INS = {
    XIAOBIAOSONG: ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "FandolSong", "Noto Serif CJK SC"),
    FANGSONG: ("FangSong_GB2312", "FZFangSong-Z02S", "FZFangSong-Z02", "FandolFang R", "Noto Serif CJK SC"),
    HEITI: ("FZHei-B01S", "FZHei-B01", "FandolHei", "Noto Sans CJK SC"),
    KAITI: ("KaiTi_GB2312", "FZKai-Z03S", "FZKai-Z03", "FandolKai", "Noto Serif CJK SC"),
    SONGTI: ("FandolSong", "Noto Serif CJK SC"),
}
"""After the names of page.py: those the official faces have in English, then Debian's free ones."""

LAST = ("Noto Serif CJK SC", "Noto Sans CJK SC")
"""Asked for each character that none of the others has."""

FANDOL = (
    "/usr/share/texlive/texmf-dist",
    "/usr/share/texmf-dist",
    "/usr/share/texmf",
    "/usr/local/texlive/*/texmf-dist",
    "/opt/texlive/*/texmf-dist",
)
"""TeX's folders, which are not among the system's own for typefaces."""


def folders() -> list[Path]:
    """Give the folders outside the system's own where typefaces may be."""
    root = Path("/")
    return sorted(
        folder
        for place in FANDOL
        for folder in root.glob(f"{place[1:]}/fonts/opentype/public/fandol")
        if folder.is_dir()
    )


def chosen(families: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Give, for each official face, the families that draw it, the best first; each of them is there."""
    there = {family.lower(): family for family in families}
    result = {}
    for face, others in STAND_INS.items():
        names = [there[name.lower()] for name in (face.name, *face.others, *others) if name.lower() in there]
        if not names:
            raise PreviewError(_missing(face))
        result[face.name] = tuple(dict.fromkeys([*names, *(name for name in LAST if name in families)]))
    return result


def _missing(face: Face) -> str:
    return (
        f"画不了版面：这台机器上没有“{face.name}”，也没有可以代替它的字体。"
        "请装上字体（Debian：apt install texlive-lang-chinese fonts-noto-cjk）再试。"
    )
