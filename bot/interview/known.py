"""What is known: answers seen through branches, defaults and terms; derived when asked for, stored nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from bot.interview import pasted
from bot.interview.answers import Clock, understand
from bot.interview.events import Answer, Dossier
from bot.interview.pack import NO, Choice, Condition, Kind, Pack, Question
from bot.interview.values import Chosen, Nothing, Words, joined, value_text
from bot.interview.wording import fill, places

OWN_WORDS = ("year", "next_year", "last_year", "unit", "unit_place")
"""Words every draft has of itself: its year, the ones after and before, the unit's name, and the place in that name."""


CONFIRMED = ("confirmed", "undone:confirmed")
"""The sources of an answer that follows the default it agreed to."""


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
    """A question, with its choices as this unit reads them, how it stands, and the answers that make it so."""

    question: Question
    standing: Standing
    answers: tuple[Answer, ...] = ()
    applies: bool = True

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it prints, in parts."""
        return tuple(_pieces(self.question, self.answers))

    @property
    def text(self) -> str:
        """All pieces as one text; those of a long text as they were pasted."""
        if self.question.kind is Kind.LONG_TEXT:
            return "".join(_long_text(self.answers))
        return joined(piece.text for piece in _pieces(self.question, self.answers))

    @property
    def stored(self) -> bool:
        """True where somebody answered; a default in effect does not count."""
        return bool(self.answers) and self.answers[0].source != "default"

    @property
    def open(self) -> bool:
        """True where nobody was asked yet, or nobody answered; a default may be in effect."""
        return self.applies and not self.stored

    @property
    def owed(self) -> bool:
        """True where there is no answer in effect, not even a default."""
        return self.standing is not Standing.HELD and self.open


@dataclass(frozen=True, slots=True)
class Word:
    """A word for the text and the question it follows from; "" where it is the draft's own year or name.

    `missing`: what it follows from is not known yet, and the text is the mark for the gap.
    """

    text: str
    question: str = ""
    missing: bool = False


@dataclass(frozen=True)
class Known:
    """Every question's entry, and every word that follows from the answers, by name."""

    entries: Entries
    words: Mapping[str, Word]

    def meets(self, condition: Condition) -> bool:
        """Tell whether a condition is so."""
        return self.entries.meets(condition)


def know(pack: Pack, dossier: Dossier, year: int) -> Known:
    """See what is known for one year's draft of one unit; nothing is derived before it is looked up."""
    entries = Entries(pack, dossier, year)
    return Known(entries, _Words(entries))


class Entries(Mapping[str, Entry]):
    """Every question's entry in the order of asking, each derived when first looked up, and then kept.

    A question depends on those before it alone (bot/content/lint.py), so that deriving comes to an end.
    """

    def __init__(self, pack: Pack, dossier: Dossier, year: int) -> None:
        self.pack, self.year, self.unit = pack, year, dossier.unit
        self._given: dict[str, list[Answer]] = defaultdict(list)
        for answer in dossier.answers:
            if answer.year == year or answer.year is None:
                self._given[answer.question].append(answer)
        self._derived: dict[str, Entry] = {}

    def __getitem__(self, question: str) -> Entry:
        entry = self._derived.get(question)
        if entry is None:
            entry = self._derived[question] = self._derive(self.pack.asked[question])
        return entry

    def __iter__(self) -> Iterator[str]:
        return iter(self.pack.asked)

    def __len__(self) -> int:
        return len(self.pack.asked)

    def meets(self, condition: Condition) -> bool:
        """Tell whether a condition is so."""
        entry = self[condition.question]
        if condition.negated:
            return entry.standing is Standing.ZERO
        if entry.standing is not Standing.HELD:
            return False
        return not condition.choice or any(
            isinstance(answer.value, Chosen) and condition.choice in answer.value.ids for answer in entry.answers
        )

    def applies(self, question: Question) -> bool:
        """Tell whether the branch of a question is taken."""
        return not question.when or all(map(self.meets, question.when))

    def default(self, question: Question) -> Answer | None:
        """Give the answer in effect while nobody gave another; None where a word it needs is missing.

        `question`: with its choices as this unit reads them.
        """
        if not question.default:
            return None
        words = {name: self.word(name) for name in places(question.default)}
        if any(word.missing or not word.text for word in words.values()):
            return None
        text = fill(question.default, {name: word.text for name, word in words.items()})
        understood = understand(question, text, Clock(self.year, date(self.year + 1, 1, 1)))
        if not isinstance(understood, tuple):
            return None
        at = datetime(self.year + 1, 1, 1, tzinfo=UTC)
        return Answer(self.year, question.id, understood[0], text, at, source="default")

    def word(self, name: str) -> Word:
        """Give a word: a term, an answer, or the draft's own year or name."""
        if name in OWN_WORDS:
            return Word(self._own_word(name))
        term = self.pack.term_of.get(name)
        entry = self[term.question if term else name]
        text = ""
        if entry.standing is Standing.HELD:
            text = _case(term.cases, entry) if term else entry.text
        if text:
            return Word(text, entry.question.id)
        gap = fill(self.pack.phrases["gap"], {"label": entry.question.label})
        return Word(gap, entry.question.id, missing=True)

    def _own_word(self, name: str) -> str:
        match name:
            case "year":
                return str(self.year)
            case "next_year":
                return str(self.year + 1)
            case "last_year":
                return str(self.year - 1)
            case "unit":
                return self.unit
        return self._unit_place()

    def _unit_place(self) -> str:
        """Take the county in front and the office behind off the unit's name: 白土乡."""
        place = self.unit
        county = self["county"] if "county" in self.pack.asked else None
        if county and county.standing is Standing.HELD:
            place = place.removeprefix(county.text)
        for office in ("人民政府", "办事处"):
            place = place.removesuffix(office)
        return place

    def _derive(self, question: Question) -> Entry:
        answers = self._given[question.id]
        if len(answers) > 1:
            answers.sort(key=lambda answer: (answer.position, answer.item))
        applies = self.applies(question)
        read = self._in_words(question)
        if applies and not answers and (default := self.default(read)):
            answers = [default]
        elif answers and answers[0].source in CONFIRMED and (default := self.default(read)):
            answers = [answers[0]._replace(value=default.value)]
        return Entry(read, _standing(read, answers, applies=applies), tuple(answers), applies)

    def _in_words(self, question: Question) -> Question:
        """Give a question with its choices as this unit reads them, words filled in."""
        if not question.varies:
            return question
        labels = (fill(choice.label, lambda name: self.word(name).text) for choice in question.choices)
        choices = tuple(Choice(choice.id, label) for choice, label in zip(question.choices, labels, strict=True))
        return replace(question, choices=choices)


class _Words(Mapping[str, Word]):
    """Every word by name, seen through the entries."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries

    def __getitem__(self, name: str) -> Word:
        return self._entries.word(name)

    def __iter__(self) -> Iterator[str]:
        return iter([*OWN_WORDS, *self._entries.pack.term_of, *self._entries])

    def __len__(self) -> int:
        return len(list(iter(self)))


def _standing(question: Question, answers: Sequence[Answer], *, applies: bool) -> Standing:
    if not applies:
        return Standing.OUT
    if not answers:
        return Standing.MISSING
    value = answers[0].value
    if isinstance(value, Nothing):
        return Standing(value.value)
    no = question.kind is Kind.YES_NO and value == Chosen((NO,))
    return Standing.ZERO if no else Standing.HELD


def _case(cases: Mapping[str, str], entry: Entry) -> str:
    value = entry.answers[0].value
    if isinstance(value, Chosen):
        return next((cases[id_] for id_ in value.ids if id_ in cases), "")
    return next((word for ending, word in cases.items() if entry.text.endswith(ending)), "")


def _long_text(answers: tuple[Answer, ...]) -> Iterator[str]:
    """Join the pieces of a long text, an app's cuts without a trace, those of its author as paragraphs."""
    before: Answer | None = None
    for answer in answers:
        if before:
            goes_on = pasted.goes_on(before.typed, before.at, answer.at)
            yield pasted.seam(before.typed, answer.typed) if goes_on else "\n"
        yield answer.value.text if isinstance(answer.value, Words) else ""
        before = answer


def _pieces(question: Question, answers: tuple[Answer, ...]) -> Iterator[Piece]:
    labels = {choice.id: choice.label for choice in question.choices}
    for answer in answers:
        if isinstance(answer.value, Chosen):
            texts = [*(labels.get(id_, "") for id_ in answer.value.ids), *answer.value.other]
            yield from (Piece(text, answer.item) for text in texts if text)
        elif not isinstance(answer.value, Nothing):
            yield Piece(value_text(answer.value), answer.item)
