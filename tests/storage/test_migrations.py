"""Databases of every earlier shape, with rows in them, come to the newest one; newer ones are left alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.errors import StoreError
from bot.interview.values import Words
from bot.storage.migrations import migrate, migrations, table
from bot.storage.store import Store, open_database

STEPS = [step.name for step in migrations.pending(Database(memory=True))]

ROWS: Mapping[str, Mapping[str, object]] = {
    "units": {"id": 1, "name": "白土乡人民政府", "created_at": "2026-01-08T09:30:00+00:00"},
    "members": {"id": 1, "unit": 1, "chat": "chat", "role": "owner", "name": "小李"},
    "invites": {"hash": "ab", "unit": 1, "expires_at": "2026-01-15T09:30:00+00:00", "used_by": 1},
    "drafts": {"id": 1, "unit": 1, "pack": "law_based_government", "year": 2025},
    "answers": {"id": 1, "unit": 1, "draft": 1, "question": "problems", "item": 1, "position": 1, "member": 1}
    | {"typed": "甲", "source": "typed", "at": "2026-01-08", "value": '{"type": "Words", "text": "甲"}'},
    "sessions": {"chat": "chat", "state": "asking", "year": 2025, "question": "problems", "screen": 7},
    "updates": {"key": "telegram:1", "chat": "chat"},
    "parked": {"key": "telegram:2", "chat": "chat", "evidence": "{}", "error": "KeyError()", "at": "2026-01-08"},
    "alive": {"id": 1, "at": "2026-01-08T09:30:00+08:00"},
    "outbox": {"id": 1, "chat": "chat", "kind": "say", "payload": '{"text": "好"}'},
}


def schema(db: Database) -> list[tuple[str, str, str]]:
    """Every table, index, view and trigger as SQLite keeps it, whatever its blanks."""
    rows = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    return [(kind, name, " ".join((sql or "").split())) for kind, name, sql in rows]


def left_at(path: Path, step: int) -> dict[str, list[dict[str, object]]]:
    """Leave a database as a program of so many steps did, with a row in each table; give its rows."""
    db = Database(path)
    migrations.apply(db, stop_before=STEPS[step] if step < len(STEPS) else None)
    there = [name for name in ROWS if table(db, name).exists()]
    for name in there:
        table(db, name).insert(dict(ROWS[name]))
    rows = {name: list(table(db, name).rows) for name in there}
    db.close()
    return rows


def test_the_rows_of_these_tests_fill_every_table() -> None:
    db = open_database(":memory:")
    assert {name for name in db.table_names() if not name.startswith("_")} == set(ROWS)


@pytest.mark.parametrize("step", range(len(STEPS) + 1))
def test_a_database_of_any_earlier_step_becomes_like_a_new_one_and_keeps_its_rows(tmp_path: Path, step: int) -> None:
    rows = left_at(tmp_path / "old.db", step)
    old, new = open_database(tmp_path / "old.db"), open_database(tmp_path / "new.db")
    assert schema(old) == schema(new)
    assert [step.name for step in migrations.applied(old)] == STEPS
    for name, kept in rows.items():
        assert [row | before for row, before in zip(table(old, name).rows, kept, strict=True)] == list(
            table(old, name).rows
        )
    assert old.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert old.execute("PRAGMA foreign_key_check").fetchall() == []
    old.close()
    new.close()


def test_what_an_earlier_program_stored_is_read_by_this_one(tmp_path: Path) -> None:
    left_at(tmp_path / "old.db", len(STEPS))
    store = Store(open_database(tmp_path / "old.db"), "law_based_government")
    dossier = store.dossier_of("chat")
    assert (dossier.unit, dossier.years) == ("白土乡人民政府", (2025,))
    assert [answer.value for answer in dossier.answers] == [Words("甲")]
    assert [outgoing.chat for outgoing in store.unsent()] == ["chat"]
    assert store.seen("telegram:1")
    store.db.close()


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    db = open_database(tmp_path / "wengao.db")
    before = "\n".join(db.conn.iterdump())
    migrate(db)
    assert "\n".join(db.conn.iterdump()) == before
    db.close()


@pytest.mark.parametrize("step", range(len(STEPS) + 1))
def test_a_database_of_a_newer_program_is_refused_with_a_sentence_and_left_as_it_is(tmp_path: Path, step: int) -> None:
    path = tmp_path / "newer.db"
    left_at(path, step)
    db = Database(path)
    migrations.ensure_migrations_table(db)
    newer = {"migration_set": "wengao", "name": "m999_of_tomorrow", "applied_at": "2030-01-01"}
    table(db, "_sqlite_migrations").insert(newer)
    before = "\n".join(db.conn.iterdump())
    with pytest.raises(StoreError, match=r"更新版本的问稿.+请先升级程序.*。$"):
        open_database(path)
    assert "\n".join(db.conn.iterdump()) == before
    db.close()


def test_the_steps_of_another_program_in_the_same_file_are_none_of_our_business(tmp_path: Path) -> None:
    db = Database(tmp_path / "shared.db")
    migrations.ensure_migrations_table(db)
    theirs = {"migration_set": "other", "name": "m999_of_theirs", "applied_at": "2030-01-01"}
    table(db, "_sqlite_migrations").insert(theirs)
    db.close()
    opened = open_database(tmp_path / "shared.db")
    assert [step.name for step in migrations.applied(opened)] == STEPS
    opened.close()
