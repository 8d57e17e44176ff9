"""The values an answer may have, and the three kinds of nothing; knows no question and no wording but its own form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Nothing(StrEnum):
    """What an official may say instead of a value."""

    ZERO = "zero"  # 没有: it was looked at and there was none
    OUT = "out"  # 不涉及: the question does not concern this unit
    LATER = "later"  # 待问同事: somebody else has it


class Bound(StrEnum):
    """How an exact-looking figure is meant, by the word put before or after it."""

    EXACT = ""
    OVER = "余"  # at least; also 多
    UNDER = "近"  # a little less
    ABOUT = "约"


@dataclass(frozen=True, slots=True)
class Number:
    """A count, a sum or a percentage: `Number(Decimal(5000), "5000余", "份", Bound.OVER)`.

    `amount` is in the base unit (pieces, 元, percent); `printed` is what the text shows before `unit`, with
    the bound's word in its place and 万 or 亿 kept as typed.
    """

    amount: Decimal
    printed: str
    unit: str
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or less: `Day(2026, 1, 8)`; no day: a month; no year: the same day every year."""

    year: int | None
    month: int
    day: int | None


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another, both included: `Period(Day(2025, 1, None), Day(2025, 12, None))`."""

    start: Day
    end: Day


@dataclass(frozen=True, slots=True)
class Chosen:
    """Choices by id, and what was added in own words: `Chosen(("constitution",), ("《民法典》",))`."""

    ids: tuple[str, ...]
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Own words, one paragraph a line: `Words("一律来说事")`; `links`: the items of another list they belong to."""

    text: str
    links: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A document of a superior: `Reference("法治政府建设实施纲要（2021—2025年）", "", "")`.

    `title` stands without its 《》; `number` is the 文号, such as 厅字〔2019〕28号; `issuer` the body that issued it.
    """

    title: str
    number: str = ""
    issuer: str = ""


class Done(StrEnum):
    """How far something planned has come."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of something planned, and one fact about it: `Outcome(Done.YES, "开展培训3次")`."""

    state: Done
    words: str = ""


Value = Number | Day | Period | Chosen | Words | Reference | Outcome


def day_text(day: Day) -> str:
    """Write a date the official way: 2026年1月8日, 2025年12月, 3月1日 (GB/T 15835-2011: Arabic numerals)."""
    year = f"{day.year}年" if day.year is not None else ""
    return f"{year}{day.month}月" + (f"{day.day}日" if day.day is not None else "")


def period_text(period: Period) -> str:
    """Write a period, the year only once where both ends share it: 2025年1月至12月."""
    end = period.end
    if end.year == period.start.year:
        end = Day(None, end.month, end.day)
    return f"{day_text(period.start)}至{day_text(end)}"


def reference_text(reference: Reference) -> str:
    """Write a document's title in 《》, its 文号 in （） behind."""
    number = f"（{reference.number}）" if reference.number else ""
    return f"《{reference.title}》{number}"


def value_text(value: Value) -> str:  # noqa: PLR0911 - one for each kind of value
    """Print a value that is not a choice, with its unit."""
    match value:
        case Words():
            return value.text
        case Number():
            return value.printed + value.unit
        case Day():
            return day_text(value)
        case Period():
            return period_text(value)
        case Reference():
            return reference_text(value)
        case Outcome():
            return "，".join(filter(None, (value.state.value, value.words)))
    return "、".join((*value.ids, *value.other))


def joined(texts: Iterable[str]) -> str:
    """Join parts with 、; with ， where a part holds a 、 itself; with nothing between 》 and 《.

    Source: GB/T 15834-2011, 4.5.3.5: marks of the same kind in a row take no 、 between them.
    """
    parts = list(texts)
    if len(parts) == 1:
        return parts[0]
    mark = "，" if any("、" in part for part in parts) else "、"
    text = ""
    for part in parts:
        between = "" if text.endswith(("》", "”")) and part.startswith(("《", "“")) else mark
        text += (between if text else "") + part
    return text
