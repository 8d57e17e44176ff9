"""How it is shown that sentences were looked over, by whom and when, and offered to do so; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.interview.approval import Checked
from bot.interview.checking import mark_on, outdated, passage_marks
from bot.interview.events import Button
from bot.interview.filed_words import day_of
from bot.interview.passages import Passage, Sentence
from bot.interview.scene import Scene


def paragraph_mark(scene: Scene, passage: Passage) -> str:
    """Mark a paragraph that is looked over, or was before it changed; "" where it never was."""
    if passage_marks(scene, passage):
        return scene.say("mark_checked")
    return scene.say("mark_unchecked") if any(outdated(scene, each) for each in passage.sentences) else ""


def sentence_mark(scene: Scene, sentence: Sentence) -> str:
    """Mark a sentence that is looked over, or was before it changed; "" where it never was."""
    if mark_on(scene, sentence):
        return scene.say("mark_checked")
    return scene.say("mark_unchecked") if outdated(scene, sentence) else ""


def who_checked(scene: Scene, passages: Sequence[Passage]) -> str:
    """Say that all of these paragraphs are looked over, by whom and when last; "" where one is not."""
    marks = [passage_marks(scene, passage) for passage in passages]
    if not passages or not all(marks):
        return ""
    latest: Checked = max((mark for of_one in marks for mark in of_one), key=lambda mark: mark.at)
    names = "、".join(dict.fromkeys(mark.by for of_one in marks for mark in of_one if mark.by))
    return scene.say("checked_by", name=names, day=day_of(latest.at))


def check_buttons(scene: Scene, passages: Sequence[Passage], key: str) -> tuple[Button, ...]:
    """Offer to mark these paragraphs, or to take their marks back, while the draft is open."""
    if not passages or scene.filed:
        return ()
    if all(passage_marks(scene, passage) for passage in passages):
        return (Button("uncheck", scene.say("button_uncheck")),)
    return (Button("check", scene.say(f"button_check_{key}")),)
