"""The benchmark runs: its officials understand what our bot asks, and every one of them is answered."""

from __future__ import annotations

from pathlib import Path

from bot.channels import telegram
from tests.benchmark import echo, processes
from tests.benchmark.contenders import COMMANDS, OURS
from tests.benchmark.copies import add_officials, make_database
from tests.benchmark.interview import play
from tests.benchmark.plan import Plan


def test_every_official_is_asked_and_answered_on(tmp_path: Path) -> None:
    interview, file = play(tmp_path), tmp_path / "wengao.db"
    make_database(file)
    everyone = add_officials(file, interview, chats=5, spares=1)
    plan = Plan(interview.script, tuple(everyone[:5]), tuple(everyone[5:]), updates=60)
    result = processes.measure(COMMANDS[OURS], file, plan)
    assert result.answered >= 60
    assert result.strays == ()


def test_the_bots_compared_have_as_many_connections_as_ours() -> None:
    assert echo.CONNECTIONS == telegram.CONNECTIONS
