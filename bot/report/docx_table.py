"""A table of a Word file: columns that fill the type area, a head on each page, headings across; knows no answer."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement

from bot.report.blocks import Row, Table
from bot.report.docx_xml import CELL, CELL_HEAD, Look, node, run, style_id
from bot.report.page import AREA, TABLE_PITCH

SHARES = (26, 32, 18, 12, 12)
"""How wide each column of answers is, in hundredths of the type area: asked, this year, last, change, holder."""

BORDER = {"val": "single", "sz": 4, "space": 0, "color": "auto"}


def grid(table: Table) -> BaseOxmlElement:
    """Make the table of the columns and rows."""
    widths = [AREA * share // 100 for share in table.shares or SHARES]
    sides = (node(side, **BORDER) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    properties = node(
        "tblPr", node("tblW", w=sum(widths), type="dxa"), node("tblBorders", *sides), node("tblLayout", type="fixed")
    )
    head = _row(table.columns, widths, CELL_HEAD, repeats=True)
    rows = (_cells(row, widths) for row in table.rows)
    columns = (node("gridCol", w=width) for width in widths)
    return node("tbl", properties, node("tblGrid", *columns), head, *rows)


def _cells(row: Row, widths: list[int]) -> BaseOxmlElement:
    texts = [cell.text for cell in row.cells]
    if len(texts) == 1:
        return _row(texts, [sum(widths)], CELL_HEAD, across=len(widths))
    return _row(texts, widths, CELL)


def _row(
    texts: Iterable[str], widths: list[int], look: Look, *, across: int = 1, repeats: bool = False
) -> BaseOxmlElement:
    """Make a row that no page break parts; `repeats`: it stands on top of each page."""
    properties = [node("cantSplit"), *([node("tblHeader")] if repeats else [])]
    cells = (_cell(text, width, look, across) for text, width in zip(texts, widths, strict=True))
    return node("tr", node("trPr", *properties), *cells)


def _cell(text: str, width: int, look: Look, across: int) -> BaseOxmlElement:
    span = [node("gridSpan", val=across)] if across > 1 else []
    properties = node("tcPr", node("tcW", w=width, type="dxa"), *span, node("vAlign", val="center"))
    lines = node("spacing", before=0, after=0, line=TABLE_PITCH, lineRule="exact")
    keep = [node("keepNext")] if look is CELL_HEAD else []
    form = node(
        "pPr", node("pStyle", val=style_id(look)), *keep, node("snapToGrid", val=0), lines, node("jc", val="left")
    )
    return node("tc", properties, node("p", form, *([run(look, text)] if text else [])))
