"""What a document of so many characters leaves out, the least important first; measures and writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.report.prose import DocumentForm, Place

MOST_ITEMS = 6
"""Lists are cut to so many items first, then to fewer."""

Step = tuple[frozenset[str], int]
"""Sentences left out by id, and how many items of each list stay, or all where it is 0."""


def steps(form: DocumentForm, standing: Collection[str]) -> Iterator[Step]:
    """Yield what may be left out, each time more: nothing; what weighs less in its section; items; whole sections.

    `standing`: the sentences there would be. A place of a document names its sentences, the weightiest first. Of
    whole sections those in a run of 一是 go first, the last one before the others.
    """
    places = [part for part in form.body if isinstance(part, Place)]
    ranked = [
        (rank, -place.ordinal, number, id_)
        for number, place in enumerate(places)
        for rank, id_ in enumerate(_standing(place, standing))
    ]
    left_out: set[str] = set()
    yield frozenset(), 0
    for rank, _, _, id_ in sorted(ranked, reverse=True):
        if rank:
            left_out.add(id_)
            yield frozenset(left_out), 0
    for items in range(MOST_ITEMS, 0, -1):
        yield frozenset(left_out), items
    for rank, _, _, id_ in sorted(ranked, key=lambda each: (each[1], -each[2])):
        if not rank:
            left_out.add(id_)
            yield frozenset(left_out), 1


def _standing(place: Place, standing: Collection[str]) -> list[str]:
    ids = (f"{place.section}.{name}" for name in place.only)
    return [id_ for id_ in ids if id_ in standing]
