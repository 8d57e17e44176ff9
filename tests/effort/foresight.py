"""What an official sees beforehand: a move, the known answers it would make so, and where the chat would be then.

It is asked of the core, which is pure; a move that would make so what is not known comes to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from bot.interview.conversation import advance
from bot.interview.events import Answer, Cleared, Dossier, Turn
from bot.interview.group_screen import members
from bot.interview.pack import Question
from bot.interview.passages import Passage
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.values import Chosen, Nothing, Value
from tests.effort.phone import Move, Phone, given
from tests.effort.townships import Known, Year

PASSING = frozenset({State.ASKING, State.GROUP})
"""The states the chat comes to by itself."""

TO_TYPE = 3
"""What a message costs beside its characters, in presses: the keyboard is opened, the text sent, and read once more."""

AWAY = 4
"""What it costs to come to a question that is not on the way, in presses: the 目录, its section, 看本节, and back."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known and where the chat is: now, or after moves that were only thought of."""

    dossier: Dossier
    session: Session


@dataclass(frozen=True, slots=True)
class Outlook:
    """A move and what it would come to: how many known answers it makes so, and the moment after it.

    `besides`: to how many questions that are not on the way.
    """

    move: Move
    gain: int
    after: Moment
    besides: int = 0

    @property
    def worth(self) -> Fraction:
        """Gain for what it costs beyond what it saves."""
        return Fraction(self.gain, max(cost(self.move) - AWAY * self.besides, 1))


def _unwritten(_: Dossier, __: int) -> tuple[Passage, ...]:
    return ()


def cost(move: Move) -> int:
    """What a move costs, in presses."""
    return 1 if move.press else TO_TYPE + move.typed


class Foresight:
    """What is known of one year, held against what is given and what a move would give."""

    def __init__(self, phone: Phone, year: Year) -> None:
        self.phone, self.year = phone, year
        self.pack = replace(phone.desk.content.pack, write=_unwritten)  # what it prints is not looked at

    def left(self, scene: Scene) -> list[Question]:
        """The questions of the section the chat is in whose answer is known and not given."""
        return [question for question in scene.section.questions if self.missing(scene, question.id)]

    def about(self, now: Moment) -> tuple[Question, ...]:
        """The questions a screen shows: one, or those of its group."""
        if now.session.question not in self.pack.questions or now.session.state is State.REVIEW:
            return ()
        scene = self.scene(now)
        asked = self.pack.questions[now.session.question]
        if now.session.state is State.GROUP:
            return tuple(self.pack.questions[entry.question.id] for entry in members(scene))
        return (asked,)

    def outlook(self, now: Moment, move: Move) -> Outlook | None:
        """Foresee a move; None where it would make something so that is not known to be."""
        turn = self._foreseen(move, now)
        facts = [fact for fact in turn.facts if isinstance(fact, Answer | Cleared)]
        before = self.scene(now)
        after = before.after(turn.facts)
        moment = Moment(after.dossier, turn.session)
        if turn.session.held and not facts:
            return Outlook(move, 1, moment) if move.text else None
        gain = 0
        answered = {fact.question for fact in facts}
        about = {question.id for question in self.about(now)}
        for question in answered:
            known = self.year.known.get(question)
            if known is None:
                if not after.pack.section_of[question].kept:
                    return None
                continue
            was, is_ = (_so(scene.known.entries[question].answers, known) for scene in (before, after))
            if is_ is None:
                return None
            gain += is_ - (was or 0)
        return Outlook(move, gain, moment, len(answered - about) if now.session.state in PASSING else 0)

    def missing(self, scene: Scene, question: str) -> bool:
        """Tell whether the answer of a question is known, and not given whole."""
        known = self.year.known.get(question)
        if known is None:
            return False
        entry = scene.known.entries[question]
        return entry.applies and _so(entry.answers, known) != _all(known)

    def scene(self, now: Moment) -> Scene:
        """Give a moment as the core sees it."""
        return Scene(self.pack, now.dossier, now.session)

    def after(self, move: Move, now: Moment) -> Moment:
        """Give the moment after a move."""
        turn = self._foreseen(move, now)
        return Moment(self.scene(now).after(turn.facts).dossier, turn.session)

    def _foreseen(self, move: Move, now: Moment) -> Turn:
        return advance(self.pack, now.dossier, now.session, given(move, self.phone.at, now.session, self.phone.keys))


def _so(answers: Iterable[Answer], known: Known) -> int | None:
    """Count the parts of an answer that are as they are known to be; None where one is not."""
    values = [answer.value for answer in answers]
    wanted = _parts(known.values)
    parts = _parts(values)
    return len(parts) if set(parts) <= set(wanted) else None


def _all(known: Known) -> int:
    return len(_parts(known.values))


def _parts(values: Iterable[Value | Nothing]) -> list[object]:
    """The parts of values that can be given one by one: each choice, each item."""
    parts: list[object] = []
    for value in values:
        if isinstance(value, Chosen):
            parts += [*value.ids, *value.other]
        else:
            parts.append(value)
    return parts
