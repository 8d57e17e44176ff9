"""The facts of an answer given, or taken back, at the question a chat is at; decides nothing."""

from __future__ import annotations

from datetime import datetime

from bot.interview.events import Answer, Cleared
from bot.interview.scene import Scene
from bot.interview.values import Nothing, Value


def answer_of(
    scene: Scene, value: Value | Nothing, typed: str, at: datetime, message: int | None = None, source: str = "typed"
) -> Answer:
    """Give an answer of this member to the question; as an item of a list it still needs its place."""
    question = scene.session.question
    return Answer(scene.year_of(question), question, value, typed, at, source=source, by=scene.writer, message=message)


def cleared(scene: Scene, at: datetime) -> tuple[Cleared, ...]:
    """Take back all that was answered to the question."""
    return tuple(
        Cleared(answer.year, answer.question, answer.item, at) for answer in scene.entry.answers if scene.entry.stored
    )
