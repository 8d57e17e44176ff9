"""What goes into the core and what comes out, as frozen records without behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.interview.orders import Order
from bot.interview.values import Nothing, Value

# What comes in. `at` is the local time of the message, `message` the channel's number of it (None: it has none).


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


Input = Said | Pressed | Commanded | Edited | Sent


# What became so, for the store.


@dataclass(frozen=True, slots=True)
class Joined:
    """A chat accepted an invite; the invite is named by its hash."""

    invite: str


@dataclass(frozen=True, slots=True)
class Named:
    """The member gave the name to be shown: `Named("小李")`."""

    name: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A year's draft was begun: `Opened(2025)`."""

    year: int


class Answer(NamedTuple):
    """One value of (year, question, item); year None: kept for the unit. A fact, and what a dossier is made of.

    A tuple, because each input loads every answer of the unit, and a dataclass takes five times as long to make.

    `typed` is what the official wrote or the id pressed; `by` the name shown; `source` is typed, carried, default,
    or confirmed: the default was agreed to, and follows what it derives from.
    Items of a list are numbered from 1 for ever and stand by `position`; other kinds have the one item 0.
    """

    year: int | None
    question: str
    value: Value | Nothing
    typed: str
    at: datetime
    item: int = 0
    position: int = 0
    source: str = "typed"
    by: str = ""
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Cleared:
    """An answer was taken back; what it was stays in the history."""

    year: int | None
    question: str
    item: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Left:
    """The member went; what they answered stays."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A colleague was put out by the owner: `Removed(12, "您已被移出……")`; `told` is what goes to their chat."""

    member: int
    told: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A colleague is the owner now, and the member an editor: `HandedOver(12, "……交给您了")`."""

    member: int
    told: str


@dataclass(frozen=True, slots=True)
class Erased:
    """The unit and everything of it is gone; `told` is what goes to the colleagues' chats."""

    told: str


Membership = Joined | Named | Left | Removed | HandedOver | Erased
"""The facts about who belongs to the unit."""

Fact = Membership | Opened | Answer | Cleared


# What goes out, for the channel.


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `Button("yes", "是")`; the channel puts the screen's number before the id."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence that leaves the screen as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A screen; `replaces`: the same screen shown before takes this form in place."""

    text: str
    rows: tuple[tuple[Button, ...], ...]
    screen: int
    replaces: bool = False


Reply = Say | Ask | Order


# Where a chat is, and what may be known about it.


class State(StrEnum):
    """Where a conversation can stand."""

    STRANGER = "stranger"
    NAMING = "naming"
    YEAR = "year"
    MENU = "menu"
    ASKING = "asking"
    HELD = "held"
    MEMBERS = "members"
    REMOVING = "removing"
    HANDING = "handing"
    LEAVING = "leaving"
    ERASING = "erasing"


OWNER, EDITOR = "owner", "editor"
"""The roles: an editor answers and drafts; only the owner invites, removes, exports and erases."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where one chat is: `Session(State.ASKING, 2025, "publicity_events", 12)`; year 0: none chosen yet.

    `question`: what the state is about, a question, or the number of the member to be removed or handed over to.
    `held`: messages heard and not stored. When HELD they wait for a decision, about the question or, where there
    is none, about the member's name; when ASKING they may be the beginning of what comes next.
    """

    state: State = State.STRANGER
    year: int = 0
    question: str = ""
    screen: int = 0
    held: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A chat account that belongs to the unit: `Member("小李", "owner")`; no name: not given yet.

    `id`: the number a colleague is named by in facts; the member a dossier is loaded for needs none.
    """

    name: str
    role: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Invite:
    """An invite that the input just named and that is still good: the hash it is stored under, unit and role."""

    hash: str
    unit: str
    role: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All the core may know of a conversation: the unit's name, the member, the drafts' years, the current answers.

    `used`: the highest item number ever given, by year and question, where items are numbered.
    `colleagues`: the unit's other members.
    `knocks`: how many messages of this chat, which belongs to no unit, came within the hour.
    """

    unit: str = ""
    member: Member | None = None
    invite: Invite | None = None
    years: tuple[int, ...] = ()
    answers: tuple[Answer, ...] = ()
    used: Mapping[tuple[int | None, str], int] = field(default_factory=dict)
    colleagues: tuple[Member, ...] = ()
    knocks: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer of the core to one input."""

    session: Session
    facts: tuple[Fact, ...]
    replies: tuple[Reply, ...]
