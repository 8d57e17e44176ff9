"""Blocks into the paragraphs of the official page, each with its role and its place in cells; writes no file.

Word file and preview are both made from these, so that they cannot differ in what stands where.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.report.blocks import Colophon


class Role(StrEnum):
    """What a paragraph is, which decides its face and size."""

    BLANK = "blank"
    NUMBER = "number"
    TITLE = "title"
    ADDRESSEE = "addressee"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    BODY = "body"
    ANNEX_NOTE = "annex_note"
    NAME = "name"
    DATE = "date"
    NOTE = "note"
    ANNEX_MARK = "annex_mark"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of the page; a line feed in the text of a TITLE is a new line of the same paragraph.

    `left`: cells from the left edge of the type area to every line; `first`: cells the first line starts further
    right than that (or, below zero, further left); `centred`: in the middle, justified otherwise.
    `keep`: on the page of what follows; `new_page`: begins one.
    """

    role: Role
    text: str = ""
    left: float = 0
    first: float = 0
    centred: bool = False
    keep: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """All paragraphs in order, and what stands at the foot of the last page."""

    title: str
    paras: tuple[Para, ...]
    colophon: Colophon | None = None
