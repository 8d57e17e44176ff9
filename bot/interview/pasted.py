"""Messages that are one text: an app cuts what is pasted into messages of 4096 UTF-16 units; knows how they join.

An app cuts at a line's end where one is near, else where the room ends, and one app behind any full stop, even of 1.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.interview.inputs import Said
from bot.interview.reading import units

MOST, FULL, HALF = 4096, 4095, 2048
"""UTF-16 units: the room of a message, no room for one more character, and a cut may have been made from here on."""

TOGETHER = timedelta(seconds=5)


def long(text: str) -> bool:
    """Tell whether a message may be the beginning of more."""
    return units(text) > HALF


def goes_on(before: str, at: datetime, then: datetime) -> bool:
    """Tell whether a message said `then` is the rest of the one before it."""
    return long(before) and timedelta() <= then - at <= TOGETHER


def seam(before: str, text: str) -> str:
    """Give what stood between two pieces of one text: a line's end, or nothing."""
    if before.endswith("\n") or text.startswith("\n"):
        return "\n"
    inside = FULL <= units(before) <= MOST or (before.endswith(".") and text[:1].isdecimal())
    return "" if inside else "\n"


def whole(pieces: Sequence[Said]) -> Said:
    """Join pieces of one text; it was said when its last piece came, in the message of its first."""
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        text += seam(before.text, piece.text) + piece.text
    return Said(pieces[-1].at, text, pieces[0].message)
