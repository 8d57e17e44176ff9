"""Finds what the lines of a filled 题单 are about: by code, by label, or not at all; parses no answer.

A code and a label that disagree name nothing, and neither does a label that could be several: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from bot.interview.numerals import folded
from bot.interview.outline_marks import condition_hint, kind_hint, numbered
from bot.interview.pack import Pack, Question
from bot.interview.reading import unmarked
from bot.interview.wording import fill

CODE = re.compile(
    r"(?<![0-9A-Za-z.])([0-9]{1,2}) ?[.。·] ?([0-9]{1,2})(?![0-9]|\.[0-9])(?: ?[-–—] ?([0-9]{1,3})(?![0-9]))?"
)
_LEAD = re.compile(rf"(?:第 ?)?{CODE.pattern}(?: ?题)?")
_FRONT = re.compile(r"[\s>|│┃]+")
_BULLET = re.compile(r"[-*•·●○■□◆▪►→—–✓√]+\s*")
_HINT = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)")
_EQUALS = re.compile(r"\s*[:=∶]+\s*")
_SECTION = re.compile(r"【 ?([0-9]{1,2}) ?([^【】]{1,20})】")
_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_FORWARD = re.compile(
    rf"[^\n:]{{0,20}}?(?:\s*[0-9]{{2,4}}[-/.年][0-9]{{1,2}}[-/.月][0-9]{{1,2}}日?)?\s+(?:上午|下午)?{_TIME}"
)
_RULE = re.compile(r"[\W_]*")


class Way(StrEnum):
    """How a line says what it is about."""

    BOTH = "both"  # code and label agree
    CODE = "code"  # a code alone
    ITEM = "item"  # the number of an item behind the code
    LABEL = "label"  # the whole label, and a colon
    PART = "part"  # a part of one label, or the whole without a colon
    FREE = "free"  # nothing: the rest of an answer, or a stray line
    NOISE = "noise"  # nothing that was typed as an answer
    NOTE = "note"  # the choices below a line
    DOUBT = "doubt"  # two things at once


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, as it stands, and what it is about.

    `doubt`: the sentence that says why it is about nothing, with `other`: the labels it may mean.
    """

    number: int
    raw: str
    way: Way
    question: str = ""
    item: int = 0
    typed: str = ""
    doubt: str = ""
    other: str = ""


@dataclass(frozen=True)
class Book:
    """What lines can name: questions by code, and by label as it reads folded, the longest first."""

    pack: Pack
    by_code: dict[str, Question]
    labels: tuple[tuple[str, Question], ...]
    notes: re.Pattern[str]
    heads: re.Pattern[str]
    title: re.Pattern[str]


def book(pack: Pack) -> Book:
    """Look up what the lines of a pack's sheets can name."""
    labels = sorted(((folded(q.label), q) for q in pack.questions.values()), key=lambda pair: -len(pair[0]))
    notes = "|".join(filter(None, (_note(pack, q) for q in pack.asked.values())))
    keys = ("outline_how", "outline_for_whole", "outline_for_missing", "outline_for_holder")
    heads = "|".join(_pattern(pack.phrases[key]) for key in keys)
    by_code = {code: pack.asked[id_] for id_, code in pack.codes.items()}
    title = re.compile(_pattern(pack.phrases["outline_title"]))
    return Book(pack, by_code, tuple(labels), re.compile(notes or "(?!)"), re.compile(heads), title)


def _pattern(text: str) -> str:
    """Write a sentence as a pattern in which its {places} may read anything; a year is four digits."""
    marked = folded(fill(text, lambda name: f"\0{name}\0"))
    parts = re.split("\0([a-z_]+)\0", marked)
    named = {"year": "(?P<year>[0-9]{4})", "unit": "(?P<unit>.{0,60}?)"}
    return "".join(
        named.get(part, ".{0,60}?") if at % 2 else r"\s*".join(map(re.escape, part.split(" ")))
        for at, part in enumerate(parts)
    )


def _note(pack: Pack, question: Question) -> str:
    """Write the line of a question's choices as a pattern, whatever the unit's words are."""
    if not question.choices:
        return ""
    choices = "".join(
        re.escape(folded(numbered(at))) + r"\s*" + _pattern(choice.label) for at, choice in enumerate(question.choices)
    )
    key = "outline_choices_or_own" if question.other else "outline_choices"
    before, _, behind = folded(fill(pack.phrases[key], {"choices": "\0"})).partition("\0")
    return rf"{re.escape(before)}\s*{choices}{re.escape(behind)}"


def parted(book: Book, raw: str) -> list[str]:
    """Cut a line where another line of a sheet begins inside it."""
    text = folded(raw)
    cuts = {match.start() for match in CODE.finditer(text) if match.start() and _begins(book, text, match)}
    cuts |= {match.start() for match in _SECTION.finditer(text) if _is_section(book, match)}
    cuts |= {match.start() for match in book.notes.finditer(text)}
    return [raw[start:end] for start, end in pairwise(sorted({0, *cuts, len(raw)}))]


def _begins(book: Book, text: str, code: re.Match[str]) -> bool:
    """Tell whether a code inside a line begins another: its own label follows, or a colon, or the text of an item."""
    question = book.by_code.get(f"{int(code[1])}.{int(code[2])}")
    if question is None:
        return False
    behind = text[code.end() : code.end() + 80]
    if code[3]:
        return question.collects and behind[:1] == " " and not CODE.fullmatch(text[: code.start()].strip())
    if behind.lstrip(" 、").startswith(folded(question.label)):
        return True
    apart = text[code.start() - 1] in " ;,、。\t"
    hint = _HINT.match(behind)
    return apart and _EQUALS.match(behind, hint.end() if hint else 0) is not None


def _is_section(book: Book, match: re.Match[str]) -> bool:
    sections, number = book.pack.sections, int(match[1])
    return 1 <= number <= len(sections) and folded(sections[number - 1].title) == match[2].strip()


def lines(book: Book, text: str) -> Iterator[Line]:
    """Read every line of a text, those in one line too; what cannot be seen was taken out before."""
    for number, whole in enumerate(text.split("\n"), 1):
        for raw in parted(book, whole):
            if not _RULE.fullmatch(raw):
                yield replace(_line(book, raw), number=number, raw=raw.strip())


def _line(book: Book, raw: str) -> Line:
    front = _FRONT.match(folded(raw))
    raw = raw[front.end() if front else 0 :].rstrip()
    text = folded(raw)
    line = Line(0, raw, Way.NOISE)
    section = _SECTION.fullmatch(text)
    if book.title.fullmatch(text) or book.heads.fullmatch(text) or (section and _is_section(book, section)):
        return line
    if book.notes.fullmatch(text):
        return replace(line, way=Way.NOTE)
    bullet = _BULLET.match(text)
    at = bullet.end() if bullet else 0
    code = _lead(book, text, at)
    named = _coded(book, raw, code) if code else None
    named = named or _labelled(book, raw, code.end() if code else at) or _labelled(book, unmarked(raw), 0)
    if named:
        return named
    if _FORWARD.fullmatch(text):
        return line
    note = book.notes.match(text)
    if note or code:
        return replace(line, way=Way.DOUBT, doubt="note" if note else "code")
    return replace(line, way=Way.FREE, typed=raw)


def _lead(book: Book, text: str, at: int) -> re.Match[str] | None:
    """Find the code a line begins with; 1.5万元 begins with none, as nothing parts it from what follows."""
    code = _LEAD.match(text, at)
    if code is None:
        return None
    behind = text[code.end() :]
    apart = not behind or behind[0] in " :=(、" or _label_at(book, behind, 0) is not None
    return code if apart else None


def _coded(book: Book, raw: str, code: re.Match[str]) -> Line | None:
    """Read a line that bears a code we know; its label, where it has one, must be that question's."""
    question = book.by_code.get(f"{int(code[1])}.{int(code[2])}")
    if question is None:
        return None
    text, line = folded(raw), Line(0, raw, Way.BOTH, question.id)
    if code[3]:
        if not question.collects:
            return replace(line, way=Way.DOUBT, doubt="not_list", question="", other=question.label)
        return replace(line, way=Way.ITEM, item=int(code[3]), typed=raw[code.end() :].lstrip(" 　、.．:：").strip())
    at = code.end() + len(text[code.end() :]) - len(text[code.end() :].lstrip(" 、"))
    found = _label_at(book, text, at)
    if found:
        agrees = found[1].id == question.id
        return _behind(book, line, text, at + len(found[0])) if agrees else _disagrees(line, question, found[1].label)
    return _bare(book, line, question, at)


def _bare(book: Book, line: Line, question: Question, at: int) -> Line:
    """Read a line that bears a code and no label, or a part of it."""
    text = folded(line.raw)
    bare = _behind(book, replace(line, way=Way.CODE), text, at)
    head = text[at:].partition(":")[0].strip() if ":" in text[at:] else ""
    if bare.way is not Way.DOUBT or not head:
        return bare
    if _key(head) and len(_key(head)) > 1 and _key(head) in _key(folded(question.label)):
        return replace(line, typed=_value(line.raw, at + text[at:].index(":")))
    return _disagrees(line, question, head)


def _disagrees(line: Line, question: Question, meant: str) -> Line:
    return replace(line, way=Way.DOUBT, question="", doubt="disagrees", other=f"{question.label}\0{meant}")


def _labelled(book: Book, raw: str, at: int) -> Line | None:
    """Read a line without a code we know: it begins with a label, or with a part of one label alone."""
    text = folded(raw)
    at += len(text[at:]) - len(text[at:].lstrip(" 、"))
    found = _label_at(book, text, at)
    if found:
        end = at + len(found[0])
        line = _behind(book, Line(0, raw, Way.LABEL, found[1].id), text, end)
        if line.way is not Way.DOUBT:
            hint = _HINT.match(text, end)
            weak = _EQUALS.match(text, hint.end() if hint else end) is None
            if weak and not (hint or text[end : end + 1] in ("", " ")):
                return None
            return replace(line, way=Way.PART) if weak else line
    head, colon, _ = text[at:].partition(":")
    head = _HINT.sub("", head)
    key = _key(head)
    if not colon or len(key) < 2:
        return None
    near = [q for label, q in book.labels if key in _key(label)]
    close = [q for q in near if 2 * len(key) >= len(_key(folded(q.label)))]
    if len(near) == 1 and close:
        return Line(0, raw, Way.PART, near[0].id, typed=_value(raw, at + len(text[at:].partition(":")[0])))
    if len(near) > 1:
        return Line(0, raw, Way.DOUBT, doubt="several", other="、".join(q.label for q in near[:4]))
    return None


def _label_at(book: Book, text: str, at: int) -> tuple[str, Question] | None:
    return next(((label, question) for label, question in book.labels if text.startswith(label, at)), None)


def _behind(book: Book, line: Line, text: str, at: int) -> Line:
    """Read what stands behind code and label: the hint in brackets, a colon, the answer."""
    hint = _HINT.match(text, at)
    end = hint.end() if hint else at
    equals = _EQUALS.match(text, end)
    typed = line.raw[equals.end() if equals else end :].strip()
    if not hint and text[at:].lstrip().startswith("(") and ":" in text[at:]:  # a bracket was lost
        return replace(line, typed=_value(line.raw, at + text[at:].index(":")))
    apart = equals or hint or text[at : at + 1] in ("", " ", "、")
    if not equals and ":" in folded(typed) and not apart:
        return replace(line, way=Way.DOUBT, question="", doubt="disagrees")
    if line.way is Way.CODE and not equals and (not typed or ":" in folded(typed) or _label_at(book, folded(typed), 0)):
        return replace(line, way=Way.DOUBT, question="", doubt="code")
    if hint and not typed and not _is_hint(book.pack, line.question, hint[1]):
        return replace(line, way=Way.DOUBT, question="", doubt="in_brackets")
    return replace(line, typed=typed)


def _is_hint(pack: Pack, question_id: str, text: str) -> bool:
    """Tell whether all that stands in brackets was printed there by us."""
    question = pack.asked[question_id]
    before = tuple(folded(fill(pack.phrases[key], {"text": ""})) for key in ("outline_last_year", "outline_default"))
    ours = {kind_hint(pack, question), *(condition_hint(pack, each) for each in question.when)}
    pieces = [piece.strip() for piece in text.split(";")]
    return question.varies or all(piece.startswith(before) or piece in set(map(folded, ours)) for piece in pieces)


def _value(raw: str, colon: int) -> str:
    return raw[colon + 1 :].strip(" 　:：=＝")


def _key(text: str) -> str:
    """Keep letters, hanzi and digits."""
    return "".join(char for char in folded(text).lower() if char.isalnum())
