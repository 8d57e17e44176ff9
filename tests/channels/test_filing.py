"""Looking over, filing and tracing a figure as whole conversations, in a terminal and at Telegram, over restarts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path

import pytest

from bot.channels.terminal import CHAT as TERMINAL
from bot.content.answers_file import read_answers
from bot.desk import Desk
from bot.interview.events import Fact, Opened, Turn
from bot.interview.session import Session, State
from tests.botapi import BotApi, Message, User, transcript
from tests.channels.lives import CHAT, TO, Open, invited, joined, running
from tests.channels.test_terminal import played
from tests.conftest import AT

EVE = ("撤回定稿", "数据有误", "查 183", "185", "定稿", "定稿")
"""The eve of the deadline: withdraw, find where a figure comes from, change it, see what changed, file again."""

MOST_ACTIONS = 6

FILING = """
/file|先去核对|核对这一节|6|核对这一段|查 183|查 182|返回|查 1830|查 5000余份|查第6段|改③|/read|8|核对这一段
/file|历次定稿|取消|/file|定稿|/menu|5|1|《宪法》|/read|/draft|查 16|撤回定稿|领导要求改数，重新报送
18|查 16哪来的|/find 化解|/find|定稿|定稿|第1稿|第3稿|目录
"""


@pytest.fixture
async def api(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        api.world.clock = AT.timestamp
        monkeypatch.setattr("bot.channels.telegram_form.now", lambda: AT)
        yield api


@pytest.fixture
def user(api: BotApi) -> User:
    return api.user(CHAT)


def answered_all(desk: Desk, chat: str, *facts: Fact) -> None:
    """Let a member have answered the sample."""
    sample = read_answers(desk.content.sample, desk.content.pack).dossier.answers
    session = Session(State.MENU, 2025, "", 7)
    with desk.store.transaction():
        desk.store.save(chat, "sample", Turn(session, (Opened(2025), *sample, *facts), ()), AT)


def in_terminal(desk_at: Open) -> None:
    desk = desk_at()
    desk.store.ensure_local(TERMINAL, AT)
    answered_all(desk, TERMINAL)
    desk.store.db.close()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("定稿前夜", ("/file", "定稿", *EVE)),
        ("核对和定稿", tuple(re.split(r"[|\n]", FILING.strip()))),
    ],
)
def test_filing_in_a_terminal_over_restarts_reads_as_its_transcript(
    desk_at: Open,
    golden: Callable[[str, str], None],
    name: str,
    lines: Iterable[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    in_terminal(desk_at)
    told = played(desk_at, lines)
    golden(f"transcripts/{name}.txt", re.sub(r"/…/(\w+)-2\.docx", r"/…/\1.docx", told))


async def test_the_eve_of_the_deadline_takes_six_actions_part_of(
    api: BotApi, user: User, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    joined(desk_at)
    desk = desk_at()
    answered_all(desk, TO)
    desk.store.db.close()
    for text in ("/file", "[定稿]"):
        await do(api, user, desk_at, text)
    before = len(mine(user))
    first = reports(user)[-1]
    actions = ("[撤回定稿]", "[数据有误]", "查 183", "185", "[定稿]", "[定稿]")
    for text in actions:
        await do(api, user, desk_at, text)
    assert len(mine(user)) - before + actions_pressed(actions) <= MOST_ACTIONS
    second = reports(user)[-1]
    assert (first.count("183"), second) == (1, first.replace("183件次", "185件次"))
    told = "\n".join(message.text for message in user.messages if message.from_bot)
    assert "〔6〕原：全年共调解矛盾纠纷183件次" in told
    assert {call.status for call in api.calls if call.method != "getUpdates"} == {200}
    golden("transcripts/电报定稿前夜.txt", transcript(user.chat))


async def do(api: BotApi, user: User, desk_at: Open, text: str) -> None:
    """Do one thing to a bot started anew."""
    async with running(api, desk_at()):
        if text.startswith("["):
            user.press(text[1:-1])
        else:
            user.say(text)


def mine(user: User) -> list[Message]:
    return [message for message in user.messages if not message.from_bot]


def actions_pressed(actions: Iterable[str]) -> int:
    """Presses leave no message."""
    return sum(text.startswith("[") for text in actions)


def reports(user: User) -> list[str]:
    """The texts of the report that were sent."""
    texts = [message.text for message in user.messages if message.from_bot]
    return [text for text in texts if "全年共调解矛盾纠纷" in text and "〔" not in text]


async def test_who_is_no_owner_looks_over_and_may_not_file_and_learns_why_an_answer_is_refused(
    api: BotApi, user: User, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    joined(desk_at)
    desk = desk_at()
    answered_all(desk, TO)
    desk.store.db.close()
    editor, code = api.user(CHAT + 1, "小王"), invited(desk_at)
    for text in (f"/start {code}", "小王", "/file", "/read", "[核对这一节]", "查 183", "[改]"):
        await do(api, editor, desk_at, text)
    for text in ("/file", "[定稿]"):
        await do(api, user, desk_at, text)
    for text in ("184", "/file", "[第1稿]", "/read", "[下一节]", "/find 183", "184"):
        await do(api, editor, desk_at, text)
    golden("transcripts/电报定稿.txt", transcript(editor.chat).replace(code, "邀请码"))
