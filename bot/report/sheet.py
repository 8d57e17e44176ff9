"""The answers of one year as a table that a spreadsheet opens; knows answers, not where they are kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from bot.interview.events import Answer, Dossier
from bot.interview.known import Entry, know
from bot.interview.pack import Pack
from bot.interview.values import Nothing, joined

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins so may be taken for a formula."""


def sheet(pack: Pack, dossier: Dossier, year: int) -> bytes:
    """Write one row per answer that somebody gave, the unit's own first, as CSV that Excel and WPS read as Chinese."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(pack.phrases["sheet_columns"].split("，"))
    for id_, entry in know(pack, dossier, year).entries.items():
        section = pack.section_of[id_].title
        writer.writerows(map(_inert, row) for row in _rows(pack, section, entry))
    return text.getvalue().encode("utf-8-sig")


def _rows(pack: Pack, section: str, entry: Entry) -> Iterator[tuple[str, ...]]:
    for answer in entry.answers:
        if answer.source != "default":
            when = answer.at.strftime("%Y-%m-%d %H:%M")
            yield section, entry.question.label, _text(pack, entry, answer), answer.by, when


def _text(pack: Pack, entry: Entry, answer: Answer) -> str:
    if isinstance(answer.value, Nothing):
        return pack.phrases[f"nothing_{answer.value.value}"]
    return joined(piece.text for piece in entry.pieces if piece.item == answer.item)


def _inert(cell: str) -> str:
    """Put a ' before what a spreadsheet would run."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
