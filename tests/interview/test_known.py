"""Entries are derived when looked up: in whatever order, with one result, and no more of them than it takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.answers_file import read_answers
from bot.interview.events import Answer, Dossier
from bot.interview.known import Known, know
from tests.short import CONTENT

PACK = CONTENT.pack
SAMPLE = read_answers(CONTENT.sample, PACK).dossier
QUESTIONS = list(PACK.questions)


def known(answers: tuple[Answer, ...]) -> Known:
    return know(PACK, Dossier("黔江区白土乡人民政府", answers=answers), 2025)


@given(st.permutations(QUESTIONS), st.sets(st.sampled_from(SAMPLE.answers)))
@settings(max_examples=40, deadline=None)
def test_every_order_of_looking_up_gives_the_same(order: list[str], left_out: set[Answer]) -> None:
    answers = tuple(answer for answer in SAMPLE.answers if answer not in left_out)
    in_order = dict(known(answers).entries)
    in_disorder = known(answers).entries
    assert {question: in_disorder[question] for question in order} == in_order


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        ("publicity_events", {"publicity_events"}),
        ("government_head", {"government_head", "level", "place"}),
        ("group_leader", {"group_leader", "leading_group", "party_head", "government_head", "level", "place"}),
    ],
)
def test_looking_at_one_question_derives_only_what_it_follows_from(question: str, needed: set[str]) -> None:
    entries = known(SAMPLE.answers).entries
    assert entries[question].applies
    assert set(entries._derived) <= needed
