"""What an official has to say: which question a screen asks, and what is answered to it; no chat."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from bot.content.answers_file import read_answers
from bot.content.content import Content, read_content
from tests.saying import said

if TYPE_CHECKING:
    from bot.interview.pack import Question


class Script:
    def __init__(self, content: Content) -> None:
        answers = read_answers(content.sample, content.pack)
        self.pack, self.year, self.typed = content.pack, answers.year, said(content)
        self._asked = [(_asks(question.ask), question) for question in content.pack.questions.values()]
        self._known: dict[str, Question | None] = {}

    def question(self, screen: str) -> Question | None:
        """The question a screen asks; None for the menu."""
        lines = screen.split("\n")
        return next((question for line in lines if (question := self._of(line)) is not None), None)

    def _of(self, line: str) -> Question | None:
        if line not in self._known:
            asking = (question for asks, question in self._asked if asks.fullmatch(line))
            self._known[line] = next(asking, None)
        return self._known[line]


@functools.cache
def shipped() -> Script:
    """The script of what is shipped; reading it takes half a second."""
    return Script(read_content())


def _asks(ask: str) -> re.Pattern[str]:
    words = r".+".join(re.escape(part) for part in re.split(r"\{\w+\}", ask))
    return re.compile(words + r"(（必答）)?")
