"""The steps at the settings: to a choice of form and back, to the unit's profile, to another year."""

from __future__ import annotations

from bot.interview.events import Turn
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, open_review, refuse_for_now, refuse_old_button
from bot.interview.turns import arrive, said, shown
from bot.interview.undoing import undo


def open_settings(scene: Scene, given: Input) -> Turn:
    """Show the settings; there are none before a year was chosen."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    return shown(scene.at(state=State.SETTINGS, question="", via=""))


def press_in_settings(scene: Scene, given: Pressed) -> Turn:
    """Go to a choice of form, to the profile, or to another year."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    match given.choice:
        case "year":
            return shown(scene.at(state=State.YEAR))
        case "undo":
            return undo(scene, given)
        case "menu":
            return open_menu(scene, given)
    kind, _, id_ = given.choice.partition(":")
    if kind == "q":
        return arrive(scene, scene.known.entries[id_], via=State.SETTINGS.value)
    section = next(section for section in scene.pack.sections if section.id == id_)
    return open_review(scene.at(question=section.questions[0].id), given)


def say_in_settings(scene: Scene, given: Said) -> Turn:
    """Take the words or the number of a button."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is None:
        return said(scene, scene.say("menu_refused"))
    return press_in_settings(scene, Pressed(given.at, scene.session.screen, pressed))
