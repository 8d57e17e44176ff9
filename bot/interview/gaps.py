"""Gaps that offered words leave for a local fact, as （……）: finds one still empty; stores and refuses nothing."""

from __future__ import annotations

import re

_GAP = re.compile(r"[（(〔［【\[][\s…⋯.．。·・_＿—-]*[）)〕］】\]]|〔待填[^〔〕]*〕")
"""A pair of brackets with dots, strokes or nothing between, in any width; and the mark for a gap of a draft."""

AROUND = 5
"""Characters on either side that tell which gap it is."""


def gap_in(text: str) -> str:
    """Give the first gap of a text as it is written there; "" where there is none."""
    found = _GAP.search(text)
    return found[0] if found else ""


def around_gap(text: str) -> str:
    """Give the first gap with a few characters on either side."""
    found = _GAP.search(text)
    return text[max(found.start() - AROUND, 0) : found.end() + AROUND] if found else ""
