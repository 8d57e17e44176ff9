"""The table of all answers: its rows, and the same rows in Word, in a workbook and as text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from decimal import Decimal
from zipfile import ZipFile

import pytest
from docx import Document as Word

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.errors import PreviewError
from bot.interview.events import Answer
from bot.interview.known import Standing, know
from bot.interview.values import Bound, Nothing, Number, Words
from bot.report.blocks import Document, Table
from bot.report.compose import compose
from bot.report.layout import laid
from bot.report.table import tabled
from bot.report.text import text
from bot.report.writers import pdf, sheet, word

CONTENT = read_content()
SAMPLE = read_answers(CONTENT.sample, CONTENT.pack)
YEAR = SAMPLE.year


def made(*before: Answer) -> Document:
    dossier = replace(SAMPLE.dossier, answers=(*SAMPLE.dossier.answers, *before))
    return compose(CONTENT.pack, CONTENT.prose, "data_sheet", dossier, YEAR)


def answered(question: str, value: Number | Words | Nothing) -> Answer:
    at = SAMPLE.dossier.answers[0].at
    return Answer(YEAR - 1, question, value, "", at)


def figure(amount: int, unit: str, bound: Bound = Bound.EXACT) -> Number:
    return Number(Decimal(amount), f"{amount}{bound.value}", unit, bound)


def rows(document: Document) -> dict[str, list[str]]:
    return {row.cells[0].text: [cell.text for cell in row.cells] for row in table(document).rows}


def table(document: Document) -> Table:
    assert document.table
    return document.table


def test_every_answer_of_the_year_stands_in_one_row() -> None:
    known = know(CONTENT.pack, SAMPLE.dossier, YEAR)
    found = rows(made())
    for question in tabled(CONTENT.pack):
        entry = known.entries[question.id]
        told = found.get(question.label, ["", ""])[1]
        assert bool(told) == (entry.standing in {Standing.HELD, Standing.ZERO}), question.id
        assert all(piece.text in told for piece in entry.pieces), question.id


@pytest.mark.parametrize(
    ("question", "before", "change"),
    [
        ("disputes_mediated", figure(150, "件次"), "增33件次"),
        ("disputes_mediated", figure(183, "件次"), "持平"),
        ("disputes_mediated", Nothing.ZERO, "增183件次"),
        ("disputes_mediated", figure(150, "件"), ""),
        ("disputes_mediated", figure(150, "件次", Bound.OVER), ""),
        ("leaflets", figure(4000, "份"), ""),
        ("officers", figure(9, "人"), "减3人"),
        ("escalated_cases", figure(2, "起"), "减2起"),
        ("slogan", Words("老口号"), ""),
    ],
)
def test_a_figure_stands_beside_last_years_and_the_change(question: str, before: Number | Words, change: str) -> None:
    label = CONTENT.pack.questions[question].label
    row = rows(made(answered(question, before)))[label]
    assert row[3] == change
    assert row[2]


def test_the_change_of_an_item_only_last_year_had_is_left_open() -> None:
    dossier = replace(SAMPLE.dossier, answers=(answered("officers", figure(9, "人")),))
    document = compose(CONTENT.pack, CONTENT.prose, "data_sheet", dossier, YEAR)
    assert rows(document)["行政执法人员"] == ["行政执法人员", "", "9人", "", "执法队"]


def test_word_workbook_and_text_say_the_same() -> None:
    document = made(answered("slogan", Words("=1+1")), answered("officers", figure(9, "人")))
    layout = laid(document)
    (drawn,) = Word(io.BytesIO(word(layout))).tables
    grid = [[cell.text for cell in row.cells] for row in drawn.rows]
    assert grid[0] == list(table(document).columns)
    for row, cells in zip(table(document).rows, grid[1:], strict=True):
        texts = [cell.text for cell in row.cells]
        assert cells == (texts if len(texts) > 1 else texts * 5)
    with ZipFile(io.BytesIO(sheet(table(document)))) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    for row in table(document).rows:
        assert all(f">{re.sub('<|>|&', '', cell.text)}" in strings for cell in row.cells if cell.text.isalnum())
    assert "行政执法人员：6人（2024年9人，减3人，执法队）" in text(document)


def test_the_same_answers_give_the_same_bytes_and_no_page_is_drawn() -> None:
    one, other = made(), made()
    assert sheet(table(one)) == sheet(table(other))
    assert word(laid(one)) == word(laid(other))
    with pytest.raises(PreviewError, match="一览表"):
        pdf(laid(one))
