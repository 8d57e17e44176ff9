"""Plays an answers file through the real conversation, message by message, and tells how each section went."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from bot.channels.terminal import CHAT, turn
from bot.content.answers_file import AnswersFile, starting
from bot.desk import Desk
from bot.interview.inputs import Commanded, Input, Said
from bot.interview.pack import Kind
from bot.interview.screen_parts import CIRCLED

GAP = "-"
"""What stands for an answer that is not given, where several are given in order."""


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
    section, seen, given = "", set[str](), answers.typed.keys()
    while question := player.question():
        here = desk.content.pack.section_of[question].title
        if here != section:
            _report(tell, section, seen, given)
            section, seen = here, set()
        together, in_order = desk.group_of(CHAT)
        seen |= {question, *together}
        if together:
            player.answer_together(answers, together, in_order)
        else:
            player.answer(question, answers.typed.get(question, ()))
    _report(tell, section, seen, given)
    for number, part in enumerate(desk.content.pack.sections, 1):
        if wanted := [q.id for q in part.questions if q.optional and q.id in given]:
            player.look_at(number)
            for question in wanted:
                player.answer_by_name(question, answers.typed[question])


def _report(tell: Callable[[str], None], section: str, asked: set[str], given: Collection[str]) -> None:
    if section:
        tell(f"{section}：问了{len(asked)}题，答了{len(asked & {*given})}题")


class _Player:
    """The official's side of the conversation."""

    def __init__(self, desk: Desk, at: datetime) -> None:
        self.desk, self.at = desk, at

    def send(self, given: Input) -> None:
        turn(self.desk, CHAT, given, lambda _: None, lambda: self.at)

    def question(self) -> str:
        return self.desk.question_of(CHAT)

    def type_in(self, text: str) -> None:
        """Type a message, and stand by it where that is asked."""
        self.send(Said(self.at, text))
        if self.desk.holds(CHAT):
            self.send(Said(self.at, self.desk.content.pack.phrases["button_keep"]))

    def answer(self, question: str, typed: tuple[str, ...]) -> None:
        """Type the messages for a question, and go on where it does not by itself."""
        for text in typed:
            self.type_in(text)
        if self.question() == question:
            asked = self.desk.content.pack.questions[question]
            finishes = typed and (asked.collects or asked.kind is Kind.CHOICE_MANY)
            done = self.desk.content.pack.phrases["button_done"]
            self.send(Said(self.at, done) if finishes else Commanded(self.at, "skip"))

    def look_at(self, section: int) -> None:
        """Go to the review of a section."""
        self.send(Commanded(self.at, "menu"))
        self.send(Said(self.at, str(section)))
        if self.question():
            self.send(Said(self.at, self.desk.content.pack.phrases["button_review"]))

    def answer_by_name(self, question: str, typed: tuple[str, ...]) -> None:
        """Answer a question from the review of its section, whether it was asked or not."""
        label = self.desk.content.pack.questions[question].label
        self.type_in(f"{label}：{typed[0]}")
        if self.question() == question:
            for text in typed[1:]:
                self.type_in(text)
            self.send(Said(self.at, self.desk.content.pack.phrases["button_done"]))

    def answer_together(self, answers: AnswersFile, together: tuple[str, ...], in_order: tuple[str, ...]) -> None:
        """Type one message for the questions of a screen, one more for those that need none, and go on."""
        if any(question in answers.typed for question in in_order):
            self.type_in("\n".join(answers.typed.get(question, (GAP,))[0] for question in in_order))
        more = [question for question in together if question in answers.typed and question not in in_order]
        if more and self.desk.group_of(CHAT)[0][:1] == together[:1]:
            self.type_in("\n".join(CIRCLED[together.index(question)] + answers.typed[question][0] for question in more))
        shown, still = self.desk.group_of(CHAT)
        if shown[:1] == together[:1] and set(still) <= set(in_order):
            if not still:
                self.type_in(self.desk.content.pack.phrases["button_right"])
            if self.desk.group_of(CHAT)[0] == shown:
                self.send(Commanded(self.at, "skip"))
