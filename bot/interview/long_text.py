"""The messages of one long text: which of them an app cut out of one paste, and how all read as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from bot.interview import pasted
from bot.interview.events import Answer
from bot.interview.values import Words

Run = tuple[Answer, ...]
"""Answers that are the messages of one paste, in order."""


def runs(answers: Iterable[Answer]) -> list[Run]:
    """Put the messages of each paste together, whichever of them came first."""
    found: list[Run] = []
    for answer in answers:
        before = found[-1][-1] if found else None
        if before and pasted.long(before.typed) and abs(answer.at - before.at) <= pasted.TOGETHER:
            found[-1] = (*found[-1], answer)
        else:
            found.append((answer,))
    return found


def run_text(run: Run) -> str:
    """Join the messages of one paste, an app's cuts without a trace."""
    text = _words(run[0])
    for before, answer in pairwise(run):
        text += pasted.seam(before.typed, answer.typed) + _words(answer)
    return text


def whole(answers: Iterable[Answer]) -> str:
    """Join all messages, each paste a paragraph of its own, or several."""
    return "\n".join(map(run_text, runs(answers)))


def _words(answer: Answer) -> str:
    return answer.value.text if isinstance(answer.value, Words) else ""
