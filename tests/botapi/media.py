"""Messages from the bot, with a file or without, alone or as an album; knows no HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.botapi.errors import bad
from tests.botapi.keyboard import checked
from tests.botapi.markup import parsed, units
from tests.botapi.world import BOT

if TYPE_CHECKING:
    from tests.botapi.calls import Call
    from tests.botapi.chats import Chat, Json, Message
    from tests.botapi.files import File
    from tests.botapi.world import World


def post(world: World, call: Call, chat: Chat, **content: Any) -> Message:
    """Put a message into the chat with the keyboard and the quoted message that the call asks for."""
    markup = checked(call.params.get("reply_markup"))
    wanted = call.params.get("reply_parameters") or {}
    extra = dict(content.pop("extra", {}))
    if wanted:
        quoted = chat.find(int(wanted["message_id"]))
        if quoted is not None:
            extra["reply_to_message"] = quoted.payload(chat)
        elif not wanted.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
    return world.post(chat, BOT, markup=markup, extra=extra, **content)


def send_document(world: World, call: Call) -> Json:
    return _send(world, call, "document")


def send_photo(world: World, call: Call) -> Json:
    return _send(world, call, "photo")


def _send(world: World, call: Call, kind: str) -> Json:
    chat = world.chat(call.chat)
    caption = _caption(call.params)
    file = _file(world, call, kind, call.params.get(kind, f"attach://{kind}"))
    return post(world, call, chat, kind=kind, media=file.media, **caption).payload(chat)


def send_media_group(world: World, call: Call) -> list[Json]:
    chat = world.chat(call.chat)
    items: list[Json] = call.params.get("media", [])
    if not 2 <= len(items) <= 10:
        raise bad("there must be 2-10 items in the group")
    kinds = {item["type"] for item in items}
    if not kinds <= {"photo", "document"}:
        raise bad("media type is not known here")
    if len(kinds) > 1:
        raise bad("document can't be mixed with other media types")
    captions = [_caption(item) for item in items]
    files = [_file(world, call, item["type"], item.get("media", "")) for item in items]
    group = {"media_group_id": str(13_000_000_000 + next(world.ids))}
    sent = [
        post(world, call, chat, kind=file.kind, media=file.media, extra=group, **caption)
        for file, caption in zip(files, captions, strict=True)
    ]
    return [message.payload(chat) for message in sent]


def get_file(world: World, call: Call) -> Json:
    file = world.files.by_id(call.params.get("file_id", ""))
    return file.payload | {"file_path": file.path}


def _file(world: World, call: Call, kind: str, source: str) -> File:
    """The file that is meant: a part of this request, or one that is known by its id."""
    if not source.startswith("attach://"):
        return world.files.by_id(source, kind)
    upload = call.uploads.get(source.removeprefix("attach://"))
    if upload is None:
        raise bad(f"there is no {kind} in the request")
    return world.files.keep(kind, upload)


def _caption(asked: Json) -> dict[str, Any]:
    raw: str = asked.get("caption", "")
    text, entities = parsed(raw, asked.get("parse_mode"), asked.get("caption_entities"))
    if units(text) > 1024:
        raise bad("message caption is too long")
    return {"text": text, "entities": entities, "raw": raw}
