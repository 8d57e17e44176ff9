"""The buttons under a document: they count wherever the chat is, and change nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.interview.approval import Filed
from bot.interview.conversation import advance
from bot.interview.events import Answer, Dossier, Member, Say, Turn
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.orders import Show
from bot.interview.pages import buttons
from bot.interview.session import Session, State
from bot.interview.values import Words
from tests.interview.test_conversation import OFFERING

PACK = OFFERING
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
COLLEAGUE = Member("小王", "editor", 12)
ITEM = Answer(2025, "problems", Words("甲事"), "甲事", AT, 1, 1)
MEMBER = Dossier("白土乡人民政府", Member("小李", "owner"), None, (2024, 2025), (ITEM,), colleagues=(COLLEAGUE,))
HEARD = (Said(AT, "13812345678", 1),)
MARK = "0f3a91bc"
SENTENCE = PACK.write(MEMBER, 2025)[0].sentences[0].id


def pressed(session: Session, choice: str, dossier: Dossier = MEMBER, screen: int = 0) -> Turn:
    given: Input = Pressed(AT, screen, choice)
    return advance(PACK, dossier, session, given)


@pytest.mark.parametrize("screen", [0, 7, -1])
@pytest.mark.parametrize("state", [state for state in State if state is not State.STRANGER])
def test_a_press_is_an_order_in_every_state_and_changes_nothing(state: State, screen: int) -> None:
    about = {State.REMOVING: "12", State.HANDING: "12", State.GROUP: "leaflets"}
    about |= dict.fromkeys((State.ASKING, State.HELD), "slogan")
    about |= dict.fromkeys((State.CLEARING, State.REVIEW, State.CLASHING), "slogan")
    about |= {State.ITEM: "problems", State.OFFERS: "problems", State.PASSAGE: SENTENCE, State.AMENDING: SENTENCE}
    heard = HEARD if state in {State.ASKING, State.HELD, State.CLASHING, State.COMPARING, State.TRACED} else ()
    via = "asking||slogan" if state is State.CLASHING else ""
    session = Session(state, 2025, about.get(state, ""), 7, heard, int(state is State.ITEM), via)
    filings = (Filed(2025, PACK.main_document, 1, AT),) if state is State.WITHDRAWING else ()
    ((look, pdf),) = buttons(PACK, PACK.main_document, 2024, MARK)
    for button, form in ((look, "look"), (pdf, "pdf")):
        order = Show(form, PACK.main_document, 2024, MARK)
        dossier = replace(MEMBER, filings=filings)
        assert pressed(session, button.id, dossier, screen) == Turn(session, (), (order,))


def test_the_buttons_are_short_enough_for_telegram() -> None:
    (row,) = buttons(PACK, "d" * 40, 2025, MARK)
    assert [len(f"0:{button.id}") <= 64 for button in row] == [True, True]


@pytest.mark.parametrize(
    "choice",
    [
        f"look:{PACK.main_document}:2023:{MARK}",
        f"look:another:2025:{MARK}",
        f"look::2025:{MARK}",
        f"look:{PACK.main_document}:２０２５:{MARK}",
        f"look:{PACK.main_document}:2025:{MARK}0",
        f"look:{PACK.main_document}:2025:{MARK.upper()}",
        f"print:{PACK.main_document}:2025:{MARK}",
        f"look:{PACK.main_document}:2025:{MARK}\n",
        "look",
    ],
)
def test_what_is_no_button_of_a_document_of_the_unit_is_an_old_one(choice: str) -> None:
    session = Session(State.MENU, 2025, "", 7)
    turn = pressed(session, choice)
    assert (turn.facts, replace(turn.session, screen=7)) == ((), session)
    assert PACK.phrases["old_button"] in turn.replies[-1].text  # type: ignore[union-attr]


def test_who_belongs_to_no_unit_gets_nothing() -> None:
    turn = pressed(Session(State.MENU, 2025, "", 7), f"look:{PACK.main_document}:2025:{MARK}", Dossier())
    assert turn.replies == (Say(PACK.phrases["stranger"]),)
