"""Where one goes from a question: back to where it was entered from, or on to the next; reads no answer."""

from __future__ import annotations

from bot.interview import group
from bot.interview.events import Fact, Turn
from bot.interview.reading_steps import back_to_reading
from bot.interview.scene import Scene
from bot.interview.session import State
from bot.interview.turns import arrive, returned, section_done


def go_on(scene: Scene, facts: tuple[Fact, ...] = (), notice: str = "", read: str = "") -> Turn:
    """Go where an answered question was entered from, or to the next that is still open; `scene` holds the facts."""
    if scene.session.via == State.GROUP:
        return group.answered(scene, facts, notice, read)
    if scene.session.via:
        return go_back(scene, facts, notice, read)
    here, following = scene.section, scene.next_open()
    leaves = following is None or scene.pack.section_of[following.question.id] is not here
    if leaves and not any(other.owed for other in scene.applying(here)):
        notice = "\n".join(filter(None, (notice, section_done(scene, here))))
    return arrive(scene, following, facts, notice, understood=read)


def go_back(scene: Scene, facts: tuple[Fact, ...] = (), notice: str = "", read: str = "") -> Turn:
    """Go back to the state a question was entered from; to the draft where the question is printed."""
    if scene.session.via == State.READING:
        return back_to_reading(scene, facts, notice, read)
    return returned(scene, facts, notice, understood=read)
