"""What an answer to one question does to others: those it sets aside, and those it brings back; derived each time."""

from __future__ import annotations

from collections.abc import Iterable

from bot.interview.events import Answer, Cleared, Fact
from bot.interview.known import Entry
from bot.interview.scene import Scene


def turned(before: Scene, after: Scene, facts: Iterable[Fact]) -> str:
    """Say how many answers a turn set aside or brought back; "" where none."""
    causes = {condition.question for question in before.pack.asked.values() for condition in question.when}
    if not any(isinstance(fact, Answer | Cleared) and fact.question in causes for fact in facts):
        return ""
    hidden = shown = 0
    for id_, question in before.pack.asked.items():
        if question.when and (was := before.known.entries[id_]).stored and after.known.entries[id_].stored:
            now = after.known.entries[id_].applies
            hidden += was.applies and not now
            shown += now and not was.applies
    told = [after.say("set_aside", count=hidden)] if hidden else []
    return "\n".join([*told, *([after.say("brought_back", count=shown)] if shown else [])])


def aside(scene: Scene, entries: Iterable[Entry]) -> dict[str, int]:
    """Count the answers whose branch is not taken, by the label of the question that decides it."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.stored and not entry.applies:
            unmet = next(condition for condition in entry.question.when if not scene.known.meets(condition))
            label = scene.known.entries[unmet.question].question.label
            counts[label] = counts.get(label, 0) + 1
    return counts
