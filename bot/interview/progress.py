"""How far a draft is, section by section; derived from the answers, and asked by every screen that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.interview.checking import checked
from bot.interview.known import Entry, Standing
from bot.interview.pack import Section
from bot.interview.scene import Scene


class Stage(StrEnum):
    """How far a section is."""

    NEW = "new"  # nobody answered anything
    BEGUN = "begun"
    WAITING = "waiting"  # all was asked, and something waits for a colleague
    ANSWERED = "answered"
    OPTIONAL = "optional"  # nothing is asked by itself
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section, or all, is: `done` of `total` questions; `waiting`: those that wait for a colleague.

    `carried`: so many stand as last year, and nobody has agreed to them yet.
    """

    stage: Stage
    done: int
    total: int
    waiting: tuple[Entry, ...] = ()
    carried: int = 0


def progress(scene: Scene, section: Section) -> Progress:
    """Tell how far a section is."""
    entries = scene.counted(section)
    owed = sum(entry.owed for entry in entries)
    waiting = tuple(entry for entry in entries if entry.standing is Standing.LATER)
    if not entries:
        stage = Stage.OPTIONAL
    elif owed:
        stage = Stage.BEGUN if any(entry.stored for entry in entries) else Stage.NEW
    elif waiting:
        stage = Stage.WAITING
    else:
        stage = Stage.CHECKED if checked(scene, section) else Stage.ANSWERED
    carried = sum(entry.carried for entry in entries)
    return Progress(stage, len(entries) - owed - len(waiting), len(entries), waiting, carried)


def whole(scene: Scene) -> tuple[int, int]:
    """Count the questions that are done, and all that count."""
    entries = [entry for section in scene.pack.sections for entry in scene.counted(section)]
    return sum(not entry.owed and entry.standing is not Standing.LATER for entry in entries), len(entries)
