"""How an answer compares with the one before it and with last year's; in words, and only where the two compare."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from bot.interview.known import Entry, Standing
from bot.interview.pack import CHOOSING, Kind
from bot.interview.scene import Scene
from bot.interview.screen_parts import answer_text
from bot.interview.values import Bound, Number

LEAST, MOST = 20, 200
"""Of fewer last year no percentage is told, and no percentage beyond this: neither says anything."""


def beside(scene: Scene, before: Entry | None, entry: Entry) -> str:
    """Write what stands in brackets behind an answer: what it was until now, and last year's; "" for nothing."""
    was = ""
    if before and before.stored and answer_text(scene, before) != answer_text(scene, entry):
        was = scene.say("compare_was", text=answer_text(scene, before))
    return scene.say("compare_between").join(filter(None, (was, *_parted(scene, entry), with_last_year(scene, entry))))


def _parted(scene: Scene, entry: Entry) -> Iterator[str]:
    """Say what of a typed place went to the question it lies in, and what is written nowhere."""
    entries, inside = scene.known.entries, entry.question.inside
    if not inside or entry.text == entries.place_typed:
        return
    told, outer = entries.parted(entries.place_typed), entries[inside]
    if told:
        yield scene.say("compare_parted", outer=told.outer, label=outer.question.label)
        if told.above and not outer.text.startswith(told.above):
            yield scene.say("compare_above", above=told.above)


def with_last_year(scene: Scene, entry: Entry) -> str:
    """Compare an answer with last year's: 去年4次，多12次."""
    question = entry.question
    last = scene.last_year(question.id) if question.last_year != "none" and not question.collects else None
    if last is None or question.kind in (Kind.TEXT, Kind.CHOICE_MANY):
        return ""
    if question.kind in CHOOSING and last.text == entry.text:
        return ""
    change = _change(scene, question.kind, _figure(last), _figure(entry))
    return scene.say("compare_last_year", text=last.text) + change


def _figure(entry: Entry) -> Number | None:
    value = entry.answers[0].value if entry.standing in (Standing.HELD, Standing.ZERO) and entry.answers else None
    return value if isinstance(value, Number) else None


def _change(scene: Scene, kind: Kind, last: Number | None, now: Number | None) -> str:
    """Tell by how much a figure differs; of figures not meant exactly, or of different units, nothing."""
    if last is None or now is None or last.unit != now.unit or {last.bound, now.bound} != {Bound.EXACT}:
        return ""
    difference = now.amount - last.amount
    if not difference:
        return scene.say("compare_same")
    more, much = difference > 0, _printed(abs(difference))
    if kind is Kind.PERCENT:
        return scene.say("compare_up" if more else "compare_down") + scene.say("compare_points", text=much)
    words = scene.say("compare_more" if more else "compare_less", text=much + (now.unit or _yuan(kind)))
    share = (abs(difference) * 100 / last.amount).quantize(Decimal(1), ROUND_HALF_UP) if last.amount else Decimal(0)
    tells = last.amount >= LEAST and 1 <= share <= MOST
    return words + (scene.say("compare_percent", sign="+" if more else "－", percent=share) if tells else "")


def _yuan(kind: Kind) -> str:
    return "元" if kind is Kind.MONEY else ""


def _printed(amount: Decimal) -> str:
    """Write a difference without needless zeros: 12, 1.5, 1.2万."""
    if amount >= 10_000 and not amount % 100:
        return f"{(amount / 10_000).normalize():f}万"
    return f"{amount.normalize():f}"
