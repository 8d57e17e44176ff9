"""Going back over answers, through a desk over a real database: undone, cleared, corrected, reviewed, nothing lost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.desk import Desk
from bot.interview.events import Ask, Button, Dossier
from bot.interview.inputs import Commanded, Edited, Input, Pressed, Said
from bot.interview.pack import Kind
from bot.interview.scene import Scene
from bot.interview.screens import screen
from bot.interview.session import State
from bot.interview.values import Nothing, value_text
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.sessions import save_session
from bot.storage.store import Store
from tests.short import CONTENT

PACK = CONTENT.pack
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
UNIT = "黔江区白土乡人民政府"
ME, OTHER = "telegram:1", "telegram:2"
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
ROWS = ("SELECT * FROM answers ORDER BY id", "SELECT * FROM amendments ORDER BY id")


class Office:
    """A unit of two members; every input comes a second after the one before, in a message of its own."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(Store(open_database(folder / "wengao.db"), PACK.id, PACK.version), CONTENT)
        self.count = 0
        self.shown: list[tuple[int, str]] = []
        for chat, name in ((ME, "小李"), (OTHER, "王某")):
            self.send(Commanded(self.now(), "start", make_invite(self.desk.store.db, UNIT, AT)), chat)
            self.say(name, chat)
            self.say("2025", chat)
        self.answer("普法", 4, "4次", OTHER)

    def now(self) -> datetime:
        return AT + timedelta(seconds=self.count)

    def send(self, given: Input, chat: str = ME) -> str:
        """Take an input, deliver what it leads to, and give that as text."""
        self.count += 1
        self.desk.receive(chat, f"key:{self.count}", given)
        told = []
        for outgoing in self.desk.store.unsent():
            told.append("\n".join(line.text for line in self.desk.message(outgoing).told))
            if isinstance(outgoing.reply, Ask) and chat == ME:
                buttons = (button for row in outgoing.reply.rows for button in row)
                self.shown += [(outgoing.reply.screen, button.id) for button in buttons]
            self.count += 1
            self.desk.store.mark_sent(outgoing, self.count, AT)
        return "\n".join(told)

    def say(self, text: str, chat: str = ME) -> str:
        return self.send(Said(self.now(), text, self.count + 1), chat)

    def edit(self, message: int, text: str) -> str:
        return self.send(Edited(self.now(), text, message))

    def go(self, section: str, line: int = 0, chat: str = ME) -> str:
        """Go to a section by its name, and to a line of its review."""
        self.say("目录", chat)
        told = self.say(section, chat)
        return self.say(str(line), chat) if line else told

    def look(self, section: str, chat: str = ME) -> str:
        """Look at all that was answered in a section."""
        (first, *_) = next(each.questions for each in PACK.sections if each.title == section)
        session = replace(self.scene_of(chat).session, state=State.REVIEW, question=first.id, via="", held=())
        with self.desk.store.transaction():
            save_session(self.desk.store.db, chat, session, "", AT.isoformat())
        return self.send(Commanded(self.now(), "start"), chat)

    def answer(self, section: str, line: int, text: str, chat: str = ME) -> str:
        """Answer the question on a line of a section, from its review."""
        self.look(section, chat)
        return self.say(f"{line} {text}", chat)

    def rewrite(self, paragraph: int, text: str, chat: str = ME) -> str:
        """Give a paragraph of the draft other words."""
        for said in ("目录", "看稿", str(paragraph), "改写"):
            self.say(said, chat)
        return self.say(text, chat)

    def place(self) -> tuple[State, str]:
        return self.scene.session.state, self.scene.session.question

    def draft(self) -> str:
        """The text as it stands."""
        return "".join(f"{passage.text}\n" for passage in self.scene.passages)

    @property
    def scene(self) -> Scene:
        return self.scene_of(ME)

    def scene_of(self, chat: str) -> Scene:
        session, dossier = self.desk.store.load(chat, "", AT)
        return Scene(PACK, dossier, session)

    def rows(self) -> list[list[object]]:
        """All that was ever answered, and all own words."""
        return [self.desk.store.db.execute(rows).fetchall() for rows in ROWS]

    def values(self) -> dict[object, object]:
        """What stands as the answer to each question of the year, in order, and what is amended."""
        amended: dict[object, object] = {
            each.sentence: each.text for each in self.scene.dossier.amendments if each.changes
        }
        return {**values(self.scene.dossier), **amended}

    def buttons(self, chat: str = ME) -> list[Button]:
        return [button for row in screen(self.scene_of(chat))[1] for button in row]

    def play(self, moves: list[int | str]) -> None:
        """A number presses that button, @ goes to a section, = rewrites a paragraph; other words are typed."""
        for move in moves:
            if isinstance(move, int):
                buttons = self.buttons()
                if buttons:
                    button = buttons[move % len(buttons)]
                    self.send(Pressed(self.now(), self.scene.session.screen, button.id))
            elif move.startswith("@"):
                self.say("目录")
                self.say(move[1:])
            elif move.startswith("="):
                self.rewrite(*OWN[move])
            else:
                self.say(move)


def values(dossier: Dossier) -> dict[object, object]:
    answers = sorted(dossier.answers, key=lambda answer: (answer.position, answer.item))
    held: dict[object, list[object]] = {}
    for answer in answers:
        held.setdefault((answer.year, answer.question), []).append(answer.value)
    return dict(held)


@contextmanager
def office() -> Iterator[Office]:
    with tempfile.TemporaryDirectory() as folder:
        held = Office(Path(folder))
        yield held
        held.desk.store.db.close()


@pytest.fixture
def at_work() -> Iterator[Office]:
    with office() as held:
        yield held


TYPED = [
    "16次",
    "5000余份",
    "3人",
    "1000元",
    "98.6%",
    "没有",
    "待问同事",
    "是",
    "否",
    "1",
    "1、3",
    "《民法典》",
    "一是甲|二是乙",
    "一律来说事",
    "3、18次",
    "2",
    "58件",
]
SECTIONS = [f"@{section.title}" for section in PACK.sections]
OWN = {
    "=1": (1, "按照要求推进工作。"),
    "=2": (2, "全年普法16次。另有一句。"),
    "=1,": (1, "推进了工作。"),
    "=3": (3, "改一句。"),
}
MOVES = st.lists(
    st.integers(0, 30)
    | st.sampled_from([typed.replace("|", "\n") for typed in TYPED])
    | st.sampled_from(SECTIONS)
    | st.sampled_from([*OWN]),
    max_size=14,
)


def stays(office: Office) -> bool:
    """Tell whether the chat is inside this year's draft; where it is not, what was done says nothing here."""
    session = office.scene.session
    return session.year == 2025 and session.state not in {State.YEAR, State.HELD}


@given(MOVES)
@FEW
def test_undone_again_and_again_all_is_as_it_was_in_the_beginning(moves: list[int | str]) -> None:
    with office() as held:
        before, history = held.values(), held.rows()
        held.play(moves)
        if not stays(held):
            return
        told = ""
        while PACK.phrases["undo_none"] not in told:
            count = sum(map(len, held.rows()))
            told = held.send(Commanded(held.now(), "undo"))
            assert (sum(map(len, held.rows())) > count) is (PACK.phrases["undo_none"] not in told)
        assert held.values() == before
        assert [rows[: len(old)] for rows, old in zip(held.rows(), history, strict=True)] == history


@given(MOVES)
@FEW
def test_every_button_shown_earlier_changes_no_row_when_it_is_pressed_again(moves: list[int | str]) -> None:
    with office() as held:
        held.play(moves)
        before, now = held.rows(), held.scene.session.screen
        old = [(number, id_) for number, id_ in held.shown if number != now]
        for number, id_ in old[-60:]:
            held.send(Pressed(held.now(), number, id_))
        assert held.rows() == before


@given(MOVES, st.sampled_from(SECTIONS), st.integers(1, 8))
@FEW
def test_back_and_forward_as_often_is_the_same_place_and_the_same_answers(
    moves: list[int | str], section: str, steps: int
) -> None:
    with office() as held:
        held.play(moves)
        held.go(section[1:])
        session, before = held.scene.session, held.rows()
        if session.state is not State.ASKING or session.via or not stays(held):
            return
        went = 0
        while went < steps and PACK.phrases["first_question"] not in held.send(Commanded(held.now(), "back")):
            went += 1
        for _ in range(went):
            held.send(Commanded(held.now(), "skip"))
        assert held.rows() == before
        assert (held.scene.session.state, held.scene.session.question) == (session.state, session.question)


@given(MOVES, st.lists(st.sampled_from(TYPED), min_size=1, max_size=3))
@FEW
def test_a_message_edited_to_and_fro_leaves_the_answers_it_gave(moves: list[int | str], texts: list[str]) -> None:
    with office() as held:
        held.play(moves)
        given = [answer for answer in held.scene.dossier.answers if answer.message]
        if not given or not stays(held):
            return
        before = held.values()
        message = given[-1].message or 0
        mine = [answer for answer in given if answer.message == message]
        for text in texts:
            held.edit(message, text.replace("|", "\n"))
        after = held.values()
        changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        assert changed <= {(answer.year, answer.question) for answer in mine}
        if (
            len(mine) == 1
            and held.scene.dossier.answers
            and PACK.questions[mine[0].question].kind is not Kind.CHOICE_MANY
        ):
            held.edit(message, mine[0].typed)
            assert held.values() == before


def test_a_change_somebody_else_made_since_is_not_undone(at_work: Office) -> None:
    at_work.answer("普法", 4, "18次")
    at_work.answer("普法", 4, "20次", OTHER)
    rows = at_work.rows()
    assert at_work.say("撤销") == "“普法活动”后来王某改过，没有撤销。要改，请进到那一题。"
    assert at_work.rows() == rows


def test_an_undo_of_what_another_had_answered_brings_that_back_under_ones_own_name(at_work: Office) -> None:
    at_work.answer("普法", 4, "18次")
    assert "✓ 已撤销。普法活动：18次 → 4次" in at_work.say("撤销")
    (answer,) = (each for each in at_work.scene.dossier.answers if each.question == "publicity_events")
    assert (answer.by, answer.source) == ("小李", "undone")
    assert at_work.say("撤销") == PACK.phrases["undo_none"]


def test_own_words_are_taken_back_in_the_order_they_were_given_between_answers(at_work: Office) -> None:
    texts = [at_work.draft()]
    at_work.answer("普法", 4, "18次")
    texts.append(at_work.draft())
    number = next(each.number for each in at_work.scene.passages if "18次" in each.text)
    at_work.rewrite(number, "全年普法18次。又办讲座2场。")
    texts.append(at_work.draft())
    at_work.rewrite(number, "一年普法18次。")
    texts.append(at_work.draft())
    at_work.answer("普法", 4, "20次")
    assert len({*texts}) == 4
    assert "✓ 已撤销。普法活动：20次 → 18次" in at_work.say("撤销")
    for at in (3, 2):
        assert at_work.draft() == texts[at]
        told = at_work.say("撤销")
        assert told.startswith(f"{PACK.phrases['undone_words']}\n〔{number}〕")
    assert at_work.draft() == texts[1]
    assert "✓ 已撤销。普法活动：18次 → 4次" in at_work.say("撤销")
    assert at_work.draft() == texts[0]
    assert at_work.say("撤销") == PACK.phrases["undo_none"]
    assert {each.source for each in at_work.scene.dossier.amendments} == {"undone"}


def test_where_the_paragraph_was_added_an_undo_leads_from_it_to_the_draft(at_work: Office) -> None:
    for said in ("目录", "看稿", "1", "加一段", "另外办理行政复议2件"):
        at_work.say(said)
    assert at_work.place()[0] is State.PASSAGE
    added = at_work.draft()
    assert PACK.phrases["undone_words"] in at_work.say("撤销")
    assert at_work.place() == (State.READING, "")
    assert at_work.draft() == added.replace("另外办理行政复议2件。\n", "")
    for said in ("1", "改写", "按照要求推进工作。", "改稿", "1"):
        at_work.say(said)
    at_work.say("撤销")
    assert at_work.scene.session.question in {
        sentence.id for each in at_work.scene.passages for sentence in each.sentences
    } | {""}
    assert at_work.draft() == added.replace("另外办理行政复议2件。\n", "")


def test_own_words_that_somebody_else_changed_since_are_not_taken_back(at_work: Office) -> None:
    at_work.rewrite(1, "按照要求推进工作。")
    at_work.rewrite(1, "推进了工作。", OTHER)
    rows = at_work.rows()
    assert at_work.say("撤销") == "那一句后来王某改过，没有撤销。要改，请到“看稿”里改。"
    assert at_work.rows() == rows
    at_work.say("撤销", OTHER)
    assert "按照要求推进工作。" in at_work.draft()
    (amended,) = (each for each in at_work.scene.dossier.amendments if each.text == "按照要求推进工作。")
    assert (amended.by, amended.source) == ("王某", "undone")


def test_a_list_is_corrected_line_by_line_and_keeps_its_items(at_work: Office) -> None:
    at_work.go("问题原因")
    message = at_work.count + 1
    at_work.say("一是人手少\n二是经费紧\n三是路远")
    at_work.say("四是雨多")
    at_work.edit(message, "一是人手不足\n三是路远\n五是山高")
    answers = [each for each in at_work.scene.dossier.answers if each.question == "problems"]
    answers.sort(key=lambda each: (each.position, each.item))
    told = [(each.item, value_text(each.value)) for each in answers if not isinstance(each.value, Nothing)]
    assert told == [(1, "人手不足"), (3, "路远"), (5, "山高"), (4, "雨多")]
    assert at_work.edit(message, "一是人手不足\n三是路远\n五是山高") == PACK.phrases["edit_same"]
    at_work.edit(message, "人手不足")
    assert at_work.scene.known.entries["problems"].text == "人手不足、雨多"


def test_an_item_edited_into_one_that_stands_is_refused_and_can_still_be_edited(at_work: Office) -> None:
    at_work.go("问题原因")
    at_work.say("人手少")
    message = at_work.count + 1
    at_work.say("经费紧")
    assert at_work.edit(message, "人手少") == "这一条已经有了，现在共2条。"
    assert at_work.scene.known.entries["problems"].text == "人手少、经费紧"
    at_work.edit(message, "路远")
    assert at_work.scene.known.entries["problems"].text == "人手少、路远"


def test_something_sensitive_in_an_edit_waits_for_a_decision_and_then_takes_the_answers_place(at_work: Office) -> None:
    at_work.go("纠纷化解")
    message = at_work.count + 1
    at_work.say("平安白土")
    at_work.say("目录")
    assert "13812345678" not in str(at_work.values())
    assert "138" in at_work.edit(message, "平安13812345678")
    assert at_work.scene.known.entries["peace_goal"].text == "平安白土"
    at_work.say("不存，重新写")
    assert at_work.scene.known.entries["peace_goal"].text == "平安白土"
    at_work.edit(message, "平安13812345678")
    at_work.say("照存")
    assert at_work.scene.known.entries["peace_goal"].text == "平安13812345678"
    assert at_work.scene.session.state is State.MENU


def test_an_edit_of_what_was_refused_answers_while_the_question_still_stands(at_work: Office) -> None:
    at_work.go("纠纷化解")
    for _ in range(3):
        at_work.say("跳过")
    message = at_work.count + 1
    at_work.say("很多件")
    assert "✓ 调解矛盾纠纷：183件" in at_work.edit(message, "183件")
    stale = at_work.count + 1
    at_work.say("很多起")
    at_work.go("法律服务")
    rows = at_work.rows()
    assert at_work.edit(stale, "4起") == PACK.phrases["edited"]
    assert at_work.rows() == rows


def test_a_branch_turned_off_tells_how_many_answers_it_sets_aside_and_on_how_many_come_back(at_work: Office) -> None:
    for line, text in ((3, "是"), (5, "党委书记"), (6, "1")):
        at_work.answer("组织领导", line, text)
    assert "收起了2题的答案，改回来就恢复。" in at_work.answer("组织领导", 3, "否")
    assert "另有2条因“成立领导小组”改了答案而收起，改回来就恢复。" in at_work.send(Commanded(at_work.now(), "start"))
    assert "恢复了2题以前的答案。" in at_work.say("3 是")
    assert "收起了2题的答案" in at_work.say("撤销")
