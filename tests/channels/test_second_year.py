"""The second year of a township whose first is in the database, as it reads in a terminal and on a phone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.terminal import CHAT as TERMINAL
from bot.channels.terminal import to_input, turn
from bot.content.answers_file import read_answers
from bot.interview.events import Fact, Opened, Turn
from bot.interview.session import Session, State
from tests.botapi import BotApi, User, transcript
from tests.channels.lives import CHAT, TO, Open, joined, running
from tests.channels.test_telegram import act
from tests.channels.test_terminal import TESTS, typed

AT = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)


def first_year(open_desk: Open, chat: str) -> None:
    """Answer the sample's year as if it were long ago."""
    desk = open_desk()
    given = read_answers(desk.content.sample, desk.content.pack).dossier.answers
    answers: tuple[Fact, ...] = tuple(answer._replace(message=None) for answer in given)
    with desk.store.transaction():
        if chat == TERMINAL:
            desk.store.ensure_local(chat, AT)
        turn_ = Turn(Session(State.MENU, 2025, "", 1000), (Opened(2025), *answers), ())
        desk.store.save(chat, "first year", turn_, AT)
    desk.store.db.close()


def test_a_second_year_in_the_terminal_reads_as_its_transcript(
    desk_at: Open, golden: Callable[[str, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first_year(desk_at, TERMINAL)
    told: list[str] = []
    for line in typed((TESTS / "transcripts" / "第二年.txt").read_text(encoding="utf-8")):
        desk = desk_at()
        told.append(f"> {line}\n")
        turn(desk, TERMINAL, to_input(line, AT), told.append, lambda: AT)
        desk.store.db.close()
    seen = "\n".join(line.replace(f"{tmp_path}/", "/…/") for line in told if ".pdf" not in line)
    golden("transcripts/第二年.txt", seen)


SCRIPT = """
/start|[换年度]|[2026年]|[2.报告开头 ○]|[跳过]|[✓ 民生保障]|[完成]|[跳过]|[①纳入年度工作计划]|[②制定年度方案]
[④履行第一责任人职责]|[都对]|1 3|[部分完成]|已举办培训2次，还差1次
2完成 接待群众130人次；3未完成，经费没有落实|[已完成]|[完成]|[都对]|/menu|[11.问题原因 ○]
普法针对性不够强<br>专业人员不足|2移到1|[改2]|普法形式单一|[完成]|人员编制少（对应①）|[补写②]|经费不足|[改1]
[对应②]|[返回]|[完成]
"""


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        api.world.clock = AT.timestamp
        yield api


async def test_a_second_year_on_a_phone_with_a_new_process_for_every_message_reads_as_its_transcript(
    api: BotApi, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    user: User = api.user(CHAT)
    joined(desk_at, "黔江区", "都对")
    first_year(desk_at, TO)
    for line in re.split(r"[|\n]", SCRIPT.strip()):
        async with running(api, desk_at()):
            act(user, line.replace("<br>", "\n"))
    assert {call.status for call in api.calls if call.method != "getUpdates"} == {200}
    golden("transcripts/电报第二年.txt", transcript(user.chat))
