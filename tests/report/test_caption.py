"""What stands under a document: nothing is left out without a word, and it never outgrows what Telegram takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.interview.events import Answer, Dossier
from bot.interview.known import Standing, know
from bot.interview.pack import Pack
from bot.interview.reading import units
from bot.interview.values import Nothing
from bot.report.caption import MOST, caption

CONTENT = read_content()
PACK = CONTENT.pack
AT = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)
TITLE = "黔江区白土乡人民政府2025年度法治政府建设工作总结"


def whole(dossier: Dossier) -> Dossier:
    """A dossier with 不涉及 wherever it has no answer."""
    owed = [entry.question.id for entry in know(PACK, dossier, 2025).entries.values() if entry.owed]
    out = [Answer(2025, question, Nothing.OUT, "不涉及", AT) for question in owed]
    return replace(dossier, answers=(*dossier.answers, *out))


SAMPLE = whole(read_answers(CONTENT.sample, PACK).dossier)


def under(dossier: Dossier, pack: Pack = PACK, title: str = TITLE) -> str:
    return caption(pack.phrases, know(pack, dossier, 2025), title)


def without(*questions: str, later: tuple[str, ...] = ()) -> Dossier:
    """The sample without the answers to some questions, and with some left to colleagues."""
    kept = [answer for answer in SAMPLE.answers if answer.question not in {*questions, *later}]
    asked = [Answer(2025, question, Nothing.LATER, "待问同事", AT) for question in later]
    return replace(SAMPLE, answers=(*kept, *asked))


def labelled(label: str) -> Pack:
    """The pack with every question labelled so."""
    sections = tuple(
        replace(section, questions=tuple(replace(question, label=label) for question in section.questions))
        for section in PACK.sections
    )
    return replace(PACK, sections=sections)


def test_of_a_document_without_a_gap_it_says_so() -> None:
    assert under(SAMPLE) == f"{TITLE}\n{PACK.phrases['caption_done']}"


def test_what_is_unanswered_is_named_and_what_waits_comes_with_who_has_it() -> None:
    assert PACK.questions["leaflets"].holder
    assert under(without("publicity_events", "leaflets")) == f"{TITLE}\n还有2题没答：普法活动、发放宣传资料。"
    waiting = f"等同事给的有1题：发放宣传资料（{PACK.questions['leaflets'].holder}）。"
    assert under(without(later=("leaflets",))) == f"{TITLE}\n{waiting}"
    assert under(without("publicity_events", later=("leaflets",))) == f"{TITLE}\n还有1题没答：普法活动。\n{waiting}"


@pytest.mark.parametrize("label", ["题" * 12, "很长的题名" * 60, "𠮷" * 200])
def test_it_is_never_longer_than_telegram_takes_and_the_counts_are_whole(label: str) -> None:
    pack = labelled(label)
    later = tuple(question for question in PACK.questions if not PACK.section_of[question].kept)[:20]
    dossier = without(*list(PACK.questions)[-20:], later=later)
    told = under(dossier, pack, "𠮷" * 400)
    assert units(told) <= MOST
    entries = know(pack, dossier, 2025).entries.values()
    assert f"\n还有{sum(entry.owed for entry in entries)}题没答：" in told
    assert f"\n等同事给的有{sum(entry.standing is Standing.LATER for entry in entries)}题：" in told
    told.encode()  # no half of a character
    everything = under(Dossier(unit="白土乡人民政府"), pack)
    assert units(everything) <= MOST
    assert everything.endswith("等。")


def test_words_of_the_operators_own_may_be_as_long_as_they_like() -> None:
    phrases: Mapping[str, str] = {**PACK.phrases, "caption_done": "好" * 2000}
    assert units(caption(phrases, know(PACK, SAMPLE, 2025), TITLE)) == MOST
