"""An official who looks at the screen and does what costs least: a press where a button says it, else a short text.

What a move would do is seen beforehand by asking the core, which is pure; only what makes known answers so is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from bot.interview.conversation import advance
from bot.interview.events import Answer, Cleared, Turn
from bot.interview.pack import Question
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.values import Chosen, Nothing, Value
from tests.effort.phone import Move, Phone, given
from tests.effort.townships import Known, Year
from tests.effort.words import forms, own_words, together

TO_TYPE = 3
"""What a message costs beside its characters, in presses: the keyboard is opened, the text sent, and read once more."""

WAYS_ON = ("keep", "done", "ok", "default", "skip", "next", "go", "menu")
"""Buttons that lead on where nothing more is to be said, the first there is."""

MOST_MOVES = 600

ONE, GROUPS, SHEET = "逐题", "按组", "题单"


@dataclass(frozen=True, slots=True)
class Outlook:
    """A move and what it would come to: how many known answers it makes so, and where the chat would be."""

    move: Move
    gain: int
    turn: Turn

    @property
    def worth(self) -> Fraction:
        """Gain for what it costs."""
        cost = 1 if self.move.press else TO_TYPE + self.move.typed
        return Fraction(self.gain, cost)


class Official:
    """Plays one year; `way`: one question after the other, or whole groups where there are."""

    def __init__(self, phone: Phone, year: Year, way: str) -> None:
        self.phone, self.year, self.way = phone, year, way
        self.pack = phone.desk.content.pack

    @property
    def untold(self) -> list[str]:
        """The questions whose answer is known and not given."""
        scene = self._scene(self.phone.session)
        return [question for question in self.year.known if self._missing(scene, question)]

    def play(self) -> None:
        """Go from the screen there is to the document."""
        for _ in range(MOST_MOVES):
            if self.phone.issued:
                return
            self.phone.do(self._next())
        raise AssertionError(f"no document after {MOST_MOVES} moves, at {self.phone.session}")

    def _next(self) -> Move:
        session = self.phone.session
        if session.state is State.NAMING:
            return Move(text="小李", about="start")
        if session.state is State.YEAR:
            return Move(press=f"={self.year.year}", about="start")
        best = self._best(session, self._moves(session))
        if best:
            return best.move
        return self._home(session) if session.state is State.MENU else self._on(session)

    def _home(self, session: Session) -> Move:
        """From the menu: to another year, to a question whose answer is known, or to the document."""
        if session.year != self.year.year:
            return Move(press="year", about="start")
        for button in self.phone.buttons:
            turn = self._foreseen(Move(press=button.id), session)
            if turn.session.state is not State.MENU and button.id != "year" and self._leads(turn):
                return Move(press=button.id, about="menu")
        return Move(press="draft", about="draft")

    def _leads(self, turn: Turn) -> bool:
        """Tell whether the screen a turn leads to is about a question whose answer is known and not given."""
        scene = self._scene(turn.session)
        return any(self._missing(scene, question.id) for question in self._about(turn.session))

    def _on(self, session: Session) -> Move:
        """Lead on from a screen where nothing is to be said."""
        ids = [button.id for button in self.phone.buttons]
        scene = self._scene(session)
        for id_ in ids:  # one of a group is opened alone, where it is not said with the others
            if id_.startswith("g:") and self._missing(scene, id_[2:]):
                return Move(press=id_, about=id_[2:])
        for way in WAYS_ON:
            if way in ids:
                return Move(press=way, about=session.question or session.state.value)
        return Move(text="/menu", about=session.state.value)

    # What could be done, and what it would come to.

    def _moves(self, session: Session) -> Iterator[Move]:
        about = self._about(session)
        for button in self.phone.buttons:
            if button.id not in ("back", "menu", "draft", "year"):
                mark, _, one = button.id.partition(":")
                yield Move(press=button.id, about=one if mark in ("g", "t") else session.question)
        scene = self._scene(session)
        for question in about:
            known = self.year.known.get(question.id)
            if known and question.id == session.question and self._missing(scene, question.id):
                stored = [answer.value for answer in scene.known.entries[question.id].answers]
                for text in dict.fromkeys(filter(None, forms(question, known, stored))):
                    yield Move(text=text, own=own_words(question, known, text), about=question.id)
        if len(about) > 1 and self.way == GROUPS:
            for text, own in together(about, [self.year.known.get(question.id) for question in about]):
                yield Move(text=text, own=own, about=session.question)

    def _about(self, session: Session) -> tuple[Question, ...]:
        """The questions a screen is about: one, or those of its group whose branch is taken."""
        if session.question not in self.pack.questions:
            return ()
        scene = self._scene(session)
        asked = scene.entry.question
        if session.state is State.ASKING or not asked.group:
            return (asked,)
        return tuple(entry.question for entry in scene.applying(scene.section) if entry.question.group == asked.group)

    def _best(self, session: Session, moves: Iterable[Move]) -> Outlook | None:
        outlooks = (self._outlook(session, move) for move in moves)
        good = [outlook for outlook in outlooks if outlook and outlook.gain > 0]
        return max(good, key=lambda outlook: outlook.worth, default=None)

    def _outlook(self, session: Session, move: Move) -> Outlook | None:
        """Foresee a move; None where it would make something so that is not known to be."""
        turn = self._foreseen(move, session)
        facts = [fact for fact in turn.facts if isinstance(fact, Answer | Cleared)]
        if turn.session.held and not facts:
            return Outlook(move, 1, turn) if move.text else None
        before = self._scene(session)
        after = before.after(turn.facts)
        gain = 0
        for question in {fact.question for fact in facts}:
            known = self.year.known.get(question)
            if known is None:
                if not after.pack.section_of[question].kept:
                    return None
                continue
            was, now = (_so(scene.known.entries[question].answers, known) for scene in (before, after))
            if now is None:
                return None
            gain += now - (was or 0)
        return Outlook(move, gain, turn)

    def _missing(self, scene: Scene, question: str) -> bool:
        known = self.year.known.get(question)
        if known is None:
            return False
        entry = scene.known.entries[question]
        return entry.applies and _so(entry.answers, known) != _all(known)

    def _scene(self, session: Session) -> Scene:
        return Scene(self.pack, self.phone.dossier, session)

    def _foreseen(self, move: Move, session: Session) -> Turn:
        phone = self.phone
        return advance(self.pack, phone.dossier, session, given(move, phone.at, session, phone.keys))


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
