"""A layout broken into lines and pages of the 22 by 28 grid; knows cells and rows, no face and no file.

A line is broken where GB/T 15834 lets it be: no closing mark begins one, no opening mark ends one, the two halves of
a dash or of six dots stay together; nor is a number torn from itself or from its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from unicodedata import category

from bot.report.layout import Layout, Para, Role
from bot.report.page import CELLS, LINES, ROW, SMALL_CELLS, TITLE_CELLS, TITLE_PITCH, cells

NO_START = frozenset("，。、；：？！）〕】》〉」』”’·～－％℃‰°,.;:?!)]}%/")
NO_END = frozenset("（〔【《〈「『“‘([{￥$#№/")

WHOLE = re.compile(
    "——|……|[A-Za-z]+(?![A-Za-z0-9])"
    r"|[A-Za-z]*[0-9]+(?:[.,:][0-9]+)*(?:[—～~-](?=[0-9])|[%‰]|[余多几]?[十百千万亿]*[\u4e00-\u9fff])?"
)
"""What is not torn: a dash, six dots, a word, a number with its unit (5000余份, A4纸) or with its hyphen (2021—)."""

LOOSEST = 6
"""Cells a line may lack to its end; rather than lacking more it is broken at a bad place."""

FLOWING = frozenset({Role.BODY, Role.ANNEX_NOTE, Role.ADDRESSEE, Role.NOTE})
"""Of these the last two lines are kept with what follows, of the others all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: `left`, the cell it starts at; `wide`, the cells it is spread over; `rows`, the rows it takes.

    `tied`: on the page of the next line; `fresh`: begins a page. The lines of a title are one Line.
    """

    role: Role
    text: str = ""
    left: float = 0
    wide: float = 0
    rows: int = 1
    tied: bool = False
    fresh: bool = False


Page = tuple[tuple[int, Line], ...]
"""Lines, each with the row it stands on, from 0."""


def clusters(text: str) -> list[str]:
    """Cut a text into what takes a place of its own: a character with the marks that are set on it."""
    result: list[str] = []
    for char in text:
        if result and (category(char) in {"Mn", "Me", "Cf"} or result[-1].endswith("\u200d")):
            result[-1] += char
        else:
            result.append(char)
    return result


def width(pieces: Sequence[str]) -> float:
    """Tell how many cells clusters take."""
    return sum(cells(piece[0]) for piece in pieces)


def pages(layout: Layout) -> tuple[Page, ...]:
    """Give the pages, at least one; the colophon gets its room at the foot of the last."""
    result: list[list[tuple[int, Line]]] = [[]]
    row = 0
    for group in _tied([line for para in layout.paras for line in _lines(para)]):
        height = sum(line.rows for line in group)
        if result[-1] and (group[0].fresh or row + height > LINES >= height):
            result.append([])
            row = 0
        for line in group:
            if row + line.rows > LINES:
                result.append([])
                row = 0
            result[-1].append((row, line))
            row += line.rows
    if layout.colophon and row + len(foot(layout)) >= LINES:
        result.append([])
    return tuple(map(tuple, result))


def _tied(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines that stand on one page together."""
    group: list[Line] = []
    for line in lines:
        if line.fresh and group:
            yield group
            group = []
        group.append(line)
        if not line.tied:
            yield group
            group = []
    if group:
        yield group


def _lines(para: Para) -> list[Line]:
    if para.role is Role.TITLE:
        text = "\n".join(part for line in para.text.split("\n") for part in broken(line, TITLE_CELLS, TITLE_CELLS))
        result = [Line(para.role, text, rows=ceil((text.count("\n") + 1) * TITLE_PITCH / ROW))]
    else:
        first, room = CELLS - para.left - para.first, CELLS - para.left
        texts = broken(para.text, first, room)
        wides = [first, *[room] * (len(texts) - 1)]
        if para.centred:
            wides = [width(clusters(text)) for text in texts]
            lefts = [max(CELLS - wide, 0) / 2 for wide in wides]
        else:
            wides[-1] = min(width(clusters(texts[-1])), wides[-1])
            lefts = [para.left + para.first, *[para.left] * (len(texts) - 1)]
        result = [Line(para.role, *line) for line in zip(texts, lefts, wides, strict=True)]
    result[0] = replace(result[0], fresh=para.new_page)
    loose = len(result) - 2 if para.role in FLOWING else 0
    return [replace(line, tied=para.keep and at >= loose) for at, line in enumerate(result)]


def broken(text: str, first: float, room: float) -> list[str]:
    """Break a text into lines, the first of `first` cells, the others of `room`; at least one."""
    pieces, shut = clusters(text), _shut(text)
    result: list[str] = []
    start = 0
    while start < len(pieces) or not result:
        end = _end(pieces, start, room if result else first, shut)
        result.append("".join(pieces[start:end]).rstrip(" "))
        start = end
        while start < len(pieces) and pieces[start] == " ":
            start += 1
    return result


def _end(pieces: Sequence[str], start: int, room: float, shut: frozenset[int]) -> int:
    """Give where the line that begins at `start` ends."""
    end, wide = start, 0.0
    while end < len(pieces) and (wide := wide + width(pieces[end : end + 1])) <= room:
        end += 1
    full = max(end, start + 1)
    while end > start and end < len(pieces) and end in shut:
        end -= 1
    return end if end > start and width(pieces[end:full]) <= LOOSEST else full


def _shut(text: str) -> frozenset[int]:
    """Give the clusters before which no line may be broken."""
    pieces = clusters(text)
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    torn = {at for whole in WHOLE.finditer(text) for at in range(whole.start() + 1, whole.end())}
    marks = {at for at, (one, two) in enumerate(pairwise(pieces), 1) if one in NO_END or two in NO_START}
    return frozenset(marks | {at for at, start in enumerate(starts) if start in torn})


@dataclass(frozen=True, slots=True)
class Foot:
    """A row of the colophon: its text, how far in it starts, what stands at its right end; `ruled`: a rule above it."""

    text: str
    left: float = 0
    right: str = ""
    ruled: bool = False


def foot(layout: Layout) -> list[Foot]:
    """Give the rows of the colophon: who gets copies, turned over under the first of them; who prints it and when."""
    if not (colophon := layout.colophon):
        return []
    rows = []
    if colophon.copies:
        text = colophon.copies.text
        hang = cells(text[: text.find("：") + 1])
        first, *others = broken(text, SMALL_CELLS, SMALL_CELLS - hang)
        rows += [Foot(first, ruled=True), *(Foot(other, hang) for other in others)]
    office = colophon.office.text if colophon.office else ""
    printed = colophon.printed.text if colophon.printed else ""
    if cells(office) + cells(printed) < SMALL_CELLS:
        return [*rows, Foot(office, right=printed, ruled=True)] if office or printed else rows
    first, *others = broken(office, SMALL_CELLS, SMALL_CELLS)
    return [*rows, Foot(first, ruled=True), *map(Foot, others), Foot("", right=printed)]
