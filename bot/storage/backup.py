"""A copy of the database as it is at one moment, while others go on writing; proved before it has its name.

Knows files and the state of a database, not what is in it but the number of rows.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreError
from bot.storage.migrations import migrations
from bot.storage.tables import reason, table

COUNTED = ("units", "drafts", "answers")


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished copy: where it is, and how many rows of each kind are in it."""

    path: Path
    units: int
    drafts: int
    answers: int


def back_up(source: Path, output: str, at: datetime) -> Backup:
    """Copy a database into a file, or a folder under a name with the time; "" is the database's own folder."""
    name = f"wengao-{at:%Y%m%d-%H%M%S}.db"
    if not output:
        return copy_to(source, source.with_name(name))
    folder = output.endswith(os.sep) or Path(output).is_dir()
    return copy_to(source, Path(output) / name if folder else Path(output))


def copy_to(source: Path, target: Path) -> Backup:
    """Copy a database to a file that does not exist yet; StoreError, and no file, where that fails.

    The copy is made under another name in the same folder, readable by its owner alone, and renamed when it is proved.
    """
    if not source.is_file():
        raise StoreError(f"没有数据库 {source}，请用 WENGAO_DB 写明它在哪里。")
    if target.exists():
        raise StoreError(f"{target} 已经有了，备份不覆盖任何文件，请换一个名字。")
    try:
        handle, name = tempfile.mkstemp(".part", f".{target.name}-", target.parent)
        os.close(handle)
        part = Path(name)
        try:
            _copy(source, part)
            counts = _proved(source, part)
            target.touch(mode=0o600, exist_ok=False)  # the name is ours, or somebody was faster
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except (sqlite3.Error, OSError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:  # of extended codes the last byte
            raise _damaged(source, reason(error)) from error
        raise StoreError(f"没能把 {source} 备份到 {target}（{reason(error)}），请检查路径、权限和磁盘空间。") from error
    return Backup(target, *counts)


def copy_before(source: Path, step: str) -> Path:
    """Copy a database beside itself before a step changes it: wengao.db.before-m004; give the copy's place."""
    name = f"{source}.before-{step.partition('_')[0]}"
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return copy_to(source, next(path for path in map(Path, names) if not path.exists())).path


def _copy(source: Path, part: Path) -> None:
    """Copy all pages in one step and one read transaction, which under WAL no writer disturbs and which stops none."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as db,
        closing(sqlite3.connect(part)) as copy,
    ):
        db.execute("BEGIN")
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
        db.backup(copy)


def _proved(source: Path, part: Path) -> list[int]:
    """Look whether a copy is whole and ours, and count its rows; nothing is written, not even beside it."""
    with closing(sqlite3.connect(f"{part.absolute().as_uri()}?immutable=1", uri=True)) as copy:
        if fault := _fault(copy):
            raise _damaged(source, fault)
        db = Database(copy)
        if not migrations.applied(db):
            raise StoreError(f"{source} 不是问稿的数据库，请用 WENGAO_DB 写明它在哪里。")
        there = db.table_names()
        return [table(db, name).count if name in there else 0 for name in COUNTED]


def _damaged(source: Path, fault: str) -> StoreError:
    return StoreError(f"数据库 {source} 已损坏（{fault}），没有留下备份，请停下程序，改用最近一次好的备份。")


def _fault(db: sqlite3.Connection) -> str:
    """Give the first thing SQLite finds wrong with a database; "" where it is sound."""
    try:
        (found,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:  # too broken to be looked through
        return str(error)
    lost = db.execute("PRAGMA foreign_key_check").fetchone() if found == "ok" else None
    return f"{lost[0]} 第{lost[1]}行" if lost else str(found).splitlines()[-1].removeprefix("ok")
