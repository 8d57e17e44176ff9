"""What is shown while own words are waited for: what they will take the place of, or stand behind; decides nothing."""

from __future__ import annotations

from bot.interview.events import Button
from bot.interview.passage_screen import chosen, passage_at
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows

ADDING = -1
"""`item` where a paragraph is to be added; else that of the paragraph's screen."""


def amending_text(scene: Scene) -> str:
    """Say what is waited for."""
    passage = passage_at(scene)
    if passage is None:
        return scene.say("read_nothing")
    if scene.session.item == ADDING:
        return scene.say("amend_add", number=passage.number)
    if one := chosen(scene):
        return scene.say("amend_one", number=passage.number, sentence=passage.sentences.index(one) + 1)
    return scene.say("amend_all", number=passage.number)


def amending_rows(scene: Scene) -> Rows:
    """Offer to leave all as it is."""
    return ((Button("cancel", scene.say("button_cancel")),),)
