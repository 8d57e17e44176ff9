"""The laid out page as a Word file in the form of GB/T 9704-2012; knows no answers, and reads no clock."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from bot.report.docx_base import base, indent, zipped
from bot.report.docx_xml import LOOKS, node, run, style_id
from bot.report.layout import Layout, Para, Role
from bot.report.page import PITCH, TITLE_PITCH

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NotXml(ValueError):  # noqa: N818
    """A text holds a character that no Word file can hold."""


def written(layout: Layout) -> bytes:
    """Write a Word file; the same layout gives the same bytes."""
    for text in (layout.title, *(para.text for para in layout.paras)):
        if _NOT_XML.search(text):
            raise NotXml(text)
    document = Document(BytesIO(base()))
    document.core_properties.title = layout.title
    body = document.element.body
    for para in layout.paras:
        body.insert(len(body) - 1, _paragraph(para))
    buffer = BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as file:
        return zipped({name: file.read(name) for name in file.namelist()})


def _paragraph(para: Para) -> BaseOxmlElement:
    look = LOOKS[para.role]
    properties = [node("pStyle", val=style_id(look))]
    if para.keep:
        properties.append(node("keepNext"))
    if para.new_page:
        properties.append(node("pageBreakBefore"))
    if para.role is Role.TITLE:
        properties += _title_lines(para.text.count("\n") + 1)
    properties.append(indent(para.left, para.first))
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
