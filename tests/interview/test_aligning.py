"""A paragraph that comes back changed: what stayed, what was changed, and that all of it together is what came back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.interview.aligning import Change, align, sentences

A, B, C = "一是健全学法制度。", "全年开展活动16次，受众3000余人次。", "着力提升能力。"


def put_together(units: list[str], changes: tuple[Change, ...]) -> str:
    texts, at = [], 0
    for change in changes:
        texts += [*units[at : change.start], change.text]
        at = change.end
    return "".join([*texts, *units[at:]])


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (A + B + C, ()),
        (A + C, (Change(1, 2, ""),)),
        (B + C, (Change(0, 1, ""),)),
        (A + "全年开展活动18次，受众3000余人次。" + C, (Change(1, 2, "全年开展活动18次，受众3000余人次。"),)),
        (A + B + "又说一句。" + C, (Change(2, 2, "又说一句。"),)),
        ("先说一句。" + A + B + C, (Change(0, 0, "先说一句。"),)),
        (A + B + C + "最后一句。", (Change(3, 3, "最后一句。"),)),
        ("另写一段。", (Change(0, 3, "另写一段。"),)),
        (
            "一是健全制度。全年开展活动18次，受众3000余人次。" + C,
            (Change(0, 1, "一是健全制度。"), Change(1, 2, "全年开展活动18次，受众3000余人次。")),
        ),
        (
            "一是健全各项学法制度。其他的话。全年开展活动18次，受众3000余人次。" + C,
            (
                Change(0, 1, "一是健全各项学法制度。"),
                Change(1, 1, "其他的话。"),
                Change(1, 2, "全年开展活动18次，受众3000余人次。"),
            ),
        ),
        (A + "据统计，" + B + C, (Change(1, 2, "据统计，" + B),)),
        (B + A + C, (Change(0, 1, ""), Change(2, 2, A))),
    ],
)
def test_what_is_as_it_was_stays_and_the_rest_is_a_change(text: str, changes: tuple[Change, ...]) -> None:
    assert align([A, B, C], text) == changes


@pytest.mark.parametrize("text", ["甲。" * 9_000, "甲" * 20_000, "甲乙丙丁。" * 3_000, "。" * 9_000])
@pytest.mark.parametrize("units", [["甲。"] * 200, ["甲" * 12_000 + "。", "甲。"], ["甲乙丙。"] * 40])
def test_a_paste_of_any_length_is_held_against_the_paragraph_at_once(units: list[str], text: str) -> None:
    assert put_together(units, align(units, text)) == text


WORDS = st.text(st.sampled_from("甲乙丙1。！”，\n"), max_size=12)


@given(st.lists(WORDS.filter(bool), max_size=5), WORDS)
def test_sentences_with_their_changes_are_the_text_that_came_back(units: list[str], text: str) -> None:
    changes = align(units, text)
    assert put_together(units, changes) == text
    assert all(one.end <= two.start for one, two in pairwise(changes))


@given(st.lists(WORDS.filter(bool), max_size=5))
def test_a_paragraph_that_comes_back_as_it_was_is_no_change(units: list[str]) -> None:
    assert align(units, "".join(units)) == ()


@given(WORDS)
def test_sentences_are_all_of_a_text(text: str) -> None:
    assert "".join(sentences(text)) == text
