"""The XML of a Word file: elements, fonts, runs, the look of each role; knows the faces, but no document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from bot.report.layout import Role, face_of
from bot.report.page import FANGSONG, HEITI, SIZE, SMALL_SIZE, SONGTI, TABLE_SIZE, TITLE_SIZE, Face


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: the style it is of, its face, points, how much closer its hanzi stand, outline level."""

    style: str
    face: Face = FANGSONG
    size: float = SIZE
    closer: int = -5
    indent: int = 0
    outline: int | None = None


NORMAL = Look("Normal")
PAGE_NUMBER = Look("公文页码", SONGTI, SMALL_SIZE, closer=0)
COLOPHON = Look("版记", size=SMALL_SIZE, closer=0)
CELL = Look("表格", size=TABLE_SIZE, closer=0)
CELL_HEAD = Look("表头", HEITI, TABLE_SIZE, closer=0)

STYLES = {
    Role.NUMBER: Look("发文字号"),
    Role.TITLE: Look("公文标题", size=TITLE_SIZE, closer=0),
    Role.ADDRESSEE: Look("主送机关"),
    Role.HEADING_1: Look("一级标题", indent=2, outline=0),
    Role.HEADING_2: Look("二级标题", indent=2, outline=1),
    Role.HEADING_3: Look("三级标题", indent=2, outline=2),
    Role.HEADING_4: Look("四级标题", indent=2, outline=3),
    Role.BODY: Look("公文正文", indent=2),
    Role.ANNEX_NOTE: Look("附件说明"),
    Role.NAME: Look("发文机关署名"),
    Role.DATE: Look("成文日期"),
    Role.NOTE: Look("附注", indent=2),
    Role.ANNEX_MARK: Look("附件标志"),
}

LOOKS = {Role.BLANK: NORMAL} | {role: replace(look, face=face_of(role)) for role, look in STYLES.items()}

LOOKED = (*LOOKS.values(), PAGE_NUMBER, COLOPHON, CELL, CELL_HEAD)


def style_id(look: Look) -> str:
    """Give the id of a look's style, which is not read by people and must be of Latin letters to be safe."""
    return "Normal" if look is NORMAL else f"GW{LOOKED.index(look)}"


def node(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """Make an element of WordprocessingML with its children and attributes."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def fonts(look: Look) -> tuple[BaseOxmlElement, ...]:
    """Name the face for every script, so that digits, quotes and dashes are set in it as well."""
    name, half_points = look.face.name, round(look.size * 2)
    return (
        node("rFonts", hint="eastAsia", ascii=name, hAnsi=name, eastAsia=name, cs=name),
        node("spacing", val=look.closer),
        node("sz", val=half_points),
        node("szCs", val=half_points),
        node("lang", val="en-US", eastAsia="zh-CN"),
    )


def run(look: Look, text: str) -> BaseOxmlElement:
    """Make a run; a line feed breaks the line."""
    return node("r", node("rPr", *fonts(look)), *(_piece(part) for part in re.split("([\n\t])", text) if part))


def _piece(text: str) -> BaseOxmlElement:
    if text in "\n\t":
        return node("br" if text == "\n" else "tab")
    piece = node("t")
    piece.text = text
    if text != " ".join(text.split()):
        piece.set(qn("xml:space"), "preserve")
    return piece
