"""The Bot API on loopback: reads calls, lets faults strike, answers; knows no method's meaning."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, Self

from aiohttp import web

from tests.botapi.calls import Call, read
from tests.botapi.chats import Chat, Json
from tests.botapi.errors import ApiError, bad
from tests.botapi.faults import Fault, Kind, take
from tests.botapi.files import UPLOAD_LIMIT
from tests.botapi.methods import METHODS
from tests.botapi.people import User
from tests.botapi.world import BOT, World, within

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

POLL = "getUpdates"


class BotApi:
    """`async with BotApi() as api:` Telegram's stand-in, for as many lives of a bot as a test needs.

    `world`: chats, files, updates, settings; `calls`: all calls, in order; `delay`: a round trip in seconds,
    for calls and downloads.
    """

    def __init__(self, port: int = 0) -> None:
        self.token = f"{BOT['id']}:{'A' * 35}"
        self.world = World()
        self.calls: list[Call] = []
        self.delay = 0.0
        self._port, self._busy, self._begun = port, 0, 0
        self._faults: list[Fault] = []
        app = web.Application(client_max_size=UPLOAD_LIMIT, middlewares=[self._watch])
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self.world.updates.close()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """What a client wants as its base URL: the token goes right behind it."""
        return f"http://127.0.0.1:{self._port}/bot"

    @property
    def file_url(self) -> str:
        return f"http://127.0.0.1:{self._port}/file/bot"

    def user(self, chat_id: int, first_name: str = "小李", *, group: bool = False, user_id: int | None = None) -> User:
        """A person in a chat that exists from now on; in a group, call it once for each person."""
        account: Json = {"id": user_id or abs(chat_id), "is_bot": False, "first_name": first_name}
        payload: Json = {"id": chat_id, "type": "private", "first_name": first_name}
        if group:
            payload = {"id": chat_id, "type": "supergroup", "title": "群聊"}
        chat = self.world.chats.setdefault(chat_id, Chat(payload))
        return User(self.world, chat, account | {"language_code": "zh-hans"})

    def fault(
        self,
        method: str,
        kind: Kind,
        times: int = 1,
        *,
        chat: int | None = None,
        status: int = 502,
        description: str = "Bad Gateway",
        seconds: float = 1,
        body: Any = None,
        share: float = 1,
    ) -> Fault:
        """Let something go wrong, see Fault; the one given first strikes first."""
        fault = Fault(method, kind, times, chat, status, description, seconds, body, share)
        self._faults.append(fault)
        return fault

    def called(self, method: str, chat: int | None = None) -> list[Call]:
        return [call for call in self.calls if call.method == method and chat in (None, call.chat)]

    def spinning(self) -> list[str]:
        """Presses whose button still turns, because the bot did not answer them."""
        return [query_id for query_id, query in self.world.queries.items() if not query.answered]

    def expire(self) -> None:
        """Let every press so far be too old to be answered."""
        self.world.queries.clear()

    async def until(self, true: Callable[[], bool], timeout: float = 5, what: str = "a condition") -> None:
        """Wait for anything that a call, an answer or a person can bring about."""
        async with within(timeout, what):
            await self.world.bell.until(true)

    async def settled(self, timeout: float = 5, quiet: float = 0.02) -> None:
        """Wait until every update is confirmed, no call is under way, and none begins for `quiet` seconds.

        The server cannot see a bot think: if an answer may take longer to begin, wait for the answer itself.
        """
        async with within(timeout, "the bot to confirm every update and to fall silent"):
            while True:
                await self.world.bell.until(self._idle)
                begun = self._begun
                for _ in range(4):  # steps, so that a loop that was blocked meanwhile gets its turns
                    await asyncio.sleep(quiet / 4)
                if self._idle() and begun == self._begun:
                    return

    def _idle(self) -> bool:
        return not self.world.updates.pending and self._busy == 0

    @web.middleware
    async def _watch(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Count what is under way; a poll that waits is not."""
        working = request.match_info.get("method") != POLL
        self._busy += working
        self._begun += working
        try:
            return await handler(request)
        except ApiError as refusal:
            return _json(refusal.status, refusal.body)
        except ConnectionResetError:  # the caller died while it spoke
            return web.Response()
        finally:
            self._busy -= working
            self.world.bell.ring()

    async def _method(self, request: web.Request) -> web.StreamResponse:
        self._admit(request)
        call = await read(request)
        self.calls.append(call)
        self.world.bell.ring()
        fault = take(self._faults, call)
        kind = fault.kind if fault else ""
        await asyncio.sleep(self.delay + (fault.seconds if fault and kind == "delay" else 0))
        if kind == "drop_before":
            return _hang_up(request)
        call.status, body = await self._outcome(call, fault)
        if kind == "drop_after":
            call.status = 0
            return _hang_up(request)
        return _json(call.status, body)

    def _admit(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise ApiError(401, "Unauthorized")

    async def _outcome(self, call: Call, fault: Fault | None) -> tuple[int, Any]:
        """Status and body of the answer; no body: something that is no JSON."""
        if fault and fault.kind in ("garbage", "answer"):
            return 200, fault.body
        refusal = fault.refusal if fault else None
        if refusal is None:
            try:
                result = await self._result(call)
            except ApiError as error:
                refusal = error
            else:
                call.done = True
                return 200, {"ok": True, "result": result}
        return refusal.status, refusal.body

    async def _result(self, call: Call) -> Any:
        if call.method == POLL:
            return await self.world.updates.poll(call.params)
        if call.method not in METHODS:
            raise ApiError(404, "Not Found")
        try:
            return METHODS[call.method](self.world, call)
        except (KeyError, TypeError, ValueError) as error:
            raise bad(f"can't read {call.method}: {error!r}") from error

    async def _download(self, request: web.Request) -> web.StreamResponse:
        self._admit(request)
        await asyncio.sleep(self.delay)
        file = self.world.files.by_path(request.match_info["path"])
        if file is None:
            raise ApiError(404, "Not Found")
        return web.Response(body=file.content)


def _json(status: int, body: Any) -> web.Response:
    if body is None:
        return web.Response(status=status, text="<html>upstream gone</html>", content_type="text/html")
    text = json.dumps(body, ensure_ascii=False)
    return web.Response(status=status, text=text, content_type="application/json")


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
