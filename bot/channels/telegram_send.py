"""Sends what the outbox holds: in order within a chat, chats beside each other; never decides what is sent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiolimiter import AsyncLimiter
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram_files import Files, Letter
from bot.channels.telegram_form import PREFIX, keyboard, number_of, pieces
from bot.channels.telegram_http import NO_FILES, Request, Uploads
from bot.channels.telegram_note import Notes
from bot.channels.telegram_pace import DISK_PAUSE, SAID_AFTER, pauses, seconds
from bot.desk import Desk
from bot.interview.events import Ask
from bot.messages import Message
from bot.report.text import Line
from bot.storage.store import Outgoing
from bot.storage.uploads import Upload

log = logging.getLogger(__name__)

STOP_SECONDS = 3

EASE_SECONDS = 10

MOST_WORKING = 100
"""While more chats than that are being sent to, no more updates are fetched: who wrote first is answered first."""


@dataclass(slots=True)
class Parcel:
    """A row as it was written, and the numbers of the messages it became so far.

    `letters`: its files, once they are written; `uploads`: those Telegram had not had before; `settled`: whether the
    screen before became one line, once that was tried.
    """

    outgoing: Outgoing
    message: Message
    settled: bool | None = None
    sent: list[int] = field(default_factory=list)
    letters: list[Letter] | None = None
    uploads: list[Upload] = field(default_factory=list)

    @property
    def chat(self) -> int:
        """The chat's number at Telegram."""
        return number_of(self.outgoing.chat)


def _form(chat: int, text: str, markup: dict[str, Any] | None) -> dict[str, Any]:
    return {"chat_id": chat, "text": text, "parse_mode": ParseMode.HTML, "reply_markup": markup}


def _final(error: Exception) -> bool:
    """Tell whether sending again cannot help: the chat blocked us or is gone, or this is never acceptable."""
    return isinstance(error, Forbidden | BadRequest) or "too large" in str(error).lower()  # 413


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
        self.left: set[int] = set()
        self.notes = Notes(desk.store)
        self.files = Files(bot, request, desk, self._call, self._act, self.tell)

    def send_waiting(self) -> None:
        """Send everything the outbox holds, for instance what an earlier process left."""
        for chat in self.desk.store.chats_waiting():
            if chat.startswith(PREFIX) and chat not in self.chats:
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

    async def ease(self) -> None:
        """Wait until few enough chats are being sent to; not for ever, as who writes then waits as well."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.eased.wait(), EASE_SECONDS)

    @contextlib.contextmanager
    def _resting(self, chat: str) -> Iterator[None]:
        """Let a chat that waits for something count for none."""
        self._rest(chat)
        try:
            yield
        finally:
            self._work(chat)

    async def _pause(self, chat: str, seconds: float) -> None:
        with self._resting(chat):
            await asyncio.sleep(seconds)

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
        self.files.close()
        await self.notes.close()

    async def _serve(self, chat: str) -> None:
        try:
            pause = pauses(DISK_PAUSE)
            while True:
                try:
                    waiting = self.desk.store.unsent(chat)
                except Exception:
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
        """Send one row until it arrived or Telegram refuses it for good, and note which.

        It is written once: what was sent of it before a failure is not sent again.
        """
        fields: dict[str, object] = {"chat": outgoing.chat, "row": outgoing.id}
        parcel: Parcel | None = None
        for failed, pause in enumerate(pauses()):
            if failed == SAID_AFTER and parcel and parcel.letters:
                self.tell(outgoing.chat, self.desk.content.pack.phrases["still_sending"])
            try:
                if parcel is None or not self.desk.store.holds(outgoing):
                    parcel = await self._written(outgoing)
                number = await self._post(parcel)
                await self.notes.add(outgoing, number, uploads=tuple(parcel.uploads))
            except RetryAfter as error:
                log.info("asked to wait", extra=fields)
                await self._pause(outgoing.chat, seconds(error))
                continue
            except (TelegramError, sqlite3.OperationalError) as error:
                if not _final(error):
                    log.warning("not sent, trying again", extra=fields | {"why": type(error).__name__})
                    await self._pause(outgoing.chat, pause)
                    continue
                log.warning("refused by Telegram", extra=fields | {"why": str(error)})
                await self._given_up(outgoing, str(error), blocked=isinstance(error, Forbidden))
            except Exception as error:
                log.exception("cannot be written", extra=fields)
                await self._given_up(outgoing, repr(error), blocked=False)
            return

    async def _given_up(self, outgoing: Outgoing, why: str, *, blocked: bool) -> None:
        """Note why a row will never be sent; who did not block us is told that something is missing."""
        await self.notes.add(outgoing, None, why)
        if not blocked:
            self.tell(outgoing.chat, self.desk.content.pack.phrases["not_written"])

    def stop_turning(self, query: str) -> None:
        """Let a pressed button come to rest."""
        self.run(lambda: self.request.call(f"{self.bot.base_url}/answerCallbackQuery", {"callback_query_id": query}))

    def tell(self, chat: str, text: str) -> None:
        """Say a sentence outside the outbox, once: for when something cannot be stored or written."""
        self.run(lambda: self._call("sendMessage", {"chat_id": number_of(chat), "text": text}))

    def leave(self, group: int, told: str) -> None:
        """Say in a group what is to be said there, if anything, and go; once, and a failure means nothing."""

        async def go() -> None:
            with contextlib.suppress(TelegramError):
                if told:
                    await self._call("sendMessage", {"chat_id": group, "text": told})
            await self._call("leaveChat", {"chat_id": group})

        if group not in self.left:
            self.run(go)
        self.left.add(group)

    def _act(self, chat: int, action: str) -> None:
        """Show in a chat that something is being done for it."""
        self.run(lambda: self.request.call(f"{self.bot.base_url}/sendChatAction", {"chat_id": chat, "action": action}))

    async def _written(self, outgoing: Outgoing) -> Parcel:
        """Write a row as a message; what is to be read is fetched, and meanwhile this chat counts for none."""
        message = self.desk.message(outgoing)
        if message.examines:
            with self._resting(outgoing.chat):
                message = await self.files.read(outgoing, number_of(outgoing.chat), message.examines)
        return Parcel(outgoing, message)

    async def _post(self, parcel: Parcel) -> int:
        """Send what is not sent yet of a message: its pieces, its files; or let it take an earlier one's place.

        Gives the number of the piece that bears the buttons.
        """
        chat, message, edits = parcel.chat, parcel.message, parcel.outgoing.edits
        anew = isinstance(parcel.outgoing.reply, Ask) and not parcel.outgoing.reply.replaces
        if anew and parcel.settled is None:
            parcel.settled = await self._settled(parcel)
        lines = message.lines if parcel.settled else message.told
        texts = pieces(lines) if lines else []
        markup = keyboard(message.rows, message.screen)
        if edits is not None and not anew and len(texts) == 1 and await self._edited(chat, edits, texts[0], markup):
            return edits
        for text in texts[len(parcel.sent) :]:
            last = len(parcel.sent) == len(texts) - 1
            form = _form(chat, text, markup if last else None)
            parcel.sent.append((await self._call("sendMessage", form))["message_id"])
        if message.files:
            await self._post_files(parcel, len(texts))
        return int(parcel.sent[max(len(texts) - 1, 0)]) if parcel.sent else 0

    async def _post_files(self, parcel: Parcel, texts: int) -> None:
        """Send the files behind the texts; none to a chat that left its unit while they were written."""
        outgoing, chat = parcel.outgoing, parcel.chat
        if parcel.letters is None:
            with self._resting(outgoing.chat):
                parcel.letters = await self.files.written(outgoing, chat, parcel.message)
        for letter in parcel.letters[len(parcel.sent) - texts :]:
            if not self.desk.store.holds(outgoing):
                return
            number, uploads = await self.files.send(outgoing, chat, letter)
            parcel.sent.append(number)
            parcel.uploads += uploads

    async def _settled(self, parcel: Parcel) -> bool:
        """Let the screen before become one line without buttons; False where it stays as it is.

        First, so that a process killed in between does no harm: it is done again, and changes nothing. It gives way
        where messages wait for the limit.
        """
        record, edits = parcel.message.understood or parcel.message.left, parcel.outgoing.edits
        if not record or edits is None or (self.limit and not self.limit.has_capacity()):
            return False
        return await self._edited(parcel.chat, edits, pieces([Line(record)])[0], None)

    async def _edited(self, chat: int, number: int, text: str, markup: dict[str, Any] | None) -> bool:
        """Let an earlier message take a new form; False where it can no longer be changed."""
        try:
            await self._call("editMessageText", _form(chat, text, markup) | {"message_id": number})
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True

    async def _call(
        self, method: str, form: Mapping[str, object], files: Uploads = NO_FILES, *, messages: int = 1
    ) -> Any:  # noqa: ANN401
        """Make a call when the limit allows so many messages; an answer nobody can read is no answer.

        Without the library's objects, which cost as much as the rest of a turn.
        """
        for _ in range(messages):
            if self.limit:
                await self.limit.acquire()
        try:
            return await self.request.call(f"{self.bot.base_url}/{method}", form, files)
        except (KeyError, TypeError, ValueError) as error:
            raise NetworkError("not an answer of the Bot API") from error
