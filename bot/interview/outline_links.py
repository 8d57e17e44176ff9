"""What an item of a 题单 is for: written by the code of the other item, which lasts; read so, or by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.interview.answers import Refused
from bot.interview.items import CIRCLED, Item, linked_items
from bot.interview.numerals import folded
from bot.interview.scene import Scene
from bot.interview.values import Value, Words

_CODE = r"[0-9]{1,2} ?[.。·] ?[0-9]{1,2} ?[-–—] ?[0-9]{1,3}"
_PLACE = r"第?\s*(?:[0-9]{1,3}|[①-⑳])\s*条?"
_ONE = f"(?:{_CODE}|{_PLACE})"
_LINK = re.compile(rf"\s*\(\s*对应(?:问题)?:?\s*(?P<ones>{_ONE}(?:[\s、,和]*{_ONE})*)\s*\)$")
_EACH = re.compile(rf"(?P<code>{_CODE})|(?P<circled>[①-⑳])|(?P<number>[0-9]{{1,3}})")


def links_text(scene: Scene, links: Sequence[int]) -> str:
    """Write what an item of the question the scene is at is for; "" where that is gone."""
    code = scene.pack.codes[scene.entry.question.links]
    there = [f"{code}-{item.id}" for item in linked_items(scene) if item.id in links]
    return scene.say("link_shown", numbers="、".join(there)) if there else ""


def linked(scene: Scene, value: Value) -> Value | Refused:
    """Read what an item says at its end it is for; nothing of it is guessed."""
    if not isinstance(value, Words) or not scene.entry.question.links:
        return value
    flat = folded(value.text)
    found = _LINK.search(flat) if len(flat) == len(value.text) else None
    if found is None or not value.text[: found.start()].strip():
        return value
    items = linked_items(scene)
    ids = [_id(scene, items, one) for one in _EACH.finditer(found["ones"])]
    if None in ids:
        question = scene.pack.questions[scene.entry.question.links]
        last = items[-1].id if items else 1
        return Refused("link_sheet", {"label": question.label, "code": f"{scene.pack.codes[question.id]}-{last}"})
    return Words(value.text[: found.start()].rstrip(), tuple(dict.fromkeys(id_ for id_ in ids if id_ is not None)))


def _id(scene: Scene, items: Sequence[Item], one: re.Match[str]) -> int | None:
    """Give the lasting number that is meant: by a code that very item, by ① the first that stands there now.

    A bare 4 may be either; where these are two items it is neither.
    """
    lasting = {item.id for item in items}
    by_place = {item.number: item.id for item in items}
    if one["code"]:
        section, question, item = re.findall("[0-9]+", one["code"])
        ours = f"{int(section)}.{int(question)}" == scene.pack.codes[scene.entry.question.links]
        return int(item) if ours and int(item) in lasting else None
    if one["circled"]:
        return by_place.get(CIRCLED.index(one["circled"]) + 1)
    meant = set(_meanings(int(one["number"]), lasting, by_place))
    return meant.pop() if len(meant) == 1 else None


def _meanings(number: int, lasting: set[int], by_place: dict[int, int]) -> Iterator[int]:
    if number in lasting:
        yield number
    if number in by_place:
        yield by_place[number]
