"""Takes back a member's last change, and then the one before; what is undone is answered anew with what was before.

The history is only added to: an undo is a change of its own, whose source says so, and it takes none back twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.interview.branches import turned
from bot.interview.events import Answer, Change, Cleared, Turn
from bot.interview.inputs import Commanded, Edited, Input, Pressed, Said
from bot.interview.pack import Pack
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_text, clipped
from bot.interview.session import State
from bot.interview.turns import arrive, said, stayed

UNDONE = "undone"

MOST_TOLD, MOST_TEXT = 5, 60

Key = tuple[int | None, str, int]


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
    years = (scene.session.year, None)
    known = scene.pack.questions
    changes = [c for c in scene.dossier.history.changes if c.fact.year in years and c.fact.question in known]
    last = _last(changes)
    if not last:
        return said(scene, scene.say("undo_none"))
    if other := _other(scene, changes, last):
        return said(scene, scene.say("undo_other", label=_label(scene, other), name=_by(scene, other)))
    facts = tuple(_restored(scene, changes, last, given))
    after = scene.after(facts)
    questions = [*dict.fromkeys(fact.question for fact in facts)]
    notice = "\n".join(filter(None, (_told(scene, after, questions), turned(scene, after, facts))))
    there = after.known.entries.get(questions[0])
    if scene.session.state is State.ASKING and there and there.applies:
        return arrive(after, there, facts, notice, via=scene.session.via)
    return stayed(after, facts, notice)


def _key(change: Change) -> Key:
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


def _together(before: Answer | Cleared, fact: Answer | Cleared) -> bool:
    """Tell whether two changes in a row were made by one input."""
    numbers = {each.message for each in (before, fact) if isinstance(each, Answer) and each.message is not None}
    undone = {each.source.startswith(UNDONE) for each in (before, fact)}
    return before.at == fact.at and len(undone) == 1 and (len(numbers) < 2 or undone == {True})


def _other(scene: Scene, changes: Sequence[Change], last: Sequence[int]) -> Change | None:
    """Find what somebody else did since to the same answers; to a list that was said to be empty, anything."""
    keys = {_key(changes[place]) for place in last}
    lists = {key[:2] for key in keys if scene.pack.questions[key[1]].collects and not key[2]}
    later = (change for change in changes[last[0] + 1 :] if not change.mine)
    return next((change for change in later if _key(change) in keys or _key(change)[:2] in lists), None)


def _restored(scene: Scene, changes: Sequence[Change], last: Sequence[int], given: Input) -> Iterator[Answer | Cleared]:
    """Give what makes each answer again what it was before the changes; what came last goes first."""
    by = scene.dossier.member.name if scene.dossier.member else ""
    first = {_key(changes[place]): place for place in reversed(last)}
    for key, place in sorted(first.items(), key=lambda each: -each[1]):
        before = next((change.fact for change in reversed(changes[:place]) if _key(change) == key), None)
        if isinstance(before, Answer):
            old = before.source.removeprefix(UNDONE).removeprefix(":")
            source = UNDONE if old in ("", "typed") else f"{UNDONE}:{old}"
            yield before._replace(at=given.at, by=by, source=source)
        else:
            yield Cleared(*key, given.at, UNDONE)


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


def _label(scene: Scene, change: Change) -> str:
    return scene.pack.questions[change.fact.question].label


def _by(scene: Scene, change: Change) -> str:
    name = change.fact.by if isinstance(change.fact, Answer) else ""
    return name or scene.say("somebody")
