"""A question with the answers that count: how it stands, and what it prints in parts; finds no answer itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.interview import long_text
from bot.interview.events import Answer
from bot.interview.pack import NO, Kind, Question
from bot.interview.values import Chosen, Nothing, Outcome, joined, value_text


class Standing(StrEnum):
    """How a question stands."""

    MISSING = "missing"  # not answered
    LATER = "later"  # 待问同事
    ZERO = "zero"  # 没有, 否 or 0
    OUT = "out"  # 不涉及, or its branch is not taken
    HELD = "held"  # it says something


@dataclass(frozen=True, slots=True)
class Piece:
    """A printable part of an answer and the item it comes from."""

    text: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A question, with its choices as this unit reads them, how it stands, and the answers that make it so.

    `carried`: the answers are last year's, in effect as a default is; nobody agreed to them yet.
    `plans`: what was planned last year, where the question is what became of it.
    `unfit`: answers of which something no longer fits, as the question was changed; it is asked again.
    """

    question: Question
    standing: Standing
    answers: tuple[Answer, ...] = ()
    applies: bool = True
    carried: bool = False
    plans: tuple[Piece, ...] = ()
    unfit: tuple[Answer, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it prints, in parts."""
        return tuple(_pieces(self.question, self.answers, self.plans))

    @property
    def text(self) -> str:
        """All pieces as one text; those of a long text as they were pasted."""
        if self.question.kind is Kind.LONG_TEXT:
            return long_text.whole(self.answers)
        return joined(piece.text for piece in self.pieces)

    @property
    def stored(self) -> bool:
        """True where somebody answered; a default in effect does not count."""
        return bool(self.answers) and self.answers[0].source != "default"

    @property
    def open(self) -> bool:
        """True where nobody was asked yet, or nobody answered; a default may be in effect."""
        return self.applies and (not self.stored or bool(self.untold or self.unfit))

    @property
    def untold(self) -> tuple[Piece, ...]:
        """The plans nobody said anything about; none where one nothing was said to all."""
        told = {answer.item for answer in self.answers}
        return () if 0 in told else tuple(plan for plan in self.plans if plan.item not in told)

    @property
    def blank(self) -> bool:
        """True where there is no answer in effect, not even a default."""
        return self.open and (self.standing is not Standing.HELD or bool(self.untold or self.unfit))

    @property
    def owed(self) -> bool:
        """True where the report waits for an answer: there is none in effect, and the question is not optional."""
        return self.blank and (not self.question.optional or bool(self.unfit))


def standing_of(question: Question, answers: Sequence[Answer], *, applies: bool) -> Standing:
    """Tell how a question with these answers stands."""
    if not applies:
        return Standing.OUT
    if not answers:
        return Standing.MISSING
    value = answers[0].value
    if isinstance(value, Nothing):
        return Standing(value.value)
    no = question.kind is Kind.YES_NO and value == Chosen((NO,))
    return Standing.ZERO if no else Standing.HELD


def _pieces(question: Question, answers: Sequence[Answer], plans: Sequence[Piece]) -> Iterator[Piece]:
    labels = {choice.id: choice.label for choice in question.choices}
    planned = {plan.item: plan.text for plan in plans}
    for answer in answers:
        if isinstance(answer.value, Chosen):
            texts = [*(labels.get(id_, "") for id_ in answer.value.ids), *answer.value.other]
            yield from (Piece(text, answer.item) for text in texts if text)
        elif isinstance(answer.value, Outcome):
            parts = (planned.get(answer.item), labels.get(answer.value.state), answer.value.words)
            yield Piece("，".join(filter(None, parts)), answer.item)
        elif not isinstance(answer.value, Nothing):
            yield Piece(value_text(answer.value), answer.item)
