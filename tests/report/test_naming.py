"""What a file is called, and where a line of a title may be broken, whatever somebody wrote."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.content.content import read_content
from bot.interview.events import Answer, Dossier
from bot.interview.values import Words
from bot.report.blocks import Title
from bot.report.compose import compose
from bot.report.naming import LONGEST, file_name

CONTENT = read_content()
AT = datetime(2026, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("黔江区白土乡2025年度法治政府建设工作总结", "黔江区白土乡2025年度法治政府建设工作总结"),
        ("../../etc/passwd", "etcpasswd"),
        ("C:\\甲.docx", "C甲.docx"),
        ('甲*?"<>|乙', "甲乙"),
        (".甲. ", "甲"),
        (" ...", ""),
        ("甲\n乙\x00丙", "甲乙丙"),
        ("甲｜乙：丙“丁”", "甲｜乙：丙“丁”"),
        ("长" * 61, "长" * 60),
        ("长" * 58 + "...甲", "长" * 58),
    ],
)
def test_a_text_becomes_a_name_that_any_system_takes(text: str, name: str) -> None:
    assert file_name(text) == name


@given(st.text())
@example("/.")
@example("長" * 59 + " ..")
def test_no_name_has_a_sign_a_system_forbids(text: str) -> None:
    name = file_name(text)
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f\x7f]|^[. ]|[. ]$', name)
    assert len(name) <= LONGEST
    assert file_name(name) == name


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("黔江区白土乡人民政府", ["黔江区", "白土乡", "人民政府"]),
        ("重庆市黔江区白土乡人民政府", ["重庆市黔江区", "白土乡", "人民政府"]),
        ("黔江区白土乡人民政府（筹）", ["黔江区", "白土乡", "人民政府", "（筹）"]),
        ("白土乡政府", ["白土乡", "政府"]),
        ("重庆市｜某街道办", ["重庆市｜某街道办"]),
    ],
)
def test_the_name_of_a_unit_may_be_broken_behind_its_county_and_its_place(name: str, pieces: list[str]) -> None:
    answers = tuple(
        Answer(None, question, Words(text), text, AT)
        for question, text in {"county": "黔江区", "place": "白土乡", "unit_name": name}.items()
    )
    document = compose(CONTENT.pack, CONTENT.prose, "work_summary", Dossier(answers=answers, years=(2025,)), 2025)
    title = document.blocks[0]
    assert isinstance(title, Title)
    assert [span.text for span in title.lines[0].spans] == pieces
    assert {span.questions for span in title.lines[0].spans} == {("unit_name",)}
