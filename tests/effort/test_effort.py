"""The measuring is alive: officials reach the document by every way there is, and have said all they know."""

from __future__ import annotations

import pytest

from bot.content.content import Content
from tests.effort.official import SHEET
from tests.effort.table import Measured, played, ways, written
from tests.effort.townships import years


@pytest.fixture(scope="module")
def rows(content: Content) -> list[Measured]:
    return [row for way in ways() for row in played(content, "白土乡", way)]


def test_an_official_says_all_they_know_in_both_years_by_every_way(rows: list[Measured]) -> None:
    assert [(row.year, row.way, row.untold) for row in rows] == [(year, way, ()) for way in ways() for year in (1, 2)]


def test_optional_questions_are_among_what_is_said_and_core_ones_that_are_not_known_are_passed_once(
    rows: list[Measured], content: Content
) -> None:
    asked = content.pack.questions
    known = years(content, "白土乡")[0].known
    assert sum(asked[id_].optional for id_ in known) > 10
    unknown = [id_ for id_, q in asked.items() if not q.optional and id_ not in known and not q.group]
    assert all(row.tally.presses[id_] <= 1 for row in rows for id_ in unknown)


def test_what_was_done_is_counted_and_words_of_ones_own_are_not(rows: list[Measured]) -> None:
    first = rows[0].tally
    assert all(number > 0 for number in first.sums)
    assert first.typed["problems"] == 0 < first.messages["problems"]
    assert (first.presses["in_work_plan"], first.presses["annual_plan"]) == (1, 0)  # 都是, once for the whole group
    assert first.typed["publicity_events"] == len("16次")


def test_the_table_names_every_year_and_way_beside_the_aims(rows: list[Measured], content: Content) -> None:
    table = written(rows, content)
    assert table.count("| 白土乡 |") == len(rows)
    assert "45 / 420 / 60" in table
    assert "20 / 200 / 40" in table


def test_two_runs_measure_alike(rows: list[Measured], content: Content) -> None:
    again = [row.tally.sums for row in played(content, "白土乡", SHEET)]
    assert again == [row.tally.sums for row in rows if row.way == SHEET]
