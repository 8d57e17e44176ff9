"""The real interview played once, with the database as it was at each stage; what an official sees and says there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.channels.telegram_form import keyboard, pieces
from bot.content.content import Content, read_content
from bot.desk import Desk
from bot.interview.inputs import Commanded, Input, Pressed, Said
from bot.settings import LOCAL_TIME
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.benchmark.officials import reply_to
from tests.benchmark.plan import Screen, Script
from tests.saying import said as answers_of

AT = datetime(2026, 1, 8, 9, 30, tzinfo=LOCAL_TIME)
CHAT = "telegram:1"
MOST_STAGES = 300


@dataclass(frozen=True, slots=True)
class Interview:
    """All stages of the interview: the message shown, and the database file of the moment; what is answered."""

    screens: tuple[Screen, ...]
    files: tuple[Path, ...]
    asks: tuple[str, ...]  # the line of each that asks
    script: Script
    finished: Path


def play(folder: Path) -> Interview:
    """Answer every question with what the sample says or fits, and keep the database of each stage."""
    content = read_content()
    typed = answers_of(content)
    desk = Desk(Store(open_database(folder / "played.db"), content.pack.id, content.pack.version), content)
    answers: dict[str, tuple[str, ...]] = {}
    script = Script(answers, content.pack.phrases["menu_hint"])  # the menu is shown when the questions are through
    screens: list[Screen] = []
    files: list[Path] = []
    asks: list[str] = []
    for number, given in enumerate(_joining(desk)):
        shown = _take(desk, given, number)
    while script.end not in shown.text:
        asks.append(_line_of(shown, content))
        answers[asks[-1]] = _said(desk, typed)
        screens.append(shown)
        files.append(_kept(desk, folder / f"stage{len(files)}.db"))
        said = reply_to(shown, script)
        assert said, shown.text
        assert len(files) < MOST_STAGES, shown.text
        screen, _, choice = said.text.partition(":")
        given = Pressed(AT, int(screen), choice) if said.pressed else Said(AT, said.text, 1)
        shown = _take(desk, Commanded(AT, said.text[1:]) if said.text.startswith("/") else given, 100 + len(files))
    desk.store.db.close()
    return Interview(tuple(screens), tuple(files), tuple(asks), script, folder / "played.db")


def _said(desk: Desk, typed: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What the sample says where the chat is: to one question, or to those of one screen in one message."""
    together, in_order = desk.group_of(CHAT)
    if not together:
        return typed.get(desk.question_of(CHAT), ())
    return ("，".join(typed[id_][0] for id_ in in_order),) if in_order else ()


def _joining(desk: Desk) -> Iterator[Input]:
    yield Commanded(AT, "start", make_invite(desk.store.db, "白土乡人民政府", AT))
    yield Said(AT, "小李", 1)
    yield Said(AT, "2025", 2)


def _take(desk: Desk, given: Input, number: int) -> Screen:
    """Hand an input to the desk, count all it replies as sent, and give the last of it as a channel sends it."""
    desk.receive(CHAT, f"played:{number}", given)
    for outgoing in desk.store.unsent():
        message = desk.message(outgoing)
        desk.store.mark_sent(outgoing, 1000 + number, AT)
    return Screen(pieces(message.lines)[-1], keyboard(message.rows, message.screen))


def _line_of(shown: Screen, content: Content) -> str:
    """Give the line of a screen that asks: it stands below the title."""
    opening = content.pack.phrases["question_title"][0]
    lines = shown.text.split("\n")
    return lines[next(number for number, line in enumerate(lines) if line.startswith(opening)) + 1]


def _kept(desk: Desk, file: Path) -> Path:
    with sqlite3.connect(file) as copy:
        desk.store.db.conn.backup(copy)
    copy.close()
    return file
