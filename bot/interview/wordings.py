"""Which wording of each sentence a unit has: its own mix, picked by its name and kept; writes no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.interview.scene import Scene


@dataclass(frozen=True, slots=True)
class Worded:
    """A unit has this wording of a sentence, counted from 0: `Worded("publicity.events", 2, at)`."""

    sentence: str
    wording: int
    at: datetime


def picked(unit: str, sentence: str, count: int) -> int:
    """Pick one of so many wordings for a unit by its name; the first where it has none."""
    if not unit:
        return 0
    return max(range(count), key=lambda number: sha256(f"{unit}|{sentence}|{number}".encode()).digest())


def mixed(scene: Scene, at: datetime) -> Iterator[Worded]:
    """Pick a wording for each sentence that has several and none kept yet."""
    for sentence, count in scene.pack.wordings.items():
        if count > 1 and sentence not in scene.dossier.mix:
            yield Worded(sentence, picked(scene.dossier.unit, sentence, count), at)


def another(scene: Scene, sentence: str, at: datetime) -> Worded | None:
    """Give the next wording of a sentence; None where it has one alone."""
    count = scene.pack.wordings.get(sentence, 1)
    return Worded(sentence, (scene.dossier.mix.get(sentence, 0) + 1) % count, at) if count > 1 else None
