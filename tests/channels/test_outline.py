"""The 题单 in a messenger: given to be copied, pasted back whole or in pieces, sent back as a file; once, if twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from bot.channels.terminal import CHAT as LOCAL
from bot.channels.terminal import to_input, turn
from bot.desk import Desk
from bot.interview.events import Answer, Dossier
from bot.interview.outline import outline
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from tests.botapi import BotApi, User, transcript
from tests.channels.lives import CHAT, TO, UNIT, Open, invited, joined, running
from tests.conftest import AT

PROFILE = ("黔江区", "都对", "目录")
FILLED = """【题单】黔江区白土乡人民政府2025年度
法治政府建设年度报告（请司法所填，11题）

【5 普法】
5.2 谁执法谁普法（是/否）：是
5.4 普法活动（次/场）：十六场
5.5 发放宣传资料（份/册/本）：5000余份
5.6 普法受众（人次/人）：
5.6 普法活动：3000余人次
【6 纠纷化解】
6.4 调解矛盾纠纷（件/件次/起）：183件次
小李，都填好了"""
CHANGED = "5.4 普法活动：18场\n5.5 发放宣传资料：5000余份\n11.1-1 普法针对性不强\n11.1-2 人手不足"


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        api.world.clock = AT.timestamp
        yield api


@pytest.fixture
def user(api: BotApi, desk_at: Open) -> User:
    """An official at the menu of a draft whose profile is filled in."""
    joined(desk_at, *PROFILE)
    return api.user(CHAT)


def word(text: str, *, table: bool = False) -> bytes:
    """A Word file as somebody makes it of a sheet: a paragraph a line, or a table of two columns."""
    document, written = Document(), BytesIO()
    if not table:
        for line in text.split("\n"):
            document.add_paragraph(line)
    else:
        made = document.add_table(0, 2)
        for line in text.split("\n"):
            cells = made.add_row().cells
            cells[0].text, _, cells[1].text = line.partition("：")
    document.save(written)
    return written.getvalue()


def answers(desk_at: Open) -> dict[str, tuple[str, ...]]:
    """What a sheet stored, as it was typed there."""
    stored = desk_at().store.dossier_of(TO).answers
    given = [answer for answer in stored if answer.source == "imported"]
    return {each.question: tuple(a.typed for a in given if a.question == each.question) for each in given}


async def test_a_sheet_goes_out_and_comes_back_as_its_transcript(
    api: BotApi, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    code, user = invited(desk_at), api.user(CHAT)
    acts: list[Callable[[], object]] = [
        *(lambda text=text: user.say(text) for text in (f"/start {code}", "小李", "2025", *PROFILE)),
        lambda: user.press("题单"),
        lambda: user.press("司法所（11题缺11）"),
        lambda: user.say(FILLED),
        lambda: user.say("存吧"),
        lambda: user.press("全部存"),
        lambda: user.document("题单.txt", CHANGED.encode("gb18030")),
        lambda: user.press("只存没答过的"),
        lambda: user.document("题单.docx", word(CHANGED)),
        lambda: user.press("全部存"),
        lambda: user.document("题单.docx", word(CHANGED)),
        lambda: user.document("总结.txt", "今年工作总结".encode()),
    ]
    for act in acts:
        async with running(api, desk_at()):
            act()
    assert {call.status for call in api.calls if call.method != "getUpdates"} == {200}
    golden("transcripts/电报题单.txt", transcript(user.chat).replace(code, "邀请码"))


@pytest.mark.parametrize(
    "sent",
    [
        CHANGED.encode(),
        CHANGED.encode("utf-8-sig").replace(b"\n", b"\r\n"),
        CHANGED.encode("utf-16"),
        CHANGED.encode("gb18030"),
        word(CHANGED),
        word(CHANGED, table=True),
    ],
    ids=["utf-8", "notepad", "utf-16", "gb18030", "word", "table"],
)
async def test_a_file_is_read_however_it_was_saved(api: BotApi, user: User, desk_at: Open, sent: bytes) -> None:
    async with running(api, desk_at()):
        user.document("题单.docx" if sent.startswith(b"PK") else "题单.txt", sent)
        assert "新填3题" in (await user.next_message()).text
        user.press("全部存")
    assert {*answers(desk_at)} == {"publicity_events", "leaflets", "problems"}


async def test_a_word_file_that_is_no_sheet_is_examined_as_before(api: BotApi, user: User, desk_at: Open) -> None:
    async with running(api, desk_at()):
        user.document("总结.docx", word("5.4 万元用于普法\n一、基本情况"))
        told = await user.next_message()
    assert "P1" in told.text or "页边距" in told.text or "字体" in told.text
    assert desk_at().store.session_of(TO).state is State.MENU


async def test_a_file_fetched_twice_is_taken_once(api: BotApi, user: User, desk_at: Open) -> None:
    api.fault("getFile", "drop_after")
    async with running(api, desk_at()):
        user.document("题单.txt", CHANGED.encode())
    desk = desk_at()
    keys = [row["key"] for row in desk.store.db["updates"].rows if str(row["key"]).startswith(f"{TO}:")]
    assert len(keys) == 1
    assert len(desk.store.session_of(TO).held) == 1


async def test_a_sheet_pasted_in_pieces_is_one(api: BotApi, user: User, desk_at: Open) -> None:
    items = "\n".join(f"11.1-{number} {number}人少事多{'事' * 100}" for number in range(1, 60))
    text = f"5.4 普法活动：18场\n{items}"
    assert len(text) > 4096
    async with running(api, desk_at()):
        user.say(text[:4096])
        user.say(text[4096:])
        await user.next_message()
        await user.next_message()
        user.press("全部存")
    stored = answers(desk_at)
    assert (stored["publicity_events"], len(stored["problems"])) == (("18场",), 59)
    assert all(len(typed) > 100 for typed in stored["problems"])


async def test_an_edited_sheet_takes_the_place_of_what_it_was(api: BotApi, user: User, desk_at: Open) -> None:
    async with running(api, desk_at()):
        message = user.say("5.4 普法活动：18场\n5.5 发放宣传资料：5000余份")
        await user.next_message()
        user.edit(message.message_id, "5.4 普法活动：19场\n5.5 发放宣传资料：5000余份")
        await user.next_message()
        user.press("全部存")
    assert answers(desk_at) == {"publicity_events": ("19场",), "leaflets": ("5000余份",)}


async def test_what_a_colleague_changed_meanwhile_is_shown_before_it_is_stored(
    api: BotApi, user: User, desk_at: Open
) -> None:
    desk = desk_at()
    async with running(api, desk):
        user.say("5.4 普法活动：18场\n5.5 发放宣传资料：5000余份")
        shown = await user.next_message()
        with desk.store.transaction():
            turn_ = _given(desk, "publicity_events")
            desk.store._save_fact(TO, turn_, AT)
        user.press_on(shown.message_id, shown.keyboard[0][0].data or "")
        again = await user.next_message()
        assert answers(desk_at) == {}
        assert again.text.startswith(desk.content.pack.phrases["comparing_changed_since"])
        assert "17场→18场" in again.text
        user.press("全部存")
    assert answers(desk_at)["publicity_events"] == ("18场",)


def _given(desk: Desk, question: str) -> Answer:
    from bot.interview.answers import Clock, understand  # noqa: PLC0415 - for this alone

    understood = understand(desk.content.pack.asked[question], "17场", Clock(2025, AT.date()))
    assert isinstance(understood, tuple)
    return Answer(2025, question, understood[0], "17场", AT, by="小王")


async def test_a_sheet_too_long_for_a_message_comes_as_a_file_too_and_both_are_read_alike(
    api: BotApi, user: User, desk_at: Open
) -> None:
    async with running(api, desk_at()):
        user.say("\n".join(f"11.1-{n} {n}人少事多{'事' * 100}" for n in range(1, 30)) + "\n5.4 普法活动：18")
        await user.next_message()
        user.press("全部存")
        await user.next_message()
        user.say("/sheet")
        await user.next_message()
        user.press("全部（58题）")
    (document,) = [message for message in user.messages if message.from_bot and message.kind == "document"]
    assert document.file_name == f"【题单】{UNIT}2025年度.txt"
    upload = api.called("sendDocument")[0].uploads["document"].content
    texts = [m.text for m in user.messages if m.from_bot and m.text.startswith("【") and m.kind == "text"]
    desk = desk_at()
    scene = Scene(desk.content.pack, desk.store.dossier_of(TO), Session(State.MENU, 2025))
    assert upload.decode("utf-8-sig").replace("\r\n", "\n") == "\n\n".join(outline(scene, "whole"))
    assert "".join(texts[-2:]).replace("\n", "") == "".join(outline(scene, "whole")).replace("\n", "")


def test_the_terminal_takes_a_file_by_its_path(desk_at: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[str] = []
    desk = desk_at()
    with desk.store.transaction():
        desk.store.ensure_local(LOCAL, AT)
    (tmp_path / "填好.txt").write_text(CHANGED, encoding="gb18030")
    (tmp_path / "总结.txt").write_text("今年工作总结", encoding="utf-8")
    for line in ("/start", "2025", "/sheet 填好.txt", "全部存", "/sheet 没有.txt", "/sheet 总结.txt"):
        turn(desk, LOCAL, to_input(line, AT), told.append, lambda: AT)
    assert "新填3题" in told[2]
    assert told[-2].startswith("文件 没有.txt 打不开")
    assert told[-1].strip() == desk.content.pack.phrases["not_sheet"]
    assert {a.question for a in desk.store.dossier_of(LOCAL).answers} == {"publicity_events", "leaflets", "problems"}


def test_nobody_outside_a_unit_has_a_sheet_read(desk_at: Open) -> None:
    desk = desk_at()
    assert desk.store.dossier_of(TO) == Dossier()
