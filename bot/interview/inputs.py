"""What comes in from a chat, as frozen records without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# `at` is the local time of the message, `message` the channel's number of it (None: it has none).


@dataclass(frozen=True, slots=True)
class Said:
    """Text typed: `Said(at, "16次", 812)`."""

    at: datetime
    text: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of screen number `screen`: `Pressed(at, 7, "yes")`; a screen of -1 is a press nobody can read.

    `message`: the one the button stands under; a screen may have come twice.
    """

    at: datetime
    screen: int
    choice: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command without its slash, and the text behind it: `Commanded(at, "start", "7Q4M")`."""

    at: datetime
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier message changed afterwards: `Edited(at, "18次", 812)`."""

    at: datetime
    text: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as its sender's phone names it: `Attached("BQACAgUAA", "总结.docx")`; `id`: what the channel has it by."""

    id: str
    name: str = ""
    mime: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Anything that is neither text nor a press: `Sent(at, "sticker")`; `text` is what was written under it.

    `file`: what it is where it was sent as a file; a photo, a voice message and the like are not.
    """

    at: datetime
    what: str
    text: str = ""
    file: Attached | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The words of a file sent before, which the channel has fetched: `Fetched(at, "5.4 普法活动：16次")`."""

    at: datetime
    text: str


Input = Said | Pressed | Commanded | Edited | Sent | Fetched
