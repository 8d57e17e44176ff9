"""Buttons under a message: which ones Telegram takes and what a phone shows; knows nobody who presses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.botapi.errors import bad

ACTIONS = frozenset({"callback_data", "url", "copy_text", "web_app", "switch_inline_query"})


@dataclass(frozen=True)
class Button:
    """A button as shown: `Button("是", "7:yes")`; no data: it opens or copies something."""

    label: str
    data: str | None


def checked(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """The markup, if Telegram would take it; an inline keyboard without buttons is none."""
    if markup is None or "inline_keyboard" not in markup:
        return markup
    rows: list[list[dict[str, Any]]] = [row for row in markup["inline_keyboard"] if row]
    for button in (button for row in rows for button in row):
        if not button.get("text", "").strip():
            raise bad("can't parse inline keyboard button: Can't find field \"text\"")
        if not any(button.get(action) for action in ACTIONS):
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if len(button.get("callback_data", "").encode()) > 64:
            raise bad("BUTTON_DATA_INVALID")
    size = len(json.dumps(rows, ensure_ascii=False).encode())
    if sum(map(len, rows)) > 100 or max(map(len, rows), default=0) > 8 or size > 10_240:
        raise bad("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def shown(markup: dict[str, Any] | None) -> list[list[Button]]:
    rows = (markup or {}).get("inline_keyboard", [])
    return [[Button(button["text"], button.get("callback_data")) for button in row] for row in rows]
