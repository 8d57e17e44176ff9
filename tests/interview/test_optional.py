"""Optional questions: not asked by themselves, not owed, reached from the review, walked one after the other."""

from __future__ import annotations

from dataclasses import replace

from bot.interview.events import Dossier, Member
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.pack import Pack
from bot.interview.progress import Stage, progress, whole
from bot.interview.session import State
from tests.interview.test_conversation import AT, PACK, Player

OPTIONAL = ("study_before_meeting", "department_study", "study_coverage")
MEMBER = Dossier("黔江区白土乡人民政府", Member("小李", "owner"), None, (2025,))


def packed(*optional: str) -> Pack:
    """The pack with some questions optional, and no groups, so that each stands alone."""
    sections = tuple(
        replace(
            section,
            questions=tuple(replace(q, optional=q.id in optional, group="", names=()) for q in section.questions),
        )
        for section in PACK.sections
    )
    return replace(PACK, sections=sections)


def at_study(pack: Pack) -> Player:
    player = Player(MEMBER)
    player.pack = pack
    player.send(Commanded(AT, "menu"))
    player.send(Said(AT, "4"))
    return player


def test_an_optional_question_is_neither_asked_nor_owed_nor_counted() -> None:
    asked = at_study(packed())
    player = at_study(packed(*OPTIONAL))
    assert player.session.question == "center_group_study"
    assert whole(player.scene)[1] == whole(asked.scene)[1] - len(OPTIONAL)
    player.send(Said(AT, "4次"))
    section = PACK.section_of["center_group_study"]
    assert player.session.question not in {question.id for question in section.questions}
    assert progress(player.scene, section).stage is Stage.ANSWERED
    assert not {entry.question.id for entry in player.scene.unfinished()} & {*OPTIONAL}


def test_they_are_reached_from_the_review_one_after_the_other_and_then_count() -> None:
    player = at_study(packed(*OPTIONAL))
    player.send(Said(AT, "4次"))
    player.send(Commanded(AT, "menu"))
    player.send(Said(AT, "4"))
    assert player.session.state is State.REVIEW
    player.send(Pressed(AT, player.session.screen, "more"))
    for question in OPTIONAL:
        assert player.session.question == question
        player.send(Said(AT, "100%" if question == "study_coverage" else "是"))
    section = PACK.section_of["center_group_study"]
    assert PACK.section_of[player.session.question] is not section
    assert [entry.question.id for entry in player.scene.counted(section)] == [q.id for q in section.questions]
    assert player.scene.optional(section) == []


def test_one_is_answered_by_name_from_the_review_and_skipped_without_owing_anything() -> None:
    player = at_study(packed(*OPTIONAL))
    player.send(Said(AT, "4次"))
    player.send(Commanded(AT, "menu"))
    player.send(Said(AT, "4"))
    player.send(Said(AT, f"{PACK.questions['study_coverage'].label}：98%"))
    assert player.session.state is State.REVIEW
    assert player.scene.known.entries["study_coverage"].text == "98%"
    player.send(Pressed(AT, player.session.screen, "more"))
    player.send(Commanded(AT, "skip"))
    assert player.session.question == "center_group_study"
    for _ in range(3):
        player.send(Commanded(AT, "skip"))
    assert PACK.section_of[player.session.question].id != "study"


def test_a_section_of_optional_questions_alone_opens_its_review() -> None:
    player = at_study(packed(*(question.id for question in PACK.section_of["study_coverage"].questions)))
    assert player.session.state is State.REVIEW
    assert progress(player.scene, player.scene.section).stage is Stage.OPTIONAL
