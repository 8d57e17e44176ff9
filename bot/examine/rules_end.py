"""What stands under the body: annexes, names, date, note, colophon: X1, X2, D1 to D7, C1; knows no face."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from bot.examine.faults import FILE, Fault, figure
from bot.examine.model import File, Para
from bot.examine.roles import DATE_LIKE, MARKS, Read, Role
from bot.report.page import CELL, CELLS, cells

_DATE = re.compile("([0-9]{4})年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日")
_PLACE_HELD = re.compile(r"[Xx×〔【\[]")
"""No date yet: that is L8's to tell."""

_LEAD = re.compile("附件：")
NEAR = 0.75
"""Cells by which a name or a date may be off: the width of a digit depends on the face."""


def annexes(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """X1: under a blank line, two in, 附件： and a name without a mark behind it, further lines under the name."""
    notes = [read for read in reads if read.role is Role.ANNEX_NOTE]
    if notes and not notes[0].blanks:
        yield Fault("X1", "blank", notes[0].para)
    for number, read in enumerate(notes):
        para, start = read.para, (read.para.left + read.para.first) / CELL + _blanks_before(read.para)
        if not number:
            lead = re.match(r"附\s*件?\s?[0-9]?\s?[:：.．、]?", read.text)
            if not _LEAD.match(read.text):
                yield Fault("X1", "lead", para, {"lead": lead[0] if lead else read.text[:3]})
            if abs(start - 2) > NEAR / 2:
                yield Fault("X1", "indent", para, {"cells": figure(round(start, 1))})
        elif abs(start - 5) > NEAR:
            yield Fault("X1", "indent", para, {"cells": figure(round(start, 1))})
        if mark := re.search("[。；;，,、.]$", read.text):
            yield Fault("X1", "end", para, {"mark": mark[0]})
        if start + cells(read.text) > CELLS and abs(para.left / CELL - _name_start(read, number)) > 1:
            yield Fault("X1", "turnover", para)
        if len(notes) > 1 and not re.match(r"(?:附\s*件?\s?[:：])?\s*[0-9]{1,2}\.", read.text):
            yield Fault("X1", "numbers", para)


def _name_start(read: Read, number: int) -> float:
    """Tell at which cell the name of an annex begins: 附件： is three wide, and 1. one."""
    listed = MARKS[2].match(read.text.removeprefix("附件：") if not number else read.text)
    return 5 + (cells(listed[0]) if listed else 0)


def marks(file: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """X2: an annex begins a page, its mark flush left on the first line, its title on the third."""
    for read, following in zip(reads, (*reads[1:], None), strict=True):
        if read.role is not Role.ANNEX_MARK:
            continue
        if not read.para.new_page:
            yield Fault("X2", "page", read.para)
        if abs(read.para.left + read.para.first) > CELL / 4 or read.para.align in ("center", "right"):
            yield Fault("X2", "indent", read.para)
        if following and following.role is Role.TITLE and following.blanks != 1:
            yield Fault("X2", "line", following.para, {"line": str(following.blanks + 2)})


def signed(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """D1, D2, D3, D6: where names and date stand, in cells; a seal cannot be seen, so both ways are right."""
    dates = [read for read in reads if read.role is Role.DATE]
    under_title = any(read.role is Role.SUBTITLE and DATE_LIKE.search(read.text) for read in reads)
    if not dates:
        if not under_title:
            yield Fault("D4", "missing", where=FILE)
        return
    names = [read for read in reads if read.role is Role.NAME]
    if not names:
        yield Fault("D1", "missing", dates[0].para)
        return
    if not names[0].blanks:
        yield Fault("D1", "blank", names[0].para)
    yield from _placed(names, dates[0])


def _placed(names: Sequence[Read], when: Read) -> Iterator[Fault]:
    starts, widths = [_start(name.para) for name in names], [cells(name.text) for name in names]
    at, width, widest = _start(when.para), cells(when.text), max(widths)
    middles = [min(max(at + (width - own) / 2, 0), max(CELLS - own, 0)) for own in widths]
    sealed, centred = _near(at + width, CELLS - 4), all(map(_near, starts, middles))
    aligned = all(_near(start, starts[0]) for start in starts)
    long = width > widest
    name = CELLS - 4 - width if long else CELLS - 2 - widest
    unsealed = aligned and _near(starts[0], max(name, 0)) and _near(at, CELLS - 2 - width if long else starts[0] + 2)
    if unsealed or (sealed and centred):
        return
    if not aligned and not centred:
        yield Fault("D6", "place", names[0].para)
        return
    rule = "D3" if sealed or (centred and len(names) > 1) else "D2" if long else "D1"
    facts = {"name": figure(round(CELLS - starts[0] - widths[0], 1)), "date": figure(round(CELLS - at - width, 1))}
    yield Fault(rule, "place", names[0].para, facts)


def _near(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= NEAR


def _start(para: Para) -> float:
    """Tell at which cell of the line a text begins, however it was brought there."""
    width, right = cells(para.text.strip()), CELLS - para.right / CELL
    trailing = cells(para.text[len(para.text.rstrip()) :])
    if para.align == "right":
        return right - trailing - width
    left = (para.left + para.first) / CELL
    if para.align == "center":
        return left + (right - left - width) / 2 + (_blanks_before(para) - trailing) / 2
    return left + _blanks_before(para)


def _blanks_before(para: Para) -> float:
    return cells(para.text[: len(para.text) - len(para.text.lstrip())])


def dated(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """D4, D5, D7: the date's form, no words about an empty page, the note in full-width brackets."""
    for read in reads:
        if read.role is Role.DATE and not _PLACE_HELD.search(read.text):
            found = _DATE.fullmatch(read.text)
            if not found:
                yield Fault("D4", "form", read.para, {"date": read.text})
            elif not _real(*map(int, found.groups())):
                yield Fault("D4", "unreal", read.para, {"date": read.text})
        if "此页无正文" in read.text:
            yield Fault("D5", "words", read.para)
        if read.role is Role.NOTE:
            if not (read.text.startswith("（") and read.text.endswith("）")):
                yield Fault("D7", "brackets", read.para)
            start = (read.para.left + read.para.first) / CELL
            if abs(start - 2) > NEAR / 2:
                yield Fault("D7", "indent", read.para, {"cells": figure(round(start, 1))})


def _real(year: int, month: int, day: int) -> bool:
    with suppress(ValueError):
        return bool(date(year, month, day))
    return False


THINNEST, THICKEST = 4, 12
"""Of the rules round a colophon, in eighths of a point; 0.35 mm are 8."""


def colophon(file: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """C1: rules above and below as wide as the text, 抄送： with its own colon, who printed it and when."""
    found = [read for read in reads if read.role is Role.COLOPHON]
    for read in found:
        if re.match(r"抄\s?送(?!：)", read.text):
            yield Fault("C1", "colon", read.para)
    if not found:
        return
    if not re.search("印发$", found[-1].text):
        yield Fault("C1", "printed", found[-1].para)
    table = file.tables[found[0].para.table - 1] if found[0].para.table else None
    if table is None:
        if not any(read.para.bordered for read in found):
            yield Fault("C1", "rules", found[0].para)
    elif not (table.top and table.bottom):
        yield Fault("C1", "rules", found[0].para)
    elif not all(THINNEST <= size <= THICKEST for size in (table.top, table.bottom)):
        yield Fault("C1", "thick", found[0].para, {"size": figure(max(table.top, table.bottom) / 8 * 0.3528)})
