"""Where a figure, a word or a paragraph stands in a draft, and which answers it came from; shows nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.interview import numerals
from bot.interview.known import Entry
from bot.interview.passages import Passage, Sentence
from bot.interview.reading import HANZI
from bot.interview.scene import Scene

_NUMERALS = "〇零一二三四五六七八九十百千两"
_FIGURE = rf"(?:[0-9][0-9,.]*[万亿]?|[{_NUMERALS}]{{2,}}[万亿]?)"
_UNIT = rf"(?:[{HANZI}]{{0,3}}?|%)"
_WHENCE = "(?:这个数)?是?从?(?:哪里|哪儿|哪)来?的"
_BOUND = "(?:约|近|超过|不少于)?"

_PARAGRAPH = re.compile(
    rf"(?:查|找) *第?[〔（(]?([0-9]{{1,3}})[〕）)]?(?:自然)?段(?:{_WHENCE})?[?？]?|第?([0-9]{{1,3}})段{_WHENCE}[?？]?"
)
_ASKED = re.compile(
    rf"(?:查|找)[ :：]*[“\"]?{_BOUND}({_FIGURE})[余多]?({_UNIT})[”\"]?(?:{_WHENCE})?[?？]?"
    rf"|{_BOUND}({_FIGURE})[余多]?({_UNIT}){_WHENCE}[?？]?"
)
_WORDS = re.compile(r"(?:查|找)[ :：]+(\S.{0,29})")

_STANDING = re.compile(r"(?<![0-9.,])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9])[万亿]?")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: `Query("183件", amount=Decimal(183), unit="件")`, `Query("第12段", paragraph=12)`, or words.

    `question`: what is looked for is wherever its answer stands.
    """

    text: str
    amount: Decimal | None = None
    unit: str = ""
    paragraph: int = 0
    question: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a stretch of text came from: a question, and the item of a list where it is one."""

    question: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found: the paragraph, the sentence, where in it, and what it came from; none: from the prose itself."""

    passage: int
    text: str
    start: int
    end: int
    sources: tuple[Source, ...]


def asked(typed: str, *, words: bool = True) -> Query | None:
    """Read what a message asks to find: 查 183, 查183件, 183哪来的, 查 12段; with `words` also 查 调解."""
    text = numerals.folded(typed).strip()
    if match := _PARAGRAPH.fullmatch(text):
        number = match[1] or match[2]
        return Query(f"第{number}段", paragraph=int(number))
    if match := _ASKED.fullmatch(text):
        figure, unit = match[1] or match[3], match[2] or match[4] or ""
        amount = numerals.read(figure)
        if amount is not None:
            return Query(figure + unit, amount, unit)
    match = _WORDS.fullmatch(typed.strip()) if words else None
    return Query(match[1].strip()) if match else None


def hits(passages: Iterable[Passage], query: Query) -> tuple[Hit, ...]:
    """Find every place; a unit that stands nowhere behind the figure is not insisted on."""
    sentences = [(passage.number, sentence) for passage in passages for sentence in passage.sentences]
    if query.paragraph:
        return tuple(hit for number, each in sentences if number == query.paragraph for hit in _values(number, each))
    if query.question:
        values = (hit for number, each in sentences for hit in _values(number, each))
        return tuple(hit for hit in values if query.question in {source.question for source in hit.sources})
    if query.amount is None:
        return tuple(hit for number, each in sentences for hit in _words(number, each, query.text))
    found = [hit for number, each in sentences for hit in _figures(number, each, query.amount)]
    exact = [hit for hit in found if _unit(hit).startswith(query.unit)]
    return tuple(exact or found)


def sources(found: Iterable[Hit]) -> tuple[Source, ...]:
    """Give what the places came from, each once."""
    return tuple(dict.fromkeys(source for hit in found for source in hit.sources))


def unprinted(scene: Scene, query: Query, told: Iterable[Source]) -> list[Entry]:
    """Give the answers that hold the figure and did not make it stand anywhere."""
    known = {source.question for source in told}
    entries = [entry for entry in scene.known.entries.values() if entry.question.id not in known and entry.stored]
    if query.amount is None:
        return []
    return [entry for entry in entries if query.amount in {amount for _, _, amount in _amounts(entry.text)}]


def near(passages: Iterable[Passage], amount: Decimal) -> list[str]:
    """Give the figures that a slip of the finger makes of another: a point or a nought more, two digits changed."""
    standing = dict.fromkeys(
        (match, value) for passage in passages for match, value in _standing(passage.text) if value != amount
    )
    return [text for text, value in standing if _slipped(numerals.plain(amount), numerals.plain(value))]


def _standing(text: str) -> Iterator[tuple[str, Decimal]]:
    yield from ((text[start:end], amount) for start, end, amount in _amounts(text))


def _amounts(text: str) -> Iterator[tuple[int, int, Decimal]]:
    for match in _STANDING.finditer(text):
        amount = numerals.read(match[0])
        if amount is not None:
            yield match.start(), match.end(), amount


def _slipped(one: str, other: str) -> bool:
    """Tell whether two figures differ by a slip; of figures of one digit, everything would."""
    if min(len(one), len(other)) < 2:
        return False
    bare, others = (text.replace(".", "").rstrip("0") for text in (one, other))
    if bare == others or sorted(one) == sorted(other):
        return True
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _figures(number: int, sentence: Sentence, amount: Decimal) -> Iterator[Hit]:
    for start, end, value in _amounts(sentence.text):
        if value == amount:
            yield _hit(number, sentence, start, end)


def _words(number: int, sentence: Sentence, words: str) -> Iterator[Hit]:
    for match in re.finditer(re.escape(words), sentence.text):
        yield _hit(number, sentence, match.start(), match.end())


def _values(number: int, sentence: Sentence) -> Iterator[Hit]:
    """Give each value of a sentence; the sentence itself where it holds none."""
    at, found = 0, False
    for span in sentence.spans:
        if span.questions:
            found = True
            yield _hit(number, sentence, at, at + len(span.text))
        at += len(span.text)
    if not found:
        yield Hit(number, sentence.text, 0, 0, tuple(map(Source, sentence.depends)))


def _hit(number: int, sentence: Sentence, start: int, end: int) -> Hit:
    at, told = 0, []
    for span in sentence.spans:
        if at < end and start < at + len(span.text):
            told += [Source(question, span.item or 0) for question in span.questions]
        at += len(span.text)
    return Hit(number, sentence.text, start, end, tuple(dict.fromkeys(told)))


def _unit(hit: Hit) -> str:
    return hit.text[hit.end :].lstrip("余多来")
