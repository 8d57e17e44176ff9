"""Rows of answers as the core sees them: what is current of a unit, and all that became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.interview.events import Answer, Change, Cleared
from bot.interview.values import Nothing
from bot.storage.codec import value_from_json

CLEARED = "cleared"

Row = tuple[Any, ...]
Used = dict[tuple[int | None, str], int]

_REST = """a.item, a.position, a.value, a.absence, a.typed, a.source, a.at,
           iif(a.member = ?2, a.message, NULL), m.name"""
_JOINS = "LEFT JOIN drafts d ON d.id = a.draft LEFT JOIN members m ON m.id = a.member"
_OURS = "(d.pack = ?3 OR d.pack IS NULL) ORDER BY a.id"

_CURRENT = f"SELECT d.year, a.question, {_REST} FROM current_answers a {_JOINS} WHERE a.unit = ?1 AND {_OURS}"  # noqa: S608 - ours
_ALL = f"SELECT a.member IS ?2, d.year, a.question, {_REST} FROM answers a {_JOINS} WHERE a.unit = ?1 AND {_OURS}"  # noqa: S608 - ours
_RENAMED = f"""SELECT d.year, n.question, {_REST} FROM (
  SELECT max(b.id) AS newest, coalesce(r.value, b.question) AS question
  FROM answers b LEFT JOIN json_each(?4) r ON r.key = b.question
  WHERE b.unit = ?1 GROUP BY b.draft, coalesce(r.value, b.question), b.item
) n JOIN answers a ON a.id = n.newest {_JOINS} WHERE a.absence IS NOT '{CLEARED}' AND {_OURS}"""  # noqa: S608 - ours
"""What is current where questions were renamed: the rows stay as they are, and count under the name of now."""

_HIGHEST = """SELECT d.year, a.question, max(a.item) FROM answers a LEFT JOIN drafts d ON d.id = a.draft
              WHERE a.unit = ? AND a.item > 0 AND (d.pack = ? OR d.pack IS NULL) GROUP BY a.draft, a.question"""


def answers_of(
    db: Database, unit: int, member: int, pack: str, called_now: Mapping[str, str]
) -> tuple[tuple[Answer, ...], Used]:
    """Give the answers that stand, and the highest item number ever given; `member`: whose own messages are named."""
    ours: list[object] = [unit, member, pack]
    renamed = [json.dumps(called_now)] if called_now else []
    rows = db.conn.execute(_RENAMED if called_now else _CURRENT, [*ours, *renamed])
    answers = tuple(_answer(row) for row in rows)
    used: Used = {}
    for year, question, item in db.conn.execute(_HIGHEST, [unit, pack]):
        key = (year, called_now.get(question, question))
        used[key] = max(item, used.get(key, 0))
    return answers, used


def changes_of(db: Database, unit: int, member: int, pack: str, called_now: Mapping[str, str]) -> tuple[Change, ...]:
    """Give all that became of a unit's answers, the oldest first; parameters as those of `answers_of`."""
    rows = db.conn.execute(_ALL, [unit, member, pack])
    return tuple(
        Change(_fact((year, called_now.get(question, question), *row)), bool(own)) for own, year, question, *row in rows
    )


def _fact(row: Row) -> Answer | Cleared:
    year, question, item, _, _, absence, _, source, at, *_ = row
    if absence == CLEARED:
        return Cleared(year, question, item, datetime.fromisoformat(at), source)
    return _answer(row)


def _answer(row: Row) -> Answer:
    year, question, item, position, value, absence, typed, source, at, message, by = row
    said = Nothing(absence) if absence else value_from_json(value)
    when = datetime.fromisoformat(at)
    return Answer(year, question, said, typed, when, item, position, source, by or "", message)
