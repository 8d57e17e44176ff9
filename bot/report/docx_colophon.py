"""The colophon of a Word file: a table that floats at the foot of the page the document ends on (7.4)."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from bot.report.blocks import Colophon
from bot.report.docx_xml import COLOPHON, node, run, style_id
from bot.report.page import AREA, LEFT, SMALL_CELL, THICK, THIN

_ANCHOR = 14
"""Height of the paragraph the table hangs on, the least that Word knows: 22 lines leave a page that much."""


def colophon(block: Colophon) -> list[BaseOxmlElement]:
    """Make the table, and the paragraph whose page it stands on.

    Placed from the paper's side, not the margin's: LibreOffice lets a table as wide as the page float only then.
    """
    rows = []
    if block.copies:
        rows.append(_copies(block.copies.text))
    if block.office or block.printed:
        rows.append(_printed(block.office.text if block.office else "", block.printed.text if block.printed else ""))
    if not rows:
        return []
    rules = {"val": "single", "space": 0, "color": "000000"}
    table = node(
        "tbl",
        node(
            "tblPr",
            node("tblpPr", vertAnchor="margin", horzAnchor="page", tblpX=LEFT, tblpYSpec="bottom"),
            node("tblOverlap", val="never"),
            node("tblW", w=AREA, type="dxa"),
            node(
                "tblBorders",
                node("top", sz=_eighths(THICK), **rules),
                node("bottom", sz=_eighths(THICK), **rules),
                node("insideH", sz=_eighths(THIN), **rules),
            ),
            node("tblLayout", type="fixed"),
            node("tblCellMar", *(node(side, w=0, type="dxa") for side in ("left", "right"))),
        ),
        node("tblGrid", node("gridCol", w=AREA)),
        *(_row(row) for row in rows),
    )
    anchor = node("p", node("pPr", node("snapToGrid", val=0), node("spacing", line=_ANCHOR, lineRule="exact")))
    return [table, anchor]


def _eighths(points: float) -> int:
    """Give the thickness of a rule in eighths of a point, as Word counts it."""
    return round(points * 8)


def _row(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    cell = node("tc", node("tcPr", node("tcW", w=AREA, type="dxa")), paragraph)
    return node("tr", node("trPr", node("cantSplit")), cell)


def _copies(text: str) -> BaseOxmlElement:
    """Set the further lines under the first character after 抄送：."""
    hanging = (text.find("：") + 1) * SMALL_CELL
    indent = node("ind", left=SMALL_CELL + hanging, right=SMALL_CELL, hanging=hanging)
    return _paragraph(text, indent)


def _printed(office: str, date: str) -> BaseOxmlElement:
    tabs = node("tabs", node("tab", val="right", pos=AREA - SMALL_CELL))
    return _paragraph(f"{office}\t{date}" if date else office, node("ind", left=SMALL_CELL, right=SMALL_CELL), tabs)


def _paragraph(text: str, indent: BaseOxmlElement, *before: BaseOxmlElement) -> BaseOxmlElement:
    return node("p", node("pPr", node("pStyle", val=style_id(COLOPHON)), *before, indent), run(COLOPHON, text))
