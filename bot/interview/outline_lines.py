"""Finds what the lines of a filled 题单 are about: by code, by label, or not at all; parses no answer.

A code and a label that disagree name nothing, and neither does a label that could be several: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.interview.numerals import folded
from bot.interview.outline_book import (
    CODE,
    EQUALS,
    HINT,
    SEPARATORS,
    Book,
    is_heading,
    is_hint,
    key_of,
    label_at,
    parted,
)
from bot.interview.pack import Kind, Question
from bot.interview.reading import unmarked

_LEAD = re.compile(rf"(?:第 ?)?{CODE.pattern}(?: ?题)?")
_FRONT = re.compile(r"[\s>|│┃;,、•●○]+")
_BULLET = re.compile(r"[-*•·●○■□◆▪►→—–✓√]+\s*")
_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_FORWARD = re.compile(
    rf"[^\n:]{{0,20}}?(?:\s*[0-9]{{2,4}}[-/.年][0-9]{{1,2}}[-/.月][0-9]{{1,2}}日?)?\s+(?:上午|下午)?{_TIME}"
)
_LEFT_BEHIND = " 　>＞|│┃•●○"
_BEHIND = re.compile(rf"(?:[;；]?[{_LEFT_BEHIND}]+)+[;；]?$|\s+$")
OWN_WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.LIST, Kind.DOCUMENT_REF, Kind.FOLLOW_UP})
"""Kinds that take any words for an answer, or behind it."""
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
    NOTE = "note"  # how to fill in, and the choices below a line
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


def lines(book: Book, text: str) -> Iterator[Line]:
    """Read every line of a text, those in one line too; what cannot be seen was taken out before.

    Words that hold another question's label may go on or may end there: both are doubted.
    """
    for number, whole in enumerate(text.split("\n"), 1):
        read: list[Line] = []
        for raw, weak in parted(book, whole):
            line = replace(_line(book, raw), number=number, raw=raw.strip())
            if weak and read and _takes_words(book, read[-1]):
                read[-1] = doubted(read[-1], "either")
                line = doubted(line, "either")
            read.append(line)
        yield from (line for line in read if not _RULE.fullmatch(line.raw))


def doubted(line: Line, why: str) -> Line:
    """Give a line that is about nothing for a reason."""
    return replace(line, way=Way.DOUBT, question="", doubt=why)


def takes_words(question: Question) -> bool:
    """Tell whether anything typed is an answer to a question."""
    return question.kind in OWN_WORDS or question.other


def _takes_words(book: Book, line: Line) -> bool:
    if line.way is Way.NOISE:
        return False
    return not line.question or takes_words(book.pack.asked[line.question])


def _line(book: Book, raw: str) -> Line:
    front = _FRONT.match(folded(raw))
    raw = _BEHIND.sub("", raw[front.end() if front else 0 :])
    text = folded(raw)
    line, bare = Line(0, raw, Way.NOISE), text.strip(SEPARATORS + _LEFT_BEHIND)
    if book.heads.fullmatch(bare) or is_heading(book, bare):
        return line
    if book.notes.fullmatch(bare):
        return replace(line, way=Way.NOTE)
    bullet = _BULLET.match(text)
    at = bullet.end() if bullet else 0
    code = _lead(book, text, at)
    named = _coded(book, raw, code) if code else None
    named = named or _labelled(book, raw, code.end() if code else at) or _labelled(book, unmarked(raw), 0)
    if named:
        return named
    if _FORWARD.fullmatch(bare):
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
    apart = not behind or behind[0] in " :=(、" or label_at(book, behind, 0) is not None
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
    found = label_at(book, text, at)
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
    if key_of(head) and len(key_of(head)) > 1 and key_of(head) in key_of(folded(question.label)):
        return replace(line, typed=_value(line.raw, at + text[at:].index(":")))
    return _disagrees(line, question, head)


def _disagrees(line: Line, question: Question, meant: str) -> Line:
    return replace(line, way=Way.DOUBT, question="", doubt="disagrees", other=f"{question.label}\0{meant}")


def _labelled(book: Book, raw: str, at: int) -> Line | None:
    """Read a line without a code we know: it begins with a label, or with a part of one label alone."""
    text = folded(raw)
    at += len(text[at:]) - len(text[at:].lstrip(" 、"))
    found = label_at(book, text, at)
    if found:
        end = at + len(found[0])
        line = _behind(book, Line(0, raw, Way.LABEL, found[1].id), text, end)
        if line.way is not Way.DOUBT:
            hint = HINT.match(text, end)
            weak = EQUALS.match(text, hint.end() if hint else end) is None
            if weak and not (hint or text[end : end + 1] in ("", " ")):
                return None
            return replace(line, way=Way.PART) if weak else line
    head, colon, _ = text[at:].partition(":")
    head = HINT.sub("", head)
    key = key_of(head)
    if not colon or len(key) < 2:
        return None
    near = [q for label, q in book.labels if key in key_of(label)]
    close = [q for q in near if 2 * len(key) >= len(key_of(folded(q.label)))]
    if len(near) == 1 and close:
        line = Line(0, raw, Way.PART, near[0].id, typed=_value(raw, at + text[at:].index(":")))
        hint = HINT.search(text[at:].partition(":")[0])
        lost = hint and not line.typed and not is_hint(book.pack, line.question, hint[1])
        return doubted(line, "colon") if lost else line
    if len(near) > 1:
        return Line(0, raw, Way.DOUBT, doubt="several", other="、".join(q.label for q in near[:4]))
    return None


def _behind(book: Book, line: Line, text: str, at: int) -> Line:
    """Read what stands behind code and label: the hint in brackets, a colon, the answer."""
    hint = HINT.match(text, at)
    end = hint.end() if hint else at
    equals = EQUALS.match(text, end)
    typed = _trimmed(line.raw[equals.end() if equals else end :])
    if not hint and text[at:].lstrip().startswith("(") and ":" in text[at:]:  # a bracket was lost
        return replace(line, typed=_value(line.raw, at + text[at:].index(":")))
    apart = equals or hint or text[at : at + 1] in ("", " ", "、")
    if not equals and ":" in folded(typed) and not apart:
        return doubted(line, "disagrees")
    if line.way is Way.BOTH and typed and not apart and takes_words(book.pack.asked[line.question]):
        return doubted(line, "colon")
    if line.way is Way.CODE and not equals and (not typed or ":" in folded(typed) or label_at(book, folded(typed), 0)):
        return doubted(line, "code")
    if hint and not typed and not is_hint(book.pack, line.question, hint[1]):
        return doubted(line, "colon")
    return replace(line, typed=typed)


def _value(raw: str, colon: int) -> str:
    return _trimmed(raw[colon + 1 :].lstrip(" 　:：=＝"))


def _trimmed(typed: str) -> str:
    """Take off what lines leave behind where they were joined."""
    return typed.strip(f"{_LEFT_BEHIND};；,，、")
