"""The words of a text or Word file, a paragraph or a row of a table on each line; knows no rule and no looks."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bot.examine.opening import Package, opened, text_of

_AROUND = {"sdt", "sdtContent", "hyperlink", "ins", "smartTag", "customXml", "fldSimple", "moveTo", "dir", "bdo"}
_CHARS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def words(data: bytes) -> str | None:
    """Give the words of a file; None where it is neither plain text nor a Word file that can be opened."""
    text = text_of(data)
    if text is not None:
        return text
    package = opened(data)
    body = package.document.find("body") if isinstance(package, Package) else None
    return None if body is None else "\n".join(_lines(body))


def _lines(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == "p":
            yield "".join(_signs(child))
        elif child.tag == "tbl":
            for row in child.findall("tr"):
                yield " ".join(" ".join(_lines(cell)) for cell in row.findall("tc"))
        elif child.tag in _AROUND:
            yield from _lines(child)


def _signs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == "t":
            yield child.text or ""
        elif child.tag in _CHARS:
            yield _CHARS[child.tag]
        elif child.tag == "r" or child.tag in _AROUND:
            yield from _signs(child)
