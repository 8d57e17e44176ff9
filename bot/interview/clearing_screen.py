"""What is shown before an answer is taken back: what will go, and that it can be undone."""

from __future__ import annotations

from bot.interview.events import Button
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, answer_line


def clearing_text(scene: Scene) -> str:
    """Ask whether the answer is to go."""
    return scene.say("clear_ask", answer=answer_line(scene, scene.entry))


def clearing_rows(scene: Scene) -> Rows:
    """Offer to take it back, or not to."""
    return (tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in ("clear_yes", "clear_no")),)
