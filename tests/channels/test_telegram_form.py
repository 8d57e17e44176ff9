"""Every type of update, as Telegram writes it, as an input; and what people send that is no answer, on the phone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from telegram import Update

from bot.channels.telegram_form import chat_of, to_input
from bot.interview.inputs import Commanded, Edited, Pressed, Said, Sent
from tests.fuzz.updates import (
    CAPTIONED,
    CHANNEL,
    DATA,
    GROUP,
    MEDIA,
    PRIVATE,
    SERVICE,
    TEXTS,
    broken,
    message,
    plain,
    press,
)


def read(raw: Mapping[str, Any]) -> Update:
    return Update.de_json(dict(raw), None)


@pytest.mark.parametrize("name", TEXTS)
def test_any_text_counts_as_typed_however_it_came(name: str) -> None:
    given_ = to_input(read(message(TEXTS[name])))
    assert isinstance(given_, Said)
    assert (given_.text, given_.message, given_.at.isoformat()) == ("16次", 8, "2026-01-08T17:30:00+08:00")


@pytest.mark.parametrize("name", MEDIA)
def test_media_is_sent_and_what_is_written_under_it_comes_along(name: str) -> None:
    for caption in ("", "白土乡") if name in CAPTIONED else ("",):
        given_ = to_input(read(message(MEDIA[name] | ({"caption": caption} if caption else {}))))
        assert isinstance(given_, Sent)
        assert given_.text == caption


@pytest.mark.parametrize("name", SERVICE)
def test_what_happened_to_the_chat_says_nothing_to_us(name: str) -> None:
    assert to_input(read(message(SERVICE[name]))) is None


def test_an_edit_counts_where_it_changes_words() -> None:
    text = to_input(read(message({"text": "18次"}, kind="edited_message")))
    assert isinstance(text, Edited)
    assert (text.text, text.message) == ("18次", 8)
    caption = to_input(read(message(MEDIA["photo"] | {"caption": "乡"}, kind="edited_message")))
    assert isinstance(caption, Sent)
    assert to_input(read(message(MEDIA["live location"], kind="edited_message"))) is None


@pytest.mark.parametrize("name", DATA)
def test_a_press_of_any_data_is_a_press_and_one_nobody_can_read_is_of_no_screen(name: str) -> None:
    given_ = to_input(read(press(DATA[name])))
    assert isinstance(given_, Pressed)
    ours = name in {"ours", "full", "half", "many", "wide number"}
    assert given_.screen == (7 if ours else -1)
    assert given_.choice == {"ours": "=yes", "many": "a:b:c"}.get(name, given_.choice)


@pytest.mark.parametrize(
    ("text", "meant"), [("/menu", "menu"), ("/Menu@wengao_bot x", "menu"), ("/", ""), ("/菜单", "菜单")]
)
def test_what_begins_with_a_slash_is_a_command(text: str, meant: str) -> None:
    given_ = to_input(read(message({"text": text})))
    assert isinstance(given_, Commanded)
    assert given_.name == meant


def test_only_a_private_chat_is_a_chat() -> None:
    assert chat_of(read(message(TEXTS["text"]))) == "telegram:4711"
    assert [chat_of(read(message(TEXTS["text"], chat))) for chat in (GROUP, CHANNEL)] == ["", ""]
    assert chat_of(read(message(TEXTS["text"], CHANNEL, "channel_post"))) == ""
    assert chat_of(read(press("7:=yes", inline_message_id="z"))) == ""
    assert chat_of(read(message(TEXTS["text"], PRIVATE | {"id": "4711"}))) == ""


def test_every_type_of_update_can_be_read() -> None:
    updates = list(plain())
    assert len(updates) > 300
    for raw in updates:
        to_input(read(raw))


@given(broken())
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_what_the_library_reads_of_a_broken_update_never_fails_here(raw: dict[str, Any]) -> None:
    try:
        update = read(raw)
    except Exception:
        return
    chat, given_ = chat_of(update), to_input(update)
    assert chat == "" or int(chat.removeprefix("telegram:"))
    assert given_ is None or given_.at.tzinfo
    for field in ("text", "choice", "name"):
        assert isinstance(getattr(given_, field, ""), str)
