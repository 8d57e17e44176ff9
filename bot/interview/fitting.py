"""Whether a stored answer still fits its question after the questions were changed; knows no screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.interview.events import Answer
from bot.interview.pack import CHOOSING, Kind, Question
from bot.interview.values import Chosen, Day, Nothing, Number, Period, Reference, Value, Words

_TYPES: Mapping[Kind, type[Value]] = {
    **dict.fromkeys((Kind.COUNT, Kind.MONEY, Kind.PERCENT), Number),
    Kind.DATE: Day,
    Kind.PERIOD: Period,
    **dict.fromkeys(CHOOSING, Chosen),
    **dict.fromkeys((Kind.TEXT, Kind.LONG_TEXT, Kind.LIST), Words),
    Kind.DOCUMENT_REF: Reference,
}
"""What each kind keeps; a kind that is not here takes anything."""


def fitted(question: Question, answers: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Part answers into those that fit, choices that are gone left out, and those that say what does not.

    What was answered anew is not asked about again: where something fits wholly, nothing is left over.
    """
    fit: list[Answer] = []
    unfit: list[Answer] = []
    anew = False
    for answer in answers:
        value = _what_fits(question, answer)
        if value is not None:
            fit.append(answer if value == answer.value else answer._replace(value=value))
        if value == answer.value:
            anew = True
        else:
            unfit.append(answer)
    return fit, [] if anew else unfit


def _what_fits(question: Question, answer: Answer) -> Value | Nothing | None:
    """Give so much of an answer as fits; None where nothing does."""
    value = answer.value
    if isinstance(value, Nothing):
        return value
    if not isinstance(value, _TYPES.get(question.kind, object)) or (answer.item and not question.collects):
        return None
    if not isinstance(value, Chosen):
        return value
    known = {choice.id for choice in question.choices}
    kept = Chosen(tuple(id_ for id_ in value.ids if id_ in known), value.other)
    alone = question.kind is not Kind.CHOICE_MANY and len(kept.ids) + len(kept.other) > 1
    return None if alone or kept == Chosen(()) else kept
