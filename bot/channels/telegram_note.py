"""Notes on disk what became of the rows that were sent, many in one commit; sends nothing."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from bot.channels.telegram_pace import DISK_PAUSE, pauses
from bot.settings import now
from bot.storage.store import Outgoing, Store
from bot.storage.uploads import Upload, keep_uploads

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a row: the number of its message, or why it will never be one; `noted` when that is on disk.

    `uploads`: under which ids Telegram has the files that went with it.
    """

    outgoing: Outgoing
    message: int | None
    refused: str
    uploads: tuple[Upload, ...]
    noted: asyncio.Future[None]


class Notes:
    """What was sent and is not noted yet."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.sent: list[Sent] = []
        self.noting: asyncio.Task[None] | None = None

    async def add(
        self, outgoing: Outgoing, message: int | None, refused: str = "", uploads: tuple[Upload, ...] = ()
    ) -> None:
        """Wait until it is on disk that a row was sent: all that were at this moment are noted in one commit."""
        noted = asyncio.get_running_loop().create_future()
        self.sent.append(Sent(outgoing, message, refused, uploads, noted))
        if self.noting is None or self.noting.done():
            self.noting = asyncio.create_task(self._note_all())
        await noted

    async def close(self) -> None:
        """Try once more to note what is left."""
        if self.noting:
            self.noting.cancel()
            await asyncio.gather(self.noting, return_exceptions=True)
            with contextlib.suppress(sqlite3.OperationalError):
                self._note()

    async def _note_all(self) -> None:
        """Note what was sent; what a full disk or a lock forbids is tried again, and not sent again meanwhile."""
        pause = pauses(DISK_PAUSE)
        while self.sent:
            try:
                self._note()
            except Exception:  # whatever it is: who waits for the note would wait for ever, and nobody know
                log.exception("what was sent cannot be noted, trying again")
                await asyncio.sleep(next(pause))

    def _note(self) -> None:
        """Note everything that was sent; a row the database will not have is given up, and holds up no other."""
        at = now()
        try:
            with self.store.transaction():
                for sent in self.sent:
                    self._mark(sent, at)
        except sqlite3.OperationalError:
            raise
        except Exception:
            log.exception("cannot be noted together")
            with self.store.transaction():
                for sent in self.sent:
                    self._mark_alone(sent, at)
        noted, self.sent = self.sent, []
        for sent in noted:
            if not sent.noted.done():
                sent.noted.set_result(None)

    def _mark(self, sent: Sent, at: datetime) -> None:
        if sent.uploads and self.store.holds(sent.outgoing):  # else they are of a unit the chat has left
            keep_uploads(self.store.db, sent.outgoing.chat, sent.uploads)
        self.store.mark_sent(sent.outgoing, sent.message, at, sent.refused)

    def _mark_alone(self, sent: Sent, at: datetime) -> None:
        try:
            with self.store.transaction():
                self._mark(sent, at)
        except sqlite3.OperationalError:
            raise
        except Exception as error:
            log.exception("cannot be noted", extra={"chat": sent.outgoing.chat, "row": sent.outgoing.id})
            self.store.give_up(sent.outgoing, repr(error), at)
