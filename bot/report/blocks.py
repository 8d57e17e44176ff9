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
class Title:
    """The title, a line each."""

    lines: tuple[Sentence, ...]


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
class SignOff:
    """Signature and date, a line each."""

    lines: tuple[Sentence, ...]


Block = Title | Heading | Paragraph | SignOff


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document: its id, its name (工作总结) and its blocks."""

    id: str
    name: str
    blocks: tuple[Block, ...]


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
