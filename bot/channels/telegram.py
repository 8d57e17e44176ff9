"""The bot's life in Telegram, from start to stop: who fetches, who sends, and what ends the process."""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import signal

from aiolimiter import AsyncLimiter
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram_http import Request
from bot.channels.telegram_pace import telegram_limit
from bot.channels.telegram_poll import Poller
from bot.channels.telegram_send import Courier
from bot.desk import Desk
from bot.errors import ChannelError
from bot.settings import Settings

CONNECTIONS = 64

STUCK_SECONDS = 120
"""A process that stands still for so long shows where, and ends with 1 for its supervisor to start anew."""


def run(desk: Desk, settings: Settings) -> None:
    """Run the bot until SIGINT or SIGTERM; ChannelError where Telegram refuses the token."""

    async def until_stopped() -> None:
        stopping = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopping.set)
        await serve(desk, settings, stopping, telegram_limit())

    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)  # it writes updates out; what failed we say ourselves
    asyncio.run(until_stopped())


async def serve(desk: Desk, settings: Settings, stopping: asyncio.Event, limit: AsyncLimiter | None) -> None:
    """Be the bot until `stopping`; what ends the polling ends this too, so that no process lives on deaf."""
    polling, sending = Request(1, settings.proxy), Request(CONNECTIONS, settings.proxy)
    bot = _bot(settings, polling, sending)
    courier = Courier(bot, sending, desk, limit)
    poll = asyncio.create_task(Poller(bot, polling, desk, courier).run())
    others = asyncio.create_task(stopping.wait()), asyncio.create_task(_watch())
    try:
        ended, _ = await asyncio.wait((poll, *others), return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            await task
    except InvalidToken as error:
        raise ChannelError("Telegram 不认这个令牌，请核对 WENGAO_BOT_TOKEN 后再启动。") from error
    finally:
        for task in (poll, *others):
            task.cancel()
        await asyncio.gather(poll, *others, return_exceptions=True)
        await courier.close()
        await asyncio.gather(polling.shutdown(), sending.shutdown())  # Bot.shutdown leaves open what never began


async def _watch() -> None:
    """Let the process be ended when nothing here gets its turn (faulthandler.dump_traceback_later)."""
    try:
        while True:
            faulthandler.dump_traceback_later(STUCK_SECONDS, exit=True)
            await asyncio.sleep(STUCK_SECONDS / 4)
    finally:
        faulthandler.cancel_dump_traceback_later()


def bot_name(settings: Settings) -> str:
    """Ask Telegram for the bot's user name; ChannelError where that fails."""

    async def ask() -> str:
        async with _bot(settings, Request(1, settings.proxy), Request(1, settings.proxy)) as bot:
            return str(bot.username)

    try:
        return asyncio.run(ask())
    except TelegramError as error:
        raise ChannelError("连不上 Telegram，取不到机器人的用户名，请检查网络和令牌后再试。") from error


def _bot(settings: Settings, polling: Request, sending: Request) -> Bot:
    base = settings.api_url.rstrip("/").removesuffix("/bot") or "https://api.telegram.org"
    return Bot(settings.token, f"{base}/bot", f"{base}/file/bot", request=sending, get_updates_request=polling)
