"""Plays an answers file through the real conversation, message by message, and tells how each section went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.channels.terminal import CHAT, turn
from bot.content.answers_file import AnswersFile, starting
from bot.desk import Desk
from bot.interview.inputs import Commanded, Input, Said
from bot.interview.pack import Kind


def play(desk: Desk, answers: AnswersFile, tell: Callable[[str], None]) -> None:
    """Answer every question the conversation asks with what the file has for it, and skip the rest.

    `tell` gets a line per section: its title, the questions asked and answered.
    """
    at = starting(answers.year)
    player = _Player(desk, at)
    with desk.store.transaction():
        desk.store.ensure_local(CHAT, at)
    player.send(Commanded(at, "start"))
    player.send(Said(at, str(answers.year)))
    section, asked, answered = "", 0, 0
    while question := player.question():
        here = desk.content.pack.section_of[question].title
        if here != section:
            _report(tell, section, asked, answered)
            section, asked, answered = here, 0, 0
        asked += 1
        answered += question in answers.typed
        player.answer(question, answers.typed.get(question, ()))
    _report(tell, section, asked, answered)


def _report(tell: Callable[[str], None], section: str, asked: int, answered: int) -> None:
    if section:
        tell(f"{section}：问了{asked}题，答了{answered}题")


class _Player:
    """The official's side of the conversation."""

    def __init__(self, desk: Desk, at: datetime) -> None:
        self.desk, self.at = desk, at

    def send(self, given: Input) -> None:
        turn(self.desk, CHAT, given, lambda _: None, lambda: self.at)

    def question(self) -> str:
        return self.desk.question_of(CHAT)

    def answer(self, question: str, typed: tuple[str, ...]) -> None:
        """Type the messages for a question, stand by what is asked back, and go on where it does not by itself."""
        for text in typed:
            self.send(Said(self.at, text))
            if self.desk.holds(CHAT):
                self.send(Said(self.at, self.desk.content.pack.phrases["button_keep"]))
        if self.question() == question:
            asked = self.desk.content.pack.questions[question]
            finishes = typed and (asked.collects or asked.kind is Kind.CHOICE_MANY)
            done = self.desk.content.pack.phrases["button_done"]
            self.send(Said(self.at, done) if finishes else Commanded(self.at, "skip"))
