"""The bot as a process of its own, which may be killed and started again; knows nothing of what it says."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from tests.test_cli import environment

LAUNCHER = "tests.storm.launcher"


class Bot:
    """`python -m bot run` on a database in `folder`; `lives`: how often it was started.

    All that any life wrote is in `log`. With `patches` the launcher stands in for `-m bot`, see there.
    """

    def __init__(self, folder: Path, token: str, url: str) -> None:
        self.folder, self.token, self.url = folder, token, url
        self.database, self.log = folder / "wengao.db", folder / "log.txt"
        self.lives = 0
        self._process: Process | None = None

    async def start(self, **patches: Any) -> None:
        settings = {"WENGAO_BOT_TOKEN": self.token, "WENGAO_API_URL": self.url, "WENGAO_DB": str(self.database)}
        if patches:
            settings["STORM"] = json.dumps(patches)
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", LAUNCHER if patches else "bot", "run"),
                cwd=self.folder,
                env=environment(settings),
                stdin=DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.lives += 1

    @property
    def pid(self) -> int:
        return self._running.pid

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def kill(self) -> None:
        """End it with SIGKILL, which it cannot notice."""
        with suppress(ProcessLookupError):
            self._running.kill()
        await self._running.wait()

    async def stop(self) -> int:
        """End it as a supervisor does, and give its exit status."""
        self._running.send_signal(signal.SIGTERM)
        return await self._running.wait()

    async def ended(self) -> int:
        """Wait until it ends by itself, and give its exit status."""
        return await self._running.wait()

    @property
    def _running(self) -> Process:
        assert self._process is not None
        return self._process

    def rows(self, sql: str) -> list[Any]:
        """What is on disk, as another program reads it."""
        with closing(Database(self.database).conn) as connection:
            return list(connection.execute(sql))

    def last_words(self) -> str:
        """What it wrote last, for when it ended by itself."""
        return self.log.read_text(encoding="utf-8")[-2000:]

    def leaks(self) -> list[str]:
        """The files of ours that hold the token or its secret half: what was written out, and the database's bytes."""
        secrets = (self.token.encode(), self.token.partition(":")[2].encode())
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        return [file.name for file in files if any(secret in file.read_bytes() for secret in secrets)]
