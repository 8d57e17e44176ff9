"""A document as plain text, for a chat message and for .txt; no markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.report.blocks import (
    Addressee,
    Annex,
    Annexes,
    Colophon,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    SignOff,
    Title,
    plain,
)

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
                yield from _title(block)
            case Heading():
                yield Line(f"{INDENT}{block.number}{plain(block.spans)}", strong=True)
            case Paragraph():
                yield from (Line(INDENT + part) for part in paragraphs(block))
            case Number() | Addressee():
                yield Line(block.line.text)
            case Annexes():
                yield Line("")
                yield from (Line(INDENT + line) for line in annex_lines(block))
            case SignOff():
                yield Line("")
                yield from (Line(INDENT + line.text) for line in (*block.names, block.date) if line)
            case Note():
                yield Line(INDENT + block.line.text)
            case Annex():
                yield from (Line(""), Line(block.mark, strong=True), *_title(block.title))
            case Colophon():
                yield Line("")
                yield from (Line(line.text) for line in (block.copies, block.office, block.printed) if line)


def _title(title: Title) -> Iterator[Line]:
    yield from (Line(line.text, strong=True) for line in title.lines)
    yield Line("")


def paragraphs(block: Paragraph) -> list[str]:
    """Give the paragraphs a block makes: a long text may hold several."""
    return "".join(sentence.text for sentence in block.sentences).split("\n")


def annex_lines(block: Annexes) -> list[str]:
    """Give the list of annexes, a line each: 附件：名称, or 附件：1.名称 and 2.名称 (GB/T 9704-2012 7.3.4)."""
    names = [name.text for name in block.names]
    if len(names) > 1:
        names = [f"{number}.{name}" for number, name in enumerate(names, 1)]
    return [f"附件：{name}" if first else f"　　　{name}" for first, name in zip([True, *[False] * len(names)], names)]


def text(document: Document) -> str:
    """Give the document as one text, ending in a line feed."""
    return "".join(f"{line.text}\n" for line in lines(document))
