"""What one paragraph of the draft shows: its sentences numbered, each with what it came from, and what can be done.

`question` names a sentence of the paragraph; where `item` is not 0, that sentence alone is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.interview.amended_screen import about_lines, amendment_rows, stale_line
from bot.interview.amendment_states import Standing, standing_of, standings
from bot.interview.checking_screen import check_buttons, sentence_mark, who_checked
from bot.interview.events import Button
from bot.interview.passages import Passage, Sentence
from bot.interview.rewriting import of_passage
from bot.interview.scene import Scene
from bot.interview.screen_parts import CIRCLED, Rows, short, wrapped

MOST_LABELS = 3
"""So many questions are named as where a sentence comes from; of more it is told how many there are."""


def passage_at(scene: Scene) -> Passage | None:
    """Give the paragraph the chat is at: the one that holds the sentence the session names; None where it is gone."""
    holds = (each for each in scene.passages if any(part.id == scene.session.question for part in each.sentences))
    return next(holds, None)


def questions_in(passage: Passage) -> set[str]:
    """Name the questions a paragraph prints."""
    return {id_ for sentence in passage.sentences for span in sentence.spans for id_ in span.questions}


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


def chosen(scene: Scene) -> Sentence | None:
    """Give the sentence that is chosen; None where the paragraph is looked at as a whole."""
    passage = passage_at(scene)
    if not passage or not scene.session.item:
        return None
    return next((each for each in passage.sentences if each.id == scene.session.question), None)


def passage_text(scene: Scene) -> str:
    """Show the paragraph the chat is at, or the sentence chosen of it."""
    passage = passage_at(scene)
    return "\n".join(_lines(scene, passage)) if passage else scene.say("read_nothing")


def _lines(scene: Scene, passage: Passage) -> Iterator[str]:
    of = {each.amended.sentence: each for each in standings(scene)}
    if one := chosen(scene):
        number = passage.sentences.index(one) + 1
        yield scene.say("passage_one", number=passage.number, sentence=number)
        yield from _sentence(scene, one, circled(number), of.get(one.id))
        if standing := of.get(one.id):
            yield from about_lines(scene, standing)
        return
    yield scene.say("passage_title", number=passage.number)
    for number, sentence in enumerate(passage.sentences, 1):
        yield from _sentence(scene, sentence, circled(number), of.get(sentence.id))
    here = {sentence.id for sentence in passage.sentences}
    for standing in (of[each.sentence] for each in of_passage(scene, passage) if each.sentence not in here):
        text = standing.original.text if standing.original else standing.amended.text
        yield scene.say("passage_out", text=text)
    if told := who_checked(scene, (passage,)):
        yield told
    yield scene.say("passage_hint")


def _sentence(scene: Scene, sentence: Sentence, number: str, standing: Standing | None) -> Iterator[str]:
    mark = scene.say("mark_amended") if sentence.amended else ""
    yield f"{number}{sentence_mark(scene, sentence)}{mark}{sentence.text}"
    if told := origin(scene, sentence):
        yield told
    if standing and not chosen(scene):
        yield from (stale_line(scene, old) for old in standing.old)


def passage_rows(scene: Scene) -> Rows:
    """Offer what can be done about the paragraph or the sentence chosen, and the ways out."""
    passage = passage_at(scene)
    if passage is None:
        return ((Button("read", scene.say("button_read")),),)
    change = (Button("rewrite", scene.say("button_rewrite")), Button("remove", scene.say("button_remove_text")))
    ways = (Button("read", scene.say("button_read")), Button("menu", scene.say("button_menu")))
    one = chosen(scene)
    if one:
        standing = standing_of(scene, one.id)
        about = amendment_rows(scene, standing) if standing else ()
        count = scene.pack.wordings.get(one.id, 1)
        other = ((Button("other", scene.say("button_other_wording")),),) if count > 1 and not one.amended else ()
        return (change, *other, *about, *_questions(scene, one), (Button("all", scene.say("button_passage")), *ways))
    numbers = tuple(Button(f"s{at}", circled(at)) for at in range(1, len(passage.sentences) + 1)[:20])
    more = [Button("add", scene.say("button_add"))]
    if of_passage(scene, passage):
        more.append(Button("back", scene.say("button_restore_all")))
    checks = check_buttons(scene, (passage,), "passage")
    return (*wrapped(numbers, 5), change, (*more, *checks), *_beside(scene, passage), ways)


def _questions(scene: Scene, sentence: Sentence) -> Iterator[tuple[Button, ...]]:
    """Offer to change the answers a sentence comes from."""
    for id_ in questions_of(scene, sentence)[:MOST_LABELS]:
        yield (Button(f"q{id_}", short(scene, "button_answer", scene.pack.questions[id_].label)),)


def _beside(scene: Scene, passage: Passage) -> Iterator[tuple[Button, ...]]:
    beside = []
    if passage.number > 1:
        beside.append(Button(f"p{passage.number - 1}", scene.say("button_previous_paragraph")))
    if passage.number < len(scene.passages):
        beside.append(Button(f"p{passage.number + 1}", scene.say("button_next_paragraph")))
    if beside:
        yield tuple(beside)
