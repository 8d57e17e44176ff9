"""One message for several questions: what is placed by name, by unit and in order, and what is never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.interview.answers import Clock, Refused, understand
from bot.interview.grouped import Reading, read_group
from bot.interview.pack import Kind, Question
from bot.interview.question_names import names
from bot.interview.values import Chosen, Nothing, value_text
from tests.short import CONTENT

PACK = CONTENT.pack
CLOCK = Clock(2025, date(2026, 1, 8))
GROUPS = {
    "普法": ("publicity_events", "leaflets", "audience"),
    "学法": ("study_before_meeting", "center_group_study", "department_study", "study_coverage"),
    "组织": ("in_work_plan", "annual_plan", "leading_group", "first_responsible"),
    "执法": ("officers", "combined_inspections", "inspections", "platform_activity", "penalties"),
    "单位": tuple(q.id for q in PACK.sections[0].questions),
}


def read(group: str, text: str, asked: Sequence[str] | None = None, more: Sequence[str] = ()) -> Reading:
    ids = GROUPS[group]
    waiting = ids if asked is None else asked
    return read_group([PACK.asked[id_] for id_ in ids], waiting, text, CLOCK, [PACK.asked[id_] for id_ in more])


def heard(reading: Reading) -> dict[str, str]:
    """What was understood, printed; a refusal by its code in ?."""
    found = {}
    for part in reading.parts:
        if isinstance(part.heard, Refused):
            found[part.question] = f"?{part.heard.code}"
        elif isinstance(part.heard, Nothing):
            found[part.question] = f"*{part.heard.value}"
        else:
            found[part.question] = value_text(part.heard[0])
    return found


@pytest.mark.parametrize(
    "text",
    [
        "16，5000余，3000余",
        "16、5000余、3000余",
        "16;5000余；3000余",
        "16 5000余 3000余",
        "16\n5000余\n\n3000余",
        "16\t5000余\t3000余",
        "16,5,000余, 3,000余".replace("16,5", "16，5"),
        "１６，５０００余，３０００余",
        "十六次，五千余份，三千余人次",
        "16次5000余份3000余人次",
        "16 次 5000 余 份 3000余 人次",
        "3000余人次，5000余份，16次",
        "3000余人次，16次，5000余",
        "活动16次 手册5000余 3000余人次",
        "受众3000余，宣传册5000余，活动16",
        "普法活动：16次；发放宣传资料：5000余份；普法受众：3000余人次",
        "普法活动 16次 发放宣传资料 5000余份 普法受众 3000余人次",
        "16次活动，5000余份手册，3000余受众",
        "活动16次手册5000余受众3000余",
        "活动16次5000余份3000余人次",
        "开展活动16次。发放手册5000余份。3000余人次。",
        "①16 ②5000余 ③3000余",
        "③3000余人次②5000余①16次",
        "1、16次\n2、5000余份\n3、3000余人次",
        "1.普法活动16次 2.宣传资料5000余 3.受众3000余",
        "16次， ，5000余，3000余，",
    ],
)
def test_three_figures_are_placed_in_order_by_name_and_by_unit(text: str) -> None:
    reading = read("普法", text)
    assert heard(reading) == {"publicity_events": "16次", "leaflets": "5000余份", "audience": "3000余人次"}
    assert reading.left == ()


@pytest.mark.parametrize(
    ("group", "text", "found"),
    [
        ("普法", "16场次，约1.2万份", {"publicity_events": "16场", "leaflets": "约1.2万份"}),
        ("普法", "三千人以上，近五千册", {"leaflets": "近5000册", "audience": "不少于3000人"}),
        ("普法", "16，-，没有", {"publicity_events": "16次", "audience": "*zero"}),
        ("普法", "16 不知道 不涉及", {"publicity_events": "16次", "leaflets": "*later", "audience": "*out"}),
        ("普法", "手册没有", {"leaflets": "*zero"}),
        ("普法", "活动改成18", {"publicity_events": "18次"}),
        ("普法", "②改成6000", {"leaflets": "6000份"}),
        ("普法", "手册16次", {"leaflets": "?unit"}),
        ("普法", "16，很多，3000", {"publicity_events": "16次", "leaflets": "?vague", "audience": "3000人次"}),
        ("学法", "是 4 是 100%", dict(zip(GROUPS["学法"], ("yes", "4次", "yes", "100%"), strict=True))),
        ("学法", "参训率百分之九十八点六，会前学法是", {"study_before_meeting": "yes", "study_coverage": "98.6%"}),
        ("学法", "已建立会前学法制度，中心组学习4场", {"study_before_meeting": "yes", "center_group_study": "4场"}),
        ("组织", "是是否是", dict(zip(GROUPS["组织"], ("yes", "yes", "no", "yes"), strict=True))),
        ("组织", "有，有，没有，有", dict(zip(GROUPS["组织"], ("yes", "yes", "no", "yes"), strict=True))),
        ("组织", "都是", dict.fromkeys(GROUPS["组织"], "yes")),
        ("组织", "②否", {"annual_plan": "no"}),
        ("组织", "方案没有制定 领导小组成立了", {"annual_plan": "no", "leading_group": "yes"}),
        ("组织", "1 1 2 1", dict.fromkeys(GROUPS["组织"], "?yes_no")),
        ("执法", "6 6 65 100 58", dict(zip(GROUPS["执法"], ("6人", "6件", "65件", "100%", "58件"), strict=True))),
        ("执法", "执法检查65家次，处罚58", {"inspections": "65家次", "penalties": "58件"}),
        ("执法", "罚款1000元，处罚58件", {"fines": "1000元", "penalties": "58件"}),
        ("执法", "处罚58件罚款1.5万", {"fines": "1.5万元", "penalties": "58件"}),
        ("执法", "共处罚款1000元", {"fines": "1000元"}),
        ("执法", "6，6，65，100%，58，1000元", {
            **dict(zip(GROUPS["执法"], ("6人", "6件", "65件", "100%", "58件"), strict=True)), "fines": "1000元"}),
        ("单位", "6 党工委书记", {"party_head": "党工委书记"}),
        ("单位", "6 党工委书记，7 主任", {"party_head": "党工委书记", "government_head": "主任"}),
        ("单位", "6、党工委书记、政协主席，3 镇", {"party_head": "党工委书记、政协主席", "level": "town"}),
        ("单位", "6 党工委书记，12 主任", {"party_head": "党工委书记，12 主任"}),
        ("单位", "⑥党工委书记", {"party_head": "党工委书记"}),
        ("单位", "6.党工委书记\n9、3月10日", {"party_head": "党工委书记", "deadline": "3月10日"}),
        ("单位", "单位全称是渝州区白土乡人民政府", {"unit_name": "渝州区白土乡人民政府"}),
        ("单位", "上级机关：区委、区政府、区人大", {"superiors": "区委、区政府、区人大"}),
        ("单位", "署名 2", {"signature": "joint"}),
        ("单位", "乡", {"level": "township"}),
        ("单位", "白土乡\n乡", {"place": "白土乡", "level": "township"}),
    ],
)  # fmt: skip
def test_what_a_message_says_to_each(group: str, text: str, found: dict[str, str]) -> None:
    reading = read(group, text, more=["fines"] if group == "执法" else ())
    assert (heard(reading), reading.left) == (found, ())


@pytest.mark.parametrize("text", ["黔江区，白土乡", "黔江区 白土乡", "黔江区\n白土乡", "白土乡、黔江区"])
def test_a_place_is_told_from_its_county_by_its_ending(text: str) -> None:
    assert heard(read("单位", text)) == {"county": "黔江区", "place": "白土乡"}


@pytest.mark.parametrize(
    ("group", "text"),
    [
        ("普法", "18"),
        ("普法", "没有"),
        ("普法", "16，5000"),
        ("普法", "16，5000，3000，7"),
        ("普法", "16,500,300"),
        ("普法", "16 5 000 3000"),
        ("普法", "活动、手册、受众：16、5000、3000"),
        ("普法", "16 活动 5000 手册 3000"),
        ("普法", "活动 手册 16 5000"),
        ("普法", "16活动5000"),
        ("普法", "活动手册16"),
        ("普法", "活动16，活动18"),
        ("执法", "处罚58 58"),
        ("组织", "1 3"),
        ("组织", "是"),
        ("普法", "16，5，000"),
        ("学法", "1、5 2、6"),
        ("单位", "党工委书记"),
        ("单位", "3.1"),
    ],
)
def test_what_could_be_the_answer_to_several_is_handed_back(group: str, text: str) -> None:
    reading = read(group, text)
    assert set(heard(reading)) <= {"penalties"}
    assert reading.left


def test_parts_in_order_go_to_those_still_open_or_to_all() -> None:
    assert heard(read("普法", "5000，3000", ["leaflets", "audience"])) == {"leaflets": "5000份", "audience": "3000人次"}
    assert heard(read("普法", "18，5000，3000", ["audience"])).keys() == set(GROUPS["普法"])
    assert heard(read("普法", "3000", ["audience"])) == {"audience": "3000人次"}
    assert heard(read("普法", "18次", ["audience"])) == {"publicity_events": "18次"}
    assert read("普法", "16,500,300", ["audience"]) == Reading(left=("16,500,300",))


def test_every_group_of_the_pack_calls_its_questions_by_names_of_their_own() -> None:
    for ids in {ids for ids in PACK.group_of.values() if ids}:
        questions = [PACK.asked[id_] for id_ in ids]
        called = names(questions)
        for number, question in enumerate(questions):
            assert called[question.label] == number
            assert all(called[name] == number for name in question.names)


# Whatever is typed lands on its own question, or on none.


def figure(question: Question) -> st.SearchStrategy[str]:
    """An answer in one of its many forms."""
    small = st.integers(1, 99_999)
    digits = (
        small.map(str)
        | small.map("{:,}".format)
        | st.sampled_from(["三百", "一千零五十", "两万", "近3000", "约1.2万", "十六"])
    )
    match question.kind:
        case Kind.YES_NO:
            return st.sampled_from(["是", "否", "有", "没有"])
        case Kind.PERCENT:
            return st.sampled_from(["100%", "98.6%", "95", "百分之百"])
        case Kind.MONEY:
            return st.tuples(digits, st.sampled_from(["元", "", "块"])).map("".join)
    return st.tuples(digits, st.sampled_from(["", "余"]), st.sampled_from(["", *question.units])).map("".join)


SEPARATORS = st.sampled_from(["，", "、", "；", " ", "\n", " ，", "; ", "　", "。"])
LETTERS = "0123456789,，、；. \n是否没有余约近万次份人件元%普法活动手册①②-："
JOINS = st.sampled_from(["", "：", " ", "是", ":"])
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def answered(draw: st.DrawFn) -> tuple[list[Question], dict[str, str], str, bool]:
    """Questions of a group, an answer to some, and a message that says them: in order, or each by name."""
    group = draw(st.sampled_from(["普法", "学法", "组织", "执法"]))
    ids = [*GROUPS[group], *(["fines"] if group == "执法" else [])]
    questions = [PACK.asked[id_] for id_ in ids]
    typed = {question.id: draw(figure(question)) for question in questions}
    by_name = draw(st.booleans())
    if by_name:
        order = draw(st.permutations(questions))[: draw(st.integers(1, len(questions)))]
        parts = []
        for question in order:
            name = draw(st.sampled_from([question.label, *question.names]))
            join = draw(JOINS if question.kind is not Kind.YES_NO else st.sampled_from(["", "：", " "]))
            parts.append(f"{name}{join}{typed[question.id]}")
        typed = {question.id: typed[question.id] for question in order}
    else:
        parts = [typed[question.id] for question in questions]
    text = parts[0] + "".join(draw(SEPARATORS) + part for part in parts[1:])
    return questions, typed, text, by_name


@given(answered())
@MANY
def test_answers_land_on_their_own_question_or_are_handed_back(
    case: tuple[list[Question], dict[str, str], str, bool],
) -> None:
    questions, typed, text, _ = case
    reading = read_group(questions, [question.id for question in questions], text, CLOCK)
    for part in reading.parts:
        if not isinstance(part.heard, Refused):
            assert part.question in typed, text
            assert part.heard == understand(PACK.asked[part.question], typed[part.question], CLOCK), text


@given(answered())
@MANY
def test_answers_by_name_on_lines_of_their_own_are_all_understood(
    case: tuple[list[Question], dict[str, str], str, bool],
) -> None:
    questions, typed, _, _ = case
    text = "\n".join(f"{PACK.questions[id_].label}：{said}" for id_, said in typed.items())
    reading = read_group(questions, [], text, CLOCK)
    assert {part.question: part.heard for part in reading.parts} == {
        id_: understand(PACK.asked[id_], said, CLOCK) for id_, said in typed.items()
    }
    assert reading.left == ()


@given(
    st.sampled_from(sorted(GROUPS)),
    st.text(LETTERS, max_size=40),
)
@MANY
def test_any_text_is_read_and_nothing_of_it_is_lost(group: str, text: str) -> None:
    reading = read(group, text)
    assert len({part.question for part in reading.parts}) == len(reading.parts)
    for part in reading.parts:
        assert not isinstance(part.heard, tuple) or len(part.heard) == 1
    kept = set("".join([*(part.typed for part in reading.parts), *reading.left]))
    assert {char for char in text if char.isdigit()} <= kept | set("①②123456789")


def test_amounts_are_what_was_typed() -> None:
    (part, *_) = read("普法", "5,000，1.2万，10余万").parts
    assert isinstance(part.heard, tuple)
    assert getattr(part.heard[0], "amount", None) == Decimal(5000)
    assert Chosen(("yes",)) not in part.heard
