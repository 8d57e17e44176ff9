"""The steps at what a list offers: one is shown to be copied and edited, and what is typed there answers the list."""

from __future__ import annotations

from dataclasses import replace

from bot.interview.answering import say_answer
from bot.interview.choices import by_number
from bot.interview.events import Say, Turn
from bot.interview.inputs import Pressed, Said
from bot.interview.offers import offers_of
from bot.interview.offers_screen import PRESSED, offers_rows
from bot.interview.scene import Scene
from bot.interview.screens import offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_old_button
from bot.interview.turns import said, shown


def press_offers(scene: Scene, given: Pressed) -> Turn:
    """Give the words of one offer in a message of their own, and go back to the list; or leave without any."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if not given.choice.startswith(PRESSED):
        return open_menu(scene, given) if given.choice == "menu" else close_offers(scene, given)
    key = given.choice.removeprefix(PRESSED)
    text = next(offer.text for offer in offers_of(scene.pack, scene.entry.question) if offer.key == key)
    return shown(scene.at(state=State.ASKING), notice=scene.say("offer_told"), first=(Say(text),))


def say_offers(scene: Scene, given: Said) -> Turn:
    """Take the number of an offer or the words of a button; anything else is said to the list."""
    offers, number = offers_of(scene.pack, scene.entry.question), by_number(given.text)
    pressed = pressed_by_words(offers_rows(scene), given.text)
    if pressed is None and number is not None:
        if not 0 < number <= len(offers):
            return said(scene, scene.say("offer_none", number=number, count=len(offers)))
        pressed = f"{PRESSED}{offers[number - 1].key}"
    if pressed is not None:
        return press_offers(scene, Pressed(given.at, scene.session.screen, pressed))
    turn = say_answer(scene.at(state=State.ASKING), given)
    # What is refused leaves these offers on the screen.
    stays = turn.session.screen == scene.session.screen
    return replace(turn, session=replace(turn.session, state=State.OFFERS)) if stays else turn


def close_offers(scene: Scene, _: object) -> Turn:
    """Show the list again, as it was left: what is written for one item of another list still is."""
    return shown(scene.at(state=State.ASKING))
