"""Databases of every earlier shape, with rows in them, come to the newest one; newer ones are left alone.

schemas/ holds for every released step a database as the program of that time left it. A new step gets its own with
`pytest --update`, which writes what is missing and never changes one that is there: delete by hand the dump of a step
that was not released yet and is still being changed, or has a new one before it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from sqlite_utils import Database

from bot.content.content import Content
from bot.desk import Desk
from bot.errors import StoreError
from bot.interview.inputs import Commanded, Said
from bot.interview.orders import Issue
from bot.interview.session import State
from bot.storage.migrations import migrate, migrations
from bot.storage.opening import open_database
from bot.storage.store import Store
from bot.storage.tables import table
from tests.conftest import AT

SCHEMAS = Path(__file__).parent / "schemas"
CHAT = "telegram:4711"

STEPS = [step.name for step in migrations.pending(Database(memory=True))]

# A row for each table, with which a new step's dump begins where the earlier one has none.
ROWS: Mapping[str, Mapping[str, object]] = {
    "units": {"id": 1, "name": "白土乡人民政府", "created_at": "2026-01-08T09:30:00+00:00"},
    "members": {"id": 1, "unit": 1, "chat": "chat", "role": "owner", "name": "小李"},
    "invites": {"hash": "ab", "unit": 1, "expires_at": "2026-01-15T09:30:00+00:00", "used_by": 1},
    "drafts": {"id": 1, "unit": 1, "pack": "law_based_government", "year": 2025},
    "answers": {"id": 1, "unit": 1, "draft": 1, "question": "problems", "item": 1, "position": 1, "member": 1}
    | {"typed": "甲", "source": "typed", "at": "2026-01-08", "value": '{"type": "Words", "text": "甲"}'},
    "amendments": {"id": 1, "unit": 1, "draft": 1, "sentence": "disputes.mediated", "act": "rewrite", "anchor": ""}
    | {"text": "共183起。", "ties": '[{"question": "disputes_mediated", "item": null, "printed": "183", "at": 1}]'}
    | {"place": "", "member": 1, "message": 900, "at": "2026-01-08T09:30:00+00:00", "source": "typed"},
    "sessions": {"chat": "chat", "state": "asking", "year": 2025, "question": "problems", "screen": 7},
    "updates": {"key": "telegram:1", "chat": "chat"},
    "parked": {"key": "telegram:2", "chat": "chat", "evidence": "{}", "error": "KeyError()", "at": "2026-01-08"},
    "alive": {"id": 1, "at": "2026-01-08T09:30:00+08:00"},
    "outbox": {"id": 1, "chat": "chat", "kind": "say", "payload": '{"text": "好"}'},
    "uploads": {"unit": 1, "bot": 110201543, "kind": "document", "hash": "ab", "file": "BQACAgUAA"},
    "checks": {"id": 1, "unit": 1, "draft": 1, "sentence": "problems.list", "text": "存在甲。", "member": 1}
    | {"at": "2026-02-28T09:30:00+00:00"},
    "filings": {"id": 1, "unit": 1, "draft": 1, "document": "work_summary", "number": 1, "text": "总结\n", "member": 1}
    | {"word": b"PK", "filed_at": "2026-03-01T09:30:00+00:00", "withdrawn_by": 1, "reason": "数据有误"}
    | {"blocks": '{"id": "work_summary", "name": "", "file": "", "blocks": []}', "withdrawn_at": "2026-03-02"},
    "packs": {"pack": "law_based_government", "version": "0a1b2c3d4e5f", "questions": "[]"},
    "wordings": {
        "id": 1,
        "unit": 1,
        "sentence": "publicity.events",
        "wording": 2,
        "member": 1,
        "at": "2026-01-08T09:30:00+08:00",
    },
    "strangers": {"chat": "stranger", "since": "2026-01-08T09:30:00+00:00", "count": 3},
}


Rows = dict[str, list[dict[str, object]]]


def schema(db: Database) -> list[tuple[str, str, str]]:
    """Every table, index, view and trigger as SQLite keeps it, whatever its blanks."""
    rows = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    return [(kind, name, " ".join((sql or "").split())) for kind, name, sql in rows]


def rows_of(db: Database) -> Rows:
    return {name: list(table(db, name).rows) for name in db.table_names() if not name.startswith("_")}


def left_at(step: str, path: Path) -> Rows:
    """Leave a database as the program of a step did; give its rows."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SCHEMAS / f"{step}.sql").read_text(encoding="utf-8"))
        return rows_of(Database(connection))


def apply_up_to(step: str, db: Database) -> None:
    after = STEPS[STEPS.index(step) + 1 :]
    migrations.apply(db, stop_before=after[0] if after else None)


def go_on(desk: Desk) -> None:
    """Be the official of the dumps, who comes back and answers how many leaflets there were."""

    def send(given: Commanded | Said) -> None:
        desk.receive(CHAT, f"{CHAT}:{desk.store.next_key()}", given)

    send(Commanded(AT, "start"))
    if desk.store.session_of(CHAT).state is State.YEAR:
        send(Said(AT, "2025"))
    send(Commanded(AT, "menu"))
    send(Said(AT, desk.content.pack.section_of["leaflets"].title))
    for command in ["skip"] * 6 + ["back"] * 12:  # it may have been answered before
        if "leaflets" not in (desk.question_of(CHAT), *desk.group_of(CHAT)[0]):
            send(Commanded(AT, command))
    send(Said(AT, "5000余份", 990))
    send(Commanded(AT, "draft"))


def write_dump(step: str, path: Path, content: Content) -> None:
    """Write what the step makes of the dump before it: a row in each new table, and the newest step's also in use."""
    left_at(STEPS[STEPS.index(step) - 1], path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        db = Database(connection)
        apply_up_to(step, db)
        if step == STEPS[-1]:
            go_on(Desk(Store(db, content.pack.id), content))
        for name in (name for name, rows in rows_of(db).items() if not rows):
            table(db, name).insert(dict(ROWS[name]))
        db.execute("UPDATE _sqlite_migrations SET applied_at = ?", [AT.isoformat()])
        dump = "\n".join(connection.iterdump()) + "\n"
    (SCHEMAS / f"{step}.sql").write_text(dump, encoding="utf-8")


def test_every_released_step_has_its_dump(request: pytest.FixtureRequest, tmp_path: Path, content: Content) -> None:
    for step in STEPS:
        if request.config.getoption("--update") and not (SCHEMAS / f"{step}.sql").exists():
            write_dump(step, tmp_path / f"{step}.db", content)
    without = [step for step in STEPS if not (SCHEMAS / f"{step}.sql").exists()]
    assert not without, "pytest --update writes them"
    assert {path.stem for path in SCHEMAS.iterdir()} == set(STEPS)


def test_the_rows_of_these_tests_fill_every_table() -> None:
    db = open_database(":memory:")
    assert {name for name in db.table_names() if not name.startswith("_")} == set(ROWS)


@pytest.mark.parametrize("step", STEPS)
def test_a_released_step_still_makes_the_shape_it_made_then(tmp_path: Path, step: str) -> None:
    left_at(step, tmp_path / "old.db")
    with closing(sqlite3.connect(tmp_path / "old.db")) as old, closing(sqlite3.connect(":memory:")) as new:
        apply_up_to(step, Database(new))
        assert schema(Database(old)) == schema(Database(new))


@pytest.mark.parametrize("step", STEPS)
def test_a_dump_has_rows_in_every_table_and_answers_of_every_kind(tmp_path: Path, step: str) -> None:
    rows = left_at(step, tmp_path / "old.db")
    assert [name for name, there in rows.items() if not there] == []
    if "answers" in rows:
        with closing(sqlite3.connect(tmp_path / "old.db")) as db:
            found = db.execute("SELECT coalesce(absence, json_extract(value, '$.type')) FROM answers")
            kinds = {kind for (kind,) in found}
        assert kinds >= {"Number", "Day", "Period", "Chosen", "Words", "Reference", "zero", "out", "later", "cleared"}


@pytest.mark.parametrize("step", STEPS)
def test_a_database_of_any_earlier_step_becomes_like_a_new_one_and_keeps_its_rows(tmp_path: Path, step: str) -> None:
    rows = left_at(step, tmp_path / "old.db")
    with closing(open_database(tmp_path / "old.db")) as old, closing(open_database(":memory:")) as new:
        assert schema(old) == schema(new)
        assert [each.name for each in migrations.applied(old)] == STEPS
        for name, before in rows.items():
            columns = list(before[0])
            assert [{column: row[column] for column in columns} for row in table(old, name).rows] == before
        assert old.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert old.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("step", STEPS)
def test_an_official_goes_on_answering_after_the_upgrade(tmp_path: Path, step: str, content: Content) -> None:
    rows = left_at(step, tmp_path / "old.db")
    with closing(open_database(tmp_path / "old.db")) as db:
        desk = Desk(Store(db, content.pack.id), content)
        go_on(desk)
        dossier = desk.store.dossier_of(CHAT)
        assert (dossier.unit, dossier.member and dossier.member.name) == ("黔江区白土乡人民政府", "小李")
        *_, report = [desk.message(row).text for row in desk.store.unsent(CHAT) if isinstance(row.reply, Issue)]
        assert "发放宣传资料5000余份" in report
        assert ("开展各类普法活动18场" in report) == ("answers" in rows)
        assert len(list(table(db, "answers").rows)) == len(rows.get("answers", [])) + 1
        if "updates" in rows:
            assert all(desk.store.seen(str(row["key"])) for row in rows["updates"])
            waiting = [row["id"] for row in rows["outbox"] if row["sent_at"] is None]
            assert [row.id for row in desk.store.unsent()][: len(waiting)] == waiting


@pytest.mark.parametrize("step", STEPS)
def test_before_rows_are_changed_a_copy_of_them_is_kept_beside_the_database(tmp_path: Path, step: str) -> None:
    rows = left_at(step, tmp_path / "old.db")
    open_database(tmp_path / "old.db").close()
    open_database(tmp_path / "old.db").close()
    pending = STEPS[STEPS.index(step) + 1 :]
    copies = [f"old.db.before-{pending[0][:4]}"] if pending else []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.db", *copies]
    for copy in copies:
        assert (tmp_path / copy).stat().st_mode & 0o777 == 0o600
        with closing(sqlite3.connect(tmp_path / copy)) as kept:
            assert rows_of(Database(kept)) == rows


def test_an_empty_database_is_upgraded_without_a_copy_and_a_second_upgrade_keeps_the_first_copy(tmp_path: Path) -> None:
    open_database(tmp_path / "new.db").close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]
    for _ in range(2):
        (tmp_path / "new.db").unlink()
        left_at(STEPS[0], tmp_path / "new.db")
        open_database(tmp_path / "new.db").close()
    assert sorted(path.name for path in tmp_path.glob("*.before-*")) == ["new.db.before-m002", "new.db.before-m002-2"]


def test_programs_that_start_at_once_upgrade_once(tmp_path: Path) -> None:
    left_at(STEPS[0], tmp_path / "old.db")
    together = Barrier(4)

    def start() -> None:
        together.wait()
        open_database(tmp_path / "old.db").close()

    with ThreadPoolExecutor(4) as pool:
        for started in [pool.submit(start) for _ in range(4)]:
            started.result()
    assert len(list(tmp_path.glob("*.before-*"))) == 1


def test_an_upgrade_that_fails_half_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    rows = left_at(STEPS[0], tmp_path / "old.db")
    with closing(sqlite3.connect(tmp_path / "old.db")) as db:
        db.execute("CREATE TABLE updates (mine TEXT)")  # in the way of a later step
        db.commit()
    with pytest.raises(StoreError, match=r"打不开（.*updates.*），请检查路径、权限和磁盘空间。$"):
        open_database(tmp_path / "old.db")
    assert [path.name for path in tmp_path.iterdir()] == ["old.db"]
    with closing(sqlite3.connect(tmp_path / "old.db")) as db:
        assert [step.name for step in migrations.applied(Database(db))] == STEPS[:1]
        assert rows_of(Database(db)) == rows | {"updates": []}


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    db = open_database(tmp_path / "wengao.db")
    before = "\n".join(db.conn.iterdump())
    migrate(db)
    assert "\n".join(db.conn.iterdump()) == before
    db.close()


@pytest.mark.parametrize("step", STEPS)
def test_a_database_of_a_newer_program_is_refused_with_a_sentence_and_left_byte_for_byte(
    tmp_path: Path, step: str
) -> None:
    path = tmp_path / "newer.db"
    left_at(step, path)
    with closing(Database(path)) as db:
        db.enable_wal()
        newer = {"migration_set": "wengao", "name": "m999_of_tomorrow", "applied_at": "2030-01-01"}
        table(db, "_sqlite_migrations").insert(newer)
    path.chmod(0o640)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"更新版本的问稿.+请先升级程序.*。$"):
        open_database(path)
    assert path.read_bytes() == before
    assert [(each.name, each.stat().st_mode & 0o777) for each in tmp_path.iterdir()] == [("newer.db", 0o640)]


def test_a_database_of_another_program_is_refused_with_a_sentence_and_left_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with closing(Database(path)) as db:
        table(db, "units").insert({"id": 1, "name": "theirs"})
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"别的程序的，请用 WENGAO_DB .*。$"):
        open_database(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["theirs.db"]


def test_the_steps_of_another_program_in_the_same_file_are_none_of_our_business(tmp_path: Path) -> None:
    db = Database(tmp_path / "shared.db")
    migrations.ensure_migrations_table(db)
    theirs = {"migration_set": "other", "name": "m999_of_theirs", "applied_at": "2030-01-01"}
    table(db, "_sqlite_migrations").insert(theirs)
    db.close()
    opened = open_database(tmp_path / "shared.db")
    assert [step.name for step in migrations.applied(opened)] == STEPS
    opened.close()
