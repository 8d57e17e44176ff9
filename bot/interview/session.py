"""Where one chat is: the state it stands in and what that state is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.interview.inputs import Said


class State(StrEnum):
    """Where a conversation can stand."""

    STRANGER = "stranger"
    NAMING = "naming"
    YEAR = "year"
    MENU = "menu"
    ASKING = "asking"
    GROUP = "group"
    CLEARING = "clearing"
    REVIEW = "review"
    SETTINGS = "settings"
    ITEM = "item"
    OFFERS = "offers"
    HELD = "held"
    READING = "reading"
    PASSAGE = "passage"
    CLASHING = "clashing"
    AMENDING = "amending"
    AMENDED = "amended"
    MEMBERS = "members"
    REMOVING = "removing"
    HANDING = "handing"
    LEAVING = "leaving"
    ERASING = "erasing"
    FILING = "filing"
    WITHDRAWING = "withdrawing"
    ISSUING = "issuing"
    FILED = "filed"
    TRACED = "traced"
    OUTLINE = "outline"
    COMPARING = "comparing"


@dataclass(frozen=True, slots=True)
class Session:
    """Where one chat is: `Session(State.ASKING, 2025, "publicity_events", 12)`; year 0: none chosen yet.

    `question`: what the state is about: a question, one of a group, the number of the member to be removed or
    handed over to, or the sentence a paragraph begins with.
    `held`: messages heard and not stored. When HELD they wait for a decision, about the question or, where there
    is none, about the member's name; when ASKING they may be the beginning of what comes next; when COMPARING they
    are a filled 题单.
    `item`: the item or the page the state is about; when ASKING, below zero, the item of the linked list that what is
    written is for. `via`: the state an answered question returns to; "": on to the
    next open one; when CLASHING also where the chat was, see seen.py. `saw`: a stamp of colleagues' answers shown.
    `changed`: the sentences that the last answer changed, to be seen whole while its screen stands.
    `places`: the question the chat was last at in each year.
    """

    state: State = State.STRANGER
    year: int = 0
    question: str = ""
    screen: int = 0
    held: tuple[Said, ...] = ()
    item: int = 0
    via: str = ""
    saw: str = ""
    changed: str = ""
    places: tuple[tuple[int, str], ...] = ()
