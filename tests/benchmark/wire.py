"""HTTP/1.1 as two known clients speak it, with a round trip's delay; knows no method's meaning."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from urllib.parse import parse_qsl

from tests.benchmark.plan import Json

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)

Answer = Callable[[str], None]
Handle = Callable[[str, Json, Answer], None]


class Wire(asyncio.Protocol):
    """One connection: a request takes half the round trip to the handler, its answer the other half back."""

    def __init__(self, handle: Handle, delay: float) -> None:
        self.handle, self.half = handle, delay / 2
        self.received = b""
        self.loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Cut whole requests off what has come in."""
        self.received += data
        while (end := self.received.find(b"\r\n\r\n")) >= 0:
            head = self.received[:end]
            found = _LENGTH.search(head)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(self.received) < whole:
                return
            body, self.received = self.received[end + 4 : whole], self.received[whole:]
            method = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
            given = json.loads(body) if body.startswith(b"{") else dict(parse_qsl(body.decode()))
            self._later(self.handle, method, given, self._answer)

    def _answer(self, result: str) -> None:
        body = f'{{"ok":true,"result":{result}}}'.encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        self._later(self._write, head + body)

    def _write(self, data: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(data)

    def _later(self, do: Callable[..., None], *arguments: object) -> None:
        if self.half:
            self.loop.call_later(self.half, do, *arguments)
        else:
            do(*arguments)
