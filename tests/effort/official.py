"""An official who looks at the screen and does what costs least: a press where a button says it, else a short text.

What a move would do is seen beforehand by asking the core, which is pure; only what makes known answers so is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.interview.named import SHORT, WORDY
from bot.interview.pack import Question, Section
from bot.interview.scene import Scene
from bot.interview.screens import keyboard
from bot.interview.session import Session, State
from bot.interview.values import Chosen, Nothing
from tests.effort.foresight import PASSING, Foresight, Moment, Outlook, cost
from tests.effort.phone import Move, Phone
from tests.effort.sheet import filled
from tests.effort.townships import Year
from tests.effort.words import by_name, called, forms, own_words, together

WAYS_ON = ("keep", "done", "ok", "default", "skip", "next", "go", "menu")
"""Buttons that lead on where nothing more is to be said, the first there is."""

IN_SECTIONS = frozenset({State.ASKING, State.GROUP, State.REVIEW})
"""The states that are about a section: from each, all of it can be come to."""

MOST_MOVES = 600

MANY = 4
"""With so many presses to make at one question, or at a group, it is thought through whether a text costs less."""

ONE, GROUPS, SHEET = "逐题", "按组", "题单"


class Official(Foresight):
    """Plays one year; `way`: one question after the other, whole groups where there are, or on a sheet."""

    def __init__(self, phone: Phone, year: Year, way: str) -> None:
        super().__init__(phone, year)
        self.way = way
        self.filled = False
        self.passed: set[str] = set()

    @property
    def untold(self) -> list[str]:
        """The questions whose answer is known and not given."""
        scene = self.scene(self._now)
        return [question for question in self.year.known if self.missing(scene, question)]

    def play(self) -> None:
        """Go from the screen there is to the document."""
        for _ in range(MOST_MOVES):
            if self.phone.issued:
                return
            self.phone.do(self._next())
        raise AssertionError(f"no document after {MOST_MOVES} moves, at {self.phone.session}")

    @property
    def _now(self) -> Moment:
        return Moment(self.phone.dossier, self.phone.session)

    def _next(self) -> Move:
        now, session = self._now, self.phone.session
        if session.state is State.NAMING:
            return Move(text="小李", about="start")
        if session.state is State.YEAR:
            return Move(press=f"={self.year.year}", about="start")
        if self.way == SHEET and not self.filled and session.year == self.year.year:
            return self._sheet(session)
        if best := self._best(now):
            return best.move
        if session.state is State.MENU:
            return self._home(now)
        on = self._on(now)
        if on.press in WAYS_ON:
            self.passed.add(session.question)
        return on

    def _sheet(self, session: Session) -> Move:
        """Ask for the sheet of the whole draft, fill it in, send it back, and store all that was read."""
        ids = [button.id for button in self.phone.buttons]
        if session.state.value == "comparing":
            self.filled = True
            return Move(press=next(id_ for id_ in ("even", "all", "none") if id_ in ids), about="sheet")
        if session.state.value != "outline":
            return Move(text="/sheet", about="sheet")
        text, own, typed = filled(self.pack, self.phone.told, self.year.known, self.year.year)
        if not text:
            return Move(press="whole", about="sheet")
        return Move(text=text, own=own + len(text) - typed, about="sheet")

    def _home(self, now: Moment) -> Move:
        """From the menu: to another year, to a question whose answer is known, or to the document."""
        if now.session.year != self.year.year:
            return Move(press="year", about="start")
        for button in self.phone.buttons:
            after = self.after(Move(press=button.id), now)
            if after.session.state is not State.MENU and button.id != "year" and self._leads(after):
                return Move(press=button.id, about="menu")
        return Move(press="draft", about="draft")

    def _leads(self, after: Moment) -> bool:
        """Tell whether a screen is of a section with a question whose answer is known and not given."""
        return after.session.state in IN_SECTIONS and bool(self.left(self.scene(after)))

    def _on(self, now: Moment) -> Move:
        """Lead on from a screen where nothing is to be said."""
        session, scene = now.session, self.scene(now)
        ids = [button.id for row in keyboard(scene) for button in row]
        if session.state is State.REVIEW:
            return self._from_review(scene, ids)
        for id_ in ids:  # one of a group is opened alone, where it is not said with the others
            if id_.startswith("g:") and self.missing(scene, id_[2:]):
                return Move(press=id_, about=id_[2:])
        about = session.question or session.state.value
        if session.state in IN_SECTIONS and (press := self._press_on(now, ids)):
            return Move(press=press, about=about)
        for way in WAYS_ON:
            if way in ids:
                return Move(press=way, about=about)
        return Move(text="/menu", about=session.state.value)

    def _press_on(self, now: Moment, ids: Sequence[str]) -> str:
        """Give the button that agrees to all as last year, or leaves what is not on the way; "" where neither is."""
        scene = self.scene(now)
        agrees = (way for way in ("carry_all", "right") if way in ids and self.outlook(now, Move(press=way)))
        if way := next(agrees, ""):
            return way
        if not self._aside(scene):
            return ""
        if now.session.state is State.ASKING and scene.entry.stored and "done" in ids:
            return "done"
        if "return" in ids:
            return "return"
        return "review" if self.left(scene) else "menu"

    def _aside(self, scene: Scene) -> bool:
        """Tell whether a screen was passed before, or is not on the way: an optional one nobody answered last year."""
        asked = scene.session.question
        optional = scene.entry.question.optional and not scene.last_year(asked)
        return optional or asked in self.passed

    def _from_review(self, scene: Scene, ids: Sequence[str]) -> Move:
        """Go to a question whose answer is known and not given, by its line, with the optional ones, or by its name."""
        left = self.left(scene)
        for question in left:
            if f"q:{question.id}" in ids:
                return Move(press=f"q:{question.id}", about=question.id)
        optional = scene.optional(scene.section)
        if left and optional and optional[0].question in left:
            return Move(press="more", about=left[0].id)
        if left:
            return Move(text=called(left[0]), about=left[0].id)
        agrees = "right" in ids and any(entry.carried for entry in scene.counted(scene.section))
        return Move(press="right" if agrees else "menu", about="review")

    # What could be done, and what it would come to.

    def _moves(self, now: Moment) -> Iterator[Move]:
        about, session, scene = self.about(now), now.session, self.scene(now)
        for button in (button for row in keyboard(scene) for button in row):
            if self._may_say(button.id, session.question):
                mark, _, one = button.id.partition(":")
                yield Move(press=button.id, about=one if mark in ("g", "t") else session.question)
        for question in about:
            known = self.year.known.get(question.id)
            if known and question.id == session.question and self.missing(scene, question.id):
                stored = [answer.value for answer in scene.known.entries[question.id].answers]
                for text in dict.fromkeys(filter(None, forms(question, known, stored))):
                    yield Move(text=text, own=own_words(question, known, text), about=question.id)
        yield from self._texts(scene, about)

    def _texts(self, scene: Scene, about: Sequence[Question]) -> Iterator[Move]:
        """Messages for several questions of a screen, and for what can be named besides: each, or all at once."""
        known, session = self.year.known, scene.session
        besides = self._besides(scene, about)
        parts = [by_name(question, known[question.id]) for question in besides]
        for question, (text, own) in zip(besides, parts, strict=True):
            yield Move(text=text, own=own, about=question.id)
        if self.way == ONE:
            return
        owed = [question for question in about if self.missing(scene, question.id)]
        for asked in (about, owed) if len(about) > 1 or parts else ():
            for text, own in together(asked, [known.get(question.id) for question in asked]):
                yield Move(text=text, own=own, about=session.question)
                if parts:
                    all_ = "\n".join(filter(None, (text, *(part for part, _ in parts))))
                    yield Move(text=all_, own=own + sum(part_own for _, part_own in parts), about=session.question)

    def _besides(self, scene: Scene, about: Sequence[Question]) -> list[Question]:
        """The optional questions of the section that are known, not given, not on the screen, and may be named."""
        if scene.session.state not in IN_SECTIONS:
            return []
        return [q for q in self.left(scene) if q.optional and q not in about and q.kind in SHORT | WORDY]

    def _may_say(self, id_: str, question: str) -> bool:
        """Tell whether a button may say what is known: none that leads away, takes back, or says another thing."""
        known = self.year.known.get(question)
        values = known.values if known else ()
        ids = [choice for value in values if isinstance(value, Chosen) for choice in value.ids]
        if id_ in ("back", "menu", "draft", "year", "skip", "clear"):
            return False
        if id_ in set(Nothing):
            return not question or any(value == id_ for value in values)
        if id_[0] in "=+" and question in self.pack.questions and self.pack.questions[question].choices:
            return id_[1:] in ids
        return id_[0] not in "-x"

    def _best(self, now: Moment) -> Outlook | None:
        """Give what is worth most; or one message for all that is left here, where all else costs more in the end."""
        outlooks = [outlook for move in self._moves(now) if (outlook := self.outlook(now, move)) and outlook.gain > 0]
        best = max(outlooks, key=lambda outlook: outlook.worth, default=None)
        besides = [outlook for outlook in outlooks if outlook.besides]
        if best and besides and not self._may_name(best.after, self.scene(now).section):
            return max(besides, key=lambda outlook: (outlook.gain, outlook.worth))
        if best is None or not best.move.press:
            return best
        if len(self.about(now)) == 1 and len(outlooks) < MANY:
            return best
        texts = [outlook for outlook in outlooks if outlook.move.text]
        text = max(texts, key=lambda outlook: (outlook.gain, outlook.worth), default=None)
        if text is None:
            return best
        spent = self._to_leave(text, now, MOST_MOVES)
        return text if spent < self._to_leave(best, now, spent) else best

    def _may_name(self, moment: Moment, section: Section) -> bool:
        """Tell whether optional questions of a section may be named where one is then."""
        if moment.session.state not in PASSING or self.scene(moment).section is not section:
            return False
        asked = self.scene(moment).entry.question
        return moment.session.state is State.GROUP or (asked.kind in SHORT and not asked.other)

    def _to_leave(self, first: Outlook, start: Moment, most: int) -> int:
        """Count what it costs to be through with a screen, after a first move always with what is worth most.

        Whatever comes to more than `most` is not counted to its end.
        """
        about, outlook, spent = self.about(start), first, cost(first.move)
        for _ in range(MOST_MOVES):
            now = outlook.after
            left = not {question.id for question in self.about(now)} & {question.id for question in about}
            if left or spent > most:
                return spent
            outlooks = [each for move in self._moves(now) if (each := self.outlook(now, move)) and each.gain > 0]
            best = max(outlooks, key=lambda each: each.worth, default=None)
            move = best.move if best else self._on(now)
            spent += cost(move)
            outlook = best or Outlook(move, 0, self.after(move, now))
            if outlook.after == now:
                break
        return spent
