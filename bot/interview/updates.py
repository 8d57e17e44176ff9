"""The questions changed since a chat was last here: where it is now, what is told, and what must be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.interview.asked import Asked
from bot.interview.events import Say, Turn
from bot.interview.inputs import Input, Pressed, Said
from bot.interview.known import Entry
from bot.interview.scene import Scene
from bot.interview.session import Session, State
from bot.interview.turns import arrive, shown

_ANSWERING = frozenset(
    {State.ASKING, State.GROUP, State.ITEM, State.OFFERS, State.CLEARING, State.REVIEW, State.HELD, State.CLASHING}
)
"""The states where what is said answers a question."""

MOST_NAMED = 3
"""So many questions are named, of each sort of change."""


def renamed(scene: Scene) -> Scene:
    """Give the moment at the question that was renamed, under its name of now."""
    now = scene.pack.called_now.get(scene.session.question)
    return scene.at(question=now) if now else scene


def gone(scene: Scene) -> Turn | None:
    """Go on behind the question the chat was at, where it is no longer asked; None where it is, or never was."""
    session, pack = scene.session, scene.pack
    order = [asked.id for asked in scene.dossier.earlier]
    if session.question in pack.questions or session.question not in order or session.state not in _ANSWERING:
        return None
    (label,) = (asked.label for asked in scene.dossier.earlier if asked.id == session.question)
    behind = _now(scene, order[order.index(session.question) + 1 :])
    free = scene.at(question="", via="", item=0, held=())
    return arrive(free, next(behind, None), (), scene.say("update_gone", label=label))


def _now(scene: Scene, questions: Iterable[str]) -> Iterator[Entry]:
    """Give the entries of questions of an earlier version that are still asked."""
    entries, called_now = scene.known.entries, scene.pack.called_now
    for id_ in questions:
        now = called_now.get(id_, id_)
        if now in entries and entries[now].applies:
            yield entries[now]


def look_again(scene: Scene, session: Session, given: Input) -> Turn | None:
    """Show the screen anew where what was said to it may mean something else by now; None where it may not.

    `session`: as it was stored.
    """
    if not isinstance(given, Said | Pressed) or session.state not in _ANSWERING:
        return None
    before, now = scene.dossier.earlier, scene.pack.as_asked
    called_now = scene.pack.called_now
    seen = [(called_now.get(asked.id, asked.id), asked.mark) for asked in _together(before, session.question)]
    if seen and seen == [(asked.id, asked.mark) for asked in _together(now, scene.session.question)]:
        return None
    return shown(scene.at(held=()), notice=scene.say("update_look"))


def _together(asked: tuple[Asked, ...], question: str) -> list[Asked]:
    """Give a question and those of its group, in order."""
    about = next((each for each in asked if each.id == question), None)
    if about is None:
        return []
    return [each for each in asked if each is about or (about.group and each.group == about.group)]


def told(scene: Scene, turn: Turn) -> Turn:
    """Tell first what changed in the questions, where something did."""
    text = "\n".join(_lines(scene))
    return replace(turn, replies=(Say(text), *turn.replies)) if text else turn


def _lines(scene: Scene) -> Iterator[str]:
    changes = list(_changes(scene))
    if not changes:
        return
    yield scene.say("update_told", changes="、".join(changes))
    if scene.session.year in scene.dossier.years:
        again = [entry.question.label for entry in scene.known.entries.values() if entry.applies and entry.unfit]
        if again:
            yield scene.say("update_again", count=len(again), labels=_named(scene, again))


def _changes(scene: Scene) -> Iterator[str]:
    pack = scene.pack
    before = {pack.called_now.get(asked.id, asked.id): asked for asked in scene.dossier.earlier}
    now = {asked.id: asked for asked in pack.as_asked}
    sorts = {
        "added": [asked.label for id_, asked in now.items() if id_ not in before],
        "removed": [asked.label for id_, asked in before.items() if id_ not in now],
        "renamed": [now[id_].label for id_, asked in before.items() if id_ in now and asked.id != id_],
        "changed": [now[id_].label for id_, asked in before.items() if id_ in now and asked.mark != now[id_].mark],
    }
    for sort, labels in sorts.items():
        if labels:
            yield scene.say(f"update_{sort}", count=len(labels), labels=_named(scene, labels))


def _named(scene: Scene, labels: list[str]) -> str:
    few = "、".join(labels[:MOST_NAMED])
    return few if len(labels) <= MOST_NAMED else scene.say("caption_more", labels=few)
