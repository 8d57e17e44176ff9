"""Plays moves against the core alone, or through a desk over a real SQLite file, and holds every promise after each."""

from __future__ import annotations

import html
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.channels.telegram_form import keyboard, pieces
from bot.content.content import read_content
from bot.desk import Desk
from bot.interview.conversation import advance
from bot.interview.events import (
    Answer,
    Ask,
    Cleared,
    Dossier,
    Erased,
    History,
    Invite,
    Joined,
    Left,
    Opened,
    Say,
    Turn,
)
from bot.interview.inputs import (
    Attached,
    Commanded,
    Edited,
    Input,
    Pressed,
    Said,
    Sent,
)
from bot.interview.scene import Scene
from bot.interview.screens import screen
from bot.interview.session import Session, State
from bot.interview.values import Nothing, value_text
from bot.report.compose import compose
from bot.report.text import Line, text
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.fuzz.moves import UNIT, Move

CONTENT = read_content()
PACK = CONTENT.pack
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
CODE = "7Q4MABCD"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\uf8ff]")


class Chat(Protocol):
    """One chat, however it is kept."""

    def invite(self, at: datetime) -> str:
        """Make an invite, and give its code."""

    def there(self) -> tuple[Session, Dossier]:
        """Where it is, and what is known."""

    def take(self, key: str, given: Input) -> Turn:
        """Take an input, and give what it led to."""


class Core:
    """A chat in memory: what the core says a store would hold."""

    def __init__(self) -> None:
        self.session, self.dossier = Session(), Dossier()
        self.keys: set[str] = set()

    def invite(self, at: datetime) -> str:
        self.dossier = Dossier(invite=Invite("hash", UNIT, "owner"))
        return CODE

    def there(self) -> tuple[Session, Dossier]:
        return self.session, self.dossier

    def take(self, key: str, given: Input) -> Turn:
        if key in self.keys:
            return Turn(self.session, (), ())
        turn = advance(PACK, self.dossier, self.session, given)
        assert turn == advance(PACK, self.dossier, self.session, given)
        self.keys.add(key)
        self.dossier = Scene(PACK, self.dossier, self.session).after(turn.facts).dossier
        self.session = turn.session
        return turn


class Kept:
    """A chat in a database file, opened anew now and then; holds that it gives back what the core predicts."""

    def __init__(self, folder: Path) -> None:
        self.path, self.count = folder / "wengao.db", 0
        self._open()
        self.history: list[tuple[object, ...]] = []

    def _open(self) -> None:
        self.desk = Desk(Store(open_database(self.path), PACK.id, PACK.version), CONTENT)

    def invite(self, at: datetime) -> str:
        return make_invite(self.desk.store.db, UNIT, at)

    def there(self) -> tuple[Session, Dossier]:
        return self.desk.store.load("telegram:1", "", AT)

    def take(self, key: str, given: Input) -> Turn:
        self.count += 1
        if self.count % 10 == 0:
            self.desk.store.db.close()
            self._open()
        store = self.desk.store
        session, dossier = self.desk.known("telegram:1", given)
        seen = store.seen(key)
        turn = Turn(session, (), ()) if seen else advance(PACK, dossier, session, given)
        self.desk.receive("telegram:1", key, given)
        expected = replace(Scene(PACK, dossier, session).after(turn.facts).dossier, history=History())
        stands, stored = self.there()
        if any(isinstance(fact, Joined) for fact in turn.facts):  # what the unit holds is seen from the next input on
            stored = replace(expected, member=stored.member)
        assert (stands, replace(stored, invite=None)) == (turn.session, replace(expected, invite=None))
        for outgoing, reply in zip(store.unsent("telegram:1"), turn.replies, strict=True):
            assert outgoing.reply == reply
            assert all(map(fits, pieces(self.desk.message(outgoing).lines)))
            store.mark_sent(outgoing, self.count, given.at)
        history = store.db.execute("SELECT * FROM answers ORDER BY id").fetchall()
        assert history[: len(self.history)] == self.history or any(isinstance(fact, Erased) for fact in turn.facts)
        self.history = history
        return turn

    def close(self) -> None:
        self.desk.store.db.close()


def kept(moves: Sequence[Move], counts: Counter[str] | None = None) -> None:
    """Play moves over a database file of their own."""
    with tempfile.TemporaryDirectory() as folder:
        chat = Kept(Path(folder))
        play(moves, chat, counts)
        chat.close()


def play(moves: Sequence[Move], chat: Chat, counts: Counter[str] | None = None) -> None:
    """Join as an official does, then do what the moves say; count the inputs by their kind."""
    at, key = AT, 0
    for move in moves:
        at = min(max(at + timedelta(seconds=move.later), AT), AT.replace(year=2031))
        if chat.there()[0].state is State.STRANGER:
            join(chat, at, key := key + 3)
        for given in inputs(move, chat, at, key):
            key += move.kind != "again"
            step(chat, f"telegram:{key}", given, move.kind)
            if counts is not None:
                counts[move.kind] += 1
    documents(chat.there()[1], chat.there()[0].year)


def join(chat: Chat, at: datetime, key: int) -> None:
    """Come in with an invite, under the three keys up to this one."""
    joining: tuple[Input, ...] = (Commanded(at, "start", chat.invite(at)), Said(at, "小李", 1), Said(at, "2025", 2))
    for number, given in enumerate(joining, key - 2):
        chat.take(f"telegram:{number}", given)


def inputs(move: Move, chat: Chat, at: datetime, key: int) -> Iterator[Input]:
    """Turn a move into inputs, the later ones from what the earlier ones led to."""
    match move.kind:
        case "offered":
            rows = screen(scene(chat))[1]
            ids = [button.id for row in rows for button in row]
            yield Pressed(at, scene(chat).session.screen, ids[move.number % len(ids)] if ids else "")
        case "forged":
            yield Pressed(at, scene(chat).session.screen, move.text)
        case "command":
            yield Commanded(at, move.text, move.text)
        case "edit":
            yield Edited(at, move.text, move.number or None)
        case "media":
            name = move.text + (".docx" if move.number % 2 else "")
            yield Sent(at, "Document", move.text, Attached("file-1", name) if move.number % 3 else None)
        case "old" | "pages":
            yield Pressed(at, scene(chat).session.screen - 1 - move.number, move.text)
        case "paste":
            whole = move.text * (move.number // len(move.text))
            units = 4096 if all(char < "\U00010000" for char in move.text) else 2048
            for start in range(0, len(whole), units):
                yield Said(at, whole[start : start + units], key + start)
        case "section":
            yield Said(at, "目录", key)
            yield Said(at, move.text, key)
        case _:
            yield Said(at, move.text, key)


def scene(chat: Chat) -> Scene:
    session, dossier = chat.there()
    return Scene(PACK, dossier, session)


def step(chat: Chat, key: str, given: Input, kind: str) -> None:
    """Take one input, and hold what is promised of every turn."""
    before, known = chat.there()
    turn = chat.take(key, given)
    after, knows = chat.there()
    assert bool(turn.replies) == (kind != "again")
    gone = after.state is State.STRANGER
    assert after == turn.session
    assert after.state in State
    assert after.state is not State.ASKING or after.question in PACK.questions
    assert (after.state is State.HELD) <= bool(after.held)
    assert after.screen >= before.screen or gone
    for reply in turn.replies:
        if isinstance(reply, Say | Ask):
            shows(reply, after)
    assert all(
        fact.year in {before.year, after.year, None} for fact in turn.facts if isinstance(fact, Answer | Cleared)
    )
    for fact in turn.facts:
        assert not isinstance(fact, Joined)
        assert not isinstance(fact, Opened) or 2000 <= fact.year <= given.at.year
        if isinstance(fact, Answer | Cleared):
            assert (fact.year is None) == PACK.section_of[fact.question].kept
        if isinstance(fact, Answer) and not isinstance(fact.value, Nothing):
            assert not CONTROLS.search(value_text(fact.value).replace("\n", ""))
    assert not gone or any(isinstance(fact, Left | Erased) for fact in turn.facts)
    if kind in {"old", "media", "pages", "again"} or (isinstance(given, Pressed) and given.screen != before.screen):
        assert turn.facts == ()
        offered = before.changed if after.screen == before.screen else ""
        assert replace(after, screen=0, held=()) == replace(before, screen=0, held=(), changed=offered)
        assert knows == known
    if kind == "offered" and given.choice:  # type: ignore[union-attr]
        told = [reply.text for reply in turn.replies if isinstance(reply, Say | Ask)]
        assert not any(PACK.phrases["old_button"] in said or PACK.phrases["not_now"] in said for said in told)


def shows(reply: Say | Ask, session: Session) -> None:
    """Hold that Telegram takes a reply, and that its buttons can be pressed."""
    assert reply.text.strip()
    assert all(map(fits, pieces([Line(line) for line in reply.text.split("\n")])))
    if isinstance(reply, Ask):
        assert reply.screen == session.screen
        buttons = [button for row in reply.rows for button in row]
        assert len(buttons) <= 100
        assert all(1 <= len(row) <= 8 for row in reply.rows)
        assert all(button.label.strip() for button in buttons)
        assert len({button.id for button in buttons}) == len(buttons)
        markup = keyboard(reply.rows, reply.screen)
        for button in [button for row in markup["inline_keyboard"] for button in row] if markup else []:
            assert len(button["callback_data"].encode()) <= 64


def fits(piece: str) -> bool:
    """Tell whether a message is one Telegram takes: it says something, in 4096 UTF-16 units."""
    return bool(piece.strip()) and len(html.unescape(piece).encode("utf-16-le")) // 2 <= 4096


def documents(dossier: Dossier, year: int) -> None:
    """Hold that every document of the dossier can be written, and is clean text."""
    for id_ in CONTENT.prose.documents:
        written = text(compose(PACK, CONTENT.prose, id_, dossier, year))
        assert written.encode()
        assert not CONTROLS.search(written)
        assert written.strip()
