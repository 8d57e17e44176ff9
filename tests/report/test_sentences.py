"""One sentence against a few answers: what drops takes its mark along, what is owed is marked, all else is printed."""

from __future__ import annotations

import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.prose_reader import read_prose
from bot.errors import Problem
from bot.interview.answers import Clock, understand
from bot.interview.events import Answer, Dossier
from bot.interview.pack import Choice, Condition, Kind, Pack, Question, Section, Term
from bot.interview.passages import Sentence, Span
from bot.interview.values import Nothing
from bot.report.blocks import Document, Paragraph
from bot.report.compose import compose

AT = datetime(2026, 1, 8, tzinfo=UTC)


def ask(id_: str, kind: Kind = Kind.TEXT, *, required: bool = False, **fields: object) -> Question:
    return Question(id_, f"{id_}？", f"标{id_}", kind, required=required, **fields)  # type: ignore[arg-type]


QUESTIONS = (
    *(ask(id_) for id_ in "abcd"),
    *(ask(f"r{number}", required=True) for number in range(3)),
    ask("n", Kind.COUNT, units=("件",)),
    ask("y", Kind.YES_NO),
    ask("ry", Kind.YES_NO, required=True),
    ask("l", Kind.LIST),
    ask("w", Kind.LONG_TEXT),
    ask("rl", Kind.LIST, required=True),
    ask("k", Kind.CHOICE_MANY, choices=(Choice("one", "《一》"), Choice("two", "《二》"), Choice("three", "三、四"))),
    ask("level", Kind.CHOICE, choices=(Choice("town", "镇"), Choice("street", "街道"))),
    ask("ys", when=(Condition("y"),)),
)
PACK = Pack(
    "p",
    "问卷",
    "1",
    (Section("s", "节", QUESTIONS),),
    "doc",
    "",
    (Term("head", "level", {"town": "镇长", "street": "主任"}),),
    phrases={"gap": "〔待填：{label}〕", "button_yes": "是", "button_no": "否"},
)


def dossier(answers: str) -> Dossier:
    """Answers as typed: `a=甲 l=一/二 n=没有`."""
    given: list[Answer] = []
    for question, _, typed in (pair.partition("=") for pair in answers.split()):
        understood = understand(PACK.questions[question], typed.replace("/", "\n"), Clock(2025, date(2026, 1, 8)))
        values = (understood,) if isinstance(understood, Nothing) else understood
        assert isinstance(values, tuple), (question, understood)
        first = 1 if PACK.questions[question].collects else 0
        given += [Answer(2025, question, v, typed, AT, item, item) for item, v in enumerate(values, first)]
    return Dossier("白土乡人民政府", years=(2025,), answers=tuple(given))


def composed(lines: str, answers: str, wording: int = 0) -> Document:
    """The document whose one section has these lines; / parts them."""
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "p"
        home.mkdir()
        (home / "s.j2").write_text(lines.replace(" / ", "\n"), encoding="utf-8")
        (home / "doc.j2").write_text("name = 文书\nverb = 如下\n> s\n", encoding="utf-8")
        prose = read_prose(Path(folder), "p", ("s",), problems)
    assert problems == []
    return compose(PACK, prose, "doc", dossier(answers), 2025, wording)


def sentences(lines: str, answers: str, wording: int = 0) -> list[Sentence]:
    blocks = composed(lines, answers, wording).blocks
    return [sentence for block in blocks if isinstance(block, Paragraph) for sentence in block.sentences]


def written(lines: str, answers: str, wording: int = 0) -> str:
    return "".join(sentence.text for sentence in sentences(lines, answers, wording))


THREE = "x: 全年【甲{{ a }}】，【乙{{ b }}】，【丙{{ c }}】。"
MIXED = "x: 由{{ a }}牵头，【乙{{ b }}】、【丙{{ c }}】；【丁{{ d }}】，抓好落实。"
LEAD = "x (y): 履行职责【，做到{{ b }}】。"
EITHER = "x: 全年【甲{{ a }}】，【(!n) 未发生案件】【发生案件{{ n }}】。"

CLAUSES = [
    (THREE, "a=1 b=2 c=3", "全年甲1，乙2，丙3。"),
    (THREE, "a=1 b=2", "全年甲1，乙2。"),
    (THREE, "a=1 c=3", "全年甲1，丙3。"),
    (THREE, "b=2 c=3", "全年乙2，丙3。"),
    (THREE, "a=1", "全年甲1。"),
    (THREE, "b=2", "全年乙2。"),
    (THREE, "c=3", "全年丙3。"),
    (THREE, "", ""),
    (THREE, "a=没有 b=不涉及 d=4", ""),
    (MIXED, "a=1 b=2 c=3 d=4", "由1牵头，乙2、丙3；丁4，抓好落实。"),
    (MIXED, "a=1 c=3 d=4", "由1牵头，丙3；丁4，抓好落实。"),
    (MIXED, "a=1 b=2 d=4", "由1牵头，乙2、丁4，抓好落实。"),
    (MIXED, "a=1 b=2 c=3", "由1牵头，乙2、丙3；抓好落实。"),
    (MIXED, "a=1 d=4", "由1牵头，丁4，抓好落实。"),
    (MIXED, "a=1", "由1牵头，抓好落实。"),
    (MIXED, "b=2 c=3 d=4", ""),
    (LEAD, "y=是 b=2", "履行职责，做到2。"),
    (LEAD, "y=是", "履行职责。"),
    (LEAD, "y=是 b=待问", "履行职责，做到〔待填：标b〕。"),
    (LEAD, "b=2", ""),
    (EITHER, "a=1 n=2", "全年甲1，发生案件2件。"),
    (EITHER, "a=1 n=没有", "全年甲1，未发生案件。"),
    (EITHER, "a=1", "全年甲1。"),
    (EITHER, "a=1 n=不涉及", "全年甲1。"),
    (EITHER, "n=0", "全年未发生案件。"),
    (EITHER, "n=3", "全年发生案件3件。"),
    ("x: 办理【{{ a }}领域】案件{{ n }}，【罚款{{ b }}】。", "n=5", "办理案件5件。"),
    ("x: 办理【{{ a }}领域】案件{{ n }}，【罚款{{ b }}】。", "n=5 a=消防", "办理消防领域案件5件。"),
    ("x: 甲【{{ a }}】【{{ b }}】【{{ c }}】乙。", "b=2", "甲2乙。"),
    ("x: 【(y) 甲】。", "y=否", ""),
    ("x: 【(y) 甲】。", "y=是", "甲。"),
    ("x: 【(y) 甲】。", "", ""),
]


@pytest.mark.parametrize(("line", "answers", "text"), CLAUSES)
def test_a_clause_that_drops_takes_one_mark_with_it(line: str, answers: str, text: str) -> None:
    assert written(line, answers) == text


STANDING = [
    ("x: 甲{{ a }}乙{{ b }}。", "a=1 b=2", "甲1乙2。"),
    ("x: 甲{{ a }}乙{{ b }}。", "a=1", ""),
    ("x: 甲{{ a }}乙{{ r0 }}。", "a=1", "甲1乙〔待填：标r0〕。"),
    ("x: 甲{{ a }}乙{{ r0 }}。", "r0=2", ""),
    ("x: 甲{{ a }}乙{{ b }}。", "a=1 b=待问同事", "甲1乙〔待填：标b〕。"),
    ("x: 甲{{ a }}。", "a=没有", ""),
    ("x: 甲{{ r0 }}。", "r0=没有", ""),
    ("x: 甲{{ r0 }}。", "r0=不涉及", ""),
    ("x: 甲{{ r0 }}。 / z: 乙{{ r0 }}。", "", "甲〔待填：标r0〕。乙〔待填：标r0〕。"),
    ("x: 【甲{{ a }}】，【乙{{ r0 }}】。", "a=1", "甲1，乙〔待填：标r0〕。"),
    ("x: 【甲{{ a }}】，【乙{{ b }}】。", "a=1 b=待定", "甲1，乙〔待填：标b〕。"),
    ("x (y): 甲。", "y=是", "甲。"),
    ("x (y): 甲。", "y=否", ""),
    ("x (y): 甲。", "", ""),
    ("x (y): 甲。", "y=待问", "〔待填：标y〕。"),
    ("x (ry): 甲。", "", "〔待填：标ry〕。"),
    ("x (ry): 甲。 / z (ry): 乙。", "", "〔待填：标ry〕。"),
    ("x (ry, y): 甲。", "", ""),
    ("x (ry, y): 甲。", "y=是", "〔待填：标ry〕。"),
    ("x (ry, r0): 甲。", "", "〔待填：标ry〕〔待填：标r0〕。"),
    ("x (a): 甲。", "a=1", "甲。"),
    ("x (!y): 甲。", "y=否", "甲。"),
    ("x (!y): 甲。", "y=是", ""),
    ("x (!y): 甲。", "", ""),
    ("x (!y): 甲。", "y=待问", ""),
    ("x (!y): 甲。", "y=不涉及", ""),
    ("x (!n): 甲。", "n=零", "甲。"),
    ("x (!n): 甲。", "n=没有", "甲。"),
    ("x (!n): 甲。", "n=3", ""),
    ("x (!ry): 甲。", "", ""),
    ("x (ys): 甲。", "y=是 ys=1", "甲。"),
    ("x (ys): 甲。", "y=否 ys=1", ""),
    ("x (level=town): 甲。", "level=镇", "甲。"),
    ("x (level=town): 甲。", "level=街道", ""),
    ("x (k=two): 甲。", "k=1、2", "甲。"),
    ("x (k=two): 甲。", "k=1", ""),
    ("x: {{ head }}。", "level=街道", "主任。"),
    ("x: {{ k }}。", "k=1、2", "《一》《二》。"),
    ("x: {{ k }}。", "k=全部", "《一》《二》，三、四。"),
    (
        "x: {{ year }}年{{ a }}，{{ next_year }}年，{{ unit }}{{ verb }}。",
        "a=1",
        "2025年1，2026年，白土乡人民政府如下。",
    ),
    ("x: {{ a | quoted }}。", "a=平安", "“平安”。"),
    ("x: {{ a | quoted }}。", "a=“老娘舅”工作室", "“老娘舅”工作室。"),
    ("x: {{ w | ended }}", "w=先甲，后乙", "先甲，后乙。"),
    ("x: {{ w | ended }}", "w=先甲。后乙。", "先甲。后乙。"),
    ("x: {{ w | ended }}", "w=先甲/后乙；", "先甲\n后乙。"),
    ("x: {{ w | ended }}", "w=名为“先甲。”", "名为“先甲。”"),
    ("x: {{ w | ended }}", "w=待问", "〔待填：标w〕。"),
    ("x: {{ a | replace('甲', '乙') }}。", "a=甲", "乙。"),
]


@pytest.mark.parametrize(("lines", "answers", "text"), STANDING)
def test_a_sentence_stands_drops_or_marks_what_it_waits_for(lines: str, answers: str, text: str) -> None:
    assert written(lines, answers) == text


LISTS = [
    ("x: 【* {{ l }}】。", "", ""),
    ("x: 【* {{ l }}】。", "l=没有", ""),
    ("x: 【* {{ l }}】。", "l=甲", "甲。"),
    ("x: 【* {{ l }}】。", "l=甲/乙", "一是甲；二是乙。"),
    ("x: 【* {{ l }}】。", "l=甲/乙/丙", "一是甲；二是乙；三是丙。"),
    ("x: 主要是：【* 抓{{ l }}】。", "l=甲/乙", "主要是：一是抓甲；二是抓乙。"),
    ("x: 主要是：【* 抓{{ l }}】。", "l=待问", "主要是：抓〔待填：标l〕。"),
    ("x: 主要是：【* {{ rl }}】。", "", "主要是：〔待填：标rl〕。"),
    ("x: 【* 由{{ a }}抓{{ l }}】。", "l=甲/乙", ""),
    ("x: 【* 由{{ a }}抓{{ l }}】。", "a=1 l=甲/乙", "一是由1抓甲；二是由1抓乙。"),
    ("x: 作出{{ l }}。", "l=甲/乙", "作出甲、乙。"),
    ("x: 作出{{ l }}。", "l=甲、丙/乙", "作出甲、丙，乙。"),
]


@pytest.mark.parametrize(("line", "answers", "text"), LISTS)
def test_a_list_is_written_item_by_item_or_as_one(line: str, answers: str, text: str) -> None:
    assert written(line, answers) == text


FRAMES = [
    ("x: 甲{{ a }}。 / f (frame): 着力提升。", "a=1", "甲1。着力提升。"),
    ("x: 甲{{ a }}。 / f (frame): 着力提升。", "", ""),
    ("f (frame): 着力提升： / x: 甲{{ rl }}。", "", "着力提升：甲〔待填：标rl〕。"),
    ("f (frame): 着力提升： / x (y): 甲。", "y=待问", "着力提升：〔待填：标y〕。"),
]


@pytest.mark.parametrize(("lines", "answers", "text"), FRAMES)
def test_a_frame_stands_only_beside_others(lines: str, answers: str, text: str) -> None:
    assert written(lines, answers) == text


@pytest.mark.parametrize(
    ("wording", "text"), [(0, "甲1。丙1。"), (1, "乙1。丁1。"), (2, "甲1。戊1。"), (3, "乙1。丙1。")]
)
def test_each_sentence_takes_the_wording_of_its_number_going_round(wording: int, text: str) -> None:
    lines = "x: 甲{{ a }}。 /   乙{{ a }}。 / z: 丙{{ a }}。 /   丁{{ a }}。 /   戊{{ a }}。"
    assert written(lines, "a=1", wording) == text


def test_each_value_is_a_span_that_names_its_question_and_the_item_of_a_list() -> None:
    (sentence,) = sentences("x (y): 由{{ head }}抓【(!n) 好】{{ k | trim }}。", "y=是 n=0 level=镇 k=1")
    values = (Span("镇长", ("level",)), Span("《一》", ("k",)))
    assert sentence.spans == (Span("由"), values[0], Span("抓好"), values[1], Span("。"))
    assert (sentence.id, sentence.depends) == ("s.x", ("y", "n"))
    (listed,) = sentences("x: 【* {{ l }}】。", "l=甲/乙")
    assert [span for span in listed.spans if span.questions] == [Span("甲", ("l",), 1), Span("乙", ("l",), 2)]


@given(
    st.lists(st.sampled_from("，、；"), min_size=2, max_size=3),
    st.sets(st.sampled_from("abcd"), min_size=1),
    st.sampled_from(["", "开头", "开头，"]),
    st.sampled_from(["", "，结尾"]),
)
@settings(max_examples=150, deadline=None)
def test_marks_stay_single_and_inside_whatever_drops(marks: list[str], held: set[str], head: str, tail: str) -> None:
    clauses = [f"【{letter}{{{{ {letter} }}}}】" for letter in "abcd"[: len(marks) + 1]]
    body = "".join(clause + mark for clause, mark in zip(clauses, [*marks, ""], strict=True))
    text = written(f"x: {head}{body}{tail}。", " ".join(f"{letter}=1" for letter in held))
    assert not re.search(r"[，、；]{2}|[，、；]。|^[，、；]", text)
    assert [letter for letter in "abcd"[: len(clauses)] if letter in held] == re.findall("([a-d])1", text)
