"""The sentences about several members at one draft, and about when things were; see phrases.py."""

from __future__ import annotations

from collections.abc import Mapping

from bot.interview.pack import Kind

HELPED = [
    "naming",
    "year",
    "menu",
    "asking",
    "offers",
    "held",
    "clashing",
    "members",
    "removing",
    "handing",
    "leaving",
    "erasing",
]
"""The states that have a help of their own."""

PEOPLE: Mapping[str, str] = {
    "group_by": "name when",
    # a colleague answered meanwhile
    "clash_changed": "label name when text",
    "clash_ask": "typed",
    "clash_others": "",
    "clash_again": "",
    "clash_left": "label text name",
    "button_mine": "text",
    "button_theirs": "text",
    # the questions changed
    "update_told": "changes",
    "update_added": "count labels",
    "update_removed": "count labels",
    "update_renamed": "count labels",
    "update_changed": "count labels",
    "update_again": "count labels",
    "update_gone": "label",
    "update_look": "",
    "question_unfit": "text",
    "choice_gone": "",
    # what is sent that is no answer, and where nobody is answered
    **dict.fromkeys(
        (f"media_{sort}" for sort in ("photo", "video", "voice", "sticker", "location", "contact", "poll")), ""
    ),
    "group_chat": "",
    "writing": "",
    # help on a screen
    **dict.fromkeys((f"help_{state}" for state in HELPED), ""),
    **dict.fromkeys((f"help_kind_{kind.value}" for kind in Kind), ""),
    # several years
    "button_close": "text",
    "year_closed": "year",
    # when
    "when_now": "",
    "when_minutes": "count",
    "when_today": "time",
    "when_yesterday": "",
    "when_day": "year month day",
    "when_year": "year month day",
}
