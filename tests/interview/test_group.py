"""Questions asked on one screen: what a message, a press or a correction does, and where it leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.interview.events import Answer, Ask, Dossier, Member, Turn
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.known import Standing
from bot.interview.screens import screen
from bot.interview.session import Session, State
from tests.interview.test_conversation import AT, MEMBER, PACK, Player, told

PUBLICITY = PACK.group_of["leaflets"]
SAID = "16，5000余，3000余 活动16 手册5000 3000 没有 待问同事 好多 上一题 跳过 ①普法活动 ③普法受众 18 完成"
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def at(question: str, dossier: Dossier = MEMBER) -> Player:
    return Player(dossier, Session(State.GROUP, 2025, question, 7))


def say(player: Player, text: str) -> str:
    return told(player.send(Said(AT, text, 812)))


def press(player: Player, choice: str) -> Turn:
    return player.send(Pressed(AT, player.session.screen, choice))


def labels(player: Player) -> list[str]:
    return [button.label for row in screen(player.scene)[1] for button in row]


def held(player: Player, ids: tuple[str, ...] = PUBLICITY) -> list[str]:
    return [player.standing(id_)[1] for id_ in ids]


def test_one_message_answers_the_group_is_read_back_and_leads_on() -> None:
    player = at("publicity_events")
    text = say(player, "16，5000余，3000余人次")
    assert text.startswith(
        "✓ 普法活动：16次\n✓ 发放宣传资料：5000余份\n✓ 普法受众：3000余人次\n\n【纠纷化解 1/5】已答9/46\n"
    )
    assert held(player) == ["16次", "5000余份", "3000余人次"]
    assert {(a.typed, a.message, a.source) for a in player.dossier.answers} == {
        ("16", 812, "typed"),
        ("5000余", 812, "typed"),
        ("3000余人次", 812, "typed"),
    }


def test_a_part_is_stored_at_once_and_the_rest_asked_on_the_same_screen() -> None:
    player = at("audience")
    text = say(player, "活动16场，手册好多")
    assert "✓ 普法活动：16场" in text
    assert "发放宣传资料没有存：“好多”" in text
    assert "① 普法活动：16场 ✓" in text
    assert player.session.state is State.GROUP
    assert say(player, "5000 3000").startswith("✓ 发放宣传资料：5000份\n✓ 普法受众：3000人次")
    assert player.session.question == "peace_goal"


def test_what_is_not_clear_is_stored_nowhere_and_said() -> None:
    player = at("publicity_events")
    text = say(player, "16，5000")
    assert "“16、5000”分不清答的是哪一题，没有存" in text
    assert (player.dossier.answers, player.session.screen) == ((), 7)


def test_of_a_group_answered_one_is_corrected_by_its_name() -> None:
    player = at("publicity_events")
    say(player, "16 5000 3000")
    player.send(Commanded(AT, "back"))
    assert "① 普法活动：16次 ✓" in told(player.send(Commanded(AT, "start")))
    say(player, "活动18")
    assert held(player) == ["18次", "5000份", "3000人次"]


def test_one_is_pressed_answered_alone_and_the_group_comes_back() -> None:
    player = at("publicity_events")
    assert labels(player)[:3] == ["①普法活动", "②发放宣传资料", "③普法受众"]
    assert told(press(player, "g:leaflets")).startswith("【普法 5/6】已答6/46\n发放宣传资料多少份？")
    assert say(player, "没有").startswith("✓ 发放宣传资料：没有\n\n【普法】第4至6题")
    assert player.standing("leaflets")[0] is Standing.ZERO
    press(player, "g:publicity_events")
    assert told(player.send(Commanded(AT, "back"))).startswith("【普法】第4至6题")
    press(player, "g:publicity_events")
    assert told(player.send(Said(AT, "返回"))).startswith("【普法】第4至6题")
    say(player, "16，3000")
    player.send(Commanded(AT, "back"))
    press(player, "g:audience")
    text = say(player, "4000")
    assert text.startswith("✓ 普法受众：4000人次（原来3000人次）\n\n〔")
    assert "\n\n【普法】第4至6题" in text


def test_the_last_one_answered_alone_leads_on() -> None:
    player = at("publicity_events")
    say(player, "活动16 手册5000")
    press(player, "g:audience")
    say(player, "3000")
    assert (player.session.state, player.session.question) == (State.ASKING, "peace_goal")
    assert (player.session.via, player.session.held) == ("", ())


def test_what_is_left_is_noted_as_asked_of_a_colleague_and_comes_in_one_message() -> None:
    player = at("publicity_events")
    say(player, "活动16")
    assert "✓ 发放宣传资料：待问同事\n✓ 普法受众：待问同事\n\n【纠纷化解" in say(player, "待问同事")
    assert [player.standing(id_)[0] for id_ in PUBLICITY[1:]] == [Standing.LATER] * 2
    player = at("publicity_events", player.dossier)
    say(player, "5000余，3000余")
    assert held(player) == ["16次", "5000余份", "3000余人次"]


def test_yes_and_no_turn_over_under_the_thumb_and_the_screen_stays() -> None:
    player = at("in_work_plan")
    for choice in ("t:in_work_plan", "t:annual_plan", "t:annual_plan"):
        (ask,) = press(player, choice).replies
        assert isinstance(ask, Ask)
        assert ask.replaces
    assert labels(player)[:3] == ["✓①纳入年度工作计划", "✗②制定年度方案", "③成立领导小组"]
    assert held(player, ("in_work_plan", "annual_plan")) == ["是", "否"]
    press(player, "t:leading_group")
    press(player, "t:first_responsible")
    assert "完成" in labels(player)
    say(player, "完成")
    assert player.session.question == "group_leader"


def test_a_question_that_the_message_opens_is_asked_next_and_is_not_lost_where_it_is_named_with_it() -> None:
    player = at("officers")
    assert "罚款" not in told(player.send(Commanded(AT, "start")))
    text = say(player, "6 6 65 58")
    assert "只差“罚款”了" in text
    assert say(player, "1000").startswith("✓ 罚款：1000元")
    player = at("officers")
    say(player, "罚款1000元，处罚58件")
    assert held(player, ("penalties", "fines")) == ["58件", "1000元"]
    player = at("officers")
    assert "罚款没有存：照现在的答案，用不着这一题" in say(player, "罚款1000元，处罚没有")
    assert player.standing("penalties")[0] is Standing.ZERO


@pytest.mark.parametrize(
    ("unit", "typed"),
    [("白土乡人民政府", "黔江区"), ("黔江区白土乡人民政府", "黔江区"), ("本机单位", "黔江区，白土乡")],
)
def test_a_profile_costs_one_message_and_one_press(unit: str, typed: str) -> None:
    player = at("county", Dossier(unit, Member("小李", "owner"), None, (2025,)))
    text = say(player, typed)
    assert "④ 单位全称：黔江区白土乡人民政府" in text
    assert "都对" in labels(player)
    facts = press(player, "right").facts
    assert {fact.source for fact in facts if isinstance(fact, Answer)} == {"confirmed"}
    assert not any(player.scene.known.entries[id_].open for id_ in PACK.group_of["county"])
    assert player.session.question == "superior_documents"


def test_a_line_of_the_profile_is_corrected_by_its_number_and_what_does_not_fit_is_refused() -> None:
    player = at("county")
    say(player, "黔江区")
    say(player, "6 党工委书记\n7 主任")
    assert held(player, ("party_head", "government_head")) == ["党工委书记", "主任"]
    assert "单位层级没有存：按前面写的地名，这里是“乡”" in say(player, "3 镇")
    assert "地名没有存：“白土”不完整" in say(player, "2 白土")
    press(player, "right")
    assert held(player, ("party_head", "signature")) == ["党工委书记", "只署人民政府"]


def test_the_profile_admits_no_nothing() -> None:
    player = at("county")
    say(player, "6 没有")
    assert player.dossier.answers == ()
    assert "待问同事" not in labels(player)


@pytest.mark.parametrize("choice", ["g:slogan", "t:leaflets", "right", "done", "x", "=yes"])
def test_a_press_that_is_not_on_the_screen_changes_nothing(choice: str) -> None:
    player = at("publicity_events")
    turn = press(player, choice)
    assert (turn.facts, player.session.state) == ((), State.GROUP)


def test_a_group_that_is_no_more_asks_each_alone() -> None:
    sections = (
        replace(section, questions=tuple(replace(question, group="") for question in section.questions))
        for section in PACK.sections
    )
    alone = replace(PACK, sections=tuple(sections))
    player = Player(MEMBER, Session(State.GROUP, 2025, "leaflets", 7), alone)
    assert told(player.send(Commanded(AT, "start"))).startswith("【普法 5/6】")


@given(st.lists(st.sampled_from(SAID.split()), max_size=8))
@FEW
def test_whatever_is_said_at_a_group_it_stays_whole_and_nothing_is_lost(moves: list[str]) -> None:
    player = at("publicity_events")
    for move in moves:
        before = {answer.question for answer in player.dossier.answers}
        turn = player.send(Said(AT, move))
        assert told(turn)
        assert before <= {answer.question for answer in player.dossier.answers}
        if player.session.state is State.GROUP and player.session.question in PUBLICITY:
            assert [label[1:] for label in labels(player)[:3]] == ["普法活动", "发放宣传资料", "普法受众"]
            assert player.session.via == ""
