"""A fact said to the questionnaire and looked for in the documents: whether it comes out as it went in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from bot.interview.answers import Clock, Refused, understand
from bot.interview.entry import Entry, Standing
from bot.interview.events import Answer, Dossier
from bot.interview.known import know
from bot.interview.numerals import folded
from bot.interview.pack import Kind, Question
from bot.interview.values import Nothing, Value
from bot.report.blocks import Document
from bot.report.compose import compose
from tests.coverage.facts import CONTENT, PACK, Fact, Home, homes_of
from tests.report.spans import printed, sentences_of, sources

PROSE = CONTENT.prose
YEAR = 2025
CLOCK = Clock(YEAR, date(YEAR + 1, 1, 8))
AT = datetime(YEAR + 1, 1, 8, tzinfo=UTC)
UNIT = {"county": ("黔江区",), "place": ("白土乡",)}
WHOLE = ("work_summary", "annual_report")
"""The documents that hold everything: a fact is in one of them."""

Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fit:
    """What became of a fact: the home it fits, or why it fits none."""

    fact: Fact
    home: Home | None
    why: str = ""


class RefusedError(Exception):
    """The chat takes no such answer."""


def fit(fact: Fact) -> Fit:
    """Say a fact at each of its homes until one takes it and a document prints it."""
    why = []
    for home in homes_of(fact):
        found = _tried(home, fact)
        if not found:
            return Fit(fact, home)
        why.append(f"{home.question} {found}")
    return Fit(fact, None, "；".join(why) or "没有对应的题")


def _tried(home: Home, fact: Fact) -> str:
    """Tell why a home does not take a fact; "" where it does."""
    meant = things(home, fact)
    typed = messages(home.question, meant)
    try:
        entry, _ = _asked(home.question, typed)
    except RefusedError as refused:
        return f"不收：{refused}"
    return "" if _held(home.question, typed, meant) else f"没有印出来：{entry.text}"


def things(home: Home, fact: Fact) -> tuple[str, ...]:
    """Give what of a fact is answered at its home."""
    return (home.choice,) if home.choice else fact.typed


def messages(question: str, answered: Sequence[str]) -> tuple[str, ...]:
    """Give what is typed to answer so much: a message for each item of a list, else one."""
    return tuple(answered) if PACK.questions[question].collects else ("、".join(answered),)


def needed(question: str) -> dict[str, tuple[str, ...]]:
    """Give answers that open the branch a question is in."""
    found: dict[str, tuple[str, ...]] = {}
    for condition in PACK.questions[question].when:
        gate = PACK.questions[condition.question]
        found |= needed(gate.id) | {gate.id: (condition.choice or opening(gate),)}
    return found


def opening(gate: Question) -> str:
    """Give an answer that says something."""
    if gate.kind is Kind.YES_NO:
        return "是"
    return gate.example or gate.choices[0].label


@cache
def _asked(question: str, typed: tuple[str, ...]) -> tuple[Entry, Dossier]:
    """Answer one question of a bare draft; give how it then stands, and the draft."""
    dossier = answered({**UNIT, **needed(question), question: typed})
    return know(PACK, dossier, YEAR).entries[question], dossier


@cache
def _held(question: str, typed: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Tell whether one of the documents that hold everything holds an answer."""
    entry, dossier = _asked(question, typed)
    return any(holds(compose(PACK, PROSE, document, dossier, YEAR), entry, meant) for document in WHOLE)


def answered(typed: Typed) -> Dossier:
    """Answer questions in their order, each as the chat reads it; RefusedError with the question and what is wrong."""
    dossier = Dossier(years=(YEAR,))
    for id_ in (id_ for id_ in PACK.questions if id_ in typed):
        question = know(PACK, dossier, YEAR).entries[id_].question
        values = [value for text in typed[id_] for value in _values(question, text)]
        first = 1 if question.collects else 0
        year = None if PACK.section_of[id_].kept else YEAR
        new = (Answer(year, id_, value, "", AT, item, item) for item, value in enumerate(values, first))
        dossier = Dossier(years=(YEAR,), answers=(*dossier.answers, *new))
    return dossier


def _values(question: Question, text: str) -> Iterator[Value | Nothing]:
    understood = understand(question, text, CLOCK)
    if isinstance(understood, Refused):
        raise RefusedError(f"{text}（{understood.code}）")
    yield from (understood,) if isinstance(understood, Nothing) else understood


def holds(document: Document, entry: Entry, meant: Sequence[str]) -> bool:
    """Tell whether a document says what an answer is: of a yes or a nothing that a sentence depends on it.

    Else it prints all the chat shows of it, and everything that was `meant`; choices stand in an order of their own.
    """
    id_, many = entry.question.id, entry.question.kind is Kind.CHOICE_MANY
    if entry.question.kind is Kind.YES_NO or entry.standing is Standing.ZERO:
        return any(id_ in sources(sentence) for sentence in sentences_of(document))
    text = printed(document, id_)
    shown = all(piece.text in text for piece in entry.pieces)
    parts = (part for each in meant for part in (each.split("、") if many else [each]))
    return bool(entry.pieces) and shown and all(_key(part) in _key(text) for part in parts)


def _key(text: str) -> str:
    """Keep letters, hanzi and digits only."""
    return "".join(char for char in folded(text) if char.isalnum())


@dataclass(frozen=True, slots=True)
class Shares:
    """How many facts there are, how many fit a question of their own kind, and how many fit at all; in percent."""

    facts: int
    structured: float
    at_all: float


def shares(fits: Sequence[Fit]) -> Shares:
    """Count; own words count as no more than fitting at all."""
    homes = [each.home for each in fits if each.home]
    structured = sum(not home.own_words for home in homes)
    return Shares(len(fits), 100 * structured / len(fits), 100 * len(homes) / len(fits))
