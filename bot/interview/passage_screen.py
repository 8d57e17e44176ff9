"""What one paragraph of the draft shows: its sentences numbered, each with what it came from; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.interview.events import Button
from bot.interview.passages import Passage, Sentence
from bot.interview.scene import Scene
from bot.interview.screen_parts import CIRCLED, Rows

MOST_LABELS = 3
"""So many questions are named as where a sentence comes from; of more it is told how many there are."""


def passage_at(scene: Scene) -> Passage | None:
    """Give the paragraph the chat is at: the one that holds the sentence the session names; None where it is gone."""
    holds = (each for each in scene.passages if any(part.id == scene.session.question for part in each.sentences))
    return next(holds, None)


def questions_of(scene: Scene, sentence: Sentence) -> list[str]:
    """Name the questions a sentence prints or depends on, those of the year before those kept for the unit."""
    printed = [question for span in sentence.spans for question in span.questions]
    found = [id_ for id_ in dict.fromkeys((*printed, *sentence.depends)) if id_ in scene.pack.questions]
    yearly = [id_ for id_ in found if not scene.pack.section_of[id_].kept]
    return yearly or found


def origin(scene: Scene, sentence: Sentence) -> str:
    """Say in short which answers a sentence comes from and who gave them; "" where it comes from none."""
    questions = questions_of(scene, sentence)
    entries = [scene.known.entries[id_] for id_ in questions]
    labels = "、".join(entry.question.label for entry in entries[:MOST_LABELS])
    if len(entries) > MOST_LABELS:
        labels = scene.say("passage_more", labels=labels, count=len(entries))
    people = dict.fromkeys(answer.by for entry in entries for answer in entry.answers if answer.by)
    if people:
        return scene.say("passage_from_by", labels=labels, by="、".join(people))
    return scene.say("passage_from", labels=labels) if labels else ""


def circled(number: int) -> str:
    """Give the sign of a sentence's number: ③, and 21. where there is no such sign."""
    return CIRCLED[number - 1] if number <= len(CIRCLED) else f"{number}."


def passage_text(scene: Scene) -> str:
    """Show the paragraph the chat is at."""
    passage = passage_at(scene)
    return "\n".join(_lines(scene, passage)) if passage else scene.say("read_nothing")


def _lines(scene: Scene, passage: Passage) -> Iterator[str]:
    yield scene.say("passage_title", number=passage.number)
    yield from _sentences(scene, passage.sentences)


def _sentences(scene: Scene, sentences: Sequence[Sentence]) -> Iterator[str]:
    for number, sentence in enumerate(sentences, 1):
        yield f"{circled(number)}{sentence.text}"
        if told := origin(scene, sentence):
            yield told


def passage_rows(scene: Scene) -> Rows:
    """Offer the paragraphs beside it, and the way back to the part it stands in."""
    passage = passage_at(scene)
    number = passage.number if passage else 0
    beside = []
    if number > 1:
        beside.append(Button(f"p{number - 1}", scene.say("button_previous_paragraph")))
    if 0 < number < len(scene.passages):
        beside.append(Button(f"p{number + 1}", scene.say("button_next_paragraph")))
    ways = (Button("read", scene.say("button_read")), Button("menu", scene.say("button_menu")))
    return tuple(row for row in (tuple(beside), ways) if row)
