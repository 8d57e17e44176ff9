"""Fetches updates, takes each batch to the desk, and confirms it only when it is on disk; sends nothing itself.

The next getUpdates bears the offset behind what was committed, and is the confirmation (Bot API, getUpdates). A process
killed at any moment is told again what it had not committed, and the desk passes over what it had.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from telegram import Bot, BotCommand, Update
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.telegram_form import PREFIX, album_of, chat_of, to_input, unwanted
from bot.channels.telegram_http import Request
from bot.channels.telegram_pace import DISK_PAUSE, pauses, seconds
from bot.channels.telegram_send import Courier
from bot.desk import Desk
from bot.interview.table import COMMANDS
from bot.settings import now
from bot.storage.alive import note_alive
from bot.storage.members import member_of

log = logging.getLogger(__name__)

KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25

TRIES = 3
"""So often an update that cannot be handled is fetched before it is put aside."""

ALIVE_SECONDS = 10
"""How often a poll that worked is noted, for `wengao health`."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An update the library cannot read: its id, the JSON it came as, and what was raised."""

    update_id: int
    json: dict[str, Any]
    error: Exception

    def to_dict(self) -> dict[str, Any]:
        """Give the update as it came."""
        return self.json


class Poller:
    """The one task that fetches; it knows the offset behind the last update committed, and what failed before."""

    def __init__(self, bot: Bot, request: Request, desk: Desk, courier: Courier) -> None:
        self.bot, self.request, self.desk, self.courier = bot, request, desk, courier
        self.offset: int | None = None
        self.failures: Counter[int] = Counter()
        self.troubled: set[str] = set()
        self.alive = -float(ALIVE_SECONDS)

    async def run(self) -> None:
        """Fetch, commit, confirm, for ever; InvalidToken ends it, all else is waited out."""
        await self._begin()
        pause, disk = pauses(), pauses(DISK_PAUSE)
        while True:
            updates: list[Update | Unreadable] = []
            await self.courier.ease()
            try:
                updates = await self._fetch()
                self._note_alive()
                taken = self._take(updates)
                self.courier.send_waiting()
            except sqlite3.Error:
                log.exception("nothing can be stored, fetching again")
                self._tell_trouble(updates)
                await asyncio.sleep(next(disk))
            except TelegramError as error:
                await _wait(error, pause)
            else:
                if taken < len(updates):
                    await asyncio.sleep(next(disk))
                else:
                    pause, disk = pauses(), pauses(DISK_PAUSE)

    async def _begin(self) -> None:
        """Greet Telegram as often as it takes, and let go out what an earlier process left unsent."""
        pause = pauses()
        while True:
            try:
                await self.bot.initialize()
                await self.bot.delete_webhook()
                break
            except TelegramError as error:
                await _wait(error, pause)
        self.courier.desk = replace(self.desk, link=f"{self.bot.link}?start=")
        phrases = self.desk.content.pack.phrases
        commands = [BotCommand(name, phrases[f"command_{name}"]) for name in COMMANDS]
        self.courier.run(lambda: self.bot.set_my_commands(commands))
        with suppress(sqlite3.Error):  # tried again after each poll
            self.courier.send_waiting()

    async def _fetch(self) -> list[Update | Unreadable]:
        """Get what is not confirmed yet, as soon as there is something; NetworkError where that did not wait."""
        asked = time.monotonic()
        try:
            updates = await self.bot.get_updates(self.offset, timeout=POLL_SECONDS, allowed_updates=KINDS)
        except TelegramError:
            raise
        except Exception:  # the library raises what its parsing raised; each is read by itself then
            return list(self._each_read(self.request.body))
        if not updates and time.monotonic() - asked < 1:
            raise NetworkError("nothing came, and too soon")
        return list(updates)

    def _each_read(self, body: bytes) -> Iterator[Update | Unreadable]:
        """Read an answer's updates one by one; NetworkError where it holds none."""
        try:
            found = json.loads(body)["result"]
            numbered = [(int(raw["update_id"]), raw) for raw in found]
        except (ValueError, KeyError, TypeError) as error:
            raise NetworkError("not an answer of the Bot API") from error
        for number, raw in numbered:
            try:
                update = Update.de_json(raw, self.bot)
            except Exception as error:
                yield Unreadable(number, raw, error)
            else:
                yield update

    def _take(self, updates: list[Update | Unreadable]) -> int:
        """Commit a batch up to the first update that fails, move the offset, and only then let anything go out."""
        taken = 0
        with self.desk.store.transaction():
            for update in updates:
                if not self._handled(update):
                    break
                taken += 1
        for update in updates[:taken]:
            self.offset = update.update_id + 1
            if isinstance(update, Update) and update.callback_query:
                self.courier.stop_turning(update.callback_query.id)
        if taken:
            self.troubled.clear()
        return taken

    def _handled(self, update: Update | Unreadable) -> bool:
        """Take one update to the desk; put it aside, with its evidence, when it has failed too often."""
        chat = "" if isinstance(update, Unreadable) else chat_of(update)
        key = f"{PREFIX}{update.update_id}"
        if chat and isinstance(update, Update) and (album := album_of(update)):
            key = f"{chat}:album:{album}"  # its pictures are answered with one sentence
        try:
            self._receive(chat, key, update)
        except sqlite3.OperationalError:
            raise
        except Exception as error:
            self.failures[update.update_id] += 1
            log.exception("cannot be handled", extra={"key": key, "chat": chat})
            if self.failures[update.update_id] < TRIES:
                return False
            evidence = json.dumps(update.to_dict(), ensure_ascii=False, default=str)
            evidence = evidence.encode(errors="backslashreplace").decode()  # half a character is none SQLite keeps
            self.desk.put_aside(chat, key, evidence, repr(error), now())
            log.critical("put aside, see table parked", extra={"key": key, "chat": chat})
        return True

    def _receive(self, chat: str, key: str, update: Update | Unreadable) -> None:
        if isinstance(update, Unreadable):
            raise update.error
        given = to_input(update)
        if chat and given:
            self.desk.receive(chat, key, given)
        elif group := unwanted(update):
            number, speaks = group
            self.courier.leave(number, self.desk.content.pack.phrases["group_chat"] if speaks else "")

    def _tell_trouble(self, updates: list[Update | Unreadable]) -> None:
        """Tell every member who waits, once, that their message is not stored yet."""
        chats = {chat_of(update) for update in updates if isinstance(update, Update)} - self.troubled
        for chat in sorted(chats):
            with suppress(sqlite3.Error):
                if member_of(self.desk.store.db, chat):
                    self.courier.tell(chat, self.desk.content.pack.phrases["not_stored"])
        self.troubled |= chats

    def _note_alive(self) -> None:
        if time.monotonic() - self.alive >= ALIVE_SECONDS:
            self.alive = time.monotonic()
            note_alive(self.desk.store.db, now())


async def _wait(error: TelegramError, pause: Iterator[float]) -> None:
    """Wait after a call that failed: as long as Telegram says, else a little longer each time."""
    if isinstance(error, InvalidToken):
        raise error
    log.warning("waiting for Telegram", extra={"why": error.message})
    await asyncio.sleep(seconds(error) if isinstance(error, RetryAfter) else next(pause))
