"""Where a title is broken: by sense, between its spans, into lines of one shape; knows no page but its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.report.blocks import Spans, plain
from bot.report.page import TITLE_CELLS, cells

SHORTEST = 3
"""A line of one or two characters reads as a slip."""


def broken(spans: Spans) -> list[str]:
    """Break one line of a title that is too long for the page, with words kept whole (GB/T 9704-2012 7.3.1).

    It is broken between spans only, into as few lines as hold it, of lengths as equal as can be; between characters
    where a span alone is longer than a line.
    """
    if cells(plain(spans)) <= TITLE_CELLS:
        return [plain(spans)]
    words = [piece for span in spans for piece in _pieces(span.text)]
    for count in range(1, len(words)):
        if ways := [way for way in _ways(words, count) if all(cells(line) <= TITLE_CELLS for line in way)]:
            return min(ways, key=_unevenness)
    return words


def _pieces(word: str) -> Iterator[str]:
    """Cut a word that no line can hold into equal parts."""
    count = -int(-cells(word) // TITLE_CELLS)
    step = -(-len(word) // max(count, 1))
    yield from (word[start : start + step] for start in range(0, len(word), step))


def _ways(words: Sequence[str], count: int) -> Iterator[list[str]]:
    """Yield every way to put words in order into lines, broken `count` times."""
    for breaks in combinations(range(1, len(words)), count):
        edges = (0, *breaks, len(words))
        yield ["".join(words[start:end]) for start, end in pairwise(edges)]


def _unevenness(lines: list[str]) -> float:
    widths = [cells(line) for line in lines]
    return max(widths) - min(widths) + 100 * sum(width < SHORTEST for width in widths)
