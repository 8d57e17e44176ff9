"""One write at a time, all of it or none; knows no table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database


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
