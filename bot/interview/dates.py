"""Dates and periods as people type them, in digits, in hanzi or as 今天; knows no lunar calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.interview import numerals
from bot.interview.pack import Question
from bot.interview.reading import Clock, Refused, shown
from bot.interview.values import Day, Period

_FROM_TODAY = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
_FROM_THIS_YEAR = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "明年": 1}
_SPANS = {
    "全年": (1, 12),
    "全年度": (1, 12),
    "整年": (1, 12),
    "一整年": (1, 12),
    "一年": (1, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
}

_LONGEST = 60
_PARTICLES = "。.!！；;，,、吧啊呢的 \n"
_WEEKDAY = re.compile(r"[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?|(?:上午|下午|早上|晚上|晚)$|(?<=月)份")
_HAN = re.compile(rf"[{numerals.NUMERALS[10:]}]+(?=[年月日号]|$)")
_THIS = re.compile(f"(?:{'|'.join(_FROM_THIS_YEAR)}|本年|当年)度?")
_BLANK = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")

_YEAR = r"(?P<year>[0-9]{4}(?=[年./\- ])|[0-9]{2}(?=[年./\-]))[年./\- ]"
_MONTH, _DAY = r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_FULL = re.compile(rf"{_YEAR}{_MONTH}[月./\- ]{_DAY}[日号]?")
_EIGHT = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_NO_YEAR = re.compile(rf"{_MONTH}[月./\-]{_DAY}[日号]?")
_DAY_ONLY = re.compile(rf"{_DAY}[日号]")
_YEAR_MONTH = re.compile(rf"(?P<year>[0-9]{{4}}(?=[年./-])|[0-9]{{2}}(?=年))[年./-]{_MONTH}月?")
_MONTH_ONLY = re.compile(rf"{_MONTH}月")
_MONTH_BARE = re.compile(rf"{_MONTH}月?")
_YEAR_ONLY = re.compile(r"(?:(?P<year>[0-9]{4}|[0-9]{2})年)?度?")

_TO = re.compile(r"[至到~〜—–―−]+|-{2,}")
_Parts = tuple[int | None, int | None, int | None]
_EARLIEST, _LATEST = 1949, 2100


def day(question: Question, text: str, clock: Clock) -> Day | Refused:
    """Read a date: 2026年1月8日, 2026.1.8, 20260108, 一月八日, 8号, 今天."""
    tidy = _tidy(text, clock)
    if tidy in _FROM_TODAY:
        then = clock.today + timedelta(days=_FROM_TODAY[tidy])
        return Day(None if question.yearly else then.year, then.month, then.day)
    parts = _parts(tidy, clock, _FULL, _EIGHT, _NO_YEAR, _DAY_ONLY)
    if parts is None:
        short = _parts(tidy, clock, _YEAR_MONTH, _MONTH_ONLY)
        return Refused("day_missing" if short else "date", {"typed": shown(text)})
    year, month, number = parts
    if question.yearly and month is None:
        return Refused("month_missing", {"typed": shown(text)})
    if question.yearly:
        found: Day | None = Day(None, month or 0, number)
    elif year is None:
        found = _nearest(month, number, clock.today)
    else:
        found = Day(year, month or 0, number)
    return found if found and _exists(found) else Refused("no_such_day", {"typed": shown(text)})


def period(question: Question, text: str, clock: Clock) -> Period | Refused:
    """Read from when to when: 1月至12月, 1-12月, 2025年1月1日至12月31日, 全年, 上半年."""
    tidy = _tidy(text, clock)
    in_doubt = "今年" in text and clock.today.year != clock.year  # said in January of the year just over
    found = None if in_doubt else _span(tidy, clock) or _between(tidy, clock)
    if found is None:
        return Refused("period", {"typed": shown(text)})
    if not (_exists(found.start) and _exists(found.end)):
        return Refused("no_such_day", {"typed": shown(text)})
    start, end = found.start, found.end
    backward = (end.year or 0, end.month, end.day or 31) < (start.year or 0, start.month, start.day or 1)
    return Refused("reversed", {"typed": shown(text)}) if backward else found


def _tidy(text: str, clock: Clock) -> str:
    """Write a date in Arabic digits, without weekday, blanks and 去年; what is too long becomes nothing."""
    if len(text) > _LONGEST:
        return ""
    tidy = numerals.folded(text).strip(_PARTICLES).replace("元月", "1月").replace("、", "")
    tidy = _WEEKDAY.sub("", _BLANK.sub("", tidy))
    if tidy in _SPANS:
        return tidy
    years = {word: clock.today.year + step for word, step in _FROM_THIS_YEAR.items()}
    tidy = _THIS.sub(lambda match: f"{years.get(match[0][:2], clock.year)}年", tidy)  # 本年: the report's
    return _HAN.sub(_in_digits, tidy)


def _in_digits(match: re.Match[str]) -> str:
    digits = numerals.arabic(match[0])
    if digits.isascii() and digits.isdigit():  # 二〇二六
        return digits
    number = numerals.read(match[0])
    return match[0] if number is None else numerals.plain(number)


def _parts(tidy: str, clock: Clock, *forms: re.Pattern[str]) -> _Parts | None:
    """Match a text against forms, the first that fits: year, month and day, each None where it has none."""
    match = next((match for match in (form.fullmatch(tidy) for form in forms) if match), None)
    if match is None:
        return None
    found = match.groupdict()
    year, month, number = (int(found[name]) if found.get(name) else None for name in ("year", "month", "day"))
    if year is not None and year < 100:  # 25年 is said, but 12.1.8 could be anything
        year += 2000
        if abs(year - clock.today.year) > 10:
            return None
    if year is not None and not _EARLIEST <= year <= _LATEST:
        return None
    return year, month, number


def _exists(found: Day) -> bool:
    return _real(found.year or 2000, found.month, found.day if found.day is not None else 1) is not None


def _real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _nearest(month: int | None, number: int | None, today: date) -> Day | None:
    """Find the date of that month and day, or of that day in any month, next to today within a year."""
    months = (divmod(today.year * 12 + today.month - 1 + step, 12) for step in range(-12, 13))
    dates = [_real(year, at + 1, number or 0) for year, at in months if month in (None, at + 1)]
    near = min((then for then in dates if then), key=lambda then: abs(then - today), default=None)
    return Day(near.year, near.month, near.day) if near else None


def _span(tidy: str, clock: Clock) -> Period | None:
    """Read 全年, 2025年, 2025年上半年."""
    word = next((word for word in sorted(_SPANS, key=len, reverse=True) if tidy.endswith(word)), "")
    whose = tidy.removesuffix(word).removesuffix("第")
    if not tidy or _YEAR_ONLY.fullmatch(whose) is None:
        return None
    parts = _parts(whose, clock, _YEAR_ONLY)
    if parts is None or not (word or parts[0]):
        return None
    year = parts[0] or clock.year
    first, last = _SPANS.get(word, (1, 12))
    return Period(Day(year, first, None), Day(year, last, None))


def _between(tidy: str, clock: Clock) -> Period | None:
    """Read 1月至12月 and its like, with clock.year where no year is typed."""
    halves = _halves(tidy)
    if halves is None:
        return None
    start = _parts(halves[0], clock, _FULL, _EIGHT, _YEAR_MONTH, _NO_YEAR, _MONTH_BARE)
    end = _parts(halves[1], clock, _FULL, _EIGHT, _YEAR_MONTH, _NO_YEAR, _DAY_ONLY, _MONTH_BARE)
    if start is None or end is None or (end[1] is None and start[2] is None):
        return _years(halves, clock)
    first = start[0] or min(clock.year, end[0] or clock.year)
    month = start[1] or 0
    closing = Day(end[0] or first, month if end[1] is None else end[1], end[2])
    return Period(Day(first, month, start[2]), closing)


def _years(halves: tuple[str, str], clock: Clock) -> Period | None:
    """Read 2021年至2025年, the years from their first month to their last."""
    start, end = (_parts(half, clock, _YEAR_ONLY) for half in halves)
    if not start or not end or not start[0] or not end[0]:
        return None
    return Period(Day(start[0], 1, None), Day(end[0], 12, None))


def _halves(tidy: str) -> tuple[str, str] | None:
    """Cut a period in two: at 至 or a dash, or at the middle of an odd number of hyphens."""
    parts = _TO.split(tidy)
    if len(parts) == 1:
        parts = tidy.split("-")
        middle = len(parts) // 2
        parts = ["-".join(parts[:middle]), "-".join(parts[middle:])] if len(parts) % 2 == 0 else []
    return (parts[0].removeprefix("从"), parts[1].removesuffix("止")) if len(parts) == 2 else None
