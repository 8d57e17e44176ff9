"""The server that stands in for Telegram, driven by the real library; knows nothing of our own bot."""

from __future__ import annotations

import asyncio
import sys
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import Application, ApplicationBuilder, TypeHandler
from telegram.request import HTTPXRequest

from tests.botapi import BotApi, User, transcript
from tests.botapi.files import PIXEL

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine

    Act = Callable[[Bot], Awaitable[Any]]

CHAT = 4711


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture
def user(api: BotApi) -> User:
    return api.user(CHAT)


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with new_bot(api) as bot:
        yield bot


def wire() -> HTTPXRequest:
    """PTB's own client, without the certificates that take longer to load than a test to run."""
    return HTTPXRequest(httpx_kwargs={"verify": False})


def new_bot(api: BotApi, token: str = "") -> Bot:
    return Bot(token or api.token, api.url, api.file_url, request=wire(), get_updates_request=wire())


@asynccontextmanager
async def polling(api: BotApi, handler: Callable[[Update, Any], Coroutine[Any, Any, None]]) -> AsyncIterator[None]:
    """One life of a bot, as PTB leads it."""
    builder = ApplicationBuilder().token(api.token).base_url(api.url).base_file_url(api.file_url)
    builder = builder.request(wire()).get_updates_request(wire())
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(TypeHandler(Update, handler))
    assert application.updater is not None
    async with application:
        await application.updater.start_polling()
        await application.start()
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()


def keyboard(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


async def interview(update: Update, _: Any) -> None:
    """Ask on /start, edit the question on a press, echo anything else."""
    if update.callback_query:
        await update.callback_query.answer("已记下")
        await update.callback_query.edit_message_text(f"答：{update.callback_query.data}")
    elif update.message and update.message.text == "/start":
        rows = ([("是", "1:yes"), ("否", "1:no")], [("跳过", "1:skip")])
        await update.message.reply_html("<b>1</b> 开展了吗&lt;普法&gt;？", reply_markup=keyboard(*rows))
    elif update.message:
        await update.message.reply_text(f"收到：{update.message.text}")


# Conversations.


async def test_a_conversation_reads_back_as_a_transcript(api: BotApi, user: User) -> None:
    async with polling(api, interview):
        command = user.say("/start")
        question = await user.next_message()
        assert command.entities == [{"type": "bot_command", "offset": 0, "length": 6}]
        assert (question.text, question.raw) == ("1 开展了吗<普法>？", "<b>1</b> 开展了吗&lt;普法&gt;？")
        assert question.entities == [{"type": "bold", "offset": 0, "length": 1}]
        assert question.labels == [["是", "否"], ["跳过"]]
        assert transcript(user.chat) == "> /start\n\n1 开展了吗<普法>？\n[是] [否]\n[跳过]\n"
        user.press("否")
        assert await user.next_message(edits=True) is question
        user.say("16次\n两场")
        await user.next_message()
        await api.settled()
    assert transcript(user.chat) == (
        "> /start\n\n1 开展了吗<普法>？\n[是] [否]\n[跳过]\n\n> [否]\n\n"
        "<edited> 答：1:no\n\n> 16次\n> 两场\n\n收到：16次\n两场\n"
    )
    assert user.chat.notices == ["已记下"]
    assert api.spinning() == []
    assert [call.status for call in api.called("sendMessage", CHAT)] == [200, 200]


async def test_what_was_said_while_the_bot_was_down_is_there_when_it_returns(api: BotApi, user: User) -> None:
    async with polling(api, interview):
        user.say("一")
        await api.settled()
    user.say("二")
    async with polling(api, interview):
        await api.settled()
    assert [message.text for message in user.messages] == ["一", "收到：一", "二", "收到：二"]


async def test_a_bot_killed_in_another_process_gets_the_unconfirmed_again(api: BotApi, user: User) -> None:
    script = (
        "import asyncio, sys, telegram\n"
        "async def main():\n"
        "    async with telegram.Bot(sys.argv[1], base_url=sys.argv[2]) as bot:\n"
        "        for update in await bot.get_updates(timeout=9):\n"
        "            await bot.send_message(update.effective_chat.id, str(update.update_id))\n"
        "        await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )
    user.say("喂")
    for _ in range(2):
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, api.token, api.url)
        await user.next_message()
        process.kill()
        await process.wait()
    assert len({message.text for message in user.messages if message.from_bot}) == 1


async def test_news_is_what_the_bot_sent_after_the_last_thing_done(user: User, bot: Bot) -> None:
    await bot.send_message(CHAT, "早")
    user.say("喂")
    await bot.send_message(CHAT, "一")
    await bot.send_message(CHAT, "二")
    assert [(await user.next_message()).text for _ in range(2)] == ["一", "二"]
    with pytest.raises(TimeoutError, match="a message of the bot in chat 4711"):
        await user.next_message(timeout=0.01)


async def test_settled_waits_for_slow_calls_and_for_confirmation(api: BotApi, user: User, bot: Bot) -> None:
    user.say("喂")
    with pytest.raises(TimeoutError):
        await api.settled(timeout=0.05)
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    api.fault("sendMessage", "delay", seconds=0.2)
    sending = asyncio.create_task(bot.send_message(CHAT, "慢"))
    await api.until(lambda: bool(api.called("sendMessage")))
    await api.settled()
    assert [message.text for message in user.messages] == ["喂", "慢"]
    await sending


# Updates.


async def test_updates_stay_until_a_higher_offset_confirms_them(api: BotApi, user: User, bot: Bot) -> None:
    for text in ("一", "二", "三"):
        user.say(text)
    ids = [update.update_id for update in await bot.get_updates()]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert [update.update_id for update in await bot.get_updates(offset=ids[0], limit=2)] == ids[:2]
    assert [update.update_id for update in await bot.get_updates(offset=ids[2])] == ids[2:]
    assert await bot.get_updates(offset=ids[2] + 1) == ()
    assert await bot.get_updates() == ()
    user.say("四")
    assert [update.update_id for update in await bot.get_updates()] == [ids[2] + 1]


async def test_a_long_poll_returns_as_soon_as_something_comes(api: BotApi, user: User, bot: Bot) -> None:
    started = time.monotonic()
    assert await bot.get_updates(timeout=1) == ()
    assert time.monotonic() - started >= 0.9
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await api.until(lambda: len(api.called("getUpdates")) == 2)
    user.say("喂")
    async with asyncio.timeout(2):
        assert len(await poll) == 1


async def test_the_first_of_two_pollers_is_told_of_the_other(api: BotApi, user: User, bot: Bot) -> None:
    async with new_bot(api) as other:
        first = asyncio.create_task(bot.get_updates(timeout=30))
        await api.until(lambda: len(api.called("getUpdates")) == 1)
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="make sure that only one bot instance is running"):
            await first
        user.say("喂")
        assert len(await second) == 1


async def test_only_allowed_updates_come(user: User, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["edited_message"])
    said = user.say("一")
    user.edit(said.message_id, "壹")
    (update,) = await bot.get_updates()
    assert update.edited_message is not None
    assert (update.edited_message.text, update.edited_message.message_id) == ("壹", said.message_id)
    assert user.messages[0].text == "壹"


async def test_whatever_a_person_sends_arrives_as_what_it_is(api: BotApi, user: User, bot: Bot) -> None:
    user.sticker()
    user.photo()
    user.voice()
    user.location()
    user.contact()
    user.document("名单.xlsx", b"PK", caption="看这个")
    api.user(-100, "小张", group=True, user_id=9).say("/start@wengao_test_bot 7Q4M")
    *private, grouped = [update.message for update in await bot.get_updates()]
    kinds = ["sticker", "photo", "voice", "location", "contact", "document"]
    assert all(getattr(message, kind) for message, kind in zip(private, kinds, strict=True))
    document = private[-1]
    assert document is not None
    assert document.document is not None
    assert (document.document.file_name, document.caption) == ("名单.xlsx", "看这个")
    content = await (await document.document.get_file()).download_as_bytearray()
    assert bytes(content) == b"PK"
    assert grouped is not None
    assert grouped.from_user is not None
    assert (grouped.chat.type, grouped.chat.id, grouped.from_user.id) == ("supergroup", -100, 9)
    assert grouped.entities[0].length == len("/start@wengao_test_bot")


async def test_presses_name_the_message_and_may_come_late(api: BotApi, user: User, bot: Bot) -> None:
    old = await bot.send_message(CHAT, "旧", reply_markup=keyboard([("是", "1:yes")]))
    await bot.send_message(CHAT, "新", reply_markup=keyboard([("是", "2:yes"), ("否", "2:no")]))
    user.press("是")
    user.press("2:no")
    user.press_on(old.message_id, "1:yes")
    with pytest.raises(LookupError, match="也许"):
        user.press("也许")
    await bot.delete_message(CHAT, old.message_id)
    user.press_on(old.message_id, "1:yes")
    queries = [update.callback_query for update in await bot.get_updates()]
    assert [query.data for query in queries if query] == ["2:yes", "2:no", "1:yes", "1:yes"]
    first, *_, late = queries
    assert first is not None
    assert first.message is not None
    assert first.chat_instance
    assert isinstance(first.message, Message)
    assert first.message.reply_markup == keyboard([("是", "2:yes"), ("否", "2:no")])
    assert (first.message.message_id, first.message.chat.id) == (old.message_id + 1, CHAT)
    assert late is not None
    assert late.message is not None
    assert not late.message.is_accessible
    assert len(api.spinning()) == 4
    await first.answer()
    assert len(api.spinning()) == 3
    api.expire()
    with pytest.raises(BadRequest, match="uery is too old and response timeout expired"):
        await late.answer()


async def test_a_blocked_bot_may_not_write_and_learns_of_it(user: User, bot: Bot) -> None:
    user.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(CHAT, "喂")
    user.unblock()
    await bot.send_message(CHAT, "喂")
    states = [update.my_chat_member for update in await bot.get_updates()]
    assert [state.new_chat_member.status for state in states if state] == ["kicked", "member"]


# What the bot sends.


async def test_uploads_are_kept_and_can_be_sent_again_by_id(user: User, bot: Bot) -> None:
    sent = await bot.send_document(
        CHAT, b"PK docx", filename="黔江区…总结.docx", caption="<i>稿</i>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert sent.document.file_name == "黔江区…总结.docx"
    again = await bot.send_document(CHAT, sent.document.file_id)
    assert again.document == sent.document
    assert bytes(await (await bot.get_file(sent.document)).download_as_bytearray()) == b"PK docx"
    photo = await bot.send_photo(CHAT, PIXEL, reply_markup=keyboard([("好", "1:ok")]))
    assert photo.photo[-1].width == 1
    with pytest.raises(BadRequest, match="file of type photo as document"):
        await bot.send_document(CHAT, photo.photo[-1].file_id)
    assert transcript(user.chat) == (
        "<document 黔江区…总结.docx>\n稿\n\n<document 黔江区…总结.docx>\n\n<photo>\n[好]\n"
    )


async def test_an_album_is_one_group_of_messages(user: User, bot: Bot) -> None:
    docx = InputMediaDocument(b"PK", filename="a.docx", caption="两份")
    known = (await bot.send_document(CHAT, b"%PDF", filename="a.pdf")).document
    assert known is not None
    album = await bot.send_media_group(CHAT, [docx, InputMediaDocument(known.file_id)])
    assert [message.document.file_name for message in album if message.document] == ["a.docx", "a.pdf"]
    assert len({message.media_group_id for message in album}) == 1
    assert [message.text for message in user.messages] == ["", "两份", ""]


async def test_an_edit_replaces_text_and_keyboard(user: User, bot: Bot) -> None:
    sent = await bot.send_message(CHAT, "旧", reply_markup=keyboard([("是", "1:yes")]))
    await bot.edit_message_text("新", CHAT, sent.message_id)
    (held,) = user.messages
    assert (held.text, held.labels) == ("新", [])
    await bot.edit_message_reply_markup(CHAT, sent.message_id, reply_markup=keyboard([("否", "1:no")]))
    assert (held.text, held.labels) == ("新", [["否"]])
    await bot.delete_message(CHAT, sent.message_id)
    assert user.messages == []


async def test_commands_and_descriptions_are_kept(api: BotApi, user: User, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("start", "开始")])
    await bot.set_my_description("问稿")
    assert [command.description for command in await bot.get_my_commands()] == ["开始"]
    assert api.world.profile["setMyDescription"] == {"description": "问稿"}
    with pytest.raises(BadRequest, match="command_invalid"):
        await bot.set_my_commands([BotCommand("开始", "开始")])


HTML = [
    ("a &lt;b&gt; &amp; &quot;c&quot; &#20843;&#x4e5d; &nbsp;", 'a <b> & "c" 八九 &nbsp;', []),
    ("  \n两边的空白\n ", "两边的空白", []),
    ("　　缩进留着", "　　缩进留着", []),
    ("𠮷<b>粗<i>斜</i></b>", "𠮷粗斜", [("bold", 2, 2), ("italic", 3, 1)]),
    ("<b>粗 </b>\n", "粗", [("bold", 0, 1)]),
    ('<a href="https://a.cn">链</a><a>无</a>', "链无", [("text_link", 0, 1)]),
    ("<blockquote expandable>长</blockquote>", "长", [("expandable_blockquote", 0, 1)]),
    ('<span class="tg-spoiler">密</span><STRONG>粗</STRONG>', "密粗", [("spoiler", 0, 1), ("bold", 1, 1)]),
]


@pytest.mark.parametrize(("raw", "text", "entities"), HTML)
async def test_html_is_read_as_telegram_reads_it(
    user: User, bot: Bot, raw: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    sent = await bot.send_message(CHAT, raw, parse_mode="HTML")
    assert sent.text == text
    assert [(entity.type, entity.offset, entity.length) for entity in sent.entities] == entities
    assert user.messages[0].text == text


@pytest.mark.parametrize("form", ["json", "data", "params"])
async def test_any_form_of_parameters_is_read(api: BotApi, user: User, form: str) -> None:
    fields: Any = {"chat_id": str(CHAT), "text": "16", "reply_markup": '{"inline_keyboard":[]}'}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{api.url}{api.token}/sendMessage", **{form: fields}) as response,
    ):
        answer = await response.json()
    assert (response.status, answer["ok"], answer["result"]["text"]) == (200, True, "16")


# Refusals.


def say(text: str, **more: Any) -> Act:
    return lambda bot: bot.send_message(CHAT, text, **more)


def html(text: str) -> Act:
    return say(text, parse_mode="HTML")


def buttons(*rows: list[tuple[str, str]]) -> Act:
    return say("问", reply_markup=keyboard(*rows))


def album(*items: InputMediaDocument | InputMediaPhoto) -> Act:
    return lambda bot: bot.send_media_group(CHAT, items)


async def same_again(bot: Bot) -> None:
    sent = await bot.send_message(CHAT, "问", reply_markup=keyboard([("是", "1")]))
    await bot.edit_message_text("问", CHAT, sent.message_id, reply_markup=keyboard([("是", "1")]))


REFUSALS: dict[str, tuple[Act, str]] = {
    "no text": (say(""), "message text is empty"),
    "blanks": (say(" \n "), "message text is empty"),
    "tags without text": (html("<b></b>"), "message text is empty"),
    "too long": (say("字" * 4097), "message is too long"),
    "too long in UTF-16": (say("𠮷" * 2049), "message is too long"),
    "unknown tag": (html("依据<2025年要点>"), 'Unsupported start tag "2025年要点" at byte offset 6'),
    "br": (html("a<br>b"), 'Unsupported start tag "br" at byte offset 1'),
    "unclosed start tag": (html("5 < 6"), "Unclosed start tag at byte offset 2"),
    "open to the end": (html("<b>粗"), 'Can\'t find end tag corresponding to start tag "b"'),
    "crossed": (html("<b><i>x</b></i>"), 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    "never opened": (html("x</b>"), "Unexpected end tag at byte offset 1"),
    "span": (html("<span>x</span>"), 'Tag "span" must have class "tg-spoiler"'),
    "quote in quote": (html("<blockquote><blockquote>x</blockquote></blockquote>"), "can't be nested"),
    "65 bytes": (buttons([("是", "数" * 21 + "xx")]), "BUTTON_DATA_INVALID"),
    "no label": (buttons([("", "1")]), "can't parse inline keyboard button"),
    "no data": (buttons([("是", "")]), "Text buttons are unallowed in the inline keyboard"),
    "9 in a row": (buttons([("是", "1")] * 9), "reply markup is too long"),
    "101 buttons": (buttons(*[[("是", "1")]] * 101), "reply markup is too long"),
    "unchanged": (same_again, "message is not modified"),
    "edit nothing": (lambda bot: bot.edit_message_text("x", CHAT, 99), "message to edit not found"),
    "delete nothing": (lambda bot: bot.delete_message(CHAT, 99), "message to delete not found"),
    "answer nothing": (lambda bot: bot.answer_callback_query("99"), "query is too old"),
    "long caption": (lambda bot: bot.send_photo(CHAT, PIXEL, "字" * 1025), "caption is too long"),
    "no image": (lambda bot: bot.send_photo(CHAT, b"%PDF"), "IMAGE_PROCESS_FAILED"),
    "empty file": (lambda bot: bot.send_document(CHAT, b"", filename="a.docx"), "file must be non-empty"),
    "unknown file": (lambda bot: bot.send_document(CHAT, "file-99"), "wrong file identifier"),
    "get unknown file": (lambda bot: bot.get_file("file-99"), "invalid file_id"),
    "album of one": (album(InputMediaPhoto(PIXEL)), "2-10 items"),
    "album of eleven": (album(*[InputMediaPhoto(PIXEL)] * 11), "2-10 items"),
    "mixed album": (album(InputMediaPhoto(PIXEL), InputMediaDocument(b"PK", filename="a.docx")), "mixed"),
    "unknown chat": (lambda bot: bot.send_message(4712, "x"), "chat not found"),
    "quoted nothing": (say("x", reply_to_message_id=99), "message to be replied not found"),
}


@pytest.mark.parametrize("case", REFUSALS)
async def test_refusals(api: BotApi, user: User, bot: Bot, case: str) -> None:
    act, reason = REFUSALS[case]
    with pytest.raises(BadRequest) as refusal:
        await act(bot)
    assert reason.lower() in refusal.value.message.lower()
    assert api.calls[-1].status == 400
    assert [message.text for message in user.messages] == (["问"] if case == "unchanged" else [])


async def test_what_just_fits_is_taken(user: User, bot: Bot) -> None:
    await bot.send_message(CHAT, "<b>" + "字" * 4096 + "</b>", parse_mode="HTML")
    await bot.send_photo(CHAT, PIXEL, "字" * 1024)
    rows = [[("是" * 9, "数" * 21 + "x")] * 8] * 12 + [[("是", "1")] * 4]
    with pytest.raises(BadRequest, match="too long"):  # a hundred buttons, but more than 10 kB
        await bot.send_message(CHAT, "问", reply_markup=keyboard(*rows))
    await bot.send_message(CHAT, "问", reply_markup=keyboard(*[[("是", "1")] * 8] * 12, [("是", "1")] * 4))
    assert len(user.messages) == 3


async def test_a_file_over_the_limit_is_refused(user: User, bot: Bot) -> None:
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(CHAT, bytes(50 * 2**20 + 1), filename="a.pdf")
    assert user.messages == []


async def test_wrong_token_and_unknown_method(api: BotApi, bot: Bot) -> None:
    with pytest.raises(InvalidToken):
        async with new_bot(api, "1:wrong"):
            pass
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendTeapot")


# Faults: how they are asked for, what PTB makes of them, and whether the message is there all the same.

FAULTS: dict[str, tuple[dict[str, Any], type[TelegramError], str, bool]] = {
    "500": ({"kind": "status", "status": 500, "description": "Internal"}, NetworkError, "Internal", False),
    "502": ({"kind": "status"}, NetworkError, "Bad Gateway", False),
    "409": ({"kind": "status", "status": 409, "description": "Conflict: x"}, Conflict, "Conflict", False),
    "429": ({"kind": "retry", "seconds": 7}, RetryAfter, "Retry in 0:00:07", False),
    "garbage": ({"kind": "garbage"}, TelegramError, "Invalid server response", False),
    "no answer before": ({"kind": "drop_before"}, NetworkError, "httpx", False),
    "no answer after": ({"kind": "drop_after"}, NetworkError, "httpx", True),
    "late answer": ({"kind": "delay", "seconds": 0.3}, TimedOut, "Timed out", True),
}


@pytest.mark.parametrize("case", FAULTS)
async def test_faults(api: BotApi, user: User, bot: Bot, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it PTB warns as soon as it makes a RetryAfter
    fault, error, message, done = FAULTS[case]
    api.user(CHAT + 1)
    api.fault("sendMessage", times=2, chat=CHAT, **fault)
    await bot.send_message(CHAT + 1, "别处照常")
    for _ in range(2):
        with pytest.raises(error, match=message):
            await bot.send_message(CHAT, "喂", read_timeout=0.1)
    await api.settled()
    assert [held.text for held in user.messages] == (["喂", "喂"] if done else [])
    await bot.send_message(CHAT, "又好了")
    assert user.messages[-1].text == "又好了"


async def test_a_poll_that_fails_confirms_nothing_or_all(api: BotApi, user: User, bot: Bot) -> None:
    user.say("喂")
    (update,) = await bot.get_updates()
    api.fault("getUpdates", "drop_before")
    with pytest.raises(NetworkError):
        await bot.get_updates(offset=update.update_id + 1)
    assert len(await bot.get_updates()) == 1
    api.fault("getUpdates", "drop_after")
    with pytest.raises(NetworkError):
        await bot.get_updates(offset=update.update_id + 1)
    assert await bot.get_updates() == ()


async def test_delay_is_a_round_trip_for_every_call(api: BotApi, user: User, bot: Bot) -> None:
    api.delay = 0.3
    started = time.monotonic()
    await asyncio.gather(*(bot.send_message(CHAT, str(number)) for number in range(9)))
    assert 0.3 <= time.monotonic() - started < 0.3 * 9
    assert len(api.called("sendMessage")) == len(user.messages) == 9
