"""Fills in a 题单 as an official does in any messenger: the shortest words behind each line, the rest left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from bot.interview.answers import Clock, Refused, understand
from bot.interview.pack import Pack, Question
from bot.interview.values import Nothing, Value
from tests.effort.townships import Known
from tests.effort.words import forms, own_words

_LINE = re.compile(r"(?P<code>[0-9]+\.[0-9]+) (?P<label>.+)：(?P<present>.*)")


def filled(pack: Pack, told: Iterable[str], known: Mapping[str, Known], year: int) -> tuple[str, int, int]:
    """Fill in what is known; give the text, how much was typed, and how much of that is own words.

    The lines are sent back alone, as one copies them out of the sheet. "" where what was told is no sheet.
    """
    by_code = {
        f"{number}.{place}": question
        for number, section in enumerate(pack.sections, 1)
        for place, question in enumerate(section.questions, 1)
    }
    lines: list[str] = []
    typed = own = 0
    for line in (line for text in told for line in text.split("\n")):
        found = _LINE.fullmatch(line)
        question = by_code.get(found["code"]) if found else None
        said = known.get(question.id) if question else None
        if found is None or question is None or said is None:
            continue
        words = "\n".join(said.typed) if question.collects else _shortest(pack.asked[question.id], said, year)
        if words == found["present"]:
            continue
        between = "\n" if question.collects else ""
        lines.append(f"{line.removesuffix(found['present'])}{between}{words}")
        typed += len(words)
        own += own_words(question, said, words)
    return "\n".join(lines), own, typed


def _shortest(question: Question, known: Known, year: int) -> str:
    """Give the first form that is read as what is known."""
    clock = Clock(year, date(year + 1, 1, 8))
    typed = dict.fromkeys((*filter(None, forms(question, known)), *known.typed))
    return next((text for text in typed if _says(understand(question, text, clock), known)), known.typed[0])


def _says(heard: tuple[Value, ...] | Nothing | Refused, known: Known) -> bool:
    return known.values == (heard if isinstance(heard, tuple) else (heard,))
