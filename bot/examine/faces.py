"""Which names of typefaces mean which family, ours and those of other makers; knows no paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.examine.model import THEME
from bot.report.page import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG, Face

Family = Callable[[str], bool]


def _family(face: Face, words: str) -> Family:
    named = {name.casefold() for name in (face.name, *face.others)}
    like = re.compile(words)
    return lambda name: name.casefold() in named or bool(like.search(name.casefold()))


TITLE = _family(XIAOBIAOSONG, "小标宋|xiaobiaosong|华文中宋|stzhongsong")
FANG = _family(FANGSONG, "仿宋|fang ?song")
HEI = _family(HEITI, "黑体|simhei|heiti")
KAI = _family(KAITI, "楷体|kaiti")
SONG = _family(SONGTI, "^宋体|simsun|书宋|shusong")

ROMAN = re.compile("times new roman|times|liberation serif", re.IGNORECASE)


def chinese(name: str) -> bool:
    """Tell whether a face is one of the page's own, so that its digits and quotes are too."""
    return any(family(name) for family in (TITLE, FANG, HEI, KAI, SONG))


def latin(name: str) -> bool:
    """Tell whether digits and letters may have this face."""
    return chinese(name) or bool(ROMAN.fullmatch(name))


def names(name: str) -> str:
    """Give a name as it is shown, cut where it is no name at all; the key of a phrase where there is none."""
    return {"": "face_none", THEME: "face_theme"}.get(name, name[:30])
