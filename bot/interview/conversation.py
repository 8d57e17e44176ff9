"""The conversation as a table: in which state which input leads to which step; nothing else moves a chat.

Rule 1: a step takes the moment and the input and gives a Turn; it never raises and always replies.
Rule 2: what the table does not list is answered with a sentence, and changes nothing.
Rule 3: a filled 题单 is taken as one wherever it is said.
Rule 4: what a colleague answered meanwhile is never overwritten unseen.
Rule 5: a press counts only for the screen last shown, but for the buttons under a document, which change nothing.
"""

from __future__ import annotations

from dataclasses import replace

from bot.interview import (
    clash,
    comparing,
    filing,
    pages,
    steps,
    tracing,
    updates,
)
from bot.interview.events import Dossier, Turn
from bot.interview.inputs import (
    Commanded,
    Input,
    Pressed,
    Said,
)
from bot.interview.leaving import settled
from bot.interview.mending import mended
from bot.interview.pack import Pack
from bot.interview.reading import storable
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.table import COMMANDS, TABLE, WORDS
from bot.interview.turns import CHANGED, said

KEEPING = frozenset({State.HELD, State.CLASHING, State.COMPARING, State.TRACED, State.FILED, State.WITHDRAWING})
"""The states whose unstored messages wait for a press; elsewhere they are forgotten at anything but words."""


def advance(pack: Pack, dossier: Dossier, session: Session, given: Input) -> Turn:
    """Answer one input: the session after it, what became so, and what to reply. Pure; never raises."""
    stored = Scene(pack, dossier, session, given.at)
    scene = updates.renamed(stored)
    moved = updates.gone(scene)
    if moved and isinstance(given, Said | Pressed):
        return updates.told(scene, moved)
    at_home = mended(pack, dossier, moved.session if moved else scene.session)
    scene = Scene(pack, dossier, at_home, given.at)
    turn = _taken(scene, given, stored)
    return updates.told(scene, turn) if dossier.earlier else turn


def _taken(scene: Scene, given: Input, stored: Scene) -> Turn:
    """Take an input; `stored`: the moment as it was, before the questions changed."""
    member = scene.dossier.member
    if isinstance(given, Pressed) and member and (order := pages.ordered(scene, given.choice)):
        return Turn(scene.session, (), (order,))
    if not isinstance(given, Pressed):
        given = _meant(scene, replace(given, text=storable(given.text)))
    if scene.session.state not in KEEPING and not isinstance(given, Said):
        scene = scene.at(held=())
    if isinstance(given, Pressed) and member and given.screen != scene.session.screen:
        return steps.refuse_old_button(scene, given)
    if scene.dossier.earlier and (again := updates.look_again(scene, stored.session, given)):
        return again
    turn = filing.unless_locked(scene, given, _turn(scene, given))
    return settled(scene, clash.guarded(scene, given, turn))


def _turn(scene: Scene, given: Input) -> Turn:
    """Do what the table says; a filled sheet, and what asks where a figure comes from, are known by their words."""
    if scene.session.changed and _asks_for_changes(scene, given):
        return said(scene, scene.session.changed)
    if scene.dossier.member and (sheet := comparing.sheet_in(scene, given)):
        return comparing.take(scene, sheet)
    if isinstance(given, Said) and tracing.asks(scene, given):
        return tracing.trace(scene, given)
    key = given.name if isinstance(given, Commanded) else type(given)
    step = TABLE[scene.session.state].get(key)
    if step is None and scene.session.state is State.STRANGER:
        step = steps.meet
    elif step is None:
        step = steps.refuse_for_now if key in COMMANDS or key is Pressed else steps.refuse_command
    return step(scene, given)


def _asks_for_changes(scene: Scene, given: Input) -> bool:
    """Tell whether the changed sentences are to be seen whole."""
    typed = given.text.strip() if isinstance(given, Said) else ""
    return typed == scene.say("button_changed") or (isinstance(given, Pressed) and given.choice == CHANGED)


def _meant(scene: Scene, given: Input) -> Input:
    """Take the words of a button for the command they are, where there is such a command."""
    named = (name for key, name in WORDS.items() if isinstance(given, Said) and given.text.strip() == scene.say(key))
    name = next(named, "")
    return Commanded(given.at, name) if name in TABLE[scene.session.state] else given
