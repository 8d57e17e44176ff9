"""The steps of looking the draft over: marking a part, all of it or one paragraph, and taking marks back."""

from __future__ import annotations

from bot.interview.checking import check, check_all, uncheck, unchecked
from bot.interview.events import Fact, Turn
from bot.interview.inputs import Pressed
from bot.interview.passage_screen import passage_at
from bot.interview.reading_screen import part_at, parts
from bot.interview.scene import Scene
from bot.interview.steps import refuse_old_button
from bot.interview.turns import shown


def check_part(scene: Scene, given: Pressed) -> Turn:
    """Mark what was read, and turn to what was not; or take the marks of this part back."""
    part = parts(scene.passages)[part_at(scene.passages, scene.session.item)]
    if given.choice == "uncheck":
        marks: tuple[Fact, ...] = tuple(mark for passage in part for mark in uncheck(scene, passage, given.at))
        return shown(scene.after(marks), marks, scene.say("unchecked"))
    facts = check_all(scene, given.at) if given.choice == "check_all" else check(scene, part, given.at)
    after = scene.after(facts)
    left = unchecked(after)
    behind = [passage.number for passage in left if passage.number > part[-1].number]
    at = next(iter([*behind, *(passage.number for passage in left), scene.session.item]))
    notice = scene.say("checked_left", count=len(left)) if left else scene.say("checked_all")
    return shown(after.at(item=at), facts, notice)


def check_passage(scene: Scene, given: Pressed) -> Turn:
    """Mark the paragraph, or take its marks back; the screen stays and shows it."""
    passage = passage_at(scene)
    if passage is None:
        return refuse_old_button(scene, given)
    facts: tuple[Fact, ...] = uncheck(scene, passage, given.at)
    if given.choice == "check":
        facts = check(scene, (passage,), given.at)
    return shown(scene.after(facts), facts, replaces=True)
