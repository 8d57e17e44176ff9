"""Where a title is broken: by sense, between its spans, into lines of one shape; knows no page but its width."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.passages import Spans, plain
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
    best: list[tuple[int, float, list[str]]] = [(0, 0, [])]  # how many lines, how uneven, which: for the first words
    for end in range(1, len(words) + 1):
        lines = [(start, "".join(words[start:end])) for start in range(end)]
        ways = [_with(best[start], line) for start, line in lines if start == end - 1 or cells(line) <= TITLE_CELLS]
        best.append(min(ways))
    return best[-1][2]


def _with(way: tuple[int, float, list[str]], line: str) -> tuple[int, float, list[str]]:
    """Add a line: of as many lines with as many characters, those whose squares are least are the most equal."""
    count, unevenness, lines = way
    return count + 1, unevenness + cells(line) ** 2 + 1000 * (cells(line) < SHORTEST), [*lines, line]


def _pieces(word: str) -> Iterator[str]:
    """Cut a word that no line can hold into equal parts."""
    count = -int(-cells(word) // TITLE_CELLS)
    step = -(-len(word) // max(count, 1))
    yield from (word[start : start + step] for start in range(0, len(word), step))
