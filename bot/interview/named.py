"""What a message names that its screen does not show: the optional questions of the section; sure of it, or silent."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from bot.interview import numerals
from bot.interview.pack import Kind, Question
from bot.interview.question_names import full_names, names
from bot.interview.scene import Scene

SHORT = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.PERIOD, Kind.YES_NO, Kind.CHOICE})
"""Kinds whose answer may stand among others in a message."""

WORDY = frozenset({Kind.TEXT, Kind.CHOICE_MANY})
"""Kinds whose answer has a line to itself: it may hold commas."""

_LINE = re.compile(r"\s*([^：:\n]{2,30})[：:]\s*(\S.*)")


def unshown(scene: Scene, shown: Collection[str]) -> list[Question]:
    """Give the optional questions of the section the chat is in that the screen does not show, in order."""
    asked = scene.pack.asked
    return [asked[q.id] for q in scene.section.questions if q.optional and q.id not in shown]


def named_in(text: str, questions: Sequence[Question]) -> list[Question]:
    """Give the questions of short answers whose whole name stands in a message."""
    folded = numerals.folded(text)
    found = {at for name, at in full_names(questions).items() if name in folded}
    return [question for at, question in enumerate(questions) if at in found and question.kind in SHORT]


def lines(text: str, questions: Sequence[Question], shown: Sequence[Question]) -> tuple[dict[str, str], str]:
    """Take the lines that name a question and say it in words, 口号：党建引领, out of a message; give both parts.

    What a question on the screen is called too names none of these; one named twice is left in the rest.
    """
    taken = names(shown)
    called = {name: questions[at] for name, at in full_names(questions).items() if name not in taken}
    read = [(line, _named(line, called)) for line in text.split("\n")]
    ids = [found[0] for _, found in read if found]
    sure = {found[0]: found[1] for _, found in read if found and ids.count(found[0]) == 1}
    rest = (line for line, found in read if not found or found[0] not in sure)
    return sure, "\n".join(rest).strip()


def _named(line: str, called: Mapping[str, Question]) -> tuple[str, str] | None:
    match = _LINE.fullmatch(line)
    question = called.get(numerals.folded(match[1]).strip()) if match else None
    if match is None or question is None or question.kind not in WORDY:
        return None
    return question.id, match[2].strip()
