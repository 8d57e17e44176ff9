"""Tells which sentences a changed answer changed, in short and whole; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.interview.amendment_states import standings
from bot.interview.changes import Change, changed
from bot.interview.events import Answer, Cleared, Dossier, Fact
from bot.interview.scene import Scene

MOST = 5
"""So many changed sentences are told of at once."""


def changes_of(before: Scene, after: Scene, facts: Iterable[Fact]) -> tuple[str, str]:
    """Tell what an answer changed that took the place of an earlier one, in short and whole; "" for a first answer.

    The whole is "" where all of it was told in short.
    """
    if not replaced(before.dossier, facts):
        return "", ""
    found = changed(before.passages, after.passages)
    return "\n".join(filter(None, (told(after, found), left(before, after)))), whole(after, found)


def replaced(dossier: Dossier, facts: Iterable[Fact]) -> bool:
    """Tell whether one of the facts takes the place of an answer that said something else, or takes one away."""
    stored = {(each.year, each.question, each.item): each.value for each in dossier.answers}
    for fact in facts:
        if isinstance(fact, Answer | Cleared):
            key = (fact.year, fact.question, fact.item)
            if key in stored and (isinstance(fact, Cleared) or stored[key] != fact.value):
                return True
    return False


def told(scene: Scene, found: Sequence[Change]) -> str:
    """Tell of changed sentences in short: around what changed, and of so many."""
    lines = [line(scene, change.clipped) for change in found[:MOST]]
    if len(found) > MOST:
        lines.append(scene.say("changed_more", count=len(found) - MOST))
    return "\n".join(lines)


def left(before: Scene, after: Scene) -> str:
    """Tell of own words that have the earlier answer and keep it."""
    if not after.amendments:
        return ""
    known = {(each.amended.sentence, old) for each in standings(before) for old in each.old}
    return "\n".join(
        after.say("changed_not", number=each.passage, old=old.tie.printed, now=old.current)
        for each in standings(after)
        for old in each.old
        if old.tie.at >= 0 and old.current and (each.amended.sentence, old) not in known
    )


def whole(scene: Scene, found: Sequence[Change]) -> str:
    """Tell of changed sentences as they are; "" where that was told already."""
    if len(found) <= MOST and all(change == change.clipped for change in found):
        return ""
    return "\n".join(line(scene, change) for change in found)


def line(scene: Scene, change: Change) -> str:
    """Write one changed sentence: 〔7〕原：… 现：…."""
    if not change.old:
        return scene.say("changed_new", number=change.number, new=change.new)
    if not change.new:
        return scene.say("changed_gone", number=change.number, old=change.old)
    return scene.say("changed", number=change.number, old=change.old, new=change.new)
