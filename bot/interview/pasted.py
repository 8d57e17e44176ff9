"""Messages that are one text: an app cuts what is pasted into messages of 4096 UTF-16 units; knows how they join.

Where no line ends in the last 300 units, an app cuts at a blank or at 4096 exactly; else it cuts at the line's end.
One app also cuts behind any full stop, even that of 1.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.interview.events import Said
from bot.interview.reading import wide

MOST, FULL, NEARLY, HALF = 4096, 4095, 3796, 2048
"""UTF-16 units of a message: its room, and from where on it is full, was cut at a blank, or perhaps at a line's end."""

TOGETHER = timedelta(seconds=5)

_SENTENCE_END = "。！？；：…”.!?;:"


def long(text: str) -> bool:
    """Tell whether a message may be the beginning of more."""
    return _units(text) > HALF


def goes_on(before: str, at: datetime, then: datetime) -> bool:
    """Tell whether a message said `then` is the rest of the one before it."""
    return long(before) and timedelta() <= then - at <= TOGETHER


def seam(before: str, text: str) -> str:
    """Give what stood between two pieces of one text: a line's end, a blank or nothing."""
    if before.endswith("\n") or text.startswith("\n"):
        return "\n"
    if FULL <= _units(before) <= MOST or (before.endswith(".") and text[:1].isdecimal()):
        return ""
    if not NEARLY < _units(before) <= MOST or "\n" in before[-300:] or before.endswith(tuple(_SENTENCE_END)):
        return "\n"
    return "" if wide(before[-1] + text[:1]) else " "


def whole(pieces: Sequence[Said]) -> Said:
    """Join pieces of one text; it was said when its last piece came, in the message of its first."""
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        text += seam(before.text, piece.text) + piece.text
    return Said(pieces[-1].at, text, pieces[0].message)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
