"""A unit that was erased is in no row and in no byte of the database's files; every other unit is as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from bot.desk import Desk
from bot.interview.amendments import Act, Amended, Place
from bot.interview.approval import Checked, Filed, Withdrawn
from bot.interview.events import Answer, Fact, Named, Removed, Turn
from bot.interview.inputs import Commanded, Input, Said
from bot.interview.session import Session, State
from bot.interview.values import Words
from bot.storage.erase import tables_with
from bot.storage.invites import make_invite
from bot.storage.members import members_of
from bot.storage.store import Store
from tests.conftest import AT

MARK = "犇犇"
UNIT, OTHER = f"{MARK}乡人民政府", "柳河镇人民政府"
HERE = Session(State.MENU, 2025, "", 7)


def send(desk: Desk, chat: str, *given: Input) -> None:
    for one in given:
        desk.receive(chat, f"{chat}:{desk.store.next_key()}:{one.at}", one)


def join(desk: Desk, unit: str, *chats: str) -> None:
    for chat in chats:
        code = make_invite(desk.store.db, unit, AT)
        given: tuple[Input, ...] = (Commanded(AT, "start", code), Said(AT, f"{unit[:2]}小李"), Said(AT, "2025"))
        send(desk, chat, *given)


def answer(store: Store, chat: str, text: str, number: int) -> None:
    """Answer with words long and short, so that pages fill, split and overflow."""
    words = text * (1 + number * 37 % 400)
    own = Amended(2025, f"problems.+{number % 30}", Act.ADD, AT, words, (), "problems.problems", Place.AFTER)
    facts = (Answer(2025, "problems", Words(words), words, AT, number % 30 + 1), own)
    with store.transaction():
        store.save(chat, f"{chat}:{number}", Turn(HERE, facts, ()), AT)


def erased(desk: Desk, chat: str) -> None:
    """Let an owner erase the unit in the chat."""
    send(desk, chat, Commanded(AT, "erase"), Said(AT, UNIT))


def rows(db: Database) -> dict[str, list[dict[str, object]]]:
    return {name: list(db[name].rows) for name in db.table_names() if name[0] != "_"}


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def filled(desk: Desk) -> None:
    """Two units side by side; one colleague was put out, another is in the other unit by now."""
    join(desk, UNIT, "chat 1", "chat 2", "gone", "moved")
    join(desk, OTHER, "other 1", "other 2")
    for number in range(150):
        answer(desk.store, "chat 1", MARK, number)
        answer(desk.store, "other 1", "柳河", number)
        answer(desk.store, "gone", f"{MARK}走", number)
    ids = {member.id for member in members_of(desk.store.db, 1)}
    (one, *_), gone, moved = sorted(ids), max(ids) - 1, max(ids)
    assert one
    for number, member in enumerate((gone, moved)):
        with desk.store.transaction():
            desk.store.save("chat 1", f"out:{number}", Turn(HERE, (Removed(member, "再见"),), ()), AT)
    join(desk, OTHER, "moved")
    for chat, text in (("chat 1", MARK), ("other 1", "柳河")):
        with desk.store.transaction():
            desk.store.save(chat, f"filed:{chat}", Turn(HERE, vouched(text), ()), AT)


def vouched(text: str) -> tuple[Fact, ...]:
    """A sentence looked over, and a text filed and withdrawn."""
    filed = Filed(2025, "work_summary", 1, AT, text=text * 900, word=text.encode() * 900, blocks=text * 900)
    return Checked(2025, "problems.list", text * 90, AT), filed, Withdrawn(2025, "work_summary", 1, text, AT)


def test_an_erased_unit_is_in_no_byte_of_the_files_even_while_the_bot_runs(
    desk_at: Callable[[], Desk], tmp_path: Path
) -> None:
    desk = desk_at()
    filled(desk)
    assert MARK.encode() in files(tmp_path)
    erased(desk, "chat 1")
    assert MARK.encode() not in files(tmp_path)
    assert (tmp_path / "wengao.db-wal").stat().st_size == 0
    assert "柳河".encode() in files(tmp_path)
    desk.store.db.close()


def test_what_was_written_before_deletions_were_overwritten_is_gone_too(
    desk_at: Callable[[], Desk], tmp_path: Path
) -> None:
    desk = desk_at()
    desk.store.db.execute("PRAGMA secure_delete = OFF").fetchall()
    filled(desk)
    for number in range(150):
        with desk.store.transaction():
            desk.store.save("chat 2", f"name:{number}", Turn(HERE, (Named(f"{MARK}{number}" * 9),), ()), AT)
    desk.store.db.close()
    desk = desk_at()
    erased(desk, "chat 1")
    desk.store.db.close()
    assert MARK.encode() not in files(tmp_path)


def test_no_row_of_the_unit_or_its_chats_stays_and_the_other_unit_is_untouched(desk_at: Callable[[], Desk]) -> None:
    desk = desk_at()
    filled(desk)
    db = desk.store.db
    desk.put_aside("chat 2", "broken", f'{{"text": "{MARK}"}}', "KeyError", AT)
    before = rows(db)
    erased(desk, "chat 1")
    farewell = [outgoing for outgoing in desk.store.unsent() if outgoing.chat.startswith("chat")]
    assert [outgoing.chat for outgoing in farewell] == ["chat 2", "chat 1"]
    for outgoing in farewell:
        assert MARK not in desk.message(outgoing).text
        desk.store.mark_sent(outgoing, 1, AT)
    chats = {"chat 1", "chat 2", "gone"}
    for name, there in rows(db).items():
        ours = [row for row in there if row.get("unit") == 1 or (row.get("chat") or "") in chats]
        assert ours == [], name
        if name in tables_with(db, "unit"):
            assert there == [row for row in before[name] if row["unit"] != 1]
    assert [row["name"] for row in db["units"].rows] == [OTHER]
    kept = [row for row in before["updates"] if row["chat"] not in chats]
    assert list(db["updates"].rows) == kept
    assert {row["chat"] for row in db["outbox"].rows} == {"", "other 1", "other 2", "moved"}
    emptied = [row for row in db["outbox"].rows if row["chat"] == ""]
    assert {row["payload"] for row in emptied} == {"{}"}
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


def test_every_table_says_whose_its_rows_are(desk_at: Callable[[], Desk]) -> None:
    """Erasure goes by these columns: a table without them would keep what it holds of a unit."""
    db = desk_at().store.db
    named = {*tables_with(db, "unit"), *tables_with(db, "chat"), "units"}
    assert {name for name in db.table_names() if name[0] != "_"} - named == {"alive", "packs"}
    db.close()


def test_in_a_batch_the_log_is_emptied_once_the_batch_is_on_disk(desk_at: Callable[[], Desk], tmp_path: Path) -> None:
    desk = desk_at()
    filled(desk)
    with desk.store.transaction():
        erased(desk, "chat 1")
        desk.receive("other 1", "behind", Said(AT, "普法"))
    assert MARK.encode() not in files(tmp_path)
    desk.store.db.close()


def test_a_reader_in_the_way_only_puts_off_the_emptying_of_the_log(desk_at: Callable[[], Desk], tmp_path: Path) -> None:
    desk, reader = desk_at(), desk_at().store.db
    desk.store.db.execute("PRAGMA busy_timeout = 0").fetchall()
    filled(desk)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM answers").fetchall()
    erased(desk, "chat 1")
    assert MARK.encode() in files(tmp_path)
    reader.execute("ROLLBACK")
    send(desk, "other 1", Said(AT, "普法"))
    assert MARK.encode() not in files(tmp_path)
    for db in (reader, desk.store.db):
        db.close()
