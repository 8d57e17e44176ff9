"""What is known: answers seen through branches, defaults and terms; derived each time, stored nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from bot.interview.answers import Clock, understand
from bot.interview.events import Answer, Dossier
from bot.interview.pack import NO, Choice, Condition, Kind, Pack, Question
from bot.interview.values import Chosen, Nothing, joined, value_text
from bot.interview.wording import fill, places

OWN_WORDS = ("year", "next_year", "unit", "unit_place")
"""Words every draft has of itself: its year, the one after, the unit's name, and the place in that name."""


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
    """A question, with its choices as this unit reads them, how it stands, and what it prints."""

    question: Question
    standing: Standing
    answers: tuple[Answer, ...] = ()
    pieces: tuple[Piece, ...] = ()
    applies: bool = True
    default: tuple[Answer, ...] = ()

    @property
    def default_text(self) -> str:
        """What the default prints."""
        return joined(piece.text for piece in _pieces(self.question, self.default))

    @property
    def text(self) -> str:
        """All pieces as one text."""
        return joined(piece.text for piece in self.pieces)

    @property
    def stored(self) -> bool:
        """True where somebody answered; a default in effect does not count."""
        return any(answer.source != "default" for answer in self.answers)

    @property
    def open(self) -> bool:
        """True where nobody was asked yet, or nobody answered; a default may be in effect."""
        return self.applies and not self.stored

    @property
    def owed(self) -> bool:
        """True where there is no answer in effect, not even a default."""
        return self.open and self.standing is not Standing.HELD


@dataclass(frozen=True)
class Known:
    """Every question's entry, and every word that follows from the answers, by name."""

    entries: Mapping[str, Entry]
    words: Mapping[str, Word]

    def meets(self, condition: Condition) -> bool:
        """Tell whether a condition is so."""
        entry = self.entries[condition.question]
        if condition.negated:
            return entry.standing is Standing.ZERO
        if entry.standing is not Standing.HELD:
            return False
        return not condition.choice or any(
            isinstance(answer.value, Chosen) and condition.choice in answer.value.ids for answer in entry.answers
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A word for the text and the question it follows from; "" where it is the draft's own year or name.

    `missing`: what it follows from is not known yet, and the text is the mark for the gap.
    """

    text: str
    question: str = ""
    missing: bool = False


def know(pack: Pack, dossier: Dossier, year: int) -> Known:
    """Derive what is known for one year's draft of one unit; questions in order, so that a branch sees its cause."""
    given: dict[str, list[Answer]] = {}
    for answer in dossier.answers:
        if answer.year in (year, None):
            given.setdefault(answer.question, []).append(answer)
    entries: dict[str, Entry] = {}
    known = Known(entries, _Words(pack, entries, dossier.unit, year))
    for question in pack.asked:
        answers = sorted(given.get(question.id, ()), key=lambda answer: (answer.position, answer.item))
        applies = all(known.meets(condition) for condition in question.when)
        read = _in_words(question, known)
        default = _default(read, known, year)
        if applies and not answers:
            answers = default
        elif default and answers and answers[0].source == "confirmed":
            answers = [replace(answers[0], value=default[0].value)]
        entries[question.id] = _entry(read, tuple(answers), tuple(default), applies=applies)
    return known


def _entry(question: Question, answers: tuple[Answer, ...], default: tuple[Answer, ...], *, applies: bool) -> Entry:
    pieces = tuple(_pieces(question, answers))
    if not applies:
        standing = Standing.OUT
    elif not answers:
        standing = Standing.MISSING
    elif isinstance(answers[0].value, Nothing):
        standing = Standing(answers[0].value.value)
    elif answers[0].value == Chosen((NO,)) and question.kind is Kind.YES_NO:
        standing = Standing.ZERO
    else:
        standing = Standing.HELD
    return Entry(question, standing, answers, pieces, applies, default)


def _in_words(question: Question, known: Known) -> Question:
    """Give a question as this unit reads it, words filled in."""
    if "{" not in question.ask and not any("{" in choice.label for choice in question.choices):
        return question

    def filled(text: str) -> str:
        return fill(text, lambda name: known.words[name].text)

    choices = tuple(Choice(choice.id, filled(choice.label)) for choice in question.choices)
    return replace(question, choices=choices, ask=filled(question.ask))


def _default(question: Question, known: Known, year: int) -> list[Answer]:
    """Build the answer in effect while nobody gave another; none where a word it needs is missing."""
    if not question.default:
        return []
    words = {name: known.words[name] for name in places(question.default)}
    if any(word.missing or not word.text for word in words.values()):
        return []
    text = fill(question.default, {name: word.text for name, word in words.items()})
    understood = understand(question, text, Clock(year, date(year + 1, 1, 1)))
    if not isinstance(understood, tuple):
        return []
    at = datetime(year + 1, 1, 1, tzinfo=UTC)
    return [Answer(year, question.id, value, text, at, source="default") for value in understood[:1]]


class _Words(Mapping[str, Word]):
    """Terms, answers and the draft's own year and name, looked up as they become known."""

    def __init__(self, pack: Pack, entries: Mapping[str, Entry], unit: str, year: int) -> None:
        self._pack, self._entries = pack, entries
        self._terms = {term.id: term for term in pack.terms}
        self._own = {"year": str(year), "next_year": str(year + 1), "unit": unit}

    def __getitem__(self, name: str) -> Word:
        if name in self._own:
            return Word(self._own[name])
        if name == "unit_place":
            return Word(self._unit_place())
        term = self._terms.get(name)
        question = term.question if term else name
        entry = self._entries.get(question)
        text = ""
        if entry is not None and entry.standing is Standing.HELD:
            text = _case(term.cases, entry) if term else entry.text
        if text:
            return Word(text, question)
        label = self._pack.questions[question].label
        return Word(fill(self._pack.phrases["gap"], {"label": label}), question, missing=True)

    def __iter__(self) -> Iterator[str]:
        return iter([*OWN_WORDS, *self._terms, *self._pack.questions])

    def __len__(self) -> int:
        return len(list(iter(self)))

    def _unit_place(self) -> str:
        """Take the county in front and the office behind off the unit's name: 白土乡."""
        place = self._own["unit"]
        county = self._entries.get("county")
        if county and county.standing is Standing.HELD:
            place = place.removeprefix(county.text)
        for office in ("人民政府", "办事处"):
            place = place.removesuffix(office)
        return place


def _case(cases: Mapping[str, str], entry: Entry) -> str:
    value = entry.answers[0].value
    if isinstance(value, Chosen):
        return next((cases[id_] for id_ in value.ids if id_ in cases), "")
    return next((word for ending, word in cases.items() if entry.text.endswith(ending)), "")


def _pieces(question: Question, answers: tuple[Answer, ...]) -> Iterator[Piece]:
    labels = {choice.id: choice.label for choice in question.choices}
    for answer in answers:
        if isinstance(answer.value, Chosen):
            texts = [*(labels.get(id_, "") for id_ in answer.value.ids), *answer.value.other]
            yield from (Piece(text, answer.item) for text in texts if text)
        elif not isinstance(answer.value, Nothing):
            yield Piece(value_text(answer.value), answer.item)
