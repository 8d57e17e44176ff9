"""How the library's calls reach Telegram: aiohttp, which costs a fifth of the library's own transport; knows no method.

Nothing it raises names the address called: the token is part of that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
WRITE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a call says, as plain JSON; to this transport the same as the library's RequestData."""

    parameters: Mapping[str, object]
    contains_files: bool = False


class Request(BaseRequest):
    """One pool of connections, as telegram.request.BaseRequest asks for; `body`: the newest answer as it came."""

    def __init__(self, connections: int, proxy: str = "") -> None:
        self.connections, self.proxy = connections, proxy
        self.body = b""
        self._session: ClientSession | None = None

    async def call(self, url: str, **parameters: object) -> Any:  # noqa: ANN401 - whatever the method gives
        """Call a method by its URL without the library's objects, and give its result; the library's errors."""
        given = Parameters({name: value for name, value in parameters.items() if value is not None})
        return await self.post(url, cast("RequestData", given))

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where a call names none."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = TCPConnector(limit=self.connections, keepalive_timeout=60)
            self._session = ClientSession(connector=connector, headers={"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        """Close the pool."""
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - a write is part of what read waits for
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 - a call waits for its connection
    ) -> tuple[int, bytes]:
        """Make a call and give status and body; TimedOut or NetworkError where there is no answer."""
        if self._session is None:
            raise NetworkError("closed")
        connect, read = _seconds(connect_timeout, CONNECT_SECONDS), _seconds(read_timeout, READ_SECONDS)
        body, headers = _body(request_data)
        write = WRITE_SECONDS if isinstance(body, FormData) else 0
        timeout = ClientTimeout(total=connect + write + read, sock_connect=connect, sock_read=read)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, proxy=self.proxy or None
            ) as response:
                self.body = await response.read()
                return response.status, self.body
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


def _seconds(asked: Any, usual: float) -> float:  # noqa: ANN401
    return usual if asked is BaseRequest.DEFAULT_NONE or asked is None else float(asked)


def _body(data: RequestData | None) -> tuple[bytes | FormData | None, dict[str, str]]:
    """Write parameters as JSON, or as a form where files go along."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return json.dumps(data.parameters, ensure_ascii=False).encode(), {"Content-Type": "application/json"}
    form = FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}
