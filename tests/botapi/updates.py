"""Updates a bot has not confirmed yet, and the one poll that waits for them; knows no contents."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.botapi.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Callable

Update = dict[str, Any]
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """`told`: all updates there ever were; `pending`: those no poll has confirmed."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.told: list[Update] = []
        self.pending: list[Update] = []
        self._next_id = 739_114_206
        self._allowed: list[str] = []
        self._waiting: asyncio.Future[bool] | None = None  # True: something came; False: another poll did

    def add(self, kind: str, payload: dict[str, Any]) -> None:
        """Keep one, unless the last poll that named kinds left this one out."""
        if self._allowed and kind not in self._allowed:
            return
        update = {"update_id": self._next_id, kind: payload}
        self.told.append(update)
        self.pending.append(update)
        self._next_id += 1
        self._wake(came=True)

    async def poll(self, asked: dict[str, Any]) -> list[Update]:
        """What is pending from `offset` on, as soon as there is something; all before it is gone."""
        self._wake(came=False)
        offset, limit = int(asked.get("offset", 0)), min(max(int(asked.get("limit", 100)), 1), 100)
        self.pending = [update for update in self.pending if update["update_id"] >= offset]
        self._allowed = asked.get("allowed_updates", self._allowed)
        self._changed()
        timeout = float(asked.get("timeout", 0))
        if not self.pending and timeout > 0:
            await self._wait(min(timeout, 50))
        return self.pending[:limit]

    def clear(self) -> None:
        self.pending.clear()

    def close(self) -> None:
        self._wake(came=True)

    async def _wait(self, timeout: float) -> None:
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        done, _ = await asyncio.wait([waiting], timeout=timeout)
        if done and not waiting.result():
            raise ApiError(409, CONFLICT)

    def _wake(self, *, came: bool) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(came)
        self._waiting = None
