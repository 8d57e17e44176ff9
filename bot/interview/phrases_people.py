"""The sentences about several members at one draft, and about when things were; see phrases.py."""

from __future__ import annotations

from collections.abc import Mapping

PEOPLE: Mapping[str, str] = {
    # a colleague answered meanwhile
    "clash_changed": "label name when text",
    "clash_ask": "typed",
    "clash_others": "",
    "clash_again": "",
    "clash_left": "label text name",
    "button_mine": "text",
    "button_theirs": "text",
    # when
    "when_now": "",
    "when_minutes": "count",
    "when_today": "time",
    "when_yesterday": "",
    "when_day": "year month day",
    "when_year": "year month day",
}
