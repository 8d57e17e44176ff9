"""Takes back a member's last change, and then the one before; what is undone is said anew as it was before.

The history is only added to: an undo is a change of its own, whose source says so, and it takes none back twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.interview.amendments import Act, Amended, Place
from bot.interview.branches import turned
from bot.interview.changed_notice import told
from bot.interview.changes import changed
from bot.interview.events import Answer, Change, Cleared, Turn
from bot.interview.inputs import Commanded, Edited, Input, Pressed, Said
from bot.interview.pack import Pack
from bot.interview.passage_screen import passage_at
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_text, clipped
from bot.interview.session import State
from bot.interview.turns import arrive, said, shown, stayed

UNDONE = "undone"

MOST_TOLD, MOST_TEXT = 5, 60

Key = tuple[int | None, str, int]
"""The year, and what a change is about: a question and an item of it, or a sentence, which has none."""

SENTENCE = -1


def looks_back(pack: Pack, given: Input) -> bool:
    """Tell whether an input is about what was, so that the history has to be loaded; 照存 may store a correction."""
    match given:
        case Edited():
            return True
        case Commanded(name=name):
            return name == "undo"
        case Pressed(choice=choice):
            return choice in ("undo", "keep")
        case Said(text=text):
            return text.strip() in (pack.phrases["button_undo"], pack.phrases["button_keep"])
    return False


def undo(scene: Scene, given: Input) -> Turn:
    """Take back this member's last change of the year's draft, unless somebody else changed the same since."""
    changes = [change for change in scene.dossier.history.changes if _counts(scene, change)]
    last = _last(changes)
    if not last:
        return said(scene, scene.say("undo_none"))
    if other := _other(scene, changes, last):
        return said(scene, _refusal(scene, other))
    facts = tuple(_restored(scene, changes, last, given))
    words = tuple(fact for fact in facts if isinstance(fact, Amended))
    return _words_back(scene, words) if words else _answers_back(scene, facts)


def _counts(scene: Scene, change: Change) -> bool:
    """Tell whether a change is of this year's draft, and not of a question that is gone."""
    fact = change.fact
    if isinstance(fact, Amended):
        return fact.year == scene.session.year
    return fact.year in (scene.session.year, None) and fact.question in scene.pack.questions


def _words_back(scene: Scene, facts: tuple[Amended, ...]) -> Turn:
    """Tell which sentences read otherwise now; and stay, unless what was looked at is gone."""
    after = scene.after(facts)
    changes = told(after, changed(scene.passages, after.passages))
    return shown(_standing(after), facts, "\n".join(filter(None, (scene.say("undone_words"), changes))))


def _standing(scene: Scene) -> Scene:
    """Give way to the draft where the paragraph is gone, and to the list of own words where one of them was open."""
    if scene.session.state is State.AMENDED:
        return scene.at(question="")
    gone = scene.session.state in (State.PASSAGE, State.AMENDING) and passage_at(scene) is None
    return scene.at(state=State.READING, question="", item=0) if gone else scene


def _answers_back(scene: Scene, facts: tuple[Answer | Cleared | Amended, ...]) -> Turn:
    """Tell what each answer was and is; show it where questions are asked."""
    after = scene.after(facts)
    questions = [*dict.fromkeys(fact.question for fact in facts if not isinstance(fact, Amended))]
    notice = "\n".join(filter(None, (_told(scene, after, questions), turned(scene, after, facts))))
    there = after.known.entries.get(questions[0])
    if scene.session.state is State.ASKING and there and there.applies:
        return arrive(after, there, facts, notice, via=scene.session.via)
    return stayed(_standing(after), facts, notice)


def _key(change: Change) -> Key:
    if isinstance(change.fact, Amended):
        return change.fact.year, change.fact.sentence, SENTENCE
    return change.fact.year, change.fact.question, change.fact.item


def _last(changes: Sequence[Change]) -> list[int]:
    """Give the places of the changes of the member's last input that is not undone."""
    done: list[list[int]] = []
    for places in _inputs(changes):
        if not changes[places[0]].fact.source.startswith(UNDONE):
            done.append(places)
            continue
        keys = {_key(changes[place]) for place in places}
        matching = (each for each in reversed(done) if {_key(changes[place]) for place in each} == keys)
        if each := next(matching, None):
            done.remove(each)
    return done[-1] if done else []


def _inputs(changes: Sequence[Change]) -> Iterator[list[int]]:
    """Put the member's changes together that one input made: those of one moment, and of no two messages."""
    places: list[int] = []
    for place, change in enumerate(changes):
        if not change.mine:
            continue
        if places and not _together(changes[places[-1]].fact, change.fact):
            yield places
            places = []
        places.append(place)
    if places:
        yield places


def _together(before: Answer | Cleared | Amended, fact: Answer | Cleared | Amended) -> bool:
    """Tell whether two changes in a row were made by one input, which gives answers or words but never both."""
    if isinstance(before, Amended) is not isinstance(fact, Amended):
        return False
    numbers = {each.message for each in (before, fact) if not isinstance(each, Cleared) and each.message is not None}
    undone = {each.source.startswith(UNDONE) for each in (before, fact)}
    return before.at == fact.at and len(undone) == 1 and (len(numbers) < 2 or undone == {True})


def _other(scene: Scene, changes: Sequence[Change], last: Sequence[int]) -> Change | None:
    """Find what somebody else did since to the same answers; to a list that was said to be empty, anything."""
    keys = {_key(changes[place]) for place in last}
    lists = {key[:2] for key in keys if not key[2] and scene.pack.questions[key[1]].collects}
    later = (change for change in changes[last[0] + 1 :] if not change.mine)
    return next((change for change in later if _key(change) in keys or _key(change)[:2] in lists), None)


def _restored(
    scene: Scene, changes: Sequence[Change], last: Sequence[int], given: Input
) -> Iterator[Answer | Cleared | Amended]:
    """Give what makes each answer and sentence again what it was before the changes; what came last goes first."""
    by = scene.writer
    first = {_key(changes[place]): place for place in reversed(last)}
    for key, place in sorted(first.items(), key=lambda each: -each[1]):
        before = next((change.fact for change in reversed(changes[:place]) if _key(change) == key), None)
        made = changes[place].fact
        if isinstance(made, Amended):
            yield _words_before(made, before, given, by)
        elif isinstance(before, Answer):
            old = before.source.removeprefix(UNDONE).removeprefix(":")
            source = UNDONE if old in ("", "typed") else f"{UNDONE}:{old}"
            yield before._replace(at=given.at, by=by, source=source)
        else:
            yield Cleared(*key, given.at, UNDONE)


def _words_before(made: Amended, before: object, given: Input, by: str) -> Amended:
    """Give the own words that stood before; none where the answers wrote the sentence, or it was not there."""
    if isinstance(before, Amended):
        return replace(before, at=given.at, by=by, source=UNDONE)
    if made.place is Place.NONE:
        return Amended(made.year, made.sentence, Act.UNDO, given.at, by=by, source=UNDONE)
    return replace(made, act=Act.REMOVE, at=given.at, by=by, message=None, source=UNDONE)


def _told(before: Scene, after: Scene, questions: Iterable[str]) -> str:
    """Say of each question what it was and is now."""
    lines = []
    for id_ in questions:
        was, now = (clipped(_text(scene, id_), MOST_TEXT) for scene in (before, after))
        lines.append(after.say("undone", label=after.pack.questions[id_].label, was=was, now=now))
    return "\n".join(lines[:MOST_TOLD])


def _text(scene: Scene, id_: str) -> str:
    entry = scene.known.entries[id_]
    return answer_text(scene, entry) if entry.answers else scene.say("nothing_yet")


def _refusal(scene: Scene, other: Change) -> str:
    """Say who changed the same since."""
    fact = other.fact
    by = "" if isinstance(fact, Cleared) else fact.by
    name = by or scene.say("somebody")
    if isinstance(fact, Amended):
        return scene.say("undo_other_words", name=name)
    return scene.say("undo_other", label=scene.pack.questions[fact.question].label, name=name)
