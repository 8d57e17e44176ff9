"""An interview as the library's examples write one: a state for each question, all of it in a pickle."""

from __future__ import annotations

import json
import pickle
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.warnings import PTBUserWarning

from bot.settings import read_settings
from tests.benchmark.echo import builder
from tests.benchmark.plan import Screen

NAME = "interview"
END = "全部问完了，谢谢！"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what its buttons say."""

    ask: str
    buttons: tuple[str, ...]

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons, two in a row."""
        buttons = [InlineKeyboardButton(label, callback_data=label) for label in self.buttons]
        rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
        return InlineKeyboardMarkup(rows) if rows else None

    @property
    def screen(self) -> Screen:
        """The message that asks it."""
        return Screen(self.ask, self.keyboard.to_dict() if self.keyboard else None)


class Interview:
    """The callbacks of the conversation; a state is the number of the question asked."""

    def __init__(self, questions: list[Question]) -> None:
        self.questions = questions

    def handler(self) -> ConversationHandler[Any]:
        """Put the callbacks together."""
        typed = MessageHandler(filters.TEXT & ~filters.COMMAND, self.typed)
        states: dict[object, list[Any]] = {
            number: [CallbackQueryHandler(self.pressed), typed] if question.buttons else [typed]
            for number, question in enumerate(self.questions)
        }
        return ConversationHandler(
            entry_points=[CommandHandler("start", self.start)],
            states=states,
            fallbacks=[CommandHandler("start", self.start)],
            name=NAME,
            persistent=True,
        )

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        """Ask the first question."""
        _data(context)["answers"] = []
        return await self._ask(cast("Message", update.message), 0)

    async def typed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        """Keep a text, ask on."""
        message = cast("Message", update.message)
        return await self._keep(message, context, message.text or "")

    async def pressed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        """Keep a press, ask on."""
        assert update.callback_query
        await update.callback_query.answer()
        return await self._keep(cast("Message", update.callback_query.message), context, update.callback_query.data)

    async def _keep(self, message: Message, context: ContextTypes.DEFAULT_TYPE, answer: str | None) -> int:
        answers = _data(context)["answers"]
        answers.append(answer)
        return await self._ask(message, len(answers))

    async def _ask(self, message: Message, number: int) -> int:
        if number == len(self.questions):
            await message.reply_text(END)
            return ConversationHandler.END
        question = self.questions[number]
        await message.reply_text(question.ask, reply_markup=question.keyboard)
        return number


def _data(context: ContextTypes.DEFAULT_TYPE) -> dict[str, Any]:
    return cast("dict[str, Any]", context.user_data)


def write_questions(file: Path, questions: list[Question]) -> None:
    """Keep the questions beside the pickle."""
    file.with_suffix(".json").write_text(json.dumps(list(map(asdict, questions))), encoding="utf-8")


def write_states(file: Path, chats: dict[int, list[str]]) -> None:
    """Write the pickle, as PicklePersistence does, of chats that gave some answers; each is asked the next."""
    states = {NAME: {(chat, chat): len(answers) for chat, answers in chats.items()}}
    people = {chat: {"answers": answers} for chat, answers in chats.items()}
    kept = {"conversations": states, "user_data": people, "chat_data": {}, "bot_data": {}, "callback_data": None}
    file.write_bytes(pickle.dumps(kept))


def main() -> None:
    settings = read_settings()
    kept = json.loads(settings.database.with_suffix(".json").read_text(encoding="utf-8"))
    warnings.filterwarnings("ignore", category=PTBUserWarning)  # of per_message, which is as we want it
    application = builder(settings).persistence(PicklePersistence(settings.database)).build()
    application.add_handler(Interview([Question(one["ask"], tuple(one["buttons"])) for one in kept]).handler())
    application.run_polling()


if __name__ == "__main__":
    main()
