"""Which sentences were looked over and still read so; derived from the marks and the draft, stored nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from bot.interview.approval import Checked, Unchecked
from bot.interview.known import Standing
from bot.interview.pack import Section
from bot.interview.passages import Passage, Sentence
from bot.interview.rewording import unnumbered
from bot.interview.scene import Scene


def mark_on(scene: Scene, sentence: Sentence) -> Checked | None:
    """Give the mark on a sentence as it reads now; None where there is none, or it read otherwise then.

    The number of a run, 一是, is no part of it: it changes with other sentences.
    """
    return _mark(scene, sentence.id, unnumbered(sentence))


def _mark(scene: Scene, sentence: str, text: str) -> Checked | None:
    year = scene.session.year
    marks = (mark for mark in scene.dossier.checks if (mark.year, mark.sentence) == (year, sentence))
    return next((mark for mark in marks if mark.text == text), None)


def outdated(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence was looked over and reads otherwise now."""
    year = scene.session.year
    marks = (mark for mark in scene.dossier.checks if (mark.year, mark.sentence) == (year, sentence.id))
    return any(mark.text != unnumbered(sentence) for mark in marks)


def passage_marks(scene: Scene, passage: Passage) -> tuple[Checked, ...]:
    """Give the marks on a paragraph, one a sentence; none unless each of its sentences has one."""
    marks = [mark_on(scene, sentence) for sentence in passage.sentences]
    return () if None in marks else tuple(mark for mark in marks if mark)


def unchecked(scene: Scene) -> tuple[Passage, ...]:
    """Give the paragraphs of the draft that are not looked over as they read now."""
    return tuple(passage for passage in scene.passages if not passage_marks(scene, passage))


def checked(scene: Scene, section: Section) -> bool:
    """Tell whether a section is looked over: all it prints as it reads now, and nothing of it is owed.

    A section that prints nothing is, when its answers are as they were looked over.
    """
    if not any(mark.year == scene.session.year for mark in scene.dossier.checks):
        return False
    if any(entry.owed or entry.standing is Standing.LATER for entry in scene.applying(section)):
        return False
    passages = _passages(scene, section)
    if not passages:
        return _mark(scene, *_unprinted(scene, section)) is not None
    return all(passage_marks(scene, passage) for passage in passages)


def check(scene: Scene, passages: Iterable[Passage], at: datetime) -> tuple[Checked, ...]:
    """Mark the sentences of paragraphs that are not marked as they read."""
    return _marks(scene, ((each.id, unnumbered(each)) for passage in passages for each in passage.sentences), at)


def uncheck(scene: Scene, passage: Passage, at: datetime) -> tuple[Unchecked, ...]:
    """Take the marks of a paragraph back."""
    year = scene.session.year
    marks = (mark_on(scene, sentence) for sentence in passage.sentences)
    return tuple(Unchecked(year, mark.sentence, at) for mark in marks if mark)


def check_section(scene: Scene, section: Section, at: datetime) -> tuple[Checked, ...]:
    """Mark what a section prints, or its answers where it prints nothing."""
    passages = _passages(scene, section)
    return check(scene, passages, at) if passages else _marks(scene, [_unprinted(scene, section)], at)


def check_all(scene: Scene, at: datetime) -> tuple[Checked, ...]:
    """Mark every section."""
    return tuple(mark for section in scene.pack.sections for mark in check_section(scene, section, at))


def _passages(scene: Scene, section: Section) -> list[Passage]:
    return [passage for passage in scene.passages if passage.section == section.id]


def _unprinted(scene: Scene, section: Section) -> tuple[str, str]:
    """Give what a mark on a section without text is on: its key, and a digest of its answers."""
    answers = "\n".join(f"{entry.question.id} {entry.standing} {entry.text}" for entry in scene.applying(section))
    return f"={section.id}", sha256(answers.encode()).hexdigest()[:16]


def _marks(scene: Scene, sentences: Iterable[tuple[str, str]], at: datetime) -> tuple[Checked, ...]:
    by = scene.writer
    return tuple(
        Checked(scene.session.year, sentence, text, at, by)
        for sentence, text in dict(sentences).items()
        if _mark(scene, sentence, text) is None
    )
