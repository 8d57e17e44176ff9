"""What the choice of a 题单 shows: each sheet with how many questions it has; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button
from bot.interview.outline import MISSING, WHOLE, holder_of, is_missing, listed, sheets
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, wrapped


def outline_text(scene: Scene) -> str:
    """Say what a sheet is for."""
    return scene.say("outline_ask")


def outline_rows(scene: Scene) -> Rows:
    """Offer every sheet that holds a question: all, what is missing, and one for each holder."""
    buttons = list(_buttons(scene))
    general = tuple(button for button in buttons if button.id in (WHOLE, MISSING))
    holders = tuple(button for button in buttons if button not in general)
    return (general, *wrapped(holders, 1), (Button("menu", scene.say("button_menu")),))


def _buttons(scene: Scene) -> Iterator[Button]:
    for which in sheets(scene.pack):
        entries = listed(scene, which)
        holder = holder_of(scene.pack, which)
        owed = sum(map(is_missing, entries))
        form = which if not holder else "owing" if owed else "holder"
        if entries:
            yield Button(which, scene.say(f"button_outline_{form}", count=len(entries), holder=holder, owed=owed))
