"""What the review of a section shows: every answer on a numbered line, what is set aside, what can be pressed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.branches import aside
from bot.interview.comparison import with_last_year
from bot.interview.events import Button
from bot.interview.known import Entry, Standing
from bot.interview.pack import Kind
from bot.interview.progress import progress
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, answer_line, wrapped

FIGURES = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT})
"""Kinds whose answers are short, and plain as an example."""


def review_text(scene: Scene) -> str:
    """Show every answer of the section the chat is in."""
    return "\n".join(_lines(scene))


def _lines(scene: Scene) -> Iterator[str]:
    far = progress(scene, scene.section)
    yield scene.say("review_title", section=scene.section.title, done=far.done, total=far.total)
    for number, entry in enumerate(scene.counted(scene.section), 1):
        yield scene.say("review_line", number=number, answer=review_line(scene, entry))
    entries = [scene.known.entries[question.id] for question in scene.section.questions]
    for label, count in aside(scene, entries).items():
        yield scene.say("review_aside", count=count, label=label)
    if count := len(scene.optional(scene.section)):
        yield scene.say("review_more", count=count)
    example = example_line(scene)
    yield scene.say("review_hint", example=example) if example else scene.say("review_hint_plain")


def example_line(scene: Scene) -> str:
    """Give one of the lines there, changed, as it may be typed; "" where none takes a short answer."""
    return next(_examples(scene), "")


def _examples(scene: Scene) -> Iterator[str]:
    """Give lines as they may be typed, those of figures first: the number, and the example of its question."""
    lines = [(at, entry.question) for at, entry in enumerate(scene.counted(scene.section), 1)]
    for figures in (True, False):
        for number, question in lines:
            if question.example and not question.collects and (question.kind in FIGURES) is figures:
                yield f"{number} {question.example}"


def review_line(scene: Scene, entry: Entry) -> str:
    """Write one answer, or that there is none; a default in effect says that it is one."""
    if not entry.answers:
        return scene.say("review_open", label=entry.question.label)
    if not entry.stored:
        return answer_line(scene, entry, scene.say("review_carried" if entry.carried else "review_default"))
    if entry.standing is Standing.LATER:
        return answer_line(scene, entry, entry.question.holder)
    return answer_line(scene, entry, with_last_year(scene, entry))


def review_rows(scene: Scene) -> Rows:
    """Offer each line, to say that all is right or to answer what is open, and the ways out."""
    entries = scene.counted(scene.section)
    numbers = tuple(Button(f"q:{entry.question.id}", str(number)) for number, entry in enumerate(entries, 1))
    on = "go" if any(entry.owed for entry in entries) else "right"
    last = tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in (on, "undo", "menu"))
    count = len(scene.optional(scene.section))
    more = ((Button("more", scene.say("button_more", count=count)),),) if count else ()
    return (*wrapped(numbers, 5), *more, last)
