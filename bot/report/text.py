"""A document as plain text, for a chat message and for .txt; no markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.interview.passages import plain
from bot.report.blocks import (
    Addressee,
    Annex,
    Annexes,
    Block,
    Colophon,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    SignOff,
    Table,
    Title,
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
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Title():
            yield from (*(Line(line.text, strong=True) for line in block.lines), Line(""))
        case Heading():
            yield Line(f"{INDENT}{block.number}{plain(block.spans)}", strong=True)
        case Paragraph():
            yield from (Line(INDENT + part) for part in paragraphs(block))
        case Number() | Addressee():
            yield Line(block.line.text)
        case Table():
            yield from (Line(text, strong) for text, strong in table_lines(block))
        case Annex():
            yield from (Line(""), Line(block.mark, strong=True), *_lines(block.title))
        case _:
            yield from _end(block)


def _end(block: Annexes | SignOff | Note | Colophon) -> Iterator[Line]:
    """Yield what stands under the body."""
    match block:
        case Annexes():
            listed = annex_lines(block)
            yield from (Line(""), Line(f"{INDENT}附件：{listed[0]}"))
            yield from (Line(f"{INDENT}　　　{line}") for line in listed[1:])
        case SignOff():
            yield from (Line(""), *(Line(INDENT + line.text) for line in (*block.names, block.date) if line))
        case Note():
            yield Line(INDENT + block.line.text)
        case Colophon():
            yield from (Line(""), *(Line(line.text) for line in (block.copies, block.office, block.printed) if line))


def paragraphs(block: Paragraph) -> list[str]:
    """Give the paragraphs a block makes: a long text may hold several."""
    return "".join(sentence.text for sentence in block.sentences).split("\n")


def table_lines(block: Table) -> Iterator[tuple[str, bool]]:
    """Give the rows of a table as lines: “label：this year（last year，change）”; a heading is strong."""
    for row in block.rows:
        if len(row.cells) == 1:
            yield row.cells[0].text, True
            continue
        label, now, before, change, holder = (cell.text.replace("\n", "；") for cell in row.cells)
        behind = "，".join(part for part in (f"{block.columns[2]}{before}" if before else "", change, holder) if part)
        yield f"{label}：{now or '—'}" + (f"（{behind}）" if behind else ""), False


def annex_lines(block: Annexes) -> list[str]:
    """Give the list of annexes as it follows 附件：, numbered where there are several (GB/T 9704-2012 7.3.4)."""
    names = [name.text for name in block.names]
    return [f"{number}.{name}" for number, name in enumerate(names, 1)] if len(names) > 1 else names


def text(document: Document) -> str:
    """Give the document as one text, ending in a line feed."""
    return "".join(f"{line.text}\n" for line in lines(document))
