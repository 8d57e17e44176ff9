"""Values and replies to JSON and back; knows their fields, not what they mean."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal
from functools import lru_cache

from bot.interview.events import Ask, Button, Issue, Reply, Say
from bot.interview.values import Bound, Chosen, Day, Number, Period, Reference, Value, Words

_write = json.JSONEncoder(ensure_ascii=False, default=str).encode


def value_to_json(value: Value) -> str:
    """Write a value with its type: {"type": "Number", "amount": "5000", …}."""
    return _write({"type": type(value).__name__, **asdict(value)})


@lru_cache(4096)
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
    match reply:
        case Say(text):
            return _write({"text": text})
        case Ask(text, rows, screen, replaces):
            buttons = [[{"id": button.id, "label": button.label} for button in row] for row in rows]
            return _write({"text": text, "rows": buttons, "screen": screen, "replaces": replaces})
        case Issue(document, year):
            return _write({"document": document, "year": year})


def reply_from_json(kind: str, text: str) -> Reply:
    """Read a reply that `reply_to_json` wrote; `kind` is say, ask or issue."""
    fields = json.loads(text)
    if kind == "ask":
        fields["rows"] = tuple(tuple(Button(**button) for button in row) for row in fields["rows"])
        return Ask(**fields)
    return Say(**fields) if kind == "say" else Issue(**fields)
