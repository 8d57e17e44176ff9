"""The steps at the choice of a 题单: showing what sheets there are, and giving one as text to be copied."""

from __future__ import annotations

from bot.interview.events import Say, Turn
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.orders import Outline
from bot.interview.outline import outline
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_for_now, refuse_old_button
from bot.interview.turns import said, shown


def open_outline(scene: Scene, given: Input) -> Turn:
    """Show what sheets there are; there is none before a year was chosen."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    return shown(scene.at(state=State.OUTLINE))


def press_outline(scene: Scene, given: Pressed) -> Turn:
    """Give the sheet of a button: as messages, and where it takes several as a file too."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice == "menu":
        return open_menu(scene, given)
    messages = outline(scene, given.choice)
    file = (Outline(given.choice, scene.session.year),) if len(messages) > 1 else ()
    return shown(scene, notice=scene.say("outline_given"), first=(*map(Say, messages), *file))


def say_outline(scene: Scene, given: Said) -> Turn:
    """Take the words of a button, or those before its brackets."""
    rows, named = keyboard(scene), f"{given.text.strip()}（"
    pressed = pressed_by_words(rows, given.text)
    pressed = pressed or next((each.id for row in rows for each in row if each.label.startswith(named)), None)
    if pressed is None:
        return said(scene, scene.say("outline_refused"))
    return press_outline(scene, Pressed(given.at, scene.session.screen, pressed))
