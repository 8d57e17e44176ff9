"""The sentences said about questions asked on one screen, by key, with the places each may use; holds no sentence."""

from __future__ import annotations

from collections.abc import Mapping

GROUP: Mapping[str, str] = {
    "group_title": "section first last total",
    "group_name": "section first last",
    "group_asked": "number label",
    "group_answered": "number label text",
    "group_default": "number label text",
    "group_carried": "number label text",
    "group_units": "units",
    "group_last_year": "text",
    "group_hint": "",
    "group_hint_yes_no": "",
    "group_hint_press": "",
    "group_waits": "number label",
    "group_last": "label",
    "group_right": "",
    "group_done": "",
    "group_refused": "label text",
    "group_closed": "",
    "group_left": "typed label text",
    "group_left_number": "typed number text",
    "group_agreed": "name",
    "group_button": "text",
}
