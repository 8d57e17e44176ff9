"""What tests of the bot share: a life of it against the server on loopback, and an official who already joined."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.channels.telegram import serve
from bot.desk import Desk
from bot.interview.inputs import Commanded, Said
from bot.settings import Settings
from bot.storage.invites import make_invite
from tests.botapi import BotApi
from tests.conftest import AT

CHAT, TO, UNIT = 4711, "telegram:4711", "黔江区白土乡人民政府"

Open = Callable[[], Desk]


def settings(api: BotApi) -> Settings:
    """The settings of a bot that talks to this server."""
    return Settings(Path(), None, api.token, api.url, "")


@asynccontextmanager
async def running(api: BotApi, desk: Desk) -> AsyncIterator[None]:
    """One life of the bot; at its end everything was answered and sent."""
    stopping, polls = asyncio.Event(), len(api.called("getUpdates"))
    life = asyncio.create_task(serve(desk, settings(api), stopping, None))
    try:
        await api.until(lambda: life.done() or len(api.called("getUpdates")) > polls, what="the first poll")
        yield
        await answered(api, desk)
    finally:
        stopping.set()
        await life
    desk.store.db.close()


async def answered(api: BotApi, desk: Desk) -> None:
    """Wait until every update is confirmed, every button has stopped turning, and the outbox is empty."""
    await api.until(lambda: not api.world.updates.pending and not api.spinning(), what="every update to be taken")
    async with asyncio.timeout(5):
        while desk.store.unsent():
            await asyncio.sleep(0)


def invited(open_desk: Open) -> str:
    """Invite to the unit."""
    desk = open_desk()
    code = make_invite(desk.store.db, UNIT, AT)
    desk.store.db.close()
    return code


def joined(open_desk: Open, *said: str, chat: str = TO, name: str = "小李") -> None:
    """Let an official in and answer what is said, before the bot is started; all of it counts as sent."""
    code, desk = invited(open_desk), open_desk()
    desk.receive(chat, f"joined:{chat}", Commanded(AT, "start", code))
    for number, text in enumerate((name, "2025", *said)):
        desk.receive(chat, f"said:{chat}:{number}", Said(AT, text, number))
    for outgoing in desk.store.unsent():
        desk.store.mark_sent(outgoing, None, AT)
    desk.store.db.close()
