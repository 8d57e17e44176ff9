"""Which characters an answer may hold: every one there is, against what Unicode says of it."""

from __future__ import annotations

import unicodedata

import pytest

from bot.interview.characters import unfit
from bot.interview.reading import cleaned

NEW_HANZI = range(0x20000, 0x323B0)
"""The planes of hanzi, which Python's Unicode may not know all of yet."""


def refused_class(char: str) -> bool:
    """Tell what no page shows: pictures, what is unseen or on another sign, private, unassigned, or runs leftwards."""
    if ord(char) in NEW_HANZI or char == "\n":
        return False
    picture = "\U0001f000" <= char <= "\U0001ffff" or "\u2600" <= char <= "\u27bf"
    plain = char in "★☆☉♀♂\u3099\u309a" or "\u2776" <= char <= "\u2793"  # ❶ and the voicing of kana
    sort = unicodedata.category(char)[0]
    return (
        (picture and not plain)
        or sort == "C"
        or (sort == "M" and not plain)
        or unicodedata.bidirectional(char) in {"R", "AL", "AN"}
    )


def test_no_character_of_a_refused_class_is_fit_and_none_of_a_font_for_chinese_is_unfit() -> None:
    fit = [
        char for char in map(chr, range(0x20, 0x110000)) if cleaned(f"甲{char}乙") == f"甲{char}乙" and not unfit(char)
    ]
    assert [hex(ord(char)) for char in fit if refused_class(char)] == []
    assert 95_000 < len(fit) < 115_000
    gbk = {char for char in map(chr, range(0x20, 0x10000)) if char.encode("gbk", "ignore")} - {"\x7f", "\x80"}
    assert {char for char in gbk - set(fit) if cleaned(char) == char} == set()


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("2025年 1月，50%\n“甲”", ""),
        ("镕喆堃𬭊𠮷㐀〇", ""),
        ("→×÷±℃㎡㎥‰№①⑳⒈⑴㈠❶Ⅳ★□•²₂½€", ""),
        ("ǘêñЖΩあㄅ가", ""),
        ("甲👍🏽乙🎉", "👍🏽"),
        ("1⃣甲", "1⃣"),
        ("🇨🇳", "🇨🇳"),
        ("☎☑✓➢⭐⏰⬆", "☎☑✓➢⭐⏰⬆"),
        ("e\u0301t", "e\u0301"),
        ("甲\ue863", "\ue863"),
        ("甲\u0378", "\u0378"),
        ("甲 السلام عليكم", "السلام"),
        ("👍" * 30, "👍" * 10),
    ],
)
def test_the_first_characters_that_do_not_fit_are_named(text: str, signs: str) -> None:
    assert unfit(text) == signs
