"""The step at a list that takes one more message, which may go on with a line an app cut; places no item itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.interview.answers import Refused
from bot.interview.events import Answer, Fact, Turn
from bot.interview.facts import answer_of
from bot.interview.inputs import Said
from bot.interview.items import items_of
from bot.interview.lists import added, adopted, linked, too_much
from bot.interview.pack import Kind
from bot.interview.pasted import goes_on, seam
from bot.interview.scene import Scene
from bot.interview.turns import said, shown
from bot.interview.values import Value


def unended(scene: Scene, given: Said) -> Answer | None:
    """Give the item of a list that this message goes on with: an app cut what was pasted in the middle of a line."""
    last = max(scene.entry.answers, key=lambda answer: answer.item, default=None)
    if last is None or scene.entry.question.kind is not Kind.LIST or not goes_on(last.typed, last.at, given.at):
        return None
    return None if seam(last.typed, given.text) == "\n" else last


def last_line(cut: Answer, given: Said) -> str:
    """Put the line that was cut before the message that goes on with it."""
    return cut.typed.rpartition("\n")[2] + seam(cut.typed, given.text) + given.text


def collect(scene: Scene, given: Said, values: Sequence[Value], cut: Answer | None) -> Turn:
    """Add what one message says to a list, the first of it perhaps to the item left unended, and show the list."""
    facts: tuple[Fact, ...] = adopted(scene, given.at)
    scene = scene.after(facts)
    read = [linked(scene, value) for value in values]
    if wrong := next((value for value in read if isinstance(value, Refused)), None):
        return said(scene, scene.say(f"refused_{wrong.code}", **wrong.facts))
    answers = [
        answer_of(scene, value, given.text, given.at, given.message) for value in read if not isinstance(value, Refused)
    ]
    before = len(facts)
    if cut:
        facts += (answers.pop(0)._replace(item=cut.item, position=cut.position),)
    facts += added(scene.after(facts), answers)
    after = scene.after(facts)
    if refusal := too_much(after):
        return said(scene, refusal)
    new, count = len(facts) > before, len(items_of(after.entry))
    return shown(after.at(item=0), facts, scene.say("item_added" if new else "item_known", count=count))
