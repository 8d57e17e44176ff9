"""When the bot last heard from its messenger, noted for whoever watches over the process; decides nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreError
from bot.storage.tables import table


def note_alive(db: Database, at: datetime) -> None:
    """Note that the messenger answered just now."""
    table(db, "alive").upsert({"id": 1, "at": at.isoformat()}, pk="id")


def last_alive(path: Path) -> datetime | None:
    """Tell when the bot that uses a database last heard from its messenger; the database is opened for reading only."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT at FROM alive").fetchone()
    except sqlite3.Error as error:
        raise StoreError(f"数据库 {path} 读不了（{error}），请检查路径和权限。") from error
    return datetime.fromisoformat(row[0]) if row else None
