"""Telegram through python-telegram-bot: runs the Application, hands updates to the desk, sends what the outbox holds.

An update is committed before it is confirmed: the Updater awaits its queue's put before the getUpdates that confirms
(telegram.ext.Updater.start_polling), and our queue's put is the desk.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, BotCommand, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder

from bot.channels.telegram_form import chat_of, keyboard, pieces, to_input
from bot.desk import Desk, Message
from bot.errors import ChannelError
from bot.interview.conversation import COMMANDS
from bot.interview.events import Input
from bot.settings import LOCAL_TIME, Settings
from bot.storage.store import Outgoing

log = logging.getLogger(__name__)

RETRY_SECONDS = 3


def run(desk: Desk, settings: Settings) -> None:
    """Run the bot until SIGINT or SIGTERM; ChannelError where Telegram refuses the token."""
    logging.getLogger("httpx").setLevel(logging.WARNING)  # at INFO it writes the token, as part of each URL
    logging.getLogger("telegram.ext").addFilter(lambda record: "Invalid token" not in record.msg)  # shows the token
    application = build(desk, settings)
    try:
        application.run_polling(bootstrap_retries=-1, allowed_updates=["message", "edited_message", "callback_query"])
    except InvalidToken as error:
        raise ChannelError("Telegram 不认这个令牌，请核对 WENGAO_BOT_TOKEN 后再启动。") from error


def bot_name(settings: Settings) -> str:
    """Ask Telegram for the bot's user name; ChannelError where that fails."""

    async def ask() -> str:
        async with _builder(settings).build().bot as bot:
            return str(bot.username)

    try:
        return asyncio.run(ask())
    except TelegramError as error:
        raise ChannelError("连不上 Telegram，取不到机器人的用户名，请检查网络和令牌后再试。") from error


def build(desk: Desk, settings: Settings) -> Application[Any, Any, Any, Any, Any, Any]:
    """Build the Application around a desk: its queue is the desk, its sender runs from start to stop."""
    sender = Sender(desk)
    builder = _builder(settings).update_queue(DeskQueue(desk, sender.wake))
    return builder.post_init(sender.start).post_stop(sender.stop).build()


def _builder(settings: Settings) -> ApplicationBuilder[Any, Any, Any, Any, Any, Any]:
    builder = ApplicationBuilder().token(settings.token)
    if settings.api_url:
        base = settings.api_url.rstrip("/").removesuffix("/bot")
        builder = builder.base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
    if settings.proxy:
        builder = builder.proxy(settings.proxy).get_updates_proxy(settings.proxy)
    return builder


class DeskQueue(asyncio.Queue[object]):
    """The Application's queue: an update put into it is on disk when put returns, and nobody need get it."""

    def __init__(self, desk: Desk, wake: asyncio.Event) -> None:
        super().__init__()
        self.desk, self.wake = desk, wake
        self.answering: set[asyncio.Task[None]] = set()

    async def put(self, item: object) -> None:
        """Take an update to the desk and wake the sender; the library's own stop signal goes on as it is."""
        if not isinstance(item, Update):
            await super().put(item)
            return
        chat, given = chat_of(item), to_input(item)
        if chat and given:
            self._receive(chat, f"telegram:{item.update_id}", given)
            self.wake.set()
        if item.callback_query:
            task = asyncio.create_task(_stop_spinning(item))
            self.answering.add(task)
            task.add_done_callback(self.answering.discard)

    def _receive(self, chat: str, key: str, given: Input) -> None:
        """Store an update; where that fails, make the Updater fetch it again: it retries on a TelegramError alone."""
        try:
            self.desk.receive(chat, key, given)
        except sqlite3.Error as error:
            log.exception("update %s was not stored, fetching it again", key)
            raise NetworkError("not stored") from error
        except Exception:
            log.exception("update %s cannot be handled, passing over it", key)


async def _stop_spinning(update: Update) -> None:
    if update.callback_query:
        with contextlib.suppress(TelegramError):  # expired: the button stopped by itself
            await update.callback_query.answer()


class Sender:
    """Sends what the outbox holds, in order within a chat; chats wait for each other only to be looked up."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.wake = desk, asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    async def start(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Tell Telegram our commands and begin to send, with what an earlier process left unsent."""
        phrases = self.desk.content.pack.phrases
        with contextlib.suppress(TelegramError):
            await application.bot.set_my_commands([BotCommand(name, phrases[f"command_{name}"]) for name in COMMANDS])
        self.wake.set()
        self.task = asyncio.create_task(self._send_all(application.bot))

    async def stop(self, _: object) -> None:
        """Send no more; what is left goes out after the next start."""
        if self.task:
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.task

    async def _send_all(self, bot: Bot) -> None:
        while True:
            await self.wake.wait()
            self.wake.clear()
            try:
                chats = self._waiting()
            except sqlite3.Error:
                log.exception("the outbox cannot be read, trying again")
                self._try_again(RETRY_SECONDS)
                continue
            sending = (self._send_chat(bot, waiting) for waiting in chats.values())
            for failed in filter(None, await asyncio.gather(*sending, return_exceptions=True)):
                log.error("sending failed, trying again", exc_info=failed)
                self._try_again(RETRY_SECONDS)

    def _waiting(self) -> dict[str, list[Outgoing]]:
        chats: dict[str, list[Outgoing]] = {}
        for outgoing in self.desk.store.unsent():
            if outgoing.chat.startswith("telegram:"):
                chats.setdefault(outgoing.chat, []).append(outgoing)
        return chats

    async def _send_chat(self, bot: Bot, waiting: list[Outgoing]) -> None:
        """Send a chat's rows in order; on a passing failure leave the rest for a later try."""
        for outgoing in waiting:
            message = None
            try:
                message = await _send(bot, outgoing, self.desk.message(outgoing))
            except (Forbidden, BadRequest) as error:  # blocked, gone, or never acceptable: sending again cannot help
                log.warning("chat %s: row %s cannot be sent: %s", outgoing.chat, outgoing.id, error.message)
            except RetryAfter as error:
                wait = error.retry_after
                self._try_again(wait.total_seconds() if isinstance(wait, timedelta) else wait)
                return
            except TelegramError as error:
                log.warning("chat %s: not sent, trying again: %s", outgoing.chat, type(error).__name__)
                self._try_again(RETRY_SECONDS)
                return
            self.desk.store.mark_sent(outgoing, message, datetime.now(LOCAL_TIME))

    def _try_again(self, seconds: float) -> None:
        asyncio.get_running_loop().call_later(seconds, self.wake.set)


async def _send(bot: Bot, outgoing: Outgoing, message: Message) -> int | None:
    """Send one row, as an edit where it takes an earlier message's place; give the number of its last message."""
    chat = int(outgoing.chat.removeprefix("telegram:"))
    *first, last = pieces(message.lines)
    markup = keyboard(message.rows, message.screen)
    if outgoing.edits is not None and not first:
        try:
            await bot.edit_message_text(last, chat, outgoing.edits, parse_mode=ParseMode.HTML, reply_markup=markup)
        except BadRequest as error:
            if "not modified" not in str(error).lower():
                log.info("chat %s: cannot edit, sending anew: %s", outgoing.chat, error.message)
                return (await bot.send_message(chat, last, ParseMode.HTML, reply_markup=markup)).message_id
        return outgoing.edits
    for piece in first:
        await bot.send_message(chat, piece, ParseMode.HTML)
    return (await bot.send_message(chat, last, ParseMode.HTML, reply_markup=markup)).message_id
