"""A document as blocks of sentences, each printed value still tied to its question; no fonts, no files."""

from __future__ import annotations

from dataclasses import dataclass

from bot.interview.passages import Sentence, Spans


@dataclass(frozen=True, slots=True)
class Number:
    """The document's number, above the title: 白土府发〔2026〕3号."""

    line: Sentence


@dataclass(frozen=True, slots=True)
class Title:
    """The title, a line each; one too long for the page may be broken between its spans."""

    lines: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who the document is sent to, ending in ：."""

    line: Sentence


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: level 1 一、 2 （一） 3 1. 4 （1）."""

    level: int
    number: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that run on."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Annexes:
    """The names of the annexes, listed under the body."""

    names: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signs, a body a line, and when; `sealed`: a seal will be put on the date."""

    names: tuple[Sentence, ...]
    date: Sentence | None = None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under the date: who to ask, who may read it."""

    line: Sentence


@dataclass(frozen=True, slots=True)
class Annex:
    """The begin of an annex, on a page of its own; `mark`: 附件, or 附件1 where there are several."""

    mark: str
    title: Title


@dataclass(frozen=True, slots=True)
class Colophon:
    """The end of the last page: who gets copies, who prints it and when."""

    copies: Sentence | None = None
    office: Sentence | None = None
    printed: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell for each column, or one cell across all that is a heading."""

    cells: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table under the paragraphs: what each column is, and the rows.

    `shares`: how wide each column is, in hundredths; where none are given, as a table of answers has it.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    shares: tuple[int, ...] = ()


Block = Table | Number | Title | Addressee | Heading | Paragraph | Annexes | SignOff | Note | Annex | Colophon


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document: its id, its name (工作总结), its blocks, and what its file is called, without extension."""

    id: str
    name: str
    blocks: tuple[Block, ...]
    file: str = ""

    @property
    def table(self) -> Table | None:
        """The table under its paragraphs, where there is one."""
        return next((block for block in self.blocks if isinstance(block, Table)), None)
