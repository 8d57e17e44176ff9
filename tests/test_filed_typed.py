"""An answer typed while the draft is filed: not stored, not lost; it is asked about once the filing is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.interview.inputs import Commanded, Said
from bot.interview.session import State
from tests.conftest import AT
from tests.test_public_filed import CHAT, Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "wengao.db")
    office.file()
    yield office
    office.desk.store.db.close()


def typed(office: Office, question: str) -> list[str]:
    return [answer.typed for answer in office.desk.store.dossier_of(CHAT).answers if answer.question == question]


def at(office: Office, question: str, state: State = State.ASKING) -> None:
    office.put(state, question=question)
    office.send(Commanded(AT, "start"))


@pytest.mark.parametrize(("state", "words"), [(State.ASKING, "999次"), (State.GROUP, "普法活动999次")])
def test_it_comes_up_again_after_the_withdrawal_and_one_press_stores_it(
    office: Office, state: State, words: str
) -> None:
    at(office, "publicity_events", state)
    before = typed(office, "publicity_events")
    told = office.send(Said(AT, words, 71))
    assert f"您打的“{words}”先记着，撤回定稿以后再问您存不存。" in told
    assert typed(office, "publicity_events") == before
    office.press("withdraw")
    asked = office.press("data")
    assert f"您先前打的是“{words}”。" in asked
    assert typed(office, "publicity_events") == before
    assert "现：全年开展各类普法活动999次" in office.press("keep")
    assert typed(office, "publicity_events")[0].endswith("999次")


def test_it_can_be_dropped_or_another_typed_in_its_place(office: Office) -> None:
    at(office, "publicity_events")
    before = typed(office, "publicity_events")
    office.send(Said(AT, "999次"))
    office.press("withdraw")
    office.press("data")
    office.press("drop")
    assert typed(office, "publicity_events") == before
    office.send(Said(AT, "998次"))
    assert typed(office, "publicity_events") == ["998次"]


def test_to_walk_away_forgets_it(office: Office) -> None:
    at(office, "publicity_events")
    before = typed(office, "publicity_events")
    office.send(Said(AT, "999次"))
    office.press("menu")
    office.press("withdraw")
    assert "先前打的" not in office.press("data")
    assert typed(office, "publicity_events") == before
    assert office.desk.store.session_of(CHAT).state is State.MENU


def test_what_was_looked_for_comes_up_as_before(office: Office) -> None:
    office.put(State.MENU)
    office.send(Said(AT, "查 183"))
    assert "先记着" not in office.send(Said(AT, "185"))
    office.press("withdraw")
    assert "【查 183】" in office.press("data")
