"""Fills {places} in sentences kept as data, and lists every sentence the core says; holds no sentence itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

_PLACE = re.compile(r"\{([a-z_0-9]+)\}")


@lru_cache(2048)
def _parts(text: str) -> tuple[str, ...]:
    """Cut a sentence at its places: words, place, words, place, words."""
    return tuple(_PLACE.split(text))


def fill(text: str, facts: Mapping[str, str] | Callable[[str], str]) -> str:
    """Put facts into {places} in one pass; what is put in is never read again. KeyError for a place without fact."""
    if len(_parts(text)) == 1:
        return text
    parts = list(_parts(text))
    parts[1::2] = map(facts if callable(facts) else facts.__getitem__, parts[1::2])
    return "".join(parts)


def places(text: str) -> frozenset[str]:
    """Name the {places} of a sentence."""
    return frozenset(_parts(text)[1::2])


PHRASES: Mapping[str, frozenset[str]] = {
    key: frozenset(facts.split())
    for key, facts in {
        # strangers and joining
        "stranger": "",
        "bad_code": "",
        "stranger_wait": "",
        "joined": "unit",
        "ask_name": "",
        "name_refused": "most",
        "welcome": "name unit",
        "welcome_local": "",
        # the year
        "ask_year": "",
        "year_button": "year",
        "year_refused": "latest example",
        # the menu
        "menu_progress": "done total",
        "menu_waiting": "labels",
        "menu_hint": "",
        "menu_refused": "",
        "mark_new": "",
        "mark_begun": "",
        "mark_done": "",
        "mark_waiting": "count",
        "button_continue": "",
        "button_draft": "",
        "button_year": "",
        # a question
        "question_title": "section number total",
        "question_why": "why",
        "question_example": "example",
        "question_holder": "holder",
        "question_units": "units",
        "question_last_year": "text",
        "question_now": "text",
        "question_default": "text",
        "question_items": "",
        "question_choices": "",
        "question_required": "",
        "hint_other": "",
        "hint_choice_many": "",
        "hint_list": "",
        "hint_long_text": "",
        "hint_document_ref": "",
        "nothing_zero": "",
        "nothing_out": "",
        "nothing_later": "",
        "button_yes": "",
        "button_no": "",
        "button_today": "",
        "button_default": "text",
        "button_carry": "text",
        "button_delete": "number",
        "button_done": "",
        "button_back": "",
        "button_skip": "",
        "button_menu": "",
        "button_keep": "",
        "button_drop": "",
        # replies
        "understood": "label text",
        "item_added": "count",
        "item_known": "count",
        "section_done": "section",
        "all_done": "",
        "all_asked": "labels",
        "end_reached": "open",
        "first_question": "",
        "held_id": "seen",
        "held_phone": "seen",
        "held_secret": "seen",
        "held_ask": "",
        "held_dropped": "",
        "cleared": "label",
        "drafting": "",
        "caption_open": "count labels",
        "caption_waiting": "count labels",
        "caption_holder": "label holder",
        "caption_more": "labels",
        "caption_done": "",
        "button_look": "",
        "button_pdf": "",
        "changed_since": "",
        "no_pages": "reason",
        "file_not_written": "",
        "still_sending": "",
        "file_too_large": "",
        "file_gone": "",
        "old_button": "",
        "edited": "",
        "only_text": "",
        "only_docx": "",
        "words_apart": "",
        "only_text_apart": "",
        "not_now": "",
        "unknown_command": "",
        "help": "",
        # members, and what only the owner may do
        "members_title": "unit",
        "members_own_line": "number name role",
        "members_line": "number name role",
        "member_unnamed": "",
        "members_refused": "",
        "local_unit": "",
        "role_owner": "",
        "role_editor": "",
        "owner_only": "owner",
        "button_remove": "number text",
        "button_hand": "number text",
        "button_invite": "",
        "button_cancel": "",
        "button_remove_yes": "",
        "button_hand_yes": "",
        "button_leave_yes": "",
        "remove_ask": "name unit",
        "removed": "name",
        "removed_you": "",
        "hand_ask": "name unit",
        "handed": "name",
        "handed_you": "name",
        "made_owner": "",
        "leave_ask": "unit",
        "leave_last": "",
        "leave_hand_first": "",
        "left": "unit",
        "invitation": "code days",
        "invitation_link": "link",
        "exported": "",
        "file_written": "path",
        "file_refused": "path reason",
        "file_skipped": "path reason",
        "lapsed": "",
        "erase_ask": "unit",
        "erase_mismatch": "",
        "erased": "",
        "erased_you": "",
        "sheet_columns": "",
        # what an answer is refused for; the codes are those of the parsers
        "refused_empty": "",
        "refused_characters": "typed",
        "refused_too_long": "most",
        "refused_number": "typed example",
        "refused_vague": "typed example",
        "refused_negative": "typed example",
        "refused_range": "typed example",
        "refused_two_numbers": "typed example",
        "refused_too_large": "",
        "refused_too_many": "most",
        "refused_decimals": "most",
        "refused_whole": "",
        "refused_bounds": "typed example",
        "refused_tail": "typed",
        "refused_unit": "typed units",
        "refused_no_unit": "typed",
        "refused_over_100": "typed",
        "refused_fraction": "typed percent",
        "refused_date": "typed",
        "refused_day_missing": "typed",
        "refused_month_missing": "typed",
        "refused_no_such_day": "typed",
        "refused_period": "typed",
        "refused_reversed": "typed",
        "refused_yes_no": "typed",
        "refused_choice": "typed choices",
        "refused_one_choice": "choices",
        "refused_which_choice": "typed choices",
        "refused_other_words": "",
        "refused_title": "typed",
        "refused_reference": "typed",
        "refused_ending": "typed endings",
        "refused_nothing": "",
        "refused_nothing_but_later": "",
        "refused_button": "typed",
        "refused_firm": "text",
        "refused_items": "count",
        "refused_full": "most",
        "refused_library": "typed most",
        # when something goes wrong with us
        "not_stored": "",
        "put_aside": "",
        "not_written": "",
        # documents
        "gap": "label",
        # commands, shown in the menu of the channel
        "command_start": "",
        "command_menu": "",
        "command_back": "",
        "command_skip": "",
        "command_draft": "",
        "command_help": "",
        "command_members": "",
        "command_invite": "",
        "command_export": "",
        "command_leave": "",
        "command_erase": "",
        # the terminal
        "goodbye": "",
    }.items()
}
"""Every sentence of `prompts/phrases.yaml` by its key, with the places it may use."""
