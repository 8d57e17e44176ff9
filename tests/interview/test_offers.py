"""Typical answers offered for editing: shown alone, never stored, refused while their gap is empty, however sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.answers_file import read_answers
from bot.content.content import Content, read_content
from bot.desk import Desk
from bot.errors import ContentError
from bot.interview import filing_screen
from bot.interview.answers import Clock, Refused, understand
from bot.interview.approval import Filed
from bot.interview.events import Answer, Ask, Change, Dossier, History, Member, Say, Turn
from bot.interview.gaps import gap_in
from bot.interview.inputs import Commanded, Edited, Pressed, Said
from bot.interview.items import items_of
from bot.interview.offers import offers_of
from bot.interview.pack import Kind, Pack
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.screens import pressed_by_words, screen
from bot.interview.session import Session, State
from bot.interview.values import Nothing, Words
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.botapi import BotApi
from tests.channels.lives import CHAT, invited, running
from tests.channels.test_terminal import TESTS, played, typed
from tests.conftest import AT
from tests.interview.test_conversation import PACK, Player
from tests.interview.test_conversation import told as said
from tests.interview.test_screens import fits
from tests.short import CONTENT

PROBLEMS, CAUSES, PLANS = "problems", "causes", "next_steps"
OFFERS = {
    PROBLEMS: {"team": "执法人员多为兼职，与（……）执法任务不相适应", "aim": "对（……）人群的普法方式单一"},
    CAUSES: {"aim": "对（……）人群的需求调查不够", "team": "编制有限，（……）岗位由非专业人员兼任"},
    PLANS: {"aim": "针对（……）人群开展分众普法", "team": "分领域开展（……）执法培训"},
}
SHIPPED = read_content().pack
TEAM = OFFERS[PROBLEMS]["team"]
FILLED = TEAM.replace("（……）", "农业")


def offering(pack: Pack = PACK) -> Pack:
    """The short questions, with words offered at three lists."""
    sections = tuple(
        replace(section, questions=tuple(replace(q, offers=OFFERS.get(q.id, {})) for q in section.questions))
        for section in pack.sections
    )
    return replace(pack, sections=sections)


OFFERED = offering()


def at(question: str, *items: str, pack: Pack = OFFERED) -> Player:
    """An official at a list, which has these items."""
    player = Player(Dossier("白土乡人民政府", Member("小李", "owner"), None, (2025,)), pack=pack)
    player.session = Session(State.ASKING, 2025, question, 7)
    for item in items:
        player.send(Said(AT, item))
    player.session = replace(player.session, item=0)
    return player


def press(player: Player, choice: str) -> Turn:
    return player.send(Pressed(AT, player.session.screen, choice))


def texts(player: Player, question: str) -> list[str]:
    return [item.text for item in items_of(player.scene.known.entries[question])]


def ids(player: Player) -> list[str]:
    return [button.id for row in screen(player.scene)[1] for button in row]


# What is shown, and that nothing comes of it.


@pytest.mark.parametrize("question", [PROBLEMS, CAUSES, PLANS])
def test_every_offer_shipped_is_shown_alone_and_stores_nothing(question: str) -> None:
    player = at(PROBLEMS, "甲事", pack=SHIPPED)
    player.go(question)
    before = player.dossier
    offers = offers_of(SHIPPED, SHIPPED.questions[question])
    assert len(offers) == 10
    for number, offer in enumerate(offers, 1):
        press(player, "offers")
        assert player.session.state is State.OFFERS
        assert f"{number}. {offer.text}" in screen(player.scene)[0]
        turn = press(player, f"o:{offer.key}")
        alone, asked = turn.replies
        assert alone == Say(offer.text)
        assert isinstance(asked, Ask)
        assert asked.text.startswith(SHIPPED.phrases["offer_told"])
        assert (player.session.state, player.session.question) == (State.ASKING, question)
    assert player.dossier == before


def test_a_list_without_offers_has_no_button_for_them() -> None:
    assert "offers" not in ids(at(PROBLEMS, pack=PACK))
    assert "offers" in ids(at(PROBLEMS))
    assert {q.id for q in SHIPPED.questions.values() if q.offers} == set(OFFERS)


def test_causes_and_plans_stand_in_the_order_of_the_problems_and_name_them() -> None:
    player = at(CAUSES)
    player.answer(PROBLEMS, "甲事")
    player.go(CAUSES)
    press(player, "offers")
    assert screen(player.scene)[0].split("\n")[1:5] == [
        "1. 编制有限，（……）岗位由非专业人员兼任",
        "　针对：执法人员多为兼职",
        "2. 对（……）人群的需求调查不够",
        "　针对：对（……）人群的普法方式单一",
    ]


@pytest.mark.parametrize("words", ["1", "①", "第1条", " １ "])
def test_an_offer_is_known_by_its_number(words: str) -> None:
    player = at(PROBLEMS)
    press(player, "offers")
    assert player.send(Said(AT, words)).replies[0] == Say(TEAM)
    assert texts(player, PROBLEMS) == []


def test_a_number_that_no_offer_has_is_no_item() -> None:
    player = at(PROBLEMS)
    press(player, "offers")
    assert said(player.send(Said(AT, "3"))) == "没有第3条，这里共2条。"
    assert (player.session.state, texts(player, PROBLEMS)) == (State.OFFERS, [])


def test_what_is_typed_at_the_offers_is_said_to_the_list() -> None:
    player = at(PROBLEMS)
    press(player, "offers")
    assert "（……）" in said(player.send(Said(AT, TEAM)))
    assert player.session.state is State.OFFERS
    assert "o:aim" in ids(player)
    player.send(Said(AT, FILLED))
    assert (player.session.state, texts(player, PROBLEMS)) == (State.ASKING, [FILLED])


@pytest.mark.parametrize("way", ["返回", "/back", "/skip", "/start", "目录"])
def test_the_offers_are_left_without_anything_changed(way: str) -> None:
    player = at(PROBLEMS, "甲事")
    press(player, "offers")
    player.send(Commanded(AT, way[1:]) if way.startswith("/") else Said(AT, way))
    expected = {"/start": State.OFFERS, "目录": State.MENU}.get(way, State.ASKING)
    assert (player.session.state, texts(player, PROBLEMS)) == (expected, ["甲事"])


def test_what_is_written_for_one_problem_still_is_behind_the_offers() -> None:
    player = at(PROBLEMS, "甲事\n乙事")
    player.answer(PLANS, "甲计（对应①）")
    press(player, "w2")
    press(player, "offers")
    assert "下面写的对应②" in said(press(player, "o:team"))
    player.send(Said(AT, "分领域开展农业执法培训"))
    assert [item.links for item in items_of(player.scene.entry)] == [(1,), (2,)]


def test_something_sensitive_typed_there_waits_and_is_stored_as_at_the_list() -> None:
    player = at(PROBLEMS)
    press(player, "offers")
    player.send(Said(AT, "热线13812345678无人接听"))
    assert (player.session.state, texts(player, PROBLEMS)) == (State.HELD, [])
    press(player, "keep")
    assert texts(player, PROBLEMS) == ["热线13812345678无人接听"]


def test_an_old_button_or_one_of_an_offer_that_is_gone_is_answered_kindly() -> None:
    player = at(PROBLEMS)
    assert PACK.phrases["old_button"] in said(press(player, "o:team"))
    press(player, "offers")
    assert PACK.phrases["old_button"] in said(press(player, "o:gone"))
    assert PACK.phrases["old_button"] in said(player.send(Pressed(AT, 1, "o:team")))
    assert player.session.state is State.OFFERS
    player.pack = PACK
    press(player, "o:team")
    assert (player.session.state, player.dossier.answers) == (State.ASKING, ())


@pytest.mark.parametrize(("count", "length"), [(1, 9), (10, 60), (20, 490)])
def test_offers_of_any_number_and_length_fit_one_message(count: int, length: int) -> None:
    offers = {f"key_{number}_{'x' * 20}": f"{number}（……）" + "事" * length for number in range(count)}
    sections = tuple(
        replace(s, questions=tuple(replace(q, offers=offers if q.id in OFFERS else {}) for q in s.questions))
        for s in PACK.sections
    )
    player = at(PROBLEMS, "甲事", pack=replace(PACK, sections=sections))
    for question in OFFERS:
        scene = Scene(player.pack, player.dossier, Session(State.OFFERS, 2025, question, 7))
        text, rows = screen(scene)
        assert units(text) <= 4096
        fits(rows)
        assert all(pressed_by_words(rows, button.label) == button.id for row in rows for button in row)


def test_a_colleagues_answer_nobody_here_saw_is_asked_about_before_what_is_typed_there_counts() -> None:
    theirs = Answer(2025, PROBLEMS, Nothing.LATER, "待问同事", AT, by="小王")
    for seen_first in (False, True):
        player = at(PROBLEMS)
        if seen_first:
            press(player, "offers")
        player.dossier = replace(player.dossier, answers=(theirs,), colleagues=(Member("小王", "editor", 12),))
        if not seen_first:
            press(player, "offers")
        player.send(Said(AT, FILLED))
        assert (player.session.state, texts(player, PROBLEMS)) == (State.CLASHING, [])
        press(player, "mine")
        assert texts(player, PROBLEMS) == [FILLED]


def test_the_offers_give_way_where_their_question_is_no_longer_asked() -> None:
    player = at(PROBLEMS, "甲事")
    player.go(CAUSES)
    press(player, "offers")
    history = History(tuple(Change(answer, mine=True) for answer in player.dossier.answers), 3)
    player.dossier = replace(player.dossier, history=history)
    player.send(Commanded(AT, "undo"))
    assert (player.session.state, texts(player, PROBLEMS)) != (State.OFFERS, ["甲事"])
    assert player.scene.known.entries[player.session.question].applies


def test_an_item_that_begins_like_a_search_is_an_item() -> None:
    player = at(PROBLEMS)
    press(player, "offers")
    player.send(Said(AT, "查 违建不力"))
    assert texts(player, PROBLEMS) == ["查 违建不力"]


def test_another_message_edited_meanwhile_into_something_sensitive_leads_to_a_question_that_stands() -> None:
    player = at("slogan", "党建引领")
    player.dossier = replace(player.dossier, answers=tuple(a._replace(message=12) for a in player.dossier.answers))
    player.session = replace(player.session, state=State.ASKING, question=PROBLEMS)
    press(player, "offers")
    player.send(Edited(AT, "热线13812345678", 12))
    press(player, "keep")
    assert player.session.state is not State.OFFERS
    assert player.scene.known.entries["slogan"].text == "热线13812345678"


def test_what_is_typed_after_the_question_changed_is_asked_for_again() -> None:
    player = at(PROBLEMS)
    press(player, "offers")
    earlier = tuple(replace(asked, mark="0") if asked.id == PROBLEMS else asked for asked in OFFERED.as_asked)
    player.dossier = replace(player.dossier, earlier=earlier)
    assert PACK.phrases["update_look"] in said(player.send(Said(AT, FILLED)))
    assert texts(player, PROBLEMS) == []


def test_above_the_offers_of_a_draft_that_is_filed_it_is_said_that_it_is() -> None:
    player = at(PROBLEMS, "甲事")
    player.dossier = replace(player.dossier, filings=(Filed(2025, PACK.main_document, 1, AT, "小李"),))
    press(player, "offers")
    assert screen(player.scene)[0].startswith("已定稿")


# A gap that is still empty.


GAPS = [
    "（……）",
    "(……)",
    "（…）",
    "（......）",
    "（。。。）",
    "（ ）",
    "()",
    "〔…〕",
    "【……】",
    "（＿＿）",
    "〔待填：普法活动〕",
]
BESIDE = st.text("甲乙丙，、（）〔〕2019…", max_size=12)


@given(BESIDE, st.sampled_from(GAPS), BESIDE)
@settings(max_examples=150, deadline=None)
def test_no_item_with_an_empty_gap_is_understood(before: str, gap: str, after: str) -> None:
    read = understand(PACK.questions[PROBLEMS], f"甲{before}{gap}{after}乙", Clock(2025, AT.date()))
    assert isinstance(read, Refused)
    assert read.code == "gap"


@pytest.mark.parametrize(
    "text",
    [
        "与（农业）执法任务不相适应",
        "落实厅字〔2019〕28号不够",
        "（一）人少",
        "讲座、展板……都少",
        "宣传（讲座、展板……）形式单一",
    ],
)
def test_a_bracket_that_says_something_is_no_gap(text: str) -> None:
    assert not gap_in(text)
    assert isinstance(understand(PACK.questions[PROBLEMS], text, Clock(2025, AT.date())), tuple)


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("way", ["{}", "乙事\n{}\n丙事", "改1 {}", "{}（对应①）"])
def test_an_item_with_an_empty_gap_is_refused_with_the_gap_named_and_nothing_is_stored(way: str, gap: str) -> None:
    player = at(PROBLEMS, "甲事")
    turn = player.send(Said(AT, way.format(TEAM.replace("（……）", gap))))
    assert said(turn) == f"“为兼职，与{gap}执法任务不”里的{gap}还空着，请换成本地的事，再发一次。"
    assert (turn.facts, texts(player, PROBLEMS)) == ((), ["甲事"])


def test_one_item_opened_is_not_rewritten_with_an_empty_gap() -> None:
    player = at(PROBLEMS, "甲事")
    press(player, "i1")
    assert "（……）还空着" in said(player.send(Said(AT, TEAM)))
    assert texts(player, PROBLEMS) == ["甲事"]
    player.send(Said(AT, FILLED))
    assert texts(player, PROBLEMS) == [FILLED]


@pytest.mark.parametrize("opened", [False, True])
def test_a_message_that_was_refused_is_taken_once_its_gap_is_filled_by_editing(*, opened: bool) -> None:
    player = at(PROBLEMS)
    if opened:
        press(player, "offers")
    player.send(Said(AT, TEAM, 12))
    player.dossier = replace(player.dossier, history=History((), 11))
    player.send(Edited(AT, FILLED, 12))
    assert texts(player, PROBLEMS) == [FILLED]


def test_an_item_is_not_edited_into_one_with_an_empty_gap() -> None:
    player = at(PROBLEMS)
    player.send(Said(AT, FILLED, 12))
    assert "（……）还空着" in said(player.send(Edited(AT, TEAM, 12)))
    assert texts(player, PROBLEMS) == [FILLED]


def test_a_sheet_hands_back_the_line_with_the_gap_and_reads_the_others() -> None:
    player = at(PROBLEMS)
    codes = PACK.codes
    lines = [f"{codes[PROBLEMS]}-1 甲事", f"{codes[PROBLEMS]}-2 {TEAM}", f"{codes[PROBLEMS]}-3 乙事"]
    shown = said(player.send(Said(AT, "\n".join(["5.4 普法活动：16次", *lines]))))
    assert player.session.state is State.COMPARING
    assert shown.count("“为兼职，与（……）执法任务不”里还有空着的，请换成本地的事") == 1
    press(player, "all")
    assert texts(player, PROBLEMS) == ["甲事", "乙事"]


def test_an_answers_file_is_told_the_line_of_the_gap(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(f"pack: {PACK.id}\nyear: 2025\nanswers:\n  problems:\n  - 甲事\n  - {TEAM}\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_answers(file, PACK)
    (problem,) = caught.value.problems
    assert (problem.line, "里的（……）还空着" in problem.text) == (6, True)


MOVES = st.lists(
    st.integers(0, 60)
    | st.sampled_from([f"@{id_}" for id_ in OFFERS])
    | st.sampled_from(["参考说法", "1", TEAM, "甲"]),
    max_size=15,
)


@given(MOVES)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_pressed_and_sent_no_offer_is_ever_an_answer(moves: list[int | str]) -> None:
    player = at(PROBLEMS, "甲事")
    player.play(moves)
    words = [a.value.text for a in player.dossier.answers if isinstance(a.value, Words) and a.question in OFFERS]
    assert not [text for text in words if gap_in(text)]


# A problem that no plan is for.


def test_a_problem_without_a_plan_is_named_before_filing_until_one_is_linked() -> None:
    player = at(PROBLEMS, "甲事\n乙事\n丙事")
    assert "还没有对应的" not in "".join(filing_screen.open_lines(player.scene))
    player.answer(PLANS, "甲计（对应①）")
    assert "“存在的问题”里的②③还没有对应的“下一步安排”。" in filing_screen.open_lines(player.scene)
    player.answer(PLANS, "乙计（对应②）", "丙计（对应②③）")
    assert "还没有对应的" not in "".join(filing_screen.open_lines(player.scene))


def test_every_problem_shipped_has_a_cause_and_a_plan_and_each_is_a_sound_item_once_filled() -> None:
    keys = {id_: set(SHIPPED.questions[id_].offers) for id_ in OFFERS}
    assert keys[PROBLEMS] == keys[CAUSES] == keys[PLANS]
    player = at(PROBLEMS, pack=SHIPPED)
    for question in OFFERS:
        for text in SHIPPED.questions[question].offers.values():
            player.answer(question, text.replace("（……）", "农业"))
    assert all(len(texts(player, id_)) == 10 for id_ in OFFERS)
    assert {SHIPPED.questions[id_].kind for id_ in OFFERS} == {Kind.LIST}


# Whole conversations.


def content() -> Content:
    return replace(CONTENT, pack=offering(CONTENT.pack))


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], Desk]:
    """Opens the same database file afresh at each call, with words offered."""
    return lambda: Desk(Store(open_database(tmp_path / "wengao.db"), PACK.id), content())


def test_a_conversation_in_a_terminal_reads_as_its_transcript(
    opened: Callable[[], Desk], golden: Callable[[str, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = typed((TESTS / "transcripts" / "参考说法.txt").read_text(encoding="utf-8"))
    assert len(lines) > 10
    golden("transcripts/参考说法.txt", played(opened, lines))


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        api.world.clock = AT.timestamp
        yield api


async def test_a_messenger_shows_the_words_alone_and_takes_the_message_edited(
    api: BotApi, opened: Callable[[], Desk]
) -> None:
    user, code = api.user(CHAT), invited(opened)
    for line in (f"/start {code}", "小李", "2025", "黔江区", "都对", "目录", "11", "[参考说法]", "[1]", TEAM):
        async with running(api, opened()):
            user.press(line[1:-1]) if line.startswith("[") else user.say(line)
    alone = [message for message in user.messages if message.from_bot and message.text == TEAM]
    assert [(message.labels, message.entities) for message in alone] == [([], [])]
    mine = [message for message in user.messages if not message.from_bot][-1]
    async with running(api, opened()):
        user.edit(mine.message_id, FILLED)
    desk = opened()
    _, dossier = desk.store.load(f"telegram:{CHAT}", "", AT)
    assert [answer.value for answer in dossier.answers if answer.question == PROBLEMS] == [Words(FILLED)]


def test_an_answer_is_what_was_typed_and_bears_no_trace_of_an_offer() -> None:
    player = at(PROBLEMS)
    press(player, "offers")
    press(player, "o:team")
    player.send(Said(AT, FILLED, 5))
    (answer,) = player.dossier.answers
    assert answer == Answer(2025, PROBLEMS, Words(FILLED), FILLED, AT, 1, 1, by="小李", message=5)
