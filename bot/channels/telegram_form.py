"""The forms Telegram knows: an update as an input, paragraphs as HTML pieces, buttons as a keyboard; sends nothing."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from telegram import ChatMember, Document, Update
from telegram.constants import ChatType, MessageLimit

from bot.interview.events import Button
from bot.interview.inputs import (
    Attached,
    Commanded,
    Edited,
    Input,
    Pressed,
    Said,
    Sent,
)
from bot.interview.reading import units
from bot.report.text import Line
from bot.settings import LOCAL_TIME, now

PREFIX = "telegram:"
"""Before a chat's number, and an update's, in the database."""


def chat_of(update: Update) -> str:
    """Name the chat an update is from; "" for one that is not a private chat."""
    chat = update.effective_chat
    private = chat is not None and chat.type == ChatType.PRIVATE and type(chat.id) is int
    return f"{PREFIX}{chat.id}" if chat and private else ""


def number_of(chat: str) -> int:
    """Give Telegram's number of a chat: 4711 of "telegram:4711"."""
    return int(chat.removeprefix(PREFIX))


def to_input(update: Update) -> Input | None:
    """Turn an update into an input; None for one that says nothing to us: a pinned message, a live location moving.

    Fields of a type Telegram does not promise count as absent.
    """
    if update.callback_query:
        screen, _, choice = _words(update.callback_query.data).partition(":")
        number = int(screen) if screen.isdecimal() and len(screen) < 12 else -1
        under = update.callback_query.message
        return Pressed(now(), number, choice, _number(under.message_id) if under else None)
    message = update.edited_message or update.message
    if message is None:
        return None
    text, caption = _words(message.text), _words(message.caption)
    at, id_ = _local(message.edit_date or message.date), _number(message.message_id)
    if update.edited_message:
        return Edited(at, text, id_) if text else Sent(at, "edited", caption) if caption else None
    if not text:
        if _says_nothing(update):
            return None
        attached = message.effective_attachment
        what = "photo" if isinstance(attached, Sequence) else type(attached).__name__.lower()
        return Sent(at, what, caption, _file(attached) if isinstance(attached, Document) else None)
    return _said(text, at, id_)


def album_of(update: Update) -> str:
    """Name the album that a picture came in, of which each is an update of its own; "" for a file, and without one."""
    message = update.message
    return _words(message.media_group_id) if message and not message.document else ""


def unwanted(update: Update) -> tuple[int, bool] | None:
    """Give a group or channel this is from, in which we have no business, and whether one can speak there.

    None for a private chat, and for one that put us out already.
    """
    chat, ours = update.effective_chat, update.my_chat_member
    if chat is None or type(chat.id) is not int or chat.type not in _MANY:
        return None
    if ours and ours.new_chat_member.status in (ChatMember.LEFT, ChatMember.BANNED):
        return None
    return chat.id, chat.type != ChatType.CHANNEL


_MANY = (ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL)


def _says_nothing(update: Update) -> bool:
    """Tell whether nobody wrote a message: it was pinned, or a timer set."""
    from telegram.ext import filters  # noqa: PLC0415 - a tenth of the start, for what seldom comes

    return bool(filters.StatusUpdate.ALL.check_update(update))


def _file(document: Document) -> Attached:
    return Attached(_words(document.file_id), _words(document.file_name), _words(document.mime_type))


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(message_id: object) -> int | None:
    """Give a message's number; None for one that SQLite takes for none."""
    return message_id if isinstance(message_id, int) and 0 < message_id < 2**63 else None


def _local(date: object) -> datetime:
    """Give a time of Telegram's as ours; now, where it is none of this century's."""
    if isinstance(date, datetime) and 2000 < date.year < 2100:
        return date.astimezone(LOCAL_TIME)
    return now()


def _said(text: str, at: datetime, message: int | None) -> Input:
    if not text.startswith("/"):
        return Said(at, text, message)
    name, _, rest = text[1:].partition(" ")
    return Commanded(at, name.partition("@")[0].lower(), rest.strip())


def keyboard(rows: Sequence[Sequence[Button]], screen: int) -> dict[str, Any] | None:
    """Make a keyboard whose buttons bear the screen's number and the choice: `7:=yes`, 64 bytes at most."""
    if not rows:
        return None
    buttons = [[{"text": each.label, "callback_data": f"{screen}:{each.id}"} for each in row] for row in rows]
    return {"inline_keyboard": buttons}


def pieces(lines: Sequence[Line]) -> list[str]:
    """Write paragraphs as HTML, in as few messages as hold them; cut between paragraphs, or inside one too long.

    A message holds 4096 UTF-16 units after parsing (Bot API, sendMessage); counted before it, which is never less.
    """
    texts: list[str] = []
    for number, part in ((number, part) for line in lines for number, part in enumerate(_parts(line))):
        between = "" if number else "\n"
        joined = f"{texts[-1]}{between}{part}" if texts else part
        if texts and units(joined) <= MessageLimit.MAX_TEXT_LENGTH:
            texts[-1] = joined
        else:
            texts.append(part)
    return [text for text in texts if text.strip()] or ["…"]


def _parts(line: Line) -> Iterator[str]:
    """Escape a paragraph, cut where it alone is too long for a message; each character takes 6 units at most."""
    whole = _escaped(line.text, strong=line.strong)
    if units(whole) <= MessageLimit.MAX_TEXT_LENGTH:
        yield whole
        return
    step = MessageLimit.MAX_TEXT_LENGTH // 6 - 2
    yield from (_escaped(line.text[start : start + step], strong=False) for start in range(0, len(line.text), step))


def _escaped(text: str, *, strong: bool) -> str:
    escaped = html.escape(text, quote=False)
    return f"<b>{escaped}</b>" if strong and escaped.strip() else escaped
