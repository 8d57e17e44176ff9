"""What a changed message that answered a group of questions says now: to each what it reads as; asks and shows nothing.

It is taken whole or not at all: where a part is refused, is unclear, or is about what was answered since, nothing is.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.interview.answers import Clock
from bot.interview.events import Answer, Cleared, Fact
from bot.interview.group import taken, to_open, unclear
from bot.interview.group_screen import members
from bot.interview.grouped import Part, Reading, read_group
from bot.interview.inputs import Said
from bot.interview.known import Entry, Standing
from bot.interview.scene import Scene
from bot.interview.session import State

Gave = dict[str, Answer]
"""The answer that a message gave to each question."""


def of_one_group(scene: Scene, answers: Sequence[Answer]) -> bool:
    """Tell whether all that a message answered is asked on one screen."""
    group = scene.pack.group_of.get(answers[0].question, ())
    return all(answer.question in group for answer in answers)


def regrouped(scene: Scene, given: Said, answers: Sequence[Answer]) -> tuple[Fact, ...] | str:
    """Read a changed message for the group it answered: `answers` are those of it still in effect.

    What it no longer answers goes; what it now answers besides is taken while nobody has answered that.
    """
    typed = given.text.strip()
    if scene.pack.button_words.fullmatch(typed):
        return scene.say("refused_button", typed=typed)
    there = scene.at(state=State.GROUP, question=answers[0].question, via="", held=())
    entries, claimed = members(there), {answer.question: answer for answer in answers}
    gave = _gave(there, given, claimed)
    reading = _read(there, given, entries, gave)
    if past := next((part for part in reading.parts if _answered_since(there, part, claimed, gave)), None):
        return there.say("edit_past", label=there.pack.questions[past.question].label)
    parts = tuple(
        part for part in reading.parts if part.question in claimed or _is_open(there.known.entries[part.question])
    )
    facts, _, refused = taken(there, given, Reading(parts))
    if wrong := [*refused, *unclear(there, reading, entries)]:
        return "\n".join(wrong)
    if not parts:
        return there.say("refused_empty")
    said = {part.question for part in parts}
    gone = (Cleared(each.year, each.question, each.item, given.at) for each in answers if each.question not in said)
    return (*(fact for fact in facts if not _same(fact, claimed)), *gone)


def _gave(scene: Scene, given: Said, claimed: Gave) -> Gave:
    """Give what a message answered before it was changed, with what took the place of it since."""
    group = scene.pack.group_of[scene.session.question]
    past = (change.fact for change in scene.dossier.history.changes if change.mine)
    mine = (fact for fact in past if isinstance(fact, Answer) and fact.message == given.message)
    return {fact.question: fact for fact in mine if fact.question in group} | claimed


def _read(scene: Scene, given: Said, entries: Sequence[Entry], gave: Gave) -> Reading:
    """Read a message with what it answered in mind, and what it had left open; else with what it answered alone."""
    questions, clock = [entry.question for entry in entries], Clock(scene.session.year, given.at.date())
    left_open = {entry.question.id for entry in entries if _is_open(entry)}
    tries = (gave.keys() | left_open, gave.keys())
    readings = [read_group(questions, ids, given.text, clock, to_open(scene)) for ids in tries]
    return next((reading for reading in readings if not reading.left), readings[0])


def _is_open(entry: Entry) -> bool:
    """Tell whether nobody has answered a question of a group, or only that a colleague has it."""
    return entry.open or entry.standing is Standing.LATER or not entry.applies


def _answered_since(scene: Scene, part: Part, claimed: Gave, gave: Gave) -> bool:
    """Tell whether a part is changed that stands as something else by now; one left as it was says nothing new."""
    if part.question in claimed or _is_open(scene.known.entries[part.question]):
        return False
    before = gave.get(part.question)
    return before is None or before.value != (part.heard[0] if isinstance(part.heard, tuple) else part.heard)


def _same(fact: Fact, claimed: Gave) -> bool:
    if not isinstance(fact, Answer) or fact.question not in claimed:
        return False
    return claimed[fact.question].value == fact.value
