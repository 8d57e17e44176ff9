"""The Word file without its words: the parts in base/, filled with the page, styles, faces and page numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from bot.report.docx_xml import LOOKED, LOOKS, NORMAL, PAGE_NUMBER, Look, fonts, node, run, style_id
from bot.report.layout import Role
from bot.report.page import (
    BOTTOM,
    CELL,
    FANGSONG,
    FOOTER,
    FOOTER_PITCH,
    HEIGHT,
    HEITI,
    KAITI,
    LEFT,
    PITCH,
    RIGHT,
    SMALL_CELL,
    SONGTI,
    TOP,
    WIDTH,
    XIAOBIAOSONG,
)

FOLDER = Path(__file__).with_name("base")


@cache
def base() -> bytes:
    """Give the file that words are put into."""
    parts = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    for name, fill in FILLED.items():
        root = parse_xml(parts[name])
        fill(root)
        parts[name] = serialize_part_xml(root)
    return _zipped(parts)


def rezipped(file: BinaryIO) -> bytes:
    """Zip the parts of a file anew."""
    with ZipFile(file) as old:
        return _zipped({name: old.read(name) for name in old.namelist()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Zip parts so that the same parts are the same bytes: in order, of no date, by no system, not deflated."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name in sorted(parts):
            info = ZipInfo(name)
            info.create_system = 0
            info.compress_type = ZIP_STORED
            file.writestr(info, parts[name])
    return buffer.getvalue()


def _page(document: BaseOxmlElement) -> None:
    """Set the paper, the margins and the lines.

    28 hanzi a line come from the room between those of a run (docx_xml.Look.closer), which every program understands:
    of a grid for lines and characters LibreOffice makes lines of 14, and phones ignore it.
    """
    section = document[0][0]
    section.extend(
        (
            node("pgSz", w=WIDTH, h=HEIGHT),
            node("pgMar", top=TOP, right=RIGHT, bottom=BOTTOM, left=LEFT, header=TOP - PITCH, footer=FOOTER, gutter=0),
            node("cols", space=0),
            node("docGrid", type="lines", linePitch=PITCH),
        )
    )


def _styles(styles: BaseOxmlElement) -> None:
    styles[0][0].append(node("rPr", *fonts(NORMAL)))
    styles.append(
        node(
            "style",
            node("name", val=NORMAL.style),
            node("qFormat"),
            node(
                "pPr",
                node("widowControl", val=0),
                node("overflowPunct", val=0),
                node("autoSpaceDE", val=0),
                node("autoSpaceDN", val=0),
                node("spacing", before=0, after=0, line=PITCH, lineRule="exact"),
                node("jc", val="both"),
            ),
            node("rPr", *fonts(NORMAL)),
            type="paragraph",
            default=1,
            styleId=style_id(NORMAL),
        )
    )
    styles.extend(_style(look) for look in LOOKED if look is not NORMAL)


def _style(look: Look) -> BaseOxmlElement:
    properties = [indent(0, look.indent)] if look.indent else []
    if look.outline is not None:
        properties.append(node("outlineLvl", val=look.outline))
    return node(
        "style",
        node("name", val=look.style),
        node("basedOn", val=style_id(NORMAL)),
        *([node("next", val=style_id(LOOKS[Role.BODY]))] if look.outline is not None else []),
        node("qFormat"),
        node("pPr", *properties),
        node("rPr", *fonts(look)),
        type="paragraph",
        customStyle=1,
        styleId=style_id(look),
    )


def indent(left: float, first: float, right: float = 0) -> BaseOxmlElement:
    """Indent by cells; the first line's two in characters as well, so that they stay two if the size is changed."""
    sides = {"left": round(left * CELL), "right": round(right * CELL)}
    if first < 0:
        return node("ind", **sides, hanging=round(-first * CELL))
    return node("ind", **sides, firstLineChars=round(first * 100), firstLine=round(first * CELL))


def _faces(table: BaseOxmlElement) -> None:
    for face in (FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG):
        table.append(
            node(
                "font",
                node("altName", val=",".join(face.others)),
                node("charset", val="86"),
                node("family", val="auto"),
                node("pitch", val="default"),
                name=face.name,
            )
        )


def _footer(footer: BaseOxmlElement, *, even: bool) -> None:
    """Put `— 1 —` outside: right on odd pages, left on even ones, one character in."""
    side = {"leftChars": 100, "left": SMALL_CELL} if even else {"rightChars": 100, "right": SMALL_CELL}
    field = [node("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    runs = [run(PAGE_NUMBER, text) for text in ("— ", "", "", "", "1", "", " —")]
    instruction = node("instrText")
    instruction.text = "PAGE"
    for holder, child in zip(
        (runs[1], runs[2], runs[3], runs[5]), (field[0], instruction, field[1], field[2]), strict=True
    ):
        holder.append(child)
    properties = node(
        "pPr",
        node("pStyle", val=style_id(PAGE_NUMBER)),
        node("snapToGrid", val=0),
        node("spacing", line=FOOTER_PITCH, lineRule="exact"),
        node("ind", **side),
        node("jc", val="left" if even else "right"),
    )
    footer.append(node("p", properties, *runs))


FILLED: dict[str, Callable[[BaseOxmlElement], None]] = {
    "word/document.xml": _page,
    "word/fontTable.xml": _faces,
    "word/footer_even.xml": partial(_footer, even=True),
    "word/footer_odd.xml": partial(_footer, even=False),
    "word/styles.xml": _styles,
}
