"""The text of a draft as the core sees it: sentences whose values are tied to their questions; writes none itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.interview.events import Dossier


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; a value names the questions it came from, and the item of a list; prose names none."""

    text: str
    questions: tuple[str, ...] = ()
    item: int | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands; `depends`: the questions whose answers made it stand without being printed.

    `amended`: its words are the official's own.
    """

    id: str
    spans: Spans
    depends: tuple[str, ...] = ()
    amended: bool = False

    @property
    def text(self) -> str:
        """The plain text."""
        return plain(self.spans)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the main document: its number from 1, its section's id, the headings that stand above it."""

    number: int
    section: str
    headings: tuple[str, ...]
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(sentence.text for sentence in self.sentences)


Writer = Callable[[Dossier, int], tuple[Passage, ...]]
"""Writes the main document of a year from what is known of a unit; pure."""

Teller = Callable[[str, Dossier, int], str]
"""Gives the text of a document, by its id, of a year; pure."""


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
