"""Units that are as good as a question's own are taken and printed as written; others are not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.content import read_content
from bot.interview.answers import Clock, understand
from bot.interview.values import value_text

PACK = read_content().pack
CLOCK = Clock(2025, date(2026, 1, 8))


@pytest.mark.parametrize(
    ("question", "typed", "read"),
    [
        ("publicity_events", "3期", "3期"),
        ("publicity_events", "约20堂", "约20堂"),
        ("publicity_events", "16", "16次"),
        ("publicity_events", "16人", ""),
        ("disputes_mediated", "183例", "183例"),
        ("disputes_mediated", "183份", ""),
        ("audience", "3000名", "3000名"),
        ("leaflets", "5000余张", "5000余张"),
        ("officers", "6位", "6位"),
    ],
)
def test_a_unit_alike_is_taken_as_written(question: str, typed: str, read: str) -> None:
    understood = understand(PACK.questions[question], typed, CLOCK)
    assert (value_text(understood[0]) if isinstance(understood, tuple) else "") == read


def test_only_a_questions_own_units_are_shown() -> None:
    assert PACK.questions["publicity_events"].units == ("次", "场", "个")
    assert "期" in PACK.questions["publicity_events"].also
    assert PACK.questions["fines"].also == ()
