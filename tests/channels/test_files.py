"""Documents on their way to an official, their pages, and an official's own Word file: what comes, and in trouble."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.channels import telegram_files, telegram_pace, telegram_send
from bot.channels.telegram import serve
from bot.channels.telegram_files import LARGEST
from bot.channels.telegram_http import Request
from bot.errors import PreviewError
from bot.interview.inputs import Commanded, Said
from bot.report import preview
from bot.report.layout import Layout
from bot.settings import now
from bot.storage.invites import make_invite
from tests.botapi import BotApi, Message, User
from tests.botapi.files import PIXEL, Files
from tests.channels.lives import CHAT, TO, Open, joined, running, settings
from tests.conftest import AT

NAME = "黔江区白土乡2025年度法治政府建设工作总结"
ANSWERS = ("黔江区", "都对", "目录")


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture
def user(api: BotApi, desk_at: Open) -> User:
    """An official at the menu of a draft of few answers."""
    joined(desk_at, *ANSWERS)
    return api.user(CHAT)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_pace, "FIRST_PAUSE", 0)


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is drawn for pages: three pictures unless a test changes them; they tell what was drawn before."""
    drawn = [PIXEL + bytes([number]) for number in range(3)]
    monkeypatch.setattr(preview, "pages", lambda _: tuple(drawn))
    return drawn


def kinds(user: User) -> list[str]:
    """What the bot's messages are, in order."""
    return [message.kind for message in user.messages if message.from_bot]


def of_kind(user: User, kind: str) -> list[Message]:
    return [message for message in user.messages if message.from_bot and message.kind == kind]


def texts(user: User) -> list[str]:
    return [message.text for message in of_kind(user, "text")]


def words_of(content: bytes) -> str:
    """The words of a Word file."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


async def drafted(api: BotApi, user: User, desk_at: Open) -> Message:
    """Let an official order the document, in a life of its own; give the message it came in."""
    async with running(api, desk_at()):
        user.say("/draft")
    return of_kind(user, "document")[-1]


@contextmanager
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Let documents take until the second event is set; the first tells that one was begun."""
    begun, end = threading.Event(), threading.Event()

    def written(_: Layout) -> bytes:
        begun.set()
        end.wait(5)
        return b"PK"

    monkeypatch.setattr("bot.desk.word", written)
    try:
        yield begun, end
    finally:
        end.set()


# The document.


async def test_a_document_comes_as_text_then_as_a_word_file_and_the_screen_is_below(
    api: BotApi, user: User, desk_at: Open
) -> None:
    async with running(api, desk_at()):
        user.say("/draft")
    assert kinds(user) == ["text", "text", "document", "text"]
    drafting, report, document, menu = (message for message in user.messages if message.from_bot)
    (call,) = api.called("sendDocument")
    upload = call.uploads["document"]
    assert upload.name == document.file_name == f"{NAME}.docx"
    assert "推进法治政府建设" in report.text
    assert "推进法治政府建设" in words_of(upload.content)
    assert document.text.split("\n")[0] == "黔江区白土乡人民政府2025年度法治政府建设工作总结"
    assert document.labels == [["看版面", "PDF"]]
    assert menu.labels[-3:] == [["出稿", "其他文书"], ["定稿"], ["换年度", "设置"]]
    assert [action.params["action"] for action in api.called("sendChatAction")] == ["upload_document"]
    assert drafting.text == desk_at().content.pack.phrases["drafting"]


@pytest.mark.parametrize("status", [502, 500, 413])
async def test_an_upload_that_fails_is_tried_again_and_nothing_comes_twice(
    api: BotApi, user: User, desk_at: Open, status: int
) -> None:
    api.fault("sendDocument", "status", times=2, status=status)
    await drafted(api, user, desk_at)
    assert kinds(user) == ["text", "text", "document", "text"]
    assert [call.status for call in api.called("sendDocument")] == [status, status, 200]
    assert len(api.called("sendChatAction")) == 1


async def test_that_a_file_is_long_on_its_way_is_said_once(api: BotApi, user: User, desk_at: Open) -> None:
    api.fault("sendDocument", "status", times=7, status=502)
    await drafted(api, user, desk_at)
    assert texts(user).count(desk_at().content.pack.phrases["still_sending"]) == 1
    assert kinds(user).count("document") == 1


async def test_an_upload_is_waited_with_as_long_as_telegram_says(api: BotApi, user: User, desk_at: Open) -> None:
    api.fault("sendDocument", "retry", seconds=0)
    await drafted(api, user, desk_at)
    assert kinds(user) == ["text", "text", "document", "text"]


async def test_of_an_upload_that_arrived_unknown_to_us_only_the_file_comes_again(
    api: BotApi, user: User, desk_at: Open
) -> None:
    api.fault("sendDocument", "drop_after")
    await drafted(api, user, desk_at)
    assert kinds(user) == ["text", "text", "document", "document", "text"]


async def test_a_file_that_telegram_will_never_take_holds_up_nothing(api: BotApi, user: User, desk_at: Open) -> None:
    api.fault("sendDocument", "status", status=400, description="Bad Request: file must be non-empty")
    async with running(api, desk_at()):
        user.say("/draft")
        await api.until(lambda: len(texts(user)) == 4, what="a sentence and the menu")
    phrases = desk_at().content.pack.phrases
    assert phrases["not_written"] in texts(user)
    assert user.messages[-1].keyboard or user.messages[-2].keyboard


async def test_killed_between_text_and_file_the_next_life_sends_the_file(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_send, "STOP_SECONDS", 0)
    fault = api.fault("sendDocument", "delay", seconds=60)
    desk = desk_at()
    life = asyncio.create_task(serve(desk, settings(api), asyncio.Event(), None))
    user.say("/draft")
    await api.until(lambda: bool(fault.struck), what="the upload")
    life.cancel()
    await asyncio.gather(life, return_exceptions=True)
    desk.store.db.close()
    assert kinds(user) == ["text", "text"]
    async with running(api, desk_at()):
        pass
    assert kinds(user) == ["text", "text", "text", "document", "text"]


async def test_a_slow_document_holds_up_no_other_chat_and_is_said_once_to_be_on_its_way(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = api.user(CHAT + 1)
    joined(desk_at, "目录", chat=f"telegram:{other.chat.id}")
    monkeypatch.setattr(telegram_files, "ACTION_SECONDS", 0)
    desk = desk_at()
    with slow(monkeypatch) as (begun, end):
        async with running(api, desk):
            user.say("/draft")
            assert await asyncio.to_thread(begun.wait, 5)
            for text in ("1", "6 党工委书记"):
                other.say(text)
                await other.next_message()
            await api.until(lambda: len(api.called("sendChatAction", CHAT)) > 3, what="the action to be shown on")
            answers = desk.store.dossier_of(f"telegram:{other.chat.id}").answers
            assert [each.typed for each in answers if each.question == "party_head"] == ["党工委书记"]
            await api.until(lambda: len(kinds(user)) == 3, what="the word that it takes time")
            end.set()
    assert kinds(user) == ["text", "text", "text", "document", "text"]
    assert texts(user).count(desk.content.pack.phrases["writing"]) == 1


async def test_a_document_that_cannot_be_written_is_said_in_its_place(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Layout) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.desk.word", broken)
    async with running(api, desk_at()):
        user.say("/draft")
    _, report, said, menu = texts(user)
    assert "推进法治政府建设" in report
    assert said == desk_at().content.pack.phrases["file_not_written"]
    assert menu.startswith("白土乡2025年度")
    assert "ZeroDivisionError" in caplog.text


async def test_who_is_put_out_while_a_document_is_written_gets_no_file(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_at()
    with slow(monkeypatch) as (begun, end):
        async with running(api, desk):
            user.say("/draft")
            assert await asyncio.to_thread(begun.wait, 5)
            desk.receive(TO, "out", Commanded(AT, "leave"))
            desk.receive(TO, "yes", Said(AT, "确定退出"))
            end.set()
    assert not api.called("sendDocument")
    assert list(desk_at().store.db["uploads"].rows) == []


# What Telegram has already.


async def test_the_same_bytes_are_not_uploaded_again_even_by_another_process(
    api: BotApi, user: User, desk_at: Open
) -> None:
    first = await drafted(api, user, desk_at)
    again = await drafted(api, user, desk_at)
    before, after = api.called("sendDocument")
    assert (list(before.uploads), list(after.uploads)) == (["document"], [])
    assert again.media == first.media
    assert (again.text, again.labels) == (first.text, first.labels)
    assert len(list(desk_at().store.db["uploads"].rows)) == 1


async def test_what_changed_is_uploaded(api: BotApi, user: User, desk_at: Open) -> None:
    await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.say("5")
        await user.next_message()
        user.say("《民法典》")
        await user.next_message()
    await drafted(api, user, desk_at)
    assert [list(call.uploads) for call in api.called("sendDocument")] == [["document"], ["document"]]


async def test_an_id_telegram_does_not_know_any_more_is_replaced(api: BotApi, user: User, desk_at: Open) -> None:
    await drafted(api, user, desk_at)
    old = list(desk_at().store.db["uploads"].rows)
    api.world.files = Files()
    api.world.files.keep("photo", api.called("sendDocument")[0].uploads["document"].__class__("a.png", PIXEL))
    await drafted(api, user, desk_at)
    assert [call.status for call in api.called("sendDocument")] == [200, 400, 200]
    new = list(desk_at().store.db["uploads"].rows)
    assert [row["file"] for row in old] != [row["file"] for row in new]
    assert [row["hash"] for row in old] == [row["hash"] for row in new]
    assert kinds(user).count("document") == 2


async def test_another_unit_does_not_get_a_file_by_the_id_of_this_one(api: BotApi, user: User, desk_at: Open) -> None:
    await drafted(api, user, desk_at)
    desk = desk_at()
    code = make_invite(desk.store.db, "白土乡人民政府", now())
    desk.store.db.close()
    other = api.user(CHAT + 1)
    async with running(api, desk_at()):
        for text in (f"/start {code}", "小王", "2025", *ANSWERS):
            other.say(text)
    desk = desk_at()
    with desk.store.transaction():  # the same wordings, or the files would differ
        desk.store.db.execute(
            "UPDATE wordings SET wording = (SELECT w.wording FROM wordings w"
            " WHERE w.sentence = wordings.sentence AND w.unit = 1) WHERE unit = 2"
        )
    desk.store.db.close()
    async with running(api, desk_at()):
        other.say("/draft")
    assert [list(call.uploads) for call in api.called("sendDocument")] == [["document"], ["document"]]
    mine, theirs = (call.uploads["document"].content for call in api.called("sendDocument"))
    assert mine == theirs


# The pages.


async def test_pages_come_as_one_album_whenever_the_button_is_pressed(
    api: BotApi, user: User, desk_at: Open, pictures: list[bytes]
) -> None:
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.say("5")
        screen = await user.next_message()
        before = desk_at().store.session_of(TO)
        user.press_on(document.message_id, document.keyboard[0][0].data or "")
    assert desk_at().store.session_of(TO) == before
    album = of_kind(user, "photo")
    assert user.messages[-3:] == album
    assert len({message.extra["media_group_id"] for message in album}) == 1
    (call,) = api.called("sendMediaGroup")
    assert [upload.content for upload in call.uploads.values()] == pictures
    assert "upload_photo" in [action.params["action"] for action in api.called("sendChatAction")]
    async with running(api, desk_at()):
        user.press_on(screen.message_id, screen.keyboard[0][0].data or "")
        assert await user.next_message(edits=True) is screen


async def test_an_album_goes_again_by_ids_and_what_is_unknown_of_it_is_uploaded(
    api: BotApi, user: User, desk_at: Open, pictures: list[bytes]
) -> None:
    document = await drafted(api, user, desk_at)
    for last in (2, 2, 9):
        pictures[2] = PIXEL + bytes([last])
        async with running(api, desk_at()):
            user.press_on(document.message_id, document.keyboard[0][0].data or "")
    assert [list(call.uploads) for call in api.called("sendMediaGroup")] == [
        ["photo0", "photo1", "photo2"],
        [],
        ["photo2"],
    ]
    assert len(of_kind(user, "photo")) == 9


@pytest.mark.parametrize(("albums", "photos"), [([], 1), ([2], 0), ([10], 0), ([10], 1), ([10, 10, 3], 0)])
async def test_one_page_is_a_photo_and_many_are_albums_of_ten(
    api: BotApi, user: User, desk_at: Open, pictures: list[bytes], *, albums: list[int], photos: int
) -> None:
    count = sum(albums) + photos
    pictures[:] = [PIXEL + bytes([number]) for number in range(count)]
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.press_on(document.message_id, document.keyboard[0][0].data or "")
    assert [len(call.params["media"]) for call in api.called("sendMediaGroup")] == albums
    assert len(api.called("sendPhoto")) == photos
    assert len(of_kind(user, "photo")) == count


async def test_of_albums_that_arrived_none_is_sent_again(
    api: BotApi, user: User, desk_at: Open, pictures: list[bytes]
) -> None:
    pictures[:] = [PIXEL + bytes([number]) for number in range(21)]
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.press_on(document.message_id, document.keyboard[0][0].data or "")
        await user.next_message()
        api.fault("sendMediaGroup", "status", times=2)
    assert len(of_kind(user, "photo")) == 21


async def test_the_pages_come_as_one_file(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "pdf", lambda layout: b"%PDF" + layout.title.encode())
    await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.press_on(of_kind(user, "document")[0].message_id, of_kind(user, "document")[0].keyboard[0][1].data or "")
    upload = api.called("sendDocument")[-1].uploads["document"]
    assert upload.name == f"{NAME}.pdf"
    assert user.messages[-1].labels == []


async def test_pages_of_answers_that_changed_since_are_said_to_be_new(
    api: BotApi, user: User, desk_at: Open, pictures: list[bytes]
) -> None:
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.say("5")
        await user.next_message()
        user.say("《民法典》")
        await user.next_message()
        user.press_on(document.message_id, document.keyboard[0][0].data or "")
    assert kinds(user)[-4:] == ["text", "photo", "photo", "photo"]
    assert texts(user)[-1] == desk_at().content.pack.phrases["changed_since"]
    again = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.press_on(again.message_id, again.keyboard[0][0].data or "")
    assert kinds(user)[-4:] == ["text", "photo", "photo", "photo"]
    assert texts(user)[-1] != desk_at().content.pack.phrases["changed_since"]


async def test_pages_that_cannot_be_drawn_are_said_to_be_the_operators_business(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Layout) -> tuple[bytes, ...]:
        raise PreviewError("画不了版面：请装上字体再试。")

    monkeypatch.setattr(preview, "pages", refused)
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.press_on(document.message_id, document.keyboard[0][0].data or "")
    assert texts(user)[-1].startswith("画不了版面：请装上字体再试。")
    assert "管理员" in texts(user)[-1]


@pytest.mark.parametrize(
    "data",
    [
        "0:look:work_summary:2024:00000000",
        "0:look:another:2025:00000000",
        "0:look:../../etc:2025:00000000",
        "0:look:work_summary:２０２５:00000000",
        "0:pdf:work_summary:2025:",
        "0:pdf:work_summary:2025:0000000g",
        "0:print:work_summary:2025:00000000",
    ],
)
async def test_a_forged_button_is_an_old_one(
    api: BotApi, user: User, desk_at: Open, pictures: list[bytes], data: str
) -> None:
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.press_on(document.message_id, data)
        assert (await user.next_message()).text.startswith(desk_at().content.pack.phrases["old_button"])
    assert not of_kind(user, "photo")


async def test_a_removed_member_gets_no_pages(api: BotApi, user: User, desk_at: Open, pictures: list[bytes]) -> None:
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        user.say("/leave")
        await user.next_message()
        user.press("确定退出")
        await user.next_message()
        user.press_on(document.message_id, document.keyboard[0][0].data or "")
        assert (await user.next_message()).text == desk_at().content.pack.phrases["stranger"]
    assert not of_kind(user, "photo")


async def test_pages_as_they_are_drawn_are_taken(api: BotApi, user: User, desk_at: Open) -> None:
    desk = desk_at()
    try:
        preview.pages(Layout("试", ()))
    except PreviewError as missing:
        pytest.skip(str(missing))
    desk.store.db.close()
    document = await drafted(api, user, desk_at)
    async with running(api, desk_at()):
        for button in document.keyboard[0]:
            user.press_on(document.message_id, button.data or "")
    assert len(of_kind(user, "photo")) >= 2
    assert of_kind(user, "document")[-1].file_name == f"{NAME}.pdf"
    assert all(len(upload.content) < 10 * 2**20 for call in api.calls for upload in call.uploads.values())


# An official's own file.


async def test_a_word_file_is_examined(api: BotApi, user: User, desk_at: Open) -> None:
    document = await drafted(api, user, desk_at)
    (upload,) = api.called("sendDocument")[0].uploads.values()
    assert document
    desk = desk_at()
    before = desk.store.session_of(TO)
    async with running(api, desk):
        user.document("我的总结.DOCX", upload.content)
        good = await user.next_message()
        user.document("没有名字", b"PK not a zip")
        other = await user.next_message()
        user.document("总结.docx", b"PK not a zip", caption="请看看")
        apart = await user.next_message()
        broken = await user.next_message()
    rules = desk_at().content.page_rules
    assert good.text.startswith(rules.sayings["found"].partition("{")[0])
    assert "待填" in good.text
    assert broken.text == rules.sayings["refused_broken"]
    assert other.text == desk_at().content.pack.phrases["only_docx"]
    assert apart.text == desk_at().content.pack.phrases["words_apart"]
    assert "typing" in [action.params["action"] for action in api.called("sendChatAction")]
    assert desk_at().store.session_of(TO) == before


@pytest.mark.parametrize("size", [LARGEST + 1, 20 * 2**20 + 1])
async def test_a_file_too_large_is_not_fetched(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    fetched: list[str] = []

    async def download(_: Request, url: str, most: int) -> bytes:
        fetched.append(url)
        return b""

    monkeypatch.setattr(Request, "download", download)
    async with running(api, desk_at()):
        user.document("总结.docx", bytes(size))
        assert (await user.next_message()).text == desk_at().content.pack.phrases["file_too_large"]
    assert fetched == []


async def test_a_file_larger_than_was_told_is_given_up(
    api: BotApi, user: User, desk_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_files, "LARGEST", 1000)
    user.document("总结.docx", bytes(100_000))
    path = f"{user.messages[-1].media['file_id']}.docx"
    api.fault("getFile", "answer", body={"ok": True, "result": {"file_id": "f", "file_path": f"documents/{path}"}})
    async with running(api, desk_at()):
        assert (await user.next_message()).text == desk_at().content.pack.phrases["file_too_large"]


async def test_a_file_that_is_gone_is_asked_for_again_and_no_log_holds_the_token(
    api: BotApi, user: User, desk_at: Open, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    user.document("总结.docx", b"PK")
    user.document("总结.docx", b"PK")
    api.fault("getFile", "answer", body={"ok": True, "result": {"file_id": "f", "file_path": "documents/gone.docx"}})
    api.fault("getFile", "status", status=400, description="Bad Request: invalid file_id")
    async with running(api, desk_at()):
        for _ in range(2):
            assert (await user.next_message()).text == desk_at().content.pack.phrases["file_gone"]
    ours = [record for record in caplog.records if record.name.startswith("bot")]
    assert not any(api.token in record.getMessage() for record in ours)


async def test_a_file_that_cannot_be_fetched_now_is_fetched_later(api: BotApi, user: User, desk_at: Open) -> None:
    user.document("总结.docx", b"PK")
    api.fault("getFile", "status", times=2)
    async with running(api, desk_at()):
        pass
    assert texts(user) == [desk_at().content.page_rules.sayings["refused_broken"]]


async def test_a_strangers_file_is_not_fetched(api: BotApi, desk_at: Open) -> None:
    stranger = api.user(CHAT)
    async with running(api, desk_at()):
        stranger.document("总结.docx", b"PK")
        assert (await stranger.next_message()).text == desk_at().content.pack.phrases["stranger"]
    assert not api.called("getFile")
