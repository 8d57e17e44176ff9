"""An answers file: what it may hold, and that it is heard just as the chat would hear it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.channels.terminal import CHAT
from bot.content.answers_file import read_answers
from bot.content.content import Content
from bot.demo import play
from bot.desk import Desk
from bot.errors import ContentError, SettingsError
from bot.report.compose import compose
from bot.report.text import text

HEAD = "pack: law_based_government\nyear: 2025\n"


def told(content: Content, folder: Path, body: str, head: str = HEAD) -> list[str]:
    """What is wrong with a file, a line each, without its path; nothing where it is good."""
    file = folder / "answers.yaml"
    file.write_text(head + body, encoding="utf-8")
    try:
        read_answers(file, content.pack)
    except ContentError as error:
        return [f"{problem.line} {problem.text}" for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("answers:\n  slogan: 党建引领\n", []),
        ("answers: []\n", ["3 “answers”要写成一行一个"]),
        ("answers:\n  slogan:\n", ["4 题“slogan”没有写答案"]),
        ("answers:\n  problems: {a: b}\n", ["4 题“problems”没有写答案"]),
        ("answers:\n  problems: 没有\n", ["4 题“problems”：这一题不能这样答"]),
        ("answers:\n  problems: [甲事, 甲事]\n", ["4 题“problems”：✓ 这一条已经有了".replace("✓ ", "")]),
        (
            "answers:\n  problems: [甲事]\n  causes: [乙（对应1）, 丙（对应2）]\n",
            ["5 题“causes”：对不上：“存在的问题”现在共1条"],
        ),
        ("answers:\n  last_plans: 1完成\n", ["4 "]),
        ("last_year:\n  next_steps: [甲]\nanswers:\n  last_plans: [2完成]\n", ["6 题“last_plans”：没有这一条"]),
        ("last_year:\n  next_steps: [甲]\nanswers:\n  last_plans: [甲做了]\n", ["6 题“last_plans”：“甲做了”没看出"]),
        ("last_year:\n  next_steps: [甲, 乙]\nanswers:\n  last_plans: [完成, 没做]\n", []),
        ("answers:\n  slogan: 完成\n", ["4 题“slogan”：“完成”是按钮上的字"]),
        ("answers:\n  problems: [甲事, 乙事👍]\n", ["4 题“problems”：“👍”这样的字符"]),
        ("unit:\n  county: 丰泽\U0001f44d县\nanswers: {}\n", ["4 题“county”：“👍”这样的字符"]),
        ("answers:\n  slogan: 换年度\n", ["4 题“slogan”：“换年度”是按钮上的字"]),
        ("answers:\n  publicity_events: 16头\n", ["4 题“publicity_events”：单位“头”"]),
        ("answers:\n  slogann: 甲\n", ["4 没有题号“slogann”，是不是“slogan”？"]),
        ("answers: {}\nform: {signature: joint}\n", ["4 “form”里没有“signature”"]),
        (
            "unit:\n  county: 丰泽县\n  place: 柳河镇\n  level: 乡\nanswers: {}\n",
            ["6 题“level”：按前面写的地名，这里是“镇”"],
        ),
    ],
)
def test_what_the_chat_would_refuse_is_reported_with_its_line(
    content: Content, tmp_path: Path, body: str, wrong: list[str]
) -> None:
    found = told(content, tmp_path, body)
    assert len(found) == len(wrong)
    assert all(line.startswith(start) for line, start in zip(found, wrong, strict=True)), found


@pytest.mark.parametrize("year", ["9999", "1999", "今年"])
def test_a_year_out_of_reach_is_a_fault_and_no_crash(content: Content, tmp_path: Path, year: str) -> None:
    assert told(content, tmp_path, "answers: {}\n", f"year: {year}\n")[0].startswith("1 “year”要写")


def test_a_file_that_is_not_there_is_said(content: Content, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="没有"):
        read_answers(tmp_path / "nothing.yaml", content.pack)


def test_a_sensitive_answer_in_a_file_is_taken_and_told_with_its_line(content: Content, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(f"{HEAD}answers:\n  problems:\n    - 甲事\n    - 乙事13812345678\n", encoding="utf-8")
    answers = read_answers(file, content.pack)
    assert [(doubt.line, "电话号码" in doubt.text) for doubt in answers.sensitive] == [(6, True)]
    assert [answer.typed for answer in answers.dossier.answers] == ["甲事", "乙事13812345678"]


def test_a_demo_stands_by_what_is_sensitive_and_plays_on(desk_at: Callable[[], Desk], tmp_path: Path) -> None:
    file, desk = tmp_path / "answers.yaml", desk_at()
    body = "unit:\n  county: 黔江区\nanswers:\n  slogan: 党建13812345678\n  problems: [甲事, 秘密★1年]\n  causes: 甲\n"
    file.write_text(HEAD + body, encoding="utf-8")
    answers = read_answers(file, desk.content.pack)
    play(desk, answers, lambda _: None)
    assert {
        (answer.question, answer.value) for answer in desk.store.dossier_of(CHAT).answers if answer.source == "typed"
    } == {(answer.question, answer.value) for answer in answers.dossier.answers}


def test_last_years_answers_are_shown_and_not_printed(content: Content, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(f"{HEAD}last_year:\n  leaflets: 4321份\nanswers:\n  audience: 99人次\n", encoding="utf-8")
    answers = read_answers(file, content.pack)
    assert {answer.year for answer in answers.dossier.answers} == {2024, 2025}
    written = text(compose(content.pack, content.prose, "work_summary", answers.dossier, 2025))
    assert "99人次" in written
    assert "4321" not in written
