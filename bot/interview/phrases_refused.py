"""The sentences that refuse an answer or tell of our own trouble, and the names of commands; see phrases.py."""

from __future__ import annotations

from collections.abc import Mapping

REFUSED: Mapping[str, str] = {
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
}
