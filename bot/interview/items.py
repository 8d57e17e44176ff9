"""The items of a list as people count them: their numbers, their texts, what they are linked to; changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.interview import long_text
from bot.interview.entry import Entry
from bot.interview.events import Answer
from bot.interview.pack import Kind
from bot.interview.scene import Scene
from bot.interview.values import Reference, Words

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_FIGURE = r"第?\s*(?:[0-9０-９]{1,3}|[①-⑳])\s*条?"
_FIGURES = rf"{_FIGURE}(?:[\s、,，和]*{_FIGURE})*"
_LINK = re.compile(rf"\s*[（(]\s*对应(?:问题)?[:：]?\s*(?P<numbers>{_FIGURES})\s*[)）]$")
_EACH = re.compile("[0-9０-９]+|[①-⑳]")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number on the screen, the answers it is made of, and its text.

    A paste of a long text that an app cut into messages is one item of several answers.
    """

    number: int
    answers: tuple[Answer, ...]
    text: str

    @property
    def id(self) -> int:
        """What it is known by for ever."""
        return self.answers[0].item

    @property
    def links(self) -> tuple[int, ...]:
        """The items of another list it is linked to, by their ids."""
        value = self.answers[0].value
        return value.links if isinstance(value, Words) else ()


def items_of(entry: Entry) -> list[Item]:
    """Give the items of a list, of a long text its pastes, in order; none where it is a nothing."""
    said = [answer for answer in entry.answers if isinstance(answer.value, Words | Reference)]
    runs = long_text.runs(said) if entry.question.kind is Kind.LONG_TEXT else [(answer,) for answer in said]
    if entry.question.kind is Kind.LONG_TEXT:
        return [Item(number, run, long_text.run_text(run)) for number, run in enumerate(runs, 1)]
    texts = {piece.item: piece.text for piece in entry.pieces}
    return [Item(number, run, texts[run[0].item]) for number, run in enumerate(runs, 1)]


def item_at(scene: Scene) -> Item | None:
    """Give the item the chat is at."""
    return next((item for item in items_of(scene.entry) if item.id == scene.session.item), None)


def linked_items(scene: Scene) -> list[Item]:
    """Give the items of the list that those of this question may be linked to."""
    links = scene.entry.question.links
    entry = scene.known.entries[links] if links else None
    return items_of(entry) if entry and entry.applies else []


def unlinked(scene: Scene) -> list[Item]:
    """Give the items of the other list that nothing here is linked to yet."""
    taken = {id_ for item in items_of(scene.entry) for id_ in item.links}
    return [item for item in linked_items(scene) if item.id not in taken]


def split_link(text: str) -> tuple[str, tuple[int, ...]]:
    """Take （对应①③） off the end of an item, and give the numbers it names."""
    found = _LINK.search(text)
    if found is None or not text[: found.start()].strip():
        return text, ()
    return text[: found.start()].rstrip(), tuple(dict.fromkeys(figures(found["numbers"])))


def figures(text: str) -> Iterator[int]:
    """Read every number in a text: 2, ２ and ②."""
    for digits in _EACH.findall(text):
        yield CIRCLED.index(digits) + 1 if digits in CIRCLED else int(digits)


def circled(number: int) -> str:
    """Write a number as the screen does: ② or 21."""
    return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else str(number)


def numbers_text(numbers: Sequence[int]) -> str:
    """Write numbers side by side: ①③."""
    return (
        "、".join(map(str, numbers))
        if any(number > len(CIRCLED) for number in numbers)
        else "".join(map(circled, numbers))
    )
