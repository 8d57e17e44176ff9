"""Cuts one message into the parts that may each answer a question of a group; knows names and units, and no value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.interview import numerals
from bot.interview.pack import Kind, Question
from bot.interview.question_names import full_names, names

CIRCLED = re.compile("[①-⑳]")
_STRONG = re.compile(r"[\n，；;、。！|]+|,")
_THOUSANDS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9]|,[0-9])")
_COUNTED = re.compile(r"(?:^|(?<=[\s，,；;。]))([1-9])(?:[、)]|\.(?![0-9]))\s*(?=\S)")
_NUMBERED_LINE = re.compile(r"第?([0-9]{1,2})(?:[、:)]|\.(?![0-9])|项|题|\s)+(?P<rest>\S.*)")
_CHANGED = re.compile(r"[\s:：=]*(?:改为|改成|更正为|应为|应该是|应是)?[\s:：=]*")
_SAYS = re.compile(r"[\s:：=]*(?:改为|改成|更正为|应为|应该是|应是|就是|写成|写|是|为)?[\s:：=]*")
_DATE_BLANK = re.compile(r"(?<=[年月至到]) +(?=[0-9])|(?<=[0-9]) +(?=[年月日号])")
_YES_NO_RUN = re.compile("[是否有无对√✓✗×]{2,}")
_EDGES = " \n，,；;、。"
_HEDGE = "余多万亿几来"
_NUMERALS = frozenset(numerals.NUMERALS + _HEDGE)
_FRONTS = frozenset(
    ["约", "大约", "近", "将近", "接近", "超过", "超", "共", "共计", "一共", "总共", "合计", "不少于", "不到", "至少"]
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a message, and the question it names: `Piece("5000余", 1)`; None: it names none.

    `typed`: the part as it was typed, its name and all.
    """

    text: str
    question: int | None = None
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A message in pieces, and those that name nothing clear; where `tangled`, not even the clear ones are safe."""

    pieces: tuple[Piece, ...]
    unclear: tuple[str, ...] = ()
    tangled: bool = False


def cut(questions: Sequence[Question], text: str, named: Sequence[Question] = ()) -> Cut:
    """Cut a message at its separators, names and units, or by the numbers it gives to its parts.

    `named`: questions behind those, that are known by a whole name alone, where nothing else is called so.
    """
    counted = _by_number(questions, text)
    if counted is not None:
        return counted
    besides = {name: len(questions) + at for name, at in full_names(named).items()}
    called = besides | names(questions)
    if any(question.kind is Kind.TEXT for question in questions):
        return _own_words((*questions, *named), called, text)
    yes_no = bool(questions) and all(question.kind is Kind.YES_NO for question in questions)
    return _Figures((*questions, *named), called, yes_no=yes_no).cut(text)


def at_endings(text: str) -> list[str]:
    """Cut a text at every separator and space: 黔江区，白土乡."""
    return [part for part in re.split(r"[\s，；;、,]+", text) if part]


def commas(text: str) -> int:
    """Count the commas inside numbers that could have parted two answers: 1 in 5,000."""
    return sum(match[0].count(",") for match in _THOUSANDS.finditer(_folded(text)))


def _folded(text: str) -> str:
    """Fold digits and letters, but not the comma that never stands inside a number."""
    return numerals.folded(text.replace("，", "、"))


def _by_number(questions: Sequence[Question], text: str) -> Cut | None:
    """Cut at ①, ②; or at 1、 2、 where they count from 1 on; None where the parts bear no numbers."""
    marks = [(match.start(), match.end(), ord(match[0]) - ord("①")) for match in CIRCLED.finditer(text)]
    if not marks:
        found = list(_COUNTED.finditer(numerals.folded(text)))
        if len(found) < 2 or found[0].start() or any(int(match[1]) != at for at, match in enumerate(found, 1)):
            return None
        in_line = any(match.start() and text[match.start() - 1] != "\n" for match in found)
        if in_line and 2 * len(found) == len(questions):  # 1、5 2、6 may be four answers
            return Cut((), (text,), tangled=True)
        marks = [(match.start(), match.end(), int(match[1]) - 1) for match in found]
    ends = [*(start for start, _, _ in marks[1:]), len(text)]
    pieces, unclear = [], list(_solid(text[: marks[0][0]].strip(_EDGES)))
    for (start, behind, number), end in zip(marks, ends, strict=True):
        typed, rest = text[start:end].strip(_EDGES), text[behind:end].strip(_EDGES)
        rest = _bare(questions, number, rest) if number < len(questions) else ""
        if rest:
            pieces.append(Piece(rest, number, typed))
        else:
            unclear.append(typed)
    return Cut(tuple(pieces), tuple(unclear))


def _bare(questions: Sequence[Question], number: int, text: str) -> str:
    """Take the question's own name off the front of an answer, and 改成."""
    own = sorted((name for name, other in names(questions).items() if other == number), key=len, reverse=True)
    name = next((name for name in own if numerals.folded(text).startswith(name)), "")
    return _answer(questions[number], text[len(name) :])


def _answer(question: Question, text: str) -> str:
    """Take off what only says that an answer follows; 是 alone is one."""
    says = (_CHANGED if question.kind is Kind.YES_NO else _SAYS).match(text)
    return text[says.end() :] or text.strip(" :：=") if says else text


def _solid(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip()


# Groups with own words: one answer a line.


def _own_words(questions: Sequence[Question], names_: Mapping[str, int], text: str) -> Cut:
    called = sorted(names_.items(), key=lambda item: -len(item[0]))
    lines = [line for part in re.split(r"[\n；;]", text) for line in _solid(part)]
    lines = [one for line in lines for one in _numbered(questions, line)]
    return Cut(tuple(_line(questions, called, line) for line in lines))


def _numbered(questions: Sequence[Question], line: str) -> list[str]:
    """Cut a line that numbers several answers, 6 党工委书记，7 主任, where each number is that of a question."""
    parts = re.split(r"[，,、]\s*(?=[0-9０-９]{1,2}[、:： ]\s*\S)", line)
    found = [_NUMBERED_LINE.fullmatch(numerals.folded(part)) for part in parts]
    known = [number for number in found if number and 1 <= int(number[1]) <= len(questions)]
    return parts if len(known) == len(parts) == len({number[1] for number in known}) else [line]


def _line(questions: Sequence[Question], called: Iterable[tuple[str, int]], line: str) -> Piece:
    """Read a line that begins with the number of a question or with its name and a ： or the like."""
    folded = numerals.folded(line)
    number = _NUMBERED_LINE.fullmatch(folded)
    if number and 1 <= int(number[1]) <= len(questions):
        at = int(number[1]) - 1
        return Piece(_bare(questions, at, line[number.start("rest") :]), at, line)
    for name, at in called:
        rest = line[len(name) :]
        answer = _answer(questions[at], rest)
        if folded.startswith(name) and answer and answer != rest:
            return Piece(answer, at, line)
    return Piece(line, None, line)


# Groups of figures, dates and yes or no: answers stand close together.


class _Figures:
    """The names and units of the questions of a group, as patterns."""

    def __init__(self, questions: Sequence[Question], called: Mapping[str, int], *, yes_no: bool) -> None:
        self.questions, self.called, self.yes_no = questions, called, yes_no
        units = {unit for question in questions for unit in question.units} | {"元", "%", "％"}
        self.name = _any_of(self.called)
        self.unit = _any_of(units)
        self.unit_alone = re.compile(rf"[{_HEDGE}]*(?:{self.unit.pattern})?(?:左右|以上|上下)?")

    def cut(self, text: str) -> Cut:
        chunks = [[self._named(word) for word in self._words(chunk)] for chunk in _chunks(text)]
        loose = any(piece.question is None for chunk in chunks for piece in chunk if len(chunk) != 2)
        pieces: list[Piece] = []
        unclear: list[str] = []
        tangled = False
        for chunk in chunks:
            paired = _paired(chunk, behind=not loose)
            if paired is None or any(piece.question == _SEVERAL for piece in chunk):
                unclear.append(" ".join(piece.typed for piece in chunk))
                tangled = tangled or paired is None
            else:
                pieces += paired
        return Cut(tuple(pieces), tuple(unclear), tangled)

    def _words(self, chunk: str) -> Iterator[str]:
        """Cut a chunk at its spaces; a unit, 余 or 约 that stands alone belongs to its figure."""
        held = ""
        for word in _DATE_BLANK.sub("", chunk).split():
            if held and (held in _FRONTS or self._goes_on(held, word)):
                held += word
            else:
                yield from self._parts(held)
                held = word
        yield from self._parts(held)

    def _goes_on(self, held: str, word: str) -> bool:
        alone = self.unit_alone.fullmatch(word) and not self.name.fullmatch(word)
        return bool(alone) and numerals.folded(held[-1]) in _NUMERALS

    def _parts(self, word: str) -> Iterator[str]:
        """Cut a word that says several things at once: before the next name, and behind a unit before a figure."""
        if self.yes_no and _YES_NO_RUN.fullmatch(word):
            yield from word
            return
        folded = numerals.folded(word)
        found = list(self.name.finditer(folded))
        starts = [0, *(match.start() for match in found[1:])]
        ends = [*starts[1:], len(word)]
        bare = any(match.end() == end for match, end in zip(found, ends, strict=False))
        if len(found) > 1 and (bare or set(folded[: found[0].start()]) & _NUMERALS):
            yield word
            return
        for start, end in zip(starts, ends, strict=True):
            yield from self._at_units(word[start:end])

    def _at_units(self, word: str) -> Iterator[str]:
        """Cut 16场5000份 in two."""
        folded, start = numerals.folded(word), 0
        for match in self.unit.finditer(folded):
            counted = set(folded[start : match.start()]) & _NUMERALS
            if counted and folded[match.end() : match.end() + 1] in _DIGITS:
                yield word[start : match.end()]
                start = match.end()
        yield from _solid(word[start:])

    def _named(self, word: str) -> Piece:
        """Take the name off a word; "" is left where the name stands alone."""
        folded = numerals.folded(word)
        found = list(self.name.finditer(folded))
        if not found:
            return Piece(word, None, word)
        at = self.called[found[0][0]]
        starts, ends = [match.start() for match in found], [match.end() for match in found]
        front, *rest = [word[start:end] for start, end in zip([0, *ends], [*starts, len(word)], strict=True)]
        figures = sum(bool(set(numerals.folded(part)) & _NUMERALS) for part in (front, *rest))
        if figures > 1 or any(self.called[match[0]] != at for match in found):
            return Piece(word, _SEVERAL, word)
        answers = (_answer(self.questions[at], part) for part in rest)
        return Piece("".join((front, *answers)).strip(" :：="), at, word)


_SEVERAL = -1
_DIGITS = frozenset("0123456789")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)")


def _chunks(text: str) -> Iterator[str]:
    """Cut at marks and line ends, but not inside 5,000."""
    kept = [match.span() for match in _THOUSANDS.finditer(_folded(text))]
    start = 0
    for match in _STRONG.finditer(text):
        if not any(first <= match.start() < behind for first, behind in kept):
            yield from _solid(text[start : match.start()])
            start = match.end()
    yield from _solid(text[start:])


def _paired(words: Sequence[Piece], *, behind: bool) -> list[Piece] | None:
    """Give each name that stands alone the answer next to it; None where it is not clear which belongs to which.

    `behind`: a name may follow its answer.
    """
    if behind and len(words) == 2 and words[0].question is None and words[1].question is not None and not words[1].text:
        return [Piece(words[0].text, words[1].question, f"{words[0].typed} {words[1].typed}")]
    pieces: list[Piece] = []
    waiting: Piece | None = None
    for word in words:
        alone = word.question is not None and not word.text
        if (waiting and word.question is not None) or (alone and pieces and pieces[-1].question is None):
            return None
        if waiting:
            pieces.append(Piece(word.text, waiting.question, f"{waiting.typed} {word.typed}"))
        elif not alone:
            pieces.append(word)
        waiting = word if alone else None
    return None if waiting else pieces
