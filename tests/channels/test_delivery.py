"""What happens to a message when something goes wrong on its way in or out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiolimiter import AsyncLimiter

from bot.channels import telegram_pace, telegram_poll
from bot.channels.telegram import serve
from bot.errors import ChannelError
from bot.interview import table as steps_table
from bot.interview.session import State
from tests.botapi import BotApi
from tests.channels.lives import CHAT, TO, Open, joined, running, settings


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_pace, "FIRST_PAUSE", 0)


def told(api: BotApi, chat: int = CHAT) -> list[str]:
    """The texts of the bot; what stands under files is not among them."""
    return [message.text for message in api.user(chat).messages if message.from_bot and message.kind == "text"]


def poisoned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let one text be more than the core can bear; the list grows each time it is met."""
    met: list[str] = []
    table: Any = steps_table.TABLE[State.ASKING]
    step = next(step for input_, step in table.items() if getattr(input_, "__name__", "") == "Said")

    def bitten(scene: Any, given: Any) -> Any:
        if given.text == "毒":
            met.append(given.text)
            raise KeyError(given.text)
        return step(scene, given)

    monkeypatch.setitem(table, next(key for key, value in table.items() if value is step), bitten)
    return met


async def test_what_cannot_be_handled_is_put_aside_after_three_tries_and_holds_nobody_up(
    api: BotApi, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined(desk_at, "目录", "5")
    met, user = poisoned(monkeypatch), api.user(CHAT)
    desk = desk_at()
    async with running(api, desk):
        for text in ("《民法典》", "毒", "是"):
            user.say(text)
        for _ in range(3):
            await user.next_message()
        (aside,) = desk.store.db["parked"].rows
    assert met == ["毒"] * telegram_poll.TRIES
    assert [text.split("\n")[0] for text in told(api)] == [
        "✓ 谁执法谁普法：是",
        desk.content.pack.phrases["put_aside"],
        "【普法 3/6】已答8/46",
    ]
    assert (aside["chat"], aside["error"], "毒" in str(aside["evidence"])) == (TO, "KeyError('毒')", True)


async def test_an_update_the_library_cannot_read_is_put_aside_and_the_others_are_taken(
    api: BotApi, desk_at: Open
) -> None:
    joined(desk_at, "目录", "5")
    user, desk = api.user(CHAT), desk_at()
    user.say("《民法典》")
    api.world.updates.add("message", {"message_id": "not a number", "date": "yesterday", "chat": 7})
    user.say("是")
    async with running(api, desk):
        for _ in range(2):
            await user.next_message()
        (aside,) = desk.store.db["parked"].rows
    assert [text.split("\n")[0] for text in told(api)] == ["✓ 谁执法谁普法：是", "【普法 3/6】已答8/46"]
    assert "yesterday" in str(aside["evidence"])
    assert not api.world.updates.pending


async def test_a_chat_whose_messages_hang_holds_up_no_other(api: BotApi, desk_at: Open) -> None:
    others = range(1, 4)
    for chat in (CHAT, *others):
        joined(desk_at, chat=f"telegram:{chat}")
    api.fault("sendMessage", "delay", chat=CHAT, seconds=1)
    async with running(api, desk_at()):
        for chat in (CHAT, *others):
            api.user(chat).say("黔江区")
        await api.until(lambda: all(len(told(api, chat)) == 1 for chat in others), what="the others' screens")
        for chat in others:
            api.user(chat).say("白土乡")
        await api.until(lambda: all(len(told(api, chat)) == 2 for chat in others), what="their next screens")
        assert not told(api)
    assert len(told(api)) == 1


async def test_who_blocked_us_is_noted_and_left_alone(api: BotApi, desk_at: Open) -> None:
    joined(desk_at)
    user, desk = api.user(CHAT), desk_at()
    user.block()
    async with running(api, desk):
        user.say("黔江区")
        await api.until(lambda: bool(api.called("sendMessage")), what="a send")
        await api.settled()
        (refused,) = [row["refused"] for row in desk.store.db["outbox"].rows if row["refused"]]
    assert "blocked" in str(refused)
    assert len(api.called("sendMessage")) == 1


async def test_what_cannot_be_stored_is_said_once_fetched_again_and_stored_when_it_can(
    api: BotApi, desk_at: Open
) -> None:
    joined(desk_at)
    user, desk = api.user(CHAT), desk_at()
    desk.store.db.execute("PRAGMA busy_timeout=0")
    other = desk_at().store.db
    async with running(api, desk):
        other.conn.execute("BEGIN IMMEDIATE")
        user.say("黔江区")
        await api.until(lambda: len(api.called("getUpdates")) > 5, what="some rounds")
        assert told(api) == [desk.content.pack.phrases["not_stored"]]
        assert api.world.updates.pending
        other.conn.execute("ROLLBACK")
    assert told(api)[1].startswith("✓ 所在区县：黔江区")
    assert len(told(api)) == 2
    other.close()


async def test_what_was_sent_while_it_cannot_be_noted_is_not_sent_again(api: BotApi, desk_at: Open) -> None:
    joined(desk_at)
    user, desk = api.user(CHAT), desk_at()
    desk.store.db.execute("PRAGMA busy_timeout=0")
    other = desk_at().store.db
    async with running(api, desk):
        api.fault("sendMessage", "delay", seconds=0.2)
        user.say("黔江区")
        await api.until(lambda: bool(api.called("sendMessage")), what="the send")
        other.conn.execute("BEGIN IMMEDIATE")
        await user.next_message()
        await api.settled()
        assert desk.store.unsent(TO)
        other.conn.execute("ROLLBACK")
    assert len(api.called("sendMessage")) == 1
    other.close()


async def test_a_report_that_cannot_be_written_is_said_and_the_menu_still_comes(
    api: BotApi, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined(desk_at, "目录")
    user, desk = api.user(CHAT), desk_at()

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.desk.compose", broken)
    async with running(api, desk):
        user.say("/draft")
        for _ in range(3):
            await user.next_message()
    phrases = desk.content.pack.phrases
    assert {phrases["drafting"], phrases["not_written"]} < set(told(api))
    assert user.messages[-1].keyboard or user.messages[-2].keyboard


async def test_a_start_without_a_network_works_once_it_is_back(api: BotApi, desk_at: Open) -> None:
    joined(desk_at)
    for method in ("getMe", "deleteWebhook", "getUpdates"):
        api.fault(method, "drop_before", times=3)
    async with running(api, desk_at()):
        api.user(CHAT).say("黔江区")
    assert len(told(api)) == 1


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refused_token_ends_the_process_with_a_sentence(api: BotApi, desk_at: Open, status: int) -> None:
    api.fault("getUpdates", "status", status=status, description="Unauthorized")
    with pytest.raises(ChannelError, match="不认这个令牌") as caught:
        await asyncio.wait_for(serve(desk_at(), settings(api), asyncio.Event(), None), 5)
    assert api.token not in repr(caught.value)


async def test_what_a_turn_says_to_a_colleague_goes_out_at_once(api: BotApi, desk_at: Open) -> None:
    other = 12
    joined(desk_at)
    joined(desk_at, chat=f"telegram:{other}")
    owner = api.user(CHAT)
    async with running(api, desk_at()):
        owner.say("/members")
        await owner.next_message()
        owner.press("移出2：小李")
        await owner.next_message()
        owner.press("确定移出")
        await api.until(lambda: bool(told(api, other)), what="the colleague's sentence")
    assert "移出" in told(api, other)[0]


async def test_a_person_who_blocks_and_comes_back_holds_up_nobody(api: BotApi, desk_at: Open) -> None:
    joined(desk_at, "黔江区", "都对", "跳过")
    user, desk = api.user(CHAT), desk_at()
    async with running(api, desk):
        user.say("/start")
        await user.next_message()
        api.fault("editMessageText", "status", status=403, description="Forbidden: bot was blocked by the user")
        user.press("乡村振兴")
        await api.until(lambda: bool(api.called("editMessageText")), what="an edit")
        await api.settled()
        user.press("基层治理")
        await user.next_message(edits=True)
        user.press("完成")
        await user.next_message()
        user.say("/menu")
        await user.next_message()
    rows = list(desk_at().store.db["outbox"].rows)
    assert [row["refused"] for row in rows if row["refused"] or not row["sent_at"]] == []


async def test_what_arrived_of_a_long_message_is_not_sent_again(api: BotApi, desk_at: Open) -> None:
    items = [f"第{number}个问题" + "人少事多" * 60 for number in range(8)]
    joined(desk_at, "目录", "11", *items, "完成", *items[::-1], "完成", *items)
    user, desk = api.user(CHAT), desk_at()
    async with running(api, desk):
        user.say("/draft")
        await user.next_message()
        await user.next_message()
        fault = api.fault("sendMessage", "status")
    assert fault.struck
    texts = [text for text in told(api) if "人少事多" in text]
    assert len(texts) == len(set(texts)) > 0
    assert len({call.params["text"] for call in api.called("sendMessage") if call.status == 200}) == len(told(api))


async def test_a_screen_that_cannot_be_changed_any_more_is_left_and_the_next_one_says_what_was_understood(
    api: BotApi, desk_at: Open
) -> None:
    joined(desk_at, "目录", "5")
    user = api.user(CHAT)
    async with running(api, desk_at()):
        user.say("/start")
        asked = await user.next_message()
        api.fault("editMessageText", "status", status=400, description="Bad Request: message to edit not found")
        user.say("《民法典》")
        following = await user.next_message()
        user.say("是")
        last = await user.next_message()
    assert asked.labels
    assert asked.text.startswith("【普法 1/6】")
    assert following.text == "✓ 谁执法谁普法：是"
    assert not following.labels
    assert last.text.startswith("【普法 3/6】")
    first, second = (call.params["text"] for call in api.called("sendMessage")[1:])
    assert first.startswith("✓ 宣传的法律法规：《民法典》\n\n【普法 2/6】")
    assert second == last.text


async def test_a_process_that_ends_between_the_change_and_the_next_screen_does_both_again(
    api: BotApi, desk_at: Open
) -> None:
    joined(desk_at, "目录", "5")
    user = api.user(CHAT)
    async with running(api, desk_at()):
        user.say("/start")
        asked = await user.next_message()
    fault = api.fault("sendMessage", "drop_before", times=10**9)
    life = asyncio.create_task(serve(desk_at(), settings(api), asyncio.Event(), None))
    user.say("《民法典》")
    await api.until(lambda: bool(fault.struck), what="a send that fails")
    life.cancel()
    await asyncio.gather(life, return_exceptions=True)
    fault.times = 0
    async with running(api, desk_at()):
        following = await user.next_message()
    assert (asked.text, asked.labels) == ("✓ 宣传的法律法规：《民法典》", [])
    assert following.text.startswith("【普法 2/6】")
    assert [call.status for call in api.called("editMessageText")] == [200, 400]


class Full(AsyncLimiter):
    """A limit that is always reached, and holds nobody up for long."""

    def has_capacity(self, amount: float = 1) -> bool:
        return False

    async def acquire(self, amount: float = 1) -> None:
        await asyncio.sleep(0)


async def test_where_messages_wait_for_the_limit_a_screen_is_left_as_it_is(api: BotApi, desk_at: Open) -> None:
    joined(desk_at, "目录", "5")
    user, stopping, desk = api.user(CHAT), asyncio.Event(), desk_at()
    limit = Full(1, 1)
    life = asyncio.create_task(serve(desk, settings(api), stopping, limit))
    user.say("/start")
    asked = await user.next_message()
    user.say("《民法典》")
    following = await user.next_message()
    stopping.set()
    await life
    assert asked.labels
    assert following.text.startswith("✓ 宣传的法律法规：《民法典》")
    assert not api.called("editMessageText")
