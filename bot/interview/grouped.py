"""Reads one message that answers several questions: by name, by unit or in order; knows no screen, stores nothing.

Whatever could be the answer to two questions is handed back and never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.interview.answers import Clock, Refused, understand
from bot.interview.choices import exactly
from bot.interview.figures import named_unit
from bot.interview.pack import Kind, Question
from bot.interview.pieces import Cut, Piece, at_endings, commas, cut
from bot.interview.reading import MOST_ALL, cleaned, shown
from bot.interview.values import Nothing, Value

_GAP = re.compile("[-–—−_/]+")
_ALL_YES = re.compile("(?:都|全|均|全部|全都)(?:是|有|对|建立|成立|制定|落实)(?:的|了)?")
_NUMBER_ALONE = re.compile(r"[0-9０-９①-⑳\s、.]+")
_CUT_NUMBER = re.compile("[0０][0-9０-９]")


@dataclass(frozen=True, slots=True)
class Part:
    """What a message says to one question: `Part("leaflets", "5000余", (Number(…),))`; a refusal asks again."""

    question: str
    typed: str
    heard: tuple[Value, ...] | Nothing | Refused


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message says to each question, in their order, and what of it belongs to none for certain."""

    parts: tuple[Part, ...] = ()
    left: tuple[str, ...] = ()


def read_group(
    questions: Sequence[Question],
    asked: Collection[str],
    text: str,
    clock: Clock,
    more: Sequence[Question] = (),
    named: Sequence[Question] = (),
) -> Reading:
    """Read a message for the questions a screen shows.

    `asked`: the ids of those still without an answer, which parts in order go to first; where there are as many
    parts as questions, each goes to its own. `more`: questions that are not shown, and that an answer to one shown
    may open: by name and unit alone. `named`: others, by a whole name alone.
    """
    text = cleaned(text)
    if len(text) > MOST_ALL:
        return Reading(left=(shown(text),))
    both = (*questions, *more)
    if all(question.kind is Kind.YES_NO for question in both) and _ALL_YES.fullmatch(text):
        return Reading(tuple(Part(question.id, text, _heard(question, text, clock)) for question in questions))
    read = cut(both, text, named)
    if read.tangled:
        return Reading(left=(text,))
    read = _by_what_they_are(both, read)
    placed = {piece.question for piece in read.pieces}
    free = [number for number in range(len(questions)) if number not in placed]
    owed = [number for number in free if questions[number].id in asked]
    return _read((*both, *named), _in_order(read, free, owed), clock)


def _by_what_they_are(questions: Sequence[Question], read: Cut) -> Cut:
    """Give each part without a name to the one question that has its unit, its ending, or that very choice."""
    pieces: list[Piece] = []
    for piece in read.pieces:
        if piece.question is not None:
            pieces.append(piece)
            continue
        ended = [_ending(questions, part) for part in at_endings(piece.text)]
        if len(ended) > 1 and None not in ended and len(set(ended)) == len(ended):
            pieces += map(Piece, at_endings(piece.text), ended, at_endings(piece.text))
            continue
        found = (what(questions, piece.text) for what in (_unit, _ending, _choice))
        pieces.append(Piece(piece.text, next((at for at in found if at is not None), None), piece.typed))
    return Cut(tuple(pieces), read.unclear)


def _unit(questions: Sequence[Question], text: str) -> int | None:
    units = {unit for question in questions for unit in question.units}
    having = [number for number, question in enumerate(questions) if named_unit(question, text, tuple(units))]
    return having[0] if len(having) == 1 else None


def _ending(questions: Sequence[Question], text: str) -> int | None:
    having = [at for at, question in enumerate(questions) if any(_ends(text, end) for end in question.endings)]
    return having[0] if len(having) == 1 else None


def _ends(text: str, ending: str) -> bool:
    return text.endswith(ending) and text != ending


def _choice(questions: Sequence[Question], text: str) -> int | None:
    choosing = ((at, question) for at, question in enumerate(questions) if question.kind is Kind.CHOICE)
    having = [at for at, question in choosing if exactly(question, text) is not None]
    return having[0] if len(having) == 1 else None


def _in_order(read: Cut, free: Sequence[int], owed: Sequence[int]) -> Cut:
    """Give what bears no name to the questions left, one each in order; where the number does not fit, to none.

    Where commas are inside numbers, and as separators would fit as well, it is not clear what was meant.
    """
    rest = [piece for piece in read.pieces if piece.question is None]
    places = next((places for places in (owed, free) if rest and len(places) == len(rest)), None)
    parted = len(rest) + sum(commas(piece.text) for piece in rest)
    doubtful = parted != len(rest) and parted in (len(owed), len(free))
    if read.unclear or doubtful or any(_CUT_NUMBER.match(piece.text) for piece in rest):
        places = None
    if places is None:
        named = tuple(piece for piece in read.pieces if piece.question is not None)
        return Cut(named, (*read.unclear, *(piece.typed for piece in rest)))
    numbers = iter(places)
    pieces = (
        piece if piece.question is not None else Piece(piece.text, next(numbers), piece.typed) for piece in read.pieces
    )
    return Cut(tuple(pieces))


def _read(questions: Sequence[Question], read: Cut, clock: Clock) -> Reading:
    """Understand each part; what answers one question twice is handed back, and a gap is passed over."""
    times = Counter(piece.question for piece in read.pieces)
    parts: dict[int, Part] = {}
    left = list(read.unclear)
    for piece in read.pieces:
        number = piece.question
        if number is None or times[number] > 1:
            left.append(piece.typed)
        elif not _GAP.fullmatch(piece.text):
            question = questions[number]
            parts[number] = Part(question.id, piece.text, _heard(question, piece.text, clock))
    return Reading(tuple(parts[number] for number in sorted(parts)), tuple(left))


def _heard(question: Question, text: str, clock: Clock) -> tuple[Value, ...] | Nothing | Refused:
    """Understand a part; a number is no 是: it may be meant as that of a question."""
    if question.kind is Kind.YES_NO and _NUMBER_ALONE.fullmatch(text):
        return Refused("yes_no", {"typed": shown(text)})
    return understand(question, text, clock)
