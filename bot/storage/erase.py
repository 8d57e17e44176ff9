"""Deletes a unit with all its rows, so that their bytes are gone from the files too; knows no table by its meaning."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from sqlite_utils import Database

from bot.storage.tables import table


def erase(db: Database, unit: int, at: datetime) -> list[str]:
    """Delete every row of a unit and of its chats within a transaction; give the chats of who was in it.

    A row is a unit's where its table has a column for the unit, else where it has one for the chat. Chats of former
    members are forgotten too, unless they belong to another unit by now.
    """
    db.execute("PRAGMA secure_delete = ON").fetchall()  # should we be killed before the file is written anew
    db.execute("PRAGMA defer_foreign_keys = ON")  # until the commit: the order of the tables does not matter
    present = [chat for (chat,) in db.execute("SELECT chat FROM members WHERE unit = ? AND left_at IS NULL", [unit])]
    former = db.execute(
        """SELECT DISTINCT chat FROM members
           WHERE unit = ? AND chat NOT IN (SELECT chat FROM members WHERE left_at IS NULL)""",
        [unit],
    )
    chats = [*present, *(chat for (chat,) in former)]
    for chat in chats:
        withdraw(db, chat, at)
    for name in set(tables_with(db, "chat")) - set(tables_with(db, "unit")):
        for chat in chats:
            table(db, name).delete_where("chat = ?", [chat])
    for name in tables_with(db, "unit"):
        table(db, name).delete_where("unit = ?", [unit])
    db.execute("DELETE FROM units WHERE id = ?", [unit])
    return present


def withdraw(db: Database, chat: str, at: datetime) -> None:
    """Take back what waits to be sent to a chat, and forget what was sent.

    A row that waits is emptied, not deleted: it may be on its way just now, and its number must not come again.
    """
    db.execute(
        """UPDATE outbox SET chat = '', payload = '{}', edits = NULL, sent_at = ?
           WHERE chat = ? AND sent_at IS NULL""",
        [at.isoformat(), chat],
    )
    db.execute("DELETE FROM outbox WHERE chat = ?", [chat])


def scrub(db: Database) -> bool:
    """Write the database anew without what was deleted, and empty the log that still holds it; False where it is busy.

    Deletions are overwritten, but older programs, and pages that were split, left copies where nothing is stored.
    """
    try:
        db.execute("VACUUM")
    except sqlite3.OperationalError:
        return False
    return emptied(db)


def emptied(db: Database) -> bool:
    """Empty the write-ahead log, without waiting for who still reads it; False where somebody does."""
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    db.execute("PRAGMA busy_timeout = 0").fetchall()
    try:
        (busy, *_) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}").fetchall()
    return not busy


def tables_with(db: Database, column: str) -> list[str]:
    """Name the tables whose rows say in this column whose they are."""
    return [name for name in db.table_names() if column in table(db, name).columns_dict]
