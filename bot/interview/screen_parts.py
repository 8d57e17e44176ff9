"""What every screen is made of: rows of buttons, labels that fit a phone, answers read back; knows no state."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button
from bot.interview.items import CIRCLED
from bot.interview.known import Entry
from bot.interview.pack import NO, YES, Kind
from bot.interview.scene import Scene
from bot.interview.values import Chosen, Nothing, joined, value_text

__all__ = [
    "CIRCLED",
    "LONGEST",
    "LONGEST_ANSWER",
    "MANY",
    "WIDE",
    "Rows",
    "answer_text",
    "brief",
    "clipped",
    "short",
    "wrapped",
]

MANY = frozenset({Kind.LIST, Kind.DOCUMENT_REF, Kind.FOLLOW_UP})
"""Kinds whose answers are read back by their number where they are long."""

Rows = tuple[tuple[Button, ...], ...]

WIDE = 12
"""A label longer than this is cut by a phone: it is numbered in the text, and its button bears the number."""

WIDEST = 16
"""No label is longer: a phone shows so many hanzi on a button that has its row to itself."""

LONGEST, LONGEST_ANSWER = 60, 120
"""Characters of an item that is only named, and of an answer read back."""

ENDS = 12
"""Characters from the beginning and the end that a long text is known by."""


def answer_text(scene: Scene, entry: Entry) -> str:
    """Print an answer for reading back: what it says, or which nothing it is."""
    value = entry.answers[0].value if entry.answers else None
    if isinstance(value, Nothing):
        return scene.say(f"nothing_{value.value}")
    text = entry.text
    if entry.question.kind in MANY and len(text) > LONGEST and len(entry.pieces) > 1:
        return scene.say("brief_list", count=len(entry.pieces))
    return brief(scene, text)


def brief(scene: Scene, text: str) -> str:
    """Give a text, or, where it is too long to be read back, its length, its first and its last words."""
    if len(text) <= LONGEST_ANSWER:
        return text
    first, last = (" ".join(part.split()) for part in (text[:ENDS], text[-ENDS:]))
    return scene.say("brief_text", length=len(text), first=first, last=last)


def clipped(text: str, most: int = LONGEST) -> str:
    """Give a text as one line, shortened where it is longer."""
    line = text.replace("\n", " ")
    return line if len(line) <= most else f"{line[: most - 1]}…"


def answer_line(scene: Scene, entry: Entry, beside: str = "", most: int = LONGEST_ANSWER) -> str:
    """Write an answer behind its question's name, with what stands beside it: 普法活动：16次（去年4次，多12次）.

    Of one too long for a line, its beginning and how long it is.
    """
    text = answer_text(scene, entry)
    if len(text) > most:
        text = scene.say("answer_long", text=clipped(text, most), count=len(text))
    line = scene.say("answer_line", label=entry.question.label, text=text)
    return line + scene.say("answer_beside", text=clipped(beside, LONGEST_ANSWER)) if beside else line


def unfit_text(scene: Scene, entry: Entry) -> str:
    """Print answers that no longer fit their question: as they read, and that a choice is gone where it is."""
    labels = {YES: scene.say("button_yes"), NO: scene.say("button_no")}
    labels |= {choice.id: choice.label for choice in entry.question.choices}
    texts: list[str] = []
    for answer in entry.unfit:
        if isinstance(answer.value, Chosen):
            names = [labels.get(id_, scene.say("choice_gone")) for id_ in answer.value.ids]
            texts += [*names, *answer.value.other]
        elif not isinstance(answer.value, Nothing):
            texts.append(value_text(answer.value))
    return joined(dict.fromkeys(texts))


def wrapped(buttons: tuple[Button, ...], width: int) -> Iterator[tuple[Button, ...]]:
    """Put buttons into rows of so many."""
    return (buttons[start : start + width] for start in range(0, len(buttons), width))


def short(scene: Scene, key: str, text: str, **facts: object) -> str:
    """Fill a label with so much of a text as a phone shows."""
    room = min(WIDE, WIDEST - len(scene.say(key, text="", **facts)))
    return scene.say(key, text=text if len(text) <= room else text[: room - 1] + "…", **facts)
