"""The steps of 看稿: from part to part, into a paragraph by its number, and out again; they change nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.interview.amending import ask_words, open_amended, remove, restore_all, settle
from bot.interview.checking_steps import check_part, check_passage
from bot.interview.events import Fact, Say, Turn
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.numerals import folded
from bot.interview.passage_screen import passage_at, questions_in
from bot.interview.reading_screen import part_at, parts, passage_lines
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_for_now, refuse_old_button
from bot.interview.turns import arrive, returned, said, shown
from bot.interview.wordings import another

_NUMBER = re.compile(r"[〔\[(第]? ?([0-9]{1,3}) ?[〕\])]?段?")


def open_reading(scene: Scene, given: Input) -> Turn:
    """Show the draft: from a question the part its section is in, and the question is where one goes on."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    if scene.session.state is State.ASKING:
        return back_to_reading(scene)
    return shown(scene.at(state=State.READING, question="", item=0))


def back_to_reading(scene: Scene, facts: tuple[Fact, ...] = (), notice: str = "", read: str = "") -> Turn:
    """Show the part of the draft where the question the chat is at is printed, or else its section."""
    id_, section = scene.session.question, scene.section.id
    printed = [each.number for each in scene.passages if id_ in questions_in(each)]
    beside = [each.number for each in scene.passages if each.section == section]
    there = scene.at(state=State.READING, item=next(iter(printed + beside), 0), via="")
    return shown(there, facts, notice, understood=read)


def back(scene: Scene, facts: tuple[Fact, ...] = (), notice: str = "", read: str = "") -> Turn:
    """Go back to the state a question was entered from; to the draft where the question is printed."""
    if scene.session.via == State.READING:
        return back_to_reading(scene, facts, notice, read)
    return returned(scene, facts, notice, understood=read)


def leave_passage(scene: Scene, _: Input) -> Turn:
    """Go from a paragraph back to the part it stands in."""
    passage = passage_at(scene)
    return shown(scene.at(state=State.READING, question="", item=passage.number if passage else 0))


def open_passage(scene: Scene, number: int) -> Turn:
    """Show the paragraph of this number."""
    passage = next((each for each in scene.passages if each.number == number), None)
    if passage is None:
        return said(scene, scene.say("read_refused", last=len(scene.passages)))
    return shown(scene.at(state=State.PASSAGE, question=passage.sentences[0].id, item=0))


def say_reading(scene: Scene, given: Said) -> Turn:
    """Take the number of a paragraph, or the words of a button."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is not None:
        return press_reading(scene, Pressed(given.at, scene.session.screen, pressed))
    number = paragraph_in(given.text)
    return open_passage(scene, number) if number is not None else _refused(scene)


def press_reading(scene: Scene, given: Pressed) -> Turn:
    """Turn to another part, show the whole, open a paragraph, or leave."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in _READING:
        return _READING[given.choice](scene, given)
    return open_passage(scene, int(given.choice[1:]))


def _turn_over(scene: Scene, given: Pressed) -> Turn:
    at = part_at(scene.passages, scene.session.item) + (1 if given.choice == "next" else -1)
    return shown(scene.at(item=parts(scene.passages)[at][0].number))


def _resume(scene: Scene, _: Pressed) -> Turn:
    return arrive(scene, scene.entry)


def _whole(scene: Scene, _: Pressed) -> Turn:
    """Send the whole draft, and show below it where the chat is."""
    lines = (line for passage in scene.passages for line in passage_lines(scene, passage))
    return shown(scene, first=(Say("\n".join(lines)),))


_READING: Mapping[str, Callable[[Scene, Pressed], Turn]] = {
    "menu": open_menu,
    "resume": _resume,
    "whole": _whole,
    "amended": open_amended,
    **dict.fromkeys(("check", "uncheck", "check_all"), check_part),
    "previous": _turn_over,
    "next": _turn_over,
}
"""The buttons of the draft that name no paragraph."""


def say_passage(scene: Scene, given: Said) -> Turn:
    """Take the number of a sentence or of another paragraph, or the words of a button."""
    rows, text = keyboard(scene), given.text.strip()
    pressed = pressed_by_words(rows, text)
    if pressed is None and text.isdecimal() and offered(scene, f"s{int(text)}"):
        pressed = f"s{int(text)}"
    if pressed is not None:
        return press_passage(scene, Pressed(given.at, scene.session.screen, pressed))
    number = paragraph_in(text)
    return open_passage(scene, number) if number is not None else _refused(scene)


def press_passage(scene: Scene, given: Pressed) -> Turn:
    """Do what a button is for: with the paragraph, with a sentence of it, or to go elsewhere."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in _PASSAGE:
        return _PASSAGE[given.choice](scene, given)
    what, rest = given.choice[0], given.choice[1:]
    passage = passage_at(scene)
    if what == "q":
        return arrive(scene, scene.known.entries[rest], via=State.READING.value)
    if what == "s" and passage:
        return shown(scene.at(question=passage.sentences[int(rest) - 1].id, item=1))
    return open_passage(scene, int(rest))


def _look_at_all(scene: Scene, _: Pressed) -> Turn:
    return shown(scene.at(item=0))


def _say_otherwise(scene: Scene, given: Pressed) -> Turn:
    """Give the chosen sentence its next wording."""
    fact = another(scene, scene.session.question, given.at)
    if fact is None:
        return refuse_old_button(scene, given)
    return shown(scene.after((fact,)), (fact,))


_PASSAGE: Mapping[str, Callable[[Scene, Pressed], Turn]] = {
    "menu": open_menu,
    "read": leave_passage,
    "all": _look_at_all,
    "other": _say_otherwise,
    "check": check_passage,
    "uncheck": check_passage,
    "rewrite": ask_words,
    "add": ask_words,
    "remove": remove,
    "back": restore_all,
    "take": settle,
    "leave": settle,
    "restore": settle,
}
"""The buttons of a paragraph that name no sentence, no paragraph and no question."""


def paragraph_in(typed: str) -> int | None:
    """Read the number of a paragraph: 12, 〔12〕, 第12段; None where it is none."""
    match = _NUMBER.fullmatch(folded(typed.strip()))
    return int(match[1]) if match else None


def _refused(scene: Scene) -> Turn:
    return said(scene, scene.say("read_refused", last=len(scene.passages)))
