"""What the documents of one set of answers have in common: which spans show what the chat shows; composes none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.interview.entry import Entry, Standing
from bot.interview.known import Known
from bot.interview.pack import Kind, Pack
from bot.interview.passages import Sentence
from bot.report.blocks import Document, Row
from bot.report.ink import ended, quoted, reaching, titled
from bot.report.table import tabled
from tests.report.spans import printed, sentences_of, sources

FORMS = (str, quoted, titled, reaching, ended)
"""What prose may do to a value when it prints it."""

Values = dict[tuple[str, tuple[str, ...], int | None], str]


def values(sentence: Sentence) -> Values:
    """Give what a sentence prints, by its id, the questions and the item; neighbouring spans of one are one."""
    runs = groupby(sentence.spans, key=lambda span: (span.questions, span.item))
    return {(sentence.id, *key): "".join(span.text for span in run) for key, run in runs if key[0]}


def values_told(document: Document) -> Values:
    """Give what every sentence of a document prints; not what a table does."""
    found: Values = {}
    for sentence in sentences_of(document):
        if sentence.id and not sentence.id.startswith("table."):
            found |= values(sentence)
    return found


def strays(pack: Pack, known: Known, document: Document) -> list[tuple[str, str]]:
    """List the printed values that are not what the chat shows of their question, in any form prose may give it."""
    found = []
    for sentence in sentences_of(document):
        for (_, questions, _), text in values(sentence).items():
            allowed = {
                form(shown) for question in questions for shown in _shown(pack, known, question) for form in FORMS
            }
            if not sentence.id.startswith("table.") and text not in allowed:
                found.append((sentence.id, text))
    return found


def _shown(pack: Pack, known: Known, question: str) -> Iterator[str]:
    """Yield an answer, its parts, and the words that follow from it; or the mark for what is missing."""
    entry = known.entries[question]
    yield known.words[question].text
    yield from (piece.text for piece in entry.pieces)
    yield from (known.words[term.id].text for term in pack.terms if term.question == question)


def given(pack: Pack, known: Known) -> Iterator[Entry]:
    """Yield the entries of the year that say something; a 没有 or a 否 where it is to be said."""
    for question in tabled(pack):
        entry = known.entries[question.id]
        if entry.standing is Standing.HELD or (entry.standing is Standing.ZERO and question.says_zero):
            yield entry


def lost(document: Document, entries: Iterable[Entry]) -> list[str]:
    """List the questions whose answer a document does not hold: printed in all its parts, or depended on."""
    held = {id_ for sentence in sentences_of(document) for id_ in sources(sentence)}
    return [
        entry.question.id
        for entry in entries
        if entry.question.id not in held
        or (entry.question.kind is not Kind.YES_NO and not _whole(printed(document, entry.question.id), entry))
    ]


def _whole(text: str, entry: Entry) -> bool:
    """Tell whether a text has every part of an answer; the last mark of own words gives way to a full stop."""
    return all(all(line.rstrip("，、；：,;:. ") in text for line in piece.text.split("\n")) for piece in entry.pieces)


def rows(document: Document) -> dict[str, Row]:
    """Give the rows of a document's table by the question each is about."""
    table = document.table
    found = table.rows if table else ()
    return {row.cells[0].id.removeprefix("table."): row for row in found if len(row.cells) > 1}
