"""What each method does to the world, or why it is refused; knows no HTTP, and leaves files to media.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.botapi import media
from tests.botapi.chats import Settled, shown_as
from tests.botapi.errors import bad
from tests.botapi.keyboard import checked
from tests.botapi.markup import parsed, units
from tests.botapi.world import BOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.botapi.calls import Call
    from tests.botapi.chats import Chat, Json, Message
    from tests.botapi.world import World

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def get_me(_world: World, _call: Call) -> Json:
    allowed = {"can_join_groups": True, "can_read_all_group_messages": False}
    return BOT | allowed | {"supports_inline_queries": False}


def delete_webhook(world: World, call: Call) -> bool:
    if call.params.get("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, _call: Call) -> Json:
    waiting = len(world.updates.pending)
    return {"url": "", "has_custom_certificate": False, "pending_update_count": waiting}


def _audience(call: Call) -> tuple[str, str]:
    scope = call.params.get("scope") or {"type": "default"}
    return " ".join(str(value) for value in scope.values()), call.params.get("language_code", "")


def set_my_commands(world: World, call: Call) -> bool:
    commands: list[Json] = call.params.get("commands", [])
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    world.commands[_audience(call)] = commands
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    return world.commands.get(_audience(call), [])


def set_profile(world: World, call: Call) -> bool:
    world.profile[call.method] = call.params
    return True


def _text(call: Call) -> tuple[str, list[Json]]:
    raw: str = call.params.get("text", "")
    text, entities = parsed(raw, call.params.get("parse_mode"), call.params.get("entities"))
    if not text:
        raise bad("message text is empty")
    if units(text) > 4096:
        raise bad("message is too long")
    return text, entities


def send_message(world: World, call: Call) -> Json:
    chat = world.chat(call.chat)
    text, entities = _text(call)
    content = {"text": text, "entities": entities, "raw": call.params["text"]}
    return media.post(world, call, chat, **content).payload(chat)


def send_chat_action(world: World, call: Call) -> bool:
    world.chat(call.chat)
    return True


def _own(chat: Chat, call: Call) -> Message:
    message = chat.find(int(call.params.get("message_id", 0)))
    if message is None:
        raise bad("message to edit not found")
    if not message.from_bot:
        raise bad("message can't be edited")
    return message


def _edit(world: World, chat: Chat, message: Message, **content: Any) -> Json:
    if all(getattr(message, name) == value for name, value in content.items() if name != "raw"):
        raise bad(SAME)
    before = shown_as(message) if message.keyboard else ""
    for name, value in content.items():
        setattr(message, name, value)
    if before and "text" in content and not message.keyboard:
        message.first = before
        chat.timeline.append(Settled(message.text))
    message.extra = message.extra | {"edit_date": int(world.clock())}
    if "text" in content:
        chat.news.append(("edited", message))
    world.bell.ring()
    return message.payload(chat)


def edit_message_text(world: World, call: Call) -> Json:
    chat = world.chat(call.chat)
    message = _own(chat, call)
    if message.kind != "text":
        raise bad("there is no text in the message to edit")
    text, entities = _text(call)
    content = {"text": text, "entities": entities, "raw": call.params["text"]}
    return _edit(world, chat, message, markup=checked(call.params.get("reply_markup")), **content)


def edit_message_reply_markup(world: World, call: Call) -> Json:
    chat = world.chat(call.chat)
    message = _own(chat, call)
    return _edit(world, chat, message, markup=checked(call.params.get("reply_markup")))


def delete_message(world: World, call: Call) -> bool:
    chat = world.chat(call.chat)
    message = chat.find(int(call.params.get("message_id", 0)))
    if message is None:
        raise bad("message to delete not found")
    chat.timeline.remove(message)
    world.bell.ring()
    return True


def answer_callback_query(world: World, call: Call) -> bool:
    query = world.queries.get(call.params.get("callback_query_id", ""))
    if query is None:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    text = call.params.get("text", "")
    if len(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    query.answered = True
    if text:
        query.chat.notices.append(text)
    world.bell.ring()
    return True


def leave_chat(world: World, call: Call) -> bool:
    chat = world.chat(call.chat)
    if chat.payload["type"] == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.blocked = True
    world.bell.ring()
    return True


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "getMe": get_me,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    **dict.fromkeys(("setMyName", "setMyDescription", "setMyShortDescription"), set_profile),
    "setChatMenuButton": set_profile,
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
    "leaveChat": leave_chat,
    "sendDocument": media.send_document,
    "sendPhoto": media.send_photo,
    "sendMediaGroup": media.send_media_group,
    "getFile": media.get_file,
}
