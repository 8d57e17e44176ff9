"""The example a review gives of how a line is changed: one of its own lines, that does so; or none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.content.content import read_content
from bot.interview.conversation import advance
from bot.interview.events import Answer, Ask, Dossier, Member, Say, Turn
from bot.interview.inputs import Said
from bot.interview.pack import Section
from bot.interview.scene import Scene
from bot.interview.screens import screen
from bot.interview.session import Session, State

PACK = read_content().pack
AT = datetime(2026, 1, 8, tzinfo=UTC)
DOSSIER = Dossier("黔江区白土乡人民政府", Member("小李", "owner"), None, (2025,))
EXAMPLE = re.compile("(?:直接写“|例如：)([^”]+?)”?。")


def at(section: Section) -> Session:
    return Session(State.REVIEW, 2025, section.questions[0].id, 3)


def say(session: Session, text: str) -> Turn:
    return advance(PACK, DOSSIER, session, Said(AT, text))


@pytest.mark.parametrize("section", PACK.sections, ids=lambda section: section.id)
def test_the_example_is_a_line_there_and_does_what_it_says(section: Section) -> None:
    shown = screen(Scene(PACK, DOSSIER, at(section)))[0]
    refused = "".join(reply.text for reply in say(at(section), "？？").replies if isinstance(reply, Say | Ask))
    hints = [EXAMPLE.findall(text) for text in (shown, refused)]
    assert hints[0] == hints[1]
    assert "3 18次" not in shown + refused
    lines = re.findall(r"(?m)^([0-9]+)\. ([^：\n]+)：", shown)
    for example in hints[0]:
        turn = say(at(section), example)
        answers = [fact.question for fact in turn.facts if isinstance(fact, Answer)]
        label = dict(lines)[example.split()[0]]
        assert [PACK.questions[question].label for question in answers] == [label]


def test_a_section_of_lists_alone_gives_no_example() -> None:
    lists = next(section for section in PACK.sections if section.id == "problems")
    shown = screen(Scene(PACK, replace(DOSSIER), at(lists)))[0]
    assert shown.endswith("要改哪条，点它的序号。")
