"""The lines of a page as items, each with its place in points, its face and its size; draws nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal
from unicodedata import category

from bot.report.layout import Layout, Role, face_of
from bot.report.lines import Foot, Line, Page, clusters, foot, pages, width
from bot.report.page import (
    BOTTOM,
    CELL,
    FANGSONG,
    HEIGHT,
    LEFT,
    NUMBER_GAP,
    RIGHT,
    ROW,
    SIZE,
    SMALL_SIZE,
    SONGTI,
    THICK,
    THIN,
    TITLE_PITCH,
    TITLE_SIZE,
    TOP,
    WIDTH,
    Face,
    cells,
)

Kind = Literal["run", "mark", "narrow", "point", "dash", "rule"]

WIDE = {"run", "mark", "dash"}

POINTS = ".,:;%"
"""Of these each takes its own half cell; a digit beside one keeps its shape."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is drawn at one place.

    A "run" of hanzi and a "narrow" run of digits or letters fill `width`; a "mark" among hanzi and a "point" among
    digits stand at the left end of it (`at` 0), the right (1) or the middle; a "dash" is stretched to it; a "rule" is
    `width` long and `size` thick.
    """

    kind: Kind
    x: float
    y: float
    width: float
    size: float
    face: str = ""
    text: str = ""
    at: float = 0.5


@dataclass(frozen=True, slots=True)
class Style:
    """A face, its size, and the room of one hanzi; points."""

    face: Face
    size: float
    cell: float


BODY = Style(face_of(Role.BODY), SIZE, CELL / 20)
TITLE = Style(face_of(Role.TITLE), TITLE_SIZE, TITLE_SIZE)
SMALL = Style(FANGSONG, SMALL_SIZE, SMALL_SIZE)
NUMBER = Style(SONGTI, SMALL_SIZE, SMALL_SIZE)
START, END = LEFT / 20, (WIDTH - RIGHT) / 20
UPPER, LOWER = TOP / 20, (HEIGHT - BOTTOM) / 20
"""The edges of the type area in points."""

PITCH = ROW / 20


def items(layout: Layout) -> list[list[Item]]:
    """Give the items of every page."""
    result = [[*_page(page), *_number(number)] for number, page in enumerate(pages(layout), 1)]
    result[-1] += _colophon(foot(layout))
    return result


def _page(page: Page) -> Iterator[Item]:
    for row, line in page:
        y = UPPER + row * PITCH
        if line.role is Role.TITLE:
            yield from _title(line, y)
        else:
            style = replace(BODY, face=face_of(line.role))
            yield from _line(line.text, START + line.left * style.cell, y, style, line.wide)


def _title(line: Line, y: float) -> Iterator[Item]:
    """Put the lines of a title in the middle of its rows."""
    texts = line.text.split("\n")
    pitch = TITLE_PITCH / 20
    y += ((line.rows - 1) * PITCH + SIZE - (len(texts) - 1) * pitch - TITLE_SIZE) / 2
    for number, text in enumerate(texts):
        x = (START + END - cells(text) * TITLE_SIZE) / 2
        yield from _line(text, x, y + number * pitch, TITLE)


def _number(number: int) -> Iterator[Item]:
    """Put the page's number outside: one cell from the right on odd pages, from the left on even ones."""
    text = f"— {number} —"
    x = END - (cells(text) + 1) * SMALL_SIZE if number % 2 else START + SMALL_SIZE
    yield from _line(text, x, LOWER + (NUMBER_GAP / 20) - SMALL_SIZE / 2, NUMBER)


def _colophon(rows: Sequence[Foot]) -> Iterator[Item]:
    """Put the colophon so that its last rule is the lower edge of the type area."""
    for number, row in enumerate(rows):
        top = LOWER - (len(rows) - number) * PITCH
        y = top + (PITCH - SMALL_SIZE) / 2
        if row.ruled:
            yield _rule(top, THIN if number else THICK)
        yield from _line(row.text, START + (1 + row.left) * SMALL_SIZE, y, SMALL)
        yield from _line(row.right, END - (1 + cells(row.right)) * SMALL_SIZE, y, SMALL)
    if rows:
        yield _rule(LOWER, THICK)


def _rule(y: float, thick: float) -> Item:
    return Item("rule", START, _round(y), END - START, thick)


def _line(text: str, x: float, y: float, style: Style, wide: float = 0) -> Iterator[Item]:
    """Set one line, spread over so many cells by room around its hanzi; digits and letters stay close."""
    pieces = clusters(text)
    kinds = list(map(_kind, pieces))
    gaps = [one in WIDE or two in WIDE for one, two in pairwise(kinds)]
    room = max(wide - width(pieces), 0) * style.cell / max(sum(gaps), 1)
    for kind, group in groupby(zip(pieces, kinds, [*gaps, False], strict=False), lambda piece: piece[1]):
        same = list(group)
        for part in [same] if kind in {"run", "narrow", "dash"} else [[piece] for piece in same]:
            glyphs = "".join(piece for piece, _, _ in part)
            cell = width(clusters(glyphs)) * style.cell
            fills = {"run": cell + room * len(part), "mark": style.size}.get(kind, cell)
            yield Item(kind, _round(x), _round(y), _round(fills), style.size, style.face.name, glyphs, _at(glyphs[0]))
            x += cell + room * sum(gap for _, _, gap in part)


def _kind(piece: str) -> Kind:
    if piece == "—":
        return "dash"
    if cells(piece[0]) < 1:
        return "point" if piece in POINTS else "narrow"
    return "run" if len(piece) == 1 and category(piece) == "Lo" else "mark"


def _at(char: str) -> float:
    """Tell at which end of its room a mark stands."""
    if category(char) in {"Ps", "Pi"}:
        return 1
    return 0 if category(char) in {"Pe", "Pf"} or char in "，。、；：！？.,:;" else 0.5


def _round(points: float) -> float:
    return round(points, 3)
