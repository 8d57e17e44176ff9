"""An answer beside last year's: what is told of the change, and where nothing is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.interview.answers import Clock, understand
from bot.interview.comparison import with_last_year
from bot.interview.events import Answer, Dossier, Member
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.values import Nothing
from tests.short import CONTENT

PACK = CONTENT.pack
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)


def given(question: str, typed: str, year: int) -> Answer:
    heard = understand(PACK.asked[question], typed, Clock(year, AT.date()))
    assert isinstance(heard, tuple | Nothing), heard
    return Answer(year, question, heard[0] if isinstance(heard, tuple) else heard, typed, AT)


@pytest.mark.parametrize(
    ("question", "last", "now", "told"),
    [
        ("publicity_events", "4次", "16次", "去年4次，多12次"),
        ("publicity_events", "20次", "25次", "去年20次，多5次，+25%"),
        ("publicity_events", "25次", "20次", "去年25次，少5次，－20%"),
        ("publicity_events", "16次", "十六次", "去年16次，与去年一样"),
        ("publicity_events", "4场", "16次", "去年4场"),
        ("leaflets", "4800余份", "5000份", "去年4800余份"),
        ("leaflets", "4800份", "约5000份", "去年4800份"),
        ("leaflets", "20份", "5000份", "去年20份，多4980份"),
        ("leaflets", "1000份", "1.3万份", "去年1000份，多1.2万份"),
        ("leaflets", "5000份", "5001份", "去年5000份，多1份"),
        ("publicity_events", "16次", "没有", "去年16次"),
        ("publicity_events", "16次", "待问同事", "去年16次"),
        ("fines", "1000元", "1500元", "去年1000元，多500元，+50%"),
        ("law_in", "1", "2", "去年“法律六进”"),
        ("law_in", "1", "1", ""),
        ("who_enforces", "是", "是", ""),
        ("peace_goal", "平安白土", "平安乡村", ""),
    ],
)
def test_a_change_is_told_where_two_answers_compare(question: str, last: str, now: str, told: str) -> None:
    answers: tuple[Answer, ...] = (given(question, last, 2024), given(question, now, 2025))
    if question == "fines":
        answers += (given("penalties", "58件", 2024), given("penalties", "58件", 2025))
    dossier = Dossier("白土乡人民政府", Member("小李", "owner"), None, (2024, 2025), answers)
    scene = Scene(PACK, dossier, Session(State.ASKING, 2025, question))
    assert with_last_year(scene, scene.entry) == told
