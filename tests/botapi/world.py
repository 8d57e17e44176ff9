"""All that outlives a bot: chats, files, updates, settings; knows who may be written to, and no HTTP."""

from __future__ import annotations

import asyncio
import itertools
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.botapi.chats import Chat, Json, Message
from tests.botapi.errors import ApiError, bad
from tests.botapi.files import Files
from tests.botapi.updates import Updates

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

BOT: Json = {"id": 110_201_543, "is_bot": True, "first_name": "问稿", "username": "wengao_test_bot"}


class Bell:
    """Rings at every change, so that nobody has to sleep and look again."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, true: Callable[[], bool]) -> None:
        while not true():
            await self._event.wait()


@asynccontextmanager
async def within(timeout: float, what: str) -> AsyncIterator[None]:
    """Give up after `timeout` seconds, and say what was waited for."""
    try:
        async with asyncio.timeout(timeout):
            yield
    except TimeoutError:
        raise TimeoutError(f"waited {timeout} s in vain for {what}") from None


@dataclass
class Query:
    """A press that can still be answered."""

    chat: Chat
    answered: bool = False


class World:
    """`clock`: what messages are dated by; `queries`: presses by their id; `profile`: settings by method."""

    def __init__(self) -> None:
        self.clock: Callable[[], float] = time.time
        self.bell = Bell()
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.updates = Updates(self.bell.ring)
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[str, Json] = {}
        self.ids = itertools.count(1)

    def chat(self, chat_id: int | None) -> Chat:
        """The chat a bot wants to write to."""
        chat = None if chat_id is None else self.chats.get(chat_id)
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def post(self, chat: Chat, sender: Json, **content: Any) -> Message:
        """Put a message at the end of a chat, from either side."""
        message = Message(next(self.ids), sender, int(self.clock()), **content)
        chat.timeline.append(message)
        if message.from_bot:
            chat.news.append(("sent", message))
        self.bell.ring()
        return message

    def query(self, chat: Chat) -> str:
        """Open a press that waits for its answer, and name it."""
        query_id = str(4_382_000_000_000_000_000 + next(self.ids))
        self.queries[query_id] = Query(chat)
        return query_id
