"""How each amendment stands: where it is printed, which answers in it are old, and which have no sentence any more."""

from __future__ import annotations

from dataclasses import dataclass

from bot.interview.amendments import Act, Amended, Place
from bot.interview.passages import Passage, Sentence
from bot.interview.scene import Scene
from bot.interview.ties import Stale, stale


@dataclass(frozen=True, slots=True)
class Standing:
    """An amendment, the sentence as the answers write it, the paragraph it is in (0: in none), what in it is old.

    `useless`: the sentence it is about does not stand, and neither do its words.
    """

    amended: Amended
    original: Sentence | None = None
    passage: int = 0
    old: tuple[Stale, ...] = ()
    useless: bool = False


def standings(scene: Scene) -> tuple[Standing, ...]:
    """Tell of every amendment of the year that was not undone, in the order of the text, those in no paragraph last."""
    current = [each for each in scene.amendments if each.act is not Act.UNDO]
    if not current:
        return ()
    printed = {sentence.id: (each.number, at) for each, at, sentence in _placed(scene.passages)}
    before = {sentence.id: sentence for _, _, sentence in _placed(scene.unamended)}
    found = [_standing(scene, each, before, printed.get(each.sentence, (0, 0))[0]) for each in current]
    return tuple(sorted(found, key=lambda each: printed.get(each.amended.sentence, (10_000, 0))))


def outdated(scene: Scene) -> int:
    """Count the amendments that say something older than the answers."""
    return sum(bool(each.old) for each in standings(scene))


def standing_of(scene: Scene, sentence: str) -> Standing | None:
    """Tell of the amendment of one sentence; None where it has none."""
    return next((each for each in standings(scene) if each.amended.sentence == sentence), None)


def _placed(passages: tuple[Passage, ...]) -> list[tuple[Passage, int, Sentence]]:
    return [(passage, at, sentence) for passage in passages for at, sentence in enumerate(passage.sentences)]


def _standing(scene: Scene, amended: Amended, before: dict[str, Sentence], passage: int) -> Standing:
    original = before.get(amended.sentence)
    gone = original is None if amended.place is Place.NONE else amended.act is Act.ADD and not passage
    old = () if gone else stale(amended, original, scene.known)
    return Standing(amended, original, passage, old, gone)
