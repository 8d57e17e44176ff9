"""Faces, sizes, boldness: F1 to F5, F7 to F9, L9; knows no page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.examine.faces import FANG, HEI, KAI, TITLE, Family, chinese, latin, names
from bot.examine.faults import Fault, figure
from bot.examine.model import THEME, File, Para, Run
from bot.examine.roles import BODY, Read, Role
from bot.report.page import SIZE, SMALL_SIZE, TITLE_SIZE

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
OPEN = re.compile("[“”‘’…—·]")
"""Marks that Word takes for Latin ones unless it is told."""

_BODY = ("F2", FANG, SIZE)
RULES: dict[Role, tuple[str, Family, float]] = {
    Role.TITLE: ("F1", TITLE, TITLE_SIZE),
    Role.HEADING_1: ("F3", HEI, SIZE),
    Role.HEADING_2: ("F4", KAI, SIZE),
    Role.HEADING_3: ("F5", FANG, SIZE),
    Role.HEADING_4: ("F5", FANG, SIZE),
    Role.ANNEX_MARK: ("X2", HEI, SIZE),
    Role.COLOPHON: ("C1", FANG, SMALL_SIZE),
    **dict.fromkeys((Role.BODY, Role.ADDRESSEE, Role.ANNEX_NOTE, Role.NAME, Role.DATE, Role.NOTE), _BODY),
    Role.NUMBER: _BODY,
}
"""Role → rule, family, size in points."""

_PLAIN = (*BODY, Role.ADDRESSEE, Role.NAME, Role.DATE, Role.NUMBER, Role.NOTE, Role.ANNEX_NOTE)
_NOT_BOLD = {"F1", "F3", "F4"}


def faces(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """F1 to F5, X2, C1: each element's face and size; a run that names no face is F8's."""
    for read in reads:
        for run, in_head in _parts(read) if read.role in RULES else ():
            rule, family, size = RULES[read.role] if in_head or not read.head else _BODY
            if HAN.search(run.text) and run.east not in ("", THEME) and not family(run.east):
                yield Fault(rule, "face", read.para, {"face": names(run.east)}, run.text[:6])
            if abs(run.size - size) > 0.1:
                yield Fault(rule, "size", read.para, {"size": figure(run.size)}, run.text[:6])
            if run.bold and rule in _NOT_BOLD:
                yield Fault(rule, "bold", read.para, {}, run.text[:6])


def _parts(read: Read) -> Iterator[tuple[Run, bool]]:
    """Yield the runs with something to read, and whether they begin in the heading's part of the paragraph."""
    at = len(read.para.marker)
    for run in read.para.runs:
        if run.text.strip():
            yield run, at < read.head
        at += len(run.text)


def bold(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """L9: nothing bold; the first sentence and headings of the third level are some offices' practice, and pass."""
    for read in reads:
        if read.role not in _PLAIN:
            continue
        stop = max(read.head, read.para.text.find("。") + 1) if read.role in BODY else 0
        at = len(read.para.marker)
        for run in read.para.runs:
            if run.bold and run.text.strip() and at + len(run.text) > stop:
                yield Fault("L9", "bold", read.para, {}, run.text[:6])
                break
            at += len(run.text)


def named(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """F7, F8, F9: the face of digits, faces left to the theme or to chance, marks drawn with the Latin face."""
    for read in reads:
        if read.role not in (Role.OTHER, Role.TABLE):
            for run in read.para.runs:
                yield from _named(read.para, run)


def _named(para: Para, run: Run) -> Iterator[Fault]:
    if HAN.search(run.text) and run.east in ("", THEME):
        yield Fault("F8", "theme" if run.east else "none", para)
    if re.search("[0-9A-Za-z]", run.text) and not latin(run.ascii):
        if run.ascii == THEME:
            yield Fault("F8", "theme", para)
        elif run.ascii:
            yield Fault("F7", "face", para, {"face": names(run.ascii)}, run.text[:6])
        elif run.east:
            yield Fault("F8", "none", para)
    mark = OPEN.search(run.text)
    if mark and not run.hinted and not chinese(run.ascii) and run.ascii != THEME and run.ascii:
        yield Fault("F9", "hint", para, {}, mark[0])
