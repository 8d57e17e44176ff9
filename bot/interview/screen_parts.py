"""What every screen is made of: rows of buttons, labels that fit a phone, answers read back; knows no state."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button
from bot.interview.known import Entry
from bot.interview.scene import Scene
from bot.interview.values import Nothing

Rows = tuple[tuple[Button, ...], ...]

WIDE = 12
"""A label longer than this is cut by a phone: it is numbered in the text, and its button bears the number."""

WIDEST = 16
"""No label is longer: a phone shows so many hanzi on a button that has its row to itself."""

LONGEST = 120
"""Characters of an answer that are read back where it stands among others."""

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def answer_text(scene: Scene, entry: Entry) -> str:
    """Print an answer for reading back: what it says, or which nothing it is."""
    value = entry.answers[0].value if entry.answers else None
    return scene.say(f"nothing_{value.value}") if isinstance(value, Nothing) else entry.text


def clipped(text: str, most: int) -> str:
    """Give so much of a text as there is room for, in one line."""
    line = " ".join(text[: most + 1].split("\n"))
    return line if len(text) <= most else line[: most - 1] + "…"


def answer_line(scene: Scene, entry: Entry, beside: str = "", most: int = LONGEST) -> str:
    """Write an answer behind its question's name, with what stands beside it: 普法活动：16次（去年4次，多12次）.

    Of one too long for a line, its beginning and how long it is.
    """
    text = answer_text(scene, entry)
    if len(text) > most:
        text = scene.say("answer_long", text=clipped(text, most), count=len(text))
    line = scene.say("answer_line", label=entry.question.label, text=text)
    return line + scene.say("answer_beside", text=clipped(beside, LONGEST)) if beside else line


def wrapped(buttons: tuple[Button, ...], width: int) -> Iterator[tuple[Button, ...]]:
    """Put buttons into rows of so many."""
    return (buttons[start : start + width] for start in range(0, len(buttons), width))


def short(scene: Scene, key: str, text: str, **facts: object) -> str:
    """Fill a label with so much of a text as a phone shows."""
    room = min(WIDE, WIDEST - len(scene.say(key, text="", **facts)))
    return scene.say(key, text=text if len(text) <= room else text[: room - 1] + "…", **facts)
