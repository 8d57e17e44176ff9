"""What becomes of a screen once the next one is shown: one line without buttons; changes no place and no answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.interview.events import Ask, Reply, Turn
from bot.interview.group_screen import group_name, members
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_line, clipped
from bot.interview.screens import screen
from bot.interview.session import Session, State

TITLES: Mapping[State, str] = {State.MENU: "button_menu", State.SETTINGS: "button_settings"}
"""The phrases that name a screen in one word; another is named by its first line."""

LONGEST = 40

GREETING = frozenset({State.STRANGER, State.NAMING, State.YEAR})
"""The states whose screens stay as they are: what was said in greeting stands there."""


ASKED = frozenset({State.ASKING, State.GROUP})
"""The states that ask what the year's report needs."""


def settled(scene: Scene, turn: Turn) -> Turn:
    """Write into a turn's new screen what the one shown at `scene` becomes, where the turn does not say it."""
    if scene.session.state in GREETING:
        return turn
    return replace(turn, replies=tuple(_settling(scene, turn, reply) for reply in turn.replies))


def _settling(scene: Scene, turn: Turn, reply: Reply) -> Reply:
    if not isinstance(reply, Ask) or reply.replaces or reply.understood:
        return reply
    return replace(reply, left=_left(scene, turn))


def _left(scene: Scene, turn: Turn) -> str:
    """Write the line: what was answered, where the chat went on, or that the same screen stands below."""
    before, after = scene.session, turn.session
    if _place(before) == _place(after):
        return scene.say("left_below", name=_name(scene))
    now = scene.after(turn.facts) if turn.facts else scene
    if before.state is State.ASKING and now.entry.stored:
        return scene.say("understood", answer=answer_line(now, now.entry))
    return scene.say("left_skipped" if _skipped(scene, turn) else "left_name", name=_name(scene))


def _place(session: Session) -> tuple[State, str, int]:
    """Name what a screen is about; a question is the same whichever of its items it asks for."""
    return session.state, session.question, 0 if session.state is State.ASKING else session.item


def _skipped(scene: Scene, turn: Turn) -> bool:
    """Tell whether the chat went on to what comes later, past a question or a group that is still open."""
    before, after = scene.session, turn.session
    if not {before.state, after.state} <= ASKED:
        return False
    group = scene.pack.group_of.get(before.question, ()) if before.state is State.GROUP else ()
    onward = after.question in scene.pack.after(before.question) and after.question not in group
    return onward and (before.state is State.ASKING or any(entry.open for entry in members(scene)))


def _name(scene: Scene) -> str:
    state = scene.session.state
    if state is State.ASKING:
        return scene.entry.question.label
    if state is State.GROUP:
        return group_name(scene)
    if state in TITLES:
        return scene.say(TITLES[state])
    return clipped(screen(scene)[0].split("\n", 1)[0], LONGEST)
