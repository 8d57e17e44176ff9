"""Values and replies to JSON and back; knows their fields, not what they mean."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal

from bot.interview.events import Ask, Button, Issue, Reply, Say
from bot.interview.values import Bound, Chosen, Day, Number, Period, Reference, Value, Words


def value_to_json(value: Value) -> str:
    """Write a value with its type: {"type": "Number", "amount": "5000", …}."""
    return json.dumps({"type": type(value).__name__, **asdict(value)}, ensure_ascii=False, default=str)


def value_from_json(text: str) -> Value:
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
        case _:
            return Words(**fields)


def reply_to_json(reply: Reply) -> str:
    """Write a reply's fields."""
    return json.dumps(asdict(reply), ensure_ascii=False)


def reply_from_json(kind: str, text: str) -> Reply:
    """Read a reply that `reply_to_json` wrote; `kind` is say, ask or issue."""
    fields = json.loads(text)
    if kind == "ask":
        fields["rows"] = tuple(tuple(Button(**button) for button in row) for row in fields["rows"])
        return Ask(**fields)
    return Say(**fields) if kind == "say" else Issue(**fields)
