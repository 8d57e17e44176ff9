"""The steps of 看稿: from part to part, into a paragraph by its number, and out again; they change nothing."""

from __future__ import annotations

import re

from bot.interview.events import Say, Turn
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.numerals import folded
from bot.interview.passage_screen import passage_at
from bot.interview.reading_screen import part_at, parts, passage_lines
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_for_now, refuse_old_button
from bot.interview.turns import arrive, said, shown

_NUMBER = re.compile(r"[〔\[(第]? ?([0-9]{1,3}) ?[〕\])]?段?")


def open_reading(scene: Scene, given: Input) -> Turn:
    """Show the draft: from a question the part its section is in, and the question is where one goes on."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    question = scene.session.question if scene.session.state is State.ASKING else ""
    section = scene.section.id if question else ""
    first = next((passage.number for passage in scene.passages if passage.section == section), 0)
    return shown(scene.at(state=State.READING, question=question, item=first))


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
    match given.choice:
        case "menu":
            return open_menu(scene, given)
        case "resume":
            return arrive(scene, scene.entry)
        case "whole":
            return _whole(scene)
        case "previous" | "next":
            at = part_at(scene.passages, scene.session.item) + (1 if given.choice == "next" else -1)
            return shown(scene.at(item=parts(scene.passages)[at][0].number))
    return open_passage(scene, int(given.choice[1:]))


def say_passage(scene: Scene, given: Said) -> Turn:
    """Take the number of another paragraph, or the words of a button."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is not None:
        return press_passage(scene, Pressed(given.at, scene.session.screen, pressed))
    number = paragraph_in(given.text)
    return open_passage(scene, number) if number is not None else _refused(scene)


def press_passage(scene: Scene, given: Pressed) -> Turn:
    """Go to a paragraph beside this one, or out."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    match given.choice:
        case "menu":
            return open_menu(scene, given)
        case "read":
            return leave_passage(scene, given)
    return open_passage(scene, int(given.choice[1:]))


def paragraph_in(typed: str) -> int | None:
    """Read the number of a paragraph: 12, 〔12〕, 第12段; None where it is none."""
    match = _NUMBER.fullmatch(folded(typed.strip()))
    return int(match[1]) if match else None


def _whole(scene: Scene) -> Turn:
    """Send the whole draft, and show below it where the chat is."""
    lines = (line for passage in scene.passages for line in passage_lines(scene, passage))
    return shown(scene, first=(Say("\n".join(lines)),))


def _refused(scene: Scene) -> Turn:
    return said(scene, scene.say("read_refused", last=len(scene.passages)))
