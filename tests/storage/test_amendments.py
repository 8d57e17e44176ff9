"""Own words in the database: what is current, who gave it, and that nothing is written over."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from bot.desk import Desk
from bot.interview.amendments import Act, Amended, Place, Tie
from bot.interview.events import Turn
from bot.interview.session import Session, State
from tests.channels.lives import TO, UNIT, joined
from tests.conftest import AT

HERE = Session(State.MENU, 2025, "", 7)
OWN = Amended(
    2025,
    "disputes.mediated",
    Act.REWRITE,
    AT,
    "共调解183起。",
    (Tie("disputes_mediated", None, "183", 3), Tie("problems", 2, "人少")),
    by="小李",
    message=900,
)
ADDED = Amended(2025, "disputes.+1", Act.ADD, AT, "另一段。", (), "disputes.mediated", Place.PARAGRAPH, "小李")


def save(desk: Desk, *facts: Amended) -> None:
    with desk.store.transaction():
        desk.store.save(TO, desk.store.next_key(), Turn(HERE, facts, ()), AT)


def test_what_is_amended_comes_back_as_it_was_and_the_newest_of_a_sentence_counts(desk_at: Callable[[], Desk]) -> None:
    joined(desk_at)
    desk = desk_at()
    save(desk, OWN, ADDED)
    assert desk.store.dossier_of(TO).amendments == (OWN, ADDED)
    undone = Amended(2025, OWN.sentence, Act.UNDO, AT, by="小李")
    save(desk, undone)
    assert desk.store.dossier_of(TO).amendments == (ADDED, undone)
    assert [row["act"] for row in desk.store.db["amendments"].rows] == ["rewrite", "add", "undo"]


def test_a_message_is_named_only_to_the_chat_it_is_of_and_the_text_is_exported(desk_at: Callable[[], Desk]) -> None:
    joined(desk_at)
    joined(desk_at, chat="telegram:4712")
    desk = desk_at()
    save(desk, OWN)
    assert desk.store.dossier_of("telegram:4712").amendments == (replace(OWN, message=None),)
    (everything, *_) = desk.export(1, UNIT, AT)
    (amendment,) = json.loads(everything.make())["amendments"]
    assert (amendment["year"], amendment["by"], amendment["text"]) == (2025, "小李", OWN.text)
    assert amendment["ties"][0] == {"question": "disputes_mediated", "item": None, "printed": "183", "at": 3}
