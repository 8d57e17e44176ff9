"""Blocks into the paragraphs of the official page, each with its role and its place in cells; writes no file.

Word file and preview are both made from these, so that they cannot differ in what stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.interview.passages import plain
from bot.report.blocks import (
    Addressee,
    Annex,
    Annexes,
    Block,
    Colophon,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    SignOff,
    Table,
    Title,
)
from bot.report.page import CELLS, FANGSONG, HEITI, KAITI, LINES, XIAOBIAOSONG, Face, cells
from bot.report.text import annex_lines, paragraphs
from bot.report.title import broken


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
    """All paragraphs in order, the table under them, and what stands at the foot of the last page."""

    title: str
    paras: tuple[Para, ...]
    colophon: Colophon | None = None
    table: Table | None = None


def laid(document: Document) -> Layout:
    """Lay a document out: what is centred, indented, kept together, and where blank lines stand."""
    title = "".join(line.text for block in document.blocks if isinstance(block, Title) for line in block.lines)
    paras = [para for block in document.blocks for para in _laid(block)]
    colophon = next((block for block in document.blocks if isinstance(block, Colophon)), None)
    return Layout(title, tuple(_chained(paras)), colophon, document.table)


FACES = {
    Role.TITLE: XIAOBIAOSONG,
    Role.HEADING_1: HEITI,
    Role.HEADING_2: KAITI,
    Role.ANNEX_MARK: HEITI,
}


def face_of(role: Role) -> Face:
    """Name the face of a role: 仿宋 for everything unspecified (5.2.2, 7.3.1, 7.3.3, 7.3.7)."""
    return FACES.get(role, FANGSONG)


BLANK = Para(Role.BLANK)

TIED = {Role.ANNEX_NOTE, Role.NAME, Role.DATE}
"""What stands on the page of what is above it."""

HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


def _laid(block: Block) -> Iterator[Para]:
    match block:
        case Number():
            yield Para(Role.NUMBER, block.line.text, centred=True)
        case Title():
            yield from (BLANK, BLANK, _title(block), BLANK)
        case Addressee():
            yield Para(Role.ADDRESSEE, block.line.text)
        case Heading():
            yield Para(HEADINGS[block.level - 1], block.number + plain(block.spans), first=2, keep=True)
        case Paragraph():
            yield from (Para(Role.BODY, part, first=2) for part in paragraphs(block))
        case Annex():  # its title stands on line 3 (7.3.7)
            yield Para(Role.ANNEX_MARK, block.mark, new_page=True)
            yield from (BLANK, _title(block.title), BLANK)
        case Table():
            return
        case _:
            yield from _end(block)


def _end(block: Annexes | SignOff | Note | Colophon) -> Iterator[Para]:
    match block:
        case Annexes():
            yield BLANK
            yield from _annexes(annex_lines(block))
        case SignOff():
            yield BLANK
            yield from _signed(block)
        case Note():
            yield Para(Role.NOTE, block.line.text, first=2)


def _title(title: Title) -> Para:
    return Para(
        Role.TITLE, "\n".join(line for sentence in title.lines for line in broken(sentence.spans)), centred=True
    )


def _annexes(names: list[str]) -> Iterator[Para]:
    """Put the list two cells in, its further lines under the first character of the name (7.3.4)."""
    lead = "附件："
    for number, name in enumerate(names):
        mark = cells(name[: name.index(".") + 1]) if len(names) > 1 else 0
        if number:
            yield Para(Role.ANNEX_NOTE, name, left=5 + mark, first=-mark)
        else:
            yield Para(Role.ANNEX_NOTE, lead + name, left=5 + mark, first=-3 - mark)


def _signed(block: SignOff) -> Iterator[Para]:
    """Place names and date by cells from the left, so that nothing hangs on the width of a digit.

    Without a seal the longest name ends two cells from the right and the date begins two right of it; where the date
    is longer it ends there itself (7.3.5.2). With one the date ends four from the right and each name is centred over
    it (7.3.5.1).
    """
    widths = [cells(name.text) for name in block.names]
    long, date = max(widths, default=0), cells(block.date.text) if block.date else 0
    if block.sealed:
        at = CELLS - 4 - date
        lefts = [min(max(at + (date - width) / 2, 0), max(CELLS - width, 0)) for width in widths]
    elif date > long:
        at, lefts = CELLS - 2 - date, [max(CELLS - 4 - date, 0)] * len(widths)
    else:
        left = max(CELLS - 2 - long, 0)
        at, lefts = left + 2, [left] * len(widths)
    for name, left in zip(block.names, lefts, strict=True):
        yield Para(Role.NAME, name.text, left=left)
    if block.date:
        yield Para(Role.DATE, block.date.text, left=max(at, 0))


def _chained(paras: list[Para]) -> list[Para]:
    """Tie the list of annexes, names and date to the end of the body: none is alone on a page (7.3.5.5)."""
    room = LINES - 2 - sum(para.role in TIED for para in paras)
    chained: list[Para] = []
    below: Role | None = None
    for para in reversed(paras):
        if below in TIED:
            *before, last = _parted(para, room)
            chained += [replace(last, keep=True), *reversed(before)]
        else:
            chained.append(para)
        below = below if para.role is Role.BLANK else para.role
    return chained[::-1]


def _parted(para: Para, room: int) -> tuple[Para, ...]:
    """Part a paragraph too long to stand on one page with names and date: what is over a line at its end stays tied.

    Word ties the last lines of a paragraph, LibreOffice the whole, and lets it go where a page cannot hold it. A tenth
    more room is reckoned with, for faces with wide digits.
    """
    if cells(para.text) * 1.1 <= room * CELLS:
        return (para,)
    for end in reversed([match.end() for match in re.finditer("[。！？；][”’）》]*(?=.)", para.text)]):
        if cells(para.text[end:]) > CELLS:
            return replace(para, text=para.text[:end]), replace(para, text=para.text[end:])
    return (para,)
