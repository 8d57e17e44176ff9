"""Title, addressee and numbering: T1 to T6, N1 to N4; knows no face."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.examine.faults import FILE, Fault, figure
from bot.examine.model import File
from bot.examine.roles import BODY, HEADINGS, MARKS, Read, Role
from bot.interview.numerals import arabic, folded
from bot.interview.numerals import read as read_number
from bot.report.page import CELL, TITLE_CELLS, TITLE_PITCH, cells

_IN_TITLE = re.compile(r"[，。；：！？,;:!?]|(?<![0-9])\.|\.(?![0-9])")
_RIGHT_MARKS = (
    re.compile("[一二三四五六七八九十百零]{1,4}、"),
    re.compile("（[一二三四五六七八九十百零]{1,4}）(?![、，,.．])"),
    re.compile(r"[0-9]{1,2}\.(?![0-9])"),
    re.compile("（[0-9]{1,2}）(?![、，,.．])"),
)
PITCHES = (TITLE_PITCH - 80, TITLE_PITCH + 40)
"""32 to 38 pt: 33 and 36 are both in use."""

MOST_ABOVE = 2


def title(file: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """T1 to T5: there is a title, in the middle, well broken, without punctuation."""
    first = [read for read in reads if read.role is Role.TITLE and not read.annex]
    if not first:
        yield Fault("T1", "missing", where=FILE)
    shapes: dict[int, list[tuple[Read, str]]] = {}
    for read in reads:
        if read.role is Role.TITLE:
            yield from _title(read)
            shapes.setdefault(read.annex, []).extend(_lines(read))
    for shape in shapes.values():
        yield from _shape(shape)
    if first and first[0].blanks > MOST_ABOVE:
        yield Fault("T3", "blanks", first[0].para, {"count": str(first[0].blanks)})


def _title(read: Read) -> Iterator[Fault]:
    para = read.para
    if para.align != "center" or abs(para.first) > CELL / 2:
        yield Fault("T1", "align", para, {"align": f"align_{para.align}" if para.align != "center" else "align_off"})
    if mark := _IN_TITLE.search(para.text.strip()):
        yield Fault("T5", "mark", para, {"mark": mark[0]}, mark[0])


def _lines(read: Read) -> list[tuple[Read, str]]:
    return [(read, line.strip()) for line in read.para.text.strip().split("\n")]


def _shape(shape: Sequence[tuple[Read, str]]) -> Iterator[Fault]:
    """T2, T4: no line of one or two characters, written so or left over; lines of a title stand 36 pt apart."""
    for read, line in shape:
        left = line if cells(line) <= TITLE_CELLS else line[-int(cells(line) % TITLE_CELLS) or None :]
        if len(left) <= 2 and len(shape) + (left != line) > 1:
            yield Fault("T2", "orphan", read.para, {"line": left}, left)
        own = read.para
        fixed = own.rule == "exact" and PITCHES[0] <= own.line <= PITCHES[1]
        if not fixed and (len(shape) > 1 or left != line):
            pitch = figure(own.line / 20) if own.rule != "auto" else figure(own.line / 240)
            kind = {"auto": "lines", "exact": "fixed"}.get(own.rule, "least")
            yield Fault("T4", "pitch", own, {"pitch": f"pitch_{kind} {pitch}"})


def addressee(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """T6: a blank line under the title, flush left, a full-width colon behind."""
    for read in reads:
        if read.role is Role.ADDRESSEE:
            if abs(read.para.left + read.para.first) > CELL / 4 or read.para.text != read.para.text.lstrip():
                yield Fault("T6", "indent", read.para)
            if not read.text.endswith("："):
                yield Fault("T6", "colon", read.para)
            if read.blanks != 1:
                yield Fault("T6", "blank", read.para, {"count": str(read.blanks)})


def numbering(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """N1, N2: headings count from one without gaps, a level in a level, and are marked as their level is."""
    counts = [0, 0, 0, 0]
    annex = 0
    for read in reads:
        if read.annex != annex:
            annex, counts = read.annex, [0, 0, 0, 0]
        if read.role not in HEADINGS:
            continue
        level = HEADINGS.index(read.role)
        mark = MARKS[level].match(read.text)
        written = mark[0].strip() if mark else ""
        if not _RIGHT_MARKS[level].match(read.text):
            yield Fault("N2", "mark", read.para, {"mark": written})
        number = _number(written)
        yield from _counted(read, written, number, counts)
        counts[level:] = [number, *[0] * (3 - level)]


def _counted(read: Read, written: str, number: int, counts: Sequence[int]) -> Iterator[Fault]:
    level = HEADINGS.index(read.role)
    if level in (1, 3) and not counts[level - 1] and not counts[level]:
        yield Fault("N1", "parent", read.para, {"mark": written})
    elif number != counts[level] + 1 and not counts[level]:
        yield Fault("N1", "first", read.para, {"mark": written})
    elif number != counts[level] + 1:
        yield Fault("N1", "next", read.para, {"mark": written, "before": str(counts[level])})


def _number(mark: str) -> int:
    digits = re.sub(r"[^0-9一二三四五六七八九十百零〇]", "", folded(mark))
    found = read_number(digits)
    return int(found) if found is not None else int(arabic(digits)) if arabic(digits).isdecimal() else 0


_ITEM = re.compile("[一二三四五六七八九]是[、：:]|第[一二三四五六七八九十]、")


def headings(_: File, reads: Sequence[Read]) -> Iterator[Fault]:
    """N3, N4: a heading on its own line ends without a mark; 一是 and 第一 are words of a sentence."""
    for read in reads:
        whole = read.head == len(read.para.text)
        if read.role in HEADINGS[:2] and whole and (mark := re.search("[。，；：、,;:.]$", read.text)):
            yield Fault("N3", "end", read.para, {"mark": mark[0]})
        if read.role in BODY and (item := _ITEM.search(read.text)):
            yield Fault("N4", "word", read.para, {"word": item[0]}, item[0])
