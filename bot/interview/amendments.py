"""The official's own wording of sentences, as frozen records: rewritten, removed, added; applies none of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """What is done to a sentence."""

    REWRITE = "rewrite"
    REMOVE = "remove"
    ADD = "add"
    UNDO = "undo"  # the sentence stands again as the answers write it


class Place(StrEnum):
    """Where an added sentence stands, seen from its anchor."""

    NONE = ""  # it is no added one
    BEFORE = "before"
    AFTER = "after"
    PARAGRAPH = "paragraph"  # behind the anchor's paragraph, as one of its own


class Tie(NamedTuple):
    """An answer as it was printed when the words were written: `Tie("disputes_mediated", None, "183件次", 9)`.

    `at`: where in the words it stands, -1 where they left it out. No question: the number of a run, 一是, which is
    numbered anew each time.
    """

    question: str
    item: int | None
    printed: str
    at: int = -1


@dataclass(frozen=True, slots=True)
class Amended:
    """A sentence was given own words, taken out, added, or put back; the newest of a sentence counts.

    `sentence`: the prose's id, or for an added one an id of its own, `disputes.+1`; what was added keeps its words,
    its anchor and its place also when it is taken out. `source`: as that of an answer, where an undo brought it back.
    """

    year: int
    sentence: str
    act: Act
    at: datetime
    text: str = ""
    ties: tuple[Tie, ...] = ()
    anchor: str = ""
    place: Place = Place.NONE
    by: str = ""
    message: int | None = None
    source: str = "typed"

    @property
    def changes(self) -> bool:
        """True where the text is not as the answers write it; what was added and taken out again leaves it so."""
        return self.act in (Act.REWRITE, Act.ADD) or (self.act is Act.REMOVE and self.place is Place.NONE)


def next_added(amendments: Iterable[Amended], year: int, section: str) -> int:
    """Give the number of the next added sentence of a section; none is used twice."""
    start = f"{section}.+"
    numbers = (number_of(each.sentence) for each in amendments if each.year == year and each.sentence.startswith(start))
    return max(numbers, default=0) + 1


def number_of(added: str) -> int:
    """Give the number of an added sentence: 1 of `disputes.+1`; 0 for one of the prose."""
    number = added.rpartition("+")[2]
    return int(number) if "+" in added and number.isdecimal() else 0
