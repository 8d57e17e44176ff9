"""The measuring is alive: officials reach the document by every way there is, and have said all they know."""

from __future__ import annotations

import pytest

from bot.content.content import Content
from tests.effort.table import Measured, measured, played, ways, written


@pytest.fixture(scope="module")
def rows(content: Content) -> list[Measured]:
    return [row for way in ways() for row in played(content, "白土乡", way)]


def test_an_official_says_all_they_know_in_both_years_by_every_way(rows: list[Measured]) -> None:
    assert [(row.year, row.way, row.untold) for row in rows] == [(year, way, ()) for way in ways() for year in (1, 2)]


def test_what_was_done_is_counted_and_words_of_ones_own_are_not(rows: list[Measured]) -> None:
    first = rows[0].tally
    assert all(number > 0 for number in first.sums)
    assert first.typed["problems"] == 0 < first.messages["problems"]
    assert first.presses["annual_plan"] == 1
    assert first.typed["publicity_events"] == len("16次")


def test_the_table_names_every_year_and_way_beside_the_aims(rows: list[Measured], content: Content) -> None:
    table = written(rows, content)
    assert table.count("| 白土乡 |") == len(rows)
    assert "45 / 420 / 60" in table
    assert "20 / 200 / 40" in table


def test_two_runs_measure_alike(content: Content) -> None:
    once, again = ([row.tally.sums for row in measured(content, ["石塘镇"])] for _ in range(2))
    assert once == again
