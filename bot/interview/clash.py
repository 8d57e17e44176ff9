"""Two members, one question: what would take the place of a colleague's answer nobody here saw is asked about first."""

from __future__ import annotations

from bot.interview import pasted
from bot.interview.clash_screen import changes
from bot.interview.events import Answer, Cleared, Turn
from bot.interview.holding import TAKES, dropping, hear, pieces, released
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_text
from bot.interview.screens import keyboard, pressed_by_words, screen
from bot.interview.seen import clashing, overwritten, unseen, waylaid
from bot.interview.session import State
from bot.interview.steps import refuse_old_button
from bot.interview.turns import shown

WAITING = frozenset({State.HELD, State.CLASHING})
"""The states that already hold what was said."""


def guarded(scene: Scene, given: Input, turn: Turn) -> Turn:
    """Give the turn of a step; or ask first, where it would overwrite what a colleague answered meanwhile.

    `scene`: before the step. What was pressed and is no answer by itself is shown again, to be pressed anew.
    """
    over = overwritten(scene, turn.facts)
    if isinstance(given, Pressed) and given.choice == "done" and not turn.facts:
        over = tuple(unseen(scene))
    if not over:
        return turn
    free = released(scene) if scene.session.state in WAITING else scene
    heard = _heard(scene, given)
    if not heard or free.session.state not in TAKES:
        again = scene.say("clash_again")
        return shown(free, notice="\n".join((*changes(scene, over), again)))
    asked = waylaid(free.session, frozenset(answer.question for answer in over))
    return shown(free.at(state=asked.state, via=asked.via, held=heard))


def _heard(scene: Scene, given: Input) -> tuple[Said, ...]:
    """Give what is to be held: what was said, or the words of the button that was pressed; none for a choice turned."""
    if scene.session.state in WAITING and isinstance(given, Pressed):
        return scene.session.held
    if isinstance(given, Said):
        return pieces(scene, given)
    if not isinstance(given, Pressed) or scene.session.state is not State.ASKING:
        return ()
    if given.choice.startswith(("+", "-", "x")) or given.choice == "done":
        return ()
    labels = (button.label for row in keyboard(scene) for button in row if button.id == given.choice)
    return tuple(Said(given.at, label) for label in labels)


def say_clash(scene: Scene, given: Said) -> Turn:
    """Take the words of a button; anything else is the answer in the place of what is held, and the colleague's."""
    pressed = pressed_by_words(screen(scene)[1], given.text)
    if pressed is not None:
        return press_clash(scene, Pressed(given.at, scene.session.screen, pressed))
    turn = hear(scene, given)
    return turn if turn.facts or turn.session.held else dropping(scene, turn)


def press_clash(scene: Scene, given: Pressed) -> Turn:
    """Store what is held, over what the colleague answered; or leave that, and store what else was said."""
    if given.choice not in ("mine", "theirs"):
        return refuse_old_button(scene, given)
    free = released(scene)
    turn = TAKES[free.session.state](free, pasted.whole(scene.session.held))
    if given.choice == "mine" or not turn.facts:
        return turn
    theirs = clashing(scene.session)
    facts = tuple(f for f in turn.facts if not (isinstance(f, Answer | Cleared) and f.question in theirs))
    session = turn.session
    after = free.after(facts).at(state=session.state, question=session.question, item=session.item, via=session.via)
    return shown(after, facts, "\n".join(_left(free, question) for question in sorted(theirs)))


def _left(scene: Scene, question: str) -> str:
    entry = scene.known.entries[question]
    by = entry.answers[0].by if entry.answers else ""
    return scene.say("clash_left", label=entry.question.label, text=answer_text(scene, entry), name=by)
