"""The words of the buttons of the 目录, typed: each does what its button does, or says why it cannot now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.interview import events
from bot.interview.conversation import advance
from bot.interview.events import Ask, Dossier, Say, Turn
from bot.interview.inputs import Pressed, Said
from bot.interview.session import Session, State
from tests.short import CONTENT

PACK = CONTENT.pack
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
OWNER = Dossier("白土乡人民政府", events.Member("小李", "owner"), None, (2025,))
EDITOR = replace(OWNER, member=events.Member("小王", "editor"))
AT_MENU = Session(State.MENU, 2025, screen=3)
BUTTONS = ("go", "sheet", "read", "draft", "documents", "file", "withdraw", "filings", "year", "settings")


def said(dossier: Dossier, text: str, session: Session = AT_MENU) -> Turn:
    return advance(PACK, dossier, session, Said(AT, text))


def told(turn: Turn) -> str:
    return "\n".join(reply.text for reply in turn.replies if isinstance(reply, Say | Ask))


@pytest.mark.parametrize("dossier", [OWNER, EDITOR])
@pytest.mark.parametrize("button", BUTTONS)
def test_typed_it_is_what_the_button_does_whether_it_is_there_or_not(dossier: Dossier, button: str) -> None:
    turn = said(dossier, PACK.phrases[f"button_{button}"])
    assert "没看懂" not in told(turn)
    assert turn == advance(PACK, dossier, AT_MENU, Pressed(AT, 3, button))


def test_the_word_for_the_menu_shows_it_again() -> None:
    turn = said(OWNER, "目录")
    assert turn.session.state is State.MENU
    assert "未开始" in told(turn)
    year = said(OWNER, "目录", Session(State.YEAR, 2025, screen=3))
    assert (year.session.state, "未开始" in told(year)) == (State.MENU, True)
    assert "没看懂" in told(said(OWNER, "目录录"))


@pytest.mark.parametrize("key", [*BUTTONS, "menu", "help"])
def test_to_a_stranger_every_word_is_answered_with_how_to_come_in(key: str) -> None:
    turn = said(Dossier(), PACK.phrases.get(f"button_{key}", key), Session())
    assert (told(turn), turn.facts, turn.session) == (PACK.phrases["stranger"], (), Session())


def test_no_word_of_a_button_becomes_a_name() -> None:
    dossier = replace(OWNER, member=events.Member("", "editor"))
    for word in ("目录", "接着答", "出稿"):
        turn = said(dossier, word, Session(State.NAMING, screen=2))
        assert (turn.facts, turn.session.state) == ((), State.NAMING)
    assert said(dossier, "小李", Session(State.NAMING, screen=2)).facts
