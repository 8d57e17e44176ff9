"""A Word file as the rules see it: sections, paragraphs and runs with the formatting that takes effect; no XML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PAGE = "\ue000"
"""Stands in a text where the number of the page is printed."""

THEME = "+theme"
"""The face of a run that takes whatever the theme says."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text and its looks; sizes in points, spacing in twips; a face is "" where none is named."""

    text: str
    east: str = ""
    ascii: str = ""
    size: float = 10
    bold: bool = False
    color: str = ""
    marked: bool = False
    spacing: int = 0
    hinted: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; lengths in twips; `number`: its place among those with text, outside tables.

    `first`: how much further right than `left` the first line starts; `line`: the pitch where it is fixed, else the
    multiple of a single line, as `rule` tells. `marker`: the part of the text that Word numbers by itself.
    """

    text: str
    runs: tuple[Run, ...] = ()
    number: int = 0
    section: int = 0
    align: str = ""
    left: float = 0
    right: float = 0
    first: float = 0
    line: float = 240
    rule: str = "auto"
    before: float = 0
    after: float = 0
    flags: Mapping[str, bool] | None = None
    marker: str = ""
    new_page: bool = False
    table: int = 0
    place: str = ""
    bordered: str = ""

    def on(self, flag: str) -> bool:
        """Tell whether widowControl, keepNext and the like hold; Word's defaults where nothing is said."""
        return (self.flags or {}).get(flag, flag in DEFAULT_ON)

    @property
    def blank(self) -> bool:
        """Nothing to read in it."""
        return not self.text.strip()


DEFAULT_ON = ("widowControl", "autoSpaceDE", "autoSpaceDN", "kinsoku", "wordWrap", "snapToGrid", "overflowPunct")
"""What holds in a paragraph that says nothing of it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages of one size; lengths in twips; footers by kind: default, even, first."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    gutter: int
    footer: int
    grid: str
    pitch: int
    char_space: int
    right_gutter: bool
    restarts: bool
    first_apart: bool
    footers: Mapping[str, tuple[Para, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rules above, below and between the rows of a table, in eighths of a point; 0: none."""

    top: int
    bottom: int
    inside: int


@dataclass(frozen=True, slots=True)
class File:
    """All of it; `normal`: the size of the default style, which the grid of characters is reckoned from."""

    sections: tuple[Section, ...]
    paras: tuple[Para, ...]
    tables: tuple[Table, ...]
    normal: float
    even_and_odd: bool
    gutter_on_top: bool
