"""Amendments in the database: a row each, the newest of a sentence counts; knows the table, not what is amended."""

from __future__ import annotations

import json
from datetime import datetime

from sqlite_utils import Database

from bot.interview.amendments import Act, Amended, Place, Tie

_CURRENT = """SELECT d.year, a.sentence, a.act, a.at, a.text, a.ties, a.anchor, a.place, m.name,
                     iif(a.member = ?2, a.message, NULL)
              FROM amendments a JOIN drafts d ON d.id = a.draft LEFT JOIN members m ON m.id = a.member
              WHERE a.unit = ?1 AND d.pack = ?3 AND a.id IN (
                SELECT max(id) FROM amendments WHERE unit = ?1 GROUP BY draft, sentence
              ) ORDER BY a.id"""


def amendments_of(db: Database, unit: int, member: int, pack: str) -> tuple[Amended, ...]:
    """Give the newest amendment of each sentence of a unit; `member`: whose own messages are named."""
    return tuple(
        Amended(
            year,
            sentence,
            Act(act),
            datetime.fromisoformat(at),
            text,
            _ties(ties),
            anchor,
            Place(place),
            by or "",
            message,
        )
        for year, sentence, act, at, text, ties, anchor, place, by, message in db.conn.execute(
            _CURRENT, [unit, member, pack]
        )
    )


def row_of(fact: Amended) -> dict[str, object]:
    """Give what a row says of an amendment itself."""
    ties = json.dumps([tie._asdict() for tie in fact.ties], ensure_ascii=False)
    row: dict[str, object] = {"sentence": fact.sentence, "act": fact.act.value, "text": fact.text, "ties": ties}
    return row | {"anchor": fact.anchor, "place": fact.place.value, "message": fact.message}


def _ties(written: str) -> tuple[Tie, ...]:
    return tuple(Tie(**tie) for tie in json.loads(written))
