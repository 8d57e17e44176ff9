"""Whole documents from answers files, compared with golden ones that were read by eye."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.content.answers_file import read_answers
from bot.content.content import Content
from bot.report.blocks import Document
from bot.report.compose import compose
from bot.report.text import text
from tests.report.spans import sentences_of

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


def sections_of(document: Document, content: Content) -> set[str]:
    """The sections a document says something of."""
    return {sentence.id.partition(".")[0] for sentence in sentences_of(document)} & set(content.prose.sections)


def test_the_brief_says_something_of_every_section_and_keeps_its_lists_as_long_as_there_is_room(
    content: Content,
) -> None:
    answers = read_answers(content.sample, content.pack)
    brief, whole = (
        compose(content.pack, content.prose, id_, answers.dossier, answers.year) for id_ in ("brief", "work_summary")
    )
    assert sections_of(brief, content) == sections_of(whole, content) - {"opening"}
    assert 900 < sum(map(len, text(brief).split())) <= 1000
    assert "三是" in next(line for line in text(brief).splitlines() if "执法人员多为兼职" in line)


def test_no_paragraph_is_too_long_and_a_short_one_stands_alone_only_where_it_must(content: Content) -> None:
    for name in TOWNSHIPS:
        lines = [line.strip("　") for line in written(content, name).splitlines()]
        assert max(map(len, lines)) <= 250, name
        assert sum(len(line) < 20 for line in lines if line.endswith("。")) <= 2, name


@pytest.mark.parametrize(("typed", "alone"), [("每周一学。", False), ("每周一学。\n每月一考。", True)])
def test_short_own_words_run_on_and_those_of_several_paragraphs_stand_alone(
    content: Content, tmp_path: Path, typed: str, *, alone: bool
) -> None:
    file = yaml.safe_load(content.sample.read_text(encoding="utf-8"))
    file["answers"]["study_more"] = typed
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump(file, allow_unicode=True, sort_keys=False), encoding="utf-8")
    answers = read_answers(path, content.pack)
    lines = text(compose(content.pack, content.prose, "work_summary", answers.dossier, answers.year)).splitlines()
    assert ("　　每周一学。" in lines) == alone
    assert any("能力。每周一学。" in line for line in lines) != alone
