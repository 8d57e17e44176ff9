"""What questions asked together are called: each by what only it is called; cuts no message and knows no value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.interview import numerals
from bot.interview.pack import Question

_SHORTEST = 2
_NOT_FIRST = frozenset("和与及的、")
_NUMERALS = frozenset(numerals.NUMERALS + "余多万亿几来")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]$")


def names(questions: Sequence[Question]) -> dict[str, int]:
    """Name each question by what only it is called: its label, the end of its label, and the names given to it.

    The end of a Chinese compound is the thing itself: 宣传资料 and 资料 of 发放宣传资料. What has a numeral in it or
    is a unit is no name.
    """
    units = {unit for question in questions for unit in question.units}
    called: dict[str, set[int]] = defaultdict(set)
    for number, question in enumerate(questions):
        label = numerals.folded(question.label)
        for name in (label, *map(numerals.folded, question.names)):
            called[name].add(number)
        for start in range(1, len(label) - _SHORTEST + 1):
            end = label[start:]
            if end not in units and end[0] not in _NOT_FIRST and not set(end) & _NUMERALS:
                called[end].add(number)
    return _of_one(called)


def full_names(questions: Sequence[Question]) -> dict[str, int]:
    """Name each question by its whole names: its label, that without what it has in （）, and those given to it."""
    called: dict[str, set[int]] = defaultdict(set)
    for number, question in enumerate(questions):
        label = numerals.folded(question.label)
        for name in (label, _ASIDE.sub("", label), *map(numerals.folded, question.names)):
            if len(name) >= _SHORTEST:
                called[name].add(number)
    return _of_one(called)


def _of_one(called: Mapping[str, set[int]]) -> dict[str, int]:
    return {name: next(iter(numbers)) for name, numbers in called.items() if len(numbers) == 1}
