"""What is known: answers seen through branches, defaults and terms; derived when asked for, stored nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property

from bot.interview.answers import Clock, understand
from bot.interview.entry import Entry, Piece, Standing, standing_of
from bot.interview.events import Answer, Dossier
from bot.interview.fitting import fitted
from bot.interview.pack import Choice, Condition, Pack, Question
from bot.interview.parting import Parted, behind, parted, without_office
from bot.interview.values import Chosen, Words
from bot.interview.wording import fill, places

CONFIRMED = ("confirmed", "undone:confirmed")
"""The sources of an answer that follows the default it agreed to."""

__all__ = ["OWN_WORDS", "Entries", "Entry", "Known", "Piece", "Standing", "Word", "know"]

OWN_WORDS = ("year", "next_year", "last_year", "unit", "unit_place", "unit_county")
"""Words every draft has of itself: its year, the ones beside it, the unit's name, the place and the county in that."""


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
        self._dossier = dossier
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
        """Tell whether the branch of a question is taken; what became of plans is asked where there were any."""
        return all(map(self.meets, question.when)) and (not question.of or bool(self._plans(question)))

    @cached_property
    def before(self) -> Entries | None:
        """The entries of the year before; None where nothing was answered then."""
        year = self.year - 1
        answered = any(answer.year == year for answer in self._dossier.answers)
        return Entries(self.pack, self._dossier, year) if answered else None

    def last_year(self, question_id: str) -> Entry | None:
        """Give what was answered to a yearly question the year before; None where nothing was."""
        if self.before is None or self.pack.section_of[question_id].kept:
            return None
        entry = self.before[question_id]
        return entry if entry.standing is Standing.HELD else None

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
            case "unit_county":
                told = self.parted(self.place_typed) or self.parted(without_office(self.unit))
                return told.outer if told else ""
        return self._inner(without_office(self.unit))

    def parted(self, text: str) -> Parted | None:
        """Part a place from what it lies in; None where it was not typed with that, or it is not sure."""
        inner = self.pack.placed
        return parted(text, self.pack.asked[inner.inside].endings, inner.endings) if inner else None

    @property
    def place_typed(self) -> str:
        """The place as it was typed; "" where it was not."""
        given = self._given[self.pack.placed.id] if self.pack.placed else []
        return next((answer.value.text for answer in given if isinstance(answer.value, Words)), "")

    def _inner(self, text: str) -> str:
        """Take what a place lies in off it, where that is answered or sure; nothing where it lies elsewhere."""
        inner = self.pack.placed
        if inner is None or not any(ending in text for ending in self.pack.asked[inner.inside].endings):
            return text
        told, outer = self.parted(text), self[inner.inside]
        if outer.standing is not Standing.HELD:
            return told.inner if told else text
        agreed = told.inner if told and told.agrees(outer.text) else text
        return behind(text, outer.text, inner.endings) or agreed

    def _derive(self, question: Question) -> Entry:
        plans = self._plans(question)
        answers = _ordered(self._given[question.id], plans) if question.of else self._given[question.id]
        if len(answers) > 1 and not question.of:
            answers.sort(key=lambda answer: (answer.position, answer.item))
        applies = self.applies(question)
        read = self._in_words(question)
        answers, unfit = fitted(read, answers)
        if question.inside:
            answers = list(map(self._without_outer, answers))
        carried = self._carried(question) if applies and not (answers or unfit) else []
        if carried:
            answers = carried
        elif applies and not answers and (default := self.default(read)):
            answers = [default]
        elif answers and answers[0].source in CONFIRMED and (default := self.default(read)):
            answers = [answers[0]._replace(value=default.value)]
        standing = standing_of(read, answers, applies=applies)
        return Entry(read, standing, tuple(answers), applies, carried=bool(carried), plans=plans, unfit=tuple(unfit))

    def _without_outer(self, answer: Answer) -> Answer:
        value = answer.value
        return answer._replace(value=Words(self._inner(value.text))) if isinstance(value, Words) else answer

    def _plans(self, question: Question) -> tuple[Piece, ...]:
        """Give what was planned last year, where this question asks what became of it."""
        planned = self.last_year(question.of) if question.of else None
        return planned.pieces if planned else ()

    def _carried(self, question: Question) -> list[Answer]:
        """Give last year's answers where they hold on: a stable fact that is not in someone else's hands.

        A list whose items were all deleted this year stays empty; a default derives anew.
        """
        if question.last_year != "carry" or self.before is None or self.pack.section_of[question.id].kept:
            return []
        entry = self.before[question.id]
        said = entry.stored or entry.carried
        emptied = (self.year, question.id) in self._dossier.used
        if not said or not entry.applies or entry.standing is Standing.LATER or emptied:
            return []
        return [answer._replace(year=self.year, source="default", message=None) for answer in entry.answers]

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


def _case(cases: Mapping[str, str], entry: Entry) -> str:
    value = entry.answers[0].value
    if isinstance(value, Chosen):
        return next((cases[id_] for id_ in value.ids if id_ in cases), "")
    return next((word for ending, word in cases.items() if entry.text.endswith(ending)), "")


def _ordered(answers: Sequence[Answer], plans: Sequence[Piece]) -> list[Answer]:
    """Put outcomes into the order of the plans they are about, and leave out those whose plan is gone."""
    place = {plan.item: number for number, plan in enumerate(plans, 1)} | {0: 0}
    return sorted((answer for answer in answers if answer.item in place), key=lambda answer: place[answer.item])
