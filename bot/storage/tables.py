"""What every statement of ours stands on: tables by name, one write lock, why the system refused; knows no table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlite_utils import Database
from sqlite_utils.db import Table


def table(db: Database, name: str) -> Table:
    """Give a table of this name."""
    return cast("Table", db[name])


def add_row(db: Database, name: str, row: dict[str, object]) -> int:
    """Insert a row and give its number."""
    return cast("int", table(db, name).insert(row).last_pk)


def reason(error: sqlite3.Error | OSError) -> str:
    """Tell why SQLite or the system refused, in its own words but without a path or a number."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Hold the one write lock; nothing stays of what was done under it when something raises.

    One inside another is undone by itself, and committed with the outer one.
    """
    execute = db.conn.execute
    inside = db.conn.in_transaction
    execute("SAVEPOINT inside" if inside else "BEGIN IMMEDIATE")
    try:
        yield
        execute("RELEASE inside" if inside else "COMMIT")
    except BaseException:
        if db.conn.in_transaction:  # a full disk or a lock ends it by itself (SQLite, lang_transaction)
            for statement in ("ROLLBACK TO inside", "RELEASE inside") if inside else ("ROLLBACK",):
                execute(statement)
        raise
