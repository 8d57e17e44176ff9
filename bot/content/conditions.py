"""Reads conditions as written in files: `leading_group, !escalated_cases, level=street`; judges none."""

from __future__ import annotations

import re

from bot.interview.pack import Condition

_CONDITION = re.compile(r"(!?)([a-z][a-z0-9_]*)(?:=([a-z][a-z0-9_]*))?")


def read_conditions(text: str) -> tuple[Condition, ...] | None:
    """Read conditions parted by commas; None where one is not of the form."""
    conditions = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _CONDITION.fullmatch(part)
        if match is None or (match[1] and match[3]):
            return None
        conditions.append(Condition(match[2], bool(match[1]), match[3] or ""))
    return tuple(conditions)
