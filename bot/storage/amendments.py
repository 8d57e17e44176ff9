"""Amendments in the database: a row each, the newest of a sentence counts; knows the table, not what is amended."""

from __future__ import annotations

import json
from datetime import datetime

from sqlite_utils import Database

from bot.interview.amendments import Act, Amended, Place, Tie
from bot.interview.events import Change

_ROWS = """SELECT a.member IS ?2, d.year, a.sentence, a.act, a.at, a.text, a.ties, a.anchor, a.place, m.name,
                  iif(a.member = ?2, a.message, NULL), a.source
           FROM amendments a JOIN drafts d ON d.id = a.draft LEFT JOIN members m ON m.id = a.member
           WHERE a.unit = ?1 AND d.pack = ?3"""
_CURRENT = f"""{_ROWS} AND a.id IN (
  SELECT max(id) FROM amendments WHERE unit = ?1 GROUP BY draft, sentence
) ORDER BY a.id"""  # noqa: S608 - ours
_ALL = f"{_ROWS} ORDER BY a.id"

Row = tuple[int, str, str, str, str, str, str, str, str | None, int | None, str]


def amendments_of(db: Database, unit: int, member: int, pack: str) -> tuple[Amended, ...]:
    """Give the newest amendment of each sentence of a unit; `member`: whose own messages are named."""
    return tuple(_amended(row) for _, *row in db.conn.execute(_CURRENT, [unit, member, pack]))


def amended_of(db: Database, unit: int, member: int, pack: str) -> tuple[Change, ...]:
    """Give every amendment of a unit, the oldest first; parameters as those of `amendments_of`."""
    rows = db.conn.execute(_ALL, [unit, member, pack])
    return tuple(Change(_amended(row), bool(own)) for own, *row in rows)


def _amended(row: Row) -> Amended:
    year, sentence, act, at, text, ties, anchor, place, by, message, source = row
    when = datetime.fromisoformat(at)
    said = (text, _ties(ties), anchor, Place(place), by or "", message, source)
    return Amended(year, sentence, Act(act), when, *said)


def row_of(fact: Amended) -> dict[str, object]:
    """Give what a row says of an amendment itself."""
    ties = json.dumps([tie._asdict() for tie in fact.ties], ensure_ascii=False)
    row: dict[str, object] = {"sentence": fact.sentence, "act": fact.act.value, "text": fact.text, "ties": ties}
    return row | {"anchor": fact.anchor, "place": fact.place.value, "message": fact.message, "source": fact.source}


def _ties(written: str) -> tuple[Tie, ...]:
    return tuple(Tie(**tie) for tie in json.loads(written))
