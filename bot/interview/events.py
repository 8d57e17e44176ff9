"""What the core knows and what comes out of it, as frozen records without behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from bot.interview.amendments import Amended
from bot.interview.approval import Approval, Checked, Filed
from bot.interview.asked import Asked
from bot.interview.orders import Order
from bot.interview.session import Session
from bot.interview.values import Nothing, Value
from bot.interview.wordings import Worded

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


@dataclass(frozen=True, slots=True)
class Closed:
    """A year's draft that holds no answer was given up: `Closed(2031)`; opening it again brings it back."""

    year: int


class Answer(NamedTuple):
    """One value of (year, question, item); year None: kept for the unit. A fact, and what a dossier is made of.

    A tuple, because each input loads every answer of the unit, and a dataclass takes five times as long to make.

    `typed` is what the official wrote or the id pressed; `by` the name shown; `source` is typed, carried, default,
    or confirmed: the default was agreed to, and follows what it derives from. Where an undo brought it back, `undone`,
    or `undone:` and what it had been, stands there.
    `message`: this chat's own message that gave it; None where another chat did.
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
    """An answer was taken back; what it was stays in the history. `source`: as that of an answer."""

    year: int | None
    question: str
    item: int
    at: datetime
    source: str = "typed"


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

Fact = Membership | Opened | Closed | Answer | Cleared | Amended | Approval | Worded


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
    """A screen; `replaces`: the same screen shown before takes this form in place.

    Else the screen before it loses its buttons, where the channel can change what it sent, and becomes one line:
    `understood`, what was made of its answer, which is said above this screen where that cannot be done; or `left`.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...]
    screen: int
    replaces: bool = False
    understood: str = ""
    left: str = ""


Reply = Say | Ask | Order


# Who and what may be known.

OWNER, EDITOR = "owner", "editor"
"""The roles: an editor answers and drafts; only the owner invites, removes, exports and erases."""


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


class Change(NamedTuple):
    """An answer given or taken back, or own words, at some time; `mine`: by this very member."""

    fact: Answer | Cleared | Amended
    mine: bool


@dataclass(frozen=True, slots=True)
class History:
    """What became of the answers and the own words, the oldest change first; loaded only for an input that looks back.

    `asked`: the channel's number of the message the chat's screen is in; None where it is not known.
    """

    changes: tuple[Change, ...] = ()
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All the core may know of a conversation: the unit's name, the member, the drafts' years, the current answers.

    `used`: the highest item number ever given, by year and question, where items are numbered.
    `colleagues`: the unit's other members. `amendments`: the newest of each amended sentence, also where it was undone.
    `earlier`: what was asked when the chat was last here, where that was another version of the questions.
    `knocks`: how many messages of this chat, which belongs to no unit, came within the hour.
    `checks`: the newest mark on each sentence; `filings`: every text filed, the oldest first.
    `mix`: which wording of each sentence the unit has.
    """

    unit: str = ""
    member: Member | None = None
    invite: Invite | None = None
    years: tuple[int, ...] = ()
    answers: tuple[Answer, ...] = ()
    used: Mapping[tuple[int | None, str], int] = field(default_factory=dict)
    colleagues: tuple[Member, ...] = ()
    earlier: tuple[Asked, ...] = ()
    knocks: int = 0
    history: History = History()
    checks: tuple[Checked, ...] = ()
    filings: tuple[Filed, ...] = ()
    amendments: tuple[Amended, ...] = ()
    mix: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer of the core to one input."""

    session: Session
    facts: tuple[Fact, ...]
    replies: tuple[Reply, ...]
