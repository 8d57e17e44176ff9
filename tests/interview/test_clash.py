"""Two members at one draft: nothing a colleague answered meanwhile is overwritten unseen, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.interview.conversation import advance
from bot.interview.events import Answer, Dossier, Member, Say, Turn
from bot.interview.inputs import Commanded, Edited, Input, Pressed, Said
from bot.interview.scene import Scene
from bot.interview.screens import screen
from bot.interview.seen import looked_at, when
from bot.interview.session import Session, State
from bot.interview.values import Chosen
from tests.interview.test_conversation import AT, PACK, told

NAMES = ("小李", "小王")
LI, WANG = 0, 1


class Office:
    """Two members of a unit, each with a phone, and what the store keeps of both; a minute passes with every input."""

    def __init__(self, *names: str) -> None:
        self.names = names or NAMES
        self.at = AT
        self.dossier = Dossier("黔江区白土乡人民政府", None, None, (2025,))
        self.sessions = [Session(State.MENU, 2025) for _ in self.names]
        self.number = 0

    def of(self, who: int) -> Dossier:
        """What is known to one of them."""
        others = tuple(Member(name, "editor", at) for at, name in enumerate(self.names) if at != who)
        own = tuple(a if a.by == self.names[who] else a._replace(message=None) for a in self.dossier.answers)
        return replace(self.dossier, answers=own, member=Member(self.names[who], "owner"), colleagues=others)

    def send(self, who: int, made: Input) -> Turn:
        self.at += timedelta(minutes=1)
        dossier = self.of(who)
        turn = advance(PACK, dossier, self.sessions[who], replace(made, at=self.at))
        after = Scene(PACK, dossier, self.sessions[who]).after(turn.facts).dossier
        self.dossier = replace(self.dossier, answers=after.answers, used=after.used)
        self.sessions[who] = turn.session
        return turn

    def go(self, who: int, question: str) -> None:
        """Look at a question as it is now."""
        self.sessions[who] = replace(self.sessions[who], state=State.ASKING, question=question, via="", held=())
        self.send(who, Commanded(AT, "start"))

    def say(self, who: int, text: str) -> str:
        self.number += 1
        return told(self.send(who, Said(AT, text, self.number)))

    def press(self, who: int, id_: str) -> str:
        return told(self.send(who, Pressed(AT, self.sessions[who].screen, id_)))

    def labels(self, who: int) -> list[str]:
        scene = Scene(PACK, self.of(who), self.sessions[who], self.at)
        return [button.label for row in screen(scene)[1] for button in row]

    def shown(self, who: int) -> str:
        return screen(Scene(PACK, self.of(who), self.sessions[who], self.at))[0]

    def values(self, question: str) -> list[tuple[str, object]]:
        return [(answer.by, answer.typed) for answer in self.dossier.answers if answer.question == question]


def both_at(question: str, *names: str) -> Office:
    office = Office(*names)
    for who in (LI, WANG):
        office.go(who, question)
    return office


def test_what_a_colleague_answered_meanwhile_is_asked_about_and_nothing_is_stored() -> None:
    office = both_at("disputes_mediated")
    office.say(WANG, "183件")
    text = office.say(LI, "185件")
    assert text == "“调解矛盾纠纷”小王1分钟前改为：183件。\n您写的“185件”还没有存，用哪个？"
    assert office.labels(LI) == ["用我的：185件", "留小王的"]
    assert office.values("disputes_mediated") == [("小王", "183件")]


@pytest.mark.parametrize(
    ("choice", "left", "read"),
    [("mine", ("小李", "185件"), "185件（原来183件）"), ("theirs", ("小王", "183件"), "183件（小王）")],
)
@pytest.mark.parametrize("typed", [False, True])
def test_one_press_or_its_words_take_the_one_or_leave_the_other_and_go_on(
    choice: str,
    left: tuple[str, str],
    read: str,
    typed: bool,  # noqa: FBT001
) -> None:
    office = both_at("disputes_mediated")
    office.say(WANG, "183件")
    office.say(LI, "185件")
    words = office.labels(LI)[0 if choice == "mine" else 1]
    text = office.say(LI, words) if typed else office.press(LI, choice)
    assert text.startswith(f"✓ 调解矛盾纠纷：{read}\n")
    assert office.values("disputes_mediated") == [left]
    assert office.sessions[LI].question == "escalated_cases"


def test_the_same_answer_twice_is_no_clash() -> None:
    office = both_at("disputes_mediated")
    office.say(WANG, "183件")
    assert office.say(LI, "１８３").startswith("✓ 调解矛盾纠纷：183件")


def test_what_was_seen_may_be_changed_at_once_and_the_screen_says_whose_it_is() -> None:
    office = both_at("disputes_mediated")
    office.say(WANG, "183件")
    office.go(LI, "disputes_mediated")
    assert "现在的答案：183件（小王，今天9:33）" in office.shown(LI)
    assert office.say(LI, "185").startswith("✓ 调解矛盾纠纷：185件")
    office.go(LI, "disputes_mediated")
    assert office.shown(LI).endswith("现在的答案：185件")


def test_a_list_and_a_group_say_which_colleague_wrote_and_when() -> None:
    office = both_at("problems")
    office.say(WANG, "人员不足")
    office.go(LI, "problems")
    assert "（最近一条：小王，今天9:33）" in office.shown(LI)
    office.go(WANG, "publicity_events")
    office.say(WANG, "16次")
    office.sessions[LI] = replace(office.sessions[LI], state=State.GROUP, question="publicity_events", via="")
    office.send(LI, Commanded(AT, "start"))
    assert "普法活动：16次 ✓（小王，今天9:36）" in office.shown(LI)


def test_one_message_for_a_group_overwrites_nothing_unseen_and_leaves_what_was_not_in_question() -> None:
    office = both_at("publicity_events")
    for who in (LI, WANG):
        office.sessions[who] = replace(office.sessions[who], state=State.GROUP, via="")
        office.send(who, Commanded(AT, "start"))
    office.say(WANG, "普法活动16次")
    office.say(LI, "18，5000余，3000余")
    assert office.sessions[LI].state is State.CLASHING
    assert office.values("leaflets") == []
    office.press(LI, "theirs")
    assert office.values("publicity_events") == [("小王", "16次")]
    assert [by for by, _ in (*office.values("leaflets"), *office.values("audience"))] == ["小李", "小李"]


def test_a_third_change_is_asked_about_again() -> None:
    office = both_at("disputes_mediated", "小李", "小王", "小赵")
    office.go(2, "disputes_mediated")
    office.say(WANG, "183件")
    office.say(LI, "185件")
    office.say(2, "190件")
    office.press(2, "mine")
    text = office.press(LI, "mine")
    assert "小赵" in text
    assert office.values("disputes_mediated") == [("小赵", "190件")]
    office.press(LI, "mine")
    assert office.values("disputes_mediated") == [("小李", "185件")]


@pytest.mark.parametrize(
    ("question", "theirs", "mine"),
    [("annual_plan", "=no", "=yes"), ("escalated_cases", "zero", "later"), ("group_leader", "=both", "=party_head")],
)
def test_a_press_is_held_in_the_words_of_its_button(question: str, theirs: str, mine: str) -> None:
    office = both_at(question)
    if question == "group_leader":
        office.go(WANG, "leading_group")
        office.press(WANG, "=yes")
        office.go(WANG, question)
        office.go(LI, question)
    office.press(WANG, theirs)
    before = office.values(question)
    office.press(LI, mine)
    assert office.sessions[LI].state is State.CLASHING
    assert office.values(question) == before
    office.press(LI, "mine")
    ((by, _),) = office.values(question)
    assert by == "小李"


def test_choices_turned_by_two_are_shown_anew_and_the_turn_is_made_again() -> None:
    office = both_at("publicity_laws")
    office.press(WANG, "+civil_code")
    text = office.press(LI, "+constitution")
    assert text.startswith("“宣传的法律法规”小王1分钟前改为：《民法典》。\n刚才那一下没有算")
    assert office.sessions[LI].state is State.ASKING
    assert "✓ 《民法典》" in office.labels(LI)
    office.press(LI, "+constitution")
    (answer,) = (answer for answer in office.dossier.answers if answer.question == "publicity_laws")
    assert answer.value == Chosen(("civil_code", "constitution"))


def test_done_on_a_list_of_choices_that_changed_shows_it_first() -> None:
    office = both_at("publicity_laws")
    office.press(LI, "+civil_code")
    office.go(WANG, "publicity_laws")
    office.press(WANG, "+constitution")
    assert "小王1分钟前改为：《民法典》《宪法》" in office.press(LI, "done")
    assert office.press(LI, "done").startswith("✓ 宣传的法律法规：《民法典》《宪法》")


def test_items_added_by_two_are_all_there_without_a_question() -> None:
    office = both_at("problems")
    office.say(WANG, "人员不足")
    assert office.say(LI, "普法形式单一").startswith("✓ 记下了，现在共2条")
    assert [typed for _, typed in office.values("problems")] == ["人员不足", "普法形式单一"]


def test_an_item_a_colleague_added_is_not_deleted_unseen() -> None:
    office = both_at("problems")
    office.say(LI, "人员不足")
    office.go(WANG, "problems")
    office.say(WANG, "删1")
    office.say(WANG, "力量不够")
    office.say(LI, "删1")
    assert office.sessions[LI].state is State.CLASHING
    assert [typed for _, typed in office.values("problems")] == ["力量不够"]


def test_a_nothing_in_the_place_of_a_grown_list_is_refused_and_no_item_is_lost() -> None:
    office = both_at("warnings")
    office.say(WANG, "林业3件")
    office.press(LI, "zero")
    assert office.values("warnings") == [("小王", "林业3件")]


@pytest.mark.parametrize("command", ["menu", "skip", "back", "members"])
def test_to_walk_away_drops_what_is_held_and_says_so(command: str) -> None:
    office = both_at("disputes_mediated")
    office.say(WANG, "183件")
    office.say(LI, "185件")
    turn = office.send(LI, Commanded(AT, command))
    assert turn.replies[0] == Say(PACK.phrases["held_dropped"])
    assert office.values("disputes_mediated") == [("小王", "183件")]
    assert office.sessions[LI].state is not State.CLASHING
    assert office.sessions[LI].via == ""


def test_another_text_or_an_edit_of_the_held_one_is_the_answer_in_its_place() -> None:
    for again in (Said(AT, "186", 9), Edited(AT, "186", 2)):
        office = both_at("disputes_mediated")
        office.say(WANG, "183件")
        office.say(LI, "185件")
        assert told(office.send(LI, again)).startswith("✓ 调解矛盾纠纷：186件")


def test_what_is_sensitive_is_asked_about_first_and_the_clash_next() -> None:
    office = both_at("slogan")
    office.say(WANG, "党建引领")
    office.say(LI, "联系13812345678")
    assert office.sessions[LI].state is State.HELD
    office.press(LI, "keep")
    assert office.sessions[LI].state is State.CLASHING
    office.press(LI, "mine")
    assert office.values("slogan") == [("小李", "联系13812345678")]


def test_a_namesake_counts_as_another() -> None:
    office = both_at("disputes_mediated", "小李", "小李")
    office.say(WANG, "183件")
    office.say(LI, "185件")
    assert office.sessions[LI].state is State.CLASHING


@pytest.mark.parametrize(
    ("at", "fresh", "words"),
    [
        ((2026, 1, 8, 9, 29, 30), True, "刚刚"),
        ((2026, 1, 8, 9, 30, 30), True, "刚刚"),
        ((2026, 1, 8, 9, 27, 0), True, "3分钟前"),
        ((2026, 1, 8, 9, 27, 0), False, "今天9:27"),
        ((2026, 1, 8, 8, 5, 0), True, "今天8:05"),
        ((2026, 1, 7, 23, 59, 0), True, "昨天"),
        ((2026, 1, 6, 9, 0, 0), True, "1月6日"),
        ((2025, 12, 31, 9, 0, 0), True, "2025年12月31日"),
    ],
)
def test_when_something_was_is_said_in_words(at: tuple[int, ...], fresh: bool, words: str) -> None:  # noqa: FBT001
    scene = Scene(PACK, Dossier(), Session(), AT)
    assert when(scene, datetime(*at, tzinfo=UTC), fresh=fresh) == words  # type: ignore[misc,arg-type]


# Whatever two do, in any order.

ACTS = st.tuples(
    st.sampled_from([LI, WANG]),
    st.sampled_from(["say", "press", "look"]),
    st.integers(0, 30),
    st.sampled_from(["disputes_mediated", "publicity_laws", "problems", "annual_plan", "slogan"]),
)


def lost(before: Dossier, after: Dossier, seen: set[Answer], mine: str) -> Iterator[Answer]:
    """The answers of a colleague that are gone and were never on this screen."""
    yield from (a for a in before.answers if a not in after.answers and a.by != mine and plain(a) not in seen)


def plain(answer: Answer) -> Answer:
    return answer._replace(message=None)


@given(st.lists(ACTS, max_size=40))
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_answer_of_a_colleague_goes_that_was_never_on_the_screen(acts: list[tuple[int, str, int, str]]) -> None:
    office = Office()
    seen: list[set[Answer]] = [set(), set()]
    for who, act, number, question in acts:
        before = office.dossier
        if act == "look":
            office.go(who, question)
        elif act == "say":
            office.say(who, f"{number}件")
        else:
            scene = Scene(PACK, office.of(who), office.sessions[who], office.at)
            ids = [button.id for row in screen(scene)[1] for button in row]
            office.press(who, ids[number % len(ids)])
        equal = {(a.question, a.item, a.value) for a in office.dossier.answers}
        gone = lost(before, office.dossier, seen[who], NAMES[who])
        assert [a for a in gone if (a.question, a.item, a.value) not in equal] == []
        scene = Scene(PACK, office.of(who), office.sessions[who], office.at)
        if scene.session.state is not State.HELD:
            seen[who] |= {plain(a) for a in office.dossier.answers if a.question in looked_at(scene)}
