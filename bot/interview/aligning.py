"""A paragraph that comes back changed, held against the sentences it was made of; knows words, not what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, pairwise

_END = re.compile("[。！？\n][”’」』）]*")
_SENTENCE = re.compile("[^。！？\n]*(?:[。！？\n][”’」』）]*|$)")


ALIKE = 0.4
"""A sentence that has less in common with a new one did not become it."""

MOST_PLACES, MOST_PAIRS, MOST_COMPARED = 300, 400, 40_000
"""Places of all sentences, pairs of sentences, and pairs of characters of two, that are weighed: it takes no second."""


@dataclass(frozen=True, slots=True)
class Change:
    """The sentences from `start` up to `end` now read `text`; none of them: it is new and stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence found again in the text, and whether a sentence may begin before it and end with it."""

    unit: int
    start: int
    end: int
    opens: bool
    closes: bool

    def before(self, other: _Found) -> bool:
        """Tell whether both can stand so: next to each other, or with whole sentences between."""
        ordered = self.unit < other.unit and self.end <= other.start
        return ordered and (self.end == other.start or (self.closes and other.opens))


def align(units: Sequence[str], text: str) -> tuple[Change, ...]:
    """Tell which sentences of a paragraph became what, so that most of it stays; the rest put together is the text."""
    if text == "".join(units):
        return ()
    kept = _kept([*_occurrences(units, text)], len(units), len(text))
    changes: list[Change] = []
    for one, two in pairwise(kept):
        between = text[one.end : two.start]
        if between or two.unit - one.unit > 1:
            changes += _paired(units[one.unit + 1 : two.unit], one.unit + 1, between)
    return tuple(changes)


def _occurrences(units: Sequence[str], text: str) -> Iterator[_Found]:
    """Yield the places where a sentence stands in the text, so many of each as can be weighed in no time."""
    ends = {0, *(match.end() for match in _END.finditer(text)), len(text)}
    for number, unit in enumerate(units):
        for start in islice(_places(unit, text), 1 + MOST_PLACES // len(units)):
            end = start + len(unit)
            yield _Found(number, start, end, start in ends, end in ends)


def _places(unit: str, text: str) -> Iterator[int]:
    start = text.find(unit) if unit else -1
    while start >= 0:
        yield start
        start = text.find(unit, start + 1)


def _kept(found: list[_Found], units: int, length: int) -> list[_Found]:
    """Choose the sentences that stay: of all that can stand together those with the most characters."""
    first, last = _Found(-1, 0, 0, opens=True, closes=True), _Found(units, length, length, opens=True, closes=True)
    nodes = [first, *sorted(found, key=lambda each: (each.start, each.unit)), last]
    best: list[tuple[int, int]] = [(0, -1)]
    for at, node in enumerate(nodes[1:], 1):
        size = node.end - node.start
        before = [(best[i][0] + size, i) for i in range(at) if best[i][0] >= 0 and nodes[i].before(node)]
        best.append(max(before, key=lambda pair: (pair[0], -pair[1]), default=(-1, -1)))
    chain, at = [], len(nodes) - 1
    while at >= 0:
        chain.append(nodes[at])
        at = best[at][1]
    return chain[::-1]


def _paired(units: Sequence[str], first: int, text: str) -> Iterator[Change]:
    """Yield what changed sentences, from number `first` on, became: each the new sentence most like it.

    What is like none goes to the sentence before it that became nothing, or else is new.
    """
    pieces = sentences(text)
    unit = piece = 0
    for at, to in [*_alike(units, pieces), (len(units), len(pieces))]:
        between = "".join(pieces[piece:to])
        if between or at > unit:
            yield Change(first + unit, first + at, between)
        if at < len(units):
            yield Change(first + at, first + at + 1, pieces[to])
        unit, piece = at + 1, to + 1


def _alike(units: Sequence[str], pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Pair sentences with new ones in order, so that together they are most alike; none where there are too many."""
    if len(units) * len(pieces) > MOST_PAIRS:
        return []
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(pieces) + 1)]
    for at, unit in enumerate(units):
        row: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
        for to, piece in enumerate(pieces):
            found = max(best[at][to + 1], row[to], key=lambda pair: pair[0])
            ratio = _likeness(unit, piece)
            if ratio >= ALIKE and best[at][to][0] + ratio > found[0]:
                found = (best[at][to][0] + ratio, [*best[at][to][1], (at, to)])
            row.append(found)
        best.append(row)
    return best[-1][-1][1]


def _likeness(one: str, two: str) -> float:
    """Tell how alike two sentences are, from 0 to 1; of long ones by their characters alone."""
    if 2 * min(len(one), len(two)) < ALIKE * (len(one) + len(two)):
        return 0
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return 0
    return matcher.quick_ratio() if len(one) * len(two) > MOST_COMPARED else matcher.ratio()


def sentences(text: str) -> list[str]:
    """Cut a text behind each full stop and each line's end, whatever closes with it."""
    return [piece for piece in _SENTENCE.findall(text) if piece]
