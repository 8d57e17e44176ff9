"""A message that answered a group of questions and was changed afterwards: what it says now is what stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.interview.events import Answer, Ask, Change, Cleared, History, Turn
from bot.interview.inputs import Edited, Input, Said
from bot.interview.session import State
from tests.interview.test_conversation import AT, PACK, Player, told
from tests.interview.test_group import PUBLICITY, at, held, press

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FIRST = 812


class Chat(Player):
    """An official whose history is kept as the store keeps it."""

    def send(self, given: Input) -> Turn:
        turn, was = super().send(given), self.dossier.history
        new = tuple(Change(fact, mine=True) for fact in turn.facts if isinstance(fact, Answer | Cleared))
        asks = any(isinstance(reply, Ask) for reply in turn.replies)
        # The screen a message leads to stands below it, also where the message was an older one, edited.
        asked = given.message if asks and isinstance(given, Said | Edited) else was.asked
        self.dossier = replace(self.dossier, history=History((*was.changes, *new), asked))
        return turn


def chat(question: str = "publicity_events", *typed: str) -> Chat:
    """Give a chat at a group, where each of these was said in a message of its own: 812, 813 …"""
    new = at(question)
    player = Chat(replace(new.dossier, history=History(asked=1)), new.session)
    for number, text in enumerate(typed, FIRST):
        player.session = replace(player.session, state=State.GROUP, question=question, via="")
        player.send(Said(AT, text, number))
    return player


def edit(player: Player, text: str, message: int = FIRST) -> str:
    return told(player.send(Edited(AT, text, message)))


def test_a_changed_message_changes_the_answers_it_gave_and_the_chat_stays_put() -> None:
    player = chat("publicity_events", "16，5000余，3000余人次")
    told = edit(player, "18，5000余，4000人次")
    events, audience, *_ = told.split("\n")
    assert events == "✓ 照改后的消息更正：普法活动：18次（原来16次）"
    assert audience == "✓ 普法受众：4000人次（原来3000余人次）"
    assert "\n\n【纠纷化解 1/5】" in told
    assert held(player) == ["18次", "5000余份", "4000人次"]
    assert player.session.question == "peace_goal"
    assert {answer.message for answer in player.dossier.answers} == {FIRST}
    rows = player.dossier.answers
    assert edit(player, "普法活动18次、手册5000余、受众4000人次") == PACK.phrases["edit_same"]
    assert player.dossier.answers == rows


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        ("16，-，3000余人次", ["16次", "", "3000余人次"]),
        ("活动16 受众3000余", ["16次", "", "3000余人次"]),
        ("受众1万人次", ["", "", "1万人次"]),
        ("待问同事，5000余，3000", ["", "5000余份", "3000人次"]),
    ],
)
def test_what_a_changed_message_answers_no_more_goes(now: str, stands: list[str]) -> None:
    player = chat("publicity_events", "16，5000余，3000余人次")
    edit(player, now)
    assert held(player) == stands


def test_what_was_refused_in_a_message_is_answered_once_it_is_mended() -> None:
    player = chat("publicity_events", "十六场，手册好多，3000余人次")
    assert held(player) == ["16场", "", "3000余人次"]
    assert "✓ 照改后的消息更正：发放宣传资料：5000份" in edit(player, "十六场，5000，3000余人次")
    assert held(player) == ["16场", "5000份", "3000余人次"]


def test_a_message_of_one_answer_may_answer_another_as_well_once_it_is_changed() -> None:
    player = chat("publicity_events", "普法活动16次")
    edit(player, "普法活动17次")
    assert held(player) == ["17次", "", ""]
    edit(player, "普法活动18次，手册5000份")
    assert held(player) == ["18次", "5000份", ""]


def test_the_number_of_a_line_is_no_part_of_the_words_behind_it() -> None:
    player = chat("county", "黔江区", "6 党工委书记")
    edit(player, "6 党委第一书记", FIRST + 1)
    assert held(player, ("county", "party_head")) == ["黔江区", "党委第一书记"]
    edit(player, "酉阳县")
    assert held(player, ("county", "party_head")) == ["酉阳县", "党委第一书记"]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("16，5000", "“16、5000”分不清答的是哪一题，没有存"),
        ("16，好多，3000", "发放宣传资料没有存：“好多”"),
        ("上一题", "上一题"),
        ("……", ""),
    ],
)
def test_what_is_not_clear_changes_nothing_at_all(now: str, told: str) -> None:
    player = chat("publicity_events", "17，5000余，3000余人次")
    before = player.dossier.answers, player.session
    assert told in edit(player, now)
    assert (player.dossier.answers, player.session) == before


def test_what_was_answered_anew_since_is_left_and_said_where_the_old_message_changes_it() -> None:
    player = chat("publicity_events", "16，5000余，3000余人次", "手册6000份")
    assert "普法活动：18次" in edit(player, "18，5000余，3000余人次")
    assert held(player) == ["18次", "6000份", "3000余人次"]
    told = edit(player, "20，5500，3000余人次")
    assert told == PACK.phrases["edit_past"].format(label="发放宣传资料")
    assert held(player) == ["18次", "6000份", "3000余人次"]


def test_an_edit_never_answers_what_others_answered() -> None:
    player = chat("publicity_events", "手册5000份", "普法活动16次")
    told = edit(player, "手册5000份，普法活动20次")
    assert told == PACK.phrases["edit_past"].format(label="普法活动")
    assert held(player) == ["16次", "5000份", ""]


def test_a_message_that_was_not_understood_may_be_changed_into_the_answer_while_the_group_stands() -> None:
    player = chat("publicity_events", "16，5000")
    assert held(player) == ["", "", ""]
    edit(player, "16，5000，3000")
    assert held(player) == ["16次", "5000份", "3000人次"]


def test_yes_and_no_of_a_message_are_turned_over_with_what_follows_from_them() -> None:
    player = chat("in_work_plan", "是，是，是，是")
    player.answer("group_leader", "党委书记")
    told = edit(player, "是，是，否，是")
    assert "✓ 照改后的消息更正：成立领导小组：否（原来是）" in told
    assert "收起了1题的答案，改回来就恢复。" in told
    edit(player, "都是")
    assert player.standing("group_leader")[1] == "党委书记"


def test_something_sensitive_waits_and_then_takes_the_place_of_the_answers() -> None:
    player = chat("county", "黔江区", "6 党工委书记，7 主任")
    edit(player, "6 党委书记13812345678，7 乡长", FIRST + 1)
    assert player.session.state is State.HELD
    assert held(player, ("party_head", "government_head")) == ["党工委书记", "主任"]
    press(player, "keep")
    assert held(player, ("party_head", "government_head")) == ["党委书记13812345678", "乡长"]


WORDS = ("16", "5000余", "活动18", "手册6000", "受众3000", "3000人次", "没有", "待问同事", "好多", "-", "是")
TYPED = st.lists(st.sampled_from(WORDS), max_size=4).map("，".join)


@given(TYPED, st.lists(TYPED, max_size=3), st.lists(TYPED, min_size=1, max_size=3))
@example("", [], ["待问同事"])
@FEW
def test_an_edit_touches_its_own_answers_and_open_ones_alone_and_back_is_back(
    first: str, others: list[str], edits: list[str]
) -> None:
    player = chat("publicity_events", first, *others)
    before = dict(zip(PUBLICITY, held(player), strict=True))
    theirs = {each.question for each in player.dossier.answers if each.message != FIRST}
    theirs = {id_ for id_ in theirs if player.scene.known.entries[id_].text}
    for text in edits:
        edit(player, text)
        after = dict(zip(PUBLICITY, held(player), strict=True))
        assert {id_: after[id_] for id_ in theirs} == {id_: before[id_] for id_ in theirs}
    again = player.dossier.answers
    edit(player, edits[-1])
    assert {(a.question, a.value) for a in player.dossier.answers} == {(a.question, a.value) for a in again}


def test_the_chat_is_shown_where_it_was() -> None:
    player = chat("publicity_events", "16，5000余，3000余人次")
    player.session = replace(player.session, state=State.GROUP, question="in_work_plan")
    assert "【组织领导】" in edit(player, "18，5000余，3000余人次")
    assert player.session.question == "in_work_plan"


def test_a_question_that_an_edit_makes_needless_is_not_shown_any_more() -> None:
    player = chat("officers", "3人，2次，5家次，1件", "500元")
    assert player.session.question == "penalty_fields"
    assert "收起了1题的答案" in edit(player, "3人，2次，5家次，没有")
    assert player.session.question == "warnings"
    assert player.scene.entry.applies
