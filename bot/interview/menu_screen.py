"""What the 目录 shows: each section, how far it is, and what is still open; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.events import Button
from bot.interview.known import Standing
from bot.interview.pack import Section
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, wrapped


def menu_text(scene: Scene) -> str:
    """Say how far the draft is."""
    return "\n".join(_menu_lines(scene))


def _menu_lines(scene: Scene) -> Iterator[str]:
    total = sum(entry.applies for entry in scene.known.entries.values())
    yield scene.in_words(scene.pack.heading)
    yield scene.say("menu_progress", done=total - len(scene.unfinished()), total=total)
    if waiting := scene.waiting():
        yield scene.say("menu_waiting", labels="、".join(entry.question.label for entry in waiting))
    yield scene.say("menu_hint")


def menu_rows(scene: Scene) -> Rows:
    """Offer each section, and what can be done with the whole draft."""
    sections = tuple(
        Button(f"s:{section.id}", f"{number}.{section.title} {_mark(scene, section)}")
        for number, section in enumerate(scene.pack.sections, 1)
    )
    last = [Button("draft", scene.say("button_draft")), Button("year", scene.say("button_year"))]
    if scene.unfinished():
        last.insert(0, Button("go", scene.say("button_continue")))
    return (*wrapped(sections, 2), tuple(last))


def _mark(scene: Scene, section: Section) -> str:
    entries = scene.applying(section)
    later = sum(entry.standing is Standing.LATER for entry in entries)
    if later:
        return scene.say("mark_waiting", count=later)
    if not any(entry.owed for entry in entries):
        return scene.say("mark_done")
    return scene.say("mark_begun" if any(entry.stored for entry in entries) else "mark_new")
