"""The conversation from outside: any input in any state, and branches there and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.interview import events, steps
from bot.interview.conversation import advance
from bot.interview.events import Ask, Dossier, Say, Turn
from bot.interview.inputs import (
    Commanded,
    Edited,
    Fetched,
    Input,
    Pressed,
    Said,
    Sent,
)
from bot.interview.known import Standing
from bot.interview.leaving import settled
from bot.interview.pack import Pack
from bot.interview.scene import Scene
from bot.interview.screens import screen
from bot.interview.seen import stamp
from bot.interview.session import Session, State
from bot.interview.table import COMMANDS, TABLE
from bot.interview.turns import place_of
from bot.interview.values import Words
from tests.short import CONTENT

PACK = CONTENT.pack
SHIPPED = read_content().pack
QUESTIONS = list(PACK.questions)
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
MEMBER = Dossier("白土乡人民政府", events.Member("小李", "owner"), None, (2025,))
FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

TYPED = """
16次 5000余份 183件 6人 1000元 1.5万 98.6% 没有 不涉及 待问同事 是 否 1 2 1、3 全部 其他：水务 《民法典》 今天 5 1.5
2026年1月8日 1月至12月 一律来说事 白土乡 黔江区 街道 完成 上一题 跳过 目录 接着答 出稿 换年度 2024 2025年 普法 删1
小李 -5 {{x}} {year} /start 《甲办法》《乙办法》（厅字〔2019〕28号） 一是甲|二是乙 甲甲甲甲甲甲甲甲甲甲甲甲甲甲
"""
IDS = """
=yes =no =1 +land -land x0 x1 xx x = + - back skip menu done default carry today zero out later go draft year s:unit
"""
VALID = st.sampled_from([typed.replace("|", "\n") for typed in TYPED.split()])
TEXTS = VALID | st.text(max_size=30)
GIVEN: st.SearchStrategy[Input] = st.one_of(
    st.builds(Said, st.just(AT), TEXTS, st.none() | st.integers(1, 999)),
    st.builds(Pressed, st.just(AT), st.integers(-1, 1), st.sampled_from(IDS.split()) | st.text(max_size=8)),
    st.builds(Commanded, st.just(AT), st.sampled_from(COMMANDS) | st.text(max_size=8), TEXTS),
    st.builds(Edited, st.just(AT), TEXTS, st.none()),
    st.builds(Sent, st.just(AT), st.sampled_from(["photo", "nonetype"])),
)
MOVES = st.lists(st.integers(0, 60) | VALID | st.sampled_from([f"@{id_}" for id_ in QUESTIONS]), max_size=12)
PLACES = st.sampled_from([*QUESTIONS, "", "gone"])
SESSIONS = st.builds(Session, st.sampled_from(State), st.sampled_from([2024, 2025, 2026]), PLACES, st.integers(0, 1))


@dataclass
class Player:
    """An official, and what the store keeps of the conversation."""

    dossier: Dossier = MEMBER
    session: Session = Session(State.MENU, 2025)  # noqa: RUF009 - frozen
    pack: Pack = PACK

    @property
    def scene(self) -> Scene:
        return Scene(self.pack, self.dossier, self.session, AT)

    def send(self, given: Input) -> Turn:
        turn = advance(self.pack, self.dossier, self.session, given)
        self.dossier, self.session = self.scene.after(turn.facts).dossier, turn.session
        return turn

    def go(self, question: str) -> None:
        """Look at a question as it is now."""
        self.session = replace(self.session, state=State.ASKING, question=question)
        self.session = replace(self.session, saw=stamp(self.scene))

    def answer(self, question: str, *typed: str) -> None:
        self.go(question)
        for text in typed:
            self.send(Said(AT, text))

    def play(self, moves: Sequence[int | str]) -> Player:
        """A number presses that button of the screen, @id goes to a question, other words are typed."""
        for move in moves:
            buttons = [button.id for row in screen(self.scene)[1] for button in row]
            if isinstance(move, int):
                self.send(Pressed(AT, self.session.screen, buttons[move % len(buttons)] if buttons else ""))
            elif move.startswith("@"):
                self.go(move[1:])
            else:
                self.send(Said(AT, move))
        return self

    def standing(self, question: str) -> tuple[Standing, str]:
        entry = self.scene.known.entries[question]
        return entry.standing, entry.text


def told(turn: Turn) -> str:
    """All that a turn says: above a new screen what was understood at the one before."""
    return "\n".join(
        "\n\n".join(filter(None, (reply.understood if isinstance(reply, Ask) else "", reply.text)))
        for reply in turn.replies
        if isinstance(reply, Say | Ask)
    )


def sound(turn: Turn) -> bool:
    """Tell whether a turn has a reply, says something in it, and bears its own screen's number."""
    texts = [reply.text for reply in turn.replies if isinstance(reply, Say | Ask)]
    numbers = {reply.screen for reply in turn.replies if isinstance(reply, Ask)}
    return bool(turn.replies) and all(texts) and numbers <= {turn.session.screen}


@given(MOVES, SESSIONS, GIVEN)
@settings(FEW, max_examples=250)
def test_any_input_in_any_state_is_answered(moves: list[int | str], session: Session, given: Input) -> None:
    dossier = Player().play(moves).dossier
    turn = advance(PACK, dossier, session, given)
    assert sound(turn)
    assert turn == advance(PACK, dossier, session, given)
    if isinstance(given, Edited | Sent) or (isinstance(given, Pressed) and given.screen != session.screen):
        assert turn.facts == ()
        same = replace(session, state=turn.session.state, screen=turn.session.screen)
        assert turn.session == same or session.state is State.STRANGER


@given(MOVES, st.sampled_from(QUESTIONS), st.integers(0, 12))
@settings(FEW)
def test_going_back_and_skipping_again_leaves_answers_and_place_as_they_were(
    moves: list[int | str], question: str, most: int
) -> None:
    player = Player().play([*moves, f"@{question}"])
    player.session = replace(player.session, via="")
    player.session = replace(player.session, state=place_of(player.scene))
    before, asked, went = player.dossier, player.scene.asks(player.scene.entry), 0
    while went < most and isinstance(player.send(Commanded(AT, "back")).replies[0], Ask):
        went += 1
    for _ in range(went):
        player.send(Said(AT, "跳过"))
    assert player.dossier == before
    together = PACK.group_of.get(question, (question,))
    assert player.session.question in together or not asked


BRANCHES: dict[str, tuple[str, str, dict[str, str]]] = {
    "annual_plan": ("有", "没有", {"plan_titles": "《2025年法治政府建设工作计划》"}),
    "leading_group": (
        "是",
        "否",
        {
            "group_leader": "2",
            "group_deputies": "1 3",
            "group_members": "班子其他成员",
            "group_office": "司法所",
            "group_rhythm": "每周调度",
        },
    ),
    "first_responsible": ("是", "否", {"first_duties": "全部"}),
    "law_report": ("是", "否", {"law_report_people": "15人", "law_report_form": "1 4"}),
    "study_system": ("有", "没有", {"study_rule_titles": "《学法制度》"}),
    "court_visits": ("是", "否", {"court_visit_times": "3场"}),
    "exams": (
        "是",
        "否",
        {
            "exam_people": "121人",
            "exam_coverage": "全部",
            "exam_rate": "100%",
            "exam_passed": "98.6%",
            "exam_score": "92.3分",
        },
    ),
    "power_list": ("有", "没有", {"list_accountability": "是", "list_updated": "是", "list_items": "448项"}),
    "duty_list": ("是", "否", {"duty_items": "115条", "support_items": "109条", "returned_items": "149条"}),
    "legal_checkups": ("是", "否", {"checkup_firms": "20家"}),
    "judicial_attends": ("是", "否", {"attended_meetings": "12次"}),
    "normative_cleaned": ("是", "否", {"cleaned_docs": "12件"}),
    "enforcement_body": ("1", "不涉及", {"body_running": "是"}),
    "enforcement_platform": ("“执法+监督”平台", "没有", {"platform_activity": "约95%"}),
    "penalties": ("58件", "0", {"penalty_fields": "道路交通、消防", "fines": "1000元"}),
    "legal_advisers": ("3人", "没有", {"adviser_work": "1 2 3", "adviser_fields": "征地拆迁"}),
    "legal_guides": ("是", "否", {"guide_people": "40人", "guide_trainings": "5次"}),
    "mediator_training": ("是", "否", {"mediator_trainings": "2次"}),
    "leader_visits": ("是", "否", {"leader_visit_times": "24次"}),
    "judicial_advice": ("2件", "没有", {"advice_answered": "100%"}),
    "law_inspection": ("是", "否", {"inspection_problems": "4个", "problems_corrected": "4个"}),
    "report_system": ("有", "没有", {"report_dates": "2月20日报送、3月28日公开"}),
}


@pytest.mark.parametrize("cause", BRANCHES)
def test_a_branch_turned_off_sets_its_answers_aside_and_turned_on_brings_them_back(cause: str) -> None:
    taken, dropped, later = BRANCHES[cause]
    player = Player(pack=SHIPPED)
    for question, typed in {cause: taken, **later}.items():
        player.answer(question, typed)
    held = {question: player.standing(question) for question in later}
    assert {standing for standing, _ in held.values()} == {Standing.HELD}
    kept = [answer for answer in player.dossier.answers if answer.question in later]
    player.answer(cause, dropped)
    assert {player.standing(question)[0] for question in later} == {Standing.OUT}
    assert [answer for answer in player.dossier.answers if answer.question in later] == kept
    player.answer(cause, taken)
    assert {question: player.standing(question) for question in later} == held


def test_every_branch_of_the_shipped_questions_is_turned_in_the_test_above() -> None:
    conditional = {question.id for question in SHIPPED.questions.values() if question.when}
    conditional -= {"causes"}  # it waits for the problems, a list that is owed and cannot be answered with 没有
    assert conditional == {question for _, _, later in BRANCHES.values() for question in later}


def test_the_date_of_today_is_taken_by_press_and_by_word() -> None:
    pressed, typed = Player(), Player()
    pressed.go("sign_date")
    pressed.send(Pressed(AT, 0, "today"))
    typed.answer("sign_date", "今天")
    assert pressed.standing("sign_date") == typed.standing("sign_date") == (Standing.HELD, "2026年1月8日")


def test_documents_of_the_library_are_pressed_one_after_another_beside_those_typed() -> None:
    player = Player()
    player.answer("superior_documents", "《甲区要点》")
    for id_ in ("=1", "=3", "=1"):
        player.send(Pressed(AT, player.session.screen, id_))
    assert player.standing("superior_documents") == (Standing.HELD, f"《甲区要点》{PACK.library[0]}{PACK.library[2]}")
    assert player.session.question == "superior_documents"


def test_the_sample_answered_backwards_and_again_comes_to_the_same() -> None:
    answers = read_answers(CONTENT.sample, PACK)
    player, filed = Player(), Player(replace(MEMBER, answers=answers.dossier.answers))
    for question in [*QUESTIONS[::-1], *QUESTIONS]:
        player.answer(question, *answers.typed.get(question, ()))
    assert {id_: player.standing(id_) for id_ in QUESTIONS} == {id_: filed.standing(id_) for id_ in QUESTIONS}


def test_each_year_keeps_its_place_and_an_empty_one_is_given_up_and_comes_back() -> None:
    player = Player()
    for typed in ("普法", "民法典", "换年度"):
        if typed == "换年度":
            player.send(Commanded(AT, "menu"))
        player.send(Said(AT, typed))
    player.send(Said(AT, "2024"))
    assert player.dossier.years == (2024, 2025)
    player.answer("slogan", "甲")
    player.send(Commanded(AT, "menu"))
    for year, question in ((2025, "who_enforces"), (2024, "in_work_plan"), (2025, "who_enforces")):
        player.send(Commanded(AT, "menu"))
        player.send(Said(AT, "换年度"))
        player.send(Said(AT, str(year)))
        assert (player.session.year, player.session.question) == (year, question)
    for typed in ("目录", "换年度", "2023", "目录", "换年度", "不要2023年"):
        player.send(Said(AT, typed))
    assert (player.dossier.years, player.session.state) == ((2024, 2025), State.YEAR)
    player.send(Said(AT, "2023"))
    assert 2023 in player.dossier.years


def test_who_stands_in_a_year_a_colleague_gave_up_chooses_anew() -> None:
    turn = advance(PACK, replace(MEMBER, years=(2024,)), Session(State.ASKING, 2025, "slogan", 7), Said(AT, "甲"))
    assert (turn.facts, turn.session.state) == ((), State.YEAR)


COLLEAGUE = events.Member("小王", "editor", 12)
BEHIND: dict[State, list[Input]] = {
    State.READING: [Commanded(AT, "read")],
    State.PASSAGE: [Commanded(AT, "read"), Said(AT, "1")],
    State.ITEM: [Said(AT, "问题原因"), Said(AT, "甲事\n乙事"), Said(AT, "改1")],
    State.OFFERS: [Said(AT, "问题原因"), Said(AT, "参考说法")],
    State.AMENDING: [Commanded(AT, "read"), Said(AT, "1"), Said(AT, "改写")],
    State.AMENDED: [*map(partial(Said, AT), ("看稿", "1", "改写", "工作如下：", "看稿", "改稿"))],
    State.MEMBERS: [Commanded(AT, "members")],
    State.REMOVING: [Commanded(AT, "members"), Said(AT, "移出2：小王")],
    State.HANDING: [Commanded(AT, "members"), Said(AT, "交给2：小王")],
    State.LEAVING: [Commanded(AT, "leave")],
    State.ERASING: [Commanded(AT, "erase")],
    State.FILING: [Commanded(AT, "file")],
    State.FILED: [Commanded(AT, "file"), Said(AT, "定稿")],
    State.WITHDRAWING: [Commanded(AT, "file"), Said(AT, "定稿"), Said(AT, "撤回定稿")],
    State.TRACED: [Commanded(AT, "find", "183")],
    State.OUTLINE: [Commanded(AT, "sheet")],
    State.COMPARING: [Said(AT, "5.4 普法活动：16次\n5.5 发放宣传资料：5000余份")],
    State.CLEARING: [Said(AT, "法律服务"), Said(AT, "3人"), Said(AT, "上一题"), Said(AT, "清空这一题")],
    State.REVIEW: [Said(AT, "法律服务"), Said(AT, "3人"), Said(AT, "看本节")],
    State.ISSUING: [Commanded(AT, "documents")],
    State.SETTINGS: [Commanded(AT, "settings")],
}


def offering(question: str, offers: Mapping[str, str]) -> Pack:
    """The same questions, of which one offers words for its items."""
    asked = replace(PACK.questions[question], offers=offers)
    home = PACK.section_of[question]
    section = replace(home, questions=tuple(asked if other.id == question else other for other in home.questions))
    return replace(PACK, sections=tuple(section if other is home else other for other in PACK.sections))


OFFERING = offering("problems", {"team": "（……）缺人"})


def reached(state: State) -> Player:
    """Come to a state as a person does, from an invite on; to those about members or the text from the menu."""
    if state in BEHIND:
        player = reached(State.MENU)
        player.pack = OFFERING if state is State.OFFERS else PACK
        player.dossier = replace(player.dossier, colleagues=() if state is State.LEAVING else (COLLEAGUE,))
        for given in BEHIND[state]:
            player.send(given)
        assert player.session.state is state
        return player
    if state is State.CLASHING:
        player = reached(State.ASKING)
        theirs = events.Answer(None, "county", Words("丰泽县"), "丰泽县", AT, by="小王")
        player.dossier = replace(player.dossier, answers=(theirs,), colleagues=(COLLEAGUE,))
        player.send(Said(AT, "黔江区", 812))
        return player
    player = Player(Dossier(invite=events.Invite("hash", "白土乡人民政府", "owner")), Session())
    beyond = {State.ASKING: Said(AT, "①所在区县"), State.HELD: Said(AT, "13812345678区")}
    walk: dict[State, Input] = {
        State.STRANGER: Commanded(AT, "start", "7Q4MABCD"),
        State.NAMING: Said(AT, "小李"),
        State.YEAR: Said(AT, "2025"),
        State.GROUP: beyond.get(state, Commanded(AT, "menu")),
    }
    while player.session.state is not state:
        player.send(walk[player.session.state])
    return player


def input_of(key: str | type, player: Player) -> Input:
    made: dict[str | type, Input] = {
        Said: Said(AT, "2025"),
        Pressed: Pressed(AT, player.session.screen, "year"),
        Edited: Edited(AT, "16次"),
        Sent: Sent(AT, "photo"),
        Fetched: Fetched(AT, "5.4 普法活动：16次\n5.6 普法受众：3000余人次"),
    }
    return made.get(key) or Commanded(AT, str(key), "7Q4MABCD")


KEYS = [*COMMANDS, Said, Pressed, Edited, Sent, Fetched]
EVERYWHERE = pytest.mark.parametrize(("state", "key"), [(state, key) for state in State for key in KEYS])


@EVERYWHERE
def test_every_entry_of_the_table_is_reached_and_what_it_lacks_is_refused(state: State, key: str | type) -> None:
    player = reached(state)
    scene, given = player.scene, input_of(key, player)
    turn = player.send(given)
    assert turn == settled(scene, TABLE[state].get(key, steps.refuse_for_now)(scene, given))
    if key not in TABLE[state]:
        assert (turn.facts, turn.session.state) == ((), state)


def test_the_table_has_every_state_and_no_key_that_no_input_has() -> None:
    assert (set(TABLE), {key for entries in TABLE.values() for key in entries}) == (set(State), set(KEYS))


@EVERYWHERE
def test_a_member_removed_is_a_stranger_wherever_the_session_is(state: State, key: str | type) -> None:
    player = reached(state)
    turn = advance(PACK, Dossier(), player.session, input_of(key, player))
    code = key == "start" and bool(steps.code_in(input_of(key, player)))
    assert turn.replies == (Say(PACK.phrases["bad_code" if code else "stranger"]),)
    assert (turn.facts, turn.session.state) == ((), State.STRANGER)


@given(SESSIONS, GIVEN)
@settings(FEW)
def test_a_stranger_learns_nothing_and_leaves_nothing(session: Session, given: Input) -> None:
    turn = advance(PACK, Dossier(), session, given)
    assert (turn.facts, turn.session.state) == ((), State.STRANGER)
    assert all(isinstance(reply, Say) for reply in turn.replies)
