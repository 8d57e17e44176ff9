"""A person with a phone: what they can do in a chat with the bot, and what they see; knows no HTTP."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.botapi.chats import Chat, Edit, Json, Message, Press
from tests.botapi.files import PIXEL, Upload
from tests.botapi.world import BOT, within

if TYPE_CHECKING:
    from tests.botapi.world import World

COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?(?!\w)")


class User:
    """Whoever acts has seen the screen: what the bot sent before is not news to `next_message` any more."""

    def __init__(self, world: World, chat: Chat, account: Json) -> None:
        self._world, self.chat, self.account = world, chat, account
        self._seen = 0

    # What they see.

    @property
    def messages(self) -> list[Message]:
        """What the chat holds now, both sides."""
        return self.chat.messages

    async def next_message(self, timeout: float = 5, *, edits: bool = False) -> Message:
        """The next message of the bot that is new here; with `edits`, an edited one counts too."""
        wanted = ("sent", "edited") if edits else ("sent",)

        def there() -> bool:
            return any(event in wanted for event, _ in self.chat.news[self._seen :])

        async with within(timeout, f"a message of the bot in chat {self.chat.id}"):
            await self._world.bell.until(there)
        while True:
            event, message = self.chat.news[self._seen]
            self._seen += 1
            if event in wanted:
                return message

    # What they do.

    def say(self, text: str) -> Message:
        command = COMMAND.match(text)
        entities = [{"type": "bot_command", "offset": 0, "length": command.end()}] if command else []
        return self._send(text=text, raw=text, entities=entities)

    def edit(self, message_id: int, text: str) -> None:
        message = self._held(message_id)
        if message.sender != self.account or message.kind != "text":
            raise LookupError(f"message {message_id} is not this user's to edit")
        message.first = message.first or message.text
        message.text = message.raw = text
        self.chat.timeline.append(Edit(text))
        message.entities = []
        message.extra = message.extra | {"edit_date": int(self._world.clock())}
        self._tell("edited_message", message.payload(self.chat))

    def press(self, wanted: str) -> str:
        """Press the button with this label or data under the newest message that has buttons."""
        newest = next((message for message in reversed(self.messages) if message.keyboard), None)
        buttons = [button for row in newest.keyboard for button in row] if newest else []
        found = next((button for button in buttons if wanted in (button.label, button.data)), None)
        if newest is None or found is None or found.data is None:
            raise LookupError(f"no button {wanted!r} to press; there is {[button.label for button in buttons]}")
        return self._press(newest.message_id, newest.payload(self.chat), found.data, found.label)

    def press_on(self, message_id: int, data: str) -> str:
        """Press a button of any message, also one that an edit took away or of a message that was deleted."""
        message = self.chat.find(message_id)
        gone = {"chat": self.chat.payload, "message_id": message_id, "date": 0}
        buttons = [button for row in message.keyboard for button in row] if message else []
        label = next((button.label for button in buttons if button.data == data), data)
        return self._press(message_id, message.payload(self.chat) if message else gone, data, label)

    def sticker(self) -> Message:
        sticker = {"file_id": "sticker-1", "file_unique_id": "unique-sticker-1", "type": "regular"}
        shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._send(kind="sticker", media=sticker | shape | {"emoji": "👍"})

    def photo(self, content: bytes = PIXEL, caption: str = "") -> Message:
        return self._send_file("photo", "photo.png", content, caption)

    def voice(self, content: bytes = b"OggS") -> Message:
        return self._send_file("voice", "voice.ogg", content, "")

    def document(self, name: str, content: bytes, caption: str = "") -> Message:
        return self._send_file("document", name, content, caption)

    def location(self, latitude: float = 29.53, longitude: float = 108.77) -> Message:
        return self._send(kind="location", media={"latitude": latitude, "longitude": longitude})

    def contact(self, phone_number: str = "+8613800000000", first_name: str = "小王") -> Message:
        return self._send(kind="contact", media={"phone_number": phone_number, "first_name": first_name})

    def block(self) -> None:
        self._membership("member", "kicked")

    def unblock(self) -> None:
        self._membership("kicked", "member")

    def add_bot(self) -> None:
        """Bring the bot into a group."""
        self._membership("left", "member")

    def album(self, *contents: bytes, caption: str = "") -> list[Message]:
        """Send photos as one album, of which each is a message; the first bears the caption."""
        extra = {"media_group_id": "13000000000"}
        messages = []
        for number, content in enumerate(contents):
            file = self._world.files.keep("photo", Upload("photo.png", content))
            text = "" if number else caption
            messages.append(self._send(kind="photo", media=file.media, text=text, raw=text, extra=extra))
        return messages

    # How the bot learns of it.

    def _send_file(self, kind: str, name: str, content: bytes, caption: str) -> Message:
        file = self._world.files.keep(kind, Upload(name, content))
        return self._send(kind=kind, media=file.media, text=caption, raw=caption)

    def _send(self, **content: Any) -> Message:
        message = self._world.post(self.chat, self.account, **content)
        self._tell("message", message.payload(self.chat))
        return message

    def _press(self, message_id: int, message: Json, data: str, label: str) -> str:
        query_id = self._world.query(self.chat)
        self.chat.timeline.append(Press(label))
        query = {"id": query_id, "from": self.account, "message": message, "data": data}
        self._tell("callback_query", query | {"chat_instance": f"-80{message_id}{self.chat.id}"})
        return query_id

    def _membership(self, before: str, after: str) -> None:
        self.chat.blocked = after == "kicked"
        until = {"kicked": {"until_date": 0}}
        old, new = ({"user": BOT, "status": status} | until.get(status, {}) for status in (before, after))
        event = {"chat": self.chat.payload, "from": self.account, "date": int(self._world.clock())}
        self._tell("my_chat_member", event | {"old_chat_member": old, "new_chat_member": new})

    def _held(self, message_id: int) -> Message:
        message = self.chat.find(message_id)
        if message is None:
            raise LookupError(f"no message {message_id} in chat {self.chat.id}")
        return message

    def _tell(self, kind: str, payload: Json) -> None:
        self._seen = len(self.chat.news)
        self._world.updates.add(kind, payload)
        self._world.bell.ring()
