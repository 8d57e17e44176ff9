"""An update costs the same whatever the size of the database: each of its statements finds its rows by an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.channels.terminal import CHAT
from bot.content.answers_file import read_answers
from bot.demo import play
from bot.desk import Desk
from bot.interview.inputs import Commanded, Edited, Input, Pressed, Said
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.store import Store
from bot.storage.uploads import Upload, file_of, keep_uploads
from tests.short import CONTENT

AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
SECONDS = count(1)
WAITING = "outbox_unsent"
"""An index of what waits to be sent: looking through it looks at nothing that was sent."""


@pytest.fixture
def code(desk: Desk) -> str:
    return make_invite(desk.store.db, "柳河镇人民政府", AT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = Store(open_database(tmp_path / "wengao.db"), CONTENT.pack.id)
    yield Desk(store, CONTENT)
    store.db.close()


def scans(db: Database, statement: str) -> list[str]:
    """Give the tables a statement reads from end to end, as its plan has it; what it put together itself is none."""
    plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]
    own = {step.split()[1] for step in plan if step.startswith(("MATERIALIZE", "CO-ROUTINE"))}
    whole = [step for step in plan if step.startswith("SCAN") or "AUTOMATIC" in step]
    return [step for step in whole if step.split()[1] not in own and WAITING not in step]


def send(desk: Desk, chat: str, *inputs: Input) -> None:
    """Take inputs as a channel does, each at a moment of its own, and send what they are answered."""
    for given in inputs:
        later = replace(given, at=AT + timedelta(seconds=next(SECONDS)))
        desk.receive(chat, f"{chat}:{desk.store.next_key()}", later)
        assert desk.store.chats_waiting() == [chat]
        for outgoing in desk.store.unsent(chat):
            assert CONTENT.pack.phrases["old_button"] not in desk.message(outgoing).text
            desk.store.mark_sent(outgoing, outgoing.id, AT)


def press(desk: Desk, *choices: str) -> None:
    for choice in choices:
        send(desk, CHAT, Pressed(AT, desk.store.session_of(CHAT).screen, choice))


def talk(desk: Desk, code: str) -> None:
    """Hold a whole conversation, with all that can become so in one: a chat joins, answers, takes back, orders."""
    send(desk, "chat", Commanded(AT, "start", code), Said(AT, "小李"), Said(AT, "2025"))
    play(desk, read_answers(CONTENT.sample, CONTENT.pack), lambda _: None)
    send(desk, CHAT, Commanded(AT, "draft"), Commanded(AT, "menu"))
    press(desk, "s:publicity", "q:publicity_laws", "-constitution", "+constitution", "menu")
    press(desk, "s:problems", "q:problems", "i1", "delete")
    send(desk, CHAT, Commanded(AT, "file"), Said(AT, "定稿"), Said(AT, "撤回定稿"), Said(AT, "数据有误"))
    press(desk, "s:problems", "q:problems", "clear", "clear_yes", "menu")
    send(desk, CHAT, Commanded(AT, "undo"), Edited(AT, "16次", 1))
    keep_uploads(desk.store.db, CHAT, [Upload(7, "document", "ab", "file")])
    assert file_of(desk.store.db, CHAT, 7, "document", "ab") == "file"
    desk.put_aside(CHAT, "broken", "{}", "ValueError", AT)


def test_no_statement_of_an_update_looks_through_a_table(desk: Desk, code: str) -> None:
    statements: set[str] = set()
    desk.store.db.conn.set_trace_callback(statements.add)
    talk(desk, code)
    desk.store.db.conn.set_trace_callback(None)
    ours = [text for text in statements if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE)", text)]
    written = {match[1] for text in ours if (match := re.match(r"\s*(?:INSERT.* INTO|UPDATE) (\w+)", text))}
    assert written >= {"members", "drafts", "answers", "sessions", "updates", "outbox", "invites", "uploads", "filings"}
    assert {text: found for text in ours if (found := scans(desk.store.db, text))} == {}


def test_what_is_current_of_a_unit_is_looked_for_among_its_own_answers(desk: Desk) -> None:
    assert scans(desk.store.db, "SELECT * FROM current_answers WHERE unit = 1") == []
    assert scans(desk.store.db, "SELECT * FROM current_answers") != []


def test_the_newest_of_each_answer_is_current_unless_it_was_taken_back(desk: Desk, code: str) -> None:
    talk(desk, code)
    newest: dict[tuple[object, ...], tuple[int, object]] = {}
    sql = "SELECT id, unit, draft, question, item, absence FROM answers"
    for id_, *place, absence in desk.store.db.execute(f"{sql} ORDER BY id"):
        newest[tuple(place)] = (id_, absence)
    current = desk.store.db.execute("SELECT id FROM current_answers").fetchall()
    assert sorted(id_ for (id_,) in current) == sorted(id_ for id_, absence in newest.values() if absence != "cleared")
    assert any(absence == "cleared" for _, absence in newest.values())
