"""The reports with the most facts, written anew from them: what they state is in every document that must hold it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.answers_file import read_answers
from bot.examine.report import examined
from bot.interview.events import Dossier
from bot.interview.known import know
from bot.report.blocks import Document
from bot.report.compose import compose
from bot.report.docx import written
from bot.report.layout import laid
from tests.coverage.facts import CONTENT, PACK, Fact, read_facts
from tests.coverage.fit import PROSE, YEAR, holds
from tests.coverage.reports import answers_file, largest, told
from tests.report.agreement import strays, values_told

REPORTS = largest(read_facts(), 10)
HOLDING = ("work_summary", "annual_report", "data_sheet")
"""The documents that hold every value given."""


def read(facts: list[Fact], folder: Path, *, whole: bool = False) -> Dossier:
    """Read a report's facts as an answers file."""
    file = folder / "answers.yaml"
    file.write_text(answers_file(told(facts), whole=whole), encoding="utf-8")
    return read_answers(file, PACK).dossier


def documents(dossier: Dossier, wording: int = 0) -> dict[str, Document]:
    return {id_: compose(PACK, PROSE, id_, dossier, YEAR, wording) for id_ in PROSE.documents}


@pytest.mark.parametrize("name", REPORTS)
def test_what_a_report_states_is_in_its_documents(tmp_path: Path, name: str) -> None:
    report, dossier = told(REPORTS[name]), read(REPORTS[name], tmp_path)
    entries = know(PACK, dossier, YEAR).entries
    assert report.over == ()
    for wording in range(4):
        found = documents(dossier, wording)
        for id_ in report.answers:
            lacking = [each for each in HOLDING if not holds(found[each], entries[id_], report.things(id_))]
            assert lacking == [], (id_, report.things(id_))


@pytest.mark.parametrize("name", REPORTS)
def test_the_shorter_documents_of_a_report_agree_with_the_full_ones(tmp_path: Path, name: str) -> None:
    dossier = read(REPORTS[name], tmp_path)
    found = documents(dossier)
    whole = values_told(found["annual_report"])
    for id_, document in found.items():
        assert strays(PACK, know(PACK, dossier, YEAR), document) == []
        assert all(whole.get(key, text) == text for key, text in values_told(document).items()), id_


@pytest.mark.parametrize("name", REPORTS)
def test_the_annual_report_of_a_report_is_in_form_but_for_what_is_still_to_be_answered(
    tmp_path: Path, name: str
) -> None:
    def broken(*, whole: bool) -> set[str]:
        annual = documents(read(REPORTS[name], tmp_path, whole=whole))["annual_report"]
        return {finding.rule for finding in examined(written(laid(annual)), CONTENT.page_rules)}

    assert broken(whole=False) <= {"L8"}  # a gap
    assert broken(whole=True) == set()


def test_a_second_fact_of_a_question_that_takes_one_is_told_of() -> None:
    def fact(topic: str, value: str, unit: str) -> Fact:
        return Fact("a", topic, "执法", "count" if unit else "name_of_document", value, unit)

    report = told([fact("行政处罚件数", "58", "件"), fact("行政处罚件数", "60", "件"), fact("无", "1", "件")])
    assert report.things("penalties") == ("58件",)
    assert [each.value for each in report.over] == ["60", "1"]
    report = told([fact("上级文件名称", "甲办法", ""), fact("上级文件名称", "乙办法", "")])
    assert report.things("enforcement_guides") == ("甲办法", "乙办法")
    assert report.over == ()
