"""Where things stand on the page, in cells, and where a title is broken."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.interview.passages import Sentence, Span
from bot.report.blocks import (
    Addressee,
    Annex,
    Annexes,
    Block,
    Document,
    Heading,
    Note,
    Number,
    Paragraph,
    SignOff,
    Title,
)
from bot.report.layout import Layout, Role, laid
from bot.report.page import TITLE_CELLS, cells
from bot.report.title import broken


def line(*texts: str) -> Sentence:
    return Sentence("x", tuple(map(Span, texts)))


def layout(*blocks: Block) -> Layout:
    return laid(Document("x", "总结", blocks))


@pytest.mark.parametrize(
    ("text", "wide"),
    [("仿宋", 2), ("2025年", 3), ("“放管服”", 5), ("——", 2), ("……", 2), ("100%", 2), ("A4、", 2), ("𠮷", 1), ("·", 1)],
)
def test_a_hanzi_and_a_mark_take_a_cell_a_digit_half(text: str, wide: float) -> None:
    assert cells(text) == wide


@pytest.mark.parametrize(
    ("names", "date", "sealed", "lefts"),
    [
        (["黔江区白土乡人民政府"], "2026年1月8日", False, [16, 18]),  # D1
        (["中共黔江区白土乡委员会", "黔江区白土乡人民政府"], "2026年1月8日", False, [15, 15, 17]),  # D6
        (["白土乡"], "2026年11月28日", False, [17, 19]),  # D2: the date ends two from the right
        (["黔江区白土乡人民政府"], "2026年1月8日", True, [16, 18]),  # D3: 24-6; the name two wider on either side
        (["白土乡"], "2026年1月8日", True, [19.5, 18]),
        (["积石山保安族东乡族撒拉族自治县大河家镇人民政府综合行政执法队"], "2026年1月8日", True, [0, 18]),
        (["积石山保安族东乡族撒拉族自治县大河家镇人民政府综合行政执法队"], "2026年1月8日", False, [0, 2]),
    ],
)
def test_name_and_date_stand_where_the_standard_puts_them(
    names: list[str],
    date: str,
    sealed: bool,  # noqa: FBT001
    lefts: list[float],
) -> None:
    paras = layout(SignOff(tuple(map(line, names)), line(date), sealed)).paras
    assert [para.left for para in paras if para.role in {Role.NAME, Role.DATE}] == lefts


def test_what_is_signed_holds_on_to_the_end_of_the_body() -> None:
    body = Paragraph((line("一。\n二。"),))
    paras = layout(body, SignOff((line("甲"), line("乙")), line("2026年1月8日")), Note(line("（附注）"))).paras
    assert [(para.text, para.keep) for para in paras] == [
        ("一。", False),
        ("二。", True),
        ("", True),
        ("甲", True),
        ("乙", True),
        ("2026年1月8日", False),
        ("（附注）", False),
    ]


def test_a_last_paragraph_that_no_page_holds_with_the_names_is_parted_before_its_last_sentence() -> None:
    signed = SignOff((line("甲"),), line("2026年1月8日"))
    long = "汉" * 500 + "。“" + "字" * 30 + "。”" + "短句。"
    first, last = layout(Paragraph((line(long),)), signed).paras[:2]
    assert (first.text + last.text, first.keep, last.keep) == (long, False, True)
    assert last.text == "“" + "字" * 30 + "。”短句。"
    whole = layout(Paragraph((line(long[100:]),)), signed).paras[0]
    assert (whole.text, whole.keep) == (long[100:], True)
    endless = layout(Paragraph((line("汉" * 1000),)), signed).paras[0]
    assert (endless.text, endless.keep) == ("汉" * 1000, True)


def test_every_element_has_its_place() -> None:
    title = Title((line("关于某事的报告"),))
    paras = layout(
        Number(line("白土府发〔2026〕3号")),
        title,
        Addressee(line("区政府：")),
        Heading(1, "一、", (Span("情况"),)),
        Heading(4, "（1）", (Span("细"),)),
        Paragraph((line("做了。"),)),
        Annexes((line("一览表"), line("名单"))),
        Annex("附件1", title),
    ).paras
    assert [(para.role.value, para.left, para.first, para.centred, para.new_page) for para in paras if para.text] == [
        ("number", 0, 0, True, False),
        ("title", 0, 0, True, False),
        ("addressee", 0, 0, False, False),
        ("heading1", 0, 2, False, False),
        ("heading4", 0, 2, False, False),
        ("body", 0, 2, False, False),
        ("annex_note", 6, -4, False, False),
        ("annex_note", 6, -1, False, False),
        ("annex_mark", 0, 0, False, True),
        ("title", 0, 0, True, False),
    ]
    assert [para.text for para in paras if para.role is Role.ANNEX_NOTE] == ["附件：1.一览表", "2.名单"]
    assert paras[0].role is Role.NUMBER
    assert [para.role for para in paras[1:3]] == [Role.BLANK] * 2


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (("黔江区白土乡人民政府",), ["黔江区白土乡人民政府"]),
        (
            ("积石山保安族东乡族撒拉族自治县", "大河家镇", "人民政府"),
            ["积石山保安族东乡族撒拉族自治县", "大河家镇人民政府"],
        ),
        (
            ("2025", "年度", "推进法治政府建设和", "依法行政工作情况的", "报告"),
            ["2025年度推进法治政府建设和", "依法行政工作情况的报告"],
        ),
        (("字" * 23,), ["字" * 12, "字" * 11]),
    ],
)
def test_a_long_title_is_broken_between_words(words: tuple[str, ...], lines: list[str]) -> None:
    assert broken(tuple(map(Span, words))) == lines


@given(st.lists(st.text("法治建设2a", min_size=1, max_size=30), min_size=1, max_size=8))
@settings(deadline=None)
def test_every_line_of_a_title_fits_and_none_is_lost(words: list[str]) -> None:
    lines = broken(tuple(map(Span, words)))
    assert "".join(lines) == "".join(words)
    assert all(cells(each) <= TITLE_CELLS for each in lines)


def test_a_title_of_a_hundred_words_is_broken_at_once() -> None:
    lines = broken(tuple(Span("黔江区") for _ in range(120)))
    assert "".join(lines) == "黔江区" * 120
    assert len(lines) == 20
