"""The sheet, its grid and its foot: P1 to P8, Q1, Q2, F6; knows no text but the page's number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.examine.faces import SONG, names
from bot.examine.faults import FILE, FOOTER, SHEET, Fault, figure, millimetres
from bot.examine.model import PAGE, File, Para, Section
from bot.examine.roles import BODY, Read, Role
from bot.report.page import BOTTOM, CELL, CELLS, HEIGHT, LEFT, PITCH, RIGHT, SIZE, SMALL_SIZE, TOP, WIDTH

MILLIMETRE = 57
ROUNDED = 30
"""Office programs round a sheet of paper each in their own way."""

PITCHES = (554, 630)
"""20 to 23 lines a page, which special cases allow (5.2.3)."""

SPACINGS = (-10, 5)

OTHER_TOP, OTHER_BOTTOM, OTHER_PITCH = 1928, 1814, 595
"""34 and 32 mm with lines of 29.75 pt: the ink then fills 225 mm, which is another reading of 5.2."""


def sheet(file: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """P1, P2, P3, P8: paper, margins, the binding edge; a later landscape section is for wide tables."""
    pitch = body_pitch(file, reads)
    for number, section in enumerate(file.sections):
        wide = section.width > section.height
        width, height = (section.height, section.width) if wide and number else (section.width, section.height)
        if abs(width - WIDTH) > ROUNDED or abs(height - HEIGHT) > ROUNDED:
            facts = {"width": millimetres(section.width), "height": millimetres(section.height)}
            yield Fault("P1", "size", None, facts, where=SHEET)
        elif not (wide and number):
            yield from _margins(section, pitch)
        if section.right_gutter or (file.gutter_on_top and section.gutter):
            yield Fault("P8", "gutter", where=SHEET)


def _margins(section: Section, pitch: float) -> Iterator[Fault]:
    other = abs(pitch - OTHER_PITCH) <= 5 and abs(section.top - OTHER_TOP) <= MILLIMETRE
    top, bottom = (OTHER_TOP, OTHER_BOTTOM) if other else (TOP, BOTTOM)
    for rule, case, found, wanted in (
        ("P2", "top", section.top, top),
        ("P2", "left", section.left + section.gutter, LEFT),
        ("P3", "right", section.right, RIGHT),
        ("P3", "bottom", section.bottom, bottom),
    ):
        if abs(found - wanted) > MILLIMETRE:
            yield Fault(rule, case, None, {"size": millimetres(found)}, where=SHEET)


def body_pitch(file: File, reads: Sequence[Read]) -> float:
    """Tell the pitch most of the body has, in twips; 0 where nothing fixes it."""
    pitches = Counter(_pitch(file, read.para) for read in reads if read.role in BODY)
    return pitches.most_common(1)[0][0] if pitches else PITCH


def _pitch(file: File, para: Para) -> float:
    if para.rule == "exact":
        return para.line
    section = file.sections[para.section] if para.section < len(file.sections) else None
    gridded = section and section.grid in ("lines", "linesAndChars", "snapToChars") and para.on("snapToGrid")
    if gridded and section and para.rule == "auto" and para.line == 240 and section.pitch >= 400:
        return section.pitch
    return 0


def grid(file: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """P4, P5, P6: lines a page, characters a line."""
    body = [read.para for read in reads if read.role in BODY]
    if not body:
        return
    pitch = body_pitch(file, reads)
    if not pitch:
        example = next(para for para in body if not _pitch(file, para))
        yield Fault("P4", "loose", None, {"pitch": _told(example)}, where=FILE)
    elif not PITCHES[0] <= pitch <= PITCHES[1]:
        facts = {"pitch": figure(pitch / 20), "lines": str(int((HEIGHT - TOP - BOTTOM) // pitch))}
        yield Fault("P4", "lines", None, facts, where=FILE)
    for para in body:
        if (own := _pitch(file, para)) != pitch and pitch and not PITCHES[0] <= own <= PITCHES[1]:
            yield Fault("P6", "pitch", para, {"pitch": _told(para)})
        spaced = next((run for run in para.runs if not SPACINGS[0] <= run.spacing <= SPACINGS[1]), None)
        if spaced and spaced.text.strip():
            yield Fault("P6", "spacing", para, {"spacing": figure(spaced.spacing / 20)})
    yield from _cells(file, body)


def _told(para: Para) -> str:
    if para.rule == "auto":
        return f"pitch_lines {figure(para.line / 240)}"
    return f"pitch_{'fixed' if para.rule == 'exact' else 'least'} {figure(para.line / 20)}"


def _cells(file: File, body: Sequence[Para]) -> Iterator[Fault]:
    """P5: 28 characters fill a line by the grid or by closer set characters; some other spacing is a choice (P6)."""
    spacing = Counter(run.spacing for para in body for run in para.runs for _ in run.text).most_common(1)
    section = file.sections[body[0].section] if body[0].section < len(file.sections) else None
    if spacing and spacing[0][0]:
        return
    widths = [SIZE]
    if section and section.grid in ("linesAndChars", "snapToChars"):
        widths = [size + section.char_space / 4096 for size in (SIZE, file.normal)]
    room = CELL * CELLS / 20
    fitting = [int(room / width + 0.05) for width in widths if width > 0]
    if CELLS not in fitting:
        yield Fault("P5", "cells", None, {"cells": str(fitting[0] if fitting else 0)}, where=FILE)


def black(file: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """P7: all black, without marks; but for the red head."""
    for read in reads:
        for run in read.para.runs if read.role is not Role.OTHER else ():
            if run.text.strip() and run.color not in ("", "000000"):
                yield Fault("P7", "color", read.para, {"color": run.color}, run.text[:6])
            if run.text.strip() and run.marked:
                yield Fault("P7", "marked", read.para, {}, run.text[:6])


_DASHES = re.compile(rf"— ?{PAGE} ?—")


def foot(file: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """Q1, Q2, F6: — 1 — on the outer side under the text, in half-width 宋体."""
    numbered = False
    kinds = ("default", "even") if file.even_and_odd else ("default",)
    for section in file.sections:
        for kind in kinds:
            for para in section.footers.get(kind, ()):
                if PAGE in para.text:
                    numbered = True
                    yield from _numbered(section, kind, para)
    apart = [section.footers.get("first", ()) for section in file.sections if section.first_apart]
    if not numbered or not all(any(PAGE in para.text for para in paras) for paras in apart):
        yield Fault("Q1", "missing", where=FOOTER)
    elif not file.even_and_odd and not any(
        para.place == "outside" for section in file.sections for paras in section.footers.values() for para in paras
    ):
        yield Fault("Q1", "even", where=FOOTER)
    if any(section.restarts for section in file.sections[1:]):
        yield Fault("Q2", "restart", where=FOOTER)


def _numbered(section: Section, kind: str, para: Para) -> Iterator[Fault]:
    text = para.text.strip().replace("\u3000", " ")
    if not _DASHES.fullmatch(text):
        yield Fault("Q1", "form", None, {"form": text.replace(PAGE, "1")}, where=FOOTER)
    if not para.place:
        yield from _aside(section, kind, para)
    elif para.place in ("center", "left" if kind == "default" else "right"):
        yield Fault("Q1", "side", None, {"side": f"align_{para.place}"}, where=FOOTER)
    for run in para.runs:
        if run.text.strip() and abs(run.size - SMALL_SIZE) > 0.1:
            yield Fault("F6", "size", None, {"size": figure(run.size)}, where=FOOTER)
        if run.text.strip() and (wrong := [face for face in (run.east, run.ascii) if not SONG(face)]):
            yield Fault("F6", "face", None, {"face": names(wrong[0])}, where=FOOTER)


def _aside(section: Section, kind: str, para: Para) -> Iterator[Fault]:
    """Judge where a number stands that is in no frame: right on odd pages, left on even, a character in."""
    side = "left" if kind == "even" else "right"
    if para.align != side:
        yield Fault("Q1", "side", None, {"side": f"align_{para.align}"}, where=FOOTER)
    elif not 0.5 <= (para.right if side == "right" else para.left + para.first) / CELL <= 1.5:
        yield Fault("Q1", "indent", where=FOOTER)
    pitch = para.line if para.rule == "exact" else 360
    if not 4 <= (BOTTOM - section.footer - pitch / 2) / MILLIMETRE <= 10:
        yield Fault("Q1", "distance", where=FOOTER)
