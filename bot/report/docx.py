"""The laid out page as a Word file in the form of GB/T 9704-2012; knows no answers, and reads no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from bot.report.docx_base import base, indent, rezipped
from bot.report.docx_colophon import colophon
from bot.report.docx_table import grid
from bot.report.docx_xml import LOOKS, node, run, style_id
from bot.report.layout import Layout, Para, Role
from bot.report.page import PITCH, TITLE_PITCH

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NotXml(ValueError):  # noqa: N818
    """A text holds a character that no Word file can hold."""


def written(layout: Layout) -> bytes:
    """Write a Word file; the same layout gives the same bytes."""
    for text in _texts(layout):
        if _NOT_XML.search(text):
            raise NotXml(text)
    document = Document(BytesIO(base()))
    document.core_properties.title = layout.title[:255]
    section = document.element.body[-1]
    for para in layout.paras:
        section.addprevious(_paragraph(para))
    if layout.table:
        section.addprevious(grid(layout.table))
    if layout.colophon:
        for element in colophon(layout.colophon):
            section.addprevious(element)
    buffer = BytesIO()
    document.save(buffer)
    return rezipped(buffer)


def _texts(layout: Layout) -> Iterator[str]:
    yield layout.title
    yield from (para.text for para in layout.paras)
    if layout.table:
        yield from (cell.text for row in layout.table.rows for cell in row.cells)
    if end := layout.colophon:
        yield from (line.text for line in (end.copies, end.office, end.printed) if line)


def _paragraph(para: Para) -> BaseOxmlElement:
    """Make a paragraph; the date may reach into the margin, so that a face with wide digits does not break its line."""
    look = LOOKS[para.role]
    properties = [node("pStyle", val=style_id(look))]
    if para.keep:
        properties.append(node("keepNext"))
    if para.new_page:
        properties.append(node("pageBreakBefore"))
    if para.role is Role.TITLE:
        properties += _title_lines(para.text.count("\n") + 1)
    properties.append(indent(para.left, para.first, -2 if para.role is Role.DATE else 0))
    properties.append(node("jc", val="center" if para.centred else "both"))
    if not para.text:
        return node("p", node("pPr", *properties))
    return node("p", node("pPr", *properties), run(look, para.text))


def _title_lines(lines: int) -> list[BaseOxmlElement]:
    """Set the title's own pitch, with room above and below so that it takes whole lines of the page."""
    room = -lines * TITLE_PITCH % PITCH
    before = room // 2
    return [
        node("snapToGrid", val=0),
        node("spacing", before=before, after=room - before, line=TITLE_PITCH, lineRule="exact"),
    ]
