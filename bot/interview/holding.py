"""What is heard and not stored at once: a sensitive answer waits for 照存, a piece of a paste for its rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.interview import corrections, pasted
from bot.interview.amending import take_words
from bot.interview.amendments import Amended
from bot.interview.answering import say_answer
from bot.interview.events import Answer, Named, Say, Turn
from bot.interview.group import say_group
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.item import say_item
from bot.interview.offering import say_offers
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.screens import pressed_by_words, screen
from bot.interview.seen import before
from bot.interview.sensitive import found
from bot.interview.session import State
from bot.interview.steps import refuse_old_button, take_name
from bot.interview.turns import place_of, shown

TAKES: Mapping[State, Callable[[Scene, Said], Turn]] = {
    State.NAMING: take_name,
    State.ASKING: say_answer,
    State.GROUP: say_group,
    State.ITEM: say_item,
    State.OFFERS: say_offers,
    State.AMENDING: take_words,
}
"""What takes a text that counts, by where it is said."""

MOST_PIECES = 6
"""Pieces of one paste that are remembered; so many are too long for any answer."""


def hear(scene: Scene, given: Said) -> Turn:
    """Take a text where it is said, with what it is the rest of; hold it back where something in it is sensitive."""
    heard = pieces(scene, given)
    scene = released(scene)
    if scene.session.state is State.AMENDING and units(given.text) >= pasted.FULL:
        return Turn(replace(scene.session, held=heard), (), (Say(scene.say("amend_more")),))
    said = pasted.whole(heard)
    turn = TAKES[scene.session.state](scene, said)
    seen = found(said.text)
    if _stored(turn):
        return shown(scene.at(state=State.HELD, held=heard)) if seen else turn
    if pasted.long(given.text):
        turn = replace(turn, session=replace(turn.session, held=heard))
    marks = [mark for mark in seen if mark.what == "secret"]
    return _first_told(turn, scene.say("held_secret", seen=marks[0].shown)) if marks else turn


def pieces(scene: Scene, given: Said) -> tuple[Said, ...]:
    """Give what was said together with what it is the rest of."""
    held = scene.session.held
    before = held if held and pasted.goes_on(held[-1].text, held[-1].at, given.at) else ()
    return (*before, given)[-MOST_PIECES:]


def say_held(scene: Scene, given: Said) -> Turn:
    """Take the words of a button of ours; anything else is more of what is held, or the answer in its place."""
    pressed = pressed_by_words(screen(scene)[1], given.text)
    if pressed is not None:
        return press_held(scene, Pressed(given.at, scene.session.screen, pressed))
    turn = hear(scene, given)
    return turn if _stored(turn) or turn.session.held else dropping(scene, turn)


def press_held(scene: Scene, given: Pressed) -> Turn:
    """Store what is held just as it was typed, or drop it and ask again."""
    free = released(scene)
    match given.choice:
        case "keep":
            said = pasted.whole(scene.session.held)
            if corrections.claims(free, said.message):
                return corrections.take_held(free, said)
            return TAKES[free.session.state](free, said)
        case "drop":
            return shown(free, notice=scene.say("held_dropped"))
    return refuse_old_button(scene, given)


def drop(scene: Scene, given: Input) -> Turn:
    """Drop what is held, as its button does."""
    return press_held(scene, Pressed(given.at, scene.session.screen, "drop"))


def released(scene: Scene) -> Scene:
    """Give the moment without what is held, where it was said: at a question alone, at a group, or before the name."""
    if scene.session.state is State.CLASHING:
        was = before(scene.session)
        return scene.at(state=was.state, via=was.via, held=())
    if scene.session.state is not State.HELD:
        alone = scene.session.state is State.ASKING and place_of(scene) is State.GROUP
        return scene.at(held=(), via=State.GROUP.value if alone else scene.session.via)
    if is_sentence(scene.session.question):
        return scene.at(state=State.AMENDING, held=())
    return scene.at(state=place_of(scene) if scene.session.question else State.NAMING, held=())


def is_sentence(id_: str) -> bool:
    """Tell a sentence's id from a question's."""
    return "." in id_


def dropping(scene: Scene, turn: Turn, key: str = "held_dropped") -> Turn:
    """Tell first that what was held is not stored."""
    return _first_told(turn, scene.say(key))


def _stored(turn: Turn) -> bool:
    return any(isinstance(fact, Answer | Named | Amended) for fact in turn.facts)


def _first_told(turn: Turn, text: str) -> Turn:
    return replace(turn, replies=(Say(text), *turn.replies))
