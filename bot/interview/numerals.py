"""Chinese numerals and their numbers, both ways; knows no unit, no 余 or 约, and no question."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = "〇一二三四五六七八九"
_SCALES = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_VARIANTS = dict(zip("零○壹贰叁肆伍陆柒捌玖两兩拾佰仟萬億", "〇〇一二三四五六七八九二二十百千万亿", strict=True))

NUMERALS = "0123456789" + _DIGITS + "".join(_SCALES) + "".join(_VARIANTS)
"""Every character a number may be written with, but for its point and its commas."""

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xFE6A: "%"}
_ONE_FORM = str.maketrans({**_VARIANTS, "点": "."})
_ARABIC = str.maketrans(_DIGITS, "0123456789")

_GROUPED = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SPELT = re.compile(rf"(?P<whole>[{_DIGITS}]*)(?:\.(?P<part>[{_DIGITS}]+))?")
_LONGEST = 24  # characters; a Decimal of so many digits is still exact


def hanzi(number: int) -> str:
    """Write a number of a heading: 一, 十一, 二十, 一百零五."""
    if not 1 <= number <= 999:
        raise ValueError(f"a heading is numbered 1 to 999, not {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def folded(text: str) -> str:
    """Turn full-width digits, letters and signs into half-width ones: １６．５％ → 16.5%."""
    return text.translate(_FULL_WIDTH)


def arabic(text: str) -> str:
    """Turn hanzi digits into Arabic ones, place by place: 二〇二六 → 2026."""
    return text.translate(_ONE_FORM).translate(_ARABIC)


def plain(number: Decimal) -> str:
    """Write a number in Arabic digits, a whole one without its point."""
    return str(int(number)) if number == number.to_integral_value() else f"{number:f}"


def read(text: str) -> Decimal | None:
    """Read the one number a text is: 一千零五十, 1万2千, 1,200; None: it is none, or not just one."""
    if len(text) > _LONGEST:
        return None
    grouped = _GROUPED.sub(lambda match: match[0].replace(",", ""), folded(text))
    return _read(grouped.translate(_ONE_FORM))


def _read(text: str) -> Decimal | None:
    for scale, size in _SCALES.items():
        head, found, tail = text.rpartition(scale)
        if found:
            times, more = _times(head, size, tail), _more(tail, size)
            return None if times is None or more is None else times * size + more
    return _digits(text)


def _times(head: str, size: int, tail: str) -> Decimal | None:
    """Read what stands before a scale; nothing means one in 十五 and 万余, but 百十 is no number."""
    if not head:
        return Decimal(1) if size == 10 or not tail else None
    times = _read(head)
    return times if times is not None and (size >= 10**4 or 0 < times < 10) else None


def _more(tail: str, size: int) -> Decimal | None:
    """Read what stands behind a scale: 零五 in 一百零五, and 二 in 一万二 for 2000."""
    if not tail:
        return Decimal(0)
    if len(tail) == 1 and size >= 100 and arabic(tail) in "123456789":
        return Decimal(arabic(tail)) * (size // 10)
    if tail[0] in "0百千万亿":
        return None
    more = _read(tail.lstrip("〇"))
    unclear = size >= 100 and tail[0] != "〇" and more is not None and more < 10
    return None if more is None or more >= size or unclear else more


def _digits(text: str) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    spelt = _SPELT.fullmatch(text)
    if not text or spelt is None:
        return None
    whole, part = spelt["whole"], spelt["part"]
    if len(whole) > 1 and "〇" not in whole[1:]:  # 三四 is three or four, 二〇 is twenty
        return None
    return Decimal(arabic(whole or "〇") + (f".{arabic(part)}" if part else ""))
