"""Rows of answers as the core sees them: what is current of a unit, and all that became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.interview.events import Answer, Change, Cleared
from bot.interview.values import Nothing
from bot.storage.codec import value_from_json

CLEARED = "cleared"

Row = tuple[Any, ...]

_COLUMNS = """d.year, a.question, a.item, a.position, a.value, a.absence, a.typed, a.source, a.at,
              iif(a.member = ?2, a.message, NULL), m.name"""
_JOINS = "a LEFT JOIN drafts d ON d.id = a.draft LEFT JOIN members m ON m.id = a.member"
_OURS = "WHERE a.unit = ?1 AND (d.pack = ?3 OR d.pack IS NULL) ORDER BY a.id"

_CURRENT = f"SELECT {_COLUMNS} FROM current_answers {_JOINS} {_OURS}"  # noqa: S608 - ours
_ALL = f"SELECT a.member IS ?2, {_COLUMNS} FROM answers {_JOINS} {_OURS}"  # noqa: S608 - ours
_HIGHEST = """SELECT d.year, a.question, max(a.item) FROM answers a LEFT JOIN drafts d ON d.id = a.draft
              WHERE a.unit = ? AND a.item > 0 AND (d.pack = ? OR d.pack IS NULL) GROUP BY a.draft, a.question"""


def answers_of(
    db: Database, unit: int, pack: str, member: int
) -> tuple[tuple[Answer, ...], dict[tuple[int | None, str], int]]:
    """Give a unit's current answers, and the highest item number ever given; `member`: whose messages are named."""
    answers = tuple(_answer(row) for row in db.conn.execute(_CURRENT, (unit, member, pack)))
    highest = db.conn.execute(_HIGHEST, (unit, pack))
    return answers, {(year, question): item for year, question, item in highest}


def changes_of(db: Database, unit: int, pack: str, member: int) -> tuple[Change, ...]:
    """Give all that became of a unit's answers, the oldest first."""
    return tuple(Change(_fact(row[1:]), bool(row[0])) for row in db.conn.execute(_ALL, (unit, member, pack)))


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
