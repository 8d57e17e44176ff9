"""Takes one input from load to commit, then turns what must be sent into messages; the only imperative part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.content.content import Content
from bot.interview.conversation import advance
from bot.interview.events import Ask, Button, Input, Issue, Say, State
from bot.interview.steps import code_in
from bot.report.compose import compose
from bot.report.text import Line, lines
from bot.storage.store import Outgoing, Store


@dataclass(frozen=True, slots=True)
class Message:
    """One message for a channel to show: paragraphs, and the buttons of a screen with its number."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    screen: int = 0

    @property
    def text(self) -> str:
        """The plain text."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Desk:
    """A store and the content it is asked about."""

    store: Store
    content: Content

    def receive(self, chat: str, key: str, given: Input) -> None:
        """Take one input: its effect, its key and what must be sent are committed together, or not at all.

        A key seen before changes nothing and shows nothing again: what it was answered is in the outbox, or was sent.
        """
        with self.store.transaction():
            if not self.store.seen(key):
                session, dossier = self.store.load(chat, code_in(given), given.at)
                self.store.save(chat, key, advance(self.content.pack, dossier, session, given), given.at)

    def put_aside(self, chat: str, key: str, evidence: str, error: str, at: datetime) -> None:
        """Keep an input that cannot be handled, so that it is not tried again, and tell the chat."""
        with self.store.transaction():
            reply = Say(self.content.pack.phrases["put_aside"]) if chat else None
            self.store.park(chat, key, evidence, error, reply, at)

    def message(self, outgoing: Outgoing) -> Message:
        """Turn what must be sent into a message; an order is fulfilled here, from the answers as they are now."""
        match outgoing.reply:
            case Say(text):
                return Message((Line(text),))
            case Ask():
                lines_ = tuple(map(Line, outgoing.reply.text.split("\n")))
                return Message(lines_, outgoing.reply.rows, outgoing.reply.screen)
            case Issue(document, year):
                dossier = self.store.dossier_of(outgoing.chat)
                composed = compose(self.content.pack, self.content.prose, document, dossier, year)
                return Message(tuple(lines(composed)))

    def question_of(self, chat: str) -> str:
        """Name the question a chat is at; "" where it is at none."""
        session = self.store.session_of(chat)
        return session.question if session.state is State.ASKING else ""
