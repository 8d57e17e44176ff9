"""What every parser shares: clock, refusal, and how typed text is cleaned; knows no kind of answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.interview.pack import Question
from bot.interview.values import Nothing, Value

HANZI = "\u3400-\u4dbf\u4e00-\u9fff〇"
"""The common hanzi, for a class of a pattern."""

ENDING = "。；，、：？！…;,.:?! \t\n\u3000"
"""What is taken off the end of an item: its place in a sentence is not the official's to decide."""

MOST_WORDS, MOST_ALL, MOST_ITEMS = 500, 20_000, 200
"""Characters of one line or item, and of a whole message or long text; items of one list."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`year`: the year the report is about; `today`: the day the message was sent."""

    year: int
    today: date


@dataclass(frozen=True, slots=True)
class Refused:
    """`code`: which sentence of `prompts/phrases.yaml`; `facts`: what fills its {places}."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


Parser = Callable[[Question, str, Clock], Value | Nothing | Refused]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls; tab and newline stay
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\uffa0\ufe00-\ufe0f\ufeff\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff"
    "\uf000-\uf0ff"  # the bullets of an office program's symbol fonts
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e01ef]"
)
_WIDE = re.compile(rf"[{HANZI}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]")

_ENTITY = re.compile("&#?[0-9A-Za-z]{1,10};$")

_TEN = "一二三四五六七八九十"
_MARK = re.compile(
    r"\s*(?:[-*•·●○■□◆▪►→—–]+"
    r"|[①-⒛❶-❿]"
    rf"|[（(][0-9０-９{_TEN}]{{1,3}}[)）][.．、]?"
    r"|[0-9０-９]{1,2}[.．、)）](?:(?![0-9０-９])|(?=20[0-9]{2}年))"  # 1.5万元 and 1、2月 keep their figure
    rf"|[{_TEN}]{{1,3}}、(?![{_TEN}])"
    rf"|[{_TEN}]{{1,2}}是[，,：:]?"
    rf"|第[0-9{_TEN}]{{1,3}}[，,、：:]|其[{_TEN}][，,、：:])\s*"
)


def storable(text: str) -> str:
    """Take out what no file can hold: halves of characters, and the sign that ends a text in C."""
    return _UNSTORABLE.sub("", text)


def cleaned(typed: str) -> str:
    """Take out what cannot be seen, unify the line ends, strip the outer blanks; words stay as they are."""
    return visible(typed).strip()


def visible(typed: str) -> str:
    """Take out what cannot be seen and unify the line ends; each line keeps its place."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", typed)).replace("\t", " ")


def one_line(text: str) -> str:
    """Join lines: with nothing beside hanzi or their punctuation, else with a space."""
    joined: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if joined and not _WIDE.search(joined[-1][-1] + line[0]):
            joined.append(" ")
        joined.append(line)
    return "".join(joined)


def trimmed(text: str) -> str:
    """Take the marks of a sentence off an item: Chinese ones in front, any behind, but not the ; of &amp;."""
    text = text.strip().lstrip("。；，、：？！…").lstrip()
    return text if _ENTITY.search(text) else text.rstrip(ENDING)


def units(text: str) -> int:
    """Count the UTF-16 units of a text, in which chat messages are measured; half a character is one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def says_something(text: str) -> bool:
    """Tell whether a text has a letter, a hanzi or a digit; marks alone say nothing."""
    return any(char.isalnum() for char in text)


def unmarked(line: str) -> str:
    """Take one mark of a list off the front of a line: 一是, 1., （1）, ①, -, 第一，."""
    match = _MARK.match(line)
    return (line[match.end() :] if match else line).strip()


def shown(typed: str, most: int = 20) -> str:
    """Shorten what was typed, so that a sentence can quote it."""
    text = " ".join(typed[: most * 4].split())
    return text if len(text) <= most else text[: most - 1] + "…"
