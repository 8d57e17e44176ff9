"""A document as blocks of sentences, each printed value still tied to its question; no fonts, no files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; a value names the questions it came from, and the item of a list; prose names none."""

    text: str
    questions: tuple[str, ...] = ()
    item: int | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands; `depends`: the questions whose answers made it stand without being printed."""

    id: str
    spans: Spans
    depends: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The plain text."""
        return plain(self.spans)


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


Block = Number | Title | Addressee | Heading | Paragraph | Annexes | SignOff | Note | Annex | Colophon


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document: its id, its name (工作总结), its blocks, and what its file is called, without extension."""

    id: str
    name: str
    blocks: tuple[Block, ...]
    file: str = ""


def merged(spans: Iterable[Span]) -> Spans:
    """Make one span of neighbours that are prose, and leave out what is empty."""
    result: list[Span] = []
    for span in spans:
        if result and not span.questions and not result[-1].questions:
            result[-1] = Span(result[-1].text + span.text)
        elif span.text:
            result.append(span)
    return tuple(result)


def plain(spans: Spans) -> str:
    """Give the text of spans."""
    return "".join(span.text for span in spans)
