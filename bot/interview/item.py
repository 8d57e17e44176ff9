"""The steps at the items of a list: rewritten, moved, deleted and linked, by button, or typed with their number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.interview.answers import Clock, Refused, understand
from bot.interview.events import Answer, Cleared, Fact, Turn
from bot.interview.facts import answer_of
from bot.interview.inputs import Pressed, Said
from bot.interview.items import Item, figures, item_at, items_of, linked_items
from bot.interview.lists import adopted, linked, reordered, same, too_much
from bot.interview.pack import Kind
from bot.interview.reading import one_line
from bot.interview.scene import Scene
from bot.interview.screen_parts import clipped
from bot.interview.screens import keyboard, offered, pressed_by_words
from bot.interview.session import State
from bot.interview.steps import open_menu, refuse_old_button
from bot.interview.turns import said, shown
from bot.interview.values import Nothing, Value, Words

_N = "([0-9０-９]{1,3}|[①-⑳])"
_REWRITE = re.compile(
    rf"改第?{_N}条?(?:[\s:：,，]|[改换写]?[成为])[\s:：,，]*(.+)|第?{_N}条?[改换][成为][\s:：,，]*(.+)"
)
_DELETE = re.compile(rf"(?:删[去除掉]?|去掉)((?:第?{_N}条?[\s、,，和]*)+)|第?{_N}条?(?:删[去除掉]?|去掉)")
_MOVE = re.compile(rf"第?{_N}条?(?:移|挪|调|提|换|放)到?第?{_N}条?(?:的?位置|位)?")


def shortcut(scene: Scene, given: Said) -> Turn | None:
    """Do what is typed with an item's number: 改2 新的话, 删2, 2移到1; None where it is nothing of the kind."""
    text = given.text.strip()
    if "\n" in text and not text.startswith("改"):
        return None
    if found := _MOVE.fullmatch(text):
        one, to = figures(found[0])
        return _moved(scene, one, to, given.at)
    if found := _DELETE.fullmatch(text):
        return _deleted(scene, list(figures(found[0])), given.at)
    if found := re.fullmatch(_REWRITE, text.replace("\n", "\r")):
        number = next(figures(found[1] or found[3]))
        words = (found[2] or found[4]).replace("\r", "\n")
        return _rewritten(scene, number, Said(given.at, words, given.message))
    return None


def _adopted(scene: Scene, at: datetime) -> tuple[Scene, tuple[Fact, ...]]:
    """Make last year's items this year's before one is touched; the chat stays at the one it is at, by its place."""
    facts = adopted(scene, at)
    if not facts:
        return scene, ()
    here = item_at(scene)
    after = scene.after(facts)
    return (after.at(item=items_of(after.entry)[here.number - 1].id) if here else after), facts


def _missing(scene: Scene, numbers: Sequence[int]) -> str:
    """Say which number no item has; "" where all are there."""
    count = len(items_of(scene.entry))
    wrong = next((number for number in numbers if not 0 < number <= count), None)
    return scene.say("no_item", number=wrong, count=count) if wrong is not None else ""


def _moved(scene: Scene, number: int, to: int, at: datetime) -> Turn:
    """Put an item where another stands; those between move up or down by one."""
    if refusal := _missing(scene, (number, to)):
        return said(scene, refusal)
    scene, first = _adopted(scene, at)
    items = items_of(scene.entry)
    order = [*items[: number - 1], *items[number:]]
    order.insert(to - 1, items[number - 1])
    before = [answer for item in items for answer in item.answers]
    after = [answer for item in order for answer in item.answers]
    facts = (*first, *reordered(after, before, set()))
    notice = scene.say("item_moved", number=to) if number != to else scene.say("item_there", number=to)
    return shown(scene.after(facts), facts, notice)


def _deleted(scene: Scene, numbers: Sequence[int], at: datetime) -> Turn:
    """Take items out; the others keep their ids and move up."""
    if refusal := _missing(scene, numbers):
        return said(scene, refusal)
    scene, first = _adopted(scene, at)
    gone = [items_of(scene.entry)[number - 1] for number in dict.fromkeys(numbers)]
    facts = (*first, *(fact for item in gone for fact in _without(scene, item.answers, at)))
    told = (scene.say("item_deleted", number=item.number, text=clipped(item.text)) for item in gone)
    return shown(listing(scene.after(facts)), facts, "\n".join(told))


def _without(scene: Scene, answers: Sequence[Answer], at: datetime) -> list[Fact]:
    return [Cleared(answer.year, answer.question, answer.item, at) for answer in answers]


def _rewritten(scene: Scene, number: int, given: Said) -> Turn:
    """Put new words in an item's place; its id, its place and, where none are named, its links stay."""
    if refusal := _missing(scene, (number,)):
        return said(scene, refusal)
    scene, first = _adopted(scene, given.at)
    items = items_of(scene.entry)
    item = items[number - 1]
    value = _new_value(scene, given, item)
    if isinstance(value, Refused):
        return said(scene, scene.say(f"refused_{value.code}", **value.facts))
    twin = next(
        (other for other in items if other is not item and same(scene.entry, other.answers[0].value, value)), None
    )
    if twin:
        return said(scene, scene.say("item_twin", number=twin.number))
    answer = answer_of(scene, value, given.text, given.at, given.message)
    kept = item.answers[0]
    facts = (
        *first,
        answer._replace(item=kept.item, position=kept.position),
        *_without(scene, item.answers[1:], given.at),
    )
    after = scene.after(facts)
    if refusal := too_much(after):
        return said(scene, refusal)
    text = next(other.text for other in items_of(after.entry) if other.id == item.id)
    return shown(listing(after), facts, scene.say("item_changed", number=number, text=clipped(text)))


def _new_value(scene: Scene, given: Said, item: Item) -> Value | Refused:
    """Read the new words of one item; several lines are one item of a list."""
    kind = scene.entry.question.kind
    text = given.text if kind is Kind.LONG_TEXT else one_line(given.text)
    understood = understand(scene.entry.question, text, Clock(scene.session.year, given.at.date()))
    if isinstance(understood, Refused):
        return understood
    if isinstance(understood, Nothing):
        return Refused("item_nothing")
    if len(understood) > 1:
        return Refused("item_several")
    value = linked(scene, understood[0])
    if isinstance(value, Words) and not value.links:
        return Words(value.text, item.links)
    return value


def listing(scene: Scene) -> Scene:
    """Give the moment back at the whole list."""
    return scene.at(state=State.ASKING, item=0)


def open_item(scene: Scene, id_: str) -> Turn:
    """Show one item, and what can be done with it."""
    return shown(scene.at(state=State.ITEM, item=int(id_)))


def write_for(scene: Scene, id_: str) -> Turn:
    """Take what is written next as being about one item of the other list."""
    return shown(scene.at(item=-int(id_)))


def say_item(scene: Scene, given: Said) -> Turn:
    """Take the words of a button, a change named by number, or else the new words of this item."""
    pressed = pressed_by_words(keyboard(scene), given.text)
    if pressed is not None:
        return press_item(scene, Pressed(given.at, scene.session.screen, pressed))
    if scene.pack.button_words.fullmatch(given.text.strip()):
        return said(scene, scene.say("refused_button", typed=given.text.strip()))
    item = item_at(scene)
    if item is None:
        return close_item(scene, given)
    return shortcut(listing(scene), given) or _rewritten(scene, item.number, given)


def press_item(scene: Scene, given: Pressed) -> Turn:
    """Move, delete, link or leave the item."""
    item = item_at(scene)
    if item is None or not offered(scene, given.choice):
        return refuse_old_button(scene, given)
    if given.choice[:1] in "+-":
        return _link(scene, item, int(given.choice), given.at)
    return _PRESSED[given.choice](scene, item, given)


def _link(scene: Scene, item: Item, other: int, at: datetime) -> Turn:
    """Link the item to one of the other list, or, below zero, undo that."""
    scene, first = _adopted(scene, at)
    (answer, *_), value = item.answers, item.answers[0].value
    if first:
        answer = items_of(scene.entry)[item.number - 1].answers[0]
    ids = {*item.links, other} if other > 0 else {*item.links} - {-other}
    order = [each.id for each in linked_items(scene)]
    links = tuple(sorted(ids & {*order}, key=order.index))
    text = value.text if isinstance(value, Words) else ""
    changed = answer._replace(value=Words(text, links), by=scene.writer, source="typed")
    facts = (*first, changed)
    return shown(scene.after(facts), facts, replaces=True)


def close_item(scene: Scene, _: object) -> Turn:
    """Show the whole list again."""
    return shown(listing(scene))


_PRESSED: Mapping[str, Callable[[Scene, Item, Pressed], Turn]] = {
    "up": lambda scene, item, given: _moved(scene, item.number, item.number - 1, given.at),
    "down": lambda scene, item, given: _moved(scene, item.number, item.number + 1, given.at),
    "delete": lambda scene, item, given: _deleted(scene, [item.number], given.at),
    "list": lambda scene, item, given: close_item(scene, given),
    "menu": lambda scene, item, given: open_menu(scene, given),
}
"""The buttons of one item."""
