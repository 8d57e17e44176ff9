"""What own words make of a paragraph: which of its sentences are amended, removed, added; stores and shows nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.interview.aligning import Change, align
from bot.interview.amendments import Act, Amended, Place, next_added
from bot.interview.passages import Passage, Sentence
from bot.interview.rewording import ordinal, unnumbered
from bot.interview.scene import Scene
from bot.interview.ties import tied


@dataclass(frozen=True, slots=True)
class Words:
    """Words that were given: when, and as which message."""

    text: str
    at: datetime
    message: int | None = None


def rewritten(scene: Scene, passage: Passage, words: Words) -> tuple[Amended, ...]:
    """Amend a paragraph so that it reads as given; a sentence that is as it was is left alone."""
    facts: list[Amended] = []
    for change in align([sentence.text for sentence in passage.sentences], words.text):
        facts += _changed(scene.after(facts), passage, change, words)
    return tuple(facts)


def reworded(scene: Scene, sentence: Sentence, words: Words) -> tuple[Amended, ...]:
    """Amend one sentence; nothing where it reads so already."""
    return () if words.text == sentence.text else (_amended(scene, sentence, words),)


def removed(scene: Scene, sentences: Iterable[Sentence], at: datetime) -> tuple[Amended, ...]:
    """Take sentences out."""
    given = {each.sentence: each for each in scene.amendments}
    out = Amended(scene.session.year, "", Act.REMOVE, at, by=scene.writer)
    return tuple(
        replace(given[each.id], act=Act.REMOVE, at=at, by=scene.writer, message=None)
        if each.id in given and given[each.id].place is not Place.NONE
        else replace(out, sentence=each.id)
        for each in sentences
    )


def added(scene: Scene, passage: Passage, words: Words) -> tuple[Amended, ...]:
    """Add a paragraph behind one."""
    return (_added(scene, passage.sentences[-1], Place.PARAGRAPH, words),)


def restored(scene: Scene, amendments: Iterable[Amended], at: datetime) -> tuple[Amended, ...]:
    """Put sentences back: as the answers write them, or as they were added; what was added goes out."""
    back = {Act.REMOVE: Act.ADD, Act.ADD: Act.REMOVE}
    return tuple(
        Amended(each.year, each.sentence, Act.UNDO, at, by=scene.writer)
        if each.place is Place.NONE
        else replace(each, act=back[each.act], at=at, by=scene.writer, message=None)
        for each in amendments
    )


def of_passage(scene: Scene, passage: Passage) -> tuple[Amended, ...]:
    """Give the amendments of a paragraph: of its sentences, and of those of the same paragraph that are out."""
    here = {sentence.id for sentence in passage.sentences}
    beside = [each for each in scene.amendments if each.place in (Place.BEFORE, Place.AFTER)]
    together = [{each.sentence, each.anchor} for each in beside]
    together += [{sentence.id for sentence in before.sentences} for before in scene.unamended]
    grown = True
    while grown:  # what is out is known by what it stood beside
        wider = here.union(*(ids for ids in together if ids & here))
        grown, here = wider != here, wider
    return tuple(each for each in scene.amendments if each.sentence in here and each.act is not Act.UNDO)


def _changed(scene: Scene, passage: Passage, change: Change, words: Words) -> Iterator[Amended]:
    """Yield what becomes of a run of sentences: the first takes the words, the others go; or new ones come."""
    run = passage.sentences[change.start : change.end]
    given = replace(words, text=change.text)
    if not run:
        first = change.start == 0
        beside = passage.sentences[0 if first else change.start - 1]
        yield _added(scene, beside, Place.BEFORE if first else Place.AFTER, given)
        return
    gone = run
    if change.text:
        yield _amended(scene, run[0], given)
        gone = run[1:]
    yield from removed(scene, gone, words.at)


def _amended(scene: Scene, sentence: Sentence, words: Words) -> Amended:
    """Give a sentence other words; those the answers give it undo what was amended."""
    given = next((each for each in scene.amendments if each.sentence == sentence.id), None)
    by = scene.writer
    if given and given.place is not Place.NONE:
        ties = tied(words.text, None, scene.known)
        return replace(given, act=Act.ADD, text=words.text, ties=ties, at=words.at, by=by, message=words.message)
    original = _original(scene, sentence.id)
    number = ordinal(sentence)
    if original and words.text == number + unnumbered(original):
        return Amended(scene.session.year, sentence.id, Act.UNDO, words.at, by=by, message=words.message)
    ties = tied(words.text, original, scene.known, number)
    text, at, message = words.text, words.at, words.message
    return Amended(scene.session.year, sentence.id, Act.REWRITE, at, text, ties, by=by, message=message)


def _added(scene: Scene, beside: Sentence, place: Place, words: Words) -> Amended:
    section = beside.id.partition(".")[0]
    id_ = f"{section}.+{next_added(scene.amendments, scene.session.year, section)}"
    ties = tied(words.text, None, scene.known)
    year, by = scene.session.year, scene.writer
    return Amended(year, id_, Act.ADD, words.at, words.text, ties, beside.id, place, by, words.message)


def _original(scene: Scene, id_: str) -> Sentence | None:
    return next((each for passage in scene.unamended for each in passage.sentences if each.id == id_), None)
