"""How a figure changed against the year before, where the two can be compared at all; knows no words for it."""

from __future__ import annotations

from decimal import Decimal

from bot.interview.known import Entry
from bot.interview.values import Bound, Nothing, Number, Value


def difference(now: Entry, before: Entry) -> Decimal | None:
    """Give by how much a figure grew, in its own unit; None where either is no exact figure, or units differ.

    没有 counts as nought beside a figure.
    """
    values = [_first(now), _first(before)]
    figures = [value for value in values if isinstance(value, Number)]
    if not figures or any(value.bound is not Bound.EXACT for value in figures):
        return None
    if any(not isinstance(value, Number) and value is not Nothing.ZERO for value in values):
        return None
    if len({value.unit for value in figures}) > 1:
        return None
    amount, earlier = (value.amount if isinstance(value, Number) else Decimal() for value in values)
    return amount - earlier


def _first(entry: Entry) -> Value | Nothing | None:
    return entry.answers[0].value if entry.applies and entry.answers else None
