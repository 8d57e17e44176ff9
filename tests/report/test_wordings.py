"""The wordings of a unit: its own mix, kept; how far thirty townships' reports are from being near copies."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.interview.events import Dossier, Member
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.wordings import Worded, another, mixed, picked
from bot.report.blocks import Paragraph
from bot.report.compose import compose
from tests.interview.test_conversation import Player

CONTENT = read_content()
PACK = CONTENT.pack
SAMPLE = read_answers(CONTENT.sample, PACK)
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
UNITS = [
    f"{county}{place}{office}"
    for county in "甲乙丙丁戊"
    for place, office in zip(
        ("东乡", "西乡", "南镇", "北镇", "中街道", "新街道"), ("人民政府",) * 4 + ("办事处",) * 2, strict=True
    )
]
TERMS = (
    *("习近平法治思想", "法治政府建设（依法行政）工作领导小组", "法治政府建设", "第一责任人职责", "理论学习中心组"),
    *("党政领导干部会前学法制度", "党政领导干部会前学法", "“谁执法谁普法”普法责任制", "“民转刑”案件", "依法行政"),
    *("行政执法权力清单、责任清单管理制度", "人民调解、司法调解、行政调解", "依法决策、依法行政、依法管理"),
)
FIXED = sorted([*PACK.literals, *TERMS], key=len, reverse=True)
"""Set terms, which are the same in every report; they are not counted, and answers are not."""


def mix(unit: str) -> dict[str, int]:
    scene = Scene(PACK, Dossier(unit), Session(year=2025))
    return {fact.sentence: fact.wording for fact in mixed(scene, AT)}


def shingles(unit: str) -> set[str]:
    """The runs of eight characters between answers, set terms and full stops, in a unit's wording."""
    dossier = replace(SAMPLE.dossier, mix=mix(unit))
    document = compose(PACK, CONTENT.prose, "work_summary", dossier, SAMPLE.year)
    paragraphs = (block for block in document.blocks if isinstance(block, Paragraph))
    found: set[str] = set()
    for sentence in (sentence for paragraph in paragraphs for sentence in paragraph.sentences):
        text = "".join("\n" if span.questions else span.text for span in sentence.spans)
        for term in FIXED:
            text = text.replace(term, "\n")
        found |= {part[at : at + 8] for part in re.split("[\n。]", text) for at in range(len(part) - 7)}
    return found


def overlaps() -> list[float]:
    found = [shingles(unit) for unit in UNITS]
    return [len(one & other) / min(len(one), len(other)) for one, other in combinations(found, 2)]


def test_a_mix_is_a_units_own_and_whole() -> None:
    mixes = [mix(unit) for unit in UNITS]
    several = {id_ for id_, count in PACK.wordings.items() if count > 1}
    assert all(each.keys() == several for each in mixes)
    assert len({tuple(sorted(each.items())) for each in mixes}) == len(UNITS)
    assert mix(UNITS[0]) == mix(UNITS[0])
    assert set(mix("").values()) == {0}


def test_every_sentence_and_lead_that_has_words_of_its_own_has_three_wordings() -> None:
    for section in CONTENT.prose.sections.values():
        wordings = {form.id: form.wordings for form in section.sentences} | {section.id: section.leads or ((),) * 3}
        for id_, written in wordings.items():
            words = re.sub(r"\{\{.*?\}\}|[。；，]", "", "".join(clause.source for clause in written[0]))
            assert len(written) >= 3 or not words, id_


@pytest.mark.parametrize("count", [2, 3])
def test_another_wording_that_is_written_later_changes_no_kept_one(count: int) -> None:
    ids = [f"s.{number}" for number in range(200)]
    before = {id_: picked("甲乡", id_, count) for id_ in ids}
    kept = Dossier("甲乡", mix=before)
    later = replace(PACK, wordings={**dict.fromkeys(ids, count + 1), "s.new": 3})
    assert [fact.sentence for fact in mixed(Scene(later, kept, Session(year=2025)), AT)] == ["s.new"]


def test_a_sentence_is_said_otherwise_at_a_press_and_goes_round() -> None:
    player = Player(replace(SAMPLE.dossier, unit="甲乡", member=Member("小李", "owner")), pack=PACK)
    player.session = Session(State.MENU, SAMPLE.year, "", 1)
    player.send(Commanded(AT, "read"))
    sentence = next(s for p in player.scene.passages for s in p.sentences if PACK.wordings.get(s.id, 1) > 1)
    number = next(p.number for p in player.scene.passages if sentence in p.sentences)
    player.send(Said(AT, str(number)))
    at = [s.id for s in player.scene.passages[number - 1].sentences].index(sentence.id) + 1
    player.send(Said(AT, str(at)))
    texts = []
    for _ in range(PACK.wordings[sentence.id]):
        turn = player.send(Pressed(AT, player.session.screen, "other"))
        assert [fact.sentence for fact in turn.facts if isinstance(fact, Worded)] == [sentence.id]
        texts.append(next(s.text for p in player.scene.passages for s in p.sentences if s.id == sentence.id))
    assert len(set(texts)) == PACK.wordings[sentence.id]
    assert texts[-1] == sentence.text
    assert another(player.scene, "nothing.such", AT) is None


def test_thirty_townships_with_the_same_answers_do_not_write_the_same_report() -> None:
    found = overlaps()
    mean, worst = sum(found) / len(found), max(found)
    assert mean <= 0.55, (mean, worst)
    assert worst <= 0.70, (mean, worst)
