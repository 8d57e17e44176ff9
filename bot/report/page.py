"""The figures of the official page, from GB/T 9704-2012: sizes, margins, faces, cells; knows no document.

Lengths are twips (1/20 pt) unless a name says otherwise. A cell is the room of one hanzi of the body: 28 make a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width

WIDTH, HEIGHT = 11906, 16838
"""A4, 210 by 297 mm (5.1)."""

TOP, BOTTOM, LEFT, RIGHT = 2098, 1984, 1588, 1474
"""37, 35, 28 and 26 mm (5.2.1): they leave 156 by 225 mm."""

AREA = WIDTH - LEFT - RIGHT
"""Width of what is written on."""

LINES, CELLS = 22, 28
"""Lines a page and hanzi a line (5.2.3)."""

PITCH = 579
"""From line to line, 28.95 pt: the type area's 12756 twips hold 22 of these, and not 22 of 580."""

CELL = AREA / CELLS
"""315.86 twips, 15.79 pt: a hanzi of 16 pt is set a fifth of a point closer."""

TITLE_PITCH = 720
"""36 pt: 22 pt of the title and 14 pt, seven eighths of 16 pt, between its lines (3.2)."""

FOOTER, FOOTER_PITCH = 1417, 360
"""The footer ends 25 mm above the paper's edge and is 18 pt high: the dash is 7 mm under the type area (7.5)."""

TITLE_CELLS = 20
"""Hanzi of 22 pt in a line."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by the name office programs know it by, and the names of others that may stand in for it, in order."""

    name: str
    others: tuple[str, ...] = ()


XIAOBIAOSONG = Face("方正小标宋简体", ("方正小标宋_GBK", "华文中宋", "STZhongsong", "宋体", "SimSun"))
FANGSONG = Face("仿宋_GB2312", ("仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋", "STFangsong"))
HEITI = Face("黑体", ("SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti"))
KAITI = Face("楷体_GB2312", ("楷体", "KaiTi", "方正楷体_GBK", "方正楷体简体", "华文楷体", "STKaiti"))
SONGTI = Face("宋体", ("SimSun", "NSimSun", "华文宋体", "STSong"))

SIZE, TITLE_SIZE, SMALL_SIZE = 16.0, 22.0, 14.0
"""3号, 2号 and 4号 in points."""

TABLE_SIZE, TABLE_PITCH = 12.0, 360
"""小4号 and 18 pt from line to line in a table, which the standard leaves to the author (7.3.3)."""

SMALL_CELL = 280
"""A hanzi of 14 pt: how far the page number and the colophon stand in from the side (7.4, 7.5)."""

THICK, THIN = 1.0, 0.7
"""The outer and the inner rules of the colophon in points: 0.35 and 0.25 mm (7.4)."""

SMALL_CELLS = AREA // SMALL_CELL - 2
"""Hanzi in a line of the colophon."""

ROW = (HEIGHT - TOP - BOTTOM - 20 * SIZE) / (LINES - 1)
"""592.19 twips: the pitch with which the first line touches the upper edge and the last one the lower (3.2)."""

NUMBER_GAP = 397
"""7 mm from the type area to the dash of the page number (7.5)."""


def cells(text: str) -> float:
    """Tell how many cells a text takes: one for a hanzi or a full-width mark, half for a digit or a Latin letter.

    Quotes, dashes and the like, which Unicode leaves open, are set in the Chinese face and take a whole one.
    """
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in text)
