"""The table of a year's answers opens in a spreadsheet, in Chinese, and runs nothing."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import Content
from bot.interview.events import Answer, Dossier
from bot.interview.values import Nothing, Number, Value, Words
from bot.report.sheet import sheet
from tests.conftest import AT


def rows(content: Content, dossier: Dossier) -> list[list[str]]:
    data = sheet(content.pack, dossier, 2025)
    assert data.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def said(question: str, value: Value | Nothing, item: int = 0, by: str = "小李") -> Answer:
    return Answer(2025, question, value, "原话", AT, item, item, by=by)


def test_every_answer_of_the_sample_has_its_row_in_the_order_of_the_questions(content: Content) -> None:
    dossier = read_answers(content.sample, content.pack).dossier
    head, *found = rows(content, dossier)
    assert head == ["节", "题", "答案", "谁", "时间"]
    labels = [content.pack.questions[id_].label for id_ in content.pack.questions]
    assert [row[1] for row in found] == sorted((row[1] for row in found), key=labels.index)
    assert len(found) == len([answer for answer in dossier.answers if answer.source != "default"])
    assert ["普法", "普法活动", "16次"] in [row[:3] for row in found]
    assert ["纠纷化解", "民转刑案件", "没有"] in [row[:3] for row in found]


def test_items_of_a_list_stand_each_in_a_row_and_nothings_are_said_in_words(content: Content) -> None:
    given = (said("problems", Words("甲"), 1), said("problems", Words("乙"), 2), said("leaflets", Nothing.LATER))
    answers = [row[2:4] for row in rows(content, Dossier("白土乡人民政府", answers=given))[1:]]
    assert answers == [["待问同事", "小李"], ["甲", "小李"], ["乙", "小李"]]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "＝1", '=HYPERLINK("x")'])
def test_nothing_that_was_typed_is_run_by_a_spreadsheet(content: Content, text: str) -> None:
    given = (said("problems", Words(text), 1, by=text),)
    ((_, _, answer, by, _),) = rows(content, Dossier("白土乡人民政府", answers=given))[1:]
    assert (answer, by) == (f"'{text}", f"'{text}")


def test_a_cell_of_several_lines_and_quotes_comes_back_as_it_was(content: Content) -> None:
    text = '第一行\n第二行，“引号”"quote", 逗号'
    given = (said("problems", Words(text), 1), said("leaflets", Number(Decimal(5), "5", "份")))
    assert [row[2] for row in rows(content, Dossier("", answers=given))[1:]] == ["5份", text]
