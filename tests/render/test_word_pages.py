"""The Word file as LibreOffice sets it: where lines, titles, names, dates and page numbers stand on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import Content
from bot.report.blocks import Block, Document, Paragraph, SignOff
from bot.report.compose import compose
from bot.report.docx import written
from bot.report.layout import Layout, Para, Role, laid
from bot.report.page import AREA, BOTTOM, CELL, HEIGHT, LEFT, LINES, PITCH, SMALL_CELL, TOP
from tests.render.office import Line, converted, lines, missing
from tests.report.samples import EVERYTHING, LONG, line

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

EDGE, CELL_PT, PITCH_PT = LEFT / 20, CELL / 20, PITCH / 20
END, FOOT = (LEFT + AREA) / 20, (HEIGHT - BOTTOM) / 20

SIGNED = {
    "name longer": SignOff((line("黔江区白土乡人民政府"),), line("2026年1月8日")),
    "date longer": SignOff((line("白土乡"),), line("2026年12月28日")),
    "sealed": SignOff((line("白土乡人民政府"), line("黔江区司法局")), line("2026年1月8日"), sealed=True),
}

ENDS = list(product(range(1, LINES + 1), (1, 8, 19), (1, 2, 3)))
"""The line of the page the body ends on, how many lines its last paragraph has, how many names follow."""


def ending(number: int, end: int, last: int, names: int) -> Iterator[Para]:
    """A document on new pages whose body ends on a given line of its second page."""
    tail = "".join("句" * 27 + "。" for _ in range(last))[: -2 if last > 1 else 12]
    blocks: list[Block] = [Paragraph((line(f"第{before}段"),)) for before in range(LINES + end - last)]
    blocks.append(Paragraph((line(f"尾{number}{tail}"[: 28 * last - 3]),)))
    blocks.append(SignOff(tuple(line(f"甲{number}乙{name}政府") for name in range(names)), line("2026年1月8日")))
    paras = laid(Document("x", "总结", tuple(blocks))).paras
    yield replace(paras[0], new_page=True)
    yield from paras[1:]


@pytest.fixture(scope="session")
def pages(content: Content, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Line]]:
    """All documents in one call of LibreOffice."""
    answers = read_answers(content.sample, content.pack)
    sample = compose(content.pack, content.prose, "work_summary", answers.dossier, answers.year, answers.wording)
    layouts = {
        "sample": laid(sample),
        "long": laid(LONG),
        "everything": laid(EVERYTHING),
        "hanzi": Layout("x", tuple(Para(Role.BODY, "汉" * (26 + 28 * 10), first=2) for _ in range(6))),
        "ends": Layout("x", tuple(para for number, case in enumerate(ENDS) for para in ending(number, *case))),
    }
    layouts |= {name: laid(Document("x", "总结", (Paragraph((line("正文。"),)), SIGNED[name]))) for name in SIGNED}
    folder = tmp_path_factory.mktemp("render")
    for name, layout in layouts.items():
        (folder / f"{name}.docx").write_bytes(written(layout))
    converted([folder / f"{name}.docx" for name in layouts], folder)
    return {name: lines(Path(folder / f"{name}.pdf")) for name in layouts}


def on(page: int, found: list[Line]) -> list[Line]:
    return [line for line in found if line.page == page and line.top < FOOT]


def cell(points: float) -> float:
    return (points - EDGE) / CELL_PT


def test_a_full_page_has_22_lines_of_28_hanzi(pages: dict[str, list[Line]]) -> None:
    for page in (1, 2):
        full = on(page, pages["hanzi"])
        assert len(full) == LINES
        assert {len(line.text) for line in full} == {26, 28}
        assert max(line.right for line in full) <= END + 0.1
        assert full[0].top > TOP / 20
        assert full[-1].bottom < FOOT


@pytest.mark.parametrize("name", ["sample", "long"])
def test_every_line_stands_on_the_grid(pages: dict[str, list[Line]], name: str) -> None:
    first = on(1, pages["hanzi"])[0].bottom
    body = [line for page in range(2, 10) for line in on(page, pages[name])]
    assert body
    assert all(abs((line.bottom - first) / PITCH_PT % 1 + 0.5) % 1 - 0.5 < 0.1 for line in body)
    assert max(len(on(page, pages[name])) for page in range(2, 10)) == LINES


def test_a_document_has_the_pages_it_is_meant_to_have(pages: dict[str, list[Line]]) -> None:
    assert {name: pages[name][-1].page for name in ("sample", "long")} == {"sample": 4, "long": 9}


@pytest.mark.parametrize("name", ["sample", "long", "everything"])
def test_page_numbers_stand_outside_with_the_dash_7_mm_below(pages: dict[str, list[Line]], name: str) -> None:
    numbers = [line for line in pages[name] if line.top > FOOT]
    assert [line.text for line in numbers] == [f"—{line.page}—" for line in numbers]
    assert [line.page for line in numbers] == list(range(1, pages[name][-1].page + 1))
    for number in numbers:
        below = ((number.top + number.bottom) / 2 - FOOT) / 72 * 25.4
        assert 6.7 < below < 7.7
        if number.page % 2:
            assert number.right == pytest.approx(END - SMALL_CELL / 20, abs=1)
        else:
            assert number.left == pytest.approx(EDGE + SMALL_CELL / 20, abs=1)


def test_a_title_is_centred_two_lines_under_the_edge_and_takes_whole_lines(pages: dict[str, list[Line]]) -> None:
    first, second, body = on(1, pages["sample"])[:3]
    for title in (first, second):
        assert (title.left + title.right) / 2 == pytest.approx((EDGE + END) / 2, abs=1)
    assert second.bottom - first.bottom == pytest.approx(36, abs=0.2)
    top = on(1, pages["hanzi"])[0].bottom
    assert (body.bottom - top) / PITCH_PT == pytest.approx(2 + 3 + 1, abs=0.05)


def test_headings_and_paragraphs_begin_two_cells_in(pages: dict[str, list[Line]]) -> None:
    begun = [
        line for line in pages["everything"] if line.text.startswith(("一、", "（一）", "1.规", "（1）清", "坚持以"))
    ]
    assert len(begun) >= 5
    assert all(cell(line.left) == pytest.approx(2, abs=0.6) for line in begun)


def test_the_name_ends_two_cells_from_the_right_and_the_date_begins_two_right_of_it(
    pages: dict[str, list[Line]],
) -> None:
    name, date = on(1, pages["name longer"])[-2:]
    assert cell(name.left) == pytest.approx(28 - 2 - 10, abs=0.1)
    assert cell(name.right) == pytest.approx(26, abs=0.2)
    assert cell(date.left) == pytest.approx(18, abs=0.1)


def test_a_date_longer_than_the_name_ends_two_cells_from_the_right(pages: dict[str, list[Line]]) -> None:
    name, date = on(1, pages["date longer"])[-2:]
    assert cell(date.left) == pytest.approx(28 - 2 - 7, abs=0.1)
    assert cell(name.left) == pytest.approx(28 - 2 - 7 - 2, abs=0.1)


def test_names_are_centred_over_a_date_that_will_be_sealed(pages: dict[str, list[Line]]) -> None:
    first, second, date = on(1, pages["sealed"])[-3:]
    assert cell(date.left) == pytest.approx(28 - 4 - 6, abs=0.1)
    assert cell(first.left) == pytest.approx(18 - 0.5, abs=0.1)
    assert cell(second.left) == pytest.approx(18, abs=0.1)


def test_an_annex_begins_a_page_with_its_title_on_the_third_line(pages: dict[str, list[Line]]) -> None:
    first = on(1, pages["hanzi"])[0].bottom
    marks = [line for line in pages["everything"] if line.text in {"附件1", "附件2"}]
    assert len(marks) == 2
    for mark in marks:
        page = on(mark.page, pages["everything"])
        assert page[0] is mark
        assert cell(mark.left) == pytest.approx(0, abs=0.2)
        assert 2 < (page[1].bottom - first) / PITCH_PT < 3


def test_the_names_of_annexes_are_aligned(pages: dict[str, list[Line]]) -> None:
    first = next(line for line in pages["everything"] if line.text.startswith("附件："))
    at = pages["everything"].index(next(line for line in pages["everything"] if line.text.startswith("2.黔")))
    second, turned = pages["everything"][at : at + 2]
    assert cell(first.left) == pytest.approx(2, abs=0.1)
    assert cell(second.left) == pytest.approx(5, abs=0.1)
    assert cell(turned.left) == pytest.approx(6, abs=0.1)


def test_the_colophon_is_at_the_foot_of_the_last_page(pages: dict[str, list[Line]]) -> None:
    last = on(pages["everything"][-1].page, pages["everything"])
    assert last[-1].text.endswith("印发")
    assert FOOT - PITCH_PT < last[-1].bottom < FOOT
    assert last[-1].left == pytest.approx(EDGE + SMALL_CELL / 20, abs=1)
    assert last[-1].right == pytest.approx(END - SMALL_CELL / 20, abs=1)


@pytest.mark.parametrize(
    "number", range(len(ENDS)), ids=lambda number: "line {} of {} lines, {} names".format(*ENDS[number])
)
def test_names_and_date_are_never_alone_on_a_page(pages: dict[str, list[Line]], number: int) -> None:
    found = pages["ends"]
    names = [index for index, line in enumerate(found) if line.text.startswith(f"甲{number}乙")]
    assert len(names) == ENDS[number][2]
    date = found[names[-1] + 1]
    assert date.text.startswith("2026年1月8日")
    assert {found[index].page for index in names} == {date.page}
    before = found[names[0] - 1]
    assert before.page == date.page
    assert before.top < FOOT
