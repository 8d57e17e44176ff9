"""The steps in the 目录: into a section, on with what is open, and to what is done with the whole draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.interview.events import Turn
from bot.interview.filing import ask_to_withdraw, open_filing, show_filings
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.issuing import open_issuing
from bot.interview.outline_steps import open_outline
from bot.interview.reading_steps import open_reading
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, pressed_by_words
from bot.interview.session import State
from bot.interview.settings import open_settings
from bot.interview.steps import open_menu, open_review, order_draft, refuse_old_button
from bot.interview.turns import said, shown, to_do


def say_in_menu(scene: Scene, given: Said) -> Turn:
    """Take the number or the name of a section, or the words of a button, also of one that is not there just now."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    words = given.text.strip()
    pressed = pressed or next((id_ for id_ in _BUTTONS if words == scene.say(f"button_{id_}")), None)
    if pressed is None:
        return said(scene, scene.say("menu_refused"))
    return press_in_menu(scene, Pressed(given.at, scene.session.screen, pressed))


def press_in_menu(scene: Scene, given: Pressed) -> Turn:
    """Enter a section, or do what a button is for."""
    if given.choice in _BUTTONS:
        return _BUTTONS[given.choice](scene, given)
    section = next((section for section in scene.pack.sections if given.choice == f"s:{section.id}"), None)
    entries = scene.applying(section) if section else []
    if not entries:
        return refuse_old_button(scene, given)
    inside = next((entry for entry in scene.to_do() if entry in entries), None)
    return to_do(scene, inside) if inside else open_review(scene.at(question=entries[0].question.id), given)


def go_on(scene: Scene, _: Input) -> Turn:
    """Go to the first question that is still open, or else waits for a colleague, or stands as last year."""
    return to_do(scene, next(iter(scene.to_do()), None))


def _change_year(scene: Scene, _: Input) -> Turn:
    return shown(scene.at(state=State.YEAR))


_BUTTONS: Mapping[str, Callable[[Scene, Input], Turn]] = {
    "go": go_on,
    "sheet": open_outline,
    "read": open_reading,
    "draft": order_draft,
    "documents": open_issuing,
    "file": open_filing,
    "withdraw": ask_to_withdraw,
    "filings": show_filings,
    "year": _change_year,
    "settings": open_settings,
    "menu": open_menu,
}
"""The buttons of the 目录 that are no section, and the word that shows it again."""
