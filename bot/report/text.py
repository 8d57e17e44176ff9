"""A document as plain text, for a chat message and for .txt; no markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.report.blocks import Document, Heading, Paragraph, SignOff, Title, plain

INDENT = "　　"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of text; `strong`: a title or a heading."""

    text: str
    strong: bool = False


def lines(document: Document) -> Iterator[Line]:
    """Yield the paragraphs; "" where one is blank."""
    for block in document.blocks:
        match block:
            case Title():
                yield from (Line(line.text, strong=True) for line in block.lines)
                yield Line("")
            case Heading():
                yield Line(f"{INDENT}{block.number}{plain(block.spans)}", strong=True)
            case Paragraph():
                whole = "".join(sentence.text for sentence in block.sentences)
                yield from (Line(INDENT + part) for part in whole.split("\n"))
            case SignOff():
                yield Line("")
                yield from (Line(INDENT + line.text) for line in block.lines)


def text(document: Document) -> str:
    """Give the document as one text, ending in a line feed."""
    return "".join(f"{line.text}\n" for line in lines(document))
