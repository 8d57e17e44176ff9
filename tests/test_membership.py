"""Several people in one unit, each in a chat of their own: who may do what, and what the others get to see of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.terminal import CHAT, shown, talk, to_input
from bot.desk import Desk
from bot.interview.inputs import Input, Pressed
from bot.interview.orders import Export, Invitation, Issue
from bot.interview.session import State
from bot.messages import File
from bot.storage.invites import make_invite
from tests.conftest import AT

UNIT = "黔江区白土乡人民政府"
CODE = re.compile("[2-9A-HJ-NP-Z]{16}")

SCRIPT = """
小李 /start 邀请码1 | 小李 小李 | 小李 2025年 | 小李 /invite | 小王 /start 邀请码2 | 小王 小王 | 小王 /invite
小王 /export | 小王 /erase | 小王 /members | 小王 [目录] | 小李 /leave
小李 /members | 小李 [移出2：小王] | 小李 [取消] | 小李 移出2：小王 | 小李 [确定移出] | 小王 [接着答] | 小王 16次
小李 [发邀请] | 小刘 /start 邀请码3 | 小刘 /leave | 小刘 取消 | 小刘 小刘
小李 /members | 小李 [交给2：小刘] | 小李 [确定交出] | 小李 /leave | 小李 [确定退出] | 小李 /draft
小刘 /members | 小刘 移出 | 小刘 /leave | 小刘 [取消] | 小刘 /export
小刘 /erase | 小刘 白土乡 | 小刘 黔江区白土乡人民政府 | 小刘 /start | 小刘 /start 邀请码3
"""


class Room:
    """People who write to the bot; a process of its own for each message."""

    def __init__(self, desk_at: Callable[[], Desk]) -> None:
        self.desk_at, self.count, self.at = desk_at, 0, AT
        self.codes: list[str] = []
        self.screens: dict[str, tuple[int, dict[str, str]]] = {}

    def acts(self, who: str, did: str) -> list[str]:
        """Do one thing; give what everybody gets, codes by their number."""
        desk, self.count = self.desk_at(), self.count + 1
        for number, code in enumerate(self.codes, 1):
            did = did.replace(f"邀请码{number}", code)
        desk.receive(who, f"{self.count}", self._input(who, did))
        told = []
        for chat in desk.store.chats_waiting():
            for outgoing in desk.store.unsent(chat):
                message = desk.message(outgoing)
                if message.rows:
                    buttons = {button.label: button.id for row in message.rows for button in row}
                    self.screens[chat] = (message.screen, buttons)
                names = (file.name for file in message.files if isinstance(file, File))
                files = "".join(f"<{name}>\n" for name in names)
                told.append(f"【{chat}】\n{self._masked(shown(message))}{files}")
                desk.store.mark_sent(outgoing, outgoing.id, AT)
        desk.store.db.close()
        return told

    def _input(self, who: str, did: str) -> Input:
        if did.startswith("["):
            screen, buttons = self.screens[who]
            return Pressed(self.at, screen, buttons[did[1:-1]])
        return to_input(did, self.at)

    def _masked(self, text: str) -> str:
        for code in CODE.findall(text):
            self.codes += [code] if code not in self.codes else []
            text = text.replace(code, f"邀请码{self.codes.index(code) + 1}")
        return text


@pytest.fixture
def room(desk_at: Callable[[], Desk]) -> Room:
    room, desk = Room(desk_at), desk_at()
    room.codes.append(make_invite(desk.store.db, UNIT, AT))
    desk.store.db.close()
    return room


def lines(script: str) -> list[list[str]]:
    return [line.strip().split(" ", 1) for line in re.split(r"[|\n]", script.strip())]


def test_a_unit_from_the_first_invite_to_its_erasure_reads_as_its_transcript(
    room: Room, golden: Callable[[str, str], None]
) -> None:
    told = []
    for who, did in lines(SCRIPT):
        told += [f"> {who}：{did}\n", *room.acts(who, did)]
    golden("transcripts/成员.txt", "\n".join(told))


JOINED = "小李 /start 邀请码1 | 小李 小李 | 小李 2025 | 小李 /invite | 小王 /start 邀请码2 | 小王 小王 | 小王 2025"


@pytest.fixture
def two(room: Room) -> Room:
    """An owner and an editor."""
    for who, did in lines(JOINED):
        room.acts(who, did)
    return room


def send(desk: Desk, who: str, *typed: str) -> None:
    """Let one write several messages, and send nothing yet."""
    for text in typed:
        desk.receive(who, desk.store.next_key(), to_input(text, AT))


def test_the_code_of_an_invite_made_in_a_chat_is_in_no_file(two: Room, tmp_path: Path) -> None:
    two.acts("小李", "/invite")
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert len(two.codes) == 3
    assert not any(code.encode() in stored for code in two.codes)


def test_an_invite_bears_the_link_of_its_channel(two: Room) -> None:
    desk = two.desk_at()
    desk = Desk(desk.store, desk.content, "https://t.me/some_bot?start=")
    send(desk, "小李", "/invite")
    text = desk.message(desk.store.unsent("小李")[0]).text
    (first, second) = CODE.findall(text)
    assert first == second
    assert text.endswith(f"https://t.me/some_bot?start={first}")
    desk.store.db.close()


def test_what_waits_for_one_who_is_put_out_is_withdrawn_and_only_the_farewell_goes_out(two: Room) -> None:
    desk = two.desk_at()
    send(desk, "小王", "/draft")
    under_way = desk.store.unsent("小王")
    assert [type(row.reply).__name__ for row in under_way] == ["Say", "Issue", "Ask"]
    send(desk, "小李", "/members", "移出2：小王", "确定移出")
    phrases = desk.content.pack.phrases
    waiting = desk.store.unsent("小王")
    assert [desk.message(row).text for row in waiting] == [phrases["removed_you"]]
    assert {desk.message(row).text for row in under_way} == {phrases["lapsed"]}
    assert not {row.id for row in waiting} & {row.id for row in under_way}
    for row in under_way:  # it was on its way when the member was put out
        desk.store.mark_sent(row, 9, AT)
    assert desk.store.unsent("小王") == waiting
    assert UNIT not in "".join(str(row) for row in desk.store.db["outbox"].rows_where("chat != '小李'"))
    desk.store.db.close()


def test_orders_of_one_who_is_owner_no_more_bring_nothing(two: Room) -> None:
    desk = two.desk_at()
    send(desk, "小李", "/invite", "/export", "/draft")
    orders = [row for row in desk.store.unsent("小李") if isinstance(row.reply, Invitation | Export | Issue)]
    send(desk, "小李", "/members", "交给2：小王", "确定交出")
    invites = len(list(desk.store.db["invites"].rows))
    invitation, export, issue = (desk.message(row) for row in orders)
    assert invitation.text == export.text == desk.content.pack.phrases["lapsed"]
    assert export.files == ()
    assert len(list(desk.store.db["invites"].rows)) == invites
    assert "年度法治政府建设工作总结" in issue.text  # an editor may draft
    desk.store.db.close()


def test_a_button_from_before_one_was_put_out_does_nothing_after_one_joined_again(two: Room) -> None:
    """Numbers of screens never come again in a chat, whatever unit it is in."""

    def walk(*did: str) -> set[int]:
        numbers = set()
        for one in did:
            two.acts("小王", one)
            desk = two.desk_at()
            numbers.add(desk.store.session_of("小王").screen)
            desk.store.db.close()
        return numbers

    before = walk("[接着答]", "[跳过]", "[目录]")
    old = two.screens["小王"]
    for who, did in lines("小李 /members | 小李 [移出2：小王] | 小李 [确定移出] | 小李 [发邀请]"):
        two.acts(who, did)
    two.at += timedelta(hours=1)
    after = walk("/start 邀请码3", "小王", "[接着答]", "[跳过]", "[目录]", "/menu", "/menu", "/menu")
    assert min(after) > max(before)
    two.screens["小王"] = old
    (told,) = two.acts("小王", "[5.普法 ○]")
    assert "这个按钮是以前的" in told


def test_a_confirmation_left_open_is_void_once_the_unit_was_handed_over(two: Room) -> None:
    for did in ("/members", "[交给2：小王]"):
        two.acts("小李", did)
    desk = two.desk_at()
    open_ = two.screens["小李"]
    with desk.store.transaction():
        desk.store.db.execute("UPDATE members SET role = iif(name = '小王', 'owner', 'editor') WHERE unit = 1")
    desk.store.db.close()
    (told,) = two.acts("小李", "[确定交出]")
    assert "这个按钮是以前的" in told
    assert "1. 小李（编辑，您自己）" in told
    assert two.screens["小李"] != open_
    assert list(two.screens["小李"][1]) == ["目录"]


def test_what_is_exported_is_everything_but_the_numbers_of_accounts(two: Room) -> None:
    for did in ("黔江区", "白土乡", "目录", "11", "=人少", "甲\n乙", "完成"):
        two.acts("小王", did)
    desk = two.desk_at()
    first, second = desk.export(1, UNIT, AT)
    assert (first.name, second.name) == ("wengao.json", "law_based_government_2025.csv")
    written = json.loads(first.make())
    assert written["unit"]["name"] == UNIT
    assert [(member["name"], member["role"]) for member in written["members"]] == [
        ("小李", "owner"),
        ("小王", "editor"),
    ]
    assert "chat" not in first.make().decode()
    assert "uploads" not in written
    hashes = {row["hash"] for row in desk.store.db["invites"].rows}
    assert hashes
    assert not any(hash_ in first.make().decode() for hash_ in hashes)
    rows = list(desk.store.db["answers"].rows)
    assert [(a["typed"], a["by"], a["at"], a["year"]) for a in written["answers"]] == [
        (row["typed"], "小王", row["at"], 2025 if row["draft"] else None) for row in rows
    ]
    assert {"type": "Words", "text": "=人少"} in [answer["value"] for answer in written["answers"]]
    assert "'=人少" in second.make().decode("utf-8-sig")
    desk.store.db.close()


def test_the_terminal_writes_files_beside_itself_for_nobody_else_to_read(
    desk_at: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[str] = []
    talk(desk_at(), ["2025", "/export"], told.append, lambda: AT)
    names = ("wengao.json", "law_based_government_2025.csv")
    assert [line.strip() for line in told if "写好了" in line] == [f"写好了：{tmp_path / name}" for name in names]
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in names} == {0o600}
    assert json.loads((tmp_path / names[0]).read_text(encoding="utf-8"))["drafts"][0]["year"] == 2025


def test_a_terminals_unit_without_a_name_is_erased_by_the_words_shown(desk_at: Callable[[], Desk]) -> None:
    told: list[str] = []
    desk = desk_at()
    talk(desk, ["2025", "黔江区", "/erase", "黔江区", "本机单位"], told.append, lambda: AT)
    assert desk.content.pack.phrases["erased"] in told[-2]
    assert list(desk.store.db["answers"].rows) == []
    assert desk.store.dossier_of(CHAT).member is None
    desk.store.db.close()


def test_the_last_to_leave_is_told_that_all_stays_and_the_next_to_join_is_owner(two: Room) -> None:
    for who, did in lines("小王 /leave | 小王 [确定退出] | 小李 普法"):
        two.acts(who, did)
    desk = two.desk_at()
    code = make_invite(desk.store.db, UNIT, AT)
    desk.store.db.close()
    (told,) = two.acts("小李", "/leave")
    assert desk.content.pack.phrases["leave_last"] in told
    two.acts("小李", "[确定退出]")
    for did in (f"/start {code}", "小赵", "/members"):
        (told,) = two.acts("小赵", did)
    assert "1. 小赵（负责人，您自己）\n[发邀请] [目录]" in told


@pytest.mark.parametrize("state", [State.MEMBERS, State.REMOVING, State.HANDING, State.LEAVING, State.ERASING])
def test_every_place_about_members_has_a_way_back(two: Room, state: State) -> None:
    ways = {
        State.MEMBERS: ("小李", "/members", "[目录]"),
        State.REMOVING: ("小李", "/members", "[移出2：小王]", "/menu"),
        State.HANDING: ("小李", "/members", "[交给2：小王]", "/back"),
        State.LEAVING: ("小王", "/leave", "[取消]"),
        State.ERASING: ("小李", "/erase", "[取消]"),
    }
    who, *there, back = ways[state]
    for did in there:
        two.acts(who, did)
    desk = two.desk_at()
    assert desk.store.session_of(who).state is state
    desk.store.db.close()
    (told,) = two.acts(who, back)
    assert "未开始" in told
