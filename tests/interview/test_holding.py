"""What is not stored at once: something sensitive until the official decides, a piece of a paste until its rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.interview.conversation import advance
from bot.interview.events import Answer, Ask, Dossier, Invite, Say
from bot.interview.inputs import (
    Commanded,
    Edited,
    Input,
    Pressed,
    Said,
    Sent,
)
from bot.interview.orders import Issue
from bot.interview.pack import Kind, Pack, Question, Section
from bot.interview.screens import screen
from bot.interview.session import Session, State
from bot.interview.values import Chosen, Number, Reference, Words
from tests.interview.test_conversation import AT, MEMBER, PACK, Player

PHONE, ID, MARK = "13812345678", "10000019900307000X", "秘密★1年"
KEEP, DROP = PACK.phrases["button_keep"], PACK.phrases["button_drop"]

LONG = replace(
    PACK,
    sections=(
        Section("all", "全部", (Question("story", "写一段。", "一段话", Kind.LONG_TEXT), *PACK.questions.values())),
    ),
)


def at(question: str, pack: Pack = PACK) -> Player:
    return Player(MEMBER, Session(State.ASKING, 2025, question, 7), pack)


def texts(player: Player, given: Input) -> str:
    return "\n".join(reply.text for reply in player.send(given).replies if isinstance(reply, Say | Ask))


def values(player: Player, question: str) -> list[object]:
    return [answer.value for answer in player.dossier.answers if answer.question == question]


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        ("slogan", f"党建引领 {PHONE}", Words(f"党建引领 {PHONE}")),
        ("problems", f"一是甲事{PHONE}", Words(f"甲事{PHONE}")),
        ("causes", ID, Words(ID)),
        ("publicity_laws", f"其他：联系{PHONE}", Chosen((), (f"联系{PHONE}",))),
        ("superior_documents", f"《{MARK}要点》", Reference(f"{MARK}要点")),
        ("publicity_events", PHONE, Number),
        ("story", f"第一段\n电话{PHONE}", Words(f"第一段\n电话{PHONE}")),
    ],
)
def test_a_sensitive_answer_of_any_kind_waits_and_is_stored_by_one_press_as_it_was_typed(
    question: str, typed: str, value: object
) -> None:
    player = at(question, LONG)
    turn = player.send(Said(AT, typed, 812))
    (ask,) = turn.replies
    assert isinstance(ask, Ask)
    assert [button.label for row in ask.rows for button in row] == [KEEP, DROP]
    assert PHONE not in ask.text
    assert ID not in ask.text
    assert (turn.facts, turn.session.state, turn.session.held) == ((), State.HELD, (Said(AT, typed, 812),))
    (fact,) = player.send(Pressed(AT + timedelta(hours=1), player.session.screen, "keep")).facts
    assert isinstance(fact, Answer)
    assert fact.value == value or isinstance(value, type)
    assert (fact.typed, fact.at, fact.message) == (typed, AT, 812)
    assert player.session.held == ()


@pytest.mark.parametrize("decide", [KEEP, DROP])
def test_the_words_of_the_two_buttons_decide_too(decide: str) -> None:
    player = at("slogan")
    player.send(Said(AT, PHONE))
    told = texts(player, Said(AT, decide))
    assert values(player, "slogan") == ([Words(PHONE)] if decide == KEEP else [])
    assert (player.session.state, player.session.held) == (State.GROUP if decide == KEEP else State.ASKING, ())
    assert (PACK.phrases["held_dropped"] in told) == (decide == DROP)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [(PHONE, ["phone"]), (ID, ["id"]), (MARK, ["secret"]), (f"{MARK} {PHONE} {ID}", ["id", "phone", "secret"])],
)
def test_the_bot_says_what_it_saw_and_for_a_mark_of_secrecy_to_delete_the_message(typed: str, keys: list[str]) -> None:
    told = texts(at("slogan"), Said(AT, typed))
    firsts = [PACK.phrases[f"held_{key}"].partition("（")[0] for key in ("id", "phone", "secret")]
    assert [first in told for first in firsts] == [key in keys for key in ("id", "phone", "secret")]
    assert ("马上删去那条消息" in told) == ("secret" in keys)


def test_something_else_typed_is_the_new_answer_and_garbage_drops_what_waited_knowingly() -> None:
    player = at("slogan")
    player.send(Said(AT, PHONE))
    assert PACK.phrases["held_dropped"] not in texts(player, Said(AT, "党建引领"))
    assert values(player, "slogan") == [Words("党建引领")]
    player = at("publicity_events")
    player.send(Said(AT, PHONE))
    assert texts(player, Said(AT, "好多")).startswith(PACK.phrases["held_dropped"])
    assert (values(player, "publicity_events"), player.session.held) == ([], ())


@pytest.mark.parametrize("command", ["menu", "back", "skip"])
@pytest.mark.parametrize("state", [State.ASKING, State.GROUP])
def test_going_elsewhere_drops_what_waited_and_says_so(state: State, command: str) -> None:
    session = Session(state, 2025, "publicity_events", 7, via=State.GROUP if state is State.ASKING else "")
    player, plain = Player(MEMBER, session), Player(MEMBER, session)
    player.send(Said(AT, f"活动{PHONE}" if state is State.GROUP else PHONE))
    assert player.session.state is State.HELD
    turn, same = player.send(Commanded(AT, command)), plain.send(Commanded(AT, command))
    assert turn.replies[0] == Say(PACK.phrases["held_dropped"])
    assert replace(turn.session, screen=0) == replace(same.session, screen=0)
    assert values(player, "publicity_events") == []


@pytest.mark.parametrize(
    "given",
    [
        *(Commanded(AT, name) for name in ("start", "draft", "help", "nonsense")),
        *(Sent(AT, "sticker"), Edited(AT, "别的", 3), Pressed(AT, 3, "keep"), Pressed(AT, 8, "back")),
    ],
)
def test_all_else_keeps_it_waiting(given: Input) -> None:
    player = at("slogan")
    player.send(Said(AT, PHONE, 812))
    turn = player.send(given)
    assert (turn.facts, turn.session.state, turn.session.held) == ((), State.HELD, (Said(AT, PHONE, 812),))
    assert [button.id for row in screen(player.scene)[1] for button in row] == ["keep", "drop"]


def test_the_message_that_waits_may_be_edited_into_the_answer() -> None:
    player = at("slogan")
    player.send(Said(AT, PHONE, 812))
    player.send(Edited(AT, "党建引领", 812))
    (answer,) = player.dossier.answers
    assert (answer.value, answer.typed, answer.message) == (Words("党建引领"), "党建引领", 812)
    assert player.session.held == ()


def test_a_name_waits_as_well_and_no_command_leads_past_it() -> None:
    player = Player(Dossier(invite=Invite("hash", "白土乡人民政府", "owner")), Session())
    player.send(Commanded(AT, "start", "7Q4MABCD"))
    player.send(Said(AT, PHONE))
    assert player.session.state is State.HELD
    for command in ("draft", "skip", "back", "menu"):
        turn = player.send(Commanded(AT, command))
        assert not any(isinstance(reply, Issue) for reply in turn.replies)
        assert player.session.state in {State.HELD, State.NAMING}
    player.send(Said(AT, PHONE))
    player.send(Pressed(AT, player.session.screen, "keep"))
    assert player.dossier.member
    assert player.dossier.member.name == PHONE
    assert screen(player.scene) == screen(player.scene.at(state=State.YEAR))


def test_a_refused_text_with_a_mark_of_secrecy_is_warned_of_too() -> None:
    first, second = at("publicity_events").send(Said(AT, f"16次，{MARK}")).replies
    assert isinstance(first, Say)
    assert "马上删去那条消息" in first.text
    assert isinstance(second, Say)


def test_a_member_removed_or_a_question_gone_leaves_nothing_waiting() -> None:
    player = at("slogan")
    player.send(Said(AT, PHONE))
    assert advance(PACK, Dossier(), player.session, Said(AT, KEEP)).session.held == ()
    gone = replace(player.session, question="gone")
    turn = advance(PACK, player.dossier, gone, Commanded(AT, "start"))
    assert (turn.session.state, turn.session.held) == (State.MENU, ())


# Pastes.


def cut(text: str, *, lines: bool) -> list[str]:
    """Cut a text as an app does: where a message's room ends, or at the last line's end of it."""
    pieces = []
    while text:
        end = text.rfind("\n", 4096 - 300, 4096) + 1 if lines and len(text) > 4096 else 0
        pieces.append(text[: end or 4096].strip("\n"))
        text = text[end or 4096 :]
    return pieces


PARAGRAPHS = "\n".join(f"第{number}段，" + "人少事多，经费不足。" * 40 for number in range(30))
NO_PARAGRAPHS = "一二三四五六七八九十，" * 1200
SAME = "测" * 12_000


@pytest.mark.parametrize("text", [PARAGRAPHS, NO_PARAGRAPHS, SAME], ids=["paragraphs", "one line", "one character"])
@pytest.mark.parametrize("lines", [False, True])
@pytest.mark.parametrize("hold", [False, True])
def test_a_long_text_pasted_in_pieces_arrives_whole_and_in_order(text: str, *, hold: bool, lines: bool) -> None:
    text = (f"{PHONE}，" if hold else "") + text[:12_000]
    pieces = cut(text, lines=lines)
    assert len(pieces) in {3, 4}
    player = at("story", LONG)
    for number, piece in enumerate(pieces):
        player.send(Said(AT + timedelta(seconds=number // 2), piece, number))
    if hold:
        assert values(player, "story") == []
        player.send(Said(AT, KEEP))
    player.send(Said(AT + timedelta(minutes=1), "另起一段。", 9))
    assert player.scene.known.entries["story"].text == f"{text}\n另起一段。"


@pytest.mark.parametrize("by_lines", [False, True])
def test_a_list_pasted_in_pieces_has_the_items_that_were_written(*, by_lines: bool) -> None:
    lines = [f"第{number}条，" + "人少事多" * (60 + number % 50) for number in range(38)]
    pieces = cut("\n".join(lines), lines=by_lines)
    assert len(pieces) > 2
    player = at("problems")
    for piece in pieces:
        player.send(Said(AT, piece))
    assert values(player, "problems") == [Words(line) for line in lines]
    player.send(Said(AT + timedelta(minutes=1), "又一条"))
    assert values(player, "problems")[-1] == Words("又一条")


def test_the_rest_of_a_paste_too_long_for_the_question_is_not_taken_for_an_answer() -> None:
    player = at("slogan")
    for piece in ("测" * 4096, "测" * 4096, "测试一下"):
        assert PACK.phrases["refused_too_long"].partition("{")[0] in texts(player, Said(AT, piece))
    assert values(player, "slogan") == []
    player.send(Said(AT + timedelta(minutes=1), "党建引领"))
    assert values(player, "slogan") == [Words("党建引领")]


def test_a_list_and_a_long_text_have_an_end() -> None:
    player = at("problems", LONG)
    for start in range(0, 200, 100):
        player.send(Said(AT, "\n".join(f"第{number}件事" for number in range(start, start + 100))))
    assert "最多写200条" in texts(player, Said(AT, "再一件"))
    assert len(values(player, "problems")) == 200
    player.go("story")
    for number in range(6):
        told = texts(player, Said(AT + timedelta(minutes=number), "测" * 4000))
    assert "最多20000字" in told
    assert len(values(player, "story")) == 4
