"""How the library's calls reach Telegram: aiohttp, which costs a fifth of the library's own transport; knows no method.

Nothing it raises names the address called: the token is part of that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
WRITE_SECONDS = 60.0
DOWNLOAD_SECONDS = 60.0

TOO_BIG = "file is too big"
"""What Telegram says of a file that getFile does not give; we of one that is larger than asked for."""


Uploads = Mapping[str, tuple[str, bytes]]
"""Files by the name of the field they go in: `{"document": ("总结.docx", b"PK…")}`."""


NO_FILES: Uploads = {}
BYTES = "application/octet-stream"
"""Telegram goes by a file's name."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a call says, as plain JSON, and files by the name of their field; the library's RequestData is as well."""

    parameters: Mapping[str, object]
    files: Uploads

    @property
    def contains_files(self) -> bool:
        """True where the call is a form."""
        return bool(self.files)


class Request(BaseRequest):
    """One pool of connections, as telegram.request.BaseRequest asks for; `body`: the newest answer as it came."""

    def __init__(self, connections: int, proxy: str = "") -> None:
        self.connections, self.proxy = connections, proxy
        self.body = b""
        self._session: ClientSession | None = None

    async def call(self, url: str, form: Mapping[str, object], files: Uploads = NO_FILES) -> Any:  # noqa: ANN401 - any
        """Call a method by its URL without the library's objects, and give its result; the library's errors."""
        given = Parameters({name: value for name, value in form.items() if value is not None}, files)
        return await self.post(url, cast("RequestData", given))

    async def download(self, url: str, most: int) -> bytes:
        """Fetch a file of at most so many bytes; BadRequest where it is larger, or not there."""
        if self._session is None:
            raise NetworkError("closed")
        timeout = ClientTimeout(total=DOWNLOAD_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS)
        data = bytearray()
        with _told_as_the_library():
            async with self._session.get(url, timeout=timeout, proxy=self.proxy or None) as response:
                if 400 <= response.status < 500 and response.status != 429:
                    raise BadRequest("file is not there")
                if response.status != 200:
                    raise NetworkError(f"status {response.status}")
                async for chunk in response.content.iter_any():
                    data += chunk
                    if len(data) > most:
                        raise BadRequest(TOO_BIG)
        return bytes(data)

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
        request_data: RequestData | Parameters | None = None,
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
        with _told_as_the_library():
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, proxy=self.proxy or None
            ) as response:
                self.body = await response.read()
                return response.status, self.body


@contextmanager
def _told_as_the_library() -> Iterator[None]:
    """Raise what the library raises where there is no answer; without the address, which holds the token."""
    try:
        yield
    except TimeoutError:
        raise TimedOut from None
    except (ClientError, OSError) as error:
        raise NetworkError(type(error).__name__) from None


def _seconds(asked: Any, usual: float) -> float:  # noqa: ANN401
    return usual if asked is BaseRequest.DEFAULT_NONE or asked is None else float(asked)


def _body(data: RequestData | Parameters | None) -> tuple[bytes | FormData | None, dict[str, str]]:
    """Write parameters as JSON, or as a form where files go along, under names in any script."""
    if data is None:
        return None, {}
    if not isinstance(data, Parameters) or not data.files:
        return json.dumps(data.parameters, ensure_ascii=False).encode(), {"Content-Type": "application/json"}
    form = FormData(quote_fields=False)  # quoted, a name arrives as %E6%80%BB…
    for name, value in data.parameters.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    for field, (filename, content) in data.files.items():
        form.add_field(field, content, filename=filename, content_type=BYTES)
    return form, {}
