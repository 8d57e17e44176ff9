"""What the store promises: a private file, all of an update or nothing, no answer overwritten or shown to others."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import Desk
from bot.errors import StoreError
from bot.interview.events import (
    Answer,
    Ask,
    Button,
    Cleared,
    Dossier,
    Fact,
    Joined,
    Member,
    Named,
    Opened,
    Reply,
    Say,
    Turn,
)
from bot.interview.inputs import Said
from bot.interview.orders import Issue
from bot.interview.session import Session, State
from bot.interview.values import Bound, Chosen, Day, Nothing, Number, Period, Reference, Value, Words
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.store import Outgoing, Store

AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
ASKING = Session(State.ASKING, 2025, "audience", 3)
EVENTS = Number(Decimal(16), "16", "次")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(open_database(tmp_path / "wengao.db"), "law_based_government")
    yield store
    store.db.close()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(open_database(tmp_path_factory.mktemp("store") / "wengao.db"), "law_based_government")
    join(store, "白土乡人民政府", "chat")
    yield store
    store.db.close()


def keep(store: Store, chat: str, *facts: Fact, replies: tuple[Reply, ...] = (), key: str = "") -> None:
    with store.transaction():
        store.save(chat, key or f"{chat}:{store.next_key()}", Turn(ASKING, facts, replies), AT)


def join(store: Store, unit: str, chat: str, *facts: Fact) -> None:
    """Bring a chat into a unit through an invite, with a draft of 2025."""
    invite = store.load(chat, make_invite(store.db, unit, AT), AT)[1].invite
    assert invite
    keep(store, chat, Joined(invite.hash), Named("小李"), Opened(2025), *facts)


def answer(question: str, value: Value | Nothing, item: int = 0, year: int | None = 2025) -> Answer:
    return Answer(year, question, value, "原话", AT, item, item, "typed", "小李", 812)


def known(store: Store, chat: str) -> Dossier:
    return store.dossier_of(chat)


def rows(store: Store, table: str) -> int:
    return int(store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - names of this file


def test_the_database_is_its_owners_alone_and_every_commit_is_on_disk(store: Store, tmp_path: Path) -> None:
    join(store, "白土乡人民政府", "chat")
    assert {path.name for path in tmp_path.iterdir()} == {"wengao.db", "wengao.db-wal", "wengao.db-shm"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    assert [store.db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas] == ["wal", 2, 1]


@pytest.mark.parametrize("mask", [0, 0o377])
def test_the_files_are_private_whatever_the_umask_and_whatever_the_mode_was(tmp_path: Path, mask: int) -> None:
    (tmp_path / "wengao.db").touch(mode=0o666)
    before = os.umask(mask)
    try:
        for name in ("wengao.db", "new.db"):
            store = Store(open_database(tmp_path / name), "law_based_government")
            join(store, "白土乡人民政府", "chat")
            assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob(f"{name}*")} == dict.fromkeys(
                (name, f"{name}-wal", f"{name}-shm"), 0o600
            )
            store.db.close()
    finally:
        os.umask(before)


def test_a_row_of_a_unit_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.db.execute("INSERT INTO members (unit, chat, role, name) VALUES (7, 'chat', 'owner', '')")


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(there: bool) -> None:  # noqa: FBT001
    us = os.geteuid()
    somebody = 65534 if us == 0 else us  # root may write anywhere
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wengao.db"
        if there:
            open_database(path).close()
            os.chown(path, somebody, -1)
        Path(folder).chmod(0o555)
        os.seteuid(somebody)
        try:
            with pytest.raises(StoreError, match=r"打不开（[^（）]+），请检查路径、权限和磁盘空间。$"):
                open_database(path)
        finally:
            os.seteuid(us)
            Path(folder).chmod(0o700)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("wengao.db", lambda path: path.mkdir()),
        ("wengao.db", lambda path: path.write_bytes(b"no database" * 99)),
        ("missing/wengao.db", lambda _: None),
        ("file/wengao.db", lambda path: path.parent.write_bytes(b"")),
    ],
)
def test_a_place_or_file_that_cannot_be_a_database_is_told_in_a_sentence_and_left(
    tmp_path: Path, name: str, make: Callable[[Path], object]
) -> None:
    make(tmp_path / name)
    before = sorted((path, path.is_file() and path.read_bytes()) for path in tmp_path.rglob("*"))
    with pytest.raises(StoreError, match=r"打不开（[^（）]+），请检查路径、权限和磁盘空间。$"):
        open_database(tmp_path / name)
    assert sorted((path, path.is_file() and path.read_bytes()) for path in tmp_path.rglob("*")) == before


TEXT = st.text(max_size=12)
DAYS = st.builds(Day, st.none() | st.integers(1949, 2100), st.integers(1, 12), st.none() | st.integers(1, 31))
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.builds(
        Number, st.decimals(0, 10**12, places=2) | st.integers().map(Decimal), TEXT, TEXT, st.sampled_from(Bound)
    ),
    DAYS,
    st.builds(Period, DAYS, DAYS),
    st.builds(Chosen, st.lists(TEXT).map(tuple), st.lists(TEXT).map(tuple)),
    st.builds(Words, TEXT),
    st.builds(Reference, TEXT, TEXT, TEXT),
)


@given(st.lists(VALUES | st.sampled_from(Nothing), min_size=1, max_size=6), st.none() | st.just(2025))
@settings(max_examples=60, deadline=None)
def test_a_value_of_every_kind_comes_back_as_it_was_stored(
    lasting: Store, values: list[Value | Nothing], year: int | None
) -> None:
    question = f"q{rows(lasting, 'updates')}"
    given = tuple(answer(question, value, item, year) for item, value in enumerate(values, 1))
    keep(lasting, "chat", *given)
    dossier = known(lasting, "chat")
    assert tuple(each for each in dossier.answers if each.question == question) == given
    assert dossier.used[year, question] == len(values)


def test_a_changed_answer_stays_in_the_history_and_the_newest_counts(store: Store) -> None:
    join(store, "白土乡人民政府", "chat", answer("events", EVENTS))
    for value in (Nothing.LATER, replace(EVENTS, printed="18")):
        keep(store, "chat", answer("events", value))
    history = store.db.execute("SELECT printed, absence FROM answers ORDER BY id").fetchall()
    assert [tuple(row) for row in history] == [("16次", None), ("", "later"), ("18次", None)]
    assert store.db.execute("SELECT printed FROM current_answers").fetchall() == [("18次",)]
    assert [each.value for each in known(store, "chat").answers] == [replace(EVENTS, printed="18")]


def test_an_answer_taken_back_is_gone_but_not_from_the_history_nor_is_its_number_used_again(store: Store) -> None:
    join(store, "白土乡人民政府", "chat", *(answer("problems", Words(f"{item}"), item) for item in (1, 2)))
    keep(store, "chat", Cleared(2025, "problems", 2, AT))
    assert [each.value for each in known(store, "chat").answers] == [Words("1")]
    assert known(store, "chat").used == {(2025, "problems"): 2}
    assert rows(store, "answers") == 3


def test_a_unit_never_sees_the_answers_or_years_of_another(store: Store) -> None:
    units = {"chat a": "白土乡人民政府", "chat b": "柳河镇人民政府"}
    for chat, unit in units.items():
        join(store, unit, chat, answer("county", Words(unit), year=None), answer("events", Words(unit)))
    keep(store, "chat a", Opened(2024), answer("events", EVENTS, year=2024), Named("小王"))
    keep(store, "chat b", Cleared(2025, "events", 0, AT))
    assert known(store, "chat a").years == (2024, 2025)
    county = answer("county", Words("柳河镇人民政府"), year=None)
    assert known(store, "chat b") == Dossier("柳河镇人民政府", Member("小李", "owner"), None, (2025,), (county,))
    join(store, "白土乡人民政府", "chat c")
    assert known(store, "chat c").answers == tuple(
        each._replace(by="小王", message=None) for each in known(store, "chat a").answers
    )
    assert known(store, "a stranger") == Dossier()


def test_another_pack_of_the_same_unit_shares_what_is_kept_and_no_years_answers(store: Store) -> None:
    join(store, "白土乡人民政府", "chat", answer("county", Words("黔江区"), year=None), answer("events", EVENTS))
    other = known(Store(store.db, "another_pack"), "chat")
    assert (other.years, [each.question for each in other.answers]) == ((), ["county"])


BROKEN = (answer("events", EVENTS), answer("events", EVENTS, year=1999))


def fail(store: Store, error: type[BaseException]) -> None:
    """Save a whole turn, and raise before it is committed."""
    with store.transaction():
        store.save("chat", "a key", Turn(ASKING, BROKEN[:1], (Say("好"), Issue("work_summary", 2025))), AT)
        assert store.seen("a key")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_between_load_and_commit_leaves_nothing(store: Store, error: type[BaseException]) -> None:
    join(store, "白土乡人民政府", "chat")
    before = "\n".join(store.db.conn.iterdump())
    with pytest.raises(error):
        fail(store, error)
    assert "\n".join(store.db.conn.iterdump()) == before
    with pytest.raises(TypeError):  # in the middle of a save: the second fact has no draft
        keep(store, "chat", *BROKEN, key="a key")
    assert "\n".join(store.db.conn.iterdump()) == before
    keep(store, "chat", *BROKEN[:1], key="a key")
    assert store.seen("a key")


def test_nothing_is_seen_from_elsewhere_before_it_is_committed(store: Store, tmp_path: Path) -> None:
    join(store, "白土乡人民政府", "chat")
    other = Store(open_database(tmp_path / "wengao.db"), store.pack_id)
    with store.transaction():
        store.save("chat", "a key", Turn(ASKING, BROKEN[:1], (Say("好"),)), AT)
        assert (known(other, "chat").answers, other.seen("a key"), other.unsent()) == ((), False, [])
    assert (len(known(other, "chat").answers), other.seen("a key"), len(other.unsent())) == (1, True, 1)
    other.db.close()


def test_an_update_that_comes_twice_stores_nothing_twice(desk_at: Callable[[], Desk]) -> None:
    desk = desk_at()
    join(desk.store, "黔江区白土乡人民政府", "chat")
    keep(desk.store, "chat")
    for _ in range(3):
        desk.receive("chat", "telegram:7", Said(AT, "3000余人次"))
        desk = desk_at()
    assert rows(desk.store, "answers") == 1
    assert desk.store.db.execute("SELECT count(*) FROM updates WHERE key = 'telegram:7'").fetchone()[0] == 1
    (shown,) = [row.reply for row in desk.store.unsent("chat")]
    assert isinstance(shown, Ask)


def test_an_invite_lets_one_in_the_owner_first_and_then_editors(store: Store) -> None:
    codes = [make_invite(store.db, "白土乡人民政府", AT) for _ in range(3)]
    for number, code in enumerate(codes):
        invite = store.load("a stranger", code, AT)[1].invite
        assert invite
        assert (invite.unit, invite.role) == ("白土乡人民政府", "editor" if number else "owner")
        keep(store, f"chat {number}", Joined(invite.hash))
        assert known(store, f"chat {number}").member == Member("", invite.role)
        assert store.load("a stranger", code, AT)[1].invite is None
    assert rows(store, "units") == 1


@pytest.mark.parametrize(("days", "good"), [(0, True), (7, True), (7.001, False), (400, False)])
def test_an_invite_is_good_for_seven_days(store: Store, days: float, good: bool) -> None:  # noqa: FBT001
    code = make_invite(store.db, "白土乡人民政府", AT)
    later = (AT + timedelta(days=days)).astimezone(tz=None)
    assert (store.load("a stranger", code, later)[1].invite is not None) == good
    assert store.load("a stranger", code[:-1], AT)[1].invite is None
    assert store.load("a stranger", "", AT)[1].invite is None


def test_no_file_holds_the_code_of_an_invite_but_its_hash(store: Store, tmp_path: Path) -> None:
    code = make_invite(store.db, "白土乡人民政府", AT)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert code.encode() not in stored
    assert hashlib.sha256(code.encode()).hexdigest().encode() in stored


def test_what_is_to_be_sent_comes_in_order_once_and_an_edit_names_the_message_it_replaces(store: Store) -> None:
    ask = Ask("问？", ((Button("=yes", "是"), Button("=no", "否")),), 4)
    replies: list[Reply] = [Say("好"), Issue("work_summary", 2025), ask]
    for chat in ("chat a", "chat b"):
        join(store, chat, chat)
        keep(store, chat, replies=tuple(replies))
    waiting = store.unsent("chat a")
    assert [row.reply for row in waiting] == replies
    assert [row.chat for row in store.unsent()] == ["chat a"] * 3 + ["chat b"] * 3
    for message, row in enumerate(waiting, 800):
        store.mark_sent(row, message, AT)
    again = replace(ask, replaces=True)
    keep(store, "chat a", replies=(again, again))  # the second edit too takes the place of the message sent first
    edits = store.unsent("chat a")
    assert edits == [Outgoing(row.id, "chat a", again, 802) for row in edits]
    assert len(edits) == 2
    for row in edits:
        store.mark_sent(row, 802, AT)
    assert [row.chat for row in store.unsent()] == ["chat b"] * 3


def test_the_terminals_unit_is_made_once(store: Store) -> None:
    for _ in range(2):
        store.ensure_local("terminal", AT)
    assert (rows(store, "units"), known(store, "terminal").member) == (1, Member("", "owner"))
