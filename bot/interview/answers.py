"""What a typed answer says, one parser per kind: a value, a nothing or a refusal; knows no other answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.interview import choices, dates, figures, outcomes, references
from bot.interview.characters import unfit
from bot.interview.gaps import around_gap, gap_in
from bot.interview.pack import CHOOSING, Kind, Question
from bot.interview.reading import (
    ENDING,
    HANZI,
    MOST_ALL,
    MOST_ITEMS,
    MOST_WORDS,
    Clock,
    Parser,
    Refused,
    cleaned,
    one_line,
    says_something,
    shown,
    trimmed,
    unmarked,
)
from bot.interview.values import Nothing, Value, Words

__all__ = ["PARSERS", "Clock", "Parser", "Refused", "understand"]

_OUT = """
不涉及 未涉及 没涉及 没有涉及 不适用 不存在 无关 与我们无关 不属于我们 不归我们管 n/a na
无此职能 没有此项职能 没有这项职能 无此项工作 没有这项工作 没有此项工作
"""
_LATER = """
待问同事 待问 问同事 要问同事 问问同事 问一下同事 我问问 我问一下 待定 待补 待补充 待填 待核实 待确认
稍后 稍后补 稍后再填 稍后填 以后再填 以后填 以后再说 以后补 回头再填 回头补 晚点填 晚点补 等会再填
下次再填 后补 先空着 不知道 不清楚 不太清楚 不了解 不确定 记不清 忘了
"""
_NOTHINGS = dict.fromkeys(_OUT.split(), Nothing.OUT) | dict.fromkeys(_LATER.split(), Nothing.LATER)
_ZERO = re.compile(
    "(?:暂时?|目前|还|尚|今年|本年度?|全年|均|都|我镇|我乡|我街道|一[次个件人场份起][都也]?)*(?:没有?|无|未)"
    "(?:开展|组织|举办|召开|发生|办理|收到|受理|制定|做|搞|情况|过|的|了|呢|一[次个件人场份起])*"
)
_ZERO_OF = re.compile(rf"[0０零〇○](?![{HANZI}]*[一二三四五六七八九十百千点几多余以])[{HANZI}]{{0,2}}")
_NO_ZERO = ("零星", "零散", "零碎", "零距离", "零容忍")
_LONGEST_NOTHING = 20
_PUNCTUATION = "。.！!，,；;、~～ \n"
_NO_IS_SAID = frozenset({Kind.YES_NO, Kind.FOLLOW_UP})
_FIGURES = frozenset({Kind.COUNT, Kind.MONEY})
_OWN_WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.LIST, Kind.DOCUMENT_REF, Kind.FOLLOW_UP})


def understand(question: Question, typed: str, clock: Clock) -> tuple[Value, ...] | Nothing | Refused:
    """Say what a typed answer means: one value, or one per item for the kinds that collect."""
    if len(typed) > MOST_ALL:
        return Refused("too_long", {"most": str(MOST_ALL)})
    text = cleaned(typed)
    if not text:
        return Refused("empty")
    nothing = _nothing(question, text)
    if nothing is not None:
        return nothing
    if (question.kind in _OWN_WORDS or question.other) and (signs := unfit(text)):
        return Refused("characters", {"typed": signs})
    return _values(question, text, clock)


def _values(question: Question, text: str, clock: Clock) -> tuple[Value, ...] | Nothing | Refused:
    """Read each item; the first that is none is what the whole message is answered with."""
    parser = PARSERS[question.kind]
    values: list[Value] = []
    for item in _items(question, text):
        value = parser(question, item, clock)
        if isinstance(value, Nothing | Refused):
            return value
        values.append(value)
        if len(values) > MOST_ITEMS:
            return Refused("too_many", {"most": str(MOST_ITEMS)})
    return tuple(dict.fromkeys(values)) or Refused("empty")


def _nothing(question: Question, text: str) -> Nothing | None:
    """Tell 没有, 不涉及 and 待问同事 in their many forms, unless a choice bears that very label."""
    if question.kind in CHOOSING and choices.exactly(question, text) is not None:
        return None
    said = text.strip(_PUNCTUATION).lower()
    if len(said) > _LONGEST_NOTHING:
        return None
    if said in _NOTHINGS:
        return _NOTHINGS[said]
    none = _ZERO.fullmatch(said) if question.kind not in _NO_IS_SAID else None
    if question.kind in _FIGURES and not said.startswith(_NO_ZERO):
        none = none or _ZERO_OF.fullmatch(said)
    return Nothing.ZERO if none else None


def _items(question: Question, text: str) -> Iterator[str]:
    """Cut a message into its items: the lines of a list, the documents named on each line."""
    if question.kind is Kind.LIST:
        yield from (line for line in map(unmarked, text.split("\n")) if says_something(line))
    elif question.kind is Kind.DOCUMENT_REF:
        for line in text.split("\n"):
            numbers = choices.numbers(line, len(question.choices)) if question.choices else []
            pieces = numbers or references.parted(unmarked(line))
            yield from (piece for piece in pieces if piece.strip(ENDING))
    else:
        yield text


def _text(question: Question, text: str, clock: Clock) -> Words | Refused:
    """Read one line of own words, which may have to end in one of a few."""
    said = trimmed(one_line(text))
    if said and question.endings and not said.endswith(question.endings):
        return Refused("ending", {"typed": shown(said), "endings": "、".join(question.endings)})
    return _words(said, MOST_WORDS)


def _item(question: Question, text: str, clock: Clock) -> Words | Refused:
    """Read one item of a list; offered words whose gap is still empty are none."""
    if gap := gap_in(text):
        return Refused("gap", {"typed": shown(around_gap(text)), "gap": shown(gap)})
    return _text(question, text, clock)


def _long_text(question: Question, text: str, clock: Clock) -> Words | Refused:
    """Read own words with their paragraphs."""
    return _words("\n".join(line.strip() for line in text.split("\n") if line.strip()), MOST_ALL)


def _words(text: str, most: int) -> Words | Refused:
    if not says_something(text):
        return Refused("empty")
    return Words(text) if len(text) <= most else Refused("too_long", {"most": str(most)})


PARSERS: Mapping[Kind, Parser] = {
    Kind.COUNT: figures.count,
    Kind.MONEY: figures.money,
    Kind.PERCENT: figures.percent,
    Kind.DATE: dates.day,
    Kind.PERIOD: dates.period,
    Kind.YES_NO: choices.yes_no,
    Kind.CHOICE: choices.choice,
    Kind.CHOICE_MANY: choices.choice_many,
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _long_text,
    Kind.LIST: _item,
    Kind.DOCUMENT_REF: references.document_ref,
    Kind.FOLLOW_UP: outcomes.outcome,
}
"""How each kind is read; the kinds that collect get one item at a time."""
