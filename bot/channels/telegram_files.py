"""Files on their way to Telegram and from there: written beside the loop, and sent again by the ids it has them under.

Decides nothing about what is sent, and in what order.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Any, Protocol
from urllib.parse import quote

from telegram import Bot
from telegram.constants import ChatAction, MediaGroupLimit
from telegram.error import BadRequest

from bot.channels.telegram_form import PREFIX, keyboard
from bot.channels.telegram_http import TOO_BIG, Request, Uploads
from bot.desk import Desk
from bot.errors import PreviewError
from bot.interview.orders import Examine
from bot.messages import File, Message, Pictures
from bot.storage.store import Outgoing
from bot.storage.uploads import Upload, file_of

log = logging.getLogger(__name__)

THREADS = 2
"""So many documents are written at once; pages are drawn and files examined one at a time, beside them."""

ACTION_SECONDS = 4
"""A chat action is seen for five (Bot API, sendChatAction)."""

SAID_AT = 2
"""So many actions later, some eight seconds, it is said that a file is being written: what is quicker needs no word."""

LARGEST = 10 * 2**20
"""Bytes of a file that is fetched to be examined."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one call sends: a document, a photo, an album of photos; or a sentence, where none could be written."""

    kind: str
    items: tuple[bytes, ...] = ()
    name: str = ""
    caption: str = ""
    markup: dict[str, Any] | None = None
    text: str = ""


class Call(Protocol):
    """Makes a call of the Bot API when so many messages may go out."""

    async def __call__(
        self, method: str, form: Mapping[str, object], files: Uploads = ..., *, messages: int = ...
    ) -> Any:  # noqa: ANN401
        """Give what the method gives."""


class Files:
    """The threads that write; `call`: how calls are made, `act`: how a chat is shown that something is coming.

    `tell`: how it is told so in words.
    """

    def __init__(
        self,
        bot: Bot,
        request: Request,
        desk: Desk,
        call: Call,
        act: Callable[[int, str], None],
        tell: Callable[[str, str], None],
    ) -> None:
        self.bot, self.request, self.desk = bot, request, desk
        self.call, self.act, self.tell = call, act, tell
        self.threads = ThreadPoolExecutor(THREADS, "files")
        self.drawing = ThreadPoolExecutor(1, "drawing")
        self.examining = ThreadPoolExecutor(1, "examining")
        self.fetching = asyncio.Semaphore(THREADS)

    def close(self) -> None:
        """Begin no more; what is being written is waited for by nobody."""
        for threads in (self.threads, self.drawing, self.examining):
            threads.shutdown(wait=False, cancel_futures=True)

    async def written(self, outgoing: Outgoing, chat: int, message: Message) -> list[Letter]:
        """Write the files of a message; a sentence takes the place of one that cannot be written."""
        letters: list[Letter] = []
        loop = asyncio.get_running_loop()
        for file in message.files:
            action = ChatAction.UPLOAD_PHOTO if isinstance(file, Pictures) else ChatAction.UPLOAD_DOCUMENT
            drawn = isinstance(file, Pictures) or file.name.endswith(".pdf")
            threads = self.drawing if drawn else self.threads
            try:
                async with self._acting(chat, action, writing=True):
                    letters += await loop.run_in_executor(threads, _letters, file)
            except PreviewError as error:
                letters.append(self._sentence("no_pages", reason=str(error).rstrip("。")))
            except Exception:
                log.exception("a file cannot be written", extra={"chat": outgoing.chat, "row": outgoing.id})
                letters.append(self._sentence("file_not_written"))
        return letters

    async def send(self, outgoing: Outgoing, chat: int, letter: Letter) -> tuple[int, list[Upload]]:
        """Send a letter; what Telegram has already goes by its id, and anew where Telegram does not know it any more.

        Gives the number of the message, and the ids that are new.
        """
        if letter.text:
            return (await self.call("sendMessage", {"chat_id": chat, "text": letter.text}))["message_id"], []
        hashes = [sha256(letter.name.encode() + b"\0" + item).hexdigest() for item in letter.items]
        ids = [file_of(self.desk.store.db, outgoing.chat, self.bot.id, letter.kind, hash_) for hash_ in hashes]
        try:
            told = await self._sent(chat, letter, ids)
        except BadRequest as error:
            if not any(ids):
                raise
            log.info("a file is uploaded anew", extra={"chat": outgoing.chat, "row": outgoing.id, "why": error.message})
            ids = [""] * len(ids)
            told = await self._sent(chat, letter, ids)
        uploads = [
            Upload(self.bot.id, letter.kind, hash_, new)
            for hash_, old, message in zip(hashes, ids, told, strict=True)
            if not old and (new := _id_of(message, letter.kind))
        ]
        return told[0]["message_id"], uploads

    async def _sent(self, chat: int, letter: Letter, ids: Sequence[str]) -> list[dict[str, Any]]:
        """Make the call, with the files whose ids are not known; give the messages it made."""
        kind, count = letter.kind, len(letter.items)
        fields = [kind] if count == 1 else [f"{kind}{number}" for number in range(count)]
        files = {
            field: (letter.name, item) for field, item, id_ in zip(fields, letter.items, ids, strict=True) if not id_
        }
        if count == 1:
            form = {kind: ids[0] or None, "caption": letter.caption or None, "reply_markup": letter.markup}
            return [await self.call(f"send{kind.capitalize()}", {"chat_id": chat, **form}, files)]
        media = [{"type": kind, "media": id_ or f"attach://{field}"} for field, id_ in zip(fields, ids, strict=True)]
        told: list[dict[str, Any]] = await self.call(
            "sendMediaGroup", {"chat_id": chat, "media": media}, files, messages=count
        )
        return told

    async def read(self, outgoing: Outgoing, chat: int, order: Examine) -> Message:
        """Fetch a file and have it read, few at a time; a sentence where it is too large or gone.

        A filled 题单 goes to the desk; what that replies is in the outbox, and nothing is said here.
        """
        async with self.fetching, self._acting(chat, ChatAction.TYPING):
            try:
                data = await self._fetched(order.file)
            except BadRequest as error:
                return self.desk.say("file_too_large" if "too big" in error.message.lower() else "file_gone")
            found = await asyncio.get_running_loop().run_in_executor(self.examining, self.desk.read, data)
        if isinstance(found, Message):
            return found
        self.desk.fetched(outgoing.chat, order, found)
        return Message(())

    async def _fetched(self, file: str) -> bytes:
        told = await self.call("getFile", {"file_id": file}, messages=0)
        if told.get("file_size", 0) > LARGEST:
            raise BadRequest(TOO_BIG)
        return await self.request.download(f"{self.bot.base_file_url}/{quote(told['file_path'])}", LARGEST)

    def _sentence(self, key: str, **facts: str) -> Letter:
        return Letter("", text=self.desk.say(key, **facts).text)

    @asynccontextmanager
    async def _acting(self, chat: int, action: str, *, writing: bool = False) -> AsyncIterator[None]:
        """Show in the chat that something is coming, for as long as it takes; say so once where that is long."""

        async def act() -> None:
            for number in count():
                self.act(chat, action)
                if writing and number == SAID_AT:
                    self.tell(f"{PREFIX}{chat}", self.desk.content.pack.phrases["writing"])
                await asyncio.sleep(ACTION_SECONDS)

        acting = asyncio.create_task(act())
        await asyncio.sleep(0)  # so that it is shown once, however fast it comes
        try:
            yield
        finally:
            acting.cancel()


def _letters(file: File | Pictures) -> list[Letter]:
    """Write a file, in a thread; pictures go in as few albums as hold them."""
    if isinstance(file, File):
        name = file.sent_as or file.name
        return [Letter("document", (file.make(),), name, file.caption, keyboard(file.rows, 0))]
    pages, most = file.make(), MediaGroupLimit.MAX_MEDIA_LENGTH
    return [Letter("photo", pages[start : start + most], "page.png") for start in range(0, len(pages), most)]


def _id_of(message: dict[str, Any], kind: str) -> str:
    """Find the id of the file a message carries; of a photo's sizes, of the largest."""
    carried = message.get(kind) or {}
    return str((carried[-1] if isinstance(carried, list) else carried).get("file_id", ""))
