"""What each version of the questions asked, so that a later one can tell what changed; knows no answer."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import astuple

from sqlite_utils import Database

from bot.errors import StoreError
from bot.interview.asked import Asked
from bot.interview.pack import Pack
from bot.storage.tables import reason, transaction


def remember(db: Database, pack: Pack) -> None:
    """Keep what this version asks; every draft is from now on seen through it. StoreError where it cannot be kept."""
    questions = json.dumps([astuple(asked) for asked in pack.as_asked], ensure_ascii=False)
    try:
        with transaction(db):
            sql = "INSERT OR IGNORE INTO packs (pack, version, questions) VALUES (?, ?, ?)"
            db.conn.execute(sql, [pack.id, pack.version, questions])
            sql = "UPDATE drafts SET pack_version = ?1 WHERE pack = ?2 AND pack_version IS NOT ?1"
            db.conn.execute(sql, [pack.version, pack.id])
    except sqlite3.Error as error:
        raise StoreError(f"数据库写不进去（{reason(error)}），请检查磁盘空间，再启动一次。") from error


def earlier(db: Database, chat: str, pack: str, version: str) -> tuple[Asked, ...]:
    """Give what was asked when a chat was last here; nothing where that was the same version, or is not known."""
    row = db.conn.execute(
        """SELECT p.questions FROM sessions s JOIN packs p ON p.pack = ?2 AND p.version = s.pack_version
           WHERE s.chat = ?1 AND s.pack_version != ?3""",
        [chat, pack, version],
    ).fetchone()
    return tuple(Asked(*asked) for asked in json.loads(row[0])) if row else ()
