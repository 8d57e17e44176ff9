"""How an official would type what is known: the forms worth trying for one question, and for a group in one message."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.interview.named import WORDY
from bot.interview.pack import Kind, Question
from bot.interview.values import Chosen, Day, Nothing, Number, Period, Value, value_text
from tests.effort.townships import Known

OWN = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.LIST, Kind.DOCUMENT_REF})
"""Kinds that are answered in own words."""


def forms(question: Question, known: Known, given: Collection[Value | Nothing] = ()) -> Iterator[str]:
    """Ways to type an answer, which the conversation may take or not; without the items that are `given`."""
    yield from _short(question, known)
    if len(known.typed) == len(known.values):
        yield "\n".join(text for text, value in zip(known.typed, known.values, strict=True) if value not in given)
    yield "\n".join(known.typed)


def _short(question: Question, known: Known) -> Iterator[str]:
    value = known.values[0]
    match value:
        case Number():
            yield value.printed
            yield value_text(value)
        case Day(_, month, day) if day:
            yield f"{month}.{day}"
            yield f"{month}月{day}日"
        case Day() | Period():
            yield value_text(value)
        case Chosen():
            yield from _chosen(question, value)
        case Nothing():
            yield {"zero": "没有", "out": "不涉及", "later": "待问同事"}[value]


def _chosen(question: Question, value: Chosen) -> Iterator[str]:
    """Numbers of choices, with the own words behind them; or the words of one choice."""
    if question.kind is Kind.YES_NO:
        yield "是" if "yes" in value.ids else "否"
        return
    places = [number for number, choice in enumerate(question.choices, 1) if choice.id in value.ids]
    if not value.other:
        yield "".join(map(str, places))
        yield " ".join(map(str, places))
        if len(places) == len(question.choices):
            yield "全部"
    else:
        yield "、".join((*map(str, places), *value.other))
        yield "、".join(value.other)


def own_words(question: Question, known: Known, text: str) -> int:
    """Count the characters of a text that are own words."""
    if question.kind in OWN and any(isinstance(value, Nothing) for value in known.values):
        return 0
    if question.kind in OWN:
        return len(text)
    others = [other for value in known.values if isinstance(value, Chosen) for other in value.other]
    return sum(len(other) for other in others if other in text)


def together(questions: Sequence[Question], known: Sequence[Known | None]) -> Iterator[tuple[str, int]]:
    """A message for a whole group, in order or by name, and how much of it is own words."""
    first = [next(forms(q, k)) if k else "" for q, k in zip(questions, known, strict=True)]
    own = sum(own_words(q, k, text) for q, k, text in zip(questions, known, first, strict=True) if k)
    for between in ("，", " ", "\n"):
        yield between.join(text or "-" for text in first), own
    named = [f"{q.label}{text}" for q, text in zip(questions, first, strict=True) if text]
    yield "，".join(named), own
    full = ["\n".join(k.typed) for k in known if k]
    yield "，".join(full), own


def called(question: Question) -> str:
    """What a question is called where it is not on the screen: its label, without what that has in （）."""
    return question.label.partition("（")[0]


def by_name(question: Question, known: Known) -> tuple[str, int]:
    """An answer behind the name of its question, and how much of it is own words."""
    text = "\n".join(known.typed) if question.kind in WORDY else next(forms(question, known))
    return f"{called(question)}{'：' if question.kind in WORDY else ''}{text}", own_words(question, known, text)
