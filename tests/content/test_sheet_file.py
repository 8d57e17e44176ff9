"""A filled 题单 as a file: the same report as from the answers file it was made of, and every fault with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.answers_file import read_answers
from bot.content.sheet_file import read_given
from bot.errors import ContentError
from bot.interview.outline import outline
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.report.compose import compose
from bot.report.text import text
from tests.short import CONTENT

PACK = CONTENT.pack
HEAD = "【题单】黔江区白土乡人民政府2025年度"


def written(folder: Path, content: str) -> Path:
    file = folder / "题单.txt"
    file.write_text(content, encoding="utf-8")
    return file


def test_the_sheet_of_an_answers_file_gives_the_same_report(tmp_path: Path) -> None:
    given = read_answers(CONTENT.sample, PACK)
    dossier = replace(given.dossier, unit="黔江区白土乡人民政府")
    sheet = "\n\n".join(outline(Scene(PACK, dossier, Session(State.MENU, 2025)), "whole"))
    read = read_given(written(tmp_path, sheet), PACK)
    reports = [text(compose(PACK, CONTENT.prose, "work_summary", each.dossier, 2025)) for each in (given, read)]
    assert reports[0] == reports[1]


def test_all_that_cannot_be_taken_is_reported_at_once_with_its_line(tmp_path: Path) -> None:
    file = written(tmp_path, f"\n{HEAD}\n5.4 普法活动：好多\n\n5.5 普法受众：3000\n6.4：183件\n谢谢")
    with pytest.raises(ContentError) as raised:
        read_given(file, PACK)
    told = [str(problem).removeprefix(str(file)) for problem in raised.value.problems]
    assert [line.split(" ")[0] for line in told] == [":3:", ":5:", ":6:", ":7:"]


@pytest.mark.parametrize("head", ["", f"{HEAD}\n【题单】黔江区白土乡人民政府2024年度"])
def test_a_sheet_without_its_year_or_of_two_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(ContentError, match="题单"):
        read_given(written(tmp_path, f"{head}\n5.4 普法活动：16\n5.5 发放宣传资料：5000"), PACK)


def test_what_is_sensitive_is_told_and_written(tmp_path: Path) -> None:
    read = read_given(written(tmp_path, f"{HEAD}\n5.4 普法活动：16\n6.1 平安创建：联系13812345678"), PACK)
    assert [problem.line for problem in read.sensitive] == [3]
    assert {answer.question for answer in read.dossier.answers} == {"publicity_events", "peace_goal"}


def test_an_answers_file_is_read_as_before() -> None:
    assert read_given(CONTENT.sample, PACK) == read_answers(CONTENT.sample, PACK)
