"""The bot as it runs, the real library and all, against the server on loopback: what an official sees on the phone."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Callable

import pytest

from bot.channels.telegram_form import pieces
from bot.content.answers_file import read_answers
from bot.interview.inputs import Said
from bot.interview.table import COMMANDS
from bot.report.compose import compose
from bot.report.text import Line
from bot.report.text import text as written
from tests.botapi import BotApi, Message, User, transcript
from tests.botapi.files import PIXEL
from tests.channels.lives import CHAT, TO, Open, invited, joined, running
from tests.conftest import AT

TABLES = ("units", "members", "invites", "drafts", "answers")
ROUGH = "A&B <b>共治</b> &lt; 1"


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        api.world.clock = AT.timestamp
        yield api


@pytest.fixture
def user(api: BotApi) -> User:
    return api.user(CHAT)


def replies(user: User) -> list[Message]:
    """The bot's messages behind the last one of the person."""
    mine = max(at for at, message in enumerate(user.messages) if not message.from_bot)
    return user.messages[mine + 1 :]


def stored(open_desk: Open, *tables: str) -> list[list[dict[str, object]]]:
    """What is in these tables, or in all."""
    desk = open_desk()
    names = tables or [name for name in desk.store.db.table_names() if name != "alive"]
    rows = [list(desk.store.db[table].rows) for table in names]
    desk.store.db.close()
    return rows


# Conversations.


SCRIPT = f"""
/start CODE|/menu|小李|[2025年]|黔江区|6 党工委书记|[⑥党委主要负责人职务]|党委书记|[都对]|[①]|[①]
《关于印发<2025年要点>的通知》（黔府办〔2025〕3号）|[完成]|[乡村振兴]|[基层治理]|[民生保障]|[✓ 基层治理]
[完成]|<sticker>|{ROUGH}|<edit>|[①纳入年度工作计划]|<old button>|[②制定年度方案]|[✓②制定年度方案]
[③成立领导小组]|第一责任人是|[上一题]|[完成]|[党委书记]|[目录]|[5.普法 ○]|[《民法典》]|《反食品浪费法》
[完成]|[是]|[“法律六进”]|16，5000|<edit 16，5000> 16场，手册好多，3000余人次|[②发放宣传资料]|[返回]|5000余|[上一题]
活动18|/menu|[8.行政执法 ○]|[跳过]|[跳过]|[不涉及]|6人 6 65家次 -|/back|[待问同事]|/draft@wengao_test_bot
/nonsense|/help
"""


CHANGES = """
/start CODE|小李|2025|黔江区|[都对]|/menu|[换年度]|[2024年]|[5.普法 ○]|[跳过]|[跳过]|[跳过]|4次，4800份，-
/menu|[换年度]|[2025年]|普法|/menu|[5.普法 ○]|[跳过]|[跳过]|[“法律六进”]|16次，5000份，待问同事|/menu|普法
[看本节]|[4]|18次|4 20次|5 很多|<edit 4 20次> 4 22次
<edit 4 22次> 21次|<edit 16次> 17次，5000份，待问同事|<edit 17次> 16次，6000份，9000人次|[撤销]|/undo|撤销|[4]
[清空这一题]|[不清空]|[清空这一题]|[确定清空]|/undo|[返回]|[目录]
6|平安白土|<edit 平安白土> 平安13812345678|[不存，重新写]|<edit 平安13812> 平安石|[目录]
8|[跳过]|[跳过]|[跳过]|3人，2次，5家次，1件|500元|<edit 3人> 4人，2次，5家次，没有|<edit 4人> 4人，2次，很多，没有|/menu
3|是，是，是，是|[党委书记]|[跳过]|[跳过]|[上一题]|[上一题]|[上一题]|[上一题]|成立领导小组否|<edit 是，> 是，是，否，是
[上一题]|<edit 成立领导小组否> 成立领导小组是|/undo|/menu
11|一是人手少\n二是经费紧|<edit 一是人手少> 一是人手不足\n三是路远|[完成]|/undo|/undo|/undo|/undo
"""


def act(user: User, line: str) -> None:
    """Do one thing an official does: `[是]` presses, other words are typed."""
    if line.startswith("["):
        user.press(line[1:-1])
    elif line == "<sticker>":
        user.sticker()
    elif line == "<old button>":
        *_, old, _ = (message for message in user.messages if message.from_bot and message.kind == "text")
        user.press_on(old.message_id, "1:=yes")
    elif line.startswith("<edit "):
        was, _, now = line.removeprefix("<edit ").partition("> ")
        mine = (message for message in user.messages if not message.from_bot and message.text.startswith(was))
        user.edit([*mine][-1].message_id, now.replace("\\n", "\n"))
    elif line == "<edit>":
        user.edit(next(message for message in user.messages if message.text == "小李").message_id, "老李")
    else:
        user.say(line.replace("\\n", "\n"))


@pytest.mark.parametrize(("script", "name"), [(SCRIPT, "电报"), (CHANGES, "电报改答案")])
async def test_a_conversation_with_a_new_process_for_every_message_reads_as_its_transcript(
    api: BotApi, user: User, desk_at: Open, golden: Callable[[str, str], None], script: str, name: str
) -> None:
    code = invited(desk_at)
    api.world.clock = lambda: AT.timestamp() + len(user.chat.timeline)
    for line in re.split(r"[|\n]", script.strip().replace("CODE", code)):
        async with running(api, desk_at()):
            act(user, line)
    assert {call.status for call in api.calls if call.method != "getUpdates"} == {200}
    golden(f"transcripts/{name}.txt", transcript(user.chat).replace(code, "邀请码"))


READING = """
/start CODE|小李|2025|黔江区|都对|[目录]|[5.普法 ○]|[跳过]|[跳过]|[跳过]|16次，5000余份，3000余人次
/read|4|[②]|[改写]|全年开展普法宣传16场，受众3000余人次，群众满意。|[②]|[看整段]|[看稿]|[目录]
[5.普法 ◐]|[跳过]|[跳过]|[跳过]|活动18次|[目录]|/draft|[看稿]|[改稿]|[1.]|[换成新数]|[恢复原句]|[看稿]
[下一节]|[全文]|[第2段]|4|[删去]|[改稿]|[1.]|[恢复整段]|[看稿]|[目录]|[5.普法 ◐]|[跳过]|[跳过]|[跳过]|资料没有
"""


async def test_the_draft_is_read_and_amended_as_its_transcript(
    api: BotApi, user: User, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    code = invited(desk_at)
    for line in re.split(r"[|\n]", READING.strip().replace("CODE", code)):
        async with running(api, desk_at()):
            act(user, line)
    assert {call.status for call in api.calls if call.method != "getUpdates"} == {200}
    golden("transcripts/电报看稿和改稿.txt", transcript(user.chat).replace(code, "邀请码"))


async def test_a_stranger_learns_nothing_and_a_code_opens_once(
    api: BotApi, user: User, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    code, stranger = invited(desk_at), api.user(CHAT + 1, "路人")
    async with running(api, desk_at()):
        user.say(f"/start {code}")
        await user.next_message()
        before = stored(desk_at, *TABLES)
        for text in ("/start", "小李", f"/start {code}", code, "/draft", "<sticker>"):
            act(stranger, text)
            await stranger.next_message()
    assert stored(desk_at, *TABLES) == before
    golden("transcripts/电报陌生人.txt", transcript(stranger.chat).replace(code, "邀请码"))


async def test_the_sample_answered_with_a_new_process_for_every_message_gives_the_golden_report(
    api: BotApi, user: User, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    code, desk = invited(desk_at), desk_at()
    pack, sample = desk.content.pack, read_answers(desk.content.sample, desk.content.pack).typed

    async def say(text: str) -> None:
        async with running(api, desk_at()):
            user.say(text)

    for text in (f"/start {code}", "小李", "2025"):
        await say(text)
    while question := desk_at().question_of(TO):
        together, in_order = desk_at().group_of(TO)
        if together:
            typed = [sample[id_][0] for id_ in in_order]
            await say("，".join(typed) if typed else pack.phrases["button_right"])
            continue
        finish = ["完成"] if pack.questions[question].collects else []
        for text in [*sample[question], *finish] if question in sample else ["/skip"]:
            await say(text)
    await say("/draft")
    golden("transcripts/电报白土乡全程.txt", transcript(user.chat).replace(code, "邀请码"))
    said, *report, file, menu = replies(user)
    assert said.text == pack.phrases["drafting"]
    assert menu.labels[-3:] == [["出稿", "其他文书"], ["定稿"], ["换年度", "设置"]]
    assert (file.kind, file.labels) == ("document", [["看版面", "PDF"]])
    assert {entity["type"] for message in report for entity in message.entities} == {"bold"}
    desk = desk_at()
    document = compose(pack, desk.content.prose, pack.main_document, desk.store.dossier_of(TO), 2025)
    assert "\n".join(message.text for message in report) + "\n" == written(document)


# One message at a time.


async def test_a_choice_taken_or_dropped_changes_the_message_in_place(api: BotApi, user: User, desk_at: Open) -> None:
    joined(desk_at, "黔江区", "都对", "跳过")
    async with running(api, desk_at()):
        user.say("/start")
        asked = await user.next_message()
        for label in ("乡村振兴", "基层治理", "✓ 乡村振兴"):
            user.press(label)
            assert await user.next_message(edits=True) is asked
        assert asked.labels[0] == ["乡村振兴", "✓ 基层治理"]
        assert asked.text.count("现在的答案：基层治理") == 1
    assert [message.from_bot for message in user.messages] == [False, True]


async def test_the_commands_are_set_in_chinese_and_nothing_went_out_unasked(api: BotApi, desk_at: Open) -> None:
    async with running(api, desk_at()):
        pass
    (commands,) = api.world.commands.values()
    assert [command["command"] for command in commands] == list(COMMANDS)
    assert all(re.search("[一-鿿]", command["description"]) for command in commands)
    assert {call.method for call in api.calls} <= {"getMe", "deleteWebhook", "setMyCommands", "getUpdates"}


async def test_a_long_report_comes_in_pieces_and_every_piece_is_taken(api: BotApi, user: User, desk_at: Open) -> None:
    items = [f"<第{number}个问题> 𠮷&" + "人少事多" * 60 for number in range(8)]
    joined(desk_at, "目录", "11", *items, "完成", *items[::-1], "完成", *items)
    desk = desk_at()
    document = compose(desk.content.pack, desk.content.prose, "work_summary", desk.store.dossier_of(TO), 2025)
    async with running(api, desk):
        user.say("/draft")
    _, *report, _, question = replies(user)
    assert {call.status for call in api.called("sendMessage")} == {200}
    assert len(report) > 2
    assert question.labels[-1] == ["上一题", "跳过", "看本节", "目录"]
    lines = [line for message in report for line in message.text.split("\n")]
    assert list(filter(None, lines)) == list(filter(None, written(document).split("\n")))


def test_a_paragraph_too_long_for_a_message_is_cut_without_a_mark() -> None:
    words = "".join(f"{number}、人少事多 <&>；" for number in range(900))
    assert "".join(html.unescape(piece) for piece in pieces([Line(words)])) == words


async def test_words_that_look_like_html_come_back_as_they_were_typed(api: BotApi, user: User, desk_at: Open) -> None:
    joined(desk_at, "目录", "2", "跳过", "跳过")
    async with running(api, desk_at()):
        user.say(ROUGH)
        message = await user.next_message()
    assert ROUGH in message.text
    assert "A&amp;B &lt;b&gt;共治&lt;/b&gt; &amp;lt; 1" in message.raw
    assert not message.entities


@pytest.mark.parametrize("added", [True, False])
async def test_a_group_is_refused_with_one_sentence_left_and_leaves_nothing(
    api: BotApi,
    desk_at: Open,
    added: bool,  # noqa: FBT001
) -> None:
    """Whether we see how we are brought in, or were in it before."""
    code = invited(desk_at)
    group = api.user(-100, "小张", group=True, user_id=9)
    before = stored(desk_at)
    async with running(api, desk_at()):
        if added:
            group.add_bot()
        for text in (f"/start@wengao_test_bot {code}", code, "16次"):
            group.say(text)
        group.sticker()
        await api.until(lambda: bool(api.called("leaveChat")), what="the bot to leave")
    assert stored(desk_at) == before
    refused = desk_at().content.pack.phrases["group_chat"]
    assert [message.text for message in group.messages if message.from_bot] == [refused]
    assert len(api.called("leaveChat")) == 1


async def test_being_put_out_of_a_group_or_blocked_is_answered_with_nothing(
    api: BotApi, user: User, desk_at: Open
) -> None:
    joined(desk_at)
    group = api.user(-100, "小张", group=True, user_id=9)
    async with running(api, desk_at()):
        group.block()
        user.block()
        user.unblock()
    assert not any(message.from_bot for message in (*group.messages, *user.messages))
    assert api.called("leaveChat") == []


async def test_two_members_at_one_question_read_as_their_transcripts(
    api: BotApi, user: User, desk_at: Open, golden: Callable[[str, str], None]
) -> None:
    """Each act in a new process; the colleague's chat stands below."""
    other = api.user(CHAT + 1, "小王")
    joined(desk_at, "黔江区", "白土乡", *["跳过"] * 7, "目录", "纠纷化解", "跳过", "跳过", "跳过")
    joined(desk_at, "目录", "纠纷化解", "跳过", "跳过", "跳过", chat=f"telegram:{CHAT + 1}", name="小王")
    acts = [(other, "183件"), (user, "185件"), (user, "留小王的"), (user, "/back"), (other, "/back")]
    acts += [(user, "186件"), (other, "190"), (other, "用我的"), (user, "/menu")]
    for who, line in acts:
        async with running(api, desk_at()):
            act(who, line)
    golden("transcripts/电报同时答.txt", f"{transcript(user.chat)}\n〔小王那边〕\n\n{transcript(other.chat)}")


async def test_an_album_is_answered_with_one_sentence(api: BotApi, user: User, desk_at: Open) -> None:
    joined(desk_at)
    async with running(api, desk_at()):
        user.album(PIXEL, PIXEL, PIXEL, caption="这是台账")
        user.say("黔江区")
    phrases = desk_at().content.pack.phrases
    told = [message.text for message in user.messages if message.from_bot]
    assert told[0] == f"{phrases['media_photo']}\n{phrases['words_apart']}"
    assert [text.split("\n")[0] for text in told[1:]] == ["✓ 所在区县：黔江区"]


async def test_an_update_that_comes_twice_is_stored_once_and_answered_once(
    api: BotApi, user: User, desk_at: Open
) -> None:
    joined(desk_at, "目录", "5")
    desk = desk_at()
    desk.receive(TO, "telegram:1", Said(AT, "《民法典》", 1))
    once = [list(desk.store.db[table].rows) for table in desk.store.db.table_names()]
    desk.receive(TO, "telegram:1", Said(AT, "《民法典》", 1))
    assert [list(desk.store.db[table].rows) for table in desk.store.db.table_names()] == once
    async with running(api, desk):
        pass
    (told,) = user.messages
    assert told.text.startswith("✓ 宣传的法律法规：《民法典》\n\n【普法 2/6】")


async def test_what_an_earlier_process_left_unsent_goes_out_after_the_start(
    api: BotApi, user: User, desk_at: Open
) -> None:
    joined(desk_at)
    desk = desk_at()
    desk.receive(TO, "lost", Said(AT, "黔江区", 1))
    desk.store.db.close()
    async with running(api, desk_at()):
        message = await user.next_message()
    assert message.text.startswith("✓ 所在区县：黔江区")
    async with running(api, desk_at()):
        pass
    assert user.messages == [message]


async def test_what_failed_is_sent_again_and_in_order(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram_pace.FIRST_PAUSE", 0)
    joined(desk_at, "目录", "5")
    api.fault("sendMessage", "status")
    async with running(api, desk_at()):
        user.say("《民法典》")
        user.say("是")
    told = [message.text.split("\n")[0] for message in user.messages if message.from_bot]
    assert told == ["✓ 谁执法谁普法：是", "【普法 3/6】已答8/46"]


async def test_an_owner_gets_the_export_as_files_and_an_invite_with_a_link(
    api: BotApi, user: User, desk_at: Open
) -> None:
    joined(desk_at, "黔江区")
    async with running(api, desk_at()):
        user.say("/export")
        user.say("/invite")
    uploads = {call.uploads["document"].name: call.uploads["document"].content for call in api.called("sendDocument")}
    assert list(uploads) == ["wengao.json", "law_based_government_2025.csv"]
    assert "黔江区" in uploads["wengao.json"].decode()
    (code,) = {found for message in user.messages for found in re.findall(r"\?start=([0-9A-Z]{16})", message.text)}
    assert any(f"https://t.me/wengao_test_bot?start={code}" in message.text for message in user.messages)
