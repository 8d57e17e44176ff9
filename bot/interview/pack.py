"""What is asked, in what order, and when it applies: the pack as data; knows no answer and reads no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from zlib import crc32

from bot.interview.asked import Asked
from bot.interview.passages import Passage, Teller, Writer
from bot.interview.values import Done

YES, NO = "yes", "no"

ANSWERS = frozenset({"button_yes", "button_no", "button_today"})
"""Buttons whose words are answers when typed."""


class Kind(StrEnum):
    """The kinds of answer; `prompts/README.md` says what each accepts."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    PERIOD = "period"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICE_MANY = "choice_many"
    TEXT = "text"
    LONG_TEXT = "long_text"
    LIST = "list"
    DOCUMENT_REF = "document_ref"
    FOLLOW_UP = "follow_up"


GROUPABLE = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.PERIOD, Kind.YES_NO, Kind.CHOICE, Kind.TEXT}
)
"""Kinds whose answer is a few characters: a question of them may be asked with others on one screen."""

COLLECTING = frozenset({Kind.LIST, Kind.LONG_TEXT, Kind.DOCUMENT_REF, Kind.FOLLOW_UP})
"""Kinds that take several messages, one row per item."""

CHOOSING = frozenset({Kind.YES_NO, Kind.CHOICE, Kind.CHOICE_MANY})
"""Kinds answered from a given set of choices."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be so: `Condition("leading_group")`, `Condition("level", choice="street")`.

    Plain: the question has an answer that says something. Negated: it was answered with 否, 没有 or 0.
    With a choice: that choice was taken.
    """

    question: str
    negated: bool = False
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One offered answer: `Choice("constitution", "《宪法》")`; the label may name terms as {party}."""

    id: str
    label: str


@dataclass(frozen=True)
class Question:
    """One question; `prompts/README.md` explains each field."""

    id: str
    ask: str
    label: str
    kind: Kind
    why: str = ""
    example: str = ""
    holder: str = ""
    units: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    part_of: str = ""
    endings: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    other: bool = False
    required: bool = False
    optional: bool = False
    public: bool = True
    decimal: bool = False
    yearly: bool = False
    says_zero: bool = False
    last_year: str = "show"
    group: str = ""
    names: tuple[str, ...] = ()
    default: str = ""
    firm: bool = False
    when: tuple[Condition, ...] = ()
    for_bot: bool = False
    setting: bool = False
    links: str = ""
    inside: str = ""
    of: str = ""
    offers: Mapping[str, str] = field(default_factory=dict)

    @property
    def collects(self) -> bool:
        """True where the answer comes in several messages."""
        return self.kind in COLLECTING

    @cached_property
    def varies(self) -> bool:
        """True where a choice is labelled with words that differ from unit to unit."""
        return any("{" in choice.label for choice in self.choices)


@dataclass(frozen=True)
class Section:
    """Questions under one heading; `kept` answers belong to the unit, not to one year's draft."""

    id: str
    title: str
    questions: tuple[Question, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word that follows from an answer: 乡长 / 镇长 / 主任 from `level`.

    `cases` are tried in order: the id of a choice, or else how the printed answer ends.
    """

    id: str
    question: str
    cases: Mapping[str, str]


@dataclass(frozen=True)
class Pack:
    """One kind of report: its sections, the words that follow from answers, and what the bot says.

    `main_document` is what /draft writes; `heading` the first line of the menu, with words as {year};
    `library` the superiors' documents on offer; `literals` the words of the prose that hold a numeral;
    `wordings` how many wordings each sentence has; `documents` what each is called, the main one first;
    `write` gives the main document's paragraphs, `reread` those of one that was kept, `told` the text of any document.
    """

    id: str
    name: str
    version: str
    sections: tuple[Section, ...]
    main_document: str
    heading: str
    terms: tuple[Term, ...] = ()
    library: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    phrases: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, int] = field(default_factory=dict, compare=False)
    documents: Mapping[str, str] = field(default_factory=dict, compare=False)
    public_documents: frozenset[str] = field(default=frozenset(), compare=False)
    write: Writer = field(default=lambda dossier, year: (), compare=False)
    reread: Callable[[str], tuple[Passage, ...]] = field(default=lambda blocks: (), compare=False)
    told: Teller = field(default=lambda document, dossier, year: "", compare=False)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in the order of asking."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def asked(self) -> dict[str, Question]:
        """Every question by its id, with the choices all units read alike, such as 是 and 否, or the library."""
        return {id_: replace(question, choices=self._choices(question)) for id_, question in self.questions.items()}

    def _choices(self, question: Question) -> tuple[Choice, ...]:
        match question.kind:
            case Kind.YES_NO:
                return (Choice(YES, self.phrases["button_yes"]), Choice(NO, self.phrases["button_no"]))
            case Kind.DOCUMENT_REF:
                return tuple(Choice(str(number), title) for number, title in enumerate(self.library, 1))
            case Kind.FOLLOW_UP:
                return tuple(Choice(done.value, self.phrases[f"outcome_{done.value}"]) for done in Done)
        return question.choices

    @cached_property
    def as_asked(self) -> tuple[Asked, ...]:
        """What is seen of every question, in order."""
        return tuple(Asked(q.id, q.label, q.group, _mark(q)) for q in self.asked.values())

    @cached_property
    def called_now(self) -> dict[str, str]:
        """What every renamed question is called now, however often it was renamed."""
        now = dict(self.renamed)
        for _ in self.renamed:
            now = {old: self.renamed.get(new, new) for old, new in now.items()}
        return now

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section of every question, by the question's id."""
        return {question.id: section for section in self.sections for question in section.questions}

    @cached_property
    def group_of(self) -> dict[str, tuple[str, ...]]:
        """The questions asked on one screen, by the id of each."""
        groups: dict[tuple[str, str], tuple[str, ...]] = {}
        for section in self.sections:
            for question in section.questions:
                if question.group:
                    key = (section.id, question.group)
                    groups[key] = (*groups.get(key, ()), question.id)
        return {id_: ids for ids in groups.values() for id_ in ids}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code every question has on a 题单, by id: 5.4 is the fourth of the fifth section, asked or not."""
        numbered = (
            (at, question)
            for at, section in enumerate(self.sections, 1)
            for question in enumerate(section.questions, 1)
        )
        return {question.id: f"{at}.{number}" for at, (number, question) in numbered}

    @cached_property
    def placed(self) -> Question | None:
        """The question whose answer may be typed as one word with what it lies in; None where there is none."""
        return next((question for question in self.questions.values() if question.inside), None)

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """Everybody who has figures, in the order of asking."""
        return tuple(dict.fromkeys(question.holder for question in self.questions.values() if question.holder))

    @cached_property
    def term_of(self) -> dict[str, Term]:
        """Every term by its id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def button_words(self) -> re.Pattern[str]:
        """What the words of any button of ours look like, but for those that are answers: 是, 否, 今天."""
        patterns = []
        for key, label in self.phrases.items():
            fixed = label.rstrip().removesuffix("{text}").rstrip("：")
            ticked, bare = ("(?:✓ )?", fixed[2:]) if fixed.startswith("✓ ") else ("", fixed)
            if key.startswith("button_") and key not in ANSWERS and len(bare) > 1:
                patterns.append(ticked + re.escape(bare).replace(re.escape("{number}"), "[0-9①-⑳]+"))
        return re.compile("|".join(patterns))

    def after(self, question_id: str) -> Sequence[str]:
        """Name the questions behind one, in order."""
        return self._order[self._order.index(question_id) + 1 :]

    def before(self, question_id: str) -> Sequence[str]:
        """Name the questions in front of one, the nearest first."""
        return self._order[: self._order.index(question_id)][::-1]

    @cached_property
    def _order(self) -> tuple[str, ...]:
        return tuple(self.questions)


def _mark(question: Question) -> str:
    """Give a few characters that are others when the kind, the choices or the units of a question are."""
    told = (question.kind, question.choices, question.other, question.units, question.endings)
    return f"{crc32(repr(told).encode(errors='surrogatepass')):08x}"
