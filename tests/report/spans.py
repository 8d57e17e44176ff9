"""Every sentence of a document, whatever block it stands in, and what it prints of a question; composes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.passages import Sentence
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


def sentences_of(document: Document) -> Iterator[Sentence]:
    """Yield every sentence in its order; a heading is one without an id, a cell of a table is one."""
    for block in document.blocks:
        yield from sentences_in(block)


def sentences_in(block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a block."""
    match block:
        case Title():
            yield from block.lines
        case Heading():
            yield Sentence("", block.spans)
        case Paragraph():
            yield from block.sentences
        case Number() | Addressee() | Note():
            yield block.line
        case Annexes():
            yield from block.names
        case Annex():
            yield from block.title.lines
        case SignOff():
            yield from (line for line in (*block.names, block.date) if line)
        case Colophon():
            yield from (line for line in (block.copies, block.office, block.printed) if line)
        case Table():
            yield from (cell for row in block.rows for cell in row.cells)


def sources(sentence: Sentence) -> set[str]:
    """Give the questions a sentence prints or depends on."""
    return {*sentence.depends, *(question for span in sentence.spans for question in span.questions)}


def printed(document: Document, question: str) -> str:
    """Give all a document prints of a question, a line for each sentence."""
    told = (
        "".join(span.text for span in sentence.spans if question in span.questions)
        for sentence in sentences_of(document)
    )
    return "\n".join(filter(None, told))
