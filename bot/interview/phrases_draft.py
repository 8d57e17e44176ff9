"""The sentences about the text of a draft and about sheets to fill in; see phrases.py."""

from __future__ import annotations

from collections.abc import Mapping

DRAFT: Mapping[str, str] = {
    # a table of all answers
    "change_more": "count",
    "change_less": "count",
    "change_none": "",
    # the draft, read part by part
    "read_title": "number total",
    "read_paragraph": "number text",
    "read_hint": "example",
    "read_nothing": "",
    "read_refused": "last",
    "button_read": "",
    "button_read_section": "",
    "button_paragraph": "number",
    "button_previous": "",
    "button_next": "",
    "button_whole": "",
    "button_resume": "",
    # one paragraph
    "passage_title": "number",
    "passage_from": "labels",
    "passage_from_by": "labels by",
    "passage_more": "labels count",
    "button_previous_paragraph": "",
    "button_next_paragraph": "",
}
