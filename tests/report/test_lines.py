"""Where lines and pages break: in cells and rows, with no typeface and no file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.interview.passages import Sentence, Span
from bot.report.blocks import Colophon, Document, Paragraph, SignOff
from bot.report.layout import Layout, Para, Role, laid
from bot.report.lines import NO_END, NO_START, Foot, Page, broken, clusters, foot, pages, width
from bot.report.page import LINES

PROSE = st.text(st.sampled_from("法治政府建设，。、；：“”《》（）—…0123456789%年份余AZ 镕𠮷"), max_size=400)


def line(text: str) -> Sentence:
    return Sentence("x", (Span(text),))


def body(text: str, *, keep: bool = False) -> Para:
    return Para(Role.BODY, text, first=2, keep=keep)


def paged(*paras: Para) -> tuple[Page, ...]:
    return pages(Layout("x", paras))


def texts(page: Page) -> list[str]:
    return [line.text for _, line in page]


@given(PROSE)
def test_a_text_is_broken_into_lines_that_fit_and_loses_only_blanks_at_their_ends(text: str) -> None:
    lines = broken(text, 26, 28)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(clusters(line)) <= (28 if number else 26) for number, line in enumerate(lines))


@given(st.lists(st.sampled_from(["法治", "，政府", "。”建设", "（一）项", "《纲要》的", "“严”；好"])).map("".join))
def test_no_line_begins_with_a_closing_mark_nor_ends_with_an_opening_one(text: str) -> None:
    lines = broken(text, 26, 28)
    assert not {line[0] for line in lines[1:]} & NO_START
    assert not {line[-1] for line in lines[:-1]} & NO_END


@pytest.mark.parametrize(
    ("before", "whole"),
    [
        (26, "2025年"),
        (27, "5000余份"),
        (25, "1.2万元"),
        (26, "98.6%"),
        (26, "1,200人"),
        (27, "A4纸"),
        (27, "——"),
        (27, "……"),
        (26, "12345万元"),
        (27, "WiFi"),
    ],
)
def test_what_belongs_together_goes_to_the_next_line_whole(before: int, whole: str) -> None:
    assert broken("国" * before + whole + "国国国", 28, 28)[1].startswith(whole)


def test_a_range_of_years_is_broken_only_behind_its_dash() -> None:
    assert broken("国" * 24 + "2021—2025年", 28, 28) == ["国" * 24 + "2021—", "2025年"]


def test_a_closing_mark_that_does_not_fit_takes_its_hanzi_along() -> None:
    assert broken("国" * 27 + "法。”", 28, 28) == ["国" * 27, "法。”"]


def test_a_token_longer_than_what_a_line_may_lack_is_torn() -> None:
    assert broken("国" * 20 + "1" * 60, 28, 28) == ["国" * 20 + "1" * 16, "1" * 44]


def test_a_line_is_spread_over_its_width_but_for_the_last_of_a_paragraph() -> None:
    (page,) = paged(body("国" * 25 + "。" + "“法治”，" * 10))
    assert [line.wide for _, line in page][:2] == [26, 28]
    assert page[-1][1].wide == width(clusters(page[-1][1].text))


def test_twenty_two_lines_make_a_page() -> None:
    first, second = paged(body("国" * (26 + 28 * LINES)))
    assert (len(first), len(second)) == (LINES, 1)
    assert [row for row, _ in first] == list(range(LINES))


def test_a_title_takes_whole_rows_and_stays_in_one_piece() -> None:
    title = Para(Role.TITLE, "甲\n乙\n丙", centred=True)
    first, second = paged(*[body("国")] * (LINES - 3), title, body("国"))
    assert len(first) == LINES - 3
    assert [(row, line.text) for row, line in second] == [(0, "甲\n乙\n丙"), (4, "国")]


def test_a_heading_never_ends_a_page() -> None:
    heading = Para(Role.HEADING_1, "一、情况", first=2, keep=True)
    first, second = paged(*[body("国")] * (LINES - 1), heading, body("国" * 100))
    assert texts(first)[-1] == "国"
    assert texts(second)[0] == "一、情况"


def test_an_annex_begins_a_page() -> None:
    assert [len(page) for page in paged(body("国"), Para(Role.ANNEX_MARK, "附件", new_page=True), body("国"))] == [1, 2]


def test_an_annex_that_begins_the_document_leaves_no_blank_page() -> None:
    assert len(paged(Para(Role.ANNEX_MARK, "附件", new_page=True))) == 1


def test_nothing_at_all_is_one_blank_page() -> None:
    assert paged() == ((),)


@pytest.mark.parametrize("names", [["甲乡人民政府"], ["甲乡人民政府", "甲区司法局"], ["甲"] * 3, ["甲" * 70]])
@pytest.mark.parametrize("last", ["特此报告。", "国" * 40 + "。", "国" * 20 + "。" + "国" * 700 + "。" + "国" * 40])
@pytest.mark.parametrize("ends", range(1, LINES + 1))
def test_names_and_date_are_never_alone_on_a_page(ends: int, last: str, names: list[str]) -> None:
    """Wherever the body ends, the page of the date carries all names and body, two lines of it where there are two."""
    rows = len(broken(last, 26, 28))
    before = [Paragraph((line("国"),))] * ((ends - rows) % LINES)
    signed = SignOff(tuple(map(line, names)), line("2026年1月8日"))
    made = pages(laid(Document("x", "总结", (*before, Paragraph((line(last),)), signed))))
    roles = [one.role for _, one in made[-1]]
    whole = roles.index(Role.BLANK)
    assert set(roles[:whole]) == {Role.BODY}
    assert whole >= min(len(before) + rows, 2) or rows == 1
    assert roles[whole + 1 :] == [*[Role.NAME] * (3 if len(names[0]) == 70 else len(names)), Role.DATE]
    if len(made) > 1:  # the page before is not left emptier than what went along
        assert LINES - len(made[-2]) < len(roles)


def test_a_body_that_ends_with_the_page_gives_its_last_two_lines_to_the_names() -> None:
    made = paged(
        body("国" * (28 * LINES - 2), keep=True), Para(Role.BLANK, keep=True), Para(Role.DATE, "2026年1月8日", left=18)
    )
    assert [len(page) for page in made] == [LINES - 2, 4]


def colophon(copies: str, office: str, printed: str) -> Colophon:
    return Colophon(line(copies), line(office), line(printed))


def footed(rows: int, part: Colophon) -> tuple[Page, ...]:
    return pages(Layout("x", tuple([body("国")] * rows), part))


def test_copies_turn_over_under_the_first_of_them() -> None:
    rows = foot(Layout("x", (), colophon("抄送：" + "区司法局，" * 9, "白土乡党政办公室", "2026年1月8日印发")))
    assert rows == [
        Foot("抄送：" + "区司法局，" * 5 + "区", ruled=True),
        Foot("司法局，" + "区司法局，" * 3, 3),
        Foot("白土乡党政办公室", right="2026年1月8日印发", ruled=True),
    ]


@pytest.mark.parametrize(("rows", "count"), [(LINES - 3, 1), (LINES - 2, 2), (LINES, 2)])
def test_a_colophon_that_has_no_room_left_takes_a_page(rows: int, count: int) -> None:
    assert len(footed(rows, colophon("抄送：区司法局。", "白土乡党政办公室", "2026年1月8日印发"))) == count


def test_an_office_of_a_long_name_has_the_date_under_it() -> None:
    rows: Sequence[Foot] = foot(Layout("x", (), colophon("", "办" * 24, "2026年1月8日印发")))
    assert rows[-2:] == [Foot("办" * 24, ruled=True), Foot("", right="2026年1月8日印发")]
