"""What became of all that officials sent, told by the database and the server's record; knows no process."""

from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.storm.official import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.botapi import BotApi, Call
    from tests.storm.official import Act, Official
    from tests.storm.process import Bot

ANSWERS = """SELECT m.chat, a.question, a.typed, a.message, a.absence FROM answers a JOIN members m ON m.id = a.member
             ORDER BY a.id"""
SCREENS = """SELECT s.chat, s.screen, (SELECT json_extract(o.payload, '$.text') FROM outbox o
             WHERE o.chat = s.chat AND o.kind = 'ask' ORDER BY o.id DESC LIMIT 1) FROM sessions s"""


@dataclass
class Verdict:
    """Counts, and in `faults` a line for each thing that is wrong."""

    sent: int = 0
    answers: int = 0
    lost: int = 0
    twice: int = 0
    wrong: int = 0
    disordered: int = 0
    without_screen: int = 0
    without_document: int = 0
    repeated: int = 0
    most_repeated: int = 0
    faults: list[str] = field(default_factory=list)

    def blame(self, kind: str, chat: str, what: object) -> None:
        setattr(self, kind, getattr(self, kind) + 1)
        self.faults.append(f"{kind} {chat} {what}")


def judge(api: BotApi, bot: Bot, officials: Sequence[Official]) -> Verdict:
    """Judge a bot that has fallen silent."""
    verdict = Verdict(sent=len(api.world.updates.told))
    stored = defaultdict(list)
    for chat, *row in bot.rows(ANSWERS):
        stored[chat].append(tuple(row))
    for official in officials:
        _answers(verdict, name(official), official.acts, stored.pop(name(official), []))
    for chat in stored:
        verdict.blame("wrong", chat, "nobody's chat")
    _updates(verdict, api, bot)
    _screens(verdict, bot, officials)
    _repeats(verdict, api.calls)
    return verdict


def name(official: Official) -> str:
    return f"telegram:{official.user.chat.id}"


def _answers(verdict: Verdict, chat: str, acts: Sequence[Act], rows: list[Any]) -> None:
    """Each act's rows, in order: where they are not what is stored, tell what each missing or surplus row is."""
    wanted = [act for act in acts for _ in range(act.rows)]
    verdict.answers += len(wanted)
    if len(wanted) == len(rows) and all(map(_fits, wanted, rows)):
        return
    missing, rest = [], list(rows)
    for act in wanted:
        found = next((row for row in rest if _fits(act, row)), None)
        missing += [act] if found is None else []
        rest.remove(found) if found else None
    for act in missing:
        moved = next((row for row in rest if act.message is not None and row[2] == act.message), None)
        rest.remove(moved) if moved else None
        verdict.blame("wrong" if moved else "lost", chat, (act, moved))
    for row in rest:
        verdict.blame("twice", chat, row)
    if not missing and not rest:
        verdict.blame("disordered", chat, rows)


def _fits(act: Act, row: Any) -> bool:
    question, typed, message, absence = row
    told = message in (None, act.message) and (not act.typed or typed in act.typed)
    return bool(told and question == act.question and absence != "cleared")


def _updates(verdict: Verdict, api: BotApi, bot: Bot) -> None:
    """Every update was taken, under its own key and for its own chat; what was handled twice shows in the answers.

    That somebody blocked the bot or let it in again says nothing, and leaves no row.
    """
    taken = dict(bot.rows("SELECT key, chat FROM updates"))
    for update in api.world.updates.told:
        if "my_chat_member" in update:
            continue
        chat = _chat(update)
        if taken.pop(f"telegram:{update['update_id']}", None) != chat:
            verdict.blame("lost", chat, update)
    for key, chat in taken.items():
        verdict.blame("twice", chat, key)


def _chat(update: dict[str, Any]) -> str:
    """The chat an update is from, as the bot names it; "" for one that nobody can read."""
    content = next(value for key, value in update.items() if key != "update_id")
    chat = content.get("message", content)["chat"]
    return f"telegram:{chat['id']}" if isinstance(chat, dict) else ""


def _screens(verdict: Verdict, bot: Bot, officials: Sequence[Official]) -> None:
    """Nothing waits to be sent, what was ordered came, and the last message of each chat is its session's screen."""
    screens = {chat: (number, text) for chat, number, text in bot.rows(SCREENS)}
    for (row,) in bot.rows("SELECT chat FROM outbox WHERE sent_at IS NULL"):
        verdict.blame("without_screen", row, "unsent")
    for official in officials:
        if official.ordered and not any(message.kind == "document" for message in official.user.messages):
            verdict.blame("without_document", name(official), "ordered")
        last = official.user.messages[-1]
        shown = (number_of(last), last.text) if last.from_bot and last.keyboard else (0, last.text)
        if shown != screens.get(name(official)):
            verdict.blame("without_screen", name(official), (shown, screens.get(name(official))))


def _repeats(verdict: Verdict, calls: Sequence[Call]) -> None:
    """A message sent anew though it had been: how many in all, and at most in one chat within one life of the bot."""
    repeats: Counter[tuple[int, int | None]] = Counter()
    sent: dict[int | None, str] = {}
    for life, call in _sent(calls):
        message = json.dumps([call.params.get("text"), call.params.get("reply_markup")])
        repeats[life, call.chat] += sent.get(call.chat) == message
        sent[call.chat] = message
    verdict.repeated = sum(repeats.values())
    verdict.most_repeated = max(repeats.values(), default=0)


def _sent(calls: Sequence[Call]) -> Iterator[tuple[int, Call]]:
    """The messages that went out, each with the life of the bot it belongs to; a life begins with getMe."""
    lives = itertools.accumulate(call.method == "getMe" for call in calls)
    pairs = zip(lives, calls, strict=True)
    return ((life, call) for life, call in pairs if call.method == "sendMessage" and call.done)
