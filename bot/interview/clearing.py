"""The steps that take an answer back: asked first what will go, then done; an undo brings it back."""

from __future__ import annotations

from bot.interview.branches import turned
from bot.interview.events import Turn
from bot.interview.facts import cleared
from bot.interview.holding import hear
from bot.interview.inputs import Pressed, Said
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_line
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import refuse_old_button
from bot.interview.turns import shown


def press_in_clearing(scene: Scene, given: Pressed) -> Turn:
    """Clear the question, or leave its answer as it is."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    there = scene.at(state=State.ASKING)
    facts = cleared(scene, given.at) if given.choice == "clear_yes" else ()
    if not facts:
        return shown(there, notice=scene.say("not_cleared"))
    after = there.after(facts)
    gone = scene.say("cleared_all", answer=answer_line(scene, scene.entry))
    return shown(after, facts, turned(there, after, facts), understood=gone)


def say_in_clearing(scene: Scene, given: Said) -> Turn:
    """Take the words of a button; anything else is the answer in place of the one there is."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is not None:
        return press_in_clearing(scene, Pressed(given.at, scene.session.screen, pressed))
    return hear(scene.at(state=State.ASKING), given)
