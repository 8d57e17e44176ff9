"""XML of strangers into a tree of bare names, without entities and within bounds; knows no Word."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

DEEPEST, MOST_ELEMENTS, MOST_CHARACTERS = 200, 120_000, 500_000
"""A table in a table is some thirty deep; a hundred pages are eighty thousand elements, sixty thousand characters."""


class Unsafe(Exception):  # noqa: N818 - a verdict on a file, not an error of ours
    """A file that is not read on; `code`: the key of a sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class _Builder(TreeBuilder):
    """Builds the tree, names without their namespaces: transitional and strict files then read alike."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.count = self.length = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self.depth, self.count = self.depth + 1, self.count + 1
        if self.depth > DEEPEST:
            raise Unsafe("bomb")
        if self.count > MOST_ELEMENTS:
            raise Unsafe("too_long")
        return super().start(_bare(tag), {_bare(key): value for key, value in attrs.items()})

    def end(self, tag: str) -> Element:
        self.depth -= 1
        return super().end(_bare(tag))

    def data(self, data: str) -> None:
        self.length += len(data)
        if self.length > MOST_CHARACTERS:
            raise Unsafe("too_long")
        super().data(data)

    def doctype(self, *_: object) -> None:
        raise Unsafe("doctype")


def parsed(data: bytes) -> Element:
    """Parse a part; Unsafe where it is broken, declares a document type (and so entities), or has no end."""
    parser = XMLParser(target=_Builder())  # noqa: S314 - a document type, and with it every entity, is refused
    try:
        parser.feed(data)
        tree = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise Unsafe("broken_xml") from error
    if not isinstance(tree, Element):
        raise Unsafe("broken_xml")
    return tree


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
