"""The five documents of one set of answers say the same, and the public one holds back what it must."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.interview.amendments import Act, Amended, Place, Tie
from bot.interview.events import Dossier
from bot.interview.known import Known, know
from bot.interview.pack import Kind, Pack, Question
from bot.report.blocks import Document
from bot.report.compose import compose
from bot.report.text import text
from tests.report import agreement
from tests.report.spans import sentences_of, sources
from tests.report.test_compose import AT, DRAFTS, PACK, PROSE, SAMPLE, WAYS, YEARLY, Draft, dossier

OF_THE_REPORT = {"document_number"}
"""What only the report that is sent has a place for: its 文号."""

LAST_YEAR = tuple(answer._replace(year=2024) for answer in SAMPLE if answer.year == 2025)
YEARS, WORDINGS = st.integers(1, 2), st.integers(0, 3)
BOUNDED = settings(max_examples=25, deadline=None)


def drafted(draft: Draft, years: int) -> Dossier:
    """The answers of a draft, and where it is of the second year those of the sample for the year before."""
    answers = dossier(draft)
    return answers if years == 1 else replace(answers, years=(2024, 2025), answers=(*answers.answers, *LAST_YEAR))


def documents(answers: Dossier, wording: int = 0) -> dict[str, Document]:
    return {id_: compose(PACK, PROSE, id_, answers, 2025, wording) for id_ in PROSE.documents}


def known_of(answers: Dossier) -> Known:
    return know(PACK, answers, 2025)


@given(DRAFTS, YEARS, WORDINGS)
@BOUNDED
def test_every_document_prints_of_a_question_what_the_chat_shows_of_it(draft: Draft, years: int, wording: int) -> None:
    answers = drafted(draft, years)
    for document in documents(answers, wording).values():
        assert agreement.strays(PACK, known_of(answers), document) == []


@given(DRAFTS, YEARS, WORDINGS)
@BOUNDED
def test_a_sentence_prints_the_same_in_every_document_it_stands_in(draft: Draft, years: int, wording: int) -> None:
    answers = drafted(draft, years)
    found = documents(answers, wording)
    whole = agreement.values_told(found["annual_report"])
    for document in found.values():
        printed = agreement.values_told(document)
        assert {key: value for key, value in printed.items() if whole.get(key, value) != value} == {}
    for short in ("annual_report_public", "brief"):
        inside = {key for key in agreement.values_told(found[short]) if not key[0].startswith(short)}
        assert inside <= whole.keys()


@given(DRAFTS, YEARS, WORDINGS)
@BOUNDED
def test_the_full_documents_and_the_table_hold_every_answer(draft: Draft, years: int, wording: int) -> None:
    answers = drafted(draft, years)
    found, entries = documents(answers, wording), list(agreement.given(PACK, known_of(answers)))
    assert agreement.lost(found["annual_report"], entries) == []
    assert set(agreement.lost(found["work_summary"], entries)) <= OF_THE_REPORT
    rows = agreement.rows(found["data_sheet"])
    for entry in entries:
        cell = rows[entry.question.id].cells[1].text
        parts = ["是"] if entry.question.kind is Kind.YES_NO else [piece.text for piece in entry.pieces]
        assert all(part in cell for part in parts or ["没有"])


SECRETS = st.sets(st.sampled_from([question.id for question in YEARLY]), max_size=8)


def keeping_back(secret: set[str]) -> Pack:
    """The pack with these questions marked as not public, besides those that are."""
    sections = (
        replace(section, questions=tuple(replace(q, public=q.public and q.id not in secret) for q in section.questions))
        for section in PACK.sections
    )
    return replace(PACK, sections=tuple(sections))


@given(DRAFTS, YEARS, WORDINGS, SECRETS)
@BOUNDED
def test_the_public_document_holds_nothing_of_a_question_that_is_not_public(
    draft: Draft, years: int, wording: int, secret: set[str]
) -> None:
    pack, answers = keeping_back(secret), drafted(draft, years)
    found = compose(pack, PROSE, "annual_report_public", answers, 2025, wording)
    held = {id_ for sentence in sentences_of(found) for id_ in sources(sentence)}
    assert held.isdisjoint({id_ for id_, question in pack.questions.items() if not question.public})
    assert "抄送" not in text(found)
    assert "主送" not in text(found)
    assert held.isdisjoint({"document_number", "addressee", "copies"})


@given(DRAFTS, SECRETS, st.data())
@BOUNDED
def test_an_answer_that_is_not_public_changes_nothing_in_the_public_document(
    draft: Draft, secret: set[str], data: st.DataObject
) -> None:
    pack = keeping_back(secret)
    county, signature, base, ways, form = draft
    others = {id_: data.draw(st.sampled_from(WAYS)) for id_ in sorted(secret | {"requests"})}
    both = (dossier(draft), dossier((county, signature, base, {**ways, **others}, form)))
    public = [compose(pack, PROSE, "annual_report_public", each, 2025) for each in both]
    assert public[0] == public[1]


@pytest.mark.parametrize("question", ["penalties", "requests"])
def test_own_words_that_hold_an_answer_that_is_not_public_are_kept_back(question: str) -> None:
    tie, anchor = Tie(question, None, "7件", 2), "publicity.events"
    own = Amended(2025, f"{anchor}.+1", Act.ADD, AT, "另有7件事。", (tie,), anchor, Place.AFTER)
    found = documents(Dossier(years=(2025,), answers=SAMPLE, amendments=(own,)))
    assert "另有7件事" in text(found["annual_report"])
    assert ("另有7件事" in text(found["annual_report_public"])) == PACK.questions[question].public


def test_a_required_answer_that_is_not_public_leaves_no_gap() -> None:
    pack = keeping_back({"disputes_mediated", "problems"})
    found = compose(pack, PROSE, "annual_report_public", Dossier(years=(2025,), answers=SAMPLE), 2025)
    assert "〔待填" not in text(found)


@given(DRAFTS, st.sampled_from(YEARLY), st.sampled_from(WAYS))
@BOUNDED
def test_an_answer_changes_only_the_rows_that_are_about_it_or_depend_on_it(
    draft: Draft, changed: Question, way: str
) -> None:
    county, signature, base, ways, form = draft
    after = (county, signature, base, {**ways, changed.id: way}, form)
    one, two = (agreement.rows(compose(PACK, PROSE, "data_sheet", drafted(each, 2), 2025)) for each in (draft, after))
    touched = {changed.id, *(q.id for q in YEARLY if changed.id in {condition.question for condition in q.when})}
    assert {id_ for id_ in one.keys() | two.keys() if one.get(id_) != two.get(id_)} <= touched


@given(DRAFTS, YEARS)
@BOUNDED
def test_the_text_of_the_table_is_its_cells(draft: Draft, years: int) -> None:
    sheet = compose(PACK, PROSE, "data_sheet", drafted(draft, years), 2025)
    lines = text(sheet).splitlines()
    for id_, row in agreement.rows(sheet).items():
        label, now, *others = (cell.text.replace("\n", "；") for cell in row.cells)
        (line,) = (line for line in lines if line.startswith(f"{label}：{now or '—'}"))
        assert all(each in line for each in others), id_
