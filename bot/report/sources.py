"""Where each value of a draft came from, as a table: its paragraph, words, question, who, when, what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.interview.amendments import Amended
from bot.interview.events import Answer
from bot.interview.known import Entry
from bot.interview.outline import unit_of
from bot.interview.passages import Passage, Sentence, Span
from bot.interview.reading import cleaned, shown
from bot.interview.scene import Scene
from bot.interview.ties import figures
from bot.interview.values import joined
from bot.report.blocks import Document, Row, Table, Title
from bot.report.naming import file_name

ID = "sources"

SHARES = (7, 22, 22, 9, 20, 20)
"""How wide each column is, in hundredths."""

LONGEST = 200
"""Characters of a cell; of longer words the beginning tells which they are."""

HOW = ("carried", "imported", "confirmed")
"""Where an answer may be from that was not typed for it."""

_PRESSED = re.compile(r"[=+-]?[a-z][a-z0-9_]*(?::[a-z0-9_]+)?")
"""What stands as typed where a button was pressed: its id."""

Cells = tuple[str, str, str, str, str]
"""The words as printed, the question, who answered, when, what was typed."""


def sources(scene: Scene) -> Document:
    """Make the table of a year's draft as it stands, or as it was filed."""
    filed = scene.pack.reread(scene.filed.blocks) if scene.filed else ()
    rows = tuple(
        Row(tuple(Sentence("", (Span(shown(text, LONGEST)),)) for text in (str(passage.number), *cells)))
        for passage in filed or scene.passages
        for cells in _cells(scene, passage)
    )
    title = (Span(unit_of(scene)), Span(scene.say("sources_title", year=scene.session.year)))
    columns = tuple(scene.say("sources_columns").split("，"))
    name = "".join(span.text for span in title)
    blocks = (Title((Sentence(f"{ID}.title", title),)), Table(columns, rows, SHARES))
    return Document(ID, scene.say("button_sources"), blocks, file_name(name))


def _cells(scene: Scene, passage: Passage) -> Iterator[Cells]:
    """Yield the values of a paragraph in order; of a sentence in own words also the figures that are nobody's."""
    gap = scene.pack.phrases["gap"].partition("{")[0]
    for sentence in passage.sentences:
        if sentence.amended:
            yield from _own_words(scene, sentence)
        else:
            values = (span for span in sentence.spans if span.questions and not span.text.startswith(gap))
            yield from (_value(scene, span) for span in values)


def _own_words(scene: Scene, sentence: Sentence) -> Iterator[Cells]:
    """Yield what stands in a sentence of one's own; the sentence itself where it holds no value."""
    amendment = next((each for each in scene.amendments if each.sentence == sentence.id), None)
    found = False
    for span in sentence.spans:
        if span.questions:
            found = True
            words, question, by, when, typed = _value(scene, span)
            yield (words, scene.say("sources_amended", text=question), by, when, typed)
            continue
        for _, figure in figures(span.text):
            found = True
            yield _by_hand(scene, figure, sentence, amendment)
    if not found:
        yield _by_hand(scene, sentence.text, sentence, amendment)


def _by_hand(scene: Scene, words: str, sentence: Sentence, amendment: Amended | None) -> Cells:
    """Tell of words that no answer made: who wrote them, when, and the whole sentence."""
    by, when = (amendment.by, _when(amendment)) if amendment else ("", "")
    return (words, scene.say("button_amended"), by, when, sentence.text)


def _value(scene: Scene, span: Span) -> Cells:
    """Tell of a value by the answers it came from, each on a line of its own."""
    entries = [scene.known.entries[id_] for id_ in span.questions if id_ in scene.pack.questions]
    given = [(entry, answer) for entry in entries for answer in _answers(entry, span.item)]
    return (
        span.text,
        _lines(_named(scene, entry) for entry in entries),
        _lines(answer.by for _, answer in given if answer.source != "default"),
        _lines(_when(answer) for _, answer in given if answer.source != "default"),
        _lines(_typed(scene, entry, answer) for entry, answer in given),
    )


def _answers(entry: Entry, item: int | None) -> tuple[Answer, ...]:
    """Give the answer of one item, or all of a question."""
    return tuple(answer for answer in entry.answers if answer.item == item) or entry.answers


def _named(scene: Scene, entry: Entry) -> str:
    section = scene.pack.section_of[entry.question.id].title
    return scene.say("sources_question", section=section, label=entry.question.label)


def _when(fact: Answer | Amended) -> str:
    return f"{fact.at:%Y-%m-%d %H:%M}"


def _typed(scene: Scene, entry: Entry, answer: Answer) -> str:
    """Give what was typed, what was pressed by its words, and where else an answer is from."""
    if answer.source == "default":
        return scene.say("source_default")
    typed = cleaned(answer.typed)
    if _PRESSED.fullmatch(typed):
        typed = joined(piece.text for piece in entry.pieces if piece.item == answer.item)
    how = answer.source.removeprefix("undone:")
    return scene.say("sources_how", how=scene.say(f"source_{how}"), text=typed) if how in HOW else typed


def _lines(texts: Iterable[str]) -> str:
    """Put texts below one another, each once."""
    return "\n".join(dict.fromkeys(filter(None, texts)))
