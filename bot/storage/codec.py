"""Values and replies to JSON and back; knows their fields, not what they mean."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from bot.interview.events import Ask, Button, Reply, Say
from bot.interview.orders import Examine, Export, Invitation, Issue, Outline, Show, Sources
from bot.interview.values import Bound, Chosen, Day, Done, Number, Outcome, Period, Reference, Value, Words


def value_to_json(value: Value) -> str:
    """Write a value with its type: {"type": "Number", "amount": "5000", …}; links only where there are any."""
    fields = {"type": type(value).__name__, **_fields(value)}
    if isinstance(value, Words) and not value.links:
        del fields["links"]
    return _encode(fields)


@lru_cache(4096)
def value_from_json(text: str) -> Value:  # noqa: PLR0911 - one for each kind of value
    """Read a value that `value_to_json` wrote."""
    fields = json.loads(text)
    match fields.pop("type"):
        case "Number":
            return Number(Decimal(fields["amount"]), fields["printed"], fields["unit"], Bound(fields["bound"]))
        case "Day":
            return Day(**fields)
        case "Period":
            return Period(Day(**fields["start"]), Day(**fields["end"]))
        case "Chosen":
            return Chosen(tuple(fields["ids"]), tuple(fields["other"]))
        case "Reference":
            return Reference(**fields)
        case "Outcome":
            return Outcome(Done(fields["state"]), fields["words"])
        case _:
            return Words(fields["text"], tuple(fields.get("links", ())))


def kind_of(reply: Reply) -> str:
    """Name a reply's kind: say, ask, issue, show, examine, outline, sources, invitation, export."""
    return type(reply).__name__.lower()


_PLAIN: Mapping[str, Callable[..., Reply]] = {
    "say": Say,
    "issue": Issue,
    "show": Show,
    "outline": Outline,
    "sources": Sources,
}
"""Replies whose fields are JSON as they stand."""


def reply_to_json(reply: Reply) -> str:
    """Write a reply's fields."""
    return _encode(_fields(reply))


def reply_from_json(kind: str, text: str) -> Reply:
    """Read a reply that `reply_to_json` wrote; `kind` as `kind_of` gave it."""
    fields = json.loads(text)
    match kind:
        case "ask":
            fields["rows"] = tuple(tuple(Button(**button) for button in row) for row in fields["rows"])
            return Ask(**fields)
        case "say" | "issue" | "show" | "outline" | "sources":
            return _PLAIN[kind](**fields)
        case "examine":
            return Examine(fields["file"], datetime.fromisoformat(fields["at"]))
    order = Invitation if kind == "invitation" else Export
    return order(datetime.fromisoformat(fields["at"]))


def _fields(record: Value | Reply | Button) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__slots__}


_encode = json.JSONEncoder(
    ensure_ascii=False, default=lambda part: str(part) if isinstance(part, Decimal | datetime) else _fields(part)
).encode
