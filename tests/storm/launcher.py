"""`python -m bot` with parts of this one process changed, as the JSON in STORM says; the product knows nothing of it.

die: [point, side, number], for instance ["commit", "before", 3]: kill -9 just before the third COMMIT. The points:
    commit, poll (getUpdates: the call confirms, its return brings news), send, mark (a message noted as sent).
set: {"bot.channels.telegram.POLL_SECONDS": 1}: constants of the bot.
unlimited: true, for more messages in a second than Telegram takes.
pages: most pages the database may have, so that it is full.
busy: milliseconds to wait for a database that is locked.
clock: a file with the seconds by which this process's clock is wrong.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import re
import signal
import sqlite3
import sys
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

import telegram

from bot.channels.telegram_send import Courier
from bot.cli import main
from bot.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

CHANNEL = "bot.channels.telegram"  # read late, as the product does
PATCHES: dict[str, Any] = json.loads(os.environ["STORM"])
POINT, SIDE, NUMBER = PATCHES.get("die", ("", "", 0))

passed = 0


def at(point: str, side: str) -> None:
    """Be at a point; end this process if it is the one told."""
    global passed  # noqa: PLW0603 - one process, one count
    passed += (point, side) == (POINT, SIDE)
    if passed and passed == NUMBER:
        os.kill(os.getpid(), signal.SIGKILL)


class Connection(sqlite3.Connection):
    """A connection that passes the points around COMMIT, and waits for a lock as long as told."""

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        if "busy" in PATCHES:
            sql = re.sub(r"(?<=busy_timeout=)\d+", str(PATCHES["busy"]), sql)
        if sql != "COMMIT":
            return super().execute(sql, *rest)
        at("commit", "before")
        done = super().execute(sql, *rest)
        at("commit", "after")
        return done


def connecting(connect: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
    def connected(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*arguments, factory=Connection, **named)
        if "pages" in PATCHES:
            connection.execute(f"PRAGMA max_page_count={PATCHES['pages']}")
        return connection

    return connected


def called(point: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """A call with the points before and after it."""

    @functools.wraps(call)
    def passing(*arguments: Any, **named: Any) -> Any:
        at(point, "before")
        result = call(*arguments, **named)
        at(point, "after")
        return result

    return passing


def awaited(point: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """A coroutine function with the points before and after it."""

    @functools.wraps(call)
    async def passing(*arguments: Any, **named: Any) -> Any:
        at(point, "before")
        result = await call(*arguments, **named)
        at(point, "after")
        return result

    return passing


class WrongClock(datetime):
    """Tells the time wrong by what its file says now."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Any:
        return datetime.now(tz) + timedelta(seconds=float(Path(PATCHES["clock"]).read_text(encoding="utf-8")))


def patch() -> None:
    vars(sqlite3)["connect"] = connecting(sqlite3.connect)
    Store.mark_sent = called("mark", Store.mark_sent)  # type: ignore[method-assign]
    for point, of, name in (("poll", telegram.Bot, "get_updates"), ("send", Courier, "_call")):
        setattr(of, name, awaited(point, getattr(of, name)))
    channel = importlib.import_module(CHANNEL)
    if PATCHES.get("unlimited"):
        vars(channel)["telegram_limit"] = lambda: None
    if "clock" in PATCHES:
        for loaded in [*sys.modules.values()]:
            if loaded.__name__.startswith("bot.") and vars(loaded).get("datetime") is datetime:
                vars(loaded)["datetime"] = WrongClock
    for path, value in PATCHES.get("set", {}).items():
        name, _, constant = path.rpartition(".")
        module = importlib.import_module(name)
        assert constant in vars(module), path
        vars(module)[constant] = value


if __name__ == "__main__":
    patch()
    main()
