"""Why an answer cannot stand beside the others: another must follow from them, or a place lies elsewhere."""

from __future__ import annotations

from dataclasses import replace

from bot.interview.known import Entries
from bot.interview.pack import Question
from bot.interview.reading import Refused
from bot.interview.values import Nothing, Value, Words


def refused(entries: Entries, question: Question, value: Value | Nothing) -> Refused | None:
    """Say why a value is not taken; None where it is. `question`: with its choices as this unit reads them."""
    default = entries.default(question)
    if default and question.firm and value != default.value:
        return Refused("firm", {"text": replace(entries[question.id], answers=(default,)).text})
    placed = entries.pack.placed
    if placed is None or not isinstance(value, Words):
        return None
    if question.id == placed.id:
        return _elsewhere(entries, placed, value.text)
    return _around(entries, placed, value.text) if question.id == placed.inside else None


def _elsewhere(entries: Entries, placed: Question, typed: str) -> Refused | None:
    """Refuse a place that is typed with another county than was answered."""
    outer, told = entries[placed.inside], entries.parted(typed)
    if not outer.stored or told is None or told.agrees(outer.text):
        return None
    return Refused("elsewhere", {"typed": typed, "label": outer.question.label, "text": outer.text})


def _around(entries: Entries, placed: Question, typed: str) -> Refused | None:
    """Refuse another county than the place was typed with."""
    place = entries.place_typed
    told = entries.parted(place)
    if told is None or told.agrees(typed):
        return None
    return Refused("around", {"typed": typed, "label": placed.label, "text": place, "inner": told.inner})
