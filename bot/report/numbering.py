"""The marks before headings and items, in the order GB/T 9704-2012 7.3.3 gives: 一、 （一） 1. （1）, and 一是."""

from __future__ import annotations

from bot.interview.numerals import hanzi


def heading_number(level: int, number: int) -> str:
    """Give the mark of the heading with this number on this level (1 to 4)."""
    return (f"{hanzi(number)}、", f"（{hanzi(number)}）", f"{number}.", f"（{number}）")[level - 1]


def ordinal(number: int, total: int) -> str:
    """Give 一是, 二是 …; nothing where there is only one."""
    return f"{hanzi(number)}是" if total > 1 else ""
