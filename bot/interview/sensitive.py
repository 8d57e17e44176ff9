"""What a typed text holds that should not go into a public report; knows patterns, not what is done about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.interview.numerals import folded
from bot.interview.reading import cleaned, unmarked

What = Literal["id", "phone", "secret"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing seen: `Seen("phone", "138******78")`; a figure is masked, so that it is not repeated whole."""

    what: What
    shown: str


_ID = re.compile(r"(?<![0-9A-Za-z])(?=((?:[0-9][ -]?){17}[0-9Xx])(?![0-9A-Za-z]))")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999, 4.4
_CHECKS = "10X98765432"

_END = (
    r"(?![0-9A-Za-z]|[.][0-9])(?! ?(?:[元块万亿千余次件份户条笔吨米亩斤年%‰]|多(?![次方年])|个(?!人)|人(?![民员事])"
    r"|平方|立方|公[里斤顷]|美元|号(?!码)))"
)
"""What stands behind a telephone number: no further sign of a figure, and nothing a figure counts."""

_MOBILE = re.compile(
    r"(?<![0-9A-Za-z.¥￥$])(?:(?:[+]|00)?86[ -]?)?"
    rf"(1[3-9][0-9](?:[0-9]{{8}}| [0-9]{{4}} [0-9]{{4}}|-[0-9]{{4}}-[0-9]{{4}})){_END}"
)
_AREA = "0(?:10|2[0-9]|[3-9][0-9]{2})"
_LOCAL = "[2-9][0-9]{2,3}[ -]?[0-9]{4}"
_LANDLINE = re.compile(rf"(?<![0-9A-Za-z.-])([(]{_AREA}[)] ?{_LOCAL}|{_AREA}(?:--?| ){_LOCAL}){_END}")
_NO_PHONE = re.compile("(?:编号|案号|代码|单号|票号|文号|序号|金额|合计|总计|共计)[是为:]? ?$")

_GRADE = "(?:绝 *密|机 *密|秘 *密)"
_TERM = "(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}) *(?:年|个?月|[天日])|长期)"
_MARK = re.compile(
    rf"{_GRADE}级? *(?:[★☆⭐✩](?: *{_TERM})?|[*] *{_TERM})"
    rf"|[【[〔(] *{_GRADE}级? *[]】〕)]"
    rf"|密 *级 *[:为是]? *{_GRADE}"
)
_MARK_ALONE = re.compile(rf"{_GRADE}[级件]? *{_TERM}? *(?:特急|加急|平急|急件)?[。.!]?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def found(typed: str) -> tuple[Seen, ...]:
    """Find citizens' ID numbers, telephone numbers and marks of secrecy, each once, in this order."""
    text = re.sub(r"[^\S\n]", " ", folded(cleaned(typed))).translate(_DASHES)
    return tuple(dict.fromkeys((*_ids(text), *_phones(text), *_marks(text))))


def _ids(text: str) -> Iterator[Seen]:
    for match in _ID.finditer(text):
        digits = re.sub("[ -]", "", match[1]).upper()
        if _is_id(digits):
            yield Seen("id", _masked(digits))


def _is_id(digits: str) -> bool:
    """Check the day of birth and the last sign of an ID number (GB 11643-1999)."""
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return digits[0] in "12345689" and 1900 <= born.year < 2100 and digits[17] == _CHECKS[total % 11]


def _phones(text: str) -> Iterator[Seen]:
    for pattern in (_MOBILE, _LANDLINE):
        for match in pattern.finditer(text):
            digits = re.sub("[^0-9]", "", match[1])
            if not digits.endswith("00000") and not _NO_PHONE.search(text, 0, match.start()):
                yield Seen("phone", _masked(digits))


def _marks(text: str) -> Iterator[Seen]:
    yield from (Seen("secret", match[0]) for match in _MARK.finditer(text))
    lines = map(unmarked, text.split("\n"))
    yield from (Seen("secret", line) for line in lines if len(line) <= 20 and _MARK_ALONE.fullmatch(line))


def _masked(digits: str) -> str:
    return digits[:3] + "*" * (len(digits) - 5) + digits[-2:]
