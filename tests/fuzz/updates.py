"""Updates as Telegram writes them, one of every type a person can cause, and the same with fields gone wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]

AT = 1_767_864_600  # 8 January 2026
PERSON: Json = {"id": 4711, "is_bot": False, "first_name": "小李"}
PRIVATE: Json = {"id": 4711, "type": "private", "first_name": "小李"}
GROUP: Json = {"id": -100, "type": "supergroup", "title": "白土乡政府"}
CHANNEL: Json = {"id": -200, "type": "channel", "title": "公告"}
FILE: Json = {"file_id": "f1", "file_unique_id": "u1"}
SHAPE: Json = {"width": 512, "height": 512}
OTHER: Json = {"message_id": 7, "date": AT, "chat": PRIVATE, "from": PERSON, "text": "旧话"}
ORIGIN: Json = {"type": "user", "date": AT, "sender_user": PERSON}
POLL: Json = {"id": "1", "question": "几次？", "total_voter_count": 0, "is_closed": False, "is_anonymous": True}
POLL |= {"type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False}
POLL |= {"options": [{"text": "一", "voter_count": 0, "persistent_id": "1"}]}
STICKER: Json = FILE | SHAPE | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}
VIDEO: Json = FILE | SHAPE | {"duration": 3}
DOCUMENT: Json = {"document": FILE | {"file_name": "总结.docx"}}
PHOTO: Json = {"photo": [FILE | SHAPE]}

TEXTS: Mapping[str, Json] = {
    "text": {"text": "16次"},
    "forwarded text": {"text": "16次", "forward_origin": ORIGIN},
    "reply": {"text": "16次", "reply_to_message": OTHER},
    "quote": {"text": "16次", "reply_to_message": OTHER, "quote": {"text": "旧", "position": 0}},
    "reply to a story": {"text": "16次", "reply_to_story": {"chat": PRIVATE, "id": 1}},
    "through an inline bot": {"text": "16次", "via_bot": {"id": 9, "is_bot": True, "first_name": "b"}},
    "with a link": {"text": "16次", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
}

MEDIA: Mapping[str, Json] = {
    "photo": PHOTO,
    "album": PHOTO | {"media_group_id": "13"},
    "document": DOCUMENT,
    "forwarded file": DOCUMENT | {"forward_origin": ORIGIN},
    "sticker": {"sticker": STICKER},
    "voice": {"voice": FILE | {"duration": 3}},
    "audio": {"audio": FILE | {"duration": 3}},
    "video": {"video": VIDEO},
    "video note": {"video_note": FILE | {"length": 240, "duration": 3}},
    "animation": {"animation": VIDEO, "document": FILE},
    "location": {"location": {"latitude": 29.5, "longitude": 108.8}},
    "live location": {"location": {"latitude": 29.5, "longitude": 108.8, "live_period": 900}},
    "venue": {"venue": {"location": {"latitude": 29.5, "longitude": 108.8}, "title": "乡政府", "address": "街上"}},
    "contact": {"contact": {"phone_number": "+8613800000000", "first_name": "小王"}},
    "poll": {"poll": POLL},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "game": {"game": {"title": "2048", "description": "", "photo": [FILE | SHAPE]}},
    "story": {"story": {"chat": PRIVATE, "id": 1}},
    "checklist": {"checklist": {"title": "待办", "tasks": [{"id": 1, "text": "甲"}]}},
    "invoice": {
        "invoice": {"title": "t", "description": "d", "start_parameter": "s", "currency": "CNY"} | {"total_amount": 1}
    },
    "of a kind to come": {},
}

CAPTIONED = ("photo", "album", "document", "video", "animation", "audio", "voice")

SERVICE: Mapping[str, Json] = {
    "pinned message": {"pinned_message": OTHER},
    "new title": {"new_chat_title": "新名"},
    "new photo": {"new_chat_photo": [FILE | SHAPE]},
    "photo deleted": {"delete_chat_photo": True},
    "timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "joined": {"new_chat_members": [PERSON]},
    "left": {"left_chat_member": PERSON},
    "migrated": {"migrate_to_chat_id": -100},
    "write access": {"write_access_allowed": {"from_request": True}},
    "users shared": {"users_shared": {"request_id": 1, "users": [{"user_id": 1}]}},
    "video chat": {"video_chat_started": {}},
    "background": {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
}

DATA = {
    "ours": "7:=yes",
    "empty": "",
    "full": "7:" + "x" * 62,
    "not ours": "vote_1",
    "no number": ":yes",
    "far": "9" * 64,
}
DATA |= {"wide number": "７:=yes", "negative": "-1:back", "half": "7", "many": "7:a:b:c", "game's": None}  # type: ignore[dict-item]


def message(content: Json, chat: Json = PRIVATE, kind: str = "message") -> Json:
    """An update with one message."""
    edited = {"edit_date": AT + 9} if kind.startswith("edited") else {}
    sender = {"sender_chat": chat} if chat is CHANNEL else {"from": PERSON}
    return {"update_id": 1, kind: {"message_id": 8, "date": AT, "chat": chat, **sender, **edited, **content}}


def press(data: str | None, **of: Any) -> Json:
    """An update with a press of a button; of a message of ours, unless said otherwise."""
    about = of or {"message": OTHER}
    given = {"game_short_name": "2048"} if data is None else {"data": data}
    return {"update_id": 1, "callback_query": {"id": "5", "from": PERSON, "chat_instance": "-8", **about, **given}}


def plain() -> Iterator[Json]:
    """One update of every type."""
    contents = [*TEXTS.values(), *MEDIA.values(), *SERVICE.values()]
    contents += [MEDIA[name] | {"caption": "白土乡"} for name in CAPTIONED]
    for content in contents:
        for kind in ("message", "edited_message"):
            yield from (message(content, chat, kind) for chat in (PRIVATE, GROUP))
        yield from (message(content, CHANNEL, kind) for kind in ("channel_post", "edited_channel_post"))
        yield message(content | {"business_connection_id": "b"}, PRIVATE, "business_message")
    for data in DATA.values():
        yield press(data)
        yield press(data, message={"chat": PRIVATE, "message_id": 7, "date": 0})
        yield press(data, inline_message_id="z")
    yield {"update_id": 1, "inline_query": {"id": "1", "from": PERSON, "query": "16", "offset": ""}}
    yield {"update_id": 1, "poll": POLL}
    yield {"update_id": 1}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@st.composite
def broken(draw: st.DrawFn) -> Json:
    """An update with fields changed, lost or added, at any depth."""
    update: Json = _copied(draw(st.sampled_from(list(plain()))))
    for _ in range(draw(st.integers(0, 3))):
        holder = draw(st.sampled_from(list(_holders(update))))
        keys = [*holder, "text", "caption", "date", "message", "data", "pinned_message", "location"]
        key = draw(st.sampled_from(keys))
        if draw(st.booleans()) and key in holder:
            del holder[key]
        else:
            holder[key] = draw(JSON)
    return update


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _holders(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _holders(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _holders(inner)
