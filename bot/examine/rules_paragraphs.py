"""How paragraphs stand: A1 to A7; knows no face and no page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.examine.faults import Fault, figure
from bot.examine.model import File, Para
from bot.examine.roles import BODY, Read, Role
from bot.report.page import CELL, CELLS, cells

_TOUCHING = re.compile("[\u3400-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u3400-\u9fff]")
_PLACED = (*BODY, Role.ADDRESSEE, Role.ANNEX_NOTE, Role.NAME, Role.DATE, Role.NOTE)


def indents(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """A1: two characters in, by an indent and not by blanks, and flush left from the second line on."""
    for read in reads:
        para = read.para
        if read.role not in BODY or para.align == "center":
            continue
        first, left = (para.left + para.first) / CELL, para.left / CELL
        if para.text[: len(para.text) - len(para.text.lstrip())]:
            yield Fault("A1", "blanks", para)
        elif abs(first - 2) > 0.25:
            yield Fault("A1", "indent", para, {"cells": figure(round(first, 1))})
        elif abs(left) > 0.25 and not para.marker and cells(para.text) + 2 > CELLS:
            yield Fault("A1", "left", para, {"cells": figure(round(left, 1))})


def edges(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """A2, A3: both edges straight where a paragraph has more than a line, and no room between paragraphs."""
    for read in reads:
        para = read.para
        if read.role in BODY and para.align not in ("both", "distribute") and cells(para.text) + 2 > CELLS:
            yield Fault("A2", "align", para, {"align": f"align_{para.align}"})
        if read.role in _PLACED and (para.before > 2 or para.after > 2):
            yield Fault("A3", "space", para, {"before": figure(para.before / 20), "after": figure(para.after / 20)})


def flow(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """A4 to A7: what keeps a page from having 22 lines and a line 28 characters."""
    for number, read in enumerate(reads):
        if read.role in BODY:
            ends = any(following.role in _END for following in reads[number + 1 : number + 3])
            yield from _flow(read.para, keeps=read.role is not Role.BODY or ends)


_END = (Role.ANNEX_NOTE, Role.NAME, Role.DATE)
"""What the end of the body is kept together with, so that it is never alone on a page."""


def _flow(para: Para, *, keeps: bool) -> Iterator[Fault]:
    if para.on("widowControl") and cells(para.text) > CELLS:
        yield Fault("A4", "widow", para)
    if (para.on("keepNext") or para.on("keepLines")) and not keeps:
        yield Fault("A4", "keep", para)
    if (para.on("autoSpaceDE") or para.on("autoSpaceDN")) and _TOUCHING.search(para.text):
        yield Fault("A5", "space", para)
    if not para.on("kinsoku"):
        yield Fault("A6", "kinsoku", para)
    if not para.on("wordWrap"):
        yield Fault("A7", "wrap", para)
