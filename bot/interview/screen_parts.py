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

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def answer_text(scene: Scene, entry: Entry) -> str:
    """Print an answer for reading back: what it says, or which nothing it is."""
    value = entry.answers[0].value if entry.answers else None
    return scene.say(f"nothing_{value.value}") if isinstance(value, Nothing) else entry.text


def wrapped(buttons: tuple[Button, ...], width: int) -> Iterator[tuple[Button, ...]]:
    """Put buttons into rows of so many."""
    return (buttons[start : start + width] for start in range(0, len(buttons), width))


def short(scene: Scene, key: str, text: str) -> str:
    """Fill a label with so much of a text as a phone shows."""
    room = min(WIDE, WIDEST - len(scene.say(key, text="")))
    return scene.say(key, text=text if len(text) <= room else text[: room - 1] + "…")
