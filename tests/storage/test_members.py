"""Who is in a unit, one owner of each, and how often a stranger is heard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.desk import Desk
from bot.interview.events import (
    HandedOver,
    Joined,
    Member,
    Removed,
    Say,
    Turn,
)
from bot.interview.inputs import Commanded, Said
from bot.interview.session import Session, State
from bot.interview.steps import MOST_KNOCKS
from bot.storage.invites import make_invite
from bot.storage.members import knock, members_of
from tests.conftest import AT

HERE = Session(State.MENU, 2025)


def joined(desk: Desk, *chats: str) -> None:
    for chat in chats:
        invite = desk.store.load(chat, make_invite(desk.store.db, "白土乡人民政府", AT), AT)[1].invite
        assert invite
        with desk.store.transaction():
            desk.store.save(chat, f"join:{chat}", Turn(HERE, (Joined(invite.hash),), ()), AT)


def test_the_first_is_owner_and_handing_over_makes_another_the_only_one(desk_at: Callable[[], Desk]) -> None:
    desk = desk_at()
    joined(desk, "a", "b", "c")
    assert [member.role for member in members_of(desk.store.db, 1)] == ["owner", "editor", "editor"]
    assert desk.store.dossier_of("b").colleagues == (Member("", "owner", 1), Member("", "editor", 3))
    with desk.store.transaction():
        desk.store.save("a", "over", Turn(HERE, (HandedOver(3, "请接手"),), ()), AT)
    assert [member.role for member in members_of(desk.store.db, 1)] == ["editor", "editor", "owner"]
    assert [(row.chat, row.reply) for row in desk.store.unsent()] == [("c", Say("请接手"))]
    desk.store.db.close()


def test_who_is_put_out_is_told_once_and_their_unused_codes_open_nothing(desk_at: Callable[[], Desk]) -> None:
    desk = desk_at()
    joined(desk, "a", "b")
    code = make_invite(desk.store.db, "白土乡人民政府", AT)
    for key in ("once", "again"):
        with desk.store.transaction():
            desk.store.save("a", key, Turn(HERE, (Removed(2, "再见"),), ()), AT)
    assert [(row.chat, row.reply) for row in desk.store.unsent()] == [("b", Say("再见"))]
    assert desk.store.session_of("b") == Session()
    assert desk.store.load("b", code, AT)[1].invite is None
    desk.store.db.close()


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("times", "last"),
    [
        ([timedelta()] * 25, 25),
        ([timedelta()] * 25 + [HOUR - timedelta(seconds=1)], 26),
        ([timedelta()] * 25 + [HOUR], 1),
        ([timedelta(minutes=minute) for minute in range(0, 120, 4)], 15),
        ([HOUR * 1000] * 12 + [timedelta()], 13),  # the clock went back: no new hour
        ([HOUR * 1000] * 12 + [timedelta(), HOUR], 1),  # and the wait is not longer than one
        ([timedelta()] * 9 + [-HOUR * 5] * 3 + [timedelta()], 1),
    ],
)
def test_a_strangers_messages_are_counted_by_the_hour(
    desk_at: Callable[[], Desk], times: list[timedelta], last: int
) -> None:
    db = desk_at().store.db
    count = 0
    for passed in times:
        count = knock(db, "chat", AT + passed)
    assert (count, knock(db, "another", AT)) == (last, 1)
    db.close()


def sent(desk: Desk, at: datetime, *texts: str) -> list[str]:
    """What a stranger is told to these."""
    for text in texts:
        desk.receive("guess", f"{desk.store.next_key()}", Commanded(at, "start", text))
    told = [desk.message(row).text for row in desk.store.unsent("guess")]
    for row in desk.store.unsent("guess"):
        desk.store.mark_sent(row, 1, at)
    return told


def test_after_ten_messages_nothing_is_looked_up_or_said_and_only_the_counter_moves(
    desk_at: Callable[[], Desk],
) -> None:
    desk = desk_at()
    phrases = desk.content.pack.phrases
    wrong = "A" * 16
    assert sent(desk, AT, *[wrong] * MOST_KNOCKS) == [phrases["bad_code"]] * 9 + [phrases["stranger_wait"]]
    code = make_invite(desk.store.db, "白土乡人民政府", AT)
    before = [line for line in desk.store.db.conn.iterdump() if "strangers" not in line]
    assert sent(desk, AT, code, wrong, "", code) == []
    assert [line for line in desk.store.db.conn.iterdump() if "strangers" not in line] == before
    assert list(desk.store.db["strangers"].rows) == [{"chat": "guess", "since": AT.isoformat(), "count": 14}]
    (told,) = sent(desk, AT + HOUR, code)
    assert "白土乡人民政府" in told
    assert list(desk.store.db["strangers"].rows) == []
    desk.store.db.close()


def test_the_tenth_message_still_opens_with_a_good_code(desk_at: Callable[[], Desk]) -> None:
    desk = desk_at()
    code = make_invite(desk.store.db, "白土乡人民政府", AT)
    assert "白土乡人民政府" in sent(desk, AT, *["A" * 16] * 9, code)[-1]
    desk.store.db.close()


def test_wrong_used_and_expired_codes_are_answered_alike_whether_a_unit_exists(desk_at: Callable[[], Desk]) -> None:
    desk = desk_at()
    told = set(sent(desk, AT, "A" * 16))
    joined(desk, "a")
    expired = make_invite(desk.store.db, "白土乡人民政府", AT - timedelta(days=8))
    used = make_invite(desk.store.db, "白土乡人民政府", AT)
    desk.receive("b", "b", Said(AT, used))
    told |= set(sent(desk, AT, "B" * 16, expired, used, used[:-1] + "A"))
    assert told == {desk.content.pack.phrases["bad_code"]}
    desk.store.db.close()


def test_a_member_is_never_counted(desk_at: Callable[[], Desk]) -> None:
    desk = desk_at()
    joined(desk, "a")
    for number in range(30):
        desk.receive("a", f"{number}", Commanded(AT, "menu"))
    assert len(desk.store.unsent("a")) == 30
    assert list(desk.store.db["strangers"].rows) == []
    desk.store.db.close()


def test_nothing_is_kept_of_a_stranger_but_the_counter_and_that_the_update_was_seen(
    desk_at: Callable[[], Desk],
) -> None:
    desk = desk_at()
    assert len(sent(desk, AT, "A" * 16, "", "你好")) == 3
    kept = {name for name in desk.store.db.table_names() if name[0] != "_" and list(desk.store.db[name].rows)}
    assert kept == {"strangers", "updates"}
    desk.store.db.close()
