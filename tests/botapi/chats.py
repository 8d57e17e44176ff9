"""A chat as a phone holds it: the messages of both sides, edits applied, in order; knows no updates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.botapi.keyboard import Button, shown

if TYPE_CHECKING:
    from tests.botapi.markup import Entity

Json = dict[str, Any]


@dataclass
class Message:
    """One message. `text`: what is read (of media: the caption); `raw`: what was sent, tags and all.

    `first`: what a user's own message said before it was edited; of the bot's, what it showed when it had buttons.
    """

    message_id: int
    sender: Json
    date: int
    text: str = ""
    raw: str = ""
    entities: list[Entity] = field(default_factory=list)
    kind: str = "text"
    media: Any = None
    markup: Json | None = None
    extra: Json = field(default_factory=dict)
    first: str = ""

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def keyboard(self) -> list[list[Button]]:
        return shown(self.markup)

    @property
    def labels(self) -> list[list[str]]:
        return [[button.label for button in row] for row in self.keyboard]

    @property
    def file_name(self) -> str:
        return str(self.media.get("file_name", "")) if self.kind == "document" else ""

    def payload(self, chat: Chat) -> Json:
        """The message as the Bot API tells it."""
        told: Json = {"message_id": self.message_id, "from": self.sender, "chat": chat.payload}
        told |= {"date": self.date} | self.extra
        text, entities = ("text", "entities") if self.kind == "text" else ("caption", "caption_entities")
        if self.kind != "text":
            told[self.kind] = self.media
        if self.text:
            told[text] = self.text
        if self.entities:
            told[entities] = self.entities
        if self.keyboard:
            told["reply_markup"] = self.markup
        return told


@dataclass(frozen=True)
class Press:
    """A button was pressed; a phone forgets it, a transcript does not."""

    label: str


@dataclass(frozen=True)
class Edit:
    """A message of the user's own was changed to this text; the message itself is told as first sent."""

    text: str


@dataclass(frozen=True)
class Settled:
    """A message of the bot's was changed to this text, and lost its buttons."""

    text: str


@dataclass
class Chat:
    """A private chat or a group. `news`: what the bot sent or edited, in order; `notices`: short pop-ups."""

    payload: Json
    blocked: bool = False
    timeline: list[Message | Press | Edit | Settled] = field(default_factory=list)
    news: list[tuple[str, Message]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.payload["id"])

    @property
    def messages(self) -> list[Message]:
        return [entry for entry in self.timeline if isinstance(entry, Message)]

    def find(self, message_id: int) -> Message | None:
        return next((message for message in self.messages if message.message_id == message_id), None)


def transcript(chat: Chat) -> str:
    """The chat as plain text: the bot's words and its buttons, the user's lines after `> `."""
    return "\n\n".join(_lines(entry) for entry in chat.timeline) + "\n"


def shown_as(message: Message) -> str:
    """What a message of the bot looks like: its text, its buttons."""
    return "\n".join([message.text, *(" ".join(f"[{label}]" for label in row) for row in message.labels)])


def _lines(entry: Message | Press | Edit | Settled) -> str:
    if isinstance(entry, Press):
        return f"> [{entry.label}]"
    if isinstance(entry, Settled):
        return f"<edited> {entry.text}"
    if isinstance(entry, Edit):
        return f"> <edited> {entry.text}"
    media = "" if entry.kind == "text" else f"<{entry.kind} {entry.file_name}".rstrip() + ">"
    lines = [part for part in (media, entry.first or entry.text) if part]
    if not entry.from_bot:
        return "\n".join(f"> {line}".rstrip() for line in "\n".join(lines).split("\n"))
    return "\n".join([*lines, *(" ".join(f"[{label}]" for label in row) for row in entry.labels)])
