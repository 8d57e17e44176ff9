"""The steps to a document other than the one /draft writes; the public form is looked over by somebody first."""

from __future__ import annotations

from bot.interview.approval import PUBLIC, Checked
from bot.interview.events import Fact, Say, Turn
from bot.interview.filed_words import day_of
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.issuing_screen import digest, looked_over, published
from bot.interview.orders import Issue, Sources
from bot.interview.scene import Scene
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_for_now, refuse_old_button
from bot.interview.turns import said, shown


def open_issuing(scene: Scene, given: Input) -> Turn:
    """Show which documents there are; none before a year was chosen."""
    if scene.session.year not in scene.dossier.years:
        return refuse_for_now(scene, given)
    return shown(scene.at(state=State.ISSUING, question="", via="", item=0))


def say_issuing(scene: Scene, given: Said) -> Turn:
    """Take the words of a button."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is None and given.text.strip() == scene.say("button_menu"):
        return open_menu(scene, given)
    if pressed is None:
        return said(scene, scene.say("public_refused" if scene.session.item else "issuing_refused"))
    return press_issuing(scene, Pressed(given.at, scene.session.screen, pressed))


def press_issuing(scene: Scene, given: Pressed) -> Turn:
    """Order a document; the public form once somebody looked it over as it reads now."""
    if not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice in ("menu", "no"):
        return (open_menu if given.choice == "menu" else open_issuing)(scene, given)
    if given.choice == "sources":
        return shown(scene, first=(Sources(scene.session.year),))
    if given.choice == "yes":
        document = scene.session.question
        mark = Checked(scene.session.year, PUBLIC, digest(scene, document), given.at, scene.writer)
        return _ordered(scene.after((mark,)), document, (mark,))
    document = given.choice.removeprefix("d:")
    if document in scene.pack.public_documents and not looked_over(scene, document):
        return shown(scene.at(question=document, item=1), first=(Say(published(scene, document)),))
    return _ordered(scene, document)


def _ordered(scene: Scene, document: str, facts: tuple[Fact, ...] = ()) -> Turn:
    told: tuple[Say, ...] = ()
    mark = looked_over(scene, document) if document in scene.pack.public_documents else None
    if mark:
        day = day_of(mark.at)
        told = (Say(scene.say("public_by", name=mark.by, day=day) if mark.by else scene.say("public_on", day=day)),)
    return shown(scene.at(question="", item=0), facts, first=(*told, Issue(document, scene.session.year)))
