"""Offered answers that could be sent back as they are, never, or for nothing are found in their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.content import read_content
from tests.content.test_lint import home, place, plant, problems

__all__ = ["home"]

OFFERS = "\n    offers:\n      team: {}\n      aim: {}\n"
SOUND = {
    "problems": ("problems.yaml", ("人（……）少", "普（……）泛")),
    "causes": ("problems.yaml", ("编（……）满", "查（……）少")),
    "next_steps": ("next_steps.yaml", ("训（……）练", "分（……）众")),
}


@pytest.fixture
def offering(home: Path) -> Path:
    """The sound content, with two answers offered at the problems, at their causes and at the plans."""
    for question, (path, texts) in SOUND.items():
        plant(home, path, f"id: {question}\n", f"id: {question}{OFFERS.format(*texts)}")
    return home


def test_offers_that_are_sound_are_read_in_their_order(offering: Path) -> None:
    questions = read_content(offering).pack.questions
    assert questions["causes"].offers == {"team": "编（……）满", "aim": "查（……）少"}


MANY = "".join(f"\n      k{number}: 第{number}（……）" for number in range(19))
FAULTS = [
    ("problems.yaml", "team: 编", "teem: 编", "teem: 编", "题“problems”的 offers 里没有“teem”，是不是“team”？"),
    ("problems.yaml", "team: 编", "teem: 编", "team: 人", "题“causes”的 offers 里没有“team”，请补上，或从这里删去"),
    ("problems.yaml", "      team: 编（……）满\n", "", "team: 人", "题“causes”的 offers 里没有“team”，请补上"),
    ("next_steps.yaml", "team: 训", "teem: 训", "teem: 训", "题“problems”的 offers 里没有“teem”，是不是“team”？"),
    ("problems.yaml", "aim: 普", "plan: 普", "plan: 普", "题“next_steps”的 offers 里没有“plan”，请补上"),
    ("problems.yaml", "aim: 普（……）泛", "aim: 人（……）少", "aim: 人", "说法“aim”与“team”一样，请删去一个"),
    ("problems.yaml", "普（……）泛", "普法泛", "普法泛", "说法“aim”里没有（……），不改就能发回来"),
    ("problems.yaml", "普（……）泛", "普（农村）泛", "普（农村", "说法“aim”里没有（……）"),
    ("problems.yaml", "普（……）泛", "一是普（……）泛", "一是普", "说法“aim”发回来读不成原样的一条，请写成一行"),
    ("problems.yaml", "普（……）泛", "普（……）泛。", "普（……）泛。", "说法“aim”发回来读不成原样的一条"),
    ("problems.yaml", "team: 人（……）少", "team: [人（……）少]", "team: [", "说法“team”里没有（……）"),
    ("problems.yaml", "aim: 普", "普法: 普", "普法: 普", "说法的编号“普法”请用英文字母，30个以内"),
    (
        "problems.yaml",
        "aim: 普（……）泛",
        f"aim: 普（……）泛{MANY}",
        "offers:",
        "“offers”要写成一行一个“编号: 说法”，1至20个",
    ),
    ("closing.yaml", "kind: date", "kind: date\n    offers: {a: （……）事}", "offers: {a", "类型“date”不能有“offers”"),
    (
        "last.yaml",
        "",
        "title: 空\nquestions:\n- {id: l, ask: 甲, label: 乙, kind: list, offers: 甲}",
        "id: l",
        "1至20个",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "at", "says"), FAULTS)
def test_a_fault_of_an_offer_is_reported_in_its_line(
    offering: Path, path: str, old: str, new: str, at: str, says: str
) -> None:
    plant(offering, path, old, new)
    if path == "last.yaml":
        plant(offering, "pack.yaml", "sections: [", "sections: [last, ")
    where = place(offering, path, at)
    assert [p for p in problems(offering) if (p.path, p.line) == where and says in p.text], problems(offering)
