"""Our bot as `wengao run` runs it, its own limit on sending taken off; configured by the same environment."""

from __future__ import annotations

import asyncio
import signal

from bot.channels import telegram
from bot.content.content import read_content
from bot.desk import Desk
from bot.logs import start_logging
from bot.settings import read_settings
from bot.storage.opening import open_database
from bot.storage.store import Store


async def main() -> None:
    settings = read_settings()
    start_logging(settings.token)
    content = read_content(settings.content)
    desk = Desk(Store(open_database(settings.database), content.pack.id, content.pack.version), content)
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    await telegram.serve(desk, settings, stopping, None)


if __name__ == "__main__":
    asyncio.run(main())
