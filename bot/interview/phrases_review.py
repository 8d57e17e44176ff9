"""The sentences of going back over answers: 目录, reviews, changes, undo, settings; see phrases.py."""

from __future__ import annotations

from collections.abc import Mapping

REVIEWS: Mapping[str, str] = {
    # the 目录
    "menu_progress": "bar done total",
    "menu_section": "number section stage",
    "menu_waiting": "labels",
    "menu_waiting_more": "labels count",
    "stage_new": "done total",
    "stage_begun": "done total",
    "stage_waiting": "done total",
    "stage_answered": "done total",
    "stage_optional": "done total",
    "stage_checked": "done total",
    # what a screen becomes that was left
    "left_name": "name",
    "left_skipped": "name",
    "left_below": "name",
    # answers on a line
    "answer_line": "label text",
    "answer_beside": "text",
    "answer_long": "text count",
    "nothing_yet": "",
    "compare_was": "text",
    "compare_between": "",
    "compare_last_year": "text",
    "compare_same": "",
    "compare_more": "text",
    "compare_less": "text",
    "compare_up": "",
    "compare_down": "",
    "compare_points": "text",
    "compare_percent": "sign percent",
    "set_aside": "count",
    "brought_back": "count",
    # the review of a section
    "review_title": "section done total",
    "review_line": "number answer",
    "review_open": "label",
    "review_default": "",
    "review_aside": "count label",
    "review_hint": "",
    "review_more": "count",
    "button_more": "count",
    "section_more": "count",
    "review_refused": "",
    "review_right": "section",
    "button_review": "",
    "button_right": "",
    "button_return": "",
    # taking back
    "button_clear": "",
    "button_clear_yes": "",
    "button_clear_no": "",
    "clear_ask": "answer",
    "cleared_all": "answer",
    "not_cleared": "",
    "button_undo": "",
    "undo_none": "",
    "undo_other": "label name",
    "undone": "label was now",
    "somebody": "",
    # messages changed afterwards
    "edit_done": "answer",
    "edit_same": "",
    "edit_past": "label",
    "edit_year": "year",
    "edit_several": "",
    # settings
    "button_settings": "",
    "settings_title": "year",
    "settings_hint": "",
    "settings_button": "number text",
    "profile_done": "section",
}
