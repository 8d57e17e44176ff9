"""The phone of one official: sends to the real desk, keeps what comes back on the screen, and counts what was done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.desk import Desk
from bot.interview.events import Ask, Button, Dossier
from bot.interview.inputs import Commanded, Input, Pressed, Said
from bot.interview.orders import Issue
from bot.interview.pasted import MOST
from bot.interview.reading import units
from bot.interview.session import Session
from bot.storage.invites import make_invite

CHAT = "telegram:4711"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing an official does: a button pressed, or a text sent; `about`: the question or the state it is for.

    `own`: how many characters of it are own words, which are to be written in any case and are not counted.
    """

    press: str = ""
    text: str = ""
    own: int = 0
    about: str = ""

    @property
    def typed(self) -> int:
        """Characters that count."""
        return max(len(self.text) - self.own, 0)


@dataclass
class Tally:
    """What was done, in all and by what it was for."""

    messages: Counter[str] = field(default_factory=Counter)
    typed: Counter[str] = field(default_factory=Counter)
    presses: Counter[str] = field(default_factory=Counter)

    def add(self, move: Move) -> None:
        """Count a move."""
        if move.press:
            self.presses[move.about] += 1
        else:
            self.messages[move.about] += 1
            self.typed[move.about] += move.typed

    @property
    def sums(self) -> tuple[int, int, int]:
        """Messages sent, characters typed, presses."""
        return self.messages.total(), self.typed.total(), self.presses.total()


class Phone:
    """One chat with the desk; `rows`: the buttons of the screen shown last, `told`: what came since the last move.

    `session`, `dossier`: where the chat is now, and what is known of its unit.
    """

    def __init__(self, desk: Desk, at: datetime) -> None:
        self.desk, self.at = desk, at
        self.rows: tuple[tuple[Button, ...], ...] = ()
        self.told: list[str] = []
        self.session, self.dossier = Session(), Dossier()
        self.keys = 0
        self.issued = False
        self.tally = Tally()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Every button on the screen."""
        return tuple(button for row in self.rows for button in row)

    def join(self, unit: str) -> None:
        """Come in by a link: one message, which the link types."""
        code = make_invite(self.desk.store.db, unit, self.at)
        self.tally.add(Move(text="/start", about="start"))
        self._send(Commanded(self.at, "start", code))

    def begin(self, at: datetime) -> None:
        """Come back at another time, and count anew."""
        self.at, self.tally, self.issued = at, Tally(), False
        self.tally.add(Move(text="/start", about="start"))
        self._send(Commanded(at, "start"))

    def do(self, move: Move) -> None:
        """Press or send; an app cuts a long text into messages, each of which counts."""
        self.at += timedelta(minutes=1)
        self.tally.add(move)
        first, *rest = _pieces(move.text)
        self.tally.messages[move.about] += len(rest)
        for piece in (first, *rest):
            self._send(given(replace(move, text=piece), self.at, self.session, self.keys))

    def _send(self, one: Input) -> None:
        self.keys += 1
        self.desk.receive(CHAT, f"effort:{self.keys}", one)
        self.told = []
        for outgoing in self.desk.store.unsent(CHAT):
            message = self.desk.message(outgoing)
            self.issued = self.issued or isinstance(outgoing.reply, Issue)
            if isinstance(outgoing.reply, Ask):
                self.rows = message.rows
            self.told.append(message.text)
            self.desk.store.mark_sent(outgoing, outgoing.id, self.at)
        self.session, self.dossier = self.desk.store.load(CHAT, "", self.at)


def _pieces(text: str) -> list[str]:
    """Cut a text as an app does: at the ends of lines, where it is too long for a message."""
    pieces = [""]
    for line in text.splitlines(keepends=True):
        if units(pieces[-1] + line) > MOST:
            pieces.append("")
        pieces[-1] += line
    return pieces


def given(move: Move, at: datetime, session: Session, number: int) -> Input:
    """A move as the channel hands it on."""
    if move.press:
        return Pressed(at, session.screen, move.press)
    if move.text.startswith("/"):
        return Commanded(at, move.text[1:])
    return Said(at, move.text, number)
