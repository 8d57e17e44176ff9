"""One call of the bot: what it asked, as read from the wire, and how it was answered; knows no method."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.botapi.errors import ApiError, bad
from tests.botapi.files import Upload

LISTS = frozenset({"allowed_updates", "caption_entities", "commands", "entities", "media"})
OBJECTS = frozenset({"link_preview_options", "menu_button", "reply_markup", "reply_parameters", "scope"})
FLAGS = frozenset({"drop_pending_updates", "show_alert"})
NESTED = LISTS | OBJECTS | FLAGS  # these come as JSON inside a form field


@dataclass
class Call:
    """`status`: 0 as long as no answer went out, and for ever if the connection was dropped.

    `done`: what it asked for was done, whether an answer went out or not.
    """

    method: str
    params: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    status: int = 0
    done: bool = False

    @property
    def chat(self) -> int | None:
        """The number of the chat the call is about."""
        chat_id = str(self.params.get("chat_id", ""))
        return int(chat_id) if chat_id.lstrip("-").isdecimal() else None


async def read(request: web.Request) -> Call:
    """Read a request in any of the forms a client may choose: query, JSON, form, multipart."""
    call = Call(request.match_info["method"], dict(request.query))
    try:
        await _fill(call, request)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    for name in NESTED & call.params.keys():
        call.params[name] = _nested(name, call.params[name])
    return call


async def _fill(call: Call, request: web.Request) -> None:
    if request.content_type == "application/json":
        call.params |= await request.json()
    elif request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or part.name is None:
                raise bad("unreadable part")
            content = bytes(await part.read(decode=True))
            if part.filename is None:
                call.params[part.name] = content.decode()
            else:
                call.uploads[part.name] = Upload(part.filename, content)
    else:
        call.params |= dict((await request.post()).items())


def _nested(name: str, value: Any) -> Any:
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None
