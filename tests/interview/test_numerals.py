from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.interview.numerals import arabic, folded, hanzi, plain, read


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (105, "一百零五"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (999, "九百九十九"),
    ],
)
def test_a_heading_is_numbered_as_people_write_it(number: int, text: str) -> None:
    assert hanzi(number) == text


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_a_heading_has_no_number_outside_1_to_999(number: int) -> None:
    with pytest.raises(ValueError, match="heading"):
        hanzi(number)


@given(st.integers(1, 999))
def test_what_is_written_can_be_read_again(number: int) -> None:
    assert read(hanzi(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十六", "16"),
        ("一十六", "16"),
        ("二十", "20"),
        ("两百", "200"),
        ("一百零五", "105"),
        ("一百〇五", "105"),
        ("一百一十", "110"),
        ("一百十五", "115"),
        ("一千零五十", "1050"),
        ("一万二千", "12000"),
        ("一亿二千万", "120000000"),
        ("千万", "10000000"),
        ("万", "10000"),
        ("百", "100"),
        ("一百二", "120"),
        ("两千三", "2300"),
        ("一万二", "12000"),
        ("九十五点五", "95.5"),
        ("一点二万", "12000"),
        ("零点五", "0.5"),
        ("〇", "0"),
        ("零", "0"),
        ("二〇", "20"),
        ("二〇二五", "2025"),
        ("壹佰贰拾", "120"),
        ("叁仟伍佰圆", ""),
        ("萬", "10000"),
        ("１６", "16"),
        ("１６．５", "16.5"),
        ("1,200", "1200"),
        ("1，200，000", "1200000"),
        ("1.2万", "12000"),
        ("3千", "3000"),
        ("1万2千", "12000"),
        ("1万2", "12000"),
        ("1万500", "10500"),
        ("016", "16"),
    ],
)
def test_a_number_is_read_from_digits_and_hanzi(text: str, number: str) -> None:
    assert read(text) == (Decimal(number) if number else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "点",
        "1.",
        "1,20",
        "1,2000",
        "0,200",
        "1.2.3",
        "1e5",
        "0x10",
        "-5",
        "NaN",
        "三四",
        "十七八",
        "百十",
        "一百零",
        "千百",
        "亿万",
        "十二百",
        "1万05",
        "一百二点五",
        "二十三十",
        "16次",
        "٣",
        "1" * 5000,
        "一" * 5000,
    ],
)
def test_what_nobody_could_read_as_one_number_is_none(text: str) -> None:
    assert read(text) is None


def test_full_width_becomes_half_width_but_hanzi_marks_stay() -> None:
    assert folded("１６．５％，ａｂ《》〔〕。") == "16.5%,ab《》〔〕。"


def test_hanzi_digits_become_arabic_place_by_place() -> None:
    assert arabic("二〇二六年") == "2026年"


@pytest.mark.parametrize(("number", "text"), [("16.0", "16"), ("1E+3", "1000"), ("98.60", "98.60"), ("0.5", "0.5")])
def test_a_number_is_printed_without_exponent(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


@given(st.text())
def test_reading_never_fails(text: str) -> None:
    assert read(text) == read(text)
