"""Optional questions named at another of their section: taken where it is sure, and leading nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.interview.events import Turn
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.pack import Pack, Question
from bot.interview.screens import screen
from bot.interview.session import Session, State
from tests.interview.test_conversation import AT, MEMBER, PACK, SHIPPED, Player, told

OPTIONAL = frozenset({
    "department_study", "study_coverage", "slogan", "law_in", "peace_goal", "dispute_platform", "list_accountability",
    "body_running", "enforcement_platform", "combined_inspections", "platform_activity", "penalty_fields", "warnings",
})  # fmt: skip


def packed() -> Pack:
    """The pack with some questions optional, as the shipped one has them: in groups, and alone."""
    sections = (
        replace(section, questions=tuple(replace(q, optional=q.id in OPTIONAL) for q in section.questions))
        for section in PACK.sections
    )
    return replace(PACK, sections=tuple(sections))


def at(question: str, state: State = State.GROUP) -> Player:
    return Player(MEMBER, Session(state, 2025, question, 7), packed())


def say(player: Player, text: str) -> str:
    return told(player.send(Said(AT, text, 812)))


def press(player: Player, choice: str) -> Turn:
    return player.send(Pressed(AT, player.session.screen, choice))


def given(player: Player) -> dict[str, str]:
    return {answer.question: player.scene.known.entries[answer.question].text for answer in player.dossier.answers}


def buttons(player: Player) -> list[str]:
    return [button.id for row in screen(player.scene)[1] for button in row]


def test_one_of_the_group_that_the_screen_does_not_show_is_named_and_then_shown() -> None:
    player = at("study_before_meeting")
    assert "t:department_study" not in buttons(player)
    assert "✓ 干部学法受教育面：100%" in say(player, "干部学法受教育面100%")
    assert given(player) == {"study_coverage": "100%"}
    assert player.session.state is State.GROUP
    assert "g:study_coverage" in buttons(player)


def test_in_order_means_the_screen_and_by_name_what_is_besides() -> None:
    player = at("study_before_meeting")
    say(player, "是，4次，部门学法培训是，学法面100%")
    assert given(player) == {
        "study_before_meeting": "是",
        "center_group_study": "4次",
        "department_study": "是",
        "study_coverage": "100%",
    }
    player = at("study_before_meeting")
    assert "没有存" in say(player, "是，4次，是，100%")
    assert given(player) == {"center_group_study": "4次"}


@pytest.mark.parametrize("text", ["受教育面100%", "100%", "教育面100%"])
def test_the_end_of_a_name_and_a_unit_are_not_enough_for_what_is_not_shown(text: str) -> None:
    player = at("study_before_meeting")
    assert "没有存" in say(player, text)
    assert given(player) == {}


def test_what_a_shown_question_is_called_too_is_that_one() -> None:
    player = at("officers")
    player.pack = _with_names(player.pack, "combined_inspections", ("巡查",))
    say(player, "巡查6次")
    assert given(player) == {"inspections": "6次"}


def _with_names(pack: Pack, id_: str, names: tuple[str, ...]) -> Pack:
    def renamed(questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(replace(each, names=names) if each.id == id_ else each for each in questions)

    sections = tuple(replace(section, questions=renamed(section.questions)) for section in pack.sections)
    return replace(pack, sections=sections)


def test_one_in_words_has_a_line_to_itself_and_may_hold_commas() -> None:
    player = at("officers")
    say(player, "6，65，58\n处罚领域：道路交通、建筑施工\n综合查一次6")
    held = given(player)
    assert (held["officers"], held["inspections"], held["penalties"]) == ("6人", "65件", "58件")
    assert (held["penalty_fields"], held["combined_inspections"]) == ("道路交通、建筑施工", "6件")


def test_at_a_question_alone_what_is_named_is_stored_and_the_question_stays_till_it_is_answered() -> None:
    player = at("disputes_mediated", State.ASKING)
    assert "✓ 平安创建：平安白土" in say(player, "平安创建：平安白土")
    assert (player.session.state, player.session.question) == (State.ASKING, "disputes_mediated")
    say(player, "183件次\n化解纠纷的平台：一律来说事")
    assert given(player) == {"peace_goal": "平安白土", "dispute_platform": "一律来说事", "disputes_mediated": "183件次"}
    assert player.session.question == "escalated_cases"


def test_what_opens_another_is_stored_before_it_wherever_it_stands_in_the_message() -> None:
    player = at("officers")
    player.answer("enforcement_body", "1")
    player.session = Session(State.GROUP, 2025, "officers", 7)
    say(player, "系统活跃率98%\n执法数字平台：一体化平台")
    held = given(player)
    assert (held["enforcement_platform"], held["platform_activity"]) == ("一体化平台", "98%")


def test_what_is_not_wholly_sure_is_an_answer_to_the_question_or_none() -> None:
    player = at("power_list", State.ASKING)
    assert "✓" not in say(player, "按清单追责是，别的还不知道")
    assert given(player) == {}
    text = say(player, "按清单追责好多，是")
    assert "✓ 建立权责清单：是" in text
    assert "按清单追责没有存：“好多”没看懂" in text


def test_own_words_are_never_taken_for_another_question() -> None:
    player = at("peace_goal", State.ASKING)
    say(player, "化解纠纷的平台：一律来说事")
    assert given(player) == {"peace_goal": "化解纠纷的平台：一律来说事"}


def test_naming_one_does_not_lead_through_all_optional_ones_of_the_section() -> None:
    player = at("study_before_meeting")
    say(player, "是，4次，学法面100%")
    assert player.session.question == "publicity_laws"
    player.send(Commanded(AT, "back"))
    assert (player.session.state, player.session.question) == (State.GROUP, "study_before_meeting")
    assert "t:department_study" not in buttons(player)
    press(player, "g:study_coverage")
    press(player, "return")
    assert "t:department_study" not in buttons(player)
    player.send(Commanded(AT, "skip"))
    assert player.session.question == "publicity_laws"


def test_several_are_named_in_one_message_at_the_review_also_with_no_mark_behind_the_name() -> None:
    player = at("officers", State.REVIEW)
    say(player, "综合查一次6，行政执法人员6人")
    assert given(player) == {"combined_inspections": "6件", "officers": "6人"}
    assert "实体化运行没有存：照现在的答案，用不着这一题" in say(player, "综合查一次6，实体化运行是")
    assert player.session.state is State.REVIEW
    assert "行政执法人员没有存：“好多”" in say(player, "行政执法人员好多，综合查一次7")
    assert given(player) == {"combined_inspections": "7件", "officers": "6人"}


def test_at_the_review_a_name_needs_not_what_stands_in_brackets() -> None:
    player = at("superior_documents", State.REVIEW)
    say(player, "口号：党建引领")
    assert given(player) == {"slogan": "党建引领"}


def test_optional_ones_of_a_group_open_on_one_screen_and_lead_on_through_the_section() -> None:
    player = Player(MEMBER, Session(State.REVIEW, 2025, "first_topic", 7), SHIPPED)
    press(player, "more")
    assert (player.session.state, player.session.question) == (State.GROUP, "department_study")
    assert {"t:department_study", "g:study_coverage"} <= {*buttons(player)}
    player.send(Commanded(AT, "skip"))
    assert (player.session.state, player.session.question) == (State.GROUP, "center_group_topic")
    say(player, "都是")
    assert player.session.question == "study_rule_titles"


def test_the_last_of_a_group_that_was_come_to_for_its_optional_ones_leads_on_through_the_section() -> None:
    player = at("enforcement_body", State.REVIEW)
    for id_, typed in (("officers", "6"), ("inspections", "65"), ("penalties", "没有"), ("combined_inspections", "6")):
        player.answer(id_, typed)
    player.session = Session(State.GROUP, 2025, "platform_activity", 7, places=((2025, "platform_activity"),))
    player.answer("enforcement_platform", "一体化平台")
    player.session = Session(State.GROUP, 2025, "platform_activity", 7, places=((2025, "platform_activity"),))
    say(player, "98%")
    assert player.session.question == "warnings"
