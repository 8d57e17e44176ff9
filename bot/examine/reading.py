"""The parts of a Word file into the model: walks paragraphs, tables and sections; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from bot.examine.formatting import Props, Styles, face, number, over, props, read_styles, switch, val
from bot.examine.lists import Lists, read_lists
from bot.examine.model import DEFAULT_ON, PAGE, File, Para, Run, Section, Table
from bot.examine.opening import Package
from bot.report.page import CELL

_AROUND = {"sdt", "sdtContent", "hyperlink", "ins", "smartTag", "customXml", "fldSimple", "moveTo", "dir", "bdo"}
"""What paragraphs and runs may be wrapped in."""

_CHARS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "sym": "□", "ptab": "\t"}
_FLAGS = ("keepNext", "keepLines", *DEFAULT_ON)


@dataclass
class Reader:
    """Where the reading is: the styles, the lists, and what has been counted so far."""

    styles: Styles
    lists: Lists
    number: int = 0
    section: int = 0
    broken: bool = False
    tables: list[Table] = field(default_factory=list)


@dataclass
class Field:
    """A field in several runs; its result is printed once, with the looks of the run that held the last one."""

    instruction: str = ""
    done: bool = False

    def page(self) -> str:
        """Give PAGE the first time, where the field is the number of the page."""
        first, self.done = _is_page(self.instruction) and not self.done, True
        return PAGE if first else ""


def read(package: Package) -> File:
    """Read an opened file."""
    reader = Reader(read_styles(package.styles), read_lists(package.numbering))
    settings = props(package.settings)
    body = package.document.find("body")
    paras = list(_paras(reader, body)) if body is not None else []
    footers = {id_: tuple(_footer(reader, root)) for id_, root in package.footers.items()}
    former = {id(old) for change in package.document.iter("sectPrChange") for old in change.iter("sectPr")}
    current = (found for found in package.document.iter("sectPr") if id(found) not in former)
    sections = [_section(found, footers) for found in current]
    return File(
        tuple(_inherited(sections)),
        tuple(paras),
        tuple(reader.tables),
        number(reader.styles.run("").get("sz", {}), "val") / 2 or 10,
        switch(settings, "evenAndOddHeaders") or False,
        switch(settings, "gutterAtTop") or False,
    )


def _paras(reader: Reader, parent: Element, table: int = 0) -> Iterator[Para]:
    for child in parent:
        if child.tag == "p":
            yield _para(reader, child, table)
        elif child.tag == "tbl":
            reader.tables.append(_table(child))
            nested = table or len(reader.tables)
            for row in child.iter("tr") if not table else ():
                for cell in row.findall("tc"):
                    yield from _paras(reader, cell, nested)
        elif child.tag in _AROUND:
            yield from _paras(reader, child, table)


def _para(reader: Reader, element: Element, table: int = 0) -> Para:
    direct = props(element.find("pPr"))
    style = val(direct, "pStyle")
    styled = reader.styles.para(style)
    list_, depth = reader.lists.level(over(styled, direct))
    given = over(styled, reader.lists.para(list_, depth), direct)
    base = reader.styles.run(style)
    runs = tuple(run for run in _runs(reader, element, base) if run.text)
    text = "".join(run.text for run in runs)
    marker = reader.lists.counted(list_, depth) if list_ and text.strip() else ""
    reader.number += bool(text.strip()) and not table
    section = reader.section
    new_page = reader.broken or bool(switch(given, "pageBreakBefore"))
    reader.broken = any(found.get("type") == "page" for found in element.iter("br"))
    if reader.broken and text.strip():  # the break stands before the text of the same paragraph, or behind it
        new_page, reader.broken = new_page or _breaks_first(element), not _breaks_first(element)
    if "sectPr" in direct:
        reader.section, reader.broken = section + 1, True
    para = Para(marker + text, runs, reader.number if not table else 0, section, marker=marker, table=table)
    return replace(_placed(para, given), new_page=new_page, place=_held(element))


def _breaks_first(element: Element) -> bool:
    return next(found.tag for found in element.iter() if found.tag == "br" or (found.tag == "t" and found.text)) == "br"


def _held(element: Element) -> str:
    """Tell which side of the page a frame puts a paragraph on."""
    frame = element.find("pPr/framePr")
    return frame.get("xAlign", "") if frame is not None else ""


def _placed(para: Para, given: Props) -> Para:
    ind, spacing = given.get("ind", {}), given.get("spacing", {})
    left, right = _length(ind, "left", "start"), _length(ind, "right", "end")
    first = _length(ind, "firstLine") - _length(ind, "hanging")
    rule = spacing.get("lineRule", "auto")
    flags = {name: found for name in _FLAGS if (found := switch(given, name)) is not None}
    line = number(spacing, "line") or 240
    before, after = (
        number(spacing, f"{side}Lines") * 3.12 or number(spacing, side) or (280 if _automatic(spacing, side) else 0)
        for side in ("before", "after")
    )
    borders = "pBdr" if "pBdr" in given else ""
    return replace(
        para, align=_align(given), left=left, right=right, first=first, line=line, rule=rule, before=before,
        after=after, flags=flags, bordered=borders,
    )  # fmt: skip


def _automatic(spacing: Mapping[str, str], side: str) -> bool:
    return spacing.get(f"{side}Autospacing", "0") in ("1", "true", "on")


def _align(given: Props) -> str:
    align = {"end": "right", "thaiDistribute": "distribute"}.get(val(given, "jc"), val(given, "jc"))
    return align if align in ("center", "right", "both", "distribute") else "left"


def _length(given: Mapping[str, str], *names: str) -> float:
    """Read a length in characters, which goes first as in Word, or in twips."""
    for name in names:
        if chars := number(given, f"{name}Chars"):
            return chars / 100 * CELL
    return next((found for name in names if (found := number(given, name))), 0)


def _runs(reader: Reader, parent: Element, base: Props) -> Iterator[Run]:
    """Yield the runs; where the number of the page is printed, PAGE stands in place of what was there last."""
    printed = Field()
    for element in _wrapped(parent):
        if element.tag == "fldSimple":
            inner = next(element.iter("r"), element)
            yield _run(reader, inner, base, PAGE)
        else:
            yield _run(reader, element, base, _text(element, printed))


def _wrapped(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == "r" or (child.tag == "fldSimple" and _is_page(child.get("instr", ""))):
            yield child
        elif child.tag in _AROUND:
            yield from _wrapped(child)


def _is_page(instruction: str) -> bool:
    return instruction.strip().upper().split(" ")[0] == "PAGE"


def _text(run: Element, printed: Field) -> str:
    """Give the text of a run; `printed`: the field the runs are in."""
    text = ""
    for child in run:
        if child.tag == "fldChar":
            kind = child.get("fldCharType", "")
            text += printed.page() if kind == "end" else ""
            if kind in ("begin", "end"):
                printed.instruction, printed.done = "", False
        elif child.tag == "instrText":
            printed.instruction += child.text or ""
        elif _is_page(printed.instruction):
            text += printed.page() if child.tag == "t" else ""
        elif child.tag == "t":
            text += child.text or ""
        elif child.tag == "br":
            text += "" if child.get("type") in ("page", "column") else "\n"
        else:
            text += _CHARS.get(child.tag, "")
    return text


def _run(reader: Reader, element: Element, base: Props, text: str) -> Run:
    direct = props(element.find("rPr"))
    given = over(base, reader.styles.character(val(direct, "rStyle")), direct)
    fonts = given.get("rFonts", {})
    shade = given.get("shd", {}).get("fill", "auto").upper()
    color = given.get("color", {})
    black = color.get("themeColor", "") in ("text1", "dark1")
    return Run(
        "" if switch(given, "vanish") else text,
        face(fonts, "eastAsia"),
        face(fonts, "ascii"),
        number(given.get("sz", {}), "val") / 2 or 10,
        bool(switch(given, "b")),
        "" if black else color.get("val", "").upper().replace("AUTO", ""),
        val(given, "highlight", "none") != "none" or shade not in ("AUTO", "FFFFFF"),
        int(number(given.get("spacing", {}), "val")),
        fonts.get("hint") == "eastAsia",
    )


def _table(element: Element) -> Table:
    """Read the rules of a table, or of its cells where these say otherwise."""
    sides: dict[str, int] = {}
    for borders in (element.find("tblPr/tblBorders"), *element.iter("tcBorders")):
        for side in borders if borders is not None else ():
            seen = side.get("val", "nil") not in ("nil", "none")
            sides[side.tag] = max(sides.get(side.tag, 0), int(number(dict(side.attrib), "sz")) if seen else 0)
    return Table(sides.get("top", 0), sides.get("bottom", 0), sides.get("insideH", 0))


def _section(element: Element, footers: Mapping[str, tuple[Para, ...]]) -> Section:
    given = props(element)
    size, margin, grid = given.get("pgSz", {}), given.get("pgMar", {}), given.get("docGrid", {})
    found = {
        reference.get("type", "default"): footers[reference.get("id", "")]
        for reference in element.findall("footerReference")
        if reference.get("id") in footers
    }
    return Section(
        width=_whole(size, "w"),
        height=_whole(size, "h"),
        **{name: _whole(margin, name) for name in ("top", "bottom", "left", "right", "gutter", "footer")},
        grid=grid.get("type", ""),
        pitch=_whole(grid, "linePitch"),
        char_space=_whole(grid, "charSpace"),
        right_gutter=bool(switch(given, "rtlGutter")),
        restarts="start" in given.get("pgNumType", {}),
        first_apart=bool(switch(given, "titlePg")),
        footers=found,
    )


def _whole(given: Mapping[str, str], name: str) -> int:
    return int(number(given, name))


def _footer(reader: Reader, root: Element) -> Iterator[Para]:
    """Yield the paragraphs of a footer, and those of text boxes, which most office programs put the number into."""
    counted = reader.number
    yield from _paras(reader, root)
    anchors = list(root.iter("anchor"))
    for anchor in anchors:
        side = anchor.find("positionH/align")
        for box in anchor.iter("txbxContent"):
            for para in _paras(reader, box):
                yield replace(para, place=(side.text or "") if side is not None else "box")
    for box in root.iter("txbxContent") if not anchors else ():
        yield from (replace(para, place="box") for para in _paras(reader, box))
    reader.number = counted


def _inherited(sections: list[Section]) -> Iterator[Section]:
    """Give each section the footers of the one before, where it has none of that kind."""
    footers: dict[str, tuple[Para, ...]] = {}
    for section in sections:
        footers |= section.footers
        yield replace(section, footers=dict(footers))
