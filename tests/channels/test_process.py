"""The bot as a process under a supervisor: it stops when told to, and does not live on stuck."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from pathlib import Path

from tests.botapi import BotApi
from tests.channels.lives import CHAT, Open, joined

ROOT = Path(__file__).parent.parent.parent

STUCK = """
import time
from bot import cli
from bot.channels import telegram
from bot.desk import Desk
telegram.STUCK_SECONDS = 2
Desk.receive = lambda *_: time.sleep(60)
cli.main()
"""


async def begun(api: BotApi, folder: Path, *command: str) -> Process:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDEVMODE": ""}
    environ |= {"WENGAO_BOT_TOKEN": api.token, "WENGAO_API_URL": api.url, "WENGAO_DB": str(folder / "wengao.db")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, "run", cwd=folder, env=environ, stdout=PIPE, stderr=STDOUT
    )
    await api.until(lambda: bool(api.called("getUpdates")), timeout=30, what="the first poll")
    return process


async def ended(process: Process, seconds: float) -> str:
    """What a process said until its end, which comes within these seconds."""
    try:
        said, _ = await asyncio.wait_for(process.communicate(), seconds)
    finally:
        if process.returncode is None:
            process.kill()
    return said.decode()


async def test_told_to_stop_it_ends_within_ten_seconds_whatever_hangs(tmp_path: Path, desk_at: Open) -> None:
    joined(desk_at)
    async with BotApi() as api:
        user = api.user(CHAT)
        process = await begun(api, tmp_path, "-m", "bot")
        api.fault("sendMessage", "delay", seconds=30)
        user.say("黔江区")
        await api.until(lambda: bool(api.called("sendMessage")), what="the send that hangs")
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGINT)
        said = await ended(process, 10)
        assert (process.returncode, said) == (0, "")
        again = await begun(api, tmp_path, "-m", "bot")
        message = await user.next_message(30)
        again.send_signal(signal.SIGTERM)
        assert await ended(again, 10) == ""
    assert message.text.startswith("✓ 所在区县：黔江区")


async def test_a_process_that_stands_still_shows_where_and_ends_with_1(tmp_path: Path, desk_at: Open) -> None:
    joined(desk_at)
    async with BotApi() as api:
        process = await begun(api, tmp_path, "-c", STUCK)
        api.user(CHAT).say("黔江区")
        said = await ended(process, 20)
        assert api.world.updates.pending
    assert process.returncode == 1
    assert "Timeout" in said
    assert "黔江区" not in said
