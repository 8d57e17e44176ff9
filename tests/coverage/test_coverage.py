"""What real townships state in their reports has a question that takes it and a sentence that prints it."""

from __future__ import annotations

import pytest

from tests.coverage.facts import HERE, PACK, Fact, Home, mapped, read_facts
from tests.coverage.fit import Fit, fit, messages, shares, things

TOPICS = (HERE / "topics.txt").read_text(encoding="utf-8").split()


@pytest.fixture(scope="module")
def fits() -> list[Fit]:
    return [fit(fact) for fact in read_facts()]


def test_the_facts_of_real_reports_fit(fits: list[Fit]) -> None:
    found = shares(fits)
    misfits = [f"{each.fact.topic} {each.fact.typed}：{each.why}" for each in fits if each.home is None]
    assert found.structured >= 97, misfits
    assert found.at_all >= 99.5, misfits


def test_every_topic_has_a_home(fits: list[Fit]) -> None:
    assert {fact.key for fact in read_facts()} <= mapped()
    assert set(TOPICS) <= {topic for topic, _ in mapped()}
    assert set(TOPICS) == {each.fact.topic for each in fits if each.home}


def test_every_home_is_a_question_of_the_kind_it_is_for(fits: list[Fit]) -> None:
    homes = [each.home for each in fits if each.home]
    assert {home.question for home in homes} <= PACK.questions.keys()
    for home in homes:
        kind = PACK.questions[home.question].kind
        assert home.own_words == (kind == "long_text"), home
        labels = {choice.label for choice in PACK.questions[home.question].choices}
        assert not home.choice or set(home.choice.split("、")) <= labels


def stated(topic: str, kind: str, value: str, unit: str = "", section: str = "执法") -> Fact:
    return Fact("a", topic, section, kind, value, unit)


@pytest.mark.parametrize(
    ("fact", "question"),
    [
        (stated("行政处罚件数", "count", "58", "件"), "penalties"),
        (stated("民转刑案件数", "count", "0", "起", "纠纷化解"), "escalated_cases"),
        (stated("制定年度方案", "name_of_document", "年度工作计划", section="组织领导"), "plan_titles"),
        (stated("制定年度方案", "name_of_document", "年度工作计划"), "enforcement_plan_titles"),
        (stated("执法三项制度", "yes_no", "是"), "enforcement_rules"),
        (stated("行政处罚件数", "count", "58", "亩"), ""),  # a unit the question does not have
        (stated("行政处罚件数", "count", "若干", "件"), ""),
        (stated("行政处罚件数", "count", "0", "件"), ""),  # nothing is said of none
        (stated("合法性审查主体", "choice", "58", section="决策"), ""),
        (stated("行政处罚件数", "list", "58"), ""),
        (stated("没有的主题", "count", "58", "件"), ""),
    ],
)
def test_a_fact_fits_where_it_is_taken_with_its_unit_and_printed(fact: Fact, question: str) -> None:
    found = fit(fact)
    assert (found.home.question if found.home else "") == question
    assert bool(found.why) == (not question)


def test_a_value_of_several_is_said_as_the_question_takes_it() -> None:
    laws = stated("普法涉及法律", "list", "宪法;民法典")
    assert messages("publicity_laws", things(Home("publicity_laws"), laws)) == ("宪法、民法典",)
    assert messages("problems", things(Home("problems"), laws)) == ("宪法", "民法典")
