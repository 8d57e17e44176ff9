"""What became of a text between two moments: the sentences that appeared, went or read otherwise; stores nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.interview.passages import Passage
from bot.interview.rewording import unnumbered

AROUND = 8
"""So many characters stand on each side of what changed, where a sentence is clipped."""

WHOLE = 40
"""A sentence of so many characters is not clipped."""


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence as it was and as it is, and the paragraph it stands in, or stood in; "" where it did not stand."""

    number: int
    old: str
    new: str

    @property
    def clipped(self) -> Change:
        """The same with so much of each as shows the difference."""
        start = _common(self.old, self.new)
        end = min(_common(self.old[::-1], self.new[::-1]), min(len(self.old), len(self.new)) - start)
        return Change(self.number, _clip(self.old, start, end), _clip(self.new, start, end))


def changed(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Change, ...]:
    """Give the sentences that are not the same, in the order of the text; those numbered anew are the same."""
    was, now = dict(_sentences(before)), dict(_sentences(after))
    found = [
        Change(number, was.get(id_, (0, ""))[1], text)
        for id_, (number, text) in now.items()
        if was.get(id_, (0, ""))[1] != text
    ]
    found += [Change(number, text, "") for id_, (number, text) in was.items() if id_ not in now]
    return tuple(sorted(found, key=lambda change: change.number))


def _sentences(passages: Sequence[Passage]) -> Iterator[tuple[tuple[str, int], tuple[int, str]]]:
    """Yield each sentence by its id, and by how often that came before."""
    seen: Counter[str] = Counter()
    for passage in passages:
        for sentence in passage.sentences:
            seen[sentence.id] += 1
            yield (sentence.id, seen[sentence.id]), (passage.number, unnumbered(sentence))


def _common(one: str, two: str) -> int:
    """Count the characters two texts begin with alike."""
    pairs = zip(one, two, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(two)))


def _clip(text: str, start: int, end: int) -> str:
    """Cut a text around what is neither its first `start` nor its last `end` characters."""
    if len(text) <= WHOLE:
        return text
    first, last = max(start - AROUND, 0), min(len(text) - end + AROUND, len(text))
    front, back = "…" * (first > 0), "…" * (last < len(text))
    if last - first > 2 * WHOLE:
        return f"{front}{text[first : first + WHOLE]}……{text[last - WHOLE : last]}{back}"
    return f"{front}{text[first:last]}{back}"
