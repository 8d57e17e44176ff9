"""Sends what the outbox holds: in order within a chat, chats beside each other; never decides what is sent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf
from typing import Any

from aiolimiter import AsyncLimiter
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram_form import PREFIX, keyboard, pieces
from bot.channels.telegram_http import Request
from bot.desk import Desk, Message
from bot.settings import LOCAL_TIME
from bot.storage.store import Outgoing

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

DISK_PAUSE = 4.0
"""The longest where it is our own disk that is asked."""

STOP_SECONDS = 5

MOST_WORKING = 100
"""While more chats than that are being sent to, no more updates are fetched: who wrote first is answered first."""


def telegram_limit() -> AsyncLimiter:
    """Allow 30 messages in any second, at most (Bots FAQ: about 30 messages per second overall)."""
    return AsyncLimiter(6, 0.25)


def pauses(longest: float = inf) -> Iterator[float]:
    """Give the seconds to wait after each failure in a row."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(2 * pause, longest, LONGEST_PAUSE)


def seconds(error: RetryAfter) -> float:
    """Give the seconds Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else wait


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a row: the number of its message, or why it will never be one; `noted` when that is on disk."""

    outgoing: Outgoing
    message: int | None
    refused: str
    noted: asyncio.Future[None]


class Courier:
    """The tasks that send, one for each chat that has something waiting; `limit`: how fast all of them may.

    `eased`: few enough are at work for more updates to be taken.
    """

    def __init__(self, bot: Bot, request: Request, desk: Desk, limit: AsyncLimiter | None) -> None:
        self.bot, self.request, self.desk, self.limit = bot, request, desk, limit
        self.chats: dict[str, asyncio.Task[None]] = {}
        self.working: set[str] = set()
        self.eased = asyncio.Event()
        self.eased.set()
        self.errands: set[asyncio.Task[None]] = set()
        self.sent: list[Sent] = []
        self.noting: asyncio.Task[None] | None = None

    def send_waiting(self) -> None:
        """Send everything the outbox holds, for instance what an earlier process left."""
        for chat in self.desk.store.chats_waiting():
            if chat.startswith(PREFIX):
                self.send(chat)

    def send(self, chat: str) -> None:
        """Send what waits for a chat; what is being sent goes first."""
        if chat not in self.chats:
            self._work(chat)
            self.chats[chat] = asyncio.create_task(self._serve(chat))

    def _work(self, chat: str) -> None:
        self.working.add(chat)
        if len(self.working) > MOST_WORKING:
            self.eased.clear()

    def _rest(self, chat: str) -> None:
        self.working.discard(chat)
        if len(self.working) <= MOST_WORKING:
            self.eased.set()

    async def _pause(self, chat: str, seconds: float) -> None:
        self._rest(chat)
        await asyncio.sleep(seconds)
        self._work(chat)

    def run(self, errand: Callable[[], Awaitable[object]]) -> None:
        """Do a call nobody waits for and whose failure means nothing, such as stopping a button's turning."""

        async def quietly() -> None:
            with contextlib.suppress(TelegramError):
                await errand()

        task = asyncio.create_task(quietly())
        self.errands.add(task)
        task.add_done_callback(self.errands.discard)

    async def close(self) -> None:
        """Finish what is under way, for a few seconds; the rest goes out after the next start."""
        if under_way := [*self.chats.values(), *self.errands]:
            await asyncio.wait(under_way, timeout=STOP_SECONDS)
        for task in (*self.chats.values(), *self.errands):
            task.cancel()
        await asyncio.gather(*self.chats.values(), *self.errands, return_exceptions=True)
        if self.noting:
            self.noting.cancel()
            await asyncio.gather(self.noting, return_exceptions=True)
            with contextlib.suppress(sqlite3.Error):
                self._note()

    async def _serve(self, chat: str) -> None:
        try:
            pause = pauses(DISK_PAUSE)
            while True:
                try:
                    waiting = self.desk.store.unsent(chat)
                except sqlite3.Error:
                    log.exception("the outbox cannot be read, trying again", extra={"chat": chat})
                    await self._pause(chat, next(pause))
                    continue
                if not waiting:
                    return
                await self._deliver(waiting[0])  # the others as they are then: what they edit may be sent anew by this
        finally:
            del self.chats[chat]
            self._rest(chat)

    async def _deliver(self, outgoing: Outgoing) -> None:
        """Send one row until it arrived or Telegram refuses it for good, and note which."""
        fields: dict[str, object] = {"chat": outgoing.chat, "row": outgoing.id}
        for pause in pauses():
            try:
                await self._noted(outgoing, await self._post(outgoing, self.desk.message(outgoing)))
            except (Forbidden, BadRequest) as error:  # blocked, gone, or never acceptable: sending again cannot help
                log.warning("refused by Telegram", extra=fields | {"why": error.message})
                await self._noted(outgoing, None, error.message)
            except RetryAfter as error:
                log.info("asked to wait", extra=fields)
                await self._pause(outgoing.chat, seconds(error))
                continue
            except (TelegramError, sqlite3.OperationalError) as error:
                log.warning("not sent, trying again", extra=fields | {"why": type(error).__name__})
                await self._pause(outgoing.chat, pause)
                continue
            except Exception as error:
                log.exception("cannot be written", extra=fields)
                await self._noted(outgoing, None, repr(error))
                self.tell(outgoing.chat, self.desk.content.pack.phrases["not_written"])
            return

    def stop_turning(self, query: str) -> None:
        """Let a pressed button come to rest."""
        self.run(lambda: self.request.call(f"{self.bot.base_url}/answerCallbackQuery", callback_query_id=query))

    def tell(self, chat: str, text: str) -> None:
        """Say a sentence outside the outbox, once: for when something cannot be stored or written."""
        self.run(lambda: self.bot.send_message(int(chat.removeprefix(PREFIX)), text))

    async def _post(self, outgoing: Outgoing, message: Message) -> int:
        """Send a message in pieces and its files, or let it take an earlier one's place; give its last number."""
        chat = int(outgoing.chat.removeprefix(PREFIX))
        markup = keyboard(message.rows, message.screen)
        *first, last = pieces(message.lines)
        if outgoing.edits is not None and not first and await self._edited(chat, outgoing.edits, last, markup):
            return outgoing.edits
        for piece in first:
            await self._call("sendMessage", chat_id=chat, text=piece, parse_mode=ParseMode.HTML)
        sent = await self._call("sendMessage", chat_id=chat, text=last, parse_mode=ParseMode.HTML, reply_markup=markup)
        for file in message.files:
            await self._allowed()
            await self.bot.send_document(chat, file.data, filename=file.name)
        return int(sent["message_id"])

    async def _edited(self, chat: int, number: int, text: str, markup: dict[str, Any] | None) -> bool:
        """Let an earlier message take a new form; False where it can no longer be changed."""
        form = {"text": text, "parse_mode": ParseMode.HTML, "reply_markup": markup}
        try:
            await self._call("editMessageText", chat_id=chat, message_id=number, **form)
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True

    async def _call(self, method: str, **parameters: object) -> Any:  # noqa: ANN401
        """Make a call when the limit allows it; an answer nobody can read is no answer.

        Without the library's objects, which cost as much as the rest of a turn.
        """
        await self._allowed()
        try:
            return await self.request.call(f"{self.bot.base_url}/{method}", **parameters)
        except (KeyError, TypeError, ValueError) as error:
            raise NetworkError("not an answer of the Bot API") from error

    async def _allowed(self) -> None:
        if self.limit:
            await self.limit.acquire()

    async def _noted(self, outgoing: Outgoing, message: int | None, refused: str = "") -> None:
        """Wait until it is on disk that a row was sent: all that were at this moment are noted in one commit."""
        noted = asyncio.get_running_loop().create_future()
        self.sent.append(Sent(outgoing, message, refused, noted))
        if self.noting is None or self.noting.done():
            self.noting = asyncio.create_task(self._note_all())
        await noted

    async def _note_all(self) -> None:
        """Note what was sent; what a full disk or a lock forbids is tried again, and not sent again meanwhile."""
        pause = pauses(DISK_PAUSE)
        while self.sent:
            try:
                self._note()
            except sqlite3.Error:
                log.exception("what was sent cannot be noted, trying again")
                await asyncio.sleep(next(pause))

    def _note(self) -> None:
        now = datetime.now(LOCAL_TIME)
        with self.desk.store.transaction():
            for sent in self.sent:
                self.desk.store.mark_sent(sent.outgoing, sent.message, now, sent.refused)
        noted, self.sent = self.sent, []
        for sent in noted:
            if not sent.noted.done():
                sent.noted.set_result(None)
