"""The steps at the review of a section: to a question and back, a line changed at once, all of it right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.interview.checking import check_section
from bot.interview.corrections import LINE
from bot.interview.events import Fact, Turn
from bot.interview.holding import hear
from bot.interview.inputs import Pressed, Said
from bot.interview.known import Entry
from bot.interview.lists import agreed
from bot.interview.named import named_in
from bot.interview.numerals import folded
from bot.interview.question_names import full_names
from bot.interview.review_screen import example_line
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_old_button
from bot.interview.turns import arrive, said, to_do
from bot.interview.undoing import undo


def press_in_review(scene: Scene, given: Pressed) -> Turn:
    """Go to a line's question, say that all is right, or leave."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in _BUTTONS:
        return _BUTTONS[given.choice](scene, given)
    return arrive(scene, scene.known.entries[given.choice.removeprefix("q:")], via=State.REVIEW.value)


def _go_on(scene: Scene, _: Pressed) -> Turn:
    """Go to the first question of the section that is still owed."""
    return arrive(scene, next(entry for entry in scene.applying(scene.section) if entry.owed))


def _open_optional(scene: Scene, _: Pressed) -> Turn:
    """Go to the first optional question of the section that nobody answered."""
    return arrive(scene, scene.optional(scene.section)[0])


def say_in_review(scene: Scene, given: Said) -> Turn:
    """Take the words of a button, a line's number or name, or with it the new answer."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is not None:
        return press_in_review(scene, Pressed(given.at, scene.session.screen, pressed))
    line = LINE.fullmatch(given.text)
    entry = _named(scene, line[1] if line else given.text.strip())
    if entry is None and (first := _first_named(scene, given.text)):
        return _hear_at(scene, first, given)
    if entry is None:
        example = example_line(scene)
        told = scene.say("review_refused", example=example) if example else scene.say("review_refused_plain")
        return said(scene, told)
    if line is None:
        return arrive(scene, entry, via=State.REVIEW.value)
    return _hear_at(scene, entry, replace(given, text=line[2]))


def _hear_at(scene: Scene, entry: Entry, given: Said) -> Turn:
    """Hear an answer at its question; what is refused leaves the review where it was."""
    there = scene.at(state=State.ASKING, question=entry.question.id, via=State.REVIEW.value, held=())
    turn = hear(there, given)
    return turn if turn.facts or turn.session.screen != scene.session.screen else replace(turn, session=scene.session)


def _named(scene: Scene, name: str) -> Entry | None:
    """Find the line of a number or a name."""
    entries = scene.counted(scene.section)
    if name.isdecimal() and 0 < int(name) <= len(entries):
        return entries[int(name) - 1]
    applying = scene.applying(scene.section)
    called = full_names([entry.question for entry in applying])
    at = called.get(folded(name))
    return None if at is None else applying[at]


def _first_named(scene: Scene, text: str) -> Entry | None:
    """Find the first question whose name stands in a message of several answers, or with no mark behind it."""
    applying = scene.applying(scene.section)
    named = named_in(text, [entry.question for entry in applying])
    return scene.known.entries[named[0].id] if named else None


def _agree(scene: Scene, given: Pressed) -> Turn:
    """Take the defaults in effect as answers, and go to the next section where something is owed."""
    facts: tuple[Fact, ...] = ()
    for entry in scene.counted(scene.section):
        facts += () if entry.stored else agreed(scene.after(facts), entry, given.at)
    facts += check_section(scene.after(facts), scene.section, given.at)
    right = scene.say("review_right", section=scene.section.title)
    here, after = scene.section, scene.after(facts)
    sections = scene.pack.sections
    at = sections.index(here) + 1
    ahead = (
        entry
        for section in (*sections[at:], *sections[:at])
        for entry in after.counted(section)
        if entry.owed or entry.carried
    )
    return to_do(after, next(ahead, None), facts, understood=right)


_BUTTONS: Mapping[str, Callable[[Scene, Pressed], Turn]] = {
    "right": _agree,
    "go": _go_on,
    "more": _open_optional,
    "undo": undo,
    "menu": open_menu,
}
"""The buttons of a review that are no line."""
