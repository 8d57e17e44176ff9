"""Whole documents from answers files, compared with golden ones that were read by eye."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import Content
from bot.report.compose import compose
from bot.report.text import text

HERE = Path(__file__).parent.parent / "documents"
TOWNSHIPS = ("白土乡", "青石街道", "柳河镇", "石塘镇", "云台街道")


def written(content: Content, name: str) -> str:
    file = content.sample if name == "白土乡" else HERE / f"{name}.yaml"
    answers = read_answers(file, content.pack)
    return text(compose(content.pack, content.prose, "work_summary", answers.dossier, answers.year, answers.wording))


@pytest.mark.parametrize("name", TOWNSHIPS)
def test_the_document_of_an_answers_file_is_the_golden_one(
    content: Content, golden: Callable[[str, str], None], name: str
) -> None:
    golden(f"documents/{name}.txt", written(content, name))


@pytest.mark.parametrize("name", TOWNSHIPS)
def test_no_mark_is_doubled_and_no_clause_empty(content: Content, name: str) -> None:
    assert not re.search(r"[，、；：。]{2}|（）|“”|《》|：。|[，、；]\n", written(content, name))
