"""Opens a database file as this program wants it: whose it is, how it is kept, in its newest shape; knows no row."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreError
from bot.storage.backup import copy_before
from bot.storage.migrations import check_ours, migrate
from bot.storage.tables import reason

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=2000",
    "cache_size=-65536",  # 64 MiB: the answers of all who write just now stay at hand
)


def open_database(path: str | Path) -> Database:
    """Open a database (":memory:" for none on disk) readable by its owner alone, and bring it to the newest shape.

    WAL, synchronous=FULL and foreign keys on (SQLite documentation, pragma). StoreError where it cannot be used; one
    that is not ours, or newer than this program, is left as it is.
    """
    try:
        if path != ":memory:":
            Path(path).touch(mode=0o600)
        db = Database(path)
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"数据库 {path} 打不开（{reason(error)}），请检查路径、权限和磁盘空间。") from error
    return db


def _prepare(db: Database, path: str | Path) -> None:
    db.conn.isolation_level = None
    check_ours(db)
    if path != ":memory:":
        Path(path).chmod(0o600)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}").fetchall()
    copies: list[Path] = []
    try:
        migrate(db, lambda step: copies.append(copy_before(Path(path), step)))
    except BaseException:
        for copy in copies:  # nothing was changed
            copy.unlink()
        raise
