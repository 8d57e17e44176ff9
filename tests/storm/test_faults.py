"""What goes wrong around a real process, and that no answer is lost or doubled by it; the storm's judge decides."""

from __future__ import annotations

import asyncio
import functools
import resource
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from bot.channels import telegram_http, telegram_pace
from tests.botapi import BotApi, Fault
from tests.channels.lives import CHAT, Open, joined, running
from tests.storm.process import Bot
from tests.storm.storm import Plan, Storm, ready
from tests.storm.verdict import judge

PLAN = Plan(officials=2, most=22, seed=4)
PAUSES = {"bot.channels.telegram_pace.FIRST_PAUSE": 0.01, "bot.channels.telegram_pace.LONGEST_PAUSE": 0.05}
READS = {"bot.channels.telegram_poll.POLL_SECONDS": 1, "bot.channels.telegram_http.READ_SECONDS": 0.5}
HASTE: dict[str, Any] = {"unlimited": True, "busy": 20, "set": PAUSES}
UNREADABLE = {"message_id": "not a number", "date": "yesterday", "chat": 7}
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
DAY = 24 * 60 * 60


@asynccontextmanager
async def gathering(api: BotApi, folder: Path) -> AsyncIterator[Storm]:
    """Officials and a bot that is not started yet; at the end of every run no file holds the token."""
    storm = ready(PLAN, api, Bot(folder, api.token, api.url))
    try:
        yield storm
    finally:
        if storm.bot.alive:
            await storm.bot.kill()
    assert storm.bot.log.exists()
    assert storm.bot.leaks() == []


@pytest.fixture
async def storm(tmp_path: Path) -> AsyncIterator[Storm]:
    async with BotApi() as api, gathering(api, tmp_path) as storm:
        yield storm


async def weather(storm: Storm, resent: Fault | None = None, lives: int = 1) -> None:
    """Let the officials answer to the end, and see that all is there and nothing twice, and who lived through it.

    `resent`: the fault that had a message sent again each time it struck.
    """
    await storm.answer()
    assert not storm.silent
    await storm.calm()
    verdict = judge(storm.api, storm.bot, storm.officials)
    assert verdict.faults == []
    assert verdict.answers > 20
    assert verdict.repeated == (resent.struck if resent else 0)
    assert (storm.bot.alive, storm.bot.lives) == (True, lives)


Befalls = Callable[[BotApi], Fault]

STARTING: dict[str, Befalls] = {
    "nothing but errors": lambda api: api.fault("*", "status", 4),
    "no getMe": lambda api: api.fault("getMe", "drop_after", 2),
    "no deleteWebhook": lambda api: api.fault("deleteWebhook", "garbage"),
    "no commands": lambda api: api.fault("setMyCommands", "status"),
}
POLLING: dict[str, Befalls] = {
    "another poller": lambda api: api.fault("getUpdates", "status", 3, status=409, description=CONFLICT),
    "asked to wait": lambda api: api.fault("getUpdates", "retry", seconds=1),
    "an error of Telegram's": lambda api: api.fault("getUpdates", "status", 3, status=500),
    "no JSON": lambda api: api.fault("getUpdates", "garbage", 3),
    "no result": lambda api: api.fault("getUpdates", "answer", 2, body={"ok": True}),
    "no object": lambda api: api.fault("getUpdates", "answer", 2, body=[]),
    "a number for a result": lambda api: api.fault("getUpdates", "answer", 2, body={"ok": True, "result": 5}),
    "an update without id": lambda api: api.fault("getUpdates", "answer", 2, body={"ok": True, "result": [{}]}),
    "broken off": lambda api: api.fault("getUpdates", "drop_before", 99, share=0.3),
    "broken off after confirming": lambda api: api.fault("getUpdates", "drop_after", 99, share=0.3),
}
SENDING: dict[str, Befalls] = {
    "a fifth refused": lambda api: api.fault("sendMessage", "status", 999, share=0.2),
    "a fifth dropped": lambda api: api.fault("sendMessage", "drop_before", 999, share=0.2),
    "asked to wait": lambda api: api.fault("sendMessage", "retry", seconds=1),
    "edits answered with nonsense": lambda api: api.fault("editMessageText", "garbage"),
    "edits without a word, and not modified after": lambda api: api.fault("editMessageText", "drop_after"),
    "presses too old to be answered": lambda api: api.fault("answerCallbackQuery", "status", 99, status=400),
}


@pytest.mark.parametrize("befalling", [STARTING, POLLING, SENDING], ids=["starting", "polling", "sending"])
async def test_nothing_is_lost_or_doubled_by_what_befalls(storm: Storm, befalling: dict[str, Befalls]) -> None:
    faults = {name: befalls(storm.api) for name, befalls in befalling.items()}
    await storm.bot.start(**HASTE)
    await weather(storm)
    assert [name for name, fault in faults.items() if not fault.struck] == []


async def test_a_message_that_went_out_without_a_word_is_sent_again_and_no_other(storm: Storm) -> None:
    fault = storm.api.fault("sendMessage", "drop_after", 999, share=0.2)
    await storm.bot.start(**HASTE)
    await weather(storm, resent=fault)
    assert fault.struck


async def test_an_update_nobody_can_read_stops_no_other(storm: Storm) -> None:
    storm.api.world.updates.add("message", UNREADABLE)
    await storm.bot.start(**HASTE)
    await weather(storm)


async def test_a_poll_that_is_never_answered_is_given_up(storm: Storm) -> None:
    fault = storm.api.fault("getUpdates", "delay", seconds=60)
    await storm.bot.start(**HASTE | {"set": PAUSES | READS})
    await weather(storm)
    assert fault.struck


async def test_who_blocked_the_bot_holds_nobody_up_and_goes_on_after(storm: Storm) -> None:
    blocked, other = storm.officials
    await storm.bot.start(**HASTE)
    await storm.answer(lambda: len(blocked.acts) > 5)
    blocked.user.block()
    await storm.answer(lambda: other.finished)
    assert not blocked.has_news
    blocked.user.unblock()
    blocked.say("/start")
    await weather(storm)


def clock_off_by(seconds: float) -> float:
    return time.time() + seconds


def put_wrong(clock: Path, seconds: float) -> None:
    """Set the process's clock, at once: half a number is no time to read."""
    new = clock.with_suffix(".new")
    new.write_text(str(seconds), encoding="utf-8")
    new.replace(clock)


def has_acted(storm: Storm, times: int) -> bool:
    return storm.acts > times


async def test_a_clock_that_goes_wrong_misplaces_nothing(storm: Storm, tmp_path: Path) -> None:
    """Both clocks: the process's own, and the one Telegram dates messages by."""
    clock = tmp_path / "clock"
    put_wrong(clock, 0)
    await storm.bot.start(**HASTE, clock=str(clock))
    await storm.answer(lambda: storm.acts > 5)
    for days in (-400, 2, -1):
        put_wrong(clock, days * DAY)
        storm.api.world.clock = functools.partial(clock_off_by, -days * DAY)
        await storm.answer(functools.partial(has_acted, storm, storm.acts + 8))
    await weather(storm)


async def test_a_network_that_comes_late_is_waited_for(tmp_path: Path) -> None:
    attempts = asyncio.Semaphore(0)

    def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        attempts.release()
        writer.close()

    nobody = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    api = BotApi(nobody.sockets[0].getsockname()[1])
    async with gathering(api, tmp_path) as storm:
        await storm.bot.start(**HASTE)
        for _ in range(3):
            await attempts.acquire()
        nobody.close()
        await nobody.wait_closed()
        async with api:
            await weather(storm)


# The disk.


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="another process's limits: on Linux alone")
async def test_a_disk_that_is_full_for_a_while_costs_nothing(storm: Storm) -> None:
    await storm.bot.start(**HASTE)
    await storm.answer(lambda: storm.acts > 5)
    written = storm.bot.database.with_name("wengao.db-wal").stat().st_size
    resource.prlimit(storm.bot.pid, resource.RLIMIT_FSIZE, (written, resource.RLIM_INFINITY))
    await storm.answer(storm.stuck)
    assert storm.stuck()
    resource.prlimit(storm.bot.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    await weather(storm)


async def test_a_database_that_is_full_is_gone_on_with_when_it_may_grow(storm: Storm) -> None:
    await storm.bot.start(**HASTE)  # that the questions are kept already
    await storm.bot.kill()
    with closing(Database(storm.bot.database)) as db:
        db.vacuum()  # a free page would be filled first
    ((pages,),) = storm.bot.rows("PRAGMA page_count")
    await storm.bot.start(**HASTE, pages=pages + 4)
    await storm.answer(storm.stuck)
    assert storm.stuck()
    await storm.bot.kill()
    await storm.bot.start(**HASTE)
    await weather(storm, lives=3)


async def test_a_database_that_another_program_holds_is_waited_for(storm: Storm) -> None:
    await storm.bot.start(**HASTE)
    await storm.answer(lambda: storm.acts > 5)
    with closing(Database(storm.bot.database)) as other:
        other.conn.execute("BEGIN IMMEDIATE")
        await storm.answer(storm.stuck)
        assert storm.stuck()
        other.conn.rollback()
    await weather(storm)


async def test_a_choice_pressed_on_a_message_that_came_late_shows_there(
    desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message given up for lost and sent again arrives after all, below the one that was noted."""
    monkeypatch.setattr(telegram_pace, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(telegram_http, "READ_SECONDS", 0.3)
    joined(desk_at, "黔江区", "都对", "跳过")
    async with BotApi() as api:
        user = api.user(CHAT)
        async with running(api, desk_at()):
            api.fault("sendMessage", "delay", seconds=1)
            user.say("/start")
            noted, late = await user.next_message(), await user.next_message()
            assert noted.labels == late.labels
            user.press("乡村振兴")
            await api.until(lambda: bool(api.called("editMessageText")), what="an edit")
            await api.settled()
        assert late.labels[0] == ["✓ 乡村振兴", "基层治理"]
