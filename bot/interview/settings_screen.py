"""What the settings show: the year, and the choices of form with what is in effect; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button
from bot.interview.known import Entry
from bot.interview.review_screen import review_line
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, short, wrapped


def settings_text(scene: Scene) -> str:
    """Say what is in effect."""
    return "\n".join(_lines(scene))


def _lines(scene: Scene) -> Iterator[str]:
    yield scene.say("settings_title", year=scene.session.year)
    for number, entry in enumerate(settings(scene), 1):
        yield scene.say("review_line", number=number, answer=review_line(scene, entry))
    yield scene.say("settings_hint")


def settings(scene: Scene) -> list[Entry]:
    """Give the questions that wait here."""
    return [entry for entry in scene.known.entries.values() if entry.question.setting and entry.applies]


def settings_rows(scene: Scene) -> Rows:
    """Offer each choice of form, the unit's profile, another year, and the way back."""
    forms = tuple(
        Button(f"q:{entry.question.id}", short(scene, "settings_button", entry.question.label, number=number))
        for number, entry in enumerate(settings(scene), 1)
    )
    kept = tuple(Button(f"s:{section.id}", section.title) for section in scene.pack.sections if section.kept)
    last = tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in ("year", "undo", "menu"))
    return (*wrapped(forms, 2), *wrapped(kept, 2), last)
