"""What a list shows: its items by number, what they are linked to, one item by itself; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.interview.entry import Entry
from bot.interview.events import Button
from bot.interview.items import Item, circled, item_at, items_of, linked_items, numbers_text, unlinked
from bot.interview.pack import Kind
from bot.interview.reading import units
from bot.interview.scene import Scene
from bot.interview.screen_parts import Rows, brief, clipped, wrapped
from bot.interview.seen import is_own, when

ROOM, OTHERS_ROOM, ONE_ROOM = 2200, 800, 2000
"""UTF-16 units, of a message's 4096, for the items of a list, those of the list it is linked to, or one item."""

MOST_BUTTONS = 20
"""Items with a button; the others are named by number."""


def list_lines(scene: Scene, entry: Entry) -> Iterator[str]:
    """Show what the list has, each item by its number, shortened where all of it is too long for a message."""
    items, others = items_of(entry), linked_items(scene)
    if others:
        yield scene.say("items_others", label=scene.pack.questions[entry.question.links].label)
        yield from fitted(scene, [(f"{circled(other.number)} ", other.text, "") for other in others], OTHERS_ROOM)
    long = entry.question.kind is Kind.LONG_TEXT
    if items and long:
        yield scene.say("long_text_now", length=len(entry.text))
    elif items:
        yield scene.say("items_carried" if entry.carried else "question_items")
    texts = [brief(scene, item.text) if long else item.text for item in items]
    lines = [
        (f"{item.number}. ", text, _links_text(scene, item, others)) for item, text in zip(items, texts, strict=True)
    ]
    yield from fitted(scene, lines, ROOM)
    yield from _links_lines(scene, items, others)
    yield from _newest(scene, entry)
    if items:
        yield scene.say("hint_items")


def _newest(scene: Scene, entry: Entry) -> Iterator[str]:
    """Say who wrote last, where that was a colleague."""
    newest = max(entry.answers, key=lambda answer: answer.at, default=None) if entry.stored else None
    if newest and not is_own(scene, newest):
        yield scene.say("question_items_by", name=newest.by, when=when(scene, newest.at))


def _links_lines(scene: Scene, items: Sequence[Item], others: Sequence[Item]) -> Iterator[str]:
    """Say what is written for which item of the other list, and for which nothing is written yet."""
    target = next((other for other in others if other.id == -scene.session.item), None)
    if target:
        yield scene.say("items_writing_for", number=circled(target.number), text=clipped(target.text))
    elif others and items and (left := unlinked(scene)):
        yield scene.say("items_unlinked", numbers=numbers_text([item.number for item in left]))
    elif others and not items:
        yield scene.say("hint_links")


def _links_text(scene: Scene, item: Item, others: Sequence[Item]) -> str:
    """Say to which items of the other list one is linked, and that one of them is gone."""
    numbers = {other.id: other.number for other in others}
    there = [numbers[id_] for id_ in item.links if id_ in numbers]
    said = scene.say("link_shown", numbers=numbers_text(there)) if there else ""
    return said + (scene.say("link_lost") if others and len(there) < len(item.links) else "")


def fitted(scene: Scene, lines: Sequence[tuple[str, str, str]], room: int) -> Iterator[str]:
    """Give lines of a mark, a text and a tail, the texts shortened alike until all fit; say how many do not."""
    whole = sum(units("".join(line)) + 1 for line in lines)
    most = room if whole <= room else max(room // max(len(lines), 1) - 12, 8)
    for number, (mark, text, tail) in enumerate(lines):
        line = f"{mark}{clipped(text, most) if whole > room else text}{tail}"
        room -= units(line) + 1
        if room < 0:
            yield scene.say("items_more", count=len(lines) - number)
            return
        yield line


def list_rows(scene: Scene, entry: Entry) -> Iterator[tuple[Button, ...]]:
    """Offer to open each item, and to write for what nothing is written for yet."""
    items = items_of(entry)
    opens = tuple(Button(f"i{item.id}", scene.say("button_item", number=item.number)) for item in items[:MOST_BUTTONS])
    yield from wrapped(opens, 4)
    if items and not scene.session.item:
        left = [other for other in unlinked(scene) if other.number <= MOST_BUTTONS]
        writes = tuple(Button(f"w{o.id}", scene.say("button_write_for", number=circled(o.number))) for o in left)
        yield from wrapped(writes, 4)
    elif scene.session.item:
        yield (Button("list", scene.say("button_list")),)


def item_text(scene: Scene) -> str:
    """Show one item by itself."""
    return "\n".join(_item_lines(scene))


def _item_lines(scene: Scene) -> Iterator[str]:
    item, items, others = item_at(scene), items_of(scene.entry), linked_items(scene)
    if item is None:
        return
    yield scene.say("item_title", label=scene.entry.question.label, number=item.number, total=len(items))
    fits = units(item.text) <= ONE_ROOM
    yield (item.text if fits else brief(scene, item.text)) + _links_text(scene, item, others)
    yield scene.say("hint_item")
    if others:
        yield scene.say("hint_link", label=scene.pack.questions[scene.entry.question.links].label)
        yield from fitted(scene, [(f"{circled(other.number)} ", other.text, "") for other in others], OTHERS_ROOM)


def item_rows(scene: Scene) -> Rows:
    """Offer to move, delete, link or leave the item."""
    item, items = item_at(scene), items_of(scene.entry)
    if item is None:
        return ()
    moves = [id_ for id_, able in (("up", item.number > 1), ("down", item.number < len(items))) if able]
    links = tuple(
        Button(f"-{other.id}", scene.say("button_linked", number=circled(other.number)))
        if other.id in item.links
        else Button(f"+{other.id}", scene.say("button_link", number=circled(other.number)))
        for other in linked_items(scene)[:MOST_BUTTONS]
    )
    first = tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in (*moves, "delete"))
    last = tuple(Button(id_, scene.say(f"button_{id_}")) for id_ in ("list", "menu"))
    return (first, *wrapped(links, 3), last)
