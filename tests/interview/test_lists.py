"""Lists: any order of adding, rewriting, moving, deleting and linking is what it is on a plain list, over restarts."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.desk import Desk
from bot.interview.events import Answer, Ask, Dossier, Member, Say
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.items import items_of, linked_items, split_link, unlinked
from bot.interview.pack import Kind, Question, Section
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.screens import pressed_by_words, screen
from bot.interview.session import Session, State
from bot.interview.values import Words
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.interview.test_conversation import PACK, Player
from tests.interview.test_screens import fits
from tests.short import CONTENT

AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
CHAT = "terminal"
PLANS, PROBLEMS = "next_steps", "problems"
TEXTS = [f"{name}事" for name in "甲乙丙丁戊"]
PLACES = st.integers(1, 4)


class Lists(RuleBasedStateMachine):
    """Plans written for two problems, beside a plain list of [id, text, links]; each message meets a new process."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.plain: list[tuple[int, str, frozenset[int]]] = []
        self.highest = self.said = 0
        for text in ("/", "2025"):
            self.do(Said(AT, text))
        self.at(PROBLEMS)
        self.do(Said(AT, "缺人\n缺钱"))
        self.at(PLANS)

    def teardown(self) -> None:
        self.folder.cleanup()

    def open(self) -> Desk:
        desk = Desk(Store(open_database(Path(self.folder.name) / "wengao.db"), PACK.id), CONTENT)
        desk.store.ensure_local(CHAT, AT)
        return desk

    def do(self, *given: Input) -> None:
        for each in given:
            desk = self.open()
            self.said += 1
            now = replace(each, message=self.said) if isinstance(each, Said) else each
            desk.receive(CHAT, str(self.said), now)
            desk.store.db.close()

    def at(self, question: str) -> None:
        desk = self.open()
        session = replace(desk.store.session_of(CHAT), state=State.ASKING, year=2025, question=question, item=0)
        desk.store._do("UPDATE sessions SET state = ?, question = ?, item = 0", session.state, question)
        desk.store.db.close()

    def scene(self) -> Scene:
        desk = self.open()
        session, dossier = desk.store.load(CHAT, "", AT)
        desk.store.db.close()
        return Scene(PACK, dossier, session)

    def press(self, choice: str) -> None:
        self.do(Pressed(AT, self.scene().session.screen, choice))

    def open_item(self, number: int) -> None:
        self.press(f"i{self.plain[number - 1][0]}")

    @rule(texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3))
    def add(self, texts: list[str]) -> None:
        self.do(Said(AT, "\n".join(texts)))
        for text in dict.fromkeys(texts):
            if text not in [old for _, old, _ in self.plain]:
                self.highest += 1
                self.plain.append((self.highest, text, frozenset()))

    @rule(number=PLACES, text=st.sampled_from(TEXTS), pressed=st.booleans())
    def rewrite(self, number: int, text: str, *, pressed: bool) -> None:
        there = number <= len(self.plain)
        if pressed and there:
            self.open_item(number)
            self.do(Said(AT, text))
            self.at(PLANS)
        else:
            self.do(Said(AT, f"改{number} {text}"))
        if there and text not in [old for place, (_, old, _) in enumerate(self.plain, 1) if place != number]:
            id_, _, links = self.plain[number - 1]
            self.plain[number - 1] = (id_, text, links)

    @rule(number=PLACES, pressed=st.booleans())
    def delete(self, number: int, *, pressed: bool) -> None:
        there = number <= len(self.plain)
        if pressed and there:
            self.open_item(number)
            self.press("delete")
        else:
            self.do(Said(AT, f"删{number}"))
        if there:
            del self.plain[number - 1]

    @rule(number=PLACES, to=PLACES)
    def move(self, number: int, to: int) -> None:
        self.do(Said(AT, f"{number}移到{to}"))
        if max(number, to) <= len(self.plain):
            self.plain.insert(to - 1, self.plain.pop(number - 1))

    @precondition(lambda self: len(self.plain) > 1)
    @rule(number=PLACES)
    def move_up(self, number: int) -> None:
        number = min(number, len(self.plain))
        self.open_item(number)
        self.press("up")
        if number > 1:
            self.plain.insert(number - 2, self.plain.pop(number - 1))
        self.press("list")

    @precondition(lambda self: self.plain)
    @rule(number=PLACES, problem=st.integers(1, 2))
    def link(self, number: int, problem: int) -> None:
        number = min(number, len(self.plain))
        id_, text, links = self.plain[number - 1]
        self.open_item(number)
        self.press(f"-{problem}" if problem in links else f"+{problem}")
        self.press("list")
        self.plain[number - 1] = (id_, text, links ^ {problem})

    @invariant()
    def is_the_plain_list(self) -> None:
        items = items_of(self.scene().known.entries[PLANS])
        assert [(item.id, item.text, frozenset(item.links)) for item in items] == self.plain
        assert [item.number for item in items] == list(range(1, len(items) + 1))


TestLists = Lists.TestCase
TestLists.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)


# Long texts.


STORY = replace(
    PACK,
    sections=(
        Section("all", "全部", (Question("story", "写一段。", "一段话", Kind.LONG_TEXT), *PACK.questions.values())),
    ),
)
PARAGRAPH = st.sampled_from(
    ["人少事多。", "测" * 300, "一二三，" * 900, "甲乙丙丁" * 1300, "𠮷" * 5000, "1.5万元。" * 60]
)


def cut(text: str, most: int = 4096) -> list[str]:
    """Cut a paragraph into full messages, never inside a character."""
    pieces = []
    while text:
        end = len(text)
        while units(text[:end]) > most:
            end -= max((units(text[:end]) - most) // 2, 1)
        pieces.append(text[:end])
        text = text[end:]
    return pieces


@st.composite
def split(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text, and a way to send it: some paragraphs together, long ones in as many messages as it takes."""
    drawn = draw(st.lists(PARAGRAPH, min_size=1, max_size=6))
    paragraphs = [f"{number}、{paragraph}" for number, paragraph in enumerate(drawn, 1)]
    messages: list[str] = []
    for paragraph in paragraphs:
        if messages and units(messages[-1]) + units(paragraph) < 4000 and draw(st.sampled_from([True, False])):
            messages[-1] += f"\n{paragraph}"
        else:
            messages += cut(paragraph)
    return "\n".join(paragraphs), messages


def at(question: str, dossier: Dossier | None = None) -> Player:
    member = Dossier("白土乡人民政府", Member("小李", "owner"), None, (2025,))
    return Player(dossier or member, Session(State.ASKING, 2025, question, 7), STORY)


@given(split(), st.data())
@settings(max_examples=60, deadline=None)
def test_any_split_of_a_text_into_messages_in_any_order_of_arrival_is_the_same_answer(
    given_: tuple[str, list[str]], data: st.DataObject
) -> None:
    text, messages = given_
    numbered = list(enumerate(messages, 1))
    player = at("story")
    for number, message in data.draw(st.permutations(numbered)) if len(text) < 20_000 else []:
        turn = player.send(Said(AT, message, number))
        assert all(units(reply.text) <= 4096 for reply in turn.replies if isinstance(reply, Say | Ask))
    if len(text) < 20_000:
        assert player.scene.known.entries["story"].text == text


def test_without_numbers_the_order_of_arrival_counts_and_the_whole_is_shown_by_its_ends() -> None:
    player = at("story")
    text = "".join(f"{number}号文件，" for number in range(2000))[:12_000]
    for piece in cut(text):
        turn = player.send(Said(AT, piece))
    (shown,) = (reply.text for reply in turn.replies if isinstance(reply, Ask))
    assert player.scene.known.entries["story"].text == text
    assert "已写12000字" in shown
    assert f"1. 共12000字，从“{text[:12]}”到“{text[-12:]}”" in shown
    assert len(shown) < 300


def test_a_piece_of_a_long_text_is_rewritten_moved_and_deleted_with_all_its_messages() -> None:
    player = at("story")
    for number, piece in enumerate(("第一段。", *cut("甲" * 9000), "最后一段。"), 1):
        player.send(Said(AT + timedelta(minutes=0 if piece.startswith("甲") else number), piece, number))
    assert [item.text for item in items_of(player.scene.entry)] == [
        "第一段。",
        "甲" * 9000,
        "最后一段。",
    ]
    player.send(Said(AT, "2移到1", 20))
    assert player.scene.entry.text == "甲" * 9000 + "\n第一段。\n最后一段。"
    new = cut("乙" * 9000)
    player.send(Said(AT + timedelta(hours=1), f"改1 {new[0][:-4]}", 21))
    player.send(Said(AT + timedelta(hours=1), "删3", 22))
    assert player.scene.entry.text == "乙" * 4092 + "\n第一段。"


def test_a_paste_that_takes_the_place_of_a_piece_arrives_whole_in_that_place() -> None:
    player = at("story")
    for number, text in enumerate(("第一段。", "第二段。"), 1):
        player.send(Said(AT + timedelta(minutes=number), text, number))
    player.send(Said(AT + timedelta(minutes=3), "改1", 3))
    assert player.session.state is State.ITEM
    for number, piece in enumerate(cut("丙" * 9000), 4):
        player.send(Said(AT + timedelta(minutes=4), piece, number))
    assert player.scene.known.entries["story"].text == "丙" * 9000 + "\n第二段。"


# One thing at a time.


def typed(*lines: str) -> Player:
    player = at(PROBLEMS)
    player.send(Said(AT, "缺人\n缺钱\n缺车"))
    player.go(PLANS)
    for line in lines:
        player.send(Said(AT, line.replace("|", "\n")))
    return player


def plans(player: Player) -> list[str]:
    numbers = {other.id: other.number for other in linked_items(player.scene)}
    return [
        item.text + "".join(f"→{numbers.get(id_, '?')}" for id_ in item.links) for item in items_of(player.scene.entry)
    ]


def told(player: Player, text: str) -> str:
    return "\n".join(reply.text for reply in player.send(Said(AT, text)).replies if isinstance(reply, Ask | Say))


@pytest.mark.parametrize(
    ("lines", "becomes"),
    [
        (["甲|乙|甲"], "甲 乙"),
        (["甲|乙", "改２：丙"], "甲 丙"),
        (["甲|乙", "第2条改为丙"], "甲 丙"),
        (["甲|乙", "2改成丙"], "甲 丙"),
        (["甲|乙", "改② 丙"], "甲 丙"),
        (["甲|乙", "改1 乙"], "甲 乙"),
        (["甲|乙|丙|丁", "删1、3"], "乙 丁"),
        (["甲|乙|丙", "删去第2条"], "甲 丙"),
        (["甲|乙|丙", "第3条移到第1条"], "丙 甲 乙"),
        (["甲|乙|丙", "1移到3"], "乙 丙 甲"),
        (["甲", "改3个制度，改进作风"], "甲 改3个制度，改进作风"),
        (["甲", "删2"], "甲"),
        (["甲（对应①）|乙(对应2、3)"], "甲→1 乙→2→3"),
        (["甲（对应①）", "甲（对应2）"], "甲→1→2"),
        (["甲（对应①）", "改1 乙"], "乙→1"),
        (["甲（对应①）", "改1 乙（对应③）"], "乙→3"),
        (["甲（对应4）"], ""),
        (["（对应1）"], "（对应1）"),
        (["补写②", "甲"], ""),
        (["甲", "补写②", "乙|丙", "丁"], "甲 乙→2 丙→2 丁"),
        (["甲", "补写②", "乙（对应①）"], "甲 乙→1"),
    ],
)
def test_what_is_typed_at_a_list_does_what_it_says(lines: list[str], becomes: str) -> None:
    assert plans(typed(*lines)) == becomes.split() or (becomes == "" and plans(typed(*lines)) == ["甲"])


def test_a_problem_without_a_plan_is_named_until_one_is_written_for_it() -> None:
    player = typed("甲（对应①③）")
    assert "还没有对应的：②" in screen(player.scene)[0]
    player.send(Said(AT, "补写②"))
    assert "下面写的对应②：缺钱" in screen(player.scene)[0]
    player.send(Said(AT, "乙"))
    assert "还没有对应的" not in screen(player.scene)[0]
    assert unlinked(player.scene) == []


def test_a_link_follows_its_item_when_that_is_moved_and_is_shown_as_lost_when_it_is_gone() -> None:
    player = typed("甲（对应①）|乙（对应①②）")
    player.go(PROBLEMS)
    player.send(Said(AT, "1移到3"))
    player.go(PLANS)
    assert plans(player) == ["甲→3", "乙→3→1"]
    player.go(PROBLEMS)
    player.send(Said(AT, "删3"))
    player.go(PLANS)
    text = screen(player.scene)[0]
    assert "1. 甲（对应的那条已经没有了）" in text
    assert "2. 乙（对应①）（对应的那条已经没有了）" in text


def test_a_sensitive_rewriting_waits_for_a_decision_and_then_is_made_where_it_was_meant() -> None:
    player = typed("甲|乙", "改2", "丙 13812345678")
    assert (player.session.state, plans(player)) == (State.HELD, ["甲", "乙"])
    player.send(Said(AT, PACK.phrases["button_keep"]))
    assert plans(player) == ["甲", "丙 13812345678"]


def test_an_item_that_a_colleague_deleted_gives_way_to_the_list() -> None:
    player = typed("甲|乙", "改2")
    player.dossier = replace(player.dossier, answers=tuple(a for a in player.dossier.answers if a.value != Words("乙")))
    told(player, "丙")
    assert (player.session.state, plans(player)) == (State.ASKING, ["甲", "丙"])


@pytest.mark.parametrize("count", [3, 25, 200])
@pytest.mark.parametrize("length", [5, 40, 500])
def test_a_list_of_any_length_fits_one_message(count: int, length: int) -> None:
    texts = [f"{number}号" + "事" * (length - 5) for number in range(count)]
    answers = tuple(
        Answer(2025, question, Words(text, (1, 2) if question == PLANS else ()), text, AT, number, number)
        for question in (PROBLEMS, PLANS)
        for number, text in enumerate(texts, 1)
    )
    dossier = Dossier("白土乡人民政府", Member("小李", "owner"), None, (2025,), answers)
    places: list[tuple[State, int]] = [(State.ASKING, 0), (State.ASKING, -1), (State.ITEM, 2)]
    for state, item in places:
        scene = Scene(PACK, dossier, Session(state, 2025, PLANS, 7, item=item))
        text, rows = screen(scene)
        assert units(text) <= 4096
        fits(rows)
        assert sum(len(row) for row in rows) <= 100
        assert all(pressed_by_words(rows, button.label) == button.id for row in rows for button in row)
        assert count > 3 or length > 40 or all(text_ in text for text_ in texts)


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_the_words_of_an_item_and_its_link_are_told_apart(text: str) -> None:
    kept = text.strip() or "甲"
    bare = split_link(kept)[0]
    assert split_link(f"{bare}（对应①③）") == (bare, (1, 3))
