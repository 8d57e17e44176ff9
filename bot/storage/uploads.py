"""Under which id the messenger has a file that was sent before, by what is in it; keeps no file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as this bot may send it again: `Upload(110201543, "document", "9f86d0…", "BQACAgUAA…")`."""

    bot: int
    kind: str
    hash: str
    file: str


def file_of(db: Database, chat: str, bot: int, kind: str, hash_: str) -> str:
    """Give the id of a file that was sent to a chat's own unit; "" where none was."""
    sql = """SELECT u.file FROM uploads u JOIN members m ON m.unit = u.unit
             WHERE m.chat = ? AND m.left_at IS NULL AND u.bot = ? AND u.kind = ? AND u.hash = ?"""
    row = db.conn.execute(sql, [chat, bot, kind, hash_]).fetchone()
    return str(row[0]) if row else ""


def keep_uploads(db: Database, chat: str, uploads: Iterable[Upload]) -> None:
    """Note files that were sent to a chat for its unit; a newer id takes the place of an older one."""
    sql = """INSERT OR REPLACE INTO uploads (unit, bot, kind, hash, file)
             SELECT unit, ?, ?, ?, ? FROM members WHERE chat = ? AND left_at IS NULL"""
    for upload in uploads:
        db.conn.execute(sql, [upload.bot, upload.kind, upload.hash, upload.file, chat])
