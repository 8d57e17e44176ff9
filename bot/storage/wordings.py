"""Which wording of each sentence a unit has: a row each time one was taken, the newest counts."""

from __future__ import annotations

from sqlite_utils import Database

from bot.interview.wordings import Worded

_CURRENT = """SELECT sentence, wording FROM wordings WHERE unit = ?1 AND id IN (
                SELECT max(id) FROM wordings WHERE unit = ?1 GROUP BY sentence)"""


def mix_of(db: Database, unit: int) -> dict[str, int]:
    """Give a unit's wording of each sentence."""
    return dict(db.conn.execute(_CURRENT, [unit]).fetchall())


def save_wording(db: Database, unit: int, member: int, fact: Worded) -> None:
    """Keep that a unit has a wording."""
    sql = "INSERT INTO wordings (unit, sentence, wording, member, at) VALUES (?, ?, ?, ?, ?)"
    db.conn.execute(sql, [unit, fact.sentence, fact.wording, member, fact.at.isoformat()])
