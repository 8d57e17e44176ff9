"""The items of a list given: each once, in its place, linked to what it is for; changes none but by linking it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.interview.answers import Refused
from bot.interview.entry import Entry
from bot.interview.events import Answer, Fact
from bot.interview.facts import answer_of, cleared
from bot.interview.items import items_of, linked_items, split_link
from bot.interview.pack import Kind
from bot.interview.pasted import goes_on
from bot.interview.reading import MOST_ALL, MOST_ITEMS
from bot.interview.scene import Scene
from bot.interview.values import Nothing, Value, Words


def linked(scene: Scene, value: Value) -> Value | Refused:
    """Read the links an item names at its end, and give it that of the item it is written for."""
    if not isinstance(value, Words) or not scene.entry.question.links:
        return value
    others = linked_items(scene)
    text, numbers = split_link(value.text)
    if any(not 0 < number <= len(others) for number in numbers):
        label = scene.pack.questions[scene.entry.question.links].label
        return Refused("link", {"label": label, "count": str(len(others))})
    ids = [others[number - 1].id for number in numbers]
    if -scene.session.item in {other.id for other in others} and not ids:
        ids = [-scene.session.item]
    return Words(text, tuple(ids))


def too_much(scene: Scene) -> str:
    """Say so where a question has more items, or more text, than any report can use."""
    entry = scene.entry
    if entry.question.kind is Kind.LONG_TEXT:
        return scene.say("refused_too_long", most=MOST_ALL) if len(entry.text) > MOST_ALL else ""
    return scene.say("refused_full", most=MOST_ITEMS) if len(entry.pieces) > MOST_ITEMS else ""


def added(scene: Scene, answers: Sequence[Answer]) -> tuple[Fact, ...]:
    """Give answers their places as items of a list, each value once; a 没有 or the like said before gives way.

    The same words with a link are the item that stands, linked. The pieces of one long text may be alike; those
    that were written first stand first, whichever arrives first.
    """
    given = scene.entry.answers if scene.entry.stored else ()
    facts: list[Fact] = []
    if any(isinstance(answer.value, Nothing) for answer in given) and answers:
        facts += cleared(scene, answers[0].at)
    for answer in answers:
        now = scene.after(facts)
        stored = now.entry.answers if now.entry.stored else ()
        twin = next((other for other in stored if same(now.entry, other.value, answer.value)), None)
        if twin is None:
            facts += _placed(now, answer)
        elif isinstance(answer.value, Words) and {*answer.value.links} - {*_links(twin)}:
            links = tuple(dict.fromkeys((*_links(twin), *answer.value.links)))
            facts.append(twin._replace(value=Words(answer.value.text, links), at=answer.at, by=answer.by))
    return tuple(facts)


def _placed(scene: Scene, answer: Answer) -> list[Fact]:
    """Put a new item behind the others, before those of this chat that were written after it, or into its paste."""
    number = scene.next_item(answer.question)
    stored = list(scene.entry.answers) if scene.entry.stored else []
    new = answer._replace(item=number, position=max([number, *(other.position + 1 for other in stored)]))
    at = _place(scene.entry.question.kind, stored, answer)
    return reordered([*stored[:at], new, *stored[at:]], [*stored, new], {new.item})


def _place(kind: Kind, stored: Sequence[Answer], answer: Answer) -> int:
    """Tell before which of the stored answers a new one belongs; the channel's numbers of messages count first."""
    numbered = [other for other in stored if other.message is not None] if answer.message is not None else []
    later = [other for other in numbered if (other.message or 0) > (answer.message or 0)]
    if later:
        return stored.index(later[0])
    last = max(numbered, key=lambda other: other.message or 0, default=None)
    last = last or max(stored, key=lambda other: (other.at, other.item), default=None)
    if kind is Kind.LONG_TEXT and last and goes_on(last.typed, last.at, answer.at):
        return stored.index(last) + 1
    return len(stored)


def reordered(after: Sequence[Answer], before: Sequence[Answer], new: set[int]) -> list[Fact]:
    """Give answers the places of those that stood there; what keeps its place needs no new row, unless it is new.

    What was typed, when and in which message stays: it tells which pieces belong together.
    """
    return [
        answer._replace(position=there.position)
        for answer, there in zip(after, before, strict=True)
        if answer.position != there.position or answer.item in new
    ]


def same(entry: Entry, one: Value | Nothing, other: Value | Nothing) -> bool:
    """Tell whether two items say the same; the pieces of one long text may be alike."""
    if entry.question.kind is Kind.LONG_TEXT:
        return False
    if isinstance(one, Words) and isinstance(other, Words):
        return one.text == other.text
    return one == other


def _links(answer: Answer) -> tuple[int, ...]:
    return answer.value.links if isinstance(answer.value, Words) else ()


def agreed(scene: Scene, entry: Entry, at: datetime) -> tuple[Fact, ...]:
    """Take what stands without an answer, a default or what is carried over, as the answer of this member."""
    there = scene.at(question=entry.question.id)
    source = "carried" if entry.carried else "confirmed"
    taken = [answer_of(there, answer.value, answer.typed, at, source=source) for answer in entry.answers]
    return added(there, taken) if entry.question.collects and entry.pieces else tuple(taken)


def adopted(scene: Scene, at: datetime) -> tuple[Fact, ...]:
    """Take last year's items as this year's, before one of them is changed or another joins them."""
    entry = scene.entry
    if not entry.carried or not entry.question.collects or not items_of(entry):
        return ()
    taken = [answer_of(scene, answer.value, answer.typed, at, source="carried") for answer in entry.answers]
    return added(scene, taken)
